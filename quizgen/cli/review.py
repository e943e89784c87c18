"""``quizgen review``: through the items of a quiz file, keeping, dropping and editing."""

from __future__ import annotations

import datetime
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from quizgen import pipeline
from quizgen.errors import BankError, NothingToAsk, ReadingError

if TYPE_CHECKING:
    from quizgen.bank.reviewed import BankFile
    from quizgen.bank.reviewing import Review
    from quizgen.drill.pieces import Line, Piece
    from quizgen.drill.screen import Screen
    from quizgen.records import Item

_EDITABLE = (".yaml", ".yml", ".json")
_PROMPT = "[k]eep [d]rop [e]dit [?] help: "
_LAST = "[u]ndo [b]ack, Enter ends: "
_KEYS = (
    ("k, Enter", "keep the item"),
    ("d", "drop it: it is taken out of the file"),
    ("e", "edit it"),
    ("u", "undo the last decision, and the one before"),
    ("b", "back to the item before; nothing is undone"),
    ("q", "quit; the next review goes on here. Ctrl-C does the same"),
    ("?", "this help"),
)
_NAMES = {"": "k", "keep": "k", "drop": "d", "edit": "e", "undo": "u", "back": "b", "help": "?", "quit": "q"}


@click.command(short_help="Go through the items of a quiz: keep, drop, edit.")
@click.argument("bank", metavar="QUIZ")
@click.option("--from-start", is_flag=True, help="Show all items again, not only those not looked at yet.")
@click.option("--plain", is_flag=True, help="Plain lines on a terminal too, as with NO_COLOR=1 or TERM=dumb.")
def review(bank: str, from_start: bool, plain: bool) -> None:
    """Go through the items of a quiz: keep, drop, edit.

    The file is saved after every decision that changes it. The next review goes on where this one ended. Keys come
    from the keyboard, or from a pipe, one a line.

    \b
    quizgen review article.quiz.yaml
    quizgen review article.quiz.yaml --from-start
    """
    if not bank.casefold().endswith(_EDITABLE) or not pipeline.is_bank(bank):  # a deck cannot be saved as a quiz
        hint = f"Make one of it: quizgen make {bank} -o FILE.quiz.yaml" if bank != "-" else "Name a file."
        raise ReadingError("It is no quiz file.", path=bank, hint=hint)
    from quizgen.bank.reviewed import BankFile, recall
    from quizgen.bank.reviewing import begin
    from quizgen.drill.screen import open_screen

    file = BankFile(bank)
    if not file.bank.items:
        raise NothingToAsk("There is no item in it.", path=bank)
    Session(file, begin(file.bank, {} if from_start else recall(bank)), open_screen(plain=plain)).run()


class Session:
    """A review on a screen: shows, reads keys, and saves what each of them decides."""

    def __init__(self, file: BankFile, review: Review, screen: Screen) -> None:
        self.file, self.review, self.screen = file, review, screen
        self.key = _TerminalKeys().read if screen.patient else self._piped_key
        self.actions: dict[str, Callable[[], None]] = {
            "k": self._keep, "d": self._drop, "e": self._edit, "u": self._undo, "b": self._back, "?": self._help,
        }  # fmt: skip

    def run(self) -> None:
        """Until all items are decided about, or someone quits; however it ends, it is told what was done."""
        from quizgen.drill.pieces import Piece, Style, line

        self._say(Piece(self.file.bank.title, Style.STRONG))
        if self.review.current is None:
            self._say("All items were reviewed before; --from-start shows them again.")
            return
        self._say(self._begun())
        try:
            self._loop()
        except _Left:
            pass
        except KeyboardInterrupt:
            self.screen.say(line())
        finally:
            self._summary()

    def _loop(self) -> None:
        from quizgen.drill.pieces import line

        shown = None
        while True:
            if shown != (shown := (self.review.position, self.review.current)):
                self.screen.say(line())
                self._show()
            typed = self.key(_PROMPT if self.review.current else _LAST)
            if typed is None or typed == "q":
                return
            if self.review.current is None and self._ends(typed):
                return
            self.actions.get(typed, self._unknown)()

    def _ends(self, typed: str) -> bool:
        """Whether a key ends the review behind the last item; a pipe that has no other use for it is at its end."""
        return typed == "k" or (typed not in ("u", "b", "?") and not self.screen.patient)

    def _piped_key(self, prompt: str) -> str | None:
        typed = self.screen.ask(prompt)
        if typed is None:
            return None
        word = typed.strip().casefold()
        return _NAMES.get(word, word)

    # What is shown ------------------------------------------------------------------------------------------

    def _say(self, *pieces: Piece | str, lead: str = "") -> None:
        from quizgen.drill.pieces import line

        self.screen.say(line(*pieces, lead=lead))

    def _begun(self) -> str:
        from quizgen.bank.reviewing import Decision

        before = self.review.count(Decision.BEFORE)
        told = f", {before} of them reviewed before" if before else ""
        return f"{_items(len(self.review.entries))}{told}. One key decides; ? shows all keys."

    def _show(self) -> None:
        if self.review.current is None:
            self._say("That was the last item.")
            return
        entry = self.review.current
        decided = f" · {entry.decision.value}" if entry.decision else ""
        number = f"{self.review.position + 1}/{len(self.review.entries)}"
        self._say(f"{number} · {entry.item.type} · {entry.item.difficulty}{decided}")
        for shown in _lines(entry.item, self._title(entry.item)):
            self.screen.say(shown)

    def _title(self, item: Item) -> str:
        source = self.file.bank.source_of(item)
        return source.title if source else ""

    def _summary(self) -> None:
        from quizgen.bank.reviewing import Decision

        kept, dropped, edited = (self.review.count(d) for d in (Decision.KEPT, Decision.DROPPED, Decision.EDITED))
        left = self.review.count(None)
        self._say(f"Kept {kept}, dropped {dropped}, edited {edited}, left {left}.")

    # What keys do -------------------------------------------------------------------------------------------

    def _take(self, after: Review) -> None:
        """Saves first: what is on the screen as decided is on the disk."""
        from quizgen.bank.reviewed import remember

        before = self.review
        if after.bank.items != before.bank.items:
            self.file.save(after.bank)
        self.review = after
        if after.seen != before.seen:
            remember(self.file.path, after.seen)

    def _keep(self) -> None:
        self._take(self.review.keep())
        self._say("Kept.")

    def _drop(self) -> None:
        if self.review.current is None:
            return self._unknown()
        self._take(self.review.drop())
        self._say("Dropped; u brings it back.")

    def _undo(self) -> None:
        if not self.review.steps:
            return self._say("There is nothing to undo.")
        self._take(self.review.undo())
        self._say(f"Item {self.review.position + 1} is again as it was.")

    def _back(self) -> None:
        before = self.review.position
        self._take(self.review.back())
        if self.review.position == before:
            self._say("There is no item before this one.")

    def _help(self) -> None:
        for key, meaning in _KEYS:
            self._say(meaning, lead=f"  {key:<10}")

    def _unknown(self) -> None:
        self._say("This key does nothing here; ? shows all keys.")

    # Editing ------------------------------------------------------------------------------------------------

    def _edit(self) -> None:
        """Asks for the item until it has no fault, or the edit is given up."""
        from quizgen.bank.reviewing import edit_text, read_edit

        if self.review.current is None:
            return self._unknown()
        item = self.review.current.item
        editor = _editor() if self.screen.patient else None
        text: str | None = edit_text(item)
        while True:
            text = self._edited(text or "", editor) if editor else self._asked(item)
            if text is None:
                return self._say("Nothing was changed.")
            try:
                changed = read_edit(item, text)
            except BankError as error:
                if not self._again(error, bool(editor)):
                    return self._say("Nothing was changed.")
                continue
            after = self.review.edit(changed, datetime.datetime.now(datetime.timezone.utc))
            told = "Nothing was changed." if after is self.review else "Edited; u brings the old one back."
            self._take(after)
            return self._say(told)

    def _edited(self, text: str, editor: str) -> str | None:
        """The text as the editor left it; None where it was not saved."""
        try:
            # A faulty text is offered again; to leave it untouched then gives it up.
            return click.edit(text, editor=editor, extension=".yaml")
        except click.ClickException:
            self._say("The editor ended with an error.")
        except UnicodeDecodeError:
            self._say("The editor saved no text in UTF-8.")
        return None

    def _asked(self, item: Item) -> str:
        """Question and answer line by line, where there is no editor; of what has parts the question alone."""
        from quizgen.bank.reviewing import edit_text
        from quizgen.records import replace

        self._say("Enter alone keeps what is there.")
        question = self._line("Question: ", item.question)
        answer = item.answer if item.parts else self._line("Answer: ", item.answer)
        return edit_text(replace(item, question=question, answer=answer))

    def _line(self, prompt: str, usual: str) -> str:
        typed = self.screen.ask(prompt)
        if typed is None:
            raise _Left
        return typed.strip() or usual

    def _again(self, error: BankError, lines: bool) -> bool:
        """Tells a fault; whether it is to be mended."""
        where = f"Line {error.line}: " if lines and error.line else ""
        self._say(f"{where}{error.message} {error.hint}".rstrip())
        typed = self.key("[e]dit again, Enter gives up: ")
        if typed is None:
            raise _Left
        return typed == "e"


class _Left(Exception):
    """The input ended in the middle of an edit."""


def _items(count: int) -> str:
    return "1 item" if count == 1 else f"{count} items"


def _lines(item: Item, title: str) -> Iterator[Line]:
    """All that a reviewer must see of an item."""
    from quizgen.drill.pieces import Piece, Style, line
    from quizgen.drill.telling import sentence

    yield line(Piece(item.question, Style.STRONG))
    if item.parts:
        for number, text in enumerate(item.answer_lines, start=1):
            yield line(text, lead=f"  {number}  ")
    elif item.distractors:
        yield line(Piece(item.answer, Style.RIGHT), lead="  ✓ ")
        for wrong in item.distractors:
            yield line(wrong.text, Piece(f" ({wrong.reason})" if wrong.reason else "", Style.QUIET), lead="  ✗ ")
    else:
        yield line(Piece(item.answer, Style.RIGHT), lead="  = ")
    for name, text in (("or", "; ".join(item.accept)), ("note", item.explanation), ("tags", ", ".join(item.tags))):
        if text:
            yield line(text, lead=f"  {name}: ")
    if item.parts:
        for text in dict.fromkeys(part.evidence.text for part in item.parts if part.evidence.text):
            yield line(text, lead="  > ")
    elif item.evidence.text:
        yield line(*sentence(item), Piece(f" ({title})" if title else "", Style.QUIET), lead="  > ")
    if item.stale:
        yield line("The article no longer has this sentence.", lead="  ! ")
    yield line(Piece(f"{item.rule or 'by hand'} · score {item.score:.2f}", Style.QUIET), lead="  ")


def _editor() -> str | None:
    """The command of the user's editor, or of one that is there; None where none can be opened."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    known = ("notepad",) if os.name == "nt" else ("sensible-editor", "vim", "nano", "vi")
    for editor in (chosen,) if chosen else known:
        try:
            program = shlex.split(editor)[:1]
        except ValueError:  # a quote that is not closed
            continue
        if program and shutil.which(program[0]):
            return editor
    return None


class _TerminalKeys:
    """Single keys of a terminal, without Enter. Keys that were typed ahead count."""

    def __init__(self) -> None:
        self.waiting = ""

    def read(self, prompt: str) -> str | None:
        """The next key in lower case, Enter as ``k``; None at the end of input and for Ctrl-D."""
        sys.stdout.write(prompt)
        sys.stdout.flush()
        typed = self.waiting or _pressed()
        # An arrow and its like send several characters that belong together.
        key, self.waiting = (typed, "") if typed.startswith("\x1b") else (typed[:1], typed[1:])
        sys.stdout.write((key if key.isprintable() else "") + "\n")
        sys.stdout.flush()
        if key in ("", "\x04"):
            return None
        return "k" if key in "\r\n" else key.casefold()


def _pressed() -> str:
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return _pressed_on_windows()
    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    try:
        # Nothing that was typed is thrown away, and Ctrl-C stays a signal.
        tty.setcbreak(keyboard, termios.TCSADRAIN)
        return os.read(keyboard, 32).decode("utf8", "replace")
    finally:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, before)


def _pressed_on_windows() -> str:
    try:
        return click.getchar()
    except EOFError:
        return ""
