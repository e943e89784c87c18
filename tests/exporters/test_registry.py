"""Choosing a format by the name of the file, and writing whole files or none."""

from __future__ import annotations

import json
import os
import stat
import sys
import threading

import pytest

from quizgen import bank as banks
from quizgen.errors import ExportError
from quizgen.exporters import FORMATS, export, format_for
from quizgen.files import write_whole
from quizgen.records import ItemType, replace


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("deck.apkg", "anki"),
        ("sheet.html", "html"),
        ("sheet.HTM", "html"),
        ("a.quiz.yaml", "yaml"),
        ("a.yaml", "yaml"),
        ("a.yml", "yaml"),
        ("a.b.JSON", "json"),
        ("a.csv", "csv"),
    ],
)
def test_the_suffix_chooses_the_format(danube, tmp_path, name, form):
    assert format_for(name).name == form
    export(danube, tmp_path / name)
    assert (tmp_path / name).stat().st_size > 500


@pytest.mark.parametrize("name", ["deck", "deck.doc", "apkg", ".hidden", "deck.apkg.zip"])
def test_another_suffix_is_answered_with_those_there_are(danube, tmp_path, name):
    with pytest.raises(ExportError) as caught:
        export(danube, tmp_path / name)
    for form in FORMATS:
        assert form.suffixes[0] in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_banks_come_back_from_both_formats(danube, tmp_path):
    for name in ("a.quiz.yaml", "a.json"):
        export(danube, tmp_path / name)
        assert banks.load(tmp_path / name) == danube
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf8"))["title"] == "The Danube"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_the_same_bank_gives_the_same_file(danube, tmp_path, form):
    for name in ("one", "two"):
        export(danube, tmp_path / f"{name}{form.suffixes[0]}")
    one, two = sorted(tmp_path.iterdir())
    assert one.read_bytes() == two.read_bytes()


def test_options_of_other_formats_are_passed_over(danube, tmp_path):
    for form in FORMATS:
        export(danube, tmp_path / f"a{form.suffixes[0]}", deck="A::B", paper=None)
    with pytest.raises(ExportError, match='"colour"'):
        export(danube, tmp_path / "a.csv", colour="red")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_full_folder_stays_as_it_was_when_nothing_can_be_written(danube, tmp_path, form, monkeypatch):
    path = tmp_path / f"a{form.suffixes[0]}"
    path.write_bytes(b"before")

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(ExportError, match="no space left on device"):
        export(danube, path)
    assert path.read_bytes() == b"before" and list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_told(danube, tmp_path):
    with pytest.raises(ExportError, match="Make the folder"):
        export(danube, tmp_path / "none" / "a.csv")


def test_a_folder_in_the_place_is_told(danube, tmp_path):
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(ExportError, match="folder"):
        export(danube, tmp_path / "a.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_links_are_followed_and_permissions_kept(tmp_path):
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "real.csv").chmod(0o640)
    (tmp_path / "link.csv").symlink_to("real.csv")
    write_whole(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink() and (tmp_path / "real.csv").read_bytes() == b"new"
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "real.csv").stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes and no mask")
def test_new_files_may_be_read_by_others_and_pipes_are_written_to(tmp_path):
    mask = os.umask(0o022)
    try:
        write_whole(tmp_path / "a", b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644
    os.mkfifo(tmp_path / "pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_whole(tmp_path / "pipe", b"through")
    reader.join(timeout=10)
    assert got == [b"through"]


def test_a_name_as_long_as_the_system_allows(tmp_path):
    write_whole(tmp_path / ("é" * 100 + ".csv"), b"x")
    assert len(list(tmp_path.iterdir())) == 1


def test_letters_of_right_options_are_spread(danube):
    items = [replace(danube.items[0], id=f"{n:016x}") for n in range(400)]
    letters = [item.options.index(item.answer) for item in items if item.type is ItemType.CHOICE]
    assert all(70 < letters.count(place) < 130 for place in range(4))
