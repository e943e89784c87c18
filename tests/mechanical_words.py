"""Words and cuts that the mechanical checks share."""

from __future__ import annotations

import functools
import re
import unicodedata


def vocabulary(text: str) -> frozenset[str]:
    return frozenset(text.split())


AUXILIARIES = vocabulary(
    "am is are was were be been do does did has have had will would can could shall should may might must cannot "
    "isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't"
)
DETERMINERS = vocabulary("the a an this that these those each every some any no his her its their my our your")
SUBJECT_PRONOUNS = vocabulary("he she it they i we")
OBJECT_PRONOUNS = vocabulary("him them me us")
POSSESSIVES = vocabulary("his her its their my our")
PREPOSITIONS = vocabulary(
    "of at in on by with for to from into onto about between during through under over against among upon towards "
    "toward within without across behind beside near since until"
)
WH_WORDS = vocabulary("who whom whose what which where when why how")
FUNCTION_WORDS = (
    AUXILIARIES
    | DETERMINERS
    | SUBJECT_PRONOUNS
    | OBJECT_PRONOUNS
    | PREPOSITIONS
    | WH_WORDS
    | vocabulary("and or but because so as than then not it's there you")
)

_QUOTED = re.compile(
    r"“[^”]*”"
    r"|‘[^’]*(?:’\w[^’]*)*’(?!\w)"  # ’ inside a word is an apostrophe
    r"|(?<!\w)\"[^\"]*\""
    r"|(?<!\w)'[^']+'(?!\w)"
)
_WORD = re.compile(r"_{3,}|[^\W_]+(?:[.'’-][^\W_]+)*")


def unquoted(text: str) -> str:
    """The text with every quotation replaced by one capital: what is said in it is another's."""
    return _QUOTED.sub("Q", text)


def words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text)]


def plain(text: str) -> str:
    """For comparing: no case, no curly quotes, single spaces."""
    text = unicodedata.normalize("NFC", text).casefold().translate(str.maketrans("’‘“”–—", "''\"\"--"))
    return " ".join(text.split())


def is_name(word: str) -> bool:
    """A capital or a digit inside a sentence, or the blank of a cloze."""
    return word[0].isupper() or word[0].isdigit() or word.startswith("___")


@functools.cache
def lemmas(word: str) -> frozenset[str]:
    """Every base form that the word may have, itself among them."""
    import lemminflect

    found = lemminflect.getAllLemmas(word)
    return frozenset({word, word.removesuffix("s"), *(lemma for forms in found.values() for lemma in forms)})


@functools.cache
def may_be_noun(word: str) -> bool:
    """Whether the dictionary knows it as a noun, or not at all."""
    import lemminflect

    found = lemminflect.getAllLemmas(word)
    return not found or "NOUN" in found or "PROPN" in found
