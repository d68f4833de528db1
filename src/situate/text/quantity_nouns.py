"""Nouns that figures count: people, and units of measure."""

from __future__ import annotations

_PEOPLE = """
    person people police civilian civilians man men woman women child children boy boys girl girls baby babies infant
    infants soldier soldiers troop troops fighter fighters militant militants rebel rebels jihadist jihadists terrorist
    terrorists insurgent insurgents gunman gunmen militiaman militiamen policeman policemen officer officers guard
    guards commander commanders general generals colonel colonels recruit recruits conscript conscripts sniper snipers
    bomber bombers attacker attackers member members operative operatives extremist extremists mercenary mercenaries
    resident residents villager villagers inhabitant inhabitants citizen citizens family families household households
    refugee refugees evacuee evacuees returnee returnees migrant migrants displaced prisoner prisoners detainee
    detainees captive captives hostage hostages inmate inmates victim victims casualty casualties death deaths fatality
    fatalities body bodies martyr martyrs corpse corpses wounded injured dead killed injuries journalist journalists
    reporter reporters activist activists medic medics doctor doctors nurse nurses patient patients worker workers
    rescuer rescuers helmets volunteer volunteers teacher teachers student students protester protesters demonstrator
    demonstrators pilgrim pilgrims worshipper worshippers passenger passengers driver drivers pilot pilots farmer
    farmers elder elders leader leaders official officials employee employees adult adults elderly relatives parents
    orphan orphans mother mothers father fathers brother brothers sister sisters son sons daughter daughters wife wives
    americans syrians iraqis turks kurds iranians russians palestinians israelis lebanese britons foreigners peshmerga
    trooper troopers ranger rangers paratrooper paratroopers gendarme gendarmes constable constables policewoman
    policewomen jawan jawans peacekeeper peacekeepers sailor sailors airmen commando commandos marines guerrilla
    guerrillas separatists maoists bandit bandits kidnappers vigilante vigilantes bodyguard bodyguards miner miners
    shepherd shepherds herder herders herdsman herdsmen fisherman fishermen shopkeeper shopkeepers trader traders
    labourer labourers laborer laborers porter porters engineer engineers
    neighbour neighbours neighbor neighbors bystander bystanders
    pastor pastors priest priests imam imams cleric clerics monk monks nun nuns teenager teenagers youth youths minors
    toddler toddlers pupil pupils schoolgirl schoolgirls schoolboy schoolboys schoolchildren settler settlers
    mayors councillors uncle uncles aunt aunts nephew nephews niece nieces cousin cousins grandmother
    grandfather malians nigerians ukrainians afghans pakistanis indians somalis colombians mexicans libyans yemenis
    chadians egyptians ethiopians cameroonians
    serviceman servicewoman servicewomen combatant combatants assailant assailants deminer deminers sapper sappers
    gunner gunners cadet cadets lieutenant lieutenants captain captains sergeant sergeants corporal corporals reservists
    idp idps deportee deportees abductee abductees kid kids staff staffers colleague colleagues clerk clerks judge
    judges lawyer lawyers scholars prosecutor prosecutors lecturer lecturers nomads pastoralists peasant
    peasants townspeople townsfolk onlookers passersby commuters motorists merchants vendors seafarers
    fishers loggers truckers paramedic paramedics firefighter firefighters firemen lifeguards technicians caretaker
    husband husbands widow widows grandson grandsons granddaughter granddaughters grandchild grandchildren twins
    governors ministers deputies senators diplomat diplomats aide aides adviser advisers chieftains bishops
    sheikhs cadre cadres
    national nationals
    assistant assistants interpreter interpreters translator translators
    defectors deserters infiltrators saboteurs hijackers assassins ringleaders
    hardliners opponents loyalists defenders besieged lives souls personnel servicemen servicemember servicemembers
"""
PEOPLE = frozenset(_PEOPLE.split())
FAMILIES = frozenset({"family", "families", "household", "households"})
"""What is counted without saying how many people it is."""
COLLECTIVES = frozenset(
    {"displaced", "wounded", "injured", "dead", "killed", "besieged", "elderly", "personnel", "staff", "police"}
)
"""Words that stand for several where they end a phrase: "the dead", "the displaced"."""
# Written form of a unit -> the unit of a quantity.
UNITS = {
    "km": "km", "kms": "km", "kilometer": "km", "kilometers": "km", "kilometre": "km", "kilometres": "km",
    "mile": "mile", "miles": "mile", "m": "m", "meter": "m", "meters": "m", "metre": "m", "metres": "m",
    "km2": "km2", "hectare": "ha", "hectares": "ha", "acre": "acre", "acres": "acre",
    "ton": "tonne", "tons": "tonne", "tonne": "tonne", "tonnes": "tonne", "t": "tonne", "mt": "tonne",
    "kg": "kg", "kilograms": "kg",
    "second": "second", "seconds": "second", "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour",
    "day": "day", "days": "day", "night": "day", "nights": "day", "week": "week", "weeks": "week", "month": "month",
    "months": "month", "year": "year", "years": "year", "decade": "decade", "decades": "decade",
    "%": "percent", "percent": "percent", "per": "percent", "pct": "percent",
    "pounds": "GBP", "dollars": "USD", "euros": "EUR",
}  # fmt: skip
_SINGULAR_S = frozenset({
    "is", "was", "has", "us", "as", "this", "its", "his", "thus", "plus", "across", "news", "lens", "gas", "bus",
    "mass",
})  # fmt: skip


def is_plural(word: str) -> bool:
    """Whether a lower-case English noun looks plural."""
    if word in PEOPLE:
        return word.endswith(("s", "men", "women", "people", "folk")) or word == "children"
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _SINGULAR_S
