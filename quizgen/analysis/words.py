"""Text to words, in the manner of UD English (GUM, and EWT where GUM is silent).

https://universaldependencies.org/en/ (tokenization): clitics are words of their own, hyphens and slashes part words
except after a prefix (*non-profit*), an abbreviation keeps its dot, a number is parted from its unit.
"""

from __future__ import annotations

import re

from quizgen.analysis.abbreviations import ALWAYS, BEFORE_NUMBER
from quizgen.analysis.lexicon import word_set

_PREFIXES = (
    "anti|arch|bi|co|counter|cross|ex|extra|hyper|inter|intra|macro|mega|meta|micro|mid|mini|mis|multi|non|over"
    "|post|pre|pro|proto|pseudo|psycho|re|semi|socio|sub|super|trans|tri|ultra"
)
_UNITS = (
    "km|cm|mm|nm|m|ft|in|mi|mph|kmh|kph|km²|m²|m³|kg|mg|g|lb|lbs|oz|ml|mL|l|L|cl|Hz|kHz|MHz|GHz|kB|KB|MB|GB|TB|kW|MW|GW"
    "|kWh|MWh|W|V|mV|kV|mA|min|mins|hr|hrs|h|sec|secs|ms|am|pm|AM|PM|a\\.m\\.|p\\.m\\.|bn|mn|tn|bln|mln|k|K|M|px|x|dpi"
)
_DOMAINS = "com|org|net|edu|gov|mil|info|io|co|us|uk|de|fr|eu|ca|au|ru|cn|jp|ch|nl|tv|me|ai|app|dev|int|biz"
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u00ad"
_MARKS += "\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0b82\u0bbe-\u0bcd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1dc0-\u1dff"
_MARKS += "\u20d0-\u20ff\u200c\u200d"
_L = rf"[\w{_MARKS}]"
"""A letter, a digit, or a mark on one."""
_INVISIBLE = "\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff\ud800-\udfff"
_EMOJI = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff][\ufe0f\U0001f3fb-\U0001f3ff]?"
"""A picture with its skin colour."""

_TOKEN = re.compile(
    rf"""
      (?P<web>
        (?:https?|ftp)://[^\s<>"“”]{{1,2000}}(?<![.,;:!?)\]'’])
      | www\.[^\s<>"“”]{{1,2000}}(?<![.,;:!?)\]'’])
      | doi:\d[^\s<>"“”]{{1,200}}(?<![.,;:!?)\]'’])
      | (?<![\w@])[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,6}}
      | (?<![\w.])(?:[A-Za-z0-9-]{{1,63}}\.){{1,4}}(?:{_DOMAINS})\b(?![@.]\w)(?:/[^\s<>"“”]{{0,500}}(?<![.,;:!?)\]'’]))?
      | (?<![\w.])[\w-]{{1,63}}\.(?:docx?|pdf|xlsx?|txt|csv|jpe?g|png|gif|html?|zip|mp[34]|exe|py|js)\b(?!\.\w)
      | (?<!\w)[@\#][A-Za-z_]\w{{1,80}}
      )
    | (?P<emoticon>(?<!\w)[:;=]-?[)(DPp](?!\w))
    | (?P<emoji>[\U0001f1e6-\U0001f1ff]{{2}}|{_EMOJI}(?:\u200d{_EMOJI}){{0,6}})
    | (?P<decade>['’]\d0['’]?s\b|\b\d{{2,3}}0['’]s\b|['’]\d\d\b(?!['’])(?![^'’]{{1,60}}['’](?!\w)))
    | (?P<listed>\A\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}\.(?=\s|\Z))
    | (?P<phone>
        (?<![\w+-])\+?(?:\d{{1,3}}[-.])?(?:\d{{3}}[-.]){{1,2}}\d{{4}}(?![\w-])
      | (?<![\w/-])\d{{1,2}}/\d{{1,2}}/\d{{2,4}}(?![\w/])
      | (?<![\w-])(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}-\d{{1,2}}-\d{{4}})(?![\w-])
      )
    | (?P<measured>
        (?<![\w.,])(?:\d{{1,3}}(?:,\d{{3}}){{1,6}}|\d{{1,12}})(?:\.\d{{1,12}}|:\d\d)?(?=(?:{_UNITS})(?![\w’']))
      )
    | (?P<number>
        (?<!\d)\d{{1,3}}(?:[,\u202f\u00a0]\d{{3}})+(?!\d)(?:\.\d+|st\b|nd\b|rd\b|th\b)?
      | (?<![\w.])\.\d+(?!\w)
      | \d+/\d+(?![\w/])
      | \d+(?:\.\d+)+(?![a-zA-Z])
      | \d{{1,2}}:\d\d(?::\d\d)?(?!\d)
      )
    | (?P<acronym>
        (?:[A-Z]\.-?){{1,11}}[A-Z]\.
      | (?<![\w.])(?:[a-z]\.){{2,6}}
      | (?:E\.g|I\.e)\.
      | (?<![\w.])(?:[A-Z][a-z]{{0,2}}\.){{2,5}}[A-Z]?
      | (?<![\w.])[A-Z](?:\.[A-Z]){{1,6}}(?!\w)
      | (?<![\w.])[ap]\.m(?!\w)
      )
    | (?P<ampersand>\b[A-Z]{{1,3}}&[A-Z]{{1,3}}\b)
    | (?P<money>(?:US|A|C|NZ|HK|S)\$)
    | (?P<spoken>\b(?:[Uu]h-(?:[Hh]uh|[Oo]h|[Uu]h)|[Uu]n-unh|[Nn]un-unh|[Mm]+-[Hh]?mm?|[Hh]m+-mm?|[Oo]h-ho)\b)
    | (?P<prefixed>\b(?:(?i:{_PREFIXES})-(?=[^\W\d_]|\d{{4}}s|\d0s)|[Ee]-(?=[a-z]))(?:{_L}|['’](?=\w)){{2,60}}(?!-\w))
    | (?P<cut>\b[A-Za-z]{{1,3}}-(?=[\s,.?!…—–]|$)(?!\s(?:and|or|to|bis)\b))
    | (?P<elided>(?<!\w)['‘’]?[nN]['’](?=\s)|(?<!\w)['‘’](?i:em|cuz|cause|til|bout|n|cos|round|nother)\b(?!['’]))
    | (?P<plural>\w{{1,40}}\(e?s\))
    | (?P<word>{_L}+(?:['’ʼ]{_L}+)*)
    | (?P<clitic>['’](?:s|re|ve|ll|d|m)\b)
    | (?P<dots>\.{{2,}}|…)
    | (?P<repeat>[!?]{{2,}}|--+|\*{{2,}}|={{2,}}|_{{2,}}|~{{2,}}|<{{2,}}|>{{2,}}|\+{{2,}}|-{{2,}}|''|``|’’|‘’)
    | (?P<sign>[^\s{_INVISIBLE}])
    """,
    re.VERBOSE,
)

_CLITIC = re.compile(r"(?:(?<=.)n['’ʼ]t|(?<=.)['’ʼ](?:s|re|ve|ll|d|m))\Z", re.IGNORECASE)
_IRREGULAR = {
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lotta": 3, "outta": 3, "gimme": 3, "lemme": 3, "dunno": 2,
    "i'ma": 3, "i’ma": 3, "y'all": 2, "y’all": 2, "c'mon": 3, "c’mon": 3, "d'you": 2, "d’you": 2, "'tis": 2, "’tis": 2,
    "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "wouldnt": 5, "couldnt": 5, "havent": 4, "hasnt": 3,
}  # fmt: skip
"""Where a word without a regular clitic is cut."""

_GOES_ON = re.compile(r"\.(?:\s*[,;:]|\s+[a-z])")
"""A dot that no sentence ends with."""
_BEFORE_DAY = re.compile(r"(?:Sat|Sun|Wed|Mar|May)\.,?\s*(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))")
_NO_ABBREVIATION = word_set("me us it him her them you too so now here there up out in on off i he she we no yes do")


def split(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the words of one sentence, in order. Space and invisible characters are in none."""
    spans: list[tuple[int, int]] = []
    end = len(text.rstrip(" \t\n\r\"'”’)]»"))
    at = 0
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        if start < at:  # the dot of an abbreviation
            continue
        kind = match.lastgroup
        if kind in ("word", "prefixed"):
            spans.extend(_clitics(text, start, stop))
            if text.startswith(".", stop) and _keeps_dot(text, spans, stop, end):
                spans[-1] = (spans[-1][0], stop + 1)
        else:
            spans.append((start, stop))
        at = spans[-1][1]
    return spans


def is_clitic(word: str, following: str, xpos: str) -> bool:
    """Whether two words without a blank between them are one multiword token in UD English: *do* + *n't*."""
    if following in ("'", "’"):
        return xpos == "POS"
    return bool(_CLITIC.search(word + following)) or len(word) == _IRREGULAR.get((word + following).lower())


def _clitics(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Cut *wouldn't've* into three, *cannot* into two."""
    place = _IRREGULAR.get(text[start:stop].lower())
    if place:
        return [(start, start + place), (start + place, stop)]
    tail: list[tuple[int, int]] = []
    while stop - start > 2 and (match := _CLITIC.search(text, start, stop)):
        tail.insert(0, match.span())
        stop = match.start()
    return [(start, stop), *tail]


def _keeps_dot(text: str, spans: list[tuple[int, int]], stop: int, end: int) -> bool:
    """Whether the dot at ``stop`` belongs to the word before it. ``end`` is where the sentence ends but for quotes."""
    start = spans[-1][0]
    word = text[start:stop]
    if text.startswith("...", stop):
        return False
    if word in ALWAYS or (word.isupper() and len(word) > 1 and word.capitalize() in ALWAYS):
        return True
    if len(word) == 1 and word.isalpha() and word.isupper():
        initial_before = len(spans) > 1 and text[spans[-2][1] - 1] == "." and spans[-2][1] - spans[-2][0] == 2
        return stop + 1 < end or initial_before
    if stop + 1 >= end or not word.isalpha() or len(word) > 6:
        return False
    if word in BEFORE_NUMBER and re.match(r"\.\s*[\d(]", text[stop : stop + 4]):
        return True
    if _BEFORE_DAY.match(text, start):
        return True
    return len(word) <= 5 and word.lower() not in _NO_ABBREVIATION and bool(_GOES_ON.match(text, stop))
