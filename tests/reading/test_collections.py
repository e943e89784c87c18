"""Feeds, collections and subtitles."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from quizgen import pipeline, reading
from quizgen.errors import NothingToAsk, QuizgenError, ReadingError

TEXT = (
    "The bridge was opened in 1878 by the mayor of the town, and two thousand people walked over it on that day. " * 2
)

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>News</title><language>en-gb</language>
<item><title>The &lt;b&gt;bridge&lt;/b&gt;</title><link>https://example.org/1</link><dc:creator>Ann Lee</dc:creator>
<pubDate>Mon, 04 Mar 2019 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{TEXT}</p><script>alert(1)</script><h2>More</h2><p>It fell.</p>]]></content:encoded></item>
<item><title>Second</title><description>{TEXT}</description></item>
<item><description></description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><title>The bridge</title><updated>2019-03-04T10:00:00Z</updated><link href="https://example.org/1"/>
<author><name>Ann Lee</name></author><content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def every(name: str, text: str | bytes, tmp_path: Path) -> list[reading.Document]:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf8"))
    return list(reading.read_all(path))


@pytest.mark.parametrize(("name", "text"), [("a.rss", RSS), ("a.xml", RSS), ("a.atom", ATOM), ("feed", ATOM)])
def test_entries_of_a_feed_are_articles(name: str, text: str, tmp_path: Path) -> None:
    first = every(name, text, tmp_path)[0]
    assert first.title == "The bridge" and first.author == "Ann Lee" and first.link == "https://example.org/1"
    assert first.date == datetime.date(2019, 3, 4) and TEXT.strip() in first.text and "alert" not in first.text


def test_entries_without_text_are_passed_over(tmp_path: Path) -> None:
    assert [one.title for one in every("a.rss", RSS, tmp_path)] == ["The bridge", "Second"]


@pytest.mark.parametrize("text", ["<html><body><p>x</p></body></html>", "", "<rss></rss>", "<rss", "no xml"])
def test_what_is_no_feed_is_told(text: str, tmp_path: Path) -> None:
    with pytest.raises(QuizgenError):
        every("a.rss", text, tmp_path)


ARTICLES = [
    {"title": "The bridge", "date": "2019-03-04", "url": "https://example.org/1", "author": "Ann Lee", "text": TEXT},
    {"id": 7, "body": TEXT},
    {"headline": "Third", "published": "4 March 2019", "content": TEXT},
]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonl", "\n".join(map(json.dumps, ARTICLES)) + "\n\n"),
        ("a.ndjson", "\r\n".join(map(json.dumps, ARTICLES))),
        ("a.json", json.dumps(ARTICLES)),
        ("a.json", json.dumps({"articles": ARTICLES})),
    ],
)
def test_articles_as_data(name: str, text: str, tmp_path: Path) -> None:
    found = every(name, text, tmp_path)
    assert [one.title for one in found] == ["The bridge", "7", "Third"]
    assert found[0].author == "Ann Lee" and found[0].link == "https://example.org/1"
    assert [one.date for one in found] == [datetime.date(2019, 3, 4), None, datetime.date(2019, 3, 4)]
    assert not pipeline.is_bank(tmp_path / name) and not reading.is_table(tmp_path / name)


def test_tables_and_quizzes_of_json_are_what_they_were(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text(
        '[{"country": "France", "text": "short"}, {"country": "Spain", "text": "x"}]', "utf8"
    )
    (tmp_path / "q.json").write_text('{"items": [{"question": "Who?", "answer": "Ann"}], "text": "x"}', "utf8")
    assert reading.is_table(tmp_path / "t.json") and not pipeline.is_bank(tmp_path / "t.json")
    assert pipeline.is_bank(tmp_path / "q.json")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"text": "It was opened in 1878."}\n{"text": ', "a.jsonl:2: This line is no JSON"),
        ('{"text": "It was opened in 1878."}\n[1]', "a.jsonl:2: This line is no object"),
        ('{"text": "It was opened in 1878."}\n{"title": "x"}', "a.jsonl:2: This line has no text"),
        ("[" * 100_000, "a.jsonl:1: This line is no JSON"),
    ],
)
def test_broken_lines_are_told_with_their_number(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=said):
        every("a.jsonl", text, tmp_path)


def test_an_empty_collection_is_told(tmp_path: Path) -> None:
    with pytest.raises(NothingToAsk, match="no article"):
        every("a.jsonl", "\n\n", tmp_path)


SRT = """\ufeff1
00:00:01,000 --> 00:00:03,500
<i>The bridge was opened</i>
in 1878 by the mayor.

2
00:00:03,600 --> 00:00:05,000
[MUSIC PLAYING]

3
00:00:04,900 --> 00:00:07,000
MR SMITH: It was built
of iron, {\\an8}and it &amp; the road

4
00:00:07,100 --> 00:00:08,000
- were painted green.

5
00:01:30,000 --> 00:01:32,000
♪ La la la ♪
The end came in 1901.
"""
VTT = """WEBVTT - made by hand

NOTE a comment
that nobody says

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.500 align:start position:0%
<v Ann Lee>The bridge was opened

00:03.600 --> 00:05.000
The bridge was opened
<00:03.700><c>in 1878 by</c> the mayor.

00:05.000 --> 00:05.100
in 1878 by the mayor.

00:05.100 --> 00:08.000
It was built of iron, and it & the road were painted green.
"""


@pytest.mark.parametrize(
    ("name", "text"), [("a.srt", SRT), ("a.srt", SRT.replace("\n", "\r\n")), ("a.vtt", VTT), ("talk", VTT)]
)
def test_what_is_said_is_running_text(name: str, text: str, tmp_path: Path) -> None:
    (document,) = every(name, text, tmp_path)
    said = "The bridge was opened in 1878 by the mayor. It was built of iron, and it & the road were painted green."
    assert document.text.split("\n\n")[0] == said
    assert ("The end came in 1901." in document.text) == (name == "a.srt")
    assert not any(word in document.text for word in ("MUSIC", "SMITH", "La la", "comment", "color", "-->", "an8"))
