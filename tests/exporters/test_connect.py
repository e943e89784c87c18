"""Pushing: AnkiConnect's protocol, spoken by a small server on top of the real Anki."""

from __future__ import annotations

import json
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from exporters.samples import hostile_bank

from quizgen import bank as banks
from quizgen.cli import main
from quizgen.errors import ExportError
from quizgen.exporters import export
from quizgen.exporters.anki import connect
from quizgen.records import Item, ItemBank, ItemType, replace

LATER = "2100-01-01T00:00:00Z"


# --------------------------------------------------------------------------------------------------------------
# AnkiConnect
# --------------------------------------------------------------------------------------------------------------


class AnkiConnect:
    """The actions that pushing needs, done by a learner's collection."""

    def __init__(self, learner: Any) -> None:
        self.learner, self.collection = learner, learner.collection
        self.key: str | None = None
        self.tells_mod = True
        self.paths: list[Path] = []
        self.asked: list[str] = []

    def answer(self, body: bytes) -> bytes:
        request = json.loads(body)
        assert request["version"] == 6
        self.asked.append(request["action"])
        try:
            if self.key and request.get("key") != self.key:
                raise ValueError("valid api key must be provided")
            result, error = getattr(self, request["action"])(**request["params"]), None
        except Exception as problem:
            result, error = None, str(problem)
        return json.dumps({"result": result, "error": error}).encode()

    def version(self) -> int:
        return 6

    def importPackage(self, path: str) -> bool:
        self.paths.append(Path(path))
        assert self.paths[-1].is_absolute()
        self.learner.imports(path)
        return True

    def findNotes(self, query: str) -> list[int]:
        return list(self.collection.find_notes(query))

    def notesInfo(self, notes: list[int]) -> list[dict[str, Any]]:
        return list(map(self._info, notes))

    def _info(self, number: int) -> dict[str, Any]:
        note = self.collection.get_note(number)
        fields = {name: {"value": value, "order": n} for n, (name, value) in enumerate(note.items())}
        info = {"noteId": number, "tags": note.tags, "fields": fields, "modelName": note.note_type()["name"]}
        return {**info, "cards": note.card_ids(), **({"mod": note.mod} if self.tells_mod else {})}

    def addTags(self, notes: list[int], tags: str) -> None:
        self.collection.tags.bulk_add(notes, tags)

    def deleteNotes(self, notes: list[int]) -> None:
        self.collection.remove_notes(notes)


Serve = Callable[..., str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts a server that answers as it is told; gives its address."""
    running: list[HTTPServer] = []

    def start(answer: Callable[[bytes], bytes], status: int = 200, headers: dict[str, str] | None = None) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = answer(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        running.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZGEN_ANKICONNECT_KEY", raising=False)


@pytest.fixture
def add_on(learner: Any) -> AnkiConnect:
    return AnkiConnect(learner)


@pytest.fixture
def url(add_on: AnkiConnect, serve: Serve) -> str:
    return serve(add_on.answer)


def counts(outcome: connect.Outcome) -> tuple[int, int, int]:
    assert not outcome.refused
    return outcome.added, outcome.updated, outcome.unchanged


def with_item(bank: ItemBank, number: int, **changes: Any) -> ItemBank:
    items = list(bank.items)
    items[number] = replace(items[number], **changes)
    return replace(bank, items=tuple(items))


QUESTION = "Who composed the waltz “The Blue Danube”?"


# --------------------------------------------------------------------------------------------------------------
# What the learner finds
# --------------------------------------------------------------------------------------------------------------


def test_the_first_push_adds_and_the_second_changes_nothing(learner, danube, url):
    assert counts(connect.push(danube, url=url)) == (len(danube), 0, 0)
    assert [note["Key"] for note in learner.notes()] == [item.id for item in danube]
    before = [(note.id, note.mod, note.fields, note.tags) for note in learner.notes()]
    assert counts(connect.push(danube, url=url)) == (0, 0, len(danube))
    assert [(note.id, note.mod, note.fields, note.tags) for note in learner.notes()] == before


@pytest.mark.parametrize("tells_mod", [True, False])
@pytest.mark.parametrize("changed", ["", LATER])
def test_an_edited_item_updates_its_note_and_keeps_what_was_learned(learner, danube, url, add_on, tells_mod, changed):
    add_on.tells_mod = tells_mod
    connect.push(danube, url=url)
    touched, other = danube.items[8], danube.items[9]
    for item in (touched, other):
        note = learner.note(item)
        note.tags += ["mine::own", "marked"]
        learner.collection.update_note(note)
        learner.collection.sched.set_due_date(note.card_ids(), "9")
        (card,) = note.cards()
        card.factor = 2100
        learner.collection.update_card(card)
    schedules = [(c.id, c.ivl, c.due, c.factor) for i in (touched, other) for c in learner.note(i).cards()]

    assert counts(connect.push(with_item(danube, 8, question=QUESTION, changed=changed), url=url)) == (0, 1, 10)

    assert learner.note(touched)["Question"] == QUESTION
    assert [(c.id, c.ivl, c.due, c.factor) for i in (touched, other) for c in learner.note(i).cards()] == schedules
    assert all({"mine::own", "marked"} <= set(learner.note(item).tags) for item in (touched, other))
    assert learner.collection.card_count() == len(danube)
    assert counts(connect.push(with_item(danube, 8, question=QUESTION, changed=changed), url=url)) == (0, 0, 11)


def test_an_update_is_newer_than_a_note_from_a_clock_that_runs_ahead(learner, danube, url):
    connect.push(danube, url=url)
    ahead = int(time.time()) + 90_000
    learner.collection.db.execute("update notes set mod = ?", ahead)
    assert counts(connect.push(with_item(danube, 8, question=QUESTION), url=url)) == (0, 1, 10)
    assert learner.note(danube.items[8])["Question"] == QUESTION


def test_edits_in_anki_after_the_item_changed_stay_and_are_told(learner, danube, url):
    bank = with_item(danube, 8, changed="2021-10-06T12:00:00Z")
    connect.push(bank, url=url)
    note = learner.note(bank.items[8])
    note["Extra"] = "my own words"
    learner.collection.update_note(note)
    outcome = connect.push(bank, url=url)
    assert outcome.kept == (note.id,) and counts(outcome) == (0, 0, 10)
    assert learner.note(bank.items[8])["Extra"] == "my own words"
    assert counts(connect.push(with_item(bank, 8, changed=""), url=url)) == (0, 1, 10)
    assert learner.note(bank.items[8])["Extra"] == ""


def test_an_item_edited_by_hand_under_its_old_mark_of_change_updates_a_note_that_no_one_touched(learner, danube, url):
    bank = with_item(danube, 8, changed="2021-10-06T12:00:00Z")
    connect.push(bank, url=url)
    assert counts(connect.push(with_item(bank, 8, question=QUESTION), url=url)) == (0, 1, 10)
    assert learner.note(bank.items[8])["Question"] == QUESTION


def test_a_mark_of_change_without_a_change_costs_no_tags(learner, danube, url):
    connect.push(danube, url=url)
    note = learner.note(danube.items[8])
    note.tags.append("mine")
    learner.collection.update_note(note)
    assert counts(connect.push(with_item(danube, 8, changed=LATER), url=url)) == (0, 0, 11)
    assert "mine" in learner.note(danube.items[8]).tags


@pytest.mark.parametrize("kind", list(ItemType))
def test_hostile_text_is_no_change_when_it_comes_again(learner, url, kind):
    bank = hostile_bank(kind)
    assert counts(connect.push(bank, url=url)) == (len(bank), 0, 0)
    assert counts(connect.push(bank, url=url)) == (0, 0, len(bank))


def test_tags_that_anki_takes_for_its_own_are_no_change_for_ever(learner, url):
    bank = ItemBank("T", (Item("1", ItemType.SHORT, "Who?", "Ada", tags=("marked", "Leech", "a b")),))
    connect.push(bank, url=url)
    assert counts(connect.push(bank, url=url)) == (0, 0, 1)


def test_pushing_and_importing_the_file_double_nothing(learner, danube, url, tmp_path):
    connect.push(danube, url=url)
    export(danube, tmp_path / "d.apkg")
    assert learner.imports(tmp_path / "d.apkg") == {"duplicate": len(danube)}
    edited = with_item(danube, 8, question=QUESTION, changed=LATER)
    export(edited, tmp_path / "e.apkg")
    assert learner.imports(tmp_path / "e.apkg") == {"updated": 1, "duplicate": len(danube) - 1}
    assert counts(connect.push(edited, url=url)) == (0, 0, len(danube))
    assert learner.collection.note_count() == len(danube)


def test_what_is_dropped_stays_until_it_is_to_be_deleted(learner, danube, url):
    foreign = ItemBank("Other", (Item("x", ItemType.SHORT, "Who?", "Ada"),))
    connect.push(foreign, url=url)
    connect.push(danube, url=url)
    fewer = replace(danube, items=danube.items[2:])
    gone = {learner.note(item).id for item in danube.items[:2]}
    outcome = connect.push(fewer, url=url)
    assert set(outcome.dropped) == gone and not outcome.deleted
    assert learner.collection.note_count() == len(danube) + 1
    outcome = connect.push(fewer, url=url, delete=True)
    assert set(outcome.dropped) == gone and outcome.deleted
    assert {note["Key"] for note in learner.notes()} == {"x", *(item.id for item in fewer)}
    assert connect.push(fewer, url=url, delete=True).dropped == ()


def test_an_item_of_another_type_leaves_its_old_note_behind(learner, danube, url):
    connect.push(danube, url=url)
    old = learner.note(danube.items[0]).id
    outcome = connect.push(with_item(danube, 0, type=ItemType.SHORT, distractors=()), url=url)
    assert counts(outcome) == (1, 0, 10) and outcome.dropped == (old,)


def test_notes_of_others_are_never_asked_for_or_deleted(learner, danube, url):
    basic = learner.collection.new_note(learner.collection.models.by_name("Basic"))
    basic["Front"] = "mine"
    basic.tags = ["quizgen::article::A_river_through_ten_countries"]
    learner.collection.add_note(basic, 1)
    connect.push(danube, url=url, delete=True)
    assert learner.notes("mine")


def test_answers_are_typed_in_when_asked_for(learner, danube, url):
    connect.push(danube, url=url)
    outcome = connect.push(danube, url=url, typed=True)
    wanted = sum(item.type in ("short", "cloze") for item in danube)
    assert (outcome.added, outcome.updated) == (0, wanted)
    assert len(learner.collection.find_notes("Typed:y")) == wanted
    assert connect.push(danube, url=url, typed=True).updated == 0


def test_new_cards_go_to_the_deck_that_is_named(learner, danube, url):
    connect.push(danube, url=url, deck="School::Rivers")
    assert {learner.collection.decks.name(note.cards()[0].did) for note in learner.notes()} == {"School::Rivers"}


def test_a_note_type_that_was_altered_in_anki_is_told(learner, danube, url):
    connect.push(danube, url=url)
    kind = learner.collection.models.by_name("quizgen short")
    learner.collection.models.add_field(kind, learner.collection.models.new_field("Mine"))
    learner.collection.models.update_dict(kind)
    outcome = connect.push(with_item(danube, 8, question=QUESTION), url=url)
    assert outcome.refused == (danube.items[8].id,) and outcome.updated == 0


def test_the_deck_lies_outside_of_the_collection_and_goes_away(learner, danube, url, add_on, tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    connect.push(danube, url=url)
    (path,) = add_on.paths
    assert path.is_relative_to(scratch)
    monkeypatch.setattr(learner, "imports", lambda path: 1 / 0)
    with pytest.raises(ExportError, match=r"Anki could not import the deck: division by zero\. Anki must run on this"):
        connect.push(danube, url=url)
    assert not list(scratch.iterdir())


# --------------------------------------------------------------------------------------------------------------
# When it does not work
# --------------------------------------------------------------------------------------------------------------


def refused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_anki_is_not_running(danube):
    with pytest.raises(ExportError, match=r"Anki cannot be reached: connection refused\. Start Anki with its add-on"):
        connect.push(danube, url=f"http://127.0.0.1:{refused_port()}")


def test_anki_does_not_answer(danube):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        client = connect.Client(f"http://127.0.0.1:{silent.getsockname()[1]}", seconds=0.05)
        with pytest.raises(ExportError, match=r"Anki does not answer\. Close the window"):
            client.check()


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        (b"<html>", 200, "What answers there is not AnkiConnect."),
        (b"\xff", 200, "What answers there is not AnkiConnect."),
        (b"[" * 100_000, 200, "What answers there is not AnkiConnect."),
        (b"null", 200, "What answers there is not AnkiConnect."),
        (b"6", 200, "What answers there is not AnkiConnect."),
        (b'{"result": 6}', 200, "What answers there is not AnkiConnect."),
        (b'{"result": "six", "error": null}', 200, "What answers there is not AnkiConnect."),
        (b"", 404, "What answers there is not AnkiConnect."),
        (b"", 500, "What answers there is not AnkiConnect."),
        (b"", 403, "AnkiConnect refuses permission."),
        (b'{"result": null, "error": "valid api key must be provided"}', 200, "AnkiConnect refuses permission."),
        (b'{"result": null, "error": "collection is not available"}', 200, "No profile is open in Anki."),
        (b'{"result": null, "error": "out of\\nluck."}', 200, "Anki answered to version: out of luck."),
        (b'{"result": 5, "error": null}', 200, "This AnkiConnect is too old."),
        (b'{"result": 6, "error": null}', 200, "What answers there is not AnkiConnect."),  # to findNotes
    ],
)
def test_wrong_answers_are_told_in_a_sentence(danube, serve, body, status, sentence):
    with pytest.raises(ExportError) as raised:
        connect.push(danube, url=serve(lambda _: body, status))
    assert raised.value.message == sentence
    assert raised.value.exit_code == 2


def test_notes_of_another_form_are_a_wrong_answer(danube, serve, add_on, url):
    connect.push(danube, url=url)
    add_on.notesInfo = lambda notes: [{"noteId": number} for number in notes]
    with pytest.raises(ExportError, match="is not AnkiConnect"):
        connect.push(danube, url=url)


def test_nothing_is_sent_on_to_another_address(danube, serve, add_on, url):
    moved = serve(lambda _: b"", 302, {"Location": url})
    with pytest.raises(ExportError, match="is not AnkiConnect"):
        connect.push(danube, url=moved)
    assert not add_on.asked


def test_a_proxy_is_passed_by(danube, url, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{refused_port()}")
    monkeypatch.delenv("no_proxy", raising=False)
    assert counts(connect.push(danube, url=url)) == (len(danube), 0, 0)


@pytest.mark.parametrize(
    "url", ["", "127.0.0.1:8765", "file:///etc/hosts", "ftp://x/", "http://", "http://a:b/", "http://a b/", "http://[/"]
)
def test_only_addresses_on_the_web_are_asked(danube, url):
    with pytest.raises(ExportError, match="is no address of AnkiConnect"):
        connect.push(danube, url=url)


# --------------------------------------------------------------------------------------------------------------
# The command
# --------------------------------------------------------------------------------------------------------------


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["push", *map(str, arguments)], prog_name="quizgen")


def test_the_command_tells_what_became_of_the_quiz(learner, danube, url, tmp_path):
    path = tmp_path / "d.quiz.yaml"
    banks.save(danube, path)
    done = run(path, "--url", url)
    assert (done.exit_code, done.stdout) == (0, "The Danube: 11 added, 0 updated, 0 unchanged\n")
    gone = learner.note(danube.items[0])
    banks.save(replace(danube, items=danube.items[1:]), path)
    told = run(path, "--url", url).stdout
    assert "0 added, 0 updated, 10 unchanged" in told and "--delete deletes them" in told
    search = next(word for word in told.split() if word.startswith("nid:"))
    assert list(learner.collection.find_notes(search)) == [gone.id]
    assert "No longer in the quiz: 1 deleted" in run(path, "--url", url, "--delete").stdout
    assert not learner.collection.find_notes(search)


def test_the_key_comes_from_the_environment(learner, danube, url, add_on, tmp_path, monkeypatch):
    banks.save(danube, tmp_path / "d.json")
    add_on.key = "secret"
    failed = run(tmp_path / "d.json", "--url", url)
    assert failed.exit_code == 2 and "QUIZGEN_ANKICONNECT_KEY" in failed.stderr
    monkeypatch.setenv("QUIZGEN_ANKICONNECT_KEY", "secret")
    assert run(tmp_path / "d.json", "--url", url).exit_code == 0
    assert learner.collection.note_count() == len(danube)


def test_failures_are_one_line_and_end_with_2(danube, tmp_path):
    banks.save(danube, tmp_path / "d.quiz.yaml")
    (tmp_path / "a.txt").write_text("The Danube is a river.")
    address = f"http://127.0.0.1:{refused_port()}"
    for source in (tmp_path / "d.quiz.yaml", tmp_path / "a.txt", tmp_path / "nowhere.yaml"):
        failed = run(source, "--url", address)
        assert failed.exit_code == 2
        assert failed.stderr.startswith("quizgen: ") and failed.stderr.count("\n") == 1


def test_the_address_is_that_of_the_add_on():
    option = next(p for p in main.get_command(None, "push").params if p.name == "url")  # type: ignore[arg-type]
    assert option.default == connect.URL
