"""Words that tell ACLED's sub-events apart, as linear patterns over the quotes of a claim."""

from __future__ import annotations

import re


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


_TANKS = "(?<!gas )(?<!fuel )(?<!water )(?<!oil )(?<!petrol )tanks?"  # those that fire

SEXUAL = _any("rap(?:e|ed|es|ing)", "sexual(?:ly)?", r"molest\w*", r"forced marriage\w*", "gang-rap(?:e|ed|es)")
GRENADE = _any("(?:hand[- ]?|stun )?grenades?")
ROCKET_GRENADE = _any("rocket[- ]propelled.*", "rpgs?", "(?:grenade )?launchers?")
GUNS = _any(
    "shell(?:s|ed|ing|ings|fire)?", "mortars?", "rockets?", "missiles?", "artillery", "howitzers?", _TANKS,
    "grads?", r"bombard\w*", r"pound\w*", "cannons?", "salvos?", "barrages?", "rounds?", "fire", "fired",
)  # fmt: skip
BOMB = _any(
    "(?:car|truck|roadside|pipe|parcel)?[- ]?(?<!petrol )(?<!fire)(?<!petrol-)bomb(?:s|ing|ings|ed)?",
    r"dynamit\w*", "explosives?", "ieds?", "mines?", "efps?", "explosive devices?", "devices?", "landmines?",
    "explosions?",
)  # fmt: skip
SUICIDE = _any(
    "suicide", "explosive (?:belt|vest)s?", "(?:himself|herself|themselves|itself) up", "suicide bombers?",
)  # fmt: skip
ATTACK = _any("attack(?:s|ed|ing)?", "assaults?", "raids?", "targeted", "targeting", "targets")
TAKEN = _any("st(?:eal|eals|ole|olen|ealing)", r"loot\w*", r"rob\w*", r"plunder\w*", r"rustl\w*", r"pillag\w*")
RAID = _any("raid(?:s|ed|ing)?", r"search(?:es|ed|ing)?", "sweeps?", "(?:night|house)[- ]raids?", "operations?")
BASE = _any(
    "bases?", "headquarters", "outposts?", "barracks", "command cent(?:re|er)s?", "garrisons?", "camps?",
)  # fmt: skip
PRESENT = _any(
    "present", "presence", "operates?", "operating", "active", "positioned", "stationed", "based", "deployed",
    "involved",
    "located", "entrenched", "residing", "resid(?:e|es|ed)", "remain(?:s|ed|ing)?", "mixed", "perched",
)  # fmt: skip
SET_UP = _any(
    "set(?:s|ting)?(?: up)?", r"establish\w*", "built", r"build\w*", r"open\w*", r"construct\w*", "erected",
    "inaugurated",
)  # fmt: skip
RIOT = _any(
    r"riot\w*", r"clash\w*", "unrest", "threw", r"throw\w*", r"burn\w*", r"torch\w*", r"storm\w*", r"rampag\w*",
    r"vandal\w*", r"hurl\w*", "violent", r"pelt\w*", r"ransack\w*",
)  # fmt: skip
PRESS = _any("journalists?", "reporters?", "photographers?", "correspondents?", "camera(?:man|men|woman|women)")
MOB = _any("mobs?", r"lynch\w*", r"vigilante\w*")
LETHAL = _any(
    "live (?:fire|ammunition|rounds)", "(?<!rubber )bullets?", "gunfire", "shot", "shooting",
    "(?:open|opens|opened|opening) fire", "fired (?:on|at|into)",
)  # fmt: skip
INTERVENED = _any(
    "tear[- ]?gas", "water cannons?", r"dispers\w*", "batons?", "rubber bullets", r"arrest\w*", "pepper spray",
    "(?:stun|sound|smoke) grenades?",
    "br(?:oke|eak|oken) up",
)  # fmt: skip
STREET_WEAPONS = _any(
    "sticks?", "stones?", "rocks", "petrol[- ]bombs?", "fire[- ]?bombs?", r"molotovs?(?: cocktails?)?",
    "bottles", "clubs?", "machetes?", "knives", "bricks", "axes", "fists",
)  # fmt: skip
ARREST = _any(r"arrest\w*")
ARRESTED = _any(
    "arrested", "detained", "rounded up", "seized", "held", "jailed", "taken into custody", "apprehended",
)  # fmt: skip
TERROR = _any("terror(?:ist|ists|ism)?")
COUP = _any(r"toppl\w*", r"overthr\w*", "depos(?:e|ed|ing)", "coups?")
LAWLESS = _any(
    "kidnappers?", "abductors?", "captors?", "gunm[ae]n", "bandits?", "militants?", "rebels?", "insurgents?",
    "jihadists?", "terrorists?", "(?:armed|masked|unknown|unidentified) (?:men|persons|individuals|assailants)",
    "guerr?illas?", "pirates?",
)  # fmt: skip
FIRED = _any("fire", "fired", "firing", "fires", "shots?")
ARMS = _any(
    "weapons?", "weaponry", "arms", "armaments?", "materiel", "guns?", "pistols?", "ammunition",
    "explosives?", "rifles?", "caches?", "arsenals?", "munitions?",
    "detonators?",
)  # fmt: skip
# Those that soldiers find and make harmless.
LAID = _any(
    "(?:roadside |car |truck |unexploded )?bombs?(?! (?:shelters?|factor))", "ieds?", "landmines?", "explosive devices?"
)
ABLAZE = _any("set fire", "set ablaze", "set on fire", r"torch\w*", r"burn\w*", "ablaze", "arson")
BOMBING = _any("bomb(?:s|ed|ing|ings)?")
FROM_THE_AIR = _any(
    "air", "aerial", "air[- ]?(?:strikes?|raids?|force|borne)", "(?:war)?planes?", "jets?",
    "helicopters?(?: gunships?)?", "drones?", "aircraft", "barrel(?: bombs?)?", "uavs?", "airdropped",
    "fighters? jets?", "gunships?",
)  # fmt: skip
HEAVY = _any("shells?", "mortars?(?: rounds?)?", "rockets?", "missiles?", "artillery", "howitzers?", _TANKS)
STATE = _any(
    "army", "armed forces", "air force", "regime", "government", "military", "forces", "coalition",
    "dictatorship", "troops",
)  # fmt: skip
POISON = _any(
    "chlorine", "sarin", "gas(?:es)?", "chemicals?", "poison(?:ous|ed)?", "toxic", "nerve", "mustard", "vx",
    "phosphorus", "toxins?",
)  # fmt: skip
NO_POISON = _any(
    "tear[- ]?gas", r"gas (?:cylinders?|canisters?|bottles?|stations?|tanks?)", "petrol", "gasoline", "natural gas"
)
WEAPON = _any(
    "bombs?", "ieds?", "efps?", "mines?", "landmines?", "explosives?", "shells?", "mortars?", "rockets?", "missiles?",
    "artillery", "grenades?",
)  # fmt: skip
PLANES = _any("(?:war)?planes?", "jets?", "aircrafts?", "helicopters?(?: gunships?)?", "bombers", "drones?", "uavs?")
FLYING = _any("drones?", "uavs?", "quadcopters?")
HELD_HOSTAGE = _any("hostages?", "captivity", "captives?", "ransom", r"kidnap\w*", r"abduct\w*")
HUNGER = _any("hunger", "hunger strikes?", "self-immolat(?:ed|ion)")
GRAVE = _any("mass graves?", "graves?")
EXECUTED = _any(
    r"execut\w*", r"behead\w*", "put to death", r"crucif\w*", "hang(?:ed|ing)", r"massacre\w*",
    r"assassinat\w*", "firing squad",
)  # fmt: skip
DOWNED = _any(
    "(?:shot|shoot|shoots|shooting|brought|bring|brings) down", "down(?:s|ed|ing)", r"intercept\w*", "shot",
    "destroyed",
)  # fmt: skip
UNMANNED = _any("drones?", "uavs?", "quadcopters?", "missiles?", "rockets?", r"shahed\w*")
AIRCRAFT = _any(
    "helicopters?", "helicopter gunships?", "planes?", "warplanes?", "jets?", "aircraft", "fighters?",
    "bombers?",
)  # fmt: skip
REGROUPED = _any(
    r"merg\w*", r"splinter\w*", r"split\w*", r"defect\w*", "pledged allegiance", r"rebrand\w*", r"renam\w*",
    r"disband\w*", r"dissol\w*", "unit(?:e|ed|es|ing)", "joined",
)  # fmt: skip
# Those that people go on; with a capital it is the month, unless it is said what it is for ("the March for Freedom").
_MARCHES = r"(?<!\bin )(?<!\bsince )(?<!late )(?<!early )(?<!\d )(?-i:march)(?! \d)|marches|march (?:for|against)"
PROTEST = _any(
    "protests?", "demonstrations?", "rall(?:y|ies)", _MARCHES, "sit-ins?", "vigils?", r"riot\w*", "unrest",
)  # fmt: skip
PETROL = _any("petrol[- ]bomb(?:s|ing|ings|ed)?", r"fire[- ]?bomb\w*", r"molotovs?(?: cocktails?)?")
ACCIDENT = _any(
    "(?:gas|fuel|petrol|oil|water) (?:tanks?|cylinders?|canisters?|bottles?|leaks?|pipes?|pipelines?|mains?)",
    "boilers?", "transformers?", "fireworks?", "generators?",
)  # fmt: skip
GASSED = _any("gass(?:ed|ing|ings)")
BLOWN_UP = _any(r"dynamit\w*", "(?:blew|blown|blow|blows|blowing) up")
CRASHED = _any(r"crash\w*", "collapsed", "derailed")
BORDER = _any("borders?", "frontiers?")
BOMBER = _any("(?:the |a |an )?(?:suicide )?bombers?")
GOODS = _any(
    "passports?", "documents?", "papers?", "money", "cash", "drugs?", "cocaine", "heroin", "marijuana", "narcotics",
    "assets?", "cards?", "phones?", "laptops?", "computers?", "equipment", "files?", "records?", "medication",
    "alcohol", "cigarettes?",
)  # fmt: skip
OFFICES = _any(
    "offices?",
    "newsrooms?",
    "newspapers?",
    "websites?",
    "union halls?",
    "homes?",
    "houses?",
    "apartments?",
)
# What goes on, and no one happening: "the continuing persecution of lawyers", "human rights abuses".
PRACTICE = _any(
    "repression", "oppression", "persecution", "(?:human rights )?(?:abuses|violations)", "mistreatment",
    "ill-treatment", "slavery", "oppress(?:es|ing)?", "persecut(?:es|ing)",
)  # fmt: skip
WAR = _any("(?:civil |armed )?(?:wars?|conflicts?)", "insurgency", "insurgencies")
CRACKDOWN = _any("crack(?:s|ed|ing)?[- ]?down(?:s)?", "clamp(?:s|ed|ing)?[- ]?down(?:s)?")
DIED = _any(r"kill\w*", "died", "dead", "deaths?", "tolls?", "fatalit(?:y|ies)", "bodies", r"perish\w*")
# A number that says of nobody what he is.
BARE = re.compile(
    r"(?:(?:at least|about|around|some|another|more than) )?"
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds)"
    r"(?: (?:others?|more))?",
    re.IGNORECASE,
)
LOST = _any("lost", "los(?:e|es|ing)", "loss(?:es)?")
FORCES_OF_ORDER = _any(
    "police", "policem[ae]n", "policewom[ae]n", "officers?", "guards?", "gendarmes?", "soldiers?", "troops", "army",
    "(?:security|state) forces",
)  # fmt: skip
JUDGED = _any(r"sentenc(?:e|ed|es|ing)", r"convict(?:ed|s|ing|ion|ions)?")
