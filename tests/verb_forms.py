"""Verbs with their principal parts, and the tenses and voices that are made of them: written by hand, for tests."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.records import Phrase, Verb


class Principal(NamedTuple):
    base: str
    s: str
    past: str
    done: str
    ing: str
    particle: str = ""

    def fill(self, group: str) -> str:
        """*has {done}* → *has written*."""
        return group.format(**self._asdict())


_TRANSITIVE = """
    visit    visits    visited    visited    visiting
    open     opens     opened     opened     opening
    paint    paints    painted    painted    painting
    discover discovers discovered discovered discovering
    reach    reaches   reached    reached    reaching
    pass     passes    passed     passed     passing
    fix      fixes     fixed      fixed      fixing
    wash     washes    washed     washed     washing
    use      uses      used       used       using
    move     moves     moved      moved      moving
    close    closes    closed     closed     closing
    agree    agrees    agreed     agreed     agreeing
    free     frees     freed      freed      freeing
    dye      dyes      dyed       dyed       dyeing
    carry    carries   carried    carried    carrying
    study    studies   studied    studied    studying
    bury     buries    buried     buried     burying
    play     plays     played     played     playing
    destroy  destroys  destroyed  destroyed  destroying
    stop     stops     stopped    stopped    stopping
    plan     plans     planned    planned    planning
    grab     grabs     grabbed    grabbed    grabbing
    ship     ships     shipped    shipped    shipping
    refer    refers    referred   referred   referring
    admit    admits    admitted   admitted   admitting
    build    builds    built      built      building
    write    writes    wrote      written    writing
    take     takes     took       taken      taking
    give     gives     gave       given      giving
    make     makes     made       made       making
    find     finds     found      found      finding
    found    founds    founded    founded    founding
    buy      buys      bought     bought     buying
    bring    brings    brought    brought    bringing
    teach    teaches   taught     taught     teaching
    catch    catches   caught     caught     catching
    break    breaks    broke      broken     breaking
    choose   chooses   chose      chosen     choosing
    speak    speaks    spoke      spoken     speaking
    steal    steals    stole      stolen     stealing
    draw     draws     drew       drawn      drawing
    grow     grows     grew       grown      growing
    know     knows     knew       known      knowing
    see      sees      saw        seen       seeing
    eat      eats      ate        eaten      eating
    drink    drinks    drank      drunk      drinking
    sing     sings     sang       sung       singing
    begin    begins    began      begun      beginning
    win      wins      won        won        winning
    lead     leads     led        led        leading
    read     reads     read       read       reading
    set      sets      set        set        setting
    cut      cuts      cut        cut        cutting
    sell     sells     sold       sold       selling
    leave    leaves    left       left       leaving
    lose     loses     lost       lost       losing
    send     sends     sent       sent       sending
    pay      pays      paid       paid       paying
    have     has       had        had        having
    do       does      did        done       doing
    give     gives     gave       given      giving      up
    set      sets      set        set        setting     up
    take     takes     took       taken      taking      over
    carry    carries   carried    carried    carrying    out
    tear     tears     tore       torn       tearing     down
"""
_INTRANSITIVE = """
    live     lives     lived      lived      living
    die      dies      died       died       dying
    arrive   arrives   arrived    arrived    arriving
    go       goes      went       gone       going
    come     comes     came       come       coming
    fall     falls     fell       fallen     falling
    swim     swims     swam       swum       swimming
    run      runs      ran        run        running
    rise     rises     rose       risen      rising
    sit      sits      sat        sat        sitting
    fly      flies     flew       flown      flying
    grow     grows     grew       grown      growing     up
"""


def _verbs(table: str) -> tuple[Principal, ...]:
    return tuple(Principal(*line.split()) for line in table.strip().splitlines())


TRANSITIVE = _verbs(_TRANSITIVE)
INTRANSITIVE = _verbs(_INTRANSITIVE)
LEMMAS = tuple(dict.fromkeys(v._replace(particle="") for v in (*TRANSITIVE, *INTRANSITIVE)))


class Form(NamedTuple):
    """A verb group behind *the pilot* and behind *the pilots*; for a passive also the active one behind *who*."""

    name: str
    singular: str
    plural: str
    active: str = ""


def _forms(table: str) -> tuple[Form, ...]:
    return tuple(Form(*(cell.strip() for cell in line.split("|"))) for line in table.strip().splitlines())


ACTIVE = _forms("""
    present              | {s}                  | {base}
    past                 | {past}               | {past}
    future               | will {base}          | will {base}
    progressive          | is {ing}             | are {ing}
    past progressive     | was {ing}            | were {ing}
    perfect              | has {done}           | have {done}
    past perfect         | had {done}           | had {done}
    perfect progressive  | has been {ing}       | have been {ing}
    future perfect       | will have {done}     | will have {done}
    can                  | can {base}           | can {base}
    could                | could {base}         | could {base}
    may                  | may {base}           | may {base}
    might                | might {base}         | might {base}
    must                 | must {base}          | must {base}
    should               | should {base}        | should {base}
    may have             | may have {done}      | may have {done}
    would have           | would have {done}    | would have {done}
    could have been      | could have been {ing}| could have been {ing}
""")
PASSIVE = _forms("""
    present              | is {done}              | are {done}             | {s}
    past                 | was {done}             | were {done}            | {past}
    future               | will be {done}         | will be {done}         | will {base}
    progressive          | is being {done}        | are being {done}       | is {ing}
    past progressive     | was being {done}       | were being {done}      | was {ing}
    perfect              | has been {done}        | have been {done}       | has {done}
    past perfect         | had been {done}        | had been {done}        | had {done}
    future perfect       | will have been {done}  | will have been {done}  | will have {done}
    can                  | can be {done}          | can be {done}          | can {base}
    may                  | may be {done}          | may be {done}          | may {base}
    must                 | must be {done}         | must be {done}         | must {base}
    might have           | might have been {done} | might have been {done} | might have {done}
    would have           | would have been {done} | would have been {done} | would have {done}
""")

COPULA = _forms("""
    present              | is                   | are
    past                 | was                  | were
    future               | will be              | will be
    perfect              | has been             | have been
    past perfect         | had been             | had been
    future perfect       | will have been       | will have been
    may                  | may be               | may be
    could                | could be             | could be
    must                 | must be              | must be
    would have           | would have been      | would have been
""")
BE = Principal("be", "is", "was", "been", "being")

MODALS = {"will", "can", "could", "may", "might", "must", "should", "would"}
PAST = {"was", "were", "had", "did", "got"}


def phrase(text: str, at: int, number: str = "sing", marker: str = "", kind: str = "") -> Phrase:
    return Phrase(text, text.split()[-1], kind, number, marker=marker, tokens=(at,))


def verb(principal: Principal, group: str, pattern: str, negation: str = "", *, passive: bool = False) -> Verb:
    """The verb as facts would read it in a group such as *has been written*; ``pattern`` is that of its form."""
    *auxiliaries, form = group.split()
    first = auxiliaries[0] if auxiliaries else ""
    plain = {"{past}": "VBD", "{s}": "VBZ", "{base}": "VBP", "is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD"}
    tag = "VBN" if auxiliaries else plain[pattern]
    tense = "" if first in MODALS else "past" if first in PAST or tag == "VBD" else "pres"
    return Verb(
        principal.base, form, tag, tuple(auxiliaries), tense, first if first in MODALS else "", passive,
        negated=bool(negation), negation=negation, particle=principal.particle,
    )  # fmt: skip
