"""What no reader sees is taken out of a text before anything counts its characters."""

from __future__ import annotations

import re
import unicodedata

_TABLE: dict[int, str | None] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)]),  # control characters
    **dict.fromkeys([0xAD, 0x180E, 0x200B, 0x200C, 0x200E, 0x200F, 0xFEFF, 0xFFFC, 0xFFFD]),  # soft hyphen, zero width
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFFF9, 0xFFFC)]),  # direction, invisible
    **dict.fromkeys([0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "),
    0x0A: "\n",
    0x0B: "\n",
    0x0C: "\n\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n\n",
}
_UNSEEN = re.compile("[" + re.escape("".join(map(chr, _TABLE.keys() - {0x0A}))) + "\ud800-\udfff]")
_JOINER = re.compile(r"(?<=\w)\u200d|\u200d(?=\w)")


def clean(text: str) -> str:
    """The text in NFC, lines ended by ``\\n``, every space a plain one, nothing invisible in it.

    A text that is so already comes back as it is, so that offsets into it stay true.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _UNSEEN.search(text):
        text = "".join(c for c in text if not "\ud800" <= c <= "\udfff").translate(_TABLE)
    if "\u200d" in text:  # joins emoji; between letters it is dirt
        text = _JOINER.sub("", text)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Clean, with every run of white space a single space."""
    return " ".join(clean(text).split())
