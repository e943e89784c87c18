"""A quiz into an Anki that is running, through its add-on AnkiConnect (protocol version 6).

Notes that AnkiConnect adds by itself get a guid at random, and a deck imported later from a file would double them. So
the notes travel as the very deck that ``to_apkg`` writes: Anki imports it and knows its notes again. What is asked of
Anki before says which notes must be newer than they are there, and what is asked after says what became of them.
"""

from __future__ import annotations

import http.client
import json
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.errors import ExportError
from quizgen.exporters import anki
from quizgen.exporters.anki import notetypes, text
from quizgen.records import Item, ItemBank, replace

URL = "http://127.0.0.1:8765"
"""Where AnkiConnect listens unless its settings say otherwise."""
VERSION = 6
"""Of the protocol."""
SECONDS = 120
"""How long one request may take: Anki imports a deck of thousands in a few."""
_BATCH = 500
"""Notes in one request; Anki's window does not move while it answers."""

_HEAD = "quizgen::"
_UNKEPT = frozenset({"marked", "leech"})
"""Tags that Anki sets itself and takes out of a deck."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a quiz in Anki. Numbers of notes, ids of notes, ids of items."""

    added: int
    updated: int
    unchanged: int
    kept: tuple[int, ...]
    """Notes that say something else than the quiz, and were edited in Anki after the item last changed."""
    refused: tuple[str, ...]
    """Items that Anki did not take over, since their note type was altered there."""
    dropped: tuple[int, ...]
    """Notes of the same articles whose items the quiz lacks."""
    deleted: bool
    """Whether those that were dropped are gone."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as Anki has it."""

    id: int
    place: tuple[str, str]
    """Name of the note type and id of the item: together they stand for the guid, which AnkiConnect does not tell."""
    fields: Mapping[str, str]
    tags: frozenset[str]
    modified: int
    """Seconds since 1970; 0 where AnkiConnect is too old to tell."""


def push(
    bank: ItemBank,
    *,
    url: str = URL,
    deck: str | None = None,
    typed: bool = False,
    delete: bool = False,
    key: str | None = None,
) -> Outcome:
    """Adds the items to the collection that is open in Anki and updates those that changed.

    ``deck``: the deck for new cards; cards that are there stay where they are. ``typed``: short and cloze cards ask for
    the answer to be typed in. ``delete``: notes of the same articles
    that the quiz lacks are deleted. ``key``: AnkiConnect's ``apiKey``. Intervals, due dates and the learner's own tags
    are kept. Raises ExportError where Anki cannot be reached, does not know the key, or cannot import.
    """
    client = Client(url, key)
    client.check()
    notes = _notes(client)
    before = _by_place(notes)
    _import(client, anki.to_apkg(_timed(bank, typed, before, int(time.time())), deck=deck, typed=typed))
    after = _by_place(_notes(client))
    fates = {item: _fate(bank, item, typed, before.get(_place(item)), after.get(_place(item))) for item in bank}
    _restore_tags(client, [(before[_place(i)], after[_place(i)]) for i, fate in fates.items() if fate == "updated"])
    dropped = _dropped(bank, notes)
    if delete and dropped:
        client.ask("deleteNotes", notes=list(dropped))
    counts = {name: sum(fate == name for fate in fates.values()) for name in ("added", "updated", "unchanged")}
    return Outcome(
        **counts,
        kept=tuple(after[_place(item)].id for item, fate in fates.items() if fate == "kept"),
        refused=tuple(item.id for item, fate in fates.items() if fate == "refused"),
        dropped=dropped,
        deleted=delete and bool(dropped),
    )


# --------------------------------------------------------------------------------------------------------------
# What is in Anki, and what is to be there
# --------------------------------------------------------------------------------------------------------------


def _place(item: Item) -> tuple[str, str]:
    return notetypes.NOTE_TYPES[item.type][1], text.field(item.id)


def _notes(client: Client) -> list[Note]:
    """All notes of quizgen's note types, the oldest first."""
    search = " OR ".join(f'"note:{name}"' for _, name in notetypes.NOTE_TYPES.values())
    ids = sorted(client.ask_list("findNotes", query=search))
    found = []
    for start in range(0, len(ids), _BATCH):
        for entry in filter(None, client.ask_list("notesInfo", notes=ids[start : start + _BATCH])):
            try:
                found.append(_note(entry))
            except (KeyError, TypeError, ValueError, AttributeError):
                raise client.stranger() from None
    return found


def _note(entry: Any) -> Note:
    fields = {name: str(field["value"]) for name, field in entry["fields"].items()}
    place = (str(entry["modelName"]), fields.get("Key", ""))
    return Note(int(entry["noteId"]), place, fields, frozenset(map(str, entry["tags"])), int(entry.get("mod") or 0))


def _by_place(notes: Sequence[Note]) -> dict[tuple[str, str], Note]:
    """The first of each: a copy that the learner made of a note is younger than the note."""
    return {note.place: note for note in reversed(notes)}


def _same(bank: ItemBank, item: Item, typed: bool, note: Note) -> bool:
    """Whether Anki has what the quiz says. Tags of the learner's own make no difference."""
    if any(note.fields.get(name) != value for name, value in anki.contents(bank, item, typed).items()):
        return False
    wanted = {tag.casefold() for tag in anki.tags(bank, item)} - _UNKEPT
    present = {tag.casefold() for tag in note.tags}
    return wanted <= present and all(tag in wanted for tag in present if tag.startswith(_HEAD))


def _timed(bank: ItemBank, typed: bool, notes: Mapping[tuple[str, str], Note], now: int) -> ItemBank:
    """The bank with times that make Anki take over what differs and nothing else."""

    def timed(item: Item) -> Item:
        note = notes.get(_place(item))
        if note is None or _newer(note, item):
            return item
        if _same(bank, item, typed, note):
            return replace(item, changed="")  # an update would do nothing but cost the learner's tags
        # A second more than now, for AnkiConnect may not tell that the note was edited in this very one.
        moment = anki.seconds(item.changed) if item.changed else now + 1
        return replace(item, changed=_moment(max(moment, note.modified + 1)))

    return replace(bank, items=tuple(map(timed, bank)))


def _newer(note: Note, item: Item) -> bool:
    """Whether the note was edited in Anki after the item last changed, as far as the quiz knows."""
    return bool(item.changed) and note.modified > anki.seconds(item.changed)


def _moment(seconds: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def _fate(bank: ItemBank, item: Item, typed: bool, old: Note | None, new: Note | None) -> str:
    if new is None:
        return "refused"
    if old is None:
        return "added"
    if (old.fields, old.tags) != (new.fields, new.tags):
        return "updated"
    if _same(bank, item, typed, new):
        return "unchanged"
    return "kept" if _newer(old, item) or (item.changed and not old.modified) else "refused"


def _dropped(bank: ItemBank, notes: Sequence[Note]) -> tuple[int, ...]:
    """Notes of the articles of the bank for which it has no item. Anki writes a tag as it first met it, in any case."""
    wanted = {_place(item) for item in bank}
    articles = {tag.casefold() for tag in _articles(bank)}
    return tuple(n.id for n in notes if n.place not in wanted and not articles.isdisjoint(map(str.casefold, n.tags)))


def _articles(bank: ItemBank) -> Iterator[str]:
    """The tags of its articles, also of one whose items are all gone."""
    head = f"{_HEAD}article::"
    yield from (tag for item in bank for tag in anki.tags(bank, item) if tag.startswith(head))
    yield from (f"{head}{text.tag(source.title)}" for source in bank.sources if text.tag(source.title))


# --------------------------------------------------------------------------------------------------------------
# What is done there
# --------------------------------------------------------------------------------------------------------------


def _import(client: Client, package: bytes) -> None:
    """Anki reads the deck from a file, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="quizgen") as folder:
        path = Path(folder, "deck.apkg").resolve()
        path.write_bytes(package)
        try:
            done = client.ask("importPackage", path=str(path))
        except ActionError as error:
            hint = f"Anki must run on this machine and be allowed to read {path.parent.parent}."
            raise ExportError(f"Anki could not import the deck: {error.reason}.", path=client.url, hint=hint) from None
    if done is False:
        raise ExportError("Anki did not import the deck.", path=client.url, hint="Open a profile in Anki.")


def _restore_tags(client: Client, updates: Sequence[tuple[Note, Note]]) -> None:
    """An update replaces all tags of a note: give those back that did not come from quizgen."""
    lost: dict[str, list[int]] = {}
    for old, new in updates:
        present = {tag.casefold() for tag in new.tags}
        for tag in sorted(old.tags):
            if tag.casefold() not in present and not tag.casefold().startswith(_HEAD):
                lost.setdefault(tag, []).append(new.id)
    for tag, ids in sorted(lost.items()):
        client.ask("addTags", notes=ids, tags=tag)


# --------------------------------------------------------------------------------------------------------------
# The protocol
# --------------------------------------------------------------------------------------------------------------

_START = "Start Anki with its add-on AnkiConnect (code 2055492159), and try again."


class ActionError(ExportError):
    """AnkiConnect answered with an error, which is ``reason``."""

    def __init__(self, action: str, reason: str, url: str) -> None:
        super().__init__(f"Anki answered to {action}: {reason}.", path=url)
        self.reason = reason


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The quiz and the key go to the address that the user named, and to no other."""

    def redirect_request(self, *_: Any) -> None:
        return None


class Client:
    """AnkiConnect at an address."""

    def __init__(self, url: str = URL, key: str | None = None, seconds: float = SECONDS) -> None:
        self.url, self.key, self.seconds = _address(url), key, seconds
        # A proxy is for the web: Anki is here.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect())

    def check(self) -> None:
        """Raises ExportError unless an AnkiConnect that is recent enough answers."""
        version = self.ask("version")
        if not isinstance(version, int):
            raise self.stranger()
        if version < VERSION:
            hint = "Update the add-on in Anki: Tools > Add-ons."
            raise ExportError("This AnkiConnect is too old.", path=self.url, hint=hint)

    def ask(self, action: str, **params: Any) -> Any:
        """The result of an action. Raises ActionError where AnkiConnect answers with an error, else ExportError."""
        request: dict[str, Any] = {"action": action, "version": VERSION, "params": params}
        if self.key:
            request["key"] = self.key
        answer = self._answer(json.dumps(request).encode("utf8"))
        if not isinstance(answer, dict) or not {"result", "error"} <= answer.keys():
            raise self.stranger()
        if answer["error"] is not None:
            raise self._error(action, " ".join(str(answer["error"]).split()).rstrip("."))
        return answer["result"]

    def ask_list(self, action: str, **params: Any) -> list[Any]:
        result = self.ask(action, **params)
        if not isinstance(result, list):
            raise self.stranger()
        return result

    def stranger(self) -> ExportError:
        return ExportError("What answers there is not AnkiConnect.", path=self.url, hint=_START)

    def _answer(self, request: bytes) -> Any:
        posted = urllib.request.Request(self.url, request, {"Content-Type": "application/json"})
        try:
            with self._opener.open(posted, timeout=self.seconds) as response:
                return json.loads(response.read())
        except urllib.error.HTTPError as error:
            error.close()
            raise self._refused() if error.code in (401, 403) else self.stranger() from None
        except (OSError, http.client.HTTPException) as error:
            raise self._unreachable(error) from error
        except (ValueError, RecursionError):
            raise self.stranger() from None

    def _unreachable(self, error: Exception) -> ExportError:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            hint = "Close the window that waits in Anki, and try again."
            return ExportError("Anki does not answer.", path=self.url, hint=hint)
        if isinstance(reason, http.client.HTTPException):
            return self.stranger()
        why = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
        return ExportError(f"Anki cannot be reached: {why.lower()}.", path=self.url, hint=_START)

    def _refused(self) -> ExportError:
        hint = "Put its apiKey, as the settings of the add-on have it, into QUIZGEN_ANKICONNECT_KEY."
        return ExportError("AnkiConnect refuses permission.", path=self.url, hint=hint)

    def _error(self, action: str, reason: str) -> ExportError:
        if "api key" in reason.casefold():
            return self._refused()
        if "collection is not available" in reason.casefold():
            return ExportError("No profile is open in Anki.", path=self.url, hint="Open one, and try again.")
        return ActionError(action, reason, self.url)


def _address(url: str) -> str:
    """Raises ExportError unless it is an address on the web that can be asked."""
    try:
        parts = urllib.parse.urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or not url.isascii() or not url.isprintable() or " " in url:
        raise ExportError(f'"{url}" is no address of AnkiConnect.', hint=f"Write it like {URL}.")
    return url
