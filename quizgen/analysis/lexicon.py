"""What single words tell about the kind of thing they name. Lower-case singular nouns, in plain lists.

A noun is listed when it names one kind in nearly every text; *state*, *party* or *minister's office* that change with
the context are left to the vote in ``types``.
"""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as a block of text."""
    return frozenset(text.split())


def _words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a list, and those marked with ``?``: they name the kind only where something else says so too."""
    words = text.split()
    return frozenset(w for w in words if w[-1] != "?"), frozenset(w[:-1] for w in words if w[-1] == "?")


MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = frozenset({"spring", "summer", "autumn", "winter"})

_TITLES = {
    "masc": """mr mister sir lord king prince duke earl baron count emperor tsar pope sheikh shah sultan monsieur herr
        marquis viscount congressman chairman father brother""",
    "fem": """mrs ms miss lady queen princess duchess dame empress countess baroness madam madame mademoiselle mlle mme
        frau congresswoman chairwoman tsarevna sister""",
    "": """dr doctor prof professor president senator sen rep representative minister judge justice general gen colonel
        col captain capt major maj lieutenant lt sergeant sgt commander admiral marshal corporal private governor gov
        secretary chancellor premier ambassador mayor rev reverend bishop archbishop cardinal rabbi imam saint inspector
        detective officer constable sheriff chief director coach dean cosmonaut astronaut mx hon""",
}
TITLES = {word: gender for gender, words in _TITLES.items() for word in words.split()}
"""Words that stand before a person's name, with the gender they tell (masc, fem or nothing)."""

_HONORIFICS = word_set("saint st pope king queen prince princess emperor empress tsar sultan sir dame lord lady")

_GENDERED = {
    "masc": """man boy father dad grandfather grandpa son grandson brother uncle nephew husband widower boyfriend
        gentleman guy king prince duke lord earl emperor tsar sultan monk priest pope actor? businessman salesman
        policeman fireman fisherman sportsman congressman chairman spokesman statesman craftsman nobleman
        frenchman englishman irishman dutchman welshman hero? god waiter groom stepfather godfather schoolboy cowboy
        baron count pharaoh knight""",
    "fem": """woman girl mother mom mum grandmother grandma daughter granddaughter sister aunt niece wife widow
        girlfriend lady queen princess duchess empress actress businesswoman saleswoman policewoman sportswoman
        congresswoman chairwoman spokeswoman nun heroine goddess waitress bride stepmother godmother schoolgirl
        housewife hostess stewardess baroness countess mistress""",
}
GENDER = {word: gender for gender, words in _GENDERED.items() for word in _words(words)[0]}
"""Person nouns that tell a gender: *masc* or *fem*."""

_PERSONS, PERSON_MAYBE = _words(
    """
    person people human individual adult child kid baby infant toddler teenager teen youth youngster orphan twin
    parent grandparent sibling spouse cousin relative ancestor descendant heir partner fiance fiancé
    fiancée friend companion colleague comrade neighbor neighbour acquaintance guest host stranger rival enemy?
    actor director producer filmmaker author writer poet novelist playwright journalist reporter editor columnist
    correspondent photographer painter artist sculptor architect musician singer composer conductor pianist violinist
    guitarist drummer rapper dancer choreographer comedian magician entertainer performer star? celebrity
    scientist physicist chemist biologist mathematician astronomer geologist historian philosopher economist
    sociologist psychologist linguist anthropologist archaeologist archeologist engineer inventor researcher scholar
    academic? professor lecturer teacher tutor educator instructor student pupil graduate undergraduate learner
    schoolchild alumnus freshman principal? headmaster librarian
    doctor physician surgeon nurse dentist patient pharmacist therapist psychiatrist veterinarian paramedic midwife
    homeopath naturopath radiologist cardiologist
    astronaut cosmonaut pilot captain sailor crewman navigator driver passenger traveler traveller tourist visitor
    explorer adventurer settler colonist pioneer immigrant migrant refugee emigrant expatriate
    president vice-president minister secretary governor mayor senator congressperson legislator lawmaker politician
    diplomat ambassador envoy chancellor premier monarch ruler leader dictator tyrant noble aristocrat nobility?
    official officer bureaucrat spokesperson chairperson chair? commissioner councillor councilor delegate
    representative candidate nominee incumbent voter citizen resident inhabitant villager local? native? taxpayer
    lawyer attorney solicitor barrister judge prosecutor defendant plaintiff witness juror suspect criminal thief
    murderer killer robber prisoner inmate convict victim survivor petitioner respondent? appellant
    soldier general colonel major? sergeant lieutenant commander admiral marshal warrior fighter guerrilla rebel
    terrorist veteran troop? spy agent? guard policeman cop detective sheriff firefighter
    worker employee employer boss manager executive ceo founder co-founder owner entrepreneur businessperson merchant
    trader banker investor shareholder accountant clerk consultant analyst adviser advisor expert specialist
    technician mechanic carpenter plumber electrician farmer peasant miner fisher hunter baker butcher chef cook?
    servant slave maid butler tailor laborer labourer craftsperson artisan builder developer programmer designer
    volunteer activist advocate campaigner protester protestor demonstrator supporter opponent critic donor
    philanthropist intellectual thinker genius
    priest bishop archbishop cardinal? pastor minister monk rabbi imam saint prophet missionary pilgrim believer
    worshipper christian? muslim? jew atheist
    player athlete footballer goalkeeper striker midfielder defender coach? referee wrestler boxer swimmer runner
    cyclist gymnast skater skier golfer cricketer bowler? batsman quarterback lineman linebacker pitcher? medalist
    medallist champion? winner? loser contestant competitor opponent teammate rookie fan gamer listener viewer
    reader? user consumer customer client buyer seller speaker? interviewer interviewee participant
    member? predecessor successor protégé protege mentor disciple follower apprentice assistant
    creator narrator protagonist character? villain liar fool beginner newcomer outsider amateur professional?
    folk archivist buddy blogger partisan industrialist shopkeeper counsel dweller
    everyone everybody someone somebody anyone anybody nobody
    """
)
PERSON_NOUNS = frozenset(GENDER) | _PERSONS
"""Words that name a person, or one of several, in nearly every text."""

PERSON_SUFFIXES = re.compile(r".(?:ologist|ographer|ician|smith|woman|women|person|keeper|maker|monger|wright|ist)$")
NOT_PERSONS, _ = _words(
    """
list mist twist fist wrist gist tourist? checklist playlist waitlist shortlist blacklist assist consist exist
    persist resist grist hist whist cist moist pacemaker housekeeper? clinician? peacemaker? coffeemaker bookkeeper?
    blacksmith? timekeeper? heist backlist setlist wishlist hitlist tryst zeist noisemaker filmmaker? icemaker
    """
)

ORGANIZATION_NOUNS, ORGANIZATION_MAYBE = _words(
    """
    company corporation firm agency committee council commission party ministry government parliament congress senate
    cabinet university college institute institution academy foundation association society? organization organisation
    union federation league club team? band? orchestra choir army navy airforce police court tribunal bank church?
    department bureau board corps militia regiment battalion brigade fleet? newspaper magazine? broadcaster publisher?
    network? startup manufacturer airline railway? retailer supplier? brewery cooperative syndicate consortium
    coalition alliance faction administration? authority? staff crew jury legislature electorate judiciary charity
    nonprofit ngo school? hospital? museum? library? theater? theatre? chamber? house? franchise studio? label?
    """
)
ORGANIZATION_ENDINGS, _ = _words(
    """
inc inc. corp corp. ltd ltd. llc plc co. gmbh s.a. ag university college institute academy school council
    committee commission party ministry parliament congress senate foundation association society organization
    organisation union federation league club bank church department bureau board agency company corporation group
    army navy court times post herald tribune gazette guardian chronicle magazine records studios pictures
    broadcasting airlines airways motors industries technologies systems orchestra
    """
)
"""Last words of names that are organizations: *Trinity College*, *Apple Inc.*"""

PLACE_NOUNS, PLACE_MAYBE = _words(
    """
    city town village hamlet suburb neighborhood neighbourhood district borough county province region territory
    country nation republic? kingdom empire? colony continent island isle islet archipelago peninsula coast coastline
    shore beach bay gulf sea ocean lake river stream creek canal waterfall valley canyon gorge mountain mount hill peak
    volcano ridge plateau plain? desert forest jungle rainforest swamp marsh glacier reef lagoon cape harbor harbour
    port street avenue road highway motorway boulevard lane? alley square? plaza park garden? zoo airport station
    bridge? tunnel? castle palace fortress cathedral temple mosque synagogue monastery abbey tower? monument? stadium
    arena market? mall hotel restaurant cafe café pub? inn cemetery farm? ranch campus headquarters capital? mainland
    hemisphere equator border? frontier basin delta strait wilderness planet moon? orbit? space? world earth downtown
    outskirts countryside homeland birthplace hometown metropolis
    """
)
PLACE_STARTS = frozenset({"lake", "mount", "mt", "mt.", "cape", "fort", "port", "san", "santa", "river", "gulf", "bay"})

_TIMES, TIME_MAYBE = _words(
    """
    second? minute hour day week weekend month year decade century millennium morning afternoon evening night midnight
    noon dawn dusk fortnight semester quarter? era epoch today tomorrow yesterday tonight date? season moment time?
    period? age? eve anniversary birthday christmas easter halloween thanksgiving ramadan weekday daytime nighttime
    childhood? adulthood? future past? present? antiquity renaissance? may? march?
    """
)
TIME_NOUNS = _TIMES | frozenset(MONTHS) - TIME_MAYBE | frozenset(WEEKDAYS) | SEASONS

UNITS, _ = _words(
    """
    metre meter kilometre kilometer centimetre centimeter millimetre millimeter micrometre nanometre mile yard foot
    inch acre hectare litre liter millilitre milliliter gallon pint quart barrel gram gramme kilogram kilogramme kilo
    milligram tonne ton pound ounce degree celsius fahrenheit kelvin watt kilowatt megawatt gigawatt volt ampere hertz
    kilohertz megahertz gigahertz byte kilobyte megabyte gigabyte terabyte bit joule calorie kilocalorie newton pascal
    second minute hour day week month year decade century millennium km m cm mm kg g mg lb lbs oz ft in mi mph kph ha
    kw mw gw kwh mb gb tb hz khz mhz ghz knot storey story floor? percent point? fahrenheit parsec light-year
    """
)
"""Units of measure, singular; ``unit_noun`` also knows their plurals."""

CURRENCIES, _ = _words(
    """
    dollar cent euro pound sterling yen yuan renminbi rupee ruble rouble franc peso won krone krona lira
    rand dinar dirham shekel baht usd eur gbp
    """
)
CURRENCY_SIGNS = frozenset({"$", "€", "£", "¥", "₹", "₽", "us$", "a$", "c$", "hk$"})

EVENT_NOUNS, _ = _words(
    """
war battle revolution election festival ceremony conference meeting accident earthquake hurricane cyclone storm
    tournament championship olympics race? match game? concert trial protest riot strike? attack invasion siege
    expedition voyage flight? launch wedding funeral birth death murder assassination explosion fire? flood crash
    merger summit referendum campaign debate celebration ritual performance visit mission
    """
)


def is_person_noun(lemma: str) -> bool:
    """Whether this common noun (lower-case lemma) names a person: *astronaut*, *sociologist*, *spokeswoman*."""
    word = lemma.casefold()
    if word in PERSON_NOUNS:
        return True
    last = word.rpartition("-")[2]
    if last in PERSON_NOUNS:
        return True
    return word not in NOT_PERSONS and bool(PERSON_SUFFIXES.match(word)) and len(word) > 5


def is_time_noun(word: str) -> bool:
    """Whether this lemma names a stretch or a point of time: *year*, *Tuesday*, *summer*."""
    return word.casefold() in TIME_NOUNS


def is_unit(word: str) -> bool:
    """Whether this word, singular or plural, is a unit of measure: *metres*, *kg*, *years*."""
    low = word.casefold().rstrip(".")
    irregular = low in ("feet", "inches", "centuries", "millennia")
    return irregular or low in UNITS or (low[-1:] == "s" and low[:-1] in UNITS)


def is_currency(word: str) -> bool:
    low = word.casefold()
    return low in CURRENCY_SIGNS or low in CURRENCIES or (low[-1:] == "s" and low[:-1] in CURRENCIES)


def is_honorific(word: str) -> bool:
    """Whether this title belongs to the name where only one more word follows: *Pope Francis*, *St Mark*."""
    return word.casefold().rstrip(".") in _HONORIFICS


def title_gender(word: str) -> str | None:
    """The gender that a title before a name tells; None when the word is no title."""
    return TITLES.get(word.casefold().rstrip("."))


_LETTERS = word_set(
    """
    dbe obe mbe cbe kbe gbe cmg kcmg gcmg ch qc kc sc ra frs frsa freng frse fba mp mep mla phd md dphil mba llb jp dl
    riba raf usn usaf kcb gcb cb dso dsc mc vc gc
    """
)
"""Letters behind a name for honours, degrees and offices."""


def without_letters(name: str) -> str:
    """*Anna Brown DBE RA* → *Anna Brown*: a name as it is said in the middle of a sentence."""
    words = name.split()
    while len(words) > 2 and words[-1].isupper() and words[-1].rstrip(",").casefold() in _LETTERS:
        words.pop()
    return " ".join(words).rstrip(",") if len(words) < len(name.split()) else name
