"""Rounds played by a script: what is asked, what is told, what counts."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from quizgen.drill import round as rounds
from quizgen.drill.pieces import Line, Style
from quizgen.drill.telling import Result
from quizgen.records import BLANK, Distractor, Evidence, Item, ItemBank, ItemType, replace


class Script:
    """A screen whose player types what was written down before, then leaves."""

    def __init__(self, *typed: str, patient: bool = True) -> None:
        self.typed: Iterator[str] = iter(typed)
        self.patient = patient
        self.lines: list[str] = []
        self.marked: list[str] = []

    def say(self, said: Line) -> None:
        self.lines.append(said.lead + "".join(piece.text for piece in said.pieces))
        self.marked += [piece.text for piece in said.pieces if piece.style is Style.ANSWER]

    def progress(self, number: int, total: int, score: int, streak: int) -> None:
        self.lines.append(f"{number}/{total} {score}")

    def ask(self, prompt: str) -> str | None:
        typed = next(self.typed, None)
        self.lines.append(f"{prompt}{typed}")
        if typed == "^C":
            raise KeyboardInterrupt
        return typed

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def played(bank: ItemBank, *typed: str, patient: bool = True, **options: object) -> tuple[Result, Script]:
    screen = Script(*typed, patient=patient)
    return rounds.play(bank, screen, **options), screen


def marks(result: Result) -> list[str]:
    return [str(answer.mark) for answer in result.answered]


def only(bank: ItemBank, *numbers: int) -> ItemBank:
    return replace(bank, items=tuple(bank.items[number - 1] for number in numbers))


def test_a_whole_round(bank: ItemBank) -> None:
    result, screen = played(bank, "Doug Liman", "twelve", "16 Oct", "f", "Peresld")
    assert marks(result) == ["wrong", "right", "right", "right", "close"]
    assert "Score: 4 of 5 (80 %)" in screen.text
    assert "3 right, 1 close, 1 wrong." in screen.text
    again = screen.text.partition("Look at again")[2]
    assert again.count("The answer is:") == 2
    assert "You answered: Doug Liman" in again
    assert "> The director, Klim Shipenko, had a hard flight" in again
    assert "You answered: Peresld" in again
    assert "12 days" not in again.replace("After 12 days", "")


def test_each_question_says_how_far_the_round_is(bank: ItemBank) -> None:
    _, screen = played(bank, "Klim Shipenko", "13", "Oct 16", "t", "Peresild")
    assert [line for line in screen.lines if "/5 " in line] == ["1/5 0", "2/5 1", "3/5 1", "4/5 2", "5/5 2"]


def test_the_kinds_of_question_are_put_in_their_own_way(bank: ItemBank) -> None:
    _, screen = played(bank, "s", "s", "s", "s", "s")
    options = [line for line in screen.lines if line[:5] in ("  1  ", "  2  ", "  3  ", "  4  ")]
    assert sorted(line[5:] for line in options) == ["Anton Shkaplerov", "Dmitry Peskov", "Doug Liman", "Klim Shipenko"]
    assert f"They are set to return to Earth on {BLANK}." in screen.lines
    assert screen.lines.index("True or false?") + 1 == screen.lines.index("The director is 1.7 metres tall.")
    assert [line for line in screen.lines if line.endswith(": s")] == [
        "1-4: s",
        "Answer: s",
        "Answer: s",
        "t/f: s",
        "Answer: s",
    ]


def test_the_answer_and_its_sentence_follow_every_question(bank: ItemBank) -> None:
    _, screen = played(bank, "s", "12", "October 17", "t", "q")
    assert "- Skipped. The answer is: Klim Shipenko" in screen.lines
    assert "✓ Right: 12 days" in screen.lines
    assert "✗ Wrong (it is another day). The answer is: October 16" in screen.lines
    assert "✗ Wrong. It is false." in screen.lines
    assert "  The director is 1.9 metres tall." in screen.lines
    assert "  > His height is 1.9 metres. (A film crew in orbit)" in screen.lines
    assert screen.marked[:3] == ["Klim Shipenko", "12 days", "October 16"]


def test_the_answer_is_found_in_its_sentence_where_the_quiz_does_not_say_where(bank: ItemBank) -> None:
    item = Item("9" * 16, ItemType.SHORT, "Who?", "Ada", evidence=Evidence("Adam met ADA."))
    _, screen = played(replace(bank, items=(item,)), "x")
    assert screen.marked == ["ADA"] * 2  # after the question, and in the list at the end


def test_choices_by_number_and_letter(bank: ItemBank) -> None:
    place = bank.items[0].options.index("Klim Shipenko")
    for typed in (str(place + 1), "ABCD"[place], "klim shipenko"):
        assert marks(played(only(bank, 1), typed)[0]) == ["right"]


def test_a_line_that_cannot_be_an_answer_is_asked_again(bank: ItemBank) -> None:
    result, screen = played(only(bank, 1, 4), "7", "", "nobody", "Klim Shipenko", "maybe", "n")
    assert marks(result) == ["right", "right"]
    assert screen.lines.count("Answer 1-4; ? shows all keys.") == 2
    assert "Answer t (true) or f (false); ? shows all keys." in screen.lines


def test_in_a_pipe_every_line_answers_one_question(bank: ItemBank) -> None:
    result, _ = played(bank, "7", "", "October 16", "maybe", "Peresild", patient=False)
    assert marks(result) == ["wrong", "None", "right", "wrong", "right"]


def test_hints_go_from_the_first_letter_to_all_first_letters(bank: ItemBank) -> None:
    result, screen = played(only(bank, 5), "h", "h", "h", "Peresild")
    assert screen.lines[screen.lines.index("Answer: h") + 1] == "It begins with Y."
    assert "It looks like this: Y···· P·······" in screen.lines
    assert "There is no hint left." in screen.lines
    assert result.answered[0].hints == 2
    assert "1 right, 1 with a hint." in screen.text


def test_hints_to_a_choice_take_wrong_options_away(bank: ItemBank) -> None:
    _, screen = played(only(bank, 1), "h", "h", "h")
    told = [line for line in screen.lines if line.startswith("It is not")]
    assert len(told) == 2
    assert told[0].removeprefix("It is not ").strip(".") in told[1]
    right = str(bank.items[0].options.index("Klim Shipenko") + 1)
    assert all(right not in line for line in told)
    assert "There is no hint left." in screen.lines


def test_help_does_not_use_up_the_question(bank: ItemBank) -> None:
    result, screen = played(only(bank, 2), "?", "12")
    assert marks(result) == ["right"]
    assert any("skip this question" in line for line in screen.lines)


@pytest.mark.parametrize("last", [(), ("q",), ("/quit",), ("^C",)], ids=["end of input", "q", "/quit", "Ctrl-C"])
def test_a_round_that_is_left_keeps_its_score(bank: ItemBank, last: tuple[str, ...]) -> None:
    result, screen = played(bank, "Klim Shipenko", "13", *last)
    assert marks(result) == ["right", "wrong"]
    assert "The round ended after 2 of 5 questions." in screen.lines
    assert "Score: 1 of 2 (50 %)" in screen.text


def test_a_round_that_is_left_at_once_has_no_score(bank: ItemBank) -> None:
    result, screen = played(bank)
    assert result.answered == ()
    assert screen.lines[-1] == "No question was answered."


def test_a_round_without_a_mistake_has_nothing_to_look_at_again(bank: ItemBank) -> None:
    _, screen = played(only(bank, 2), "12")
    assert screen.lines[-1] == "Nothing to look at again."


def test_a_letter_that_is_the_answer_is_an_answer(bank: ItemBank) -> None:
    item = Item("9" * 16, ItemType.SHORT, "What is the symbol of hydrogen?", "H")
    assert marks(played(replace(bank, items=(item,)), "h")[0]) == ["right"]
    result, _ = played(replace(bank, items=(item,)), "/h", "h")
    assert (marks(result), result.answered[0].hints) == (["right"], 1)
    assert marks(played(replace(bank, items=(item,)), "s")[0]) == ["None"]


def test_options_that_are_numbers_are_chosen_by_letter(bank: ItemBank) -> None:
    item = Item("9" * 16, ItemType.CHOICE, "How many?", "3", distractors=tuple(map(Distractor, "124")))
    result, screen = played(replace(bank, items=(item,)), "3")
    assert marks(result) == ["right"]
    assert any(line.startswith("  a  ") for line in screen.lines)


# Second thoughts ------------------------------------------------------------------------------------------------


def test_the_last_answer_is_taken_back_and_given_again(bank: ItemBank) -> None:
    result, screen = played(only(bank, 1, 2), "u", "Doug Liman", "u", "Klim Shipenko", "12")
    assert marks(result) == ["right", "right"]
    assert "There is no answer to take back." in screen.lines
    assert [line for line in screen.lines if "/2 " in line] == ["1/2 0", "2/2 0", "1/2 0", "2/2 1"]


def test_the_last_answer_is_overruled(bank: ItemBank) -> None:
    result, screen = played(only(bank, 1, 2), "o", "Doug Liman", "o", "o", "12")
    assert marks(result) == ["right", "right"]
    assert screen.lines.count("There is no answer to overrule.") == 2
    assert "Score: 2 of 2 (100 %)" in screen.text and "overruled" in result.answered[0].verdict.reason


@pytest.mark.parametrize(("typed", "mark"), [("o", "right"), ("u", "right"), ("", "wrong"), ("x", "wrong")])
def test_after_the_last_question_too(bank: ItemBank, typed: str, mark: str) -> None:
    result, _ = played(only(bank, 1), "Doug Liman", typed, "Klim Shipenko")
    assert marks(result) == [mark]


def test_a_letter_that_is_the_answer_overrules_nothing(bank: ItemBank) -> None:
    item = Item("9" * 16, ItemType.SHORT, "What is the symbol of oxygen?", "O")
    assert marks(played(replace(only(bank, 1), items=(bank.items[0], item)), "Doug Liman", "o")[0]) == [
        "wrong",
        "right",
    ]


def test_answers_in_a_row_are_counted(bank: ItemBank) -> None:
    for typed, streak in ((("Klim Shipenko", "12"), 2), (("x", "Doug Liman", "12"), 1), (("Klim Shipenko", "s"), 0)):
        assert played(only(bank, 1, 2), *typed)[0].streak == streak


# Players and time -----------------------------------------------------------------------------------------------


def test_players_take_turns_and_the_board_counts(bank: ItemBank) -> None:
    result, screen = played(bank, "Klim Shipenko", "13", "Oct 16", "f", "Peresild", players=("Ann", "Ben"))
    assert result.board == (("Ann", 3), ("Ben", 1))
    assert [line for line in screen.lines if line.endswith("your turn.")] == [
        f"{name}, your turn." for name in ("Ann", "Ben", "Ann", "Ben", "Ann")
    ]
    assert (
        "  Ann 1 · Ben 0" in screen.lines and "1. Ann: 3 points" in screen.lines and "2. Ben: 1 point" in screen.lines
    )


def test_players_with_the_same_points_share_a_place(bank: ItemBank) -> None:
    _, screen = played(bank, "s", "s", "s", "s", "s", players=("Ann", "Ben", "Cleo"))
    assert [line[:3] for line in screen.lines if line.endswith(" 0 points")] == ["1. "] * 3


def test_an_answer_that_comes_too_late_is_wrong(bank: ItemBank) -> None:
    class Slow(Script):
        def ask(self, prompt: str) -> str | None:
            time.sleep(0.2)
            return super().ask(prompt)

    screen = Slow("Klim Shipenko")
    result = rounds.play(only(bank, 1), screen, time_limit=0.05)
    assert marks(result) == ["wrong"] and "time is up" in screen.text
    assert marks(rounds.play(only(bank, 1), Slow("Klim Shipenko"), time_limit=5)) == ["right"]


def test_in_a_pipe_there_is_no_limit_of_time(bank: ItemBank) -> None:
    result, _ = played(only(bank, 1), "Klim Shipenko", patient=False, time_limit=0.000001)
    assert marks(result) == ["right"]


def questions(screen: Script, bank: ItemBank) -> list[str]:
    known = {item.question for item in bank.items}
    return [line for line in screen.lines if line in known]


def test_shuffling_is_repeatable_and_leaves_no_item_out(bank: ItemBank) -> None:
    orders = [questions(played(bank, *"sssss", seed=seed)[1], bank) for seed in (1, 1, 2, 3)]
    plain = questions(played(bank, *"sssss")[1], bank)
    assert plain == [item.question for item in bank.items]
    assert orders[0] == orders[1]
    assert len({tuple(order) for order in orders}) > 1
    assert all(sorted(order) == sorted(plain) for order in orders)


def test_a_limit_is_taken_after_shuffling(bank: ItemBank) -> None:
    first = {questions(played(bank, "s", seed=seed, limit=1)[1], bank)[0] for seed in range(20)}
    assert len(first) > 1
    assert played(bank, "s", seed=1, limit=1)[0].total == 1


def test_shuffled_options_are_judged_as_they_were_shown(bank: ItemBank) -> None:
    for seed in range(8):
        _, screen = played(only(bank, 1), "s", seed=seed)
        label = next(line.split()[0] for line in screen.lines if line.endswith("  Klim Shipenko"))
        assert marks(played(only(bank, 1), label, seed=seed)[0]) == ["right"]
