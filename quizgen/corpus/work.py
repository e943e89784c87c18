"""What a worker does with a batch: reads, asks, and hands back rows. It knows nothing of Dask."""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quizgen import bank as banks
from quizgen import pipeline, reading
from quizgen.corpus.articles import Raw
from quizgen.corpus.batches import Batch
from quizgen.errors import QuizgenError
from quizgen.records import Document, Item, ItemBank, replace

Rows = dict[str, list[dict[str, Any]]]
"""The rows of each table."""
SHINGLE, SKETCH = 5, 64
"""Words of a shingle, and how many numbers a sketch has."""


def work(batch: Batch, options: Mapping[str, Any], key: str) -> Rows:
    """The rows that the articles of a batch, or of a part of it, give; ``key`` is that of the whole batch.

    An article that fails is a row among the errors, whatever it was.
    """
    rows: Rows = {"items": [], "articles": [], "errors": []}
    for raw in batch.articles:
        try:
            _article(raw, dict(options), rows, key)
        except QuizgenError as error:
            rows["errors"].append(error_row(raw, error.message, key))
        except Exception as error:  # a fault of quizgen's own must not end a run of days
            rows["errors"].append(error_row(raw, f"a fault in quizgen: {type(error).__name__}: {error}", key))
    return rows


def error_row(raw: Raw, reason: str, batch: str) -> dict[str, Any]:
    return {"id": raw.id, "place": raw.place, "reason": " ".join(reason.split())[:1000], "batch": batch}


def _article(raw: Raw, options: dict[str, Any], rows: Rows, batch: str) -> None:
    if raw.fault:
        raise QuizgenError(f"{raw.fault[:1].upper()}{raw.fault[1:]}.")
    for document, id in _documents(raw):
        told = pipeline.explain(document, **options)
        rows["items"] += _items(told.bank, id)
        rows["articles"].append(
            {
                "id": id,
                "place": raw.place,
                "title": pipeline.display_title(document) if document.title or document.source else "",
                "date": document.date.isoformat() if document.date else "",
                "link": document.link,
                "author": document.author,
                "key": document.key,
                "words": len(document.text.split()),
                "sentences": len(told.analysis.sentences),
                "candidates": len(told.candidates),
                "items": len(told.bank),
                "rejected": sorted(Counter(one.filter for one in told.rejections).items()),
                "notes": list(document.notes),
                "sketch": sketch(document.text),
                "batch": batch,
            }
        )


def _documents(raw: Raw) -> Iterator[tuple[Document, str]]:
    """The article with its id; the chapters of a book each with a number behind it."""
    if raw.path:
        found = list(reading.read_all(raw.path))
        for number, document in enumerate(found, start=1):
            yield document, raw.id if len(found) == 1 else f"{raw.id}#{number}"
        return
    document = reading.from_text(raw.text, title=raw.title or None, date=_day(raw.date))
    yield replace(document, source=raw.place, link=raw.link or document.link), raw.id


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _items(bank: ItemBank, article: str) -> Iterator[dict[str, Any]]:
    data = json.loads(banks.to_json(bank))["items"]
    for number, (item, told) in enumerate(zip(bank.items, data, strict=True)):
        yield {
            "id": item.id,
            "article": article,
            "number": number,
            "type": str(item.type),
            "question": item.question,
            "answer": item.answer,
            "distractors": [option.text for option in item.distractors],
            "evidence": item.evidence.text,
            "start": item.evidence.start,
            "end": item.evidence.end,
            "rule": item.rule,
            "difficulty": str(item.difficulty),
            "score": item.score,
            "tags": list(item.tags),
            "asks": asks(item),
            "data": json.dumps(told, ensure_ascii=False, sort_keys=True),
        }


def asks(item: Item) -> str:
    """The same for items that ask the same and want the same answer."""
    return " | ".join(" ".join(re.findall(r"\w+", text.casefold())) for text in (item.question, item.answer))


def sketch(text: str) -> bytes:
    """MinHash of the shingles of a text, by the package datasketch."""
    from datasketch import MinHash

    words = re.findall(r"\w+", text.casefold())
    shingles = {" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))}
    made = MinHash(num_perm=SKETCH, seed=1)
    made.update_batch([shingle.encode("utf8") for shingle in sorted(shingles)])
    return bytes(made.hashvalues.astype("<u4").tobytes())


def warm(model: str | None) -> None:
    """Load the parser and the judge before the first article comes."""
    pipeline.load_model(Path(model) if model else None)
