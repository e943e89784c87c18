"""Banks that test the exporters: many items, and text that tries everything."""

from __future__ import annotations

from quizgen.records import (
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
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 2'>",
    '"><svg onload=window.hacked=3>',
    "</style><script>window.hacked = 4</script>",
    "&lt;b&gt; & &amp; &#91;",
    "[sound:x.mp3]",
    "[anki:tts lang=en_US]hello[/anki:tts]",
    "[latex]x^2[/latex]",
    "[$]x[/$] [$$]y[/$$]",
    r"\(x^2\) and \[y^2\] and \\(z\\)",
    r"ends with \ ",
    "{{c1::gap}}",
    "{{Answer}} {{#Extra}}",
    "}} early {{",
    "a::b ::c",
    ": colon :",
    "[[type:Answer]]",
    "<anki-mathjax>x</anki-mathjax>",
    "{% raw %} {{ 7 * 7 }} {# gone #}",
    "=1+1|cmd",
    "@SUM(A1)",
    "+1",
    "-1",
    "'quote' \"double\" ‘curly’",
    "שלום עולם",
    "\u202eturned around\u202c",
    "e\u0301a\u0308 combining",
    "👩‍🚀 family 👨‍👩‍👧",
    "bell\x07 and nul\x00 inside",
    "two\nlines",
    'x"; } body { display: none } /*',
)
"""Text as an article from anywhere may have it. None of it may do anything; all of it may be seen."""


def many(bank: ItemBank, count: int) -> ItemBank:
    """That many items with ids of their own, every text of an item ending in a word of its own: *w17w*."""

    def numbered(number: int) -> Item:
        item, word = bank.items[number % len(bank.items)], f" w{number}w"
        wrong = tuple(replace(d, text=d.text + word) for d in item.distractors)
        answer = item.answer if item.type is ItemType.TRUE_FALSE else item.answer + word
        return replace(
            item, id=f"{number:016x}", question=f"w{number}w {item.question}{word}", answer=answer, distractors=wrong
        )

    return replace(bank, items=tuple(map(numbered, range(count))))


def hostile_bank(kind: ItemType, texts: tuple[str, ...] = HOSTILE) -> ItemBank:
    """One item of a kind for every hostile text, which stands in each of its fields."""
    return ItemBank("Hostile", tuple(hostile_item(kind, n, text) for n, text in enumerate(texts)), (_source(),))


def hostile_item(kind: ItemType, number: int, text: str) -> Item:
    wrong = (Distractor(f"{text} wrong"), Distractor(f"other {text}"))
    evidence = Evidence(f"It said {text} here.")
    parts = (Part(text, f"{text} match", evidence), Part(f"other {text}", text, evidence)) if kind in SETS else ()
    return Item(
        id=f"{kind}-{number}",
        type=kind,
        question=f"{text} before _____ after {text}" if kind is ItemType.CLOZE else f"ask {text}",
        answer=answer_of(kind, parts) if parts else "True" if kind is ItemType.TRUE_FALSE else text,
        distractors=wrong if kind is ItemType.CHOICE else (),
        explanation=f"why {text}",
        evidence=evidence,
        rule=text,
        document="source",
        tags=(text,),
        parts=parts,
    )


def _source() -> Source:
    return Source("source", "; ".join(HOSTILE), link="javascript:window.hacked=5")
