"""Matchings and orderings in a round: answered with letters, judged as they were shown."""

from __future__ import annotations

import pytest
from drill.test_round import marks, played

from quizgen.drill.grading import Mark, arrange, grade, letters_of
from quizgen.records import Evidence, Item, ItemBank, ItemType, Part, answer_of, replace

ABC = ("one", "two", "three")


def item(type: ItemType, *parts: Part) -> Item:
    return Item("5" * 16, type, "Put these in order.", answer_of(type, parts), evidence=parts[0].evidence, parts=parts)


ORDERING = item(
    ItemType.ORDERING,
    Part("The dog flew.", "1957", Evidence("In 1957 the dog flew.")),
    Part("The man flew.", "1961", Evidence("The man flew in 1961.")),
    Part("The woman flew.", "1963"),
)
MATCHING = item(
    ItemType.MATCHING,
    Part("Laika", "a dog", Evidence("Laika, a dog, met Yuri, a man.")),
    Part("Yuri", "a man", Evidence("Laika, a dog, met Yuri, a man.")),
    Part("Valentina", "a woman"),
)


def bank(*items: Item) -> ItemBank:
    return ItemBank("Flights", tuple(replace(one, id=f"{n:016x}") for n, one in enumerate(items, start=1)))


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        ("b a c", "two one three"),
        ("BAC", "two one three"),
        ("b, a, c.", "two one three"),
        ("c > a > b", "three one two"),
        ("1b 2a 3c", "two one three"),
        ("3c, 1b, 2a", "two one three"),
        ("1: b; 2: a; 3: c", "two one three"),
        ("a b", None),
        ("a b b", None),
        ("a b d", None),
        ("a b c d", None),
        ("1b 2a", None),
        ("1b 1a 3c", None),
        ("2 1 3", None),
        ("first b then a", None),
        ("", None),
    ],
)
def test_letters_are_read_as_people_write_them(typed, order):
    assert arrange(typed, ABC) == (tuple(order.split()) if order else None)


def test_all_or_nothing_and_how_many_were_right():
    shown = ("The woman flew.", "The dog flew.", "The man flew.")
    assert letters_of(ORDERING, shown) == "b c a"
    assert grade("b c a", ORDERING, shown).mark is Mark.RIGHT
    wrong = grade("c b a", ORDERING, shown)
    assert (wrong.mark, wrong.expected, wrong.reason) == (Mark.WRONG, "b c a", "1 of 3 are right")
    assert grade("x", ORDERING, shown).reason == "each letter is to be named once"


def test_a_round_of_both():
    quiz = bank(ORDERING, MATCHING)
    right = [letters_of(one, one.options) for one in quiz]
    result, screen = played(quiz, *right)
    assert marks(result) == ["right", "right"]
    assert f"✓ Right: {right[0]}" in screen.lines
    assert f"a-c in order: {right[0]}" in screen.lines and f"a-c for 1-3: {right[1]}" in screen.lines
    for letter, line in zip("abc", quiz.items[0].options, strict=True):
        assert f"  {letter}  {line}" in screen.lines
    assert [line for line in screen.lines if line in ("  1  Laika", "  2  Yuri", "  3  Valentina")] == [
        "  1  Laika",
        "  2  Yuri",
        "  3  Valentina",
    ]


def test_what_was_missed_is_told_with_letters_dates_and_sentences():
    quiz = bank(ORDERING)
    first, second, third = letters_of(quiz.items[0], quiz.items[0].options).split()
    _, screen = played(quiz, f"{second} {first} {third}")
    assert f"✗ Wrong (1 of 3 are right). The answer is: {first} {second} {third}" in screen.lines
    assert screen.lines.count(f"  {first}  The dog flew. (1957)") == 2  # after the question, and at the end
    assert "  > In 1957 the dog flew." in screen.lines and "  > The man flew in 1961." in screen.lines


def test_a_sentence_that_tells_two_pairs_is_shown_once():
    _, screen = played(bank(MATCHING), "s")
    after = screen.lines[: screen.lines.index("Look at again")]
    assert after.count("  > Laika, a dog, met Yuri, a man.") == 1
    assert screen.marked[:3] == ["a dog", "a man", "a woman"]


def test_letters_that_are_missing_are_asked_for_again():
    quiz = bank(ORDERING)
    right = letters_of(quiz.items[0], quiz.items[0].options)
    result, screen = played(quiz, "a b", "the dog", right)
    assert marks(result) == ["right"]
    assert screen.lines.count("Answer with each of the letters a-c once; ? shows all keys.") == 2
    assert marks(played(quiz, "a b", patient=False)[0]) == ["wrong"]


def test_hints_give_letters_away_but_not_all():
    quiz = bank(ORDERING)
    right = letters_of(quiz.items[0], quiz.items[0].options)
    _, screen = played(quiz, "h", "h", right)
    assert f"It begins with {right[0]}." in screen.lines and "There is no hint left." in screen.lines


def test_shuffled_lines_are_never_in_the_right_order_and_judged_as_shown():
    quiz = bank(ORDERING)
    seen = set()
    for seed in range(30):
        _, screen = played(quiz, "s", seed=seed)
        shown = tuple(line[5:] for line in screen.lines if line[:5] in ("  a  ", "  b  ", "  c  "))[:3]
        assert shown != quiz.items[0].solution
        assert marks(played(quiz, letters_of(quiz.items[0], shown), seed=seed)[0]) == ["right"]
        seen.add(shown)
    assert len(seen) > 2
