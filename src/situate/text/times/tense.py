"""Whether the words around a time speak of what is to come: a stand-in for a parse."""

from __future__ import annotations

import re

from situate.text.times.meaning import Calendar, Tense, Timex

# Forms of the past that do not end in -ed.
_VERBS = (
    "became|began|blew|broke|brought|built|came|caught|chose|drew|drove|fell|fled|flew|fought|found|gave|got|grew|held|kept"
    "|laid|led|left|lost|made|met|overran|overthrew|paid|ran|retook|rose|sang|sank|sent|shook|shot|sold|spent|stole|stood"
    "|struck|swept|threw|took|tore|went|withdrew|won"
)
# Words that put what stands near them into the future.
_AHEAD = re.compile(
    r"\b(?:(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bthe )will|won['’]t|shall|['’]ll|would(?!['’]ve\b| have\b)"
    r"|(?:is|are|was|were) (?:to|due|set(?! (?:off|up|ablaze|alight|on|upon|free|fire)\b)|scheduled|expected|planned"
    r"|going|being held|likely to)"
    r"|expects?(?! to\b)|scheduled"
    r"|(?:expected|supposed|slated|set|ready|poised|likely|on (?:course|pace|track)"
    r"|agree[ds]?|agreement|promised|pledged|vow(?:s|ed)|plan(?:s|ned)?|intend(?:s|ed)?|aim(?:s|ed)?|hope[sd]?|hoping)"
    r" to(?! (?:an?|the|his|her|its|their)\b)|plans? an?|planned for"
    r"|(?-i:planning)(?! (?:board|commission|council|group|office)\b)|upcoming|look(?:s|ing)? ahead to"
    r"|up for (?:grabs|renewal|(?:an? )?(?:re-?)?election|(?:an? )?vote)|at stake"
    r"|in time for|deadline|(?:chances?|hopes?|odds|prospects?) of"
    r"|(?:is|are) (?:hosting|organi[sz]ing|preparing|promising)"
    r"|to (?:air|be (?:held|sworn|signed|opened|completed|released|tried|aired|arraigned|broadcast|buried|inaugurated"
    r"|published|sentenced|shown|unveiled))"
    r"|(?:postponed|delayed|deferred|adjourned|put off|rescheduled) (?:until|till|to|for))\b",
    re.IGNORECASE,
)
# "May reach the town on Saturday", "must leave by Friday"; "can", too, unless somebody cannot. Nothing else is told
# between: "can be forgiven for not knowing that there was a debate on Saturday". What could be seen or heard is over.
_MAY = re.compile(
    r"\b(?:(?-i:may)|can(?!['’]t)|could(?!n['’]t| not| only| (?:be )?(?:felt|hear|see)[a-z]*\b)"
    r"|might|should|must)(?! (?:not )?(?:have|be forgiven)\b)"
    r"(?: (?!(?:who|which|that|was|were|had|said|(?<!until )after|since|because|[a-z]+ing)\b)[\w’'.-]+){1,12} $",
    re.IGNORECASE,
)
# What the calendar fixes is told in the present, right before its day: "the trial opens on Monday".
_FIXED = re.compile(
    r"(?<!\bnot)(?<!\bto)(?<!\bdid)(?<!n['’]t) (?:begins|starts|opens|resumes|expires|convenes|arrives|departs|meets?"
    r"|ends|concludes|closes"
    r"|lapses|reopens|runs out|wraps up|gets under way|(?:comes|falls) due"
    r"|testifies|appears in court|speaks|retires|steps down|stands trial|kicks off|reports back"
    r"|takes (?:effect|office|place|over)|goes (?:to|on|into|before)|turns \d+)(?: in (?:[\w’'-]+ ){0,2}[A-Z][\w’'-]*)?"
    r"(?: [a-z]+)? (?:(?:on|in|at) )?$"
    r"|\b(?:meets|leaves|enters|faces|visits|addresses|plays|hosts|joins|go(?:es)? to the polls"
    r"|(?:is|are) (?:arriving|leaving|departing"
    r"|returning|coming|flying|travell?ing|meeting|hosting|holding|opening|starting))(?: [\w’'-]+){0,3} (?:on )?$"
    r"|\b(?:is|are|falls|come) (?:on |at )?$|\b(?:is|are) (?:released|published|unveiled|launched) on $"
    r"|(?<!as )(?<!ly )\bplanned (?:on )?$"
    r"|\b(?:begins|resumes|starts|opens) (?:its|his|her|the|an?)(?: [\w’'-]+){1,2} (?:on )?$"
    r"|\b(?!(?:[Ii]s|[Ww]as|[Hh]as|[Tt]his|[Ii]ts)\b)[A-Za-z]+s"
    r" (?:(?:join|face|meet|play|visit)(?: [\w’'-]+){1,3} (?:on )?|(?:gather|vote)(?: [\w’'-]+){0,3} (?:on )?"
    r"|(?:begin|resume|start|open|convene|expire|end|conclude|close) (?:(?:on|in|at) )?)$"
    r"|\bwhich (?:begin|resume|start|open|convene|expire|end|conclude|close) (?:(?:on|in|at) )?$"
    r"|\bdue (?:(?:on|in|by) )?$|\b(?:between|from) now (?:and|to|until|till|through) (?:the )?$"
    r"|\b(?:flies|travels|returns) to (?:[\w’'-]+ ){1,3}(?:on )?$"
)
# "A truce to begin on Tuesday", "due to take effect on Monday"; not "was forced to resume on Monday".
_TO_BEGIN = re.compile(
    r"(?<!\bhad)(?<!\bhave)(?<!\bhas)(?<!\bable)(?<!\bforced)(?<!managed) to (?:begin|start|take effect"
    r"|(?:come|enter) into (?:force|effect)) (?:(?:on|in) )?$"
    # "A queen to be crowned Saturday"; not "had to be freed", "was found to be armed".
    r"|(?<!\bhad)(?<!\bhave)(?<!\bhas)(?<!\bhaving)(?<!ed)(?<!found)(?<!known)(?<!said)(?<!seen)(?<!shown)"
    r"(?<!thought) to be [a-z]+(?:ed|en|ld|wn) (?:(?:on|in) )?$"
)
# "If he is on the list in November", where nothing is told in the past.
_IF = re.compile(r"\b[Ii]f (?:[\w’'-]+ ){1,12}(?:on|in) $")
# "When they meet in July", "if she takes office in March".
_WHEN_THEY = re.compile(
    r"\b(?:when|if|once|whether|whoever) (?:[\w’'-]+ ){0,4}(?:arrive|convene|gather|get|go|lose|meet|return"
    r"|take|vote|win)s?(?: [\w’'-]+){0,3} (?:(?:on|in) )?$"
    r"|\bby the time (?:[\w’'-]+ ){1,8}(?:is|are|[a-z]+s)(?: [\w’'-]+){0,2} (?:on )?$",
    re.IGNORECASE,
)
# "Is on the ballot in the primary on Tuesday", "there's an election in May"; not "is angry after the vote on Sunday".
_TO_VOTE = re.compile(
    r"\b(?:is|are|(?:there|it|that)['’]s)"
    r" (?:(?!(?:after|about|of|since|from|following|that|who)\b)[\w’'-]+ ){0,5}(?:in|for|an?)"
    r" (?:[\w’'-]+ ){0,4}(?:ballot|caucus(?:es)?|elections?|primar(?:y|ies)|referendum|runoff|votes?) (?:(?:on|in) )?$",
    re.IGNORECASE,
)
# "Rain was forecast for Thursday": a day that something is for lies ahead of it; "a strike starting on Thursday".
_FOR_A_DAY = re.compile(r"\bfor (?:on )?$")
_STARTING = re.compile(r"\b(?:starting|beginning) (?:on )?$")
# Verbs after which "by May" and "until Friday" bound what is over.
_PAST = re.compile(
    r"\b(?:had|has|have|was|were|did|been|(?<!\bis )(?<!\bare )(?<!\bbe )[a-z]+ed|taken"
    rf"|{_VERBS})\b",
    re.IGNORECASE,
)
# What begins another clause: "the poll will bring back a man who quit in April", "would be free, he said on Friday".
_OTHER_CLAUSE = re.compile(
    r"\b(?:said|says|told|tells|wrote|writes|spoke|who|whose|which|where|when|after|since|because|than)\b",
    re.IGNORECASE,
)
# "By Friday all but one of the villages … had been retaken", however long it takes to name what was.
_BY_THEN = re.compile(r"(?:,?\s(?!(?:will|would|is|are)\b)[\w’'‑-]+){1,30}?\shad\s")
# A clause in the past after them: "we will mention the killings that occurred in July".
_WHICH_WAS = re.compile(
    r"\b(?:which|that|who|where|than) (?:(?:it|he|she|they|we) )?"
    rf"(?:had|were|was|hit|shut|{_VERBS}|[a-z]+ed)\b"
    r"[^,;]*$",
    re.IGNORECASE,
)
# Who told of what is to come, with the day on which they did: "the embassy will reopen, officials said on Friday".
_TOLD = re.compile(
    r"(?<!\bbe)(?<!\bbeen)(?<!\bbeing)(?<!ly)\s(?:said|says|told|tells|wrote|spoke|announced|reported|added|ruled|stated"
    r"|confirmed|declared|warned|insisted|acknowledged|admitted|claimed|denied|testified|suggested|indicated|noted"
    r"|explained|predicted|decided|revealed|disclosed|argued|hinted|conceded|vowed|pledged|promised|agreed|voted|threatened"
    r"|demanded|urged|asked|cautioned|reiterated|stressed|tweeted|posted"
    r"|and [a-z]+ed\s(?:the|an?|his|her|its|their|that))(?:\s[^\s,;]+){0,7}\s$",
    re.IGNORECASE,
)
_WILL = re.compile(r",? (?:will|would(?! have\b))\b| (?:is|are) (?:due|set|scheduled|expected|likely) to\b")
# "A merger announced on Monday would …": what was announced then is what is to come, not the day.
_DONE = re.compile(
    r"\b(?!(?:scheduled|planned|expected|slated)\b)[a-z]+ed (?:(?:to|by|in|among) (?:\w+ ){1,3})?(?:(?:on|by) )?$", re.I
)
# "Will free a judge abducted in May": a participle right before the day, of what was done then.
_WHO_WAS = re.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!\bhave )(?<!\bget )(?<!\bto )(?<!ly )"
    r"\b(?!(?:scheduled|planned|expected|slated|postponed|delayed|need|proceed|wounded|injured|displaced|armed)\b)"
    r"[a-z]+ed (?:(?:on|in|at) )?$",
    re.IGNORECASE,
)
# What is done is over: "died Oct. 30", "signed the pact in December"; not what is set, said or asked for a day.
_NOT_BE = r"(?<!\bbe )(?<!\bto )(?<!\bhave )(?<!\bget )(?<!\bis )(?<!\bare )(?<!-)"
_DONE_VERB = _NOT_BE + (
    r"\b(?!(?i:scheduled|planned|expected|slated|postponed|delayed"
    r"|moved|called|announced|proposed|promised|pledged|vowed|agreed|decided|wanted|needed|invited|asked|urged|demanded|ordered"
    r"|warned|predicted|offered|threatened|added|extended|reserved|booked|need|proceed|embed|speed|indeed|hundred|armed)\b)"
    r"(?:took (?:effect|office|place|over|part|power)|(?:came|entered|went) into (?:effect|force)"
    r"|went on (?:sale|strike|trial)"
    rf"|[A-Za-z][a-z]+ed|{_VERBS}|born|hit|seen|shut"
)
_OVER = re.compile(
    _DONE_VERB + r")(?: (?:(?:in|at|near|by|from|of|about|against|with|here|there)(?: (?!or\b)[\w’'-]+){0,3}"
    r"|to (?:the|his|her|its|their|[A-Z][\w’'-]*)(?: (?!or\b)[\w’'-]+){0,2}))?"
    r"(?: ?(?:on|in|at|between|from|around|about|during))? $"
    # "Agreed in October", said of the day itself; "fell in July, after rising in May".
    r"|" + _NOT_BE + r"\b(?:agreed|announced|decided|offered|ordered|pledged|promised|proposed|threatened|vowed|warned)"
    r" (?:on|in) $|\bafter [a-z]+ing (?:[\w’'-]+ ){0,4}(?:on|in) $"
)
# "The last raid was in June", "he was taken away … on August 13"; not "was told to come on August 13".
_WAS_DONE = re.compile(
    r"\b(?:was|were)(?: (?!(?:called|moved|announced|invited|extended|booked|reserved)\b)[a-z]+(?:ed|en)\b"
    r"(?:(?! to )[^,;])*)? (?:on|in) $"
)
# "Told a paper in October", "was cut in November": the verb of the clause, with what it is of behind it; nothing that
# was yet to be done ("picked a man to run in July").
_DID = re.compile(
    _DONE_VERB + r"|told|said|wrote|spoke|saw|ran|rose|bought|sold|(?:was|were) (?:cut|put))\b"
    r"(?:(?!, | (?:to [a-z]+|who|which|that|whose|but|for|ahead|if|when|after|before)\b)[^;:])*?"
    r" (?:on|in|over|during|throughout) $"
)
# "Began to shell the town on 6 January", "were forced to leave in May": what was done, told by its verb behind another.
_BEGAN_TO = re.compile(
    r"\b(?:began|started|continued|proceeded|went on|managed|failed|(?:was|were) (?:able|forced|compelled|obliged)) to"
    r"(?: (?!(?:to|who|which|that|if|when|for|before|after|until|by)\b)[\w’'-]+){1,8} (?:on|in) $"
)
# "Since he told it in October", "that May".
# "The last time that he spoke in June", "protests continued until June".
_BEHIND = re.compile(
    r"\b(?:since (?:[\w’'-]+ ){1,4}(?:on|in)|that|the (?:first|last) time (?:[\w’'-]+ ){1,9}(?:on|in)) $", re.IGNORECASE
)
_WENT_ON = re.compile(
    r"\b(?:continued|dragged on|lasted|persisted|remained|ran|served|stayed|went on)(?: [\w’'-]+){0,4}"
    r" (?:until|till|through) $"
)
# "On June 30 when it began", "in May, when the rebels fled".
_WHEN_IT_DID = re.compile(rf",? when (?:the |an? )?(?:[\w’'-]+ ){{1,2}}?(?:[a-z]{{2,}}ed|was|were|had|{_VERBS})\b")
# "On Monday, he will …": the day opens its sentence, and the verb follows.
_OPENING = re.compile(
    r"\W*(?:(?:and|but|so|then|early|late|later|starting|beginning|come)\s)?"
    r"(?:(?:on|in|by|from|until|during|over|throughout|starting|beginning|come)\s)?(?:the\s)?"
    r"(?:(?:night|morning|afternoon|evening|nights) (?:of|to) (?:the\s)?)?",
    re.IGNORECASE,
)
# "In Kain, on 3 February, they killed …": where something is told opens its sentence before the day does.
_PLACE_FIRST = re.compile(r"^\W*(?:In|At|Near|Around|Outside|Inside|North|South|East|West)\s[^,;.]{1,40},\s")
_THEN_WILL = re.compile(
    r"(?:\s(?:morning|afternoon|evening|night))?,?\s(?:(?!(?:was|were|had|has|have|did|said|which|who|that|[a-z]+ed)\b)"
    r"[\w’'-]+\.?\s){0,10}(?:will|is to|are to|(?:is|are) (?:due|set|scheduled|expected)|plans? to"
    r"|has (?:[\w-]+ ){1,3}(?:scheduled|planned))\b"
)
# "In May, the minister, a colonel, proposed …": what is told first in the past.
_THEN_DID = re.compile(
    r",?\s(?:(?!(?:will|would|is|are|to|that|which|who)\b)[\w’'.-]+,?\s){1,12}(?:[a-z]{2,}ed|was|were|had|said|told"
    rf"|{_VERBS})\b"
)
# "At a ceremony Friday, three nations will join": the day belongs to what is told after the comma.
_FRONTED = re.compile(
    r"\W*(?:At|During|In|On) (?:(?!(?:which|who|that|was|were|had|said|[a-z]+ed)\b)[\w’'-]+ ){1,8}(?:on )?$"
)
_COMMA = re.compile(r"(?: (?:morning|afternoon|evening|night))?, ")
# "Sunday is the deadline": a day that is something now is none that is over.
_IS = re.compile(r"(?:is|marks) (?:the|an?|his|her|its|their|expected|set|due)\b")
# "Ahead of Tuesday's vote": what was to come when it was told.
_TOWARDS = re.compile(
    r"\b(?:ahead of|heading into|going into|towards?|prepar\w+ for|looking (?:ahead )?to|brac\w+ for|in advance of"
    r"|through)"
    r"\s(?:(?:the|his|her|its|their)\s)?$",
    re.IGNORECASE,
)
# "Ahead of the primary on Tuesday", "days before the state's March vote": the same of what has its day behind it.
_TOWARDS_IT = re.compile(
    r"\b(?:ahead of|in advance of|(?:hours|days|weeks|months) before)(?: [\w’'.-]+){1,5} (?:(?:on|in) )?$",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:had|was|were)\b", re.IGNORECASE)
# "Sunday's election will decide", "the November vote is to": what is to happen has its day ahead of it.
_OWN_WILL = re.compile(
    r"(?:['’]s)?\s(?:[\w-]+\s){1,3}"
    r"(?:will|may(?! have)|(?:is|are) (?:to|due|set|scheduled|expected|likely))\b",
    re.IGNORECASE,
)
# "Gave them until Monday", "demanded that they leave by Friday": a deadline, though it was set in the past.
_ASKED = re.compile(
    r"\b(?:promised|pledged|vowed|demand(?:s|ed|ing)?|order(?:s|ed|ing)?|urg(?:es|ed|ing)|ask(?:s|ed|ing)?|request(?:s|ed)"
    r"|requir(?:es|ed|ing)|wants?|wanted|calls? (?:for|on)|called (?:for|on)|needs? to|gave|gives?|given|has|have"
    r"|had(?= until\b)|(?:told|warned|instructed)(?: [\w’'-]+){0,4} to)\b"
    r"[^,;]*$",
    re.IGNORECASE,
)
# "Announced a July 26 match", "has set a Friday deadline": what is called for a day lies ahead of it.
_SET_A = re.compile(
    r"\b(?:announc(?:e[ds]?|ing)|call(?:s|ed)|plan(?:s|ned|ning)?|schedul(?:e[ds]?|ing)|sets?|setting)(?! (?:off|up)\b)"
    r"(?: [\w’'-]+){0,3} an? $"
)
# "The storm of Sept. 21 killed 300", "the council in May proposed": what has its day behind it and then a verb of the
# past; not "talks in May aimed at peace".
_OF_A_DAY = re.compile(r"\b(?:the|an?) [\w’'-]+(?: [\w’'-]+){0,2} (?:of|on|in) $", re.IGNORECASE)
_IT_DID = re.compile(rf",? (?:[a-z]{{2,}}ed(?! (?:at|by|to|with)\b)|was|were|had|hit|{_VERBS})\b")
# "In the 12 months through June": up to a month or a day that is told as the end of a count.
_COUNTED_TO = re.compile(r"\bthe (?:[\w-]+ )?(?:months|weeks|quarters?|year) (?:through|to|ended) $")
# What a day names ("Friday's vote", "the Aug. 7 bombings"): things that are planned, and blows, which nobody announces.
_NAMES = re.compile(r"['’]s\s((?:[\w-]+\s){0,2}[\w-]+)", re.IGNORECASE)
_NAMED = re.compile(r"\s((?:[\w-]+\s){0,2}[\w-]+)")
# Words that go on, and those that make a feast or a season long ("the summer months").
_LINKS = re.compile(
    r"(?:and|or|in|at|on|to|when|for|by|from|that|after|before|of|with|as|is|was|were|near|but"
    r"|break|holidays?|months?|period|recess|vacation|weekend)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:meetings?|sessions?|talks|summit|conference|votes?|voting|elections?|polls?|ballot|referendum|hearing|trial"
    r"|deadline|date|games?|match|race|primar(?:y|ies)|caucus(?:es)?|contests?|events?|gathering|visit|ceremony|funeral|inauguration|speech|rally|march|runoff|debate|opening|launch"
    r"|signing|celebrations?|anniversary|appearance|withdrawal|handover|release|convention|performance|concert|festival|forum"
    r"|service|finals?|semifinals?|playoffs?|tournament|parade|dinner|luncheon|flight|mission|landing|spacewalk|auction|broadcast"
    r"|wedding|sentencing|arraignment|execution)\b",
    re.IGNORECASE,
)
_BLOWS = re.compile(
    r"\b(?:attacks?|bombings?|blasts?|explosions?|shootings?|killings?|murders?|slayings?|raids?|massacres?|assaults?"
    r"|ambush(?:es)?|clash(?:es)?|crash|fire|incidents?|deaths?|arrests?|coup|air ?strikes?|shelling|invasion|accident"
    r"|earthquake|kidnappings?|abductions?|assassinations?|riots?|violence|bloodshed|battles?|crackdown|fighting|incursion"
    r"|siege|uprising|war)\b",
    re.IGNORECASE,
)
# What is there by the day that it bears: "the Nov. 9 statement".
_MADE = re.compile(
    r"^(?:[\w-]+ )?(?:accords?|agreement|announcement|article|deal|defeat|indictment|interview|letters?|memo|messages?"
    r"|pact|posts?|rulings?|statements?|storm|hurricane|floods?|tweets?|verdict|victory|videos?)\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:by|until|till|through|as (?:early|soon) as|no later than) (?:on )?$", re.IGNORECASE)
# "Ten months after the capture of the town on 13 February": what other things are counted from is over.
_COUNTED_FROM = re.compile(r"\b(?:days?|weeks?|months?|years?) (?:after|since|following) [^,;]*$", re.IGNORECASE)
# "Will run after the killing of a guard on Friday": blows that are told right before their day.
_BLOW_BEFORE = re.compile(
    r"(?:(?:\b(?:the|his|her|its|their)|['’]s) |^)(?:[\w’'-]+ ){0,2}"
    + r"(?:attack|blast|bombing|explosion|shooting|killing|murder|slaying|raid|massacre|ambush|crash|kidnapping)s?"
    + r"(?: (?:in|at|near|of|outside) (?:[\w’'-]+ ){0,3}[\w’'-]+)? (?:(?:on|in) )?$",
    re.IGNORECASE,
)
# "Was to come, but on Thursday, they said": a new clause.
_NEW_CLAUSE = re.compile(r",? (?:but|and|while) (?:on )?$")
_BUT = re.compile(r", but (?!(?:not|only|no)\b)")
# "Was to have left by Sunday, but …": what did not come about, told after its day.
_WAS_TO_HAVE = re.compile(r"\b(?:was|were) to have [^,;]*$")
# "Had agreed to leave on Sunday but stayed", "were supposed to leave on Sunday".
_ONCE_PLANNED = re.compile(
    r"\bhad (?:agreed|promised|pledged|vowed|planned|undertaken|intended|been (?:due|expected|supposed)) to [^,;]*$"
    r"|\b(?:was|were) (?:to|(?:due|expected|meant|scheduled|supposed) to) [^,;]*$"
)
_STAYED = re.compile(
    r",? but (?!(?:also|not only|only)\b)(?:[\w’'-]+ ){0,3}?(?:did(?:n[’']t| not)|never|failed|[a-z]+ed\b|no\b)"
)
_SUPPOSED = re.compile(r"\b(?:was|were) (?:supposed|meant) to (?:have )?[^,;]*$")
# "Postponed from Sunday": the day that it was to be on before.
_MOVED_FROM = re.compile(r"\b(?:delayed|moved|postponed|put off|rescheduled) from $")
# "Will restructure in the wake of a third-quarter loss": what brings something about comes before it.
_BECAUSE = re.compile(
    r"\b(?:in the wake of|because of|due to|amid|despite|in response to|as a result of)"
    r" (?:(?:an?|the|its|his|her|their) )?$",
    re.IGNORECASE,
)
# "Is to report fourth-quarter earnings": what is reported of a stretch comes after it.
_REPORTED = re.compile(
    r"\b(?:report|release|post|announce|publish|disclose)(?:s|d|ed|es|ing)? (?:(?:its|their|the) )?$"
)
_FIGURES = re.compile(r" (?:[\w-]+ )?(?:earnings|figures|income|loss|losses|profits?|results|revenues?|sales)\b")
# What ends a sentence; a title, an initial, an hour before its day do not ("will meet Mr. Orr at 9 p.m. Friday").
_TITLES = re.findall(r"\w+", "Mr Mrs Ms Dr St Lt Gen Sen Rep Gov Col Rev Maj Adm Sgt Capt Brig Messrs vs")
_SHORT = "".join(rf"(?<!\b{word}\.)" for word in ("[A-Z]", *_TITLES))
_HOUR_ENDS = r"(?:(?<![ap]\.m\.)|(?=\s[A-Z])(?!\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\s(?:[CEMP][SD]T|GMT)\b))"
_STOP = re.compile(rf"[.!?;]{_SHORT}{_HOUR_ENDS}[\"'”’)\]]*\s|\n\s*\n")
_REACH = 80  # letters before an expression in which its verb is looked for
_NAME = 25  # letters beside a day in which what takes place on it is named
_FAR = 160  # letters in which one of what is to come is, if none of what is over stands behind it


def tense_near(text: str, timex: Timex) -> Tense | None:
    """Whether the words before an expression in its sentence speak of what is to come; a stand-in for a parse."""
    if timex.relation == "since":
        return "past"
    near, stops = _sentence_before(text, timex, _REACH)
    near = _PLACE_FIRST.sub("", near) if stops or timex.start <= _REACH else near
    after = _STOP.split(text[timex.end : timex.end + 30], 1)[0]
    names = _what_it_names(text, timex)
    if _was_put_off(near, text[timex.end :]):
        # "Had planned to bomb it on 9 May, but were arrested": that may lie ahead, and its day says in which year.
        return None if _is_date(timex) else "past"
    if _is_over(near, names, text[timex.end :]):
        return "past"
    if (_speaks_ahead(near, after) or _spoke_ahead(text, timex)) and (names is None or _PLANNED.search(names)):
        return "future"
    own_will = _OWN_WILL.match(text, timex.end) is not None
    if _is_planned(near, after, names, own_will=own_will):
        return "future"
    if (
        (names is not None and _MADE.search(names) and not own_will)
        or _COUNTED_FROM.search(near)
        or _COUNTED_TO.search(near)
    ):
        return "past"
    starting = _STARTING.search(near) is not None and _PAST.search(near) is None
    if names is None and _is_one_day(text, timex) and (_FOR_A_DAY.search(near) or starting):
        return "future"
    behind = _STOP.split(text[timex.end : timex.end + _REACH], 1)[0]
    opens = (stops or timex.start <= _REACH) and names is None and _OPENING.fullmatch(near) is not None
    fronted = names is None and _COMMA.match(behind) and _FRONTED.fullmatch(near)
    if (opens or fronted) and (_THEN_WILL.match(behind) or _IS.match(behind.strip())):
        return "future"
    if (opens or fronted) and not _DEADLINE.search(near) and _THEN_DID.match(behind):
        return "past"
    if _WENT_ON.search(near) or (names is None and _WHEN_IT_DID.match(behind)):
        return "past"
    if not opens and not _DEADLINE.search(near):
        done = any(over.search(near) for over in (_OVER, _WAS_DONE, _BEGAN_TO, _BEHIND))
        done = done or (_OF_A_DAY.search(near) is not None and _IT_DID.match(behind) is not None)
        done = done or (_DID.search(near) is not None and _PLANNED.search(near[-_NAME:]) is None)
        return "past" if names is None and done else None
    over = _PAST.search(near + behind) or (opens and _BY_THEN.match(text, timex.end))
    set_then = not over or (_ASKED.search(near) is not None and not near.endswith("through "))
    return "future" if _DEADLINE.search(near) and set_then else None


def _is_over(near: str, names: str | None, behind: str) -> bool:
    """Whether what has a day is over, whatever its clause speaks of: a blow, what brings something about."""
    blow = (names is not None and _BLOWS.search(names)) or _BLOW_BEFORE.search(near)
    return bool(blow or _BECAUSE.search(near) or (_REPORTED.search(near) and _FIGURES.match(behind)))


def _was_put_off(near: str, behind: str) -> bool:
    """Whether something was to be on a day, and was not, or was put off from it."""
    put_off = _MOVED_FROM.search(near) or (_WAS_TO_HAVE.search(near) and behind.startswith(", but "))
    return bool(put_off or _SUPPOSED.search(near) or (_ONCE_PLANNED.search(near) and _STAYED.match(behind)))


def _is_date(timex: Timex) -> bool:
    """Whether an expression is a day of a month without its year."""
    meaning = timex.meaning
    return isinstance(meaning, Calendar) and meaning.month is not None and meaning.day is not None


def _is_planned(near: str, after: str, names: str | None, *, own_will: bool) -> bool:
    """Whether a day is that of something planned which is told as what is to come."""
    before = _TOWARDS_IT.search(near)  # "hours before the talks began on Tuesday": these were held
    towards_it = (
        before
        and not _WAS.search(near)
        and not _PAST.search(before[0])
        and _PLANNED.search(near[-_NAME:] + after[:_NAME])
    )
    set_for = _SET_A.search(near) and _PLANNED.search(after[:_NAME])
    towards = _TOWARDS.search(near) and not _WAS.search(near)
    named = names is not None and _PLANNED.search(names) and (towards or own_will)
    return bool(towards_it or set_for or named)


def _sentence_before(text: str, timex: Timex, reach: int) -> tuple[str, bool]:
    """So many letters before an expression, of its sentence; and whether that begins among them."""
    before = text[max(0, timex.start - reach) : timex.start]
    stops = [m.end() for m in _STOP.finditer(before)]
    return before[stops[-1] if stops else 0 :], bool(stops)


def _spoke_ahead(text: str, timex: Timex) -> bool:
    """Whether the last verb, far before a time, is of what is to come: "will convene a congress … in February"."""
    far, _ = _sentence_before(text, timex, _FAR)
    ahead = list(_AHEAD.finditer(far, 0, max(0, len(far) - _REACH)))
    between = far[ahead[-1].end() :] if ahead else ""
    return bool(ahead) and not any(over.search(between) for over in (_PAST, _OTHER_CLAUSE, _NEW_CLAUSE))


def _is_one_day(text: str, timex: Timex) -> bool:
    """Whether an expression is a day; "for Tuesdays attack" has lost an apostrophe."""
    meaning = timex.meaning
    day = isinstance(meaning, Calendar) and (meaning.day is not None or meaning.weekday is not None)
    return day and not text[timex.start : timex.end].endswith("days")


def _what_it_names(text: str, timex: Timex) -> str | None:
    """The words for what has a day of its own ("Friday's vote", "the Aug. 7 bombings"); ``None`` where nothing has."""
    own = _NAMES.match(text, timex.end)
    if own is None and re.search(r"\bthe\s$", text[max(0, timex.start - 4) : timex.start], re.IGNORECASE):
        own = _NAMED.match(text, timex.end)
    return own[1] if own is not None and not _LINKS.match(own[1]) else None


def _speaks_ahead(before: str, after: str) -> bool:
    """Whether the clause around a time is about what is to come, by the words before and after it."""
    if _NEW_CLAUSE.search(before) and after.startswith(","):
        return False
    before = _BUT.split(before)[-1]
    ahead = list(_AHEAD.finditer(before))
    planned = bool(ahead) and not any(over.search(before, ahead[-1].end()) for over in (_WHICH_WAS, _TOLD, _WHO_WAS))
    planned = planned or (_MAY.search(before) is not None and not _WHO_WAS.search(before))
    planned = planned or any(fixed.search(before) for fixed in (_FIXED, _TO_BEGIN, _WHEN_THEY, _TO_VOTE))
    planned = planned or (_IF.search(before) is not None and _PAST.search(before) is None)
    over = (_DONE, _OVER, _WHICH_WAS)  # "the army, which left in August, would not be back"
    return planned or (_WILL.match(after) is not None and not any(past.search(before) for past in over))
