"""Rule files: what is read, how a user's folder is merged, and what is said about every fault."""

import datetime

import pytest

from quizgen.errors import RuleError
from quizgen.rules import loader

RULE = """\
- id: event.where
  fact: event
  when: {place: {type: [place, organization]}, verb: {negated: false}, agent: absent}
  question: "{{ ask('Where', place) }}"
  answer: "{{ place }}"
  accept: "{{ place.head }}"
  distractors: place
  score: 0.7
  examples:
    - given: Ada Lovelace was born in London in 1815.
      items: [{question: Where was Ada Lovelace born?, answer: London}]
    - given: Was it blue? Yes.
      date: 2021-10-06
      items: []
      why: nothing is named
"""


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Writes a rule file into a folder and gives the folder; roles are not checked (the facts are not asked)."""
    monkeypatch.setattr(loader, "_fact_roles", dict)

    def write(text, folder="rules", name="event.yaml"):
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf8")
        return path.parent

    return write


def fault(folder, **options):
    with pytest.raises(RuleError) as caught:
        loader.load_folder(folder, **options)
    return str(caught.value)


def test_every_field_of_a_rule_is_read(write):
    (rule,) = loader.load_folder(write(RULE))
    assert rule.id == "event.where"
    assert rule.when == (
        ("place", (("type", ("place", "organization")),)),
        ("verb", (("negated", (False,)),)),
        ("agent", (("present", (False,)),)),
    )
    assert rule.accept == ("{{ place.head }}",)
    assert rule.score == 0.7 and rule.type == "short" and rule.enabled
    assert rule.line == 1 and rule.path.endswith("event.yaml")
    positive, negative = rule.examples
    assert positive.items[0].question == "Where was Ada Lovelace born?" and positive.line == 10
    assert negative.date == datetime.date(2021, 10, 6) and negative.items == () and negative.line == 12


def test_short_forms_of_when(write):
    text = RULE.replace(
        "{place: {type: [place, organization]}, verb: {negated: false}, agent: absent}",
        "{place: place, time: present, subject: [person, animal]}",
    )
    (rule,) = loader.load_folder(write(text))
    assert rule.when == (
        ("place", (("type", ("place",)),)),
        ("time", (("present", (True,)),)),
        ("subject", (("type", ("person", "animal")),)),
    )


def test_words_that_yaml_would_turn_into_something_else_stay_text(write):
    text = RULE.replace("answer: London", "answer: Yes").replace("nothing is named", "no")
    (rule,) = loader.load_folder(write(text))
    assert rule.examples[0].items[0].answer == "Yes"
    assert rule.examples[1].why == "no"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("distractors: place", "distractor: place", 7, "Did you mean 'distractors'?"),
        ('  answer: "{{ place }}"\n', "", 1, "lacks the key 'answer'"),
        ("id: event.where", "id: Where", 1, "no rule id"),
        ("score: 0.7", "score: 7", 8, "from 0 to 1"),
        ("{{ place }}", "{{ place }", 5, "Jinja"),
        ("  accept:", "  type: shrt\n  accept:", 6, "Did you mean 'short'?"),
        (
            "    - given: Was it blue? Yes.\n      date: 2021-10-06\n      items: []\n      why: nothing is named\n",
            "",
            1,
            "makes none",
        ),
        ("[{question: Where was Ada Lovelace born?, answer: London}]", "[]", 1, "makes an item"),
        ("date: 2021-10-06", "date: Tuesday", 13, "no date"),
        ("why: nothing", "wy: nothing", 15, "Did you mean 'why'?"),
        ("negated: false}", "negated: false", 4, "no YAML"),
        ("  distractors: place", "  fact: event", 7, "twice"),
        ('"{{ place }}"', "{{ place }}", 5, "quotes"),
    ],
)
def test_a_fault_names_its_line_and_what_to_do(write, old, new, line, said):
    assert old in RULE
    message = fault(write(RULE.replace(old, new)))
    assert f"event.yaml:{line}: " in message
    assert said in message


def test_a_broken_template_of_several_lines_names_the_line_in_it(write):
    text = RULE.replace('answer: "{{ place }}"', "answer: |\n    {{ place }}\n    {% if %}")
    assert "event.yaml:7: " in fault(write(text))


def test_a_file_that_is_no_list_is_refused(write):
    assert "a list of rules" in fault(write("id: event.where\n"))
    assert "a list of rules" in fault(write(""))


def test_no_folder_and_no_file_are_said(tmp_path):
    assert "no such folder" in fault(tmp_path / "none")
    assert "no rule file" in fault(tmp_path)


def test_the_same_id_twice_in_a_folder_names_both_places(write):
    write(RULE)
    message = fault(write(RULE, name="other.yaml"))
    assert "other.yaml:1: " in message and "event.yaml:1" in message


def test_an_override_changes_the_keys_it_gives_and_no_other(write):
    base = {rule.id: rule for rule in loader.load_folder(write(RULE))}
    (rule,) = loader.load_folder(write("- id: event.where\n  score: 0.1\n", "mine"), over=base)
    assert rule.score == 0.1
    assert rule.question == base["event.where"].question and rule.examples == base["event.where"].examples


def test_an_override_that_asks_something_else_brings_its_own_examples(write):
    base = {rule.id: rule for rule in loader.load_folder(write(RULE))}
    message = fault(write("- id: event.where\n  question: Where?\n", "mine"), over=base)
    assert "no examples of its own" in message


def test_user_folders_are_laid_over_the_built_in_rules(write, tmp_path, monkeypatch):
    builtin = write(RULE, "builtin")
    monkeypatch.setattr(loader.resources, "builtin", lambda name: builtin)
    monkeypatch.setenv("QUIZGEN_CONFIG", str(tmp_path / "config"))
    mine = write(RULE.replace("event.where", "event.whither"), "mine", "mine.yaml")
    assert [r.id for r in loader.load([mine])] == ["event.where", "event.whither"]
    off = write("- id: event.where\n  enabled: false\n", "off")
    assert [r.id for r in loader.load([mine, off])] == ["event.whither"]
    (tmp_path / "config" / "rules").mkdir(parents=True)
    (tmp_path / "config" / "rules" / "a.yaml").write_text("- id: event.where\n  enabled: false\n", encoding="utf8")
    assert loader.load() == ()
    assert [r.id for r in loader.load(settings=False)] == ["event.where"]


def test_unknown_facts_and_roles_get_a_suggestion(write, monkeypatch):
    monkeypatch.setattr(loader, "_fact_roles", lambda: {"event": ("subject", "place", "agent")})
    loader.load_folder(write(RULE))
    assert "Did you mean 'event'?" in fault(write(RULE.replace("fact: event", "fact: evnt")))
    assert "Did you mean 'place'?" in fault(write(RULE.replace("{place: {", "{plce: {")))
    assert "Did you mean 'type'?" in fault(write(RULE.replace("{type: [", "{typ: [")))
    assert "Did you mean 'negated'?" in fault(write(RULE.replace("negated: false", "negatd: false")))


def test_a_template_names_only_roles_of_the_fact_and_functions(write, monkeypatch):
    monkeypatch.setattr(loader, "_fact_roles", lambda: {"event": ("subject", "place", "agent")})
    role = fault(write(RULE.replace('"{{ place }}"', '"{{ plce }}"', 1)))
    assert "event.yaml:5: 'plce' is no role of the fact 'event' and no function. Did you mean 'place'?" in role
    function = fault(write(RULE.replace("ask('Where'", "aks('Where'")))
    assert "event.yaml:4: " in function and "Did you mean 'ask'?" in function
    block = RULE.replace('answer: "{{ place }}"', "answer: |\n    {{ place }}\n    {{ year }}")
    assert "event.yaml:7: 'year'" in fault(write(block))
