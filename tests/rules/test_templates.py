"""What a rule's template may do, and that nothing else gets through: a rule file may come from a stranger."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.records import Phrase
from quizgen.rules.functions import Functions
from quizgen.rules.grammar import Unaskable
from quizgen.rules.loader import load
from quizgen.rules.templates import LONGEST, Template, TemplateFault

ADA = Phrase("Ada Lovelace", "Lovelace", "person", marker="by", definition="English mathematician")
FUNCTIONS = ("ask", "cap")


def refuse(*_: object) -> str:
    raise Unaskable("nothing tells what “it” is")


VALUES = {"subject": ADA, "ask": lambda wh, target: f"{wh} is {target}?", "cap": str.capitalize, "refuse": refuse}


def render(source: str) -> str:
    return Template(source, (*FUNCTIONS, "refuse")).render(VALUES)


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{{ subject }}", "Ada Lovelace"),
        ("{{ ask('Who', subject) }}", "Who is Ada Lovelace?"),
        ("{{ ask('Which ' ~ subject.definition, subject) }}", "Which English mathematician is Ada Lovelace?"),
        ("{{ subject.marker ~ ' ' ~ subject if subject.marker else subject }}", "by Ada Lovelace"),
        ("{% if subject.type == 'person' %}Who{% else %}What{% endif %}", "Who"),
        ("{{ 'Who' if subject.type in ['person', 'organization'] else 'What' }}", "Who"),
        ("{{ ask('Who', subject)[:-1] }} then?", "Who is Ada Lovelace then?"),
        ("{{ subject.text | replace('Ada ', '') | upper }}", "LOVELACE"),
        ("{{ subject.text.split()[0] }}", "Ada"),
        ("{{ subject.text | length > 3 and not subject.dangling }}", "True"),
        ("{{ 'x' if subject.noun is defined else 'y' }}", "x"),
        ("nothing to look up", "nothing to look up"),
        ("{# a remark #}{{ cap('who') }}", "Who"),
    ],
)
def test_a_template_looks_up_chooses_joins_and_calls(source: str, printed: str) -> None:
    assert render(source) == printed


def test_a_template_knows_what_it_looks_up() -> None:
    assert Template("{{ ask('Who', subject) ~ object.text }}", FUNCTIONS).names == {"ask", "subject", "object"}


def test_every_rule_that_ships_is_such_a_template() -> None:
    for rule in load():
        for source in (rule.question, rule.answer, *rule.accept):
            Template(source, Functions.NAMES)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{% for a in range(10) %}x{% endfor %}", "no for"),
        ("{% set a = 'x' %}{{ a }}", "no set"),
        ("{% macro m() %}{{ m() }}{% endmacro %}", "no macro"),
        ("{% include 'other' %}", "no include"),
        ("{% extends 'other' %}", "no extends"),
        ("{% block b %}{% endblock %}", "no block"),
        ("{% import 'os' as os %}", "no import"),
        ("{{ 'x' * 1000000000 }}", "no \\*"),
        ("{{ 10 ** 10 ** 10 }}", "no \\*\\*"),
        ("{{ '%1000000000d' % 1 }}", "no %"),
        ("{{ 1 / 0 }}", "no /"),
        ("{{ {'a': 1} }}", "no dict"),
        ("{{ range(1000000000) }}", "“range”"),
        ("{{ lipsum(n=100000) }}", "“lipsum”"),
        ("{{ cycler('a') }}", "“cycler”"),
        ("{{ 'x'.center(1000000000) }}", "“center”"),
        ("{{ 'x'.zfill(1000000000) }}", "“zfill”"),
        ("{{ '{0:1000000000}'.format(1) }}", "“format”"),
        ("{{ 'x'.join(['a']) }}", "“join”"),
        ("{{ ask.__call__('Who', subject) }}", "“__call__”"),
        ("{{ (ask)('Who', subject)('again') }}", "nothing that a rule can call"),
        ("{{ subject.text | center(1000000000) }}", "No filter named 'center'"),
        ("{{ subject | attr('__class__') }}", "No filter named 'attr'"),
        ("{{ subject | map('upper') }}", "No filter named 'map'"),
        ("{{ subject is callable }}", "No test named 'callable'"),
        ("{{ self }}", "“self”"),
        ("{{ subject", "unexpected end of template"),
        ("{{ subject }} {% endif %}", "endif"),
        ("x" * (LONGEST + 1), "longer than"),
        ("{{ " + "(" * 900 + "1" + ")" * 900 + " }}", "nested too deep"),
    ],
)
def test_what_a_template_may_not_do(source: str, reason: str) -> None:
    with pytest.raises(TemplateFault, match=reason):
        Template(source, FUNCTIONS)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{{ nobody }}", "'nobody' is undefined"),
        ("{{ subject.nothing }}", "no attribute 'nothing'"),
        ("{{ subject.__class__ }}", "unsafe"),
        ("{{ subject['__class__'] }}", "unsafe"),
        ("{{ subject.__class__.__mro__ }}", "unsafe"),
        ("{{ ask.__globals__ }}", "unsafe"),
        ("{{ ask.__self__ }}", "no attribute"),
        ("{{ ask('Who') }}", "missing 1 required"),
        ("{{ subject.text + 3 }}", "concatenate"),
        ("{{ subject.text | int }}", "invalid literal"),
        ("{{ [][3] }}", "no element 3"),
    ],
)
def test_what_fails_in_a_template_says_why(source: str, reason: str) -> None:
    with pytest.raises(TemplateFault, match=reason):
        render(source)


def test_what_grammar_refuses_is_no_fault() -> None:
    with pytest.raises(Unaskable, match="nothing tells"):
        render("{{ refuse(subject) }}")


def test_a_chain_of_replacements_stays_small() -> None:
    doubling = "{{ 'xx'" + " | replace('x', 'xxxxxxxxxx')" * 60 + " }}"
    tracemalloc.start()
    with pytest.raises(TemplateFault, match="too long"):
        render(doubling)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


PIECES = [
    "{{",
    "}}",
    "{%",
    "%}",
    " ",
    "subject",
    "ask",
    "(",
    ")",
    "[",
    "]",
    ".",
    "__class__",
    "text",
    "|",
    "upper",
    "~",
]
PIECES += ["'x'", "9", "*", "+", ",", "if", "else", "endif", "for", "in", "range", "not", "is", "defined", ":", "-"]


@settings(deadline=None, max_examples=80, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_whatever_a_template_says_it_prints_or_says_why_not(source: str) -> None:
    try:
        assert len(render(source)) < LONGEST
    except TemplateFault as fault:
        assert str(fault) and not str(fault).endswith(".")
