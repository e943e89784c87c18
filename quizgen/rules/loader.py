"""Rule files: YAML in, ``Rule`` records out, and for every fault the file, the line and what to do.

A file is a list of rules. The built-in folder comes first; a user's folders are laid over it in their order: a rule
with a known id overrides the keys that it gives, ``enabled: false`` drops it, a new id adds a rule.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from quizgen import records, resources
from quizgen.errors import RuleError
from quizgen.records import Example, Expected, Rule
from quizgen.rules.nodes import Node, compose

TEXTS = ("id", "fact", "question", "answer", "type", "statement", "distractors", "source")
KEYS = (*TEXTS, "when", "accept", "score", "enabled", "examples")
REQUIRED = ("id", "fact", "question", "answer", "examples")
TYPES = ("short", "cloze", "true_false")
MEANING = ("fact", "question", "answer", "type", "when")
"""An override of one of these asks something else, so that the old examples say nothing about it."""
CLAUSE_ROLES: dict[str, type] = {"verb": records.Verb, "clause": records.Clause}
"""What ``when`` may look at beside the roles of a fact."""

_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9][a-z0-9_]*)+")

Condition = tuple[str, tuple[tuple[str, tuple[str | bool, ...]], ...]]


def load(folders: Sequence[str | Path] = (), *, settings: bool = True) -> tuple[Rule, ...]:
    """The rules in force: the built-in ones, those in the user's settings, then those in ``folders``.

    A folder may also be a single file. With ``settings`` false the user's own settings are left out.

    Raises:
        RuleError: a folder is missing or empty, or a file breaks the form; with path and line.
    """
    rules = {rule.id: rule for rule in load_folder(resources.builtin("rules/en"), trusted=True)}
    own = resources.user("rules") if settings else None
    for folder in (*((own,) if own else ()), *map(Path, folders)):
        rules.update((rule.id, rule) for rule in load_folder(folder, over=rules))
    return tuple(rule for rule in rules.values() if rule.enabled)


def load_folder(
    folder: str | Path, *, over: Mapping[str, Rule] | None = None, trusted: bool = False
) -> tuple[Rule, ...]:
    """The rules of one folder (or file), laid over those they override; disabled ones are among them.

    ``trusted`` leaves out what costs time: whether the names of facts, roles and fields are known, and whether the
    Jinja sources have the right form. The built-in rules are spared that at every start; their tests do it.
    """
    rules: dict[str, Rule] = {}
    for path in rule_files(Path(folder)):
        for node in _rule_nodes(path):
            rule = _rule(node, over or {}, trusted)
            twin = rules.get(rule.id)
            if twin:
                where = f"{twin.path}:{twin.line}"
                raise node.error(f"The rule {rule.id} stands already at {where}.", "Give one of them another id.")
            rules[rule.id] = rule
    return tuple(rules.values())


def rule_files(folder: Path) -> tuple[Path, ...]:
    """The rule files of a folder and its subfolders, sorted."""
    if folder.is_file():
        return (folder,)
    if not folder.is_dir():
        raise RuleError("There is no such folder of rules.", path=str(folder))
    files = sorted(path for suffix in ("*.yaml", "*.yml") for path in folder.rglob(suffix))
    if not files:
        raise RuleError("There is no rule file in this folder.", path=str(folder), hint="Rule files end in .yaml.")
    return tuple(files)


def _rule_nodes(path: Path) -> tuple[Node, ...]:
    form = "A rule file is a list of rules, each beginning with '- id:'."
    top = compose(path)
    if top is None:
        raise RuleError(form, path=str(path))
    return top.elements(form)


# ------------------------------------------------------------------------------------------------ one rule


def _rule(node: Node, over: Mapping[str, Rule], trusted: bool) -> Rule:
    keys = node.mapping("a rule", KEYS, required=("id",))
    id = keys["id"].text()
    if not _ID.fullmatch(id):
        raise keys["id"].error(
            f"'{id}' is no rule id.", "An id is the fact, a dot and a name, in lower case: event.who."
        )
    enabled = "enabled" not in keys or keys["enabled"].boolean()
    base = over.get(id)
    if base is None and enabled:
        node.mapping(f"the rule {id}", KEYS, REQUIRED)
    values = {key: _value(key, child) for key, child in keys.items()}
    rule = dataclasses.replace(base or Rule(id, "", "", ""), **values, path=str(node.path), line=node.line)
    if rule.type not in TYPES:
        raise keys.get("type", node).unknown("type of item", rule.type, TYPES)
    if enabled:
        _check_examples(rule, node, keys)
    if not trusted:
        _check_names(rule, node, keys)
        for key in ("question", "answer", "statement", "accept"):
            _check_templates(rule, key, keys[key].one_or_more() if key in keys else ())
    return rule


def _value(key: str, node: Node) -> Any:
    if key in TEXTS:
        return node.text()
    if key == "when":
        return _when(node)
    if key == "accept":
        return tuple(child.text() for child in node.one_or_more())
    if key == "score":
        return node.share()
    if key == "enabled":
        return node.boolean()
    return tuple(map(_example, node.elements("'examples' is a list of '- given:' with 'items:'.")))


def _when(node: Node) -> tuple[Condition, ...]:
    """``role: present | absent | TYPE | [TYPES] | {field: value | [values]}``."""
    return tuple((role, _condition(role, child)) for role, child in node.mapping("'when'").items())


def _condition(role: str, node: Node) -> tuple[tuple[str, tuple[str | bool, ...]], ...]:
    if node.is_mapping:
        fields = node.mapping(f"the condition on '{role}'")
        return tuple((field, _allowed(child)) for field, child in fields.items())
    if not node.is_list and node.text() in ("present", "absent"):
        return (("present", (node.text() == "present",)),)
    return (("type", _allowed(node)),)


def _allowed(node: Node) -> tuple[str | bool, ...]:
    return tuple(n.boolean() if n.is_boolean else n.text() for n in node.one_or_more())


def _example(node: Node) -> Example:
    keys = node.mapping("an example", ("given", "items", "why", "date"), required=("given", "items"))
    items = keys["items"].elements("'items' is a list of {question, answer}, empty where the rule is silent.")
    return Example(
        given=keys["given"].text(),
        items=tuple(map(_expected, items)),
        why=keys["why"].text() if "why" in keys else "",
        date=keys["date"].date() if "date" in keys else None,
        line=node.line,
    )


def _expected(node: Node) -> Expected:
    keys = node.mapping("an item of an example", ("question", "answer"), required=("question", "answer"))
    return Expected(keys["question"].text(), keys["answer"].text())


# ------------------------------------------------------------------------------------------------ what must hold


def _check_names(rule: Rule, node: Node, keys: Mapping[str, Node]) -> None:
    """Type, fact, roles and fields are words that quizgen knows."""
    roles = _fact_roles()
    if not roles or not rule.enabled:
        return
    if rule.fact not in roles:
        raise keys.get("fact", node).unknown("kind of fact", rule.fact, roles)
    known = (*roles[rule.fact], *CLAUSE_ROLES)
    place = keys.get("when", node)
    for role, conditions in rule.when:
        if role not in known:
            raise place.unknown(f"role of the fact '{rule.fact}'", role, known)
        fields = ("present", *(f.name for f in dataclasses.fields(CLAUSE_ROLES.get(role, records.Phrase))))
        for name, _ in conditions:
            if name not in fields:
                raise place.unknown(f"field of '{role}'", name, fields)
    if rule.distractors and rule.distractors not in known:
        raise keys.get("distractors", node).unknown(f"role of the fact '{rule.fact}'", rule.distractors, known)


def _fact_roles() -> Mapping[str, Sequence[str]]:
    from quizgen import facts

    roles: Mapping[str, Sequence[str]] = getattr(facts, "ROLES", {})
    return roles


def _check_examples(rule: Rule, node: Node, keys: Mapping[str, Node]) -> None:
    if "examples" not in keys and any(key in keys for key in MEANING):
        raise node.error(
            f"The rule {rule.id} asks something else than the one it overrides, but has no examples of its own.",
            "Add the key 'examples'.",
        )
    hint = "A rule shows at least one sentence where it asks and one where it is silent."
    if not any(example.items for example in rule.examples):
        raise node.error(f"The rule {rule.id} has no example that makes an item.", hint)
    if all(example.items for example in rule.examples):
        raise node.error(f"The rule {rule.id} has no example that makes none ('items: []').", hint)


def _check_templates(rule: Rule, key: str, nodes: Sequence[Node]) -> None:
    """Jinja's form, and that every name is a role of the fact or a function."""
    from jinja2 import TemplateSyntaxError
    from jinja2.nodes import Name
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment()
    for node in nodes:
        above = node.line - (0 if node.is_block else 1)
        try:
            tree = environment.parse(node.text())
        except TemplateSyntaxError as error:
            message = f"The template '{key}' of {rule.id} breaks Jinja's form: {str(error.message).rstrip('.')}."
            raise node.error(message, line=above + error.lineno) from None
        known = _template_names(rule)
        for name in tree.find_all(Name) if known else ():
            if name.name not in known:
                what = f"role of the fact '{rule.fact}' and no function"
                raise node.unknown(what, name.name, known, line=above + name.lineno)


def _template_names(rule: Rule) -> tuple[str, ...]:
    """What a template of the rule may name: the roles of its fact and the functions."""
    from quizgen.rules.functions import Functions

    roles = _fact_roles().get(rule.fact, ())
    return (*roles, *Functions.NAMES) if roles else ()
