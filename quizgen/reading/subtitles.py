"""Subtitles (SubRip ``.srt``, WebVTT ``.vtt``): what is said, as running text.

A caption is a line of a sentence, so that captions hang together until a sentence ends before a pause.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.reading.clean import one_line
from quizgen.reading.content import Content
from quizgen.reading.page import Page, compose
from quizgen.records import BlockKind

_TIMES = re.compile(
    r"^\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})", re.M
)
_TAG = re.compile(r"</?[a-zA-Z0-9.]+(?:\s[^<>]*)?>|<[\d:.]+>|\{\\[^}]*\}")
_SOUND = re.compile(r"\[[^\]]*\]|\([A-Z][A-Z \-'’]*\)|[♪♫][^♪♫]*[♪♫]?")
_SPEAKER = re.compile(r"^(?:>>+ ?)?(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}: ?)?(?:[-–—] ?)?")
_VOICE = re.compile(r"<v(?:\.[\w.]+)? [^>]*>")
_ENDED = re.compile(r"[.!?…][\"'”’)]*$")
_PAUSE = 1.5
"""Seconds between two captions that part paragraphs, where a sentence has ended."""
_LONGEST = 900
"""Characters of a paragraph, where nobody pauses."""


@dataclass(frozen=True, slots=True)
class _Caption:
    start: float
    end: float
    text: str


def read_subtitles(content: Content) -> Iterator[Page]:
    """What is said, paragraph by paragraph; sounds, speakers' names and marks are left out."""
    captions = _unrolled(_captions(content.text))
    text, blocks = compose((BlockKind.PARAGRAPH, paragraph) for paragraph in _paragraphs(captions))
    yield Page(text, blocks)


def _captions(text: str) -> Iterator[_Caption]:
    """Each with its seconds. Between two lines of times stand the words, behind them the number of the next one."""
    marks = list(_TIMES.finditer(text))
    for mark, following in itertools.zip_longest(marks, marks[1:]):
        body = text[mark.end() : following.start() if following else len(text)]
        lines = body.partition("\n")[2].split("\n\n", 1)[0].split("\n")
        words = " ".join(filter(None, map(_spoken, lines)))
        if words:
            yield _Caption(_seconds(*mark.groups()[:4]), _seconds(*mark.groups()[4:]), words)


def _seconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> float:
    return 3600 * int(hours or 0) + 60 * int(minutes) + int(seconds) + int(thousandths.ljust(3, "0")) / 1000


def _spoken(line: str) -> str:
    plain = html.unescape(_TAG.sub("", _VOICE.sub("", line)))
    return _SPEAKER.sub("", one_line(_SOUND.sub(" ", plain)))


def _unrolled(captions: Iterator[_Caption]) -> Iterator[_Caption]:
    """Without what rolling captions say again: the line above is the line below of the caption before."""
    before = ""
    for caption in captions:
        text = caption.text
        if before and text.startswith(before):
            text = text[len(before) :].strip()
        elif before.endswith(text):
            text = ""
        if text:
            yield _Caption(caption.start, caption.end, text)
        before = caption.text


def _paragraphs(captions: Iterator[_Caption]) -> Iterator[str]:
    gathered, end = "", 0.0
    for caption in captions:
        paused = caption.start - end > _PAUSE or len(gathered) > _LONGEST
        if gathered and paused and _ENDED.search(gathered):
            yield gathered
            gathered = ""
        gathered = f"{gathered} {caption.text}".strip()
        end = caption.end
    yield gathered
