"""Reasons to leave an item off a sheet of chosen items, one a file; whoever asks for all items gets it.

Judges named each of these faults in items that the ranking took for good; others of the kind are right, so that it is
no reason to call an item wrong.
"""

from __future__ import annotations

from quizgen.selection.filters.base import Filter
from quizgen.selection.filters.sheet import (
    age_when,
    apposed,
    bare_blank,
    described,
    doubtful_number,
    earlier,
    empty_sentence,
    headless,
    in_progress,
    leans,
    led_in,
    named_twice,
    of_what,
    open_list,
    relative_time,
    says_nothing,
    shared_parts,
    some_of_many,
    tells_itself,
    time_does,
    time_inside,
    title_answer,
    undated,
    unknown_kind,
    what_for,
)

SHEET_FILTERS: tuple[Filter, ...] = (
    bare_blank.FILTER,
    apposed.FILTER,
    headless.FILTER,
    tells_itself.FILTER,
    described.FILTER,
    named_twice.FILTER,
    some_of_many.FILTER,
    empty_sentence.FILTER,
    leans.FILTER,
    led_in.FILTER,
    says_nothing.FILTER,
    shared_parts.FILTER,
    in_progress.FILTER,
    open_list.FILTER,
    of_what.FILTER,
    doubtful_number.FILTER,
    undated.FILTER,
    relative_time.FILTER,
    age_when.FILTER,
    earlier.FILTER,
    unknown_kind.FILTER,
    what_for.FILTER,
    time_does.FILTER,
    time_inside.FILTER,
    title_answer.FILTER,
)
