"""Dictionary forms of English words, from a table of irregular forms and rules of spelling.

The conventions are those of UD English (EWT): proper nouns keep their form, possessive pronouns too. The rules are
those of any grammar: silent e, doubled consonant, y to i. What they get wrong, the tables correct.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VERBS = """
be am is are was were been being 's 're 'm art ai; have has had having 've 'd havin; do does did done doing du;
can ca; will wo 'll; go goes went gone gon; say said; get got gotten gettin; make made; take took taken;
see saw seen seeing; come came; know knew known; give gave given; think thought; tell told; find found; leave left;
keep kept; hold held; bring brought; begin began begun; become became; show shown; hear heard; run ran;
lie lay lain lying lied lies; lay laid; sit sat; stand stood; lose lost; pay paid; meet met; lead led;
understand understood; speak spoke spoken; spend spent; grow grew grown; win won; teach taught; buy bought;
send sent; build built; fall fell fallen; draw drew drawn; break broke broken; drive drove driven;
write wrote written; rise rose risen; arise arose arisen; fight fought; catch caught; seek sought; sell sold;
shoot shot; strike struck stricken; flee fled fleeing; hide hid hidden; feed fed feeding; bleed bled bleeding;
breed bred; speed sped speeding; throw threw thrown; fly flew flown; steal stole stolen; choose chose chosen;
wear wore worn; tear tore torn; bear bore born borne; swear swore sworn; eat ate eaten; drink drank drunk;
sing sang sung; sink sank sunk; ring rang rung; swim swam swum; sleep slept; sweep swept; weep wept; creep crept;
feel felt; deal dealt; mean meant; dream dreamt; learn learnt; burn burnt; lend lent; bend bent; hang hung;
dig dug; stick stuck; swing swung; spin spun; shake shook shaken; freeze froze frozen; bite bit bitten;
forget forgot forgotten; forgive forgave forgiven; forbid forbade forbidden; bind bound; wind wound; grind ground;
blow blew blown; ride rode ridden; overrun overran; overcome overcame; overthrow overthrew overthrown;
overtake overtook overtaken; withdraw withdrew withdrawn; withhold withheld; withstand withstood;
undergo underwent undergone; undertake undertook undertaken; retake retook retaken; mistake mistook mistaken;
uphold upheld; rebuild rebuilt; resend resent; outgrow outgrew outgrown; foresee foresaw foreseen; regain regained;
die died dying dies; tie tied tying ties; vie vied vying vies; besiege besieged besieging besieges;
focus focuses focussed focused focusing; dwell dwelt; slay slew slain; free freed freeing; agree agreed agreeing;
guarantee guaranteed guaranteeing; oversee oversaw overseen overseeing; disagree disagreed;
decree decreed decreeing; fell felled felling; found founded founding; shine shone; shrink shrank shrunk;
spring sprang sprung; sting stung; string strung; stink stank; spit spat; split splitting; light lit; slide slid;
wake woke woken; awake awoke awoken; weave wove woven; kneel knelt; leap leapt; spill spilt; spell spelt;
smell smelt; foretell foretold; behold beheld; beset besetting; prove proven; saw sawn; sew sewn; mow mown;
sow sown; swell swollen; dye dyed dyeing dyes; use used using; panic panicked panicking;
traffic trafficked trafficking; bus bussed bussing; would 'd; shall sha;
cancel cancelled cancelling canceled canceling; travel travelled travelling traveled traveling;
fuel fuelled fuelling; signal signalled signalling; label labelled labelling; model modelled modelling;
level levelled levelling; quit quitting; equip equipped equipping; program programmed programming;
worship worshipped worshipping; kidnap kidnapped kidnapping; channel channelled channelling;
tunnel tunnelled tunnelling; total totalled; counsel counselled; quarrel quarrelled; expel expelled expelling;
compel compelled compelling; repel repelled repelling; propel propelled propelling; rebel rebelled rebelling;
dispel dispelled dispelling; control controlled controlling; patrol patrolled patrolling; excel excelled excelling;
enrol enrolled; fulfil fulfilled fulfilling; instil instilled; install installed; distil distilled;
gas gassed gassing; create created creating; recreate recreated; seem seemed; succeed succeeded; proceed proceeded;
exceed exceeded; need needed needing; heed heeded; seed seeded; riot rioted rioting; pilot piloted piloting;
develop developed developing; impede impeded impeding; stampede stampeded stampeding; supersede superseded superseding;
annul annulled annulling; applaud applauded applauding; boycott boycotted boycotting; cajole cajoled cajoling;
cede ceded ceding; console consoled consoling; contravene contravened contravening; estrange estranged estranging;
extol extolled extolling; laud lauded lauding; medevac medevaced medevacing; mortar mortared mortaring;
pummel pummelled pummelling; rape raped raping; renege reneged reneging; scale scaled scaling;
strafe strafed strafing; lambaste lambasted lambasting; dynamite dynamited dynamiting;
"""
_NOUNS = """
man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice; ox oxen; life lives;
wife wives; knife knives; leaf leaves; half halves; thief thieves; wolf wolves; shelf shelves; self selves;
loaf loaves; calf calves; scarf scarves; hoof hooves; crisis crises; basis; analysis analyses; thesis theses;
hypothesis hypotheses; diagnosis diagnoses; oasis oases; emphasis emphases; axis axes; criterion criteria;
phenomenon phenomena; bacterium bacteria; stratum strata; cactus cacti; nucleus nuclei; stimulus stimuli;
alumnus alumni; fungus fungi; shoe shoes; toe toes; foe foes; movie movies; tie ties; lie lies; pie pies;
zombie zombies; cookie cookies; rookie rookies; calorie calories; prairie prairies; bus buses busses; gas gases;
virus viruses; status statuses; campus campuses; census censuses; quiz quizzes; cache caches; ache aches;
headache headaches; niche niches; axe axes; bonus bonuses; corps corps; lens lenses; series series;
species species; means means; headquarters headquarters; barracks barracks; news news; premises premises;
bias biases; atlas atlases; canvas canvases; base bases; purse purses; horse horses; house houses; cause causes;
case cases;
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_WHOLE_NOUNS = _words(
    """
    clothes pants trousers jeans scissors glasses goggles thanks regards politics physics mathematics economics
ethics statistics athletics gymnastics congrats congratulations customs remains outskirts belongings surroundings
proceeds goods arms earnings savings logistics shorts tongs pliers binoculars dynamics mechanics diabetes measles
christmas always perhaps gas bus lens chaos canvas bias atlas pajamas species genetics linguistics analytics
aerobics demographics acoustics graphics whereabouts alms heads-up
    """
)
_OTHERS = {
    ("PRON", "me"): "I", ("PRON", "i"): "I", ("PRON", "him"): "he", ("PRON", "us"): "we", ("PRON", "'s"): "we",
    ("PRON", "them"): "they", ("PRON", "'em"): "they", ("PRON", "these"): "this", ("PRON", "those"): "that",
    ("DET", "an"): "a", ("DET", "these"): "this", ("DET", "those"): "that",
    ("PART", "n't"): "not", ("PART", "na"): "to", ("PART", "nt"): "not", ("SCONJ", "cos"): "because",
    ("ADP", "'til"): "till", ("ADJ", "better"): "good", ("ADJ", "best"): "good", ("ADJ", "worse"): "bad",
    ("ADJ", "worst"): "bad", ("ADJ", "more"): "more", ("ADJ", "most"): "most", ("ADJ", "less"): "less",
    ("ADJ", "farther"): "far", ("ADV", "better"): "well", ("ADV", "best"): "well",
    ("ADV", "worse"): "badly", ("ADV", "later"): "late", ("ADV", "earlier"): "early", ("ADV", "longer"): "long",
    ("ADV", "n't"): "not",
}  # fmt: skip

_MAY_LOSE_E = re.compile(
    r"""(?:
      [vuz]|[^aeiou]{0,1}c|dg|rg|ieg|eng|lg|[aeiou][^aeiou]?g(?<=[ai]g)  # argue, advance, charge, damage
    | (?<![aeiou])[aeiou]s|[aeo][aeiu]s|[nrlp]s|ys                       # advise, release, disperse, collapse, analyse
    | (?<![eo])at|ut(?<!out)|ot(?<!oot)                                  # evacuate, execute, promote
    | [bcdfgkpstz]l                                                      # settle, assemble
    | (?<![ao])ir|(?<![eo])ur|(?<![eo])ar                                # fire, capture, prepare
    | (?<![ao])id|ud(?<!oud)|(?<![eo])ad|(?<!o)od                        # provide, include, invade, explode
    | (?<![aeiou])[aiou]k                                                # strike, provoke
    | (?<![aeo])in|un|(?<![aeo])il|ul|(?<![aeiou])ap|(?<![aeiou])ip      # define, tune, compile, rule, escape, wipe
    | (?<![aeio])[aiu]m|ib|ob|yp|yl                                      # name, assume, describe, probe, type
    | (?<![aeou])op
    )$""",
    re.VERBOSE,
)
# Stems that the pattern above gets wrong, on either side.
_KEEP_BARE = _words(
    """
    visit limit happen listen gather target focus bias canvas treat repeat defeat heat beat threat cheat seat
combat format chat plan join gain train remain contain maintain obtain explain sustain retain detain detail fail
sail mail assail prevail avail curtail entail nail hail foil boil spoil toil soil oil toll repair impair pair air
chair aim claim proclaim exclaim reclaim maim loan moan mean loot shoot root boot hoot shout rout scout sprout tout
clout tour pour honour labour favour harbour detour hear fear appear clear near smear gear year rear tear roar soar
board load unload upload download offload aid raid avoid head lead read spread tread plead dread shroud crowd cloud
group loop troop recoup coup soup stoop swoop scoop droop cool pool fool school haul overhaul maul steal heal deal
reveal appeal seal peal conceal bean clean lean imprison season reason poison pardon abandon mention question
condition position sanction function caution martial spiral exam program diagram slam cram ram jam dam swim trim
skim attack back pack track crack hijack ransack sack lack park mark spark embark bark remark remind blind mind
bind publish debut input output bait await wait portrait recruit suit exploit benefit inhabit exhibit prohibit edit
credit audit merit inherit deposit profit exit orbit debit solicit elicit vomit summit transit pivot ballot bigot
rebut cut put shut hut hit sit fit knit spit ruin begin bargain captain curtain fountain martyr dialog catalog
gossip worship develop envelop wallop gallop stop drop shop chop crop top pop mop swap trap wrap map tap gap strap
kidnap clap slap snap zap rap equip ship trip strip skip slip whip rip tip dip sip clip flip zip grip rob mob job
sob club grab stab jab nab drag flag tag nag brag lag bag gag beg log blog plug drug hug mug dig rig zigzag kill
shell spell call fall control patrol expel fuel signal rival total equal journal pedal medal answer bomb climb
plumb tomb thumb
    """
)
_NEED_E = _words(
    """
    unit invit cit incit excit ignit writ bit reunit recit quot delet complet compet deplet chang arrang exchang
rearrang interchang infring plung loung challeng aveng reveng cring hing breath bath cloth loath sooth seeth adher
interfer persever rever stor restor ignor explor implor scor ador deplor bor postpon phon telephon con hon ston
clon dethron condon atton deton scop hop cop rop elop slop grop shap welcom outcom chim bak wak shar squar scar dar
cor snor wir argu valu continu pursu rescu issu queu believ reliev achiev besieg sieg judg acknowledg bridg pledg
enrag manag damag engag encourag discourag outrag ravag salvag sabotag pillag averag packag stag wag rag forag mak
tak forsak awak undertak leas releas ceas decreas increas eas pleas teas purchas chas eras paus caus accus refus
confus abus amus excus us reus clos oppos propos suppos dispos expos impos compos enclos pos los nos rais prais
apprais pois nois bruis cruis brows hous arous espous rous choos goos loos creat recreat procreat seiz freez sneez
breez squeez ooz doz gaz graz fus promis compromis surpris compris exercis advertis supervis televis revis devis
improvis practis franchis tast past wast alleg rang extradit teeth preced supersed interven conven conced reced wan
permeat massacr obsolet intrigu fatigu
    """
)


def _table(lines: str) -> dict[str, str]:
    """Each form to the first word of its entry; the first entry of a form counts."""
    table: dict[str, str] = {}
    for entry in lines.replace("\n", " ").split(";"):
        first, *forms = entry.split() or [""]
        for form in (first, *forms):
            table.setdefault(form, first)
    table.pop("", None)
    return table


_VERB_TABLE = _table(_VERBS)
_NOUN_TABLE = _table(_NOUNS)
_EED = _words("need feed bleed speed breed succeed proceed exceed heed weed seed")
_ING_BASE = _words("bring sing ring king swing sting cling fling spring string wing ping ding")
_ED_BASE = _words("embed shed wed bed shred sled imbed bled fled led red")


@lru_cache(maxsize=50_000)  # some thousand words make up most of a text
def lemma(word: str, upos: str) -> str:
    """The dictionary form of ``word`` as a part of speech of Universal Dependencies."""
    if upos == "PROPN":
        return word
    form = word.lower().replace("’", "'")
    if upos in {"VERB", "AUX"}:
        return _verb(form, upos)
    if upos == "NOUN":
        return _noun(form)
    if upos == "ADJ" and (upos, form) not in _OTHERS:
        return _adjective(form)
    return _OTHERS.get((upos, form), form)


def _verb(form: str, upos: str) -> str:
    if upos == "AUX" and form == "'d":
        return "would"
    if form in _VERB_TABLE:
        return _VERB_TABLE[form]
    if form in _ING_BASE or form in _ED_BASE or form in _EED:
        return form
    if form.endswith("ing") and len(form) > 4:
        return _stem(form[:-3])
    if form.endswith("in'") and len(form) > 5:
        return _stem(form[:-3])
    if form.endswith("ied") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("ed") and len(form) > 3:
        return _stem(form[:-2])
    return _without_s(form)


def _stem(stem: str) -> str:
    """The verb whose -ing or -ed form leaves this stem: give back a silent e, take away a doubled letter."""
    if not re.search(r"[aeiouy]", stem):
        return stem + "e" if len(stem) > 2 else stem
    if stem in _KEEP_BARE:
        return stem
    if stem in _NEED_E or any(stem.endswith(known) and len(known) > 4 for known in _NEED_E):
        return stem + "e"
    if stem in _VERB_TABLE and _VERB_TABLE[stem] == stem:
        return stem
    if stem + "e" in _VERB_TABLE and _VERB_TABLE[stem + "e"] == stem + "e":
        return stem + "e"
    doubled = len(stem) > 3 and stem[-1] == stem[-2]
    if doubled and stem[-1] in "bdgmnprt":
        return stem[:-1] if stem not in {"add", "err", "purr"} else stem
    if doubled:
        return stem
    if _bare_ending(stem) or not _MAY_LOSE_E.search(stem):
        return stem
    return stem + "e"


def _bare_ending(stem: str) -> bool:
    """Whether the stem ends like a verb that has no silent e, with any prefix before it (outfit, mistreat)."""
    return any(stem.endswith(known) and len(known) > 3 for known in _KEEP_BARE)


def _without_s(form: str) -> str:
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|zz|[^aeiou]o)es$", form):
        return form[:-2]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3:
        return form[:-1]
    return form


def _noun(form: str) -> str:
    if form in _NOUN_TABLE:
        return _NOUN_TABLE[form]
    if form in _WHOLE_NOUNS or form[:-1].isdigit():
        return form
    if form.endswith("men") and len(form) > 5 and not form.endswith(("specimen", "regimen", "acumen", "abdomen")):
        return form[:-2] + "an"
    if form.endswith("children"):
        return form[:-3]
    if form.endswith("'s") and len(form) > 3:
        return form[:-2]
    return _without_s(form)


def _adjective(form: str) -> str:
    """Comparatives and superlatives of short adjectives that reports of fighting use; others stay as they are."""
    match = re.fullmatch(rf"({_GRADED})(i|e|[bdgmnpt])?(?:er|est|r|st)", form)
    if not match:
        return form
    stem, added = match.group(1), match.group(2)
    if added == "i":
        return stem + "y"
    return stem + "e" if stem + "e" in _GRADED_E else stem


_GRADED_E = _words("large late close safe wide wise brave fierce nice fine simple able strange sure pure rare")
_GRADED = (
    "large?|late?|close?|safe?|wide?|wise?|brave?|fierce?|nice?|fine?|simple?|strange?|sure?|pure?|rare?|small|great|high|low|old|"
    "young|new|strong|weak|long|short|near|hard|soft|cheap|clear|fast|slow|quick|deep|tough|rich|poor|dark|light|bright|"
    "big|hot|fat|thin|sad|wet|eas|earl|heav|bus|happ|bloodi?|dead?l|health|wealth|ugl|funn|cold|warm|cool|full|tall|smart|"
    "mild|kind|clean|loud|quiet|sharp|tight|thick|rough|smooth|broad|grand|harsh|steep|bold|calm|fresh|mean"
)
