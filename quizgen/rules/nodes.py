"""YAML as nodes that know their file and line, so that every fault in a rule file can say where it is.

Nodes are read as what their place wants, not as what YAML would make of them: ``answer: Yes`` stays text.
"""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from quizgen.errors import RuleError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(path: Path) -> Node | None:
    """The top node of a file, None for an empty one."""
    try:
        top = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=_Loader)
    except OSError as error:
        raise RuleError(f"The rule file cannot be read: {error.strerror}.", path=str(path)) from None
    except UnicodeDecodeError:
        raise RuleError("The rule file is not UTF-8.", path=str(path), hint="Save it as UTF-8.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        hint = "Text with ': ', '#' or a leading '{' goes into quotes."
        raise RuleError(
            f"The file is no YAML: {problem}.", path=str(path), line=mark.line + 1 if mark else 0, hint=hint
        ) from None
    return Node(path, top) if top else None


@dataclass(frozen=True, slots=True)
class Node:
    path: Path
    node: Any

    @property
    def line(self) -> int:
        """1-based line of its first character."""
        return int(self.node.start_mark.line) + 1

    @property
    def is_list(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_boolean(self) -> bool:
        return str(self.node.tag).endswith(":bool")

    @property
    def is_block(self) -> bool:
        """Whether it is text that begins on the line below its key."""
        return getattr(self.node, "style", None) in ("|", ">")

    def error(self, message: str, hint: str = "", *, line: int = 0) -> RuleError:
        return RuleError(message, path=str(self.path), line=line or self.line, hint=hint)

    def unknown(self, what: str, name: str, known: Iterable[str], *, line: int = 0) -> RuleError:
        """*'plce' is no role. Did you mean 'place'?*"""
        names = list(known)
        near = difflib.get_close_matches(name, names, n=1)
        hint = f"Did you mean '{near[0]}'?" if near else f"Known are: {', '.join(names)}."
        return self.error(f"'{name}' is no {what}.", hint, line=line)

    def text(self) -> str:
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error(
                "Here stands a list or a mapping where text belongs.",
                "Text that begins with '{' or '[' goes into quotes.",
            )
        return str(self.node.value).strip()

    def boolean(self) -> bool:
        value = self.text().lower()
        if value not in ("true", "false", "yes", "no", "on", "off"):
            raise self.error(f"'{value}' is neither true nor false.")
        return value in ("true", "yes", "on")

    def share(self) -> float:
        """A number from 0 to 1."""
        try:
            number = float(self.text())
        except ValueError:
            number = -1.0
        if not 0 <= number <= 1:
            raise self.error(f"'{self.text()}' is no number from 0 to 1.")
        return number

    def date(self) -> datetime.date:
        try:
            return datetime.date.fromisoformat(self.text())
        except ValueError:
            raise self.error(f"'{self.text()}' is no date.", "Write it as 2021-10-06.") from None

    def elements(self, form: str) -> tuple[Node, ...]:
        """Those of a list; ``form`` says what should have stood here."""
        if not self.is_list:
            raise self.error(form)
        return tuple(Node(self.path, child) for child in self.node.value)

    def one_or_more(self) -> tuple[Node, ...]:
        """The elements of a list, or the node itself."""
        return self.elements("") if self.is_list else (self,)

    def mapping(self, what: str, known: Iterable[str] | None = None, required: Iterable[str] = ()) -> dict[str, Node]:
        """Key → node. ``known`` None lets any key pass."""
        if not self.is_mapping:
            raise self.error(f"{what[0].upper()}{what[1:]} is a mapping of keys to values.")
        result: dict[str, Node] = {}
        for key, value in self.node.value:
            place = Node(self.path, key)
            name = place.text()
            if known is not None and name not in known:
                raise place.unknown(f"key of {what}", name, known)
            if name in result:
                raise place.error(f"The key '{name}' stands twice in {what}.")
            result[name] = Node(self.path, value)
        for name in required:
            if name not in result:
                raise self.error(f"{what[0].upper()}{what[1:]} lacks the key '{name}'.")
        return result
