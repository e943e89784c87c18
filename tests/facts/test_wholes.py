"""Blanks in the article's own sentences: what is cut from a long one, what leads in, what can be left out."""

from __future__ import annotations

import pytest

from quizgen import analysis, facts, reading
from quizgen.analysis.parser import Model


def sentences(text: str, model: Model) -> dict[str, set[str]]:
    """Each sentence that was written → what can be left out of it."""
    analysed = analysis.analyse(reading.from_text(text), model, None)
    found: dict[str, set[str]] = {}
    for fact in facts.extract(analysed):
        if fact.kind == "sentence":
            said = fact.role("sentence")
            left = fact.roles[0][1]
            assert said is not None
            found.setdefault(said.text, set()).add(left.text)
    return found


LONG = (
    "In the spring of 1871 the engineer Karl Brandt, who had studied in Zurich and had worked for a year in the mines "
    "of Cornwall, built a bridge of iron over the river Aare near the town of Olten, while his brother, a painter of "
    "some fame, stayed in Bern."
)


def test_a_long_sentence_is_cut_around_the_blank(model: Model) -> None:
    found = sentences(LONG, model)
    around = [said for said, left in found.items() if "a bridge of iron" in left]
    assert around and all(len(said.split()) <= 30 for said in around)
    assert all("Zurich" not in said and "painter" not in said for said in around)


def test_a_clause_that_a_long_sentence_holds_stands_alone_with_its_subject(model: Model) -> None:
    found = sentences(LONG, model)
    around = [said for said, left in found.items() if "Zurich" in left]
    assert around and all("Karl Brandt" in said and "bridge" not in said for said in around)


def test_behind_its_subject_a_pronoun_stays_one(model: Model) -> None:
    found = sentences(LONG.replace("in Zurich", "in Zurich with his father"), model)
    around = [said for said, left in found.items() if "Zurich" in left]
    assert around and all("his father" in said and "Brandt's" not in said for said in around)


def test_a_condition_is_never_cut(model: Model) -> None:
    text = (
        "Every house on the northern bank of the river may be pulled down by order of the city council of Olten within "
        "a single month, if its owner has not repaired the outer walls in the five years before."
    )
    assert all("if its owner" in said for said in sentences(text, model))


@pytest.mark.parametrize(
    ("text", "said", "left"),
    [
        (
            "The monks of Basel own two mills. These mills were built by the monks in 1340.",
            "The monks of Basel own two mills. These mills were built by the monks in 1340.",
            "1340",
        ),
        (
            "However, the old mill near Olten was rebuilt by monks from Basel.",
            "The old mill near Olten was rebuilt by monks from Basel.",
            "Basel",
        ),
        (
            "The road was lost; however, the old mill near Olten was rebuilt by monks from Basel.",
            "The road was lost; the old mill near Olten was rebuilt by monks from Basel.",
            "Basel",
        ),
        (
            "For example, the old mill near Olten was rebuilt by monks from Basel.",
            "The old mill near Olten was rebuilt by monks from Basel.",
            "monks from Basel",
        ),
        (
            "First, the old mill (a ruin) near Olten was rebuilt by monks from Basel.",
            "The old mill near Olten was rebuilt by monks from Basel.",
            "the old mill",
        ),
        (  # the town has a name of its own, and is not Basel
            "Basel is a city in Switzerland. The old road leads north to the city of Olten and a small lake.",
            "The old road leads north to the city of Olten and a small lake.",
            "the city of Olten and a small lake",
        ),
        (  # a full name in place of one in -s
            "Martin Peters built a mill near Olten. The brother that came from Peters' monastery stayed in Basel.",
            "The brother that came from Martin Peters' monastery stayed in Basel.",
            "Basel",
        ),
        (
            "Theodorus of Olten led the monks. A brother from Theodorus' monastery stayed with the bishop in Basel.",
            "A brother from Theodorus of Olten's monastery stayed with the bishop in Basel.",
            "Basel",
        ),
        (
            "Karl Brandt works in Bern. He's a painter and the editor of a small paper near the town of Olten.",
            "Karl Brandt is a painter and the editor of a small paper near the town of Olten.",
            "a painter",
        ),
        (
            "Many Americans moved to Basel. The old road was built by Native Americans near the river of Olten.",
            "The old road was built by Native Americans near the river of Olten.",
            "Native Americans",
        ),
        (  # the part that he plays has a sister, not he
            "Karl Brandt is an actor from Olten. In the spring of 2009 he had the lead role in the third version of "
            "the old film Harvest Night as Tom Berg, a man who travels to the city of Basel in search of his sister.",
            "Tom Berg was a man who travels to the city of Basel in search of his sister.",
            "Basel",
        ),
        (
            "Peter Lund was an engineer from Olten. The Marquis de Lafayette met Lund in the old town of Basel.",
            "The Marquis de Lafayette met Peter Lund in the old town of Basel.",
            "the Marquis de Lafayette",
        ),
        (
            "Smoke may come not only from fires in the woods but also from the many old ships in Basel. 9",
            "Smoke may come not only from fires in the woods but also from the many old ships in Basel.",
            "Basel",
        ),
        (
            "Unfortunately for the old abbot, the monks of Basel left the mill.",
            "Unfortunately for the old abbot, the monks of Basel left the mill.",
            "Basel",
        ),
        (
            "Karl Berg lost a vote in Olten. The old painter Berg Altmann of Basel was chosen by the monks.",
            "The old painter Berg Altmann of Basel was chosen by the monks.",
            "the monks",
        ),
        (
            "Governments that had run out of money raised tariffs and let their exchange rates fall, whereupon the "
            "monks found that they could sell goods which had formerly come from Basel or Olten.",
            "The monks found that they could sell goods which had formerly come from Basel or Olten.",
            "Basel or Olten",
        ),
        (  # whom the title names
            "Bessie Harding\n\nShe was born in a small house near Basel in 1937 and wrote two books on Olten.",
            "Bessie Harding was born in a small house near Basel in 1937 and wrote two books on Olten.",
            "1937",
        ),
        (
            "The Habsburg dynasty came from a small castle in the north of Switzerland.",
            "The Habsburg dynasty came from a small castle in the north of Switzerland.",
            "Habsburg",
        ),
    ],
)
def test_what_is_written(text: str, said: str, left: str, model: Model) -> None:
    assert left in sentences(text, model).get(said, set()), sentences(text, model)


@pytest.mark.parametrize(
    "text",
    [
        "We have seen the old mill near the town of Olten on our way to Basel.",
        "Have the monks of Basel seen the old mill near the town of Olten?",
        "Old mill, Olten, Basel road, north side of the river, open on Sundays.",
        "Let us look at the old mill near the town of Olten in the year 1340.",
        "Again and again they rebuilt this mill after the fires of that year.",
        "The old mills was rebuilt near the town of Olten in the year 1340.",
    ],
)
def test_what_is_no_statement_that_stands_alone(text: str, model: Model) -> None:
    assert sentences(text, model) == {}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The king reigned over Burgundy from 1032 to 1056 with the help of his mother.", {"to 1056", "help"}),
        ("The treaty of 14 March 1421 gave the town of Olten to the city of Basel.", {"14", "March"}),
        ("In the Thirty Years' War the town of Olten was burnt by Swedish troops.", {"Thirty", "War", "Years"}),
        ("The writer moved to Lake Biel and wrote about 50 thousand letters to Basel.", {"thousand", "Lake"}),
        ("The king held the fort of Olten against the city of Basel with about six hundred men.", {"about six", "six"}),
        ("The slow bus takes up to seven hours from Basel to Olten in the winter.", {"to seven", "to seven hours"}),
        ("The slow bus took about three and a half hours from Basel to the town of Olten.", {"about three", "three"}),
        ("Smoke may come from fires in the woods and from the many old ships in Basel. 9", {"9"}),
        ("Ghost in the Shell is one of twelve films that the museum of Olten shows.", {"Ghost", "the Shell"}),
        ("A kind of barley was grown in the valleys around the town of Olten.", {"a kind"}),
        ("Vegetables such as beans were grown by the monks around the town of Olten.", {"beans"}),
    ],
)
def test_what_is_a_part_of_something_is_not_left_out_alone(text: str, never: set[str], model: Model) -> None:
    found = sentences(text, model)
    assert found and not set().union(*found.values()) & never


def test_kinds_and_purposes_are_left_out_too(model: Model) -> None:
    left = set().union(*sentences("In 1340 Swiss monks went to Olten to build a wooden mill.", model).values())
    assert {"wooden", "Swiss"} & left and "build a wooden mill" in left
