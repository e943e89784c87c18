"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from quizgen.errors import ExportError


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Puts ``data`` at ``path`` in one step: a reader sees the old file or the new one, never a part.

    A link is followed, the permissions of an earlier file are kept, a pipe or device is simply written to.
    Raises ExportError when the folder is missing or may not be written to.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise ExportError(f"cannot be written: {_reason(error)}.", path=str(path), hint=_hint(target)) from error


def _replace(target: Path, data: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    """The mask of this process; the only portable way to read it is to set it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _hint(target: Path) -> str:
    if not target.parent.is_dir():
        return f"Make the folder {target.parent} first."
    if target.is_dir():
        return "Name a file in it."
    return ""
