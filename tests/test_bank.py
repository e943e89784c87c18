"""The quiz as a file: what people may write in it, what it answers to mistakes, and that nothing is lost on the way."""

from __future__ import annotations

import datetime
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quizgen import bank as banks
from quizgen.errors import BankError
from quizgen.records import (
    BLANK,
    SETS,
    Distractor,
    Evidence,
    Item,
    ItemBank,
    ItemType,
    Part,
    Source,
    answer_of,
    replace,
)

HOSTILE = (
    "yes", "No", "null", "~", "1.9", "0x1F", "1e5", "2021-10-06", "12:30", "=", "<<", ".inf", "- dash", "? query",
    "key: value", "a #comment", "#comment", "'single'", '"double"', "it's", "back\\slash", "two\nlines", "cr\r\nlf",
    "tab\tbed", " leading", "trailing ", "double  space", "*alias", "&anchor", "!tag", "!!python/object:os.system x",
    "%directive", "@at", "`tick`", "|", ">", "{a: b}", "[a, b]", "a, b", "ends:", "emoji 👩‍🚀 ok", "שלום עולם",
    "e\u0301", "nbsp\u00a0here",
    "\u2028line", "\x85next", "\x00nul", "\x7f", "\ufeffbom", "\u202eturned\u202c", "---", "...",
    "long " * 60 + "end", "long: " * 40 + "end", "\U0010ffff", "\ufffe", "{{ jinja }}", "ÅÄÖ", "x" * 300,
)  # fmt: skip
texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
filled = texts.filter(str.strip)
names = st.one_of(st.sampled_from(["", "event.who", "yes", "12", "a: b"]), texts)
offsets = st.integers(-1, 10**6)


@st.composite
def items(draw, documents=("", "0123456789abcdef")):
    kind = draw(st.sampled_from(list(ItemType)))
    options = draw(st.lists(filled, min_size=2, max_size=5, unique=True))
    if kind is ItemType.TRUE_FALSE:
        options = [draw(st.sampled_from(["True", "False"]))]
    gap = f" {BLANK}" if kind is ItemType.CLOZE else ""
    evidence = Evidence(draw(texts), draw(offsets), draw(offsets), draw(offsets), draw(offsets))
    reasons = st.sampled_from(["", "another place", "of the same: kind"])
    evidence = draw(st.sampled_from([evidence, Evidence(""), Evidence(draw(texts))]))
    parts = tuple(Part(text, f"{text}!", evidence) for text in options) if kind in SETS else ()
    return Item(
        id=draw(filled),
        type=kind,
        question=draw(filled) + gap,
        answer=answer_of(kind, parts) if parts else options[0],
        accept=tuple(draw(st.lists(filled, max_size=3))),
        distractors=tuple(Distractor(text, draw(reasons)) for text in options[1:]),
        evidence=evidence,
        rule=draw(names),
        fact=draw(names),
        document=draw(st.sampled_from(documents)),
        difficulty=draw(st.sampled_from(["easy", "medium", "hard"])),
        score=draw(st.floats(0, 1)),
        tags=tuple(draw(st.lists(filled, max_size=3))),
        changed=draw(st.sampled_from(["", "2024-02-29T23:59:59Z"])),
        explanation=draw(texts),
        parts=parts,
    )


@st.composite
def item_banks(draw):
    sources = draw(
        st.lists(
            st.builds(Source, filled, texts, st.none() | st.dates(), texts, texts),
            max_size=2,
            unique_by=lambda source: source.key,
        )
    )
    documents = ("", "elsewhere", *(source.key for source in sources))
    chosen = draw(st.lists(items(documents), max_size=3, unique_by=lambda item: item.id))
    return ItemBank(draw(texts), tuple(chosen), tuple(sources), draw(st.sampled_from(["en", "no", ""])))


def every_field_holds(text: str) -> ItemBank:
    item = Item(
        id="1", type=ItemType.CHOICE, question=f"{text}?", answer=f"{text}.", accept=(f"a{text}",), tags=(f"t{text}",),
        distractors=(Distractor(f"d{text}", text), Distractor(f"{text}e")), evidence=Evidence(text), explanation=text,
    )  # fmt: skip
    parts = (Part(f"p{text}", f"m{text}", Evidence(text)), Part(f"q{text}", f"n{text}"))
    ordering = replace(
        item, id="3", type=ItemType.ORDERING, answer=answer_of(ItemType.ORDERING, parts), distractors=(), parts=parts
    )
    return ItemBank(
        text, (item, replace(item, id="2", type=ItemType.SHORT), ordering), (Source("k", text, None, text, text),)
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(item_banks())
@example(ItemBank("", ()))
def test_what_is_saved_is_read_back_the_same(bank):
    assert banks.loads(banks.dumps(bank)) == bank
    assert banks.from_json(banks.to_json(bank)) == bank


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_survives_in_every_field(text):
    bank = every_field_holds(text)
    assert banks.loads(banks.dumps(bank)) == bank
    assert banks.from_json(banks.to_json(bank)) == bank


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_other_yaml_readers_see_the_same_texts(text):
    item = yaml.safe_load(banks.dumps(every_field_holds(text)))["items"][0]
    assert item["explanation"] == text if text else "explanation" not in item
    assert (item["question"], item["answer"], item["tags"]) == (f"{text}?", f"{text}.", [f"t{text}"])


def test_the_reader_without_libyaml_gives_the_same(monkeypatch):
    bank = ItemBank("x", tuple(replace(every_field_holds(t).items[0], id=str(n)) for n, t in enumerate(HOSTILE)))
    text = banks.dumps(bank)
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert banks.loads(text) == bank


@pytest.mark.parametrize("suffix", [".quiz.yaml", ".yaml", ".yml", ".json"])
def test_files_come_back(tmp_path, suffix):
    path = tmp_path / f"quiz{suffix}"
    bank = every_field_holds("naïve: text – 1.9 m")
    banks.save(bank, path)
    assert banks.load(path) == bank
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_half_a_character_does_not_stop_the_writing(tmp_path):
    banks.save(replace(every_field_holds("a"), title="half \ud83d"), tmp_path / "x.yaml")
    assert banks.load(tmp_path / "x.yaml").title == "half \ufffd"


def test_the_same_bank_gives_the_same_bytes_in_another_process():
    code = (
        "from quizgen import bank; from quizgen.records import *;"
        "i = Item('7', ItemType.CHOICE, 'Who?', 'A', tags=('x', 'y'), distractors=tuple(map(Distractor, 'BCD')));"
        "b = ItemBank('T', (i,)); print(bank.dumps(b), bank.to_json(b), i.options)"
    )
    seeds = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    runs = {subprocess.run([sys.executable, "-c", code], env=seed, capture_output=True).stdout for seed in seeds}
    assert len(runs) == 1 and b"Who?" in runs.pop()


def test_the_file_reads_well():
    item = Item(
        id="00ff00ff00ff00ff",
        type=ItemType.CHOICE,
        question="Who spotted the comet first?",
        answer="Caroline Herschel",
        accept=("Herschel",),
        distractors=(Distractor("Maria Mitchell", "another person"), Distractor("Henrietta Leavitt")),
        evidence=Evidence("Caroline Herschel spotted the comet first.", 10, 52, 10, 27),
        rule="event.who",
        fact="event",
        document="aa00aa00aa00aa00",
        tags=("comets",),
    )
    bank = ItemBank("Comets", (item,), (Source("aa00aa00aa00aa00", "Comets", datetime.date(2020, 5, 1), "comets.txt"),))
    text = banks.dumps(bank)
    comments, _, rest = text.partition("\nversion: ")
    assert all(line.startswith("#") for line in comments.splitlines()) and "Delete" in comments
    assert rest == (
        "1\ntitle: Comets\nlanguage: en\nsources:\n  - title: Comets\n    date: 2020-05-01\n    source: comets.txt\n"
        '    key: "aa00aa00aa00aa00"\n\n'
        "items:\n"
        "  - question: Who spotted the comet first?\n"
        "    answer: Caroline Herschel\n"
        "    type: choice\n"
        "    accept: [Herschel]\n"
        "    distractors:\n"
        "      - {text: Maria Mitchell, reason: another person}\n"
        "      - Henrietta Leavitt\n"
        "    evidence:\n"
        "      text: Caroline Herschel spotted the comet first.\n"
        "      start: 10\n      end: 52\n      answer_start: 10\n      answer_end: 27\n"
        "    difficulty: medium\n"
        "    tags: [comets]\n"
        "    rule: event.who\n    fact: event\n    score: 0.5\n"
        '    id: "00ff00ff00ff00ff"\n'
    )


# --------------------------------------------------------------------------------------------------------------
# By hand
# --------------------------------------------------------------------------------------------------------------


def test_question_and_answer_are_enough():
    text = "items:\n- question: What is 1.9 m?\n  answer: 1.9\n- {question: Is it?, answer: no}\n"
    bank = banks.loads(text, "my.quiz.yaml")
    assert [(i.question, i.answer) for i in bank] == [("What is 1.9 m?", "1.9"), ("Is it?", "no")]
    assert {i.type for i in bank} == {ItemType.SHORT}
    assert bank.title == "my" and bank.language == "en"
    assert len({i.id for i in bank}) == 2 and all(len(i.id) == 16 for i in bank)


def test_an_item_by_hand_has_the_same_id_at_every_reading_and_keeps_it_when_saved():
    written = "title: T\nitems:\n- question: Who?\n  answer: Ada\n"
    first = banks.loads(written).items[0].id
    assert banks.loads("title: Other\n\n" + written.partition("\n")[2]).items[0].id == first
    saved = banks.dumps(banks.loads(written)).replace("Who?", "Who was it?")
    assert banks.loads(saved).items[0].id == first


def test_short_forms():
    bank = banks.loads(
        """
        sources: {title: Rivers, date: 2020-02-02}
        items:
          - question: Where?
            answer: Paris
            accept: Lutetia
            distractors: [Rome, Oslo, {text: Bonn, reason: another town}]
            evidence: It was in Paris.
            explanation:
            tags: towns
          - {question: It was in Paris., type: true_false, answer: true}
        """
    )
    first, second = bank
    assert first.type is ItemType.CHOICE and [d.text for d in first.distractors] == ["Rome", "Oslo", "Bonn"]
    assert (first.accept, first.tags, first.evidence) == (("Lutetia",), ("towns",), Evidence("It was in Paris."))
    assert (second.type, second.answer) == (ItemType.TRUE_FALSE, "True")
    assert bank.source_of(first).title == "Rivers" and bank.source_of(first).date == datetime.date(2020, 2, 2)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("items:\n- question: Who?\n  anwser: Ada\n", 3, 'Did you mean "answer"?'),
        ("items:\n- question: Who?\n", 2, "no answer"),
        ("items:\n- answer: Ada\n", 2, "no question"),
        ("items:\n- question: Who?\n  answer:\n", 2, "no answer"),
        ("items:\n- question: ' '\n  answer: b\n", 2, "empty"),
        ("items:\n- question: [a, b]\n  answer: Ada\n", 2, "text is expected"),
        ("items:\n- question: a\n  answer: b\n  score: high\n", 4, "not a number"),
        ("items:\n- question: a\n  answer: b\n  score: nan\n", 4, "not a number"),
        ("items:\n- question: a\n  answer: b\n  evidence: {start: x}\n", 4, "whole number"),
        ("items:\n- question: a\n  answer: b\n  type: chioce\n", 4, 'Did you mean "choice"?'),
        ("items:\n- question: a\n  answer: b\n  difficulty: 3\n", 4, "easy, medium, hard"),
        ("items:\n- question: a\n  answer: b\n  changed: yesterday\n", 4, "2021-10-06T12:00:00Z"),
        ("items:\n- question: a\n  answer: b\n  type: cloze\n", 2, BLANK),
        ("items:\n- question: a\n  answer: b\n  type: choice\n", 2, "wrong answers"),
        ("items:\n- question: a\n  answer: b\n  distractors: [c, b]\n", 4, "twice"),
        ("items:\n- question: a\n  answer: maybe\n  type: true_false\n", 3, "answer: True"),
        ("items:\n- question: a\n  type: ordering\n", 2, "0 parts"),
        ("items:\n- question: a\n  type: ordering\n  parts: [one]\n", 4, "1 parts"),
        ("items:\n- question: a\n  type: ordering\n  parts: [one, two, one]\n", 4, "twice"),
        ("items:\n- question: a\n  type: ordering\n  parts: [{match: one}, two]\n", 4, "no text"),
        ("items:\n- question: a\n  type: matching\n  parts: [{text: a, match: b}, c]\n", 4, "other side"),
        ("items:\n- question: a\n  type: matching\n  parts: [{text: a, match: b}, {text: c, match: b}]\n", 4, "twice"),
        ("items:\n- question: a\n  type: matching\n  parts: [{text: a, match: b}, {text: a, match: c}]\n", 4, "twice"),
        ("items:\n- question: a\n  answer: b\n  parts: [one, two]\n", 4, "type: ordering"),
        ("items:\n- {question: a, answer: b, id: x}\n- {question: c, answer: d, id: x}\n", 3, "also in line 2"),
        ("items:\n- {question: a, answer: b}\n\n- {question: a, answer: b}\n", 4, "also in line 2"),
        ("sources:\n- {key: a}\n- {key: a}\nitems: []\n", 3, "also in line 2"),
        ("sources:\n- {date: 5 May}\nitems: []\n", 2, "2021-10-06"),
        ("title: a\ntitle: b\nitems: []\n", 2, "twice"),
        ("titel: a\nitems: []\n", 1, 'Did you mean "title"?'),
        ("version: 99\nitems: []\n", 1, "newer quizgen"),
        ("title: only\n", 1, "no items"),
        ("", 1, "list of fields"),
        ("just a sentence\n", 1, "list of fields"),
        ("items:\n- a sentence\n", 2, "list of fields"),
        ("items:\n  - question: a\n answer: b\n", 3, "indentation"),
        ("items:\n- question: Who: me?\n  answer: b\n", 2, "double quotes"),
        ("items:\n- question: *who\n  answer: b\n", 2, "double quotes"),
        ("items:\n- question: !!python/object:os.system x\n  answer: b\n", 2, "double quotes"),
        ("items:\n- question: \x07\n  answer: b\n", 0, "double quotes"),
        ("items: " + "[" * 50 + "]" * 50, 1, "too deep"),
        ("items: " + "[" * 100_000, 1, "too deep"),
        ("items:\n" + "".join(" " * n + "-\n" for n in range(500)), 10, "too deep"),
        ("items: []\n---\nitems: []\n", 2, "second document"),
        ("items: &x []\n", 1, "double quotes"),
        ("items: [{[a]: b}]", 1, "one word"),
    ],
)  # fmt: skip
def test_a_mistake_is_answered_with_its_line_and_what_to_do(text, line, says):
    with pytest.raises(BankError) as caught:
        banks.loads(text, "quiz.yaml")
    assert says in str(caught.value)
    assert (caught.value.path, caught.value.line) == ("quiz.yaml", line)
    assert str(caught.value).startswith(f"quiz.yaml:{line}: " if line else "quiz.yaml: ")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('{"items": [\n {"question": "a"}]}', 2, "no answer"),
        ('{"items": [\n {"question": "a",\n "anwser": "b"}]}', 2, 'Did you mean "answer"?'),
        ('{"items": [\n {"question": "a",}]}', 2, "not valid JSON"),
        ('{"items": [], "items": []}', 1, "twice"),
        ("[" * 100_000, 0, "too deep"),
    ],
)
def test_a_mistake_in_json_too(text, line, says):
    with pytest.raises(BankError) as caught:
        banks.from_json(text, "quiz.json")
    assert says in str(caught.value) and caught.value.line == line


def test_json_of_other_programs_is_read():
    text = json.dumps({"items": [{"question": "How high 👩‍🚀?", "answer": 1.90, "explanation": None}]})
    assert [(i.question, i.answer, i.explanation) for i in banks.from_json(text)] == [("How high 👩‍🚀?", "1.9", "")]


def test_parts_by_hand():
    text = """items:
- question: Put these rivers in order, the longest first.
  type: ordering
  parts: [the Nile, the Danube, the Rhine]
- question: Match each town with its river.
  type: matching
  answer: nobody reads this
  parts:
  - {text: Ulm, match: the Danube, evidence: Ulm lies on the Danube.}
  - {text: Bonn, match: the Rhine}
"""
    ordering, matching = banks.loads(text)
    assert ordering.answer == "the Nile; the Danube; the Rhine"
    assert matching.answer == "Ulm – the Danube; Bonn – the Rhine"
    assert matching.evidence.text == "Ulm lies on the Danube."
    assert sorted(matching.options) == ["the Danube", "the Rhine"] and matching.options != matching.solution
    assert len({ordering.id, matching.id}) == 2


def test_a_part_that_was_changed_is_a_change():
    bank = banks.loads("items:\n- {question: a, type: ordering, parts: [one, two], id: x}\n")
    moved = replace(bank, items=(replace(bank.items[0], parts=bank.items[0].parts[::-1]),))
    now = datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone.utc)
    assert banks.stamp(moved, bank, now).items[0].changed and not banks.stamp(bank, bank, now).items[0].changed


def test_json_has_every_field_under_its_name():
    item = json.loads(banks.to_json(every_field_holds("x")))["items"][0]
    assert set(item) == set(Item.__dataclass_fields__) and set(item["evidence"]) == set(Evidence.__dataclass_fields__)


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(tmp_path, name):
    with pytest.raises(BankError, match=str(tmp_path)):
        banks.load(tmp_path / name)


def test_a_file_in_another_encoding_is_told(tmp_path):
    (tmp_path / "q.yaml").write_bytes("title: naïve".encode("latin-1"))
    with pytest.raises(BankError, match="UTF-8"):
        banks.load(tmp_path / "q.yaml")


def test_windows_line_ends_and_byte_order_marks_are_fine(tmp_path):
    (tmp_path / "q.yaml").write_bytes(b"\xef\xbb\xbfitems:\r\n- question: Who?\r\n  answer: Ada\r\n")
    assert banks.load(tmp_path / "q.yaml").items[0].answer == "Ada"


# --------------------------------------------------------------------------------------------------------------
# What changed
# --------------------------------------------------------------------------------------------------------------

NOW = datetime.datetime(2030, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)


def test_only_items_that_say_something_else_are_stamped():
    earlier = banks.loads(
        "items:\n"
        "- {question: a, answer: b, id: 1, changed: '2020-01-01T00:00:00Z', evidence: {text: a b, start: 5, end: 8}}\n"
        "- {question: c, answer: d, id: 2}\n- {question: e, answer: f, id: 3, changed: '2020-01-01T00:00:00Z'}\n"
    )
    one, two, three = earlier.items
    moved = replace(one, changed="", score=0.9, evidence=replace(one.evidence, start=50, end=53))
    new = (moved, replace(two, question="c?"), replace(three, changed=""), replace(two, id="4"))
    stamped = banks.stamp(replace(earlier, items=new), earlier, NOW)
    before = "2020-01-01T00:00:00Z"
    assert [item.changed for item in stamped] == [before, "2030-01-02T03:04:05Z", before, ""]
    assert banks.stamp(stamped, stamped, NOW) == stamped


def test_a_bank_is_read_without_heavy_libraries():
    heavy = "{'numpy', 'onnxruntime', 'jinja2'}"
    code = f"import sys, quizgen.bank as b; b.loads('items: []'); print({heavy} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "set()"


# --------------------------------------------------------------------------------------------------------------
# The documentation
# --------------------------------------------------------------------------------------------------------------

_DOCS = Path(__file__).parent.parent / "docs"


def test_the_documented_example_is_a_bank():
    example = re.search(r"```yaml\n(.*?)```", (_DOCS / "bank.md").read_text(encoding="utf8"), re.DOTALL)
    first, second, ordering, matching = banks.loads(example[1])
    assert first.type is ItemType.CHOICE and second.accept == ("Johann Strauss", "Strauss")
    assert ordering.parts[0].match == "1872" and matching.answer == "Ulm – Germany; Linz – Austria"


def test_every_field_is_documented():
    text = (_DOCS / "bank.md").read_text(encoding="utf8")
    records = (Item, Part, Evidence, Distractor, Source, ItemBank)
    missing = {name for record in records for name in record.__dataclass_fields__ if f"`{name}`" not in text}
    assert not missing
