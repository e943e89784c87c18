"""Reasons not to ask, one a file. To add one is one new file and one new line in ``FILTERS``."""

from __future__ import annotations

from quizgen.records import Document
from quizgen.selection.filters import (
    agreement,
    ambiguous,
    bracketed,
    compared,
    connective,
    dangling,
    definite,
    deictic_time,
    doubtful,
    duplicate,
    empty_answer,
    evidence,
    example,
    fragment_quote,
    half_answer,
    idiom,
    length,
    loose_time,
    lost_owner,
    lost_qualifier,
    negated,
    open_blank,
    open_question,
    overlap,
    print_ready,
    proposition,
    question_word,
    repeats,
    residue,
    several_rows,
    spoken,
    stray_comma,
    two_places,
    two_times,
    unplaced,
    vague,
    wording,
)
from quizgen.selection.filters.base import Filter, SetFilter
from quizgen.selection.filters.sheet import SHEET_FILTERS

FILTERS: tuple[Filter, ...] = (
    empty_answer.FILTER,
    evidence.FILTER,
    doubtful.FILTER,
    spoken.FILTER,
    residue.FILTER,
    bracketed.FILTER,
    print_ready.FILTER,
    stray_comma.FILTER,
    length.FILTER,
    repeats.FILTER,
    dangling.FILTER,
    deictic_time.FILTER,
    loose_time.FILTER,
    negated.FILTER,
    connective.FILTER,
    vague.FILTER,
    overlap.FILTER,
    half_answer.FILTER,
    idiom.FILTER,
    example.FILTER,
    lost_owner.FILTER,
    lost_qualifier.FILTER,
    question_word.FILTER,
    two_places.FILTER,
    two_times.FILTER,
    agreement.FILTER,
    fragment_quote.FILTER,
    open_question.FILTER,
    open_blank.FILTER,
    unplaced.FILTER,
    definite.FILTER,
    wording.FILTER,
    compared.FILTER,
    proposition.FILTER,
)
"""Asked in this order of every candidate; the first reason counts."""

SET_FILTERS: tuple[SetFilter, ...] = (ambiguous.FILTER, duplicate.FILTER)
"""Asked of what is left, best first."""

ROW_FILTERS: tuple[Filter, ...] = (
    empty_answer.FILTER,
    evidence.FILTER,
    residue.FILTER,
    print_ready.FILTER,
    length.FILTER,
    overlap.FILTER,
)
"""Asked instead of what was made of a table. The others look for what an extractor may have read wrongly."""

ROW_SET_FILTERS: tuple[SetFilter, ...] = (several_rows.FILTER,)


def filters_for(document: Document) -> tuple[Filter, ...]:
    return ROW_FILTERS if document.rows else FILTERS


def set_filters_for(document: Document) -> tuple[SetFilter, ...]:
    return ROW_SET_FILTERS if document.rows else SET_FILTERS


__all__ = [
    "FILTERS",
    "ROW_FILTERS",
    "ROW_SET_FILTERS",
    "SET_FILTERS",
    "SHEET_FILTERS",
    "Filter",
    "SetFilter",
    "filters_for",
    "set_filters_for",
]
