"""Bytes to text: what the file says of itself first, then UTF-8, then the likeliest encoding."""

from __future__ import annotations

import codecs
import re

from quizgen.errors import ReadingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; that of UTF-32 begins with that of UTF-16, so it comes first."""

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (.docx, .epub and .xlsx are such)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"ID3", "a sound file"),
    (b"{\\rtf", "an RTF file"),
)

_DECLARED = re.compile(rb"""<(?:meta[^>]+charset=["']?\s*|\?xml[^>]+encoding=["'])([A-Za-z0-9_.:-]+)""", re.I)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b"))


def decode(data: bytes, path: str = "") -> str:
    """The text of a file in whatever encoding.

    Raises:
        ReadingError: it is no text: a picture, an archive, a program.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise ReadingError(
                f"This is {name}, not a text.", path=path, hint="Save it as text, Markdown or HTML first."
            )
    if b"\x00" in data:
        return _decode_wide(data, path)
    if len(data.translate(None, _CONTROL)) < 0.98 * len(data):
        raise _binary(path)
    return _declared(data) or _utf8(data) or _guess(data, path)


def _decode_wide(data: bytes, path: str) -> str:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    half = len(data) / 2
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[first::2].count(0) > 0.7 * half and data[1 - first :: 2].count(0) < 0.05 * half:
            return data.decode(encoding, "replace")
    raise _binary(path)


def _binary(path: str) -> ReadingError:
    return ReadingError(
        "This is a binary file, not a text.", path=path, hint="Save it as text, Markdown or HTML first."
    )


def _declared(data: bytes) -> str | None:
    """What a page of HTML says of itself, if it is true."""
    match = _DECLARED.search(data[:2048])
    if match is None:
        return None
    try:
        return data.decode(match[1].decode("ascii"))
    except (LookupError, ValueError):
        return None


def _utf8(data: bytes) -> str | None:
    """UTF-8, also with a few broken bytes among many whole characters."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    return text if whole > 4 * broken else None


def _guess(data: bytes, path: str) -> str:
    """The likeliest single-byte or East Asian encoding; Windows Latin where nothing speaks against it."""
    try:
        text = data.decode("cp1252")
        if _looks_western(text):
            return text
    except UnicodeDecodeError:
        pass
    import charset_normalizer

    best = charset_normalizer.from_bytes(data).best()
    if best is None:
        raise _binary(path)
    return str(best)


def _looks_western(text: str) -> bool:
    """Whether letters beyond ASCII are rare and stand beside ASCII ones, as in English or French, not in mojibake."""
    beyond = [character for character in text if character > "\x7f"]
    return len(beyond) <= 0.1 * len(text) and not re.search(r"[À-ÿ]{4}", text)
