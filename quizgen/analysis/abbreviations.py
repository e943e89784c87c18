"""Abbreviations that keep their dot, for the word cutter and the sentence splitter."""

from __future__ import annotations

from quizgen.analysis.lexicon import word_set

TITLES = word_set(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Rev Hon Pres Gov Lt Col Capt Cpt Cmdr Sgt Maj Brig Bvt Adm Gen Sen Sens Rep
    Reps Atty Insp Supt Fr Br Pvt Cpl
    """
)
"""Before a name: the sentence goes on, whatever follows."""

BEFORE_NUMBER = word_set(
    """
    No Nos no nos Fig Figs fig figs Sec sec Vol vol Vols vols Ch ch chap Chap pp p Art art Eq eq Eqs eqs Tab Para para
    Op op Ref ref ca c approx Approx cf Cf circa fl r d b m est Est Nr nr Bd bd col cols ver v verse lit
    """
)
"""Before a number: an abbreviation there, often a word elsewhere (*no.*, *art.*)."""

ENDING = word_set(
    """
    etc al Inc Ltd Corp Co Cos Jr Sr Esq PhD Bros LLC Assn Dept dept Univ univ est Ave Blvd Rd Hwy Pty plc St Ste Mt Ft
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
    lb lbs oz ft hr hrs yr yrs mins vs ibid Ibid
    Calif Conn Fla Ill Mass Mich Minn Mo Okla Penn Pa Tenn Tex Va Vt Wis Ariz Colo Ga Ky La Md Neb Nev
    Que Ont Eng
    """
)
"""Within a sentence or at its end: what follows decides."""

WITHIN = word_set(
    "vs viz Viz eg ie cf Cf incl Incl excl esp Esp aka resp div approx dept univ prof Assoc Asst Dist Natl Intl"
)
"""Hardly ever at the end of a sentence."""

ALWAYS = TITLES | ENDING | WITHIN
"""Keep their dot wherever they stand."""
