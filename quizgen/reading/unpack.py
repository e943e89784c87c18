"""What lies in a zip archive, unpacked within bounds: names are looked up, never written to disk."""

from __future__ import annotations

import io
import zipfile
import zlib

from quizgen.errors import ReadingError
from quizgen.reading.content import MEGABYTE, Content


class Archive:
    """The files in a zip archive. What all of them together may unpack to is limited, and counted as it comes."""

    def __init__(self, content: Content) -> None:
        """Raises ReadingError for what is no whole archive."""
        self._path, self._left = content.name, content.limits.unpacked
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content.data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self._damaged() from error

    def names(self) -> list[str]:
        return self._zip.namelist()

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The content of one file. Raises ReadingError where it is missing, damaged, encrypted or too big."""
        try:
            with self._zip.open(name) as file:
                data = file.read(self._left + 1)
        except KeyError:
            raise ReadingError(f"There is no {name} in it.", path=self._path) from None
        except RuntimeError as error:  # that it is encrypted
            hint = "Save it without one."
            raise ReadingError("It is locked by a password.", path=self._path, hint=hint) from error
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
            raise self._damaged() from error
        self._left -= len(data)
        if self._left < 0:
            raise ReadingError(
                "It unpacks to far more than any article has.", path=self._path, hint="Do not trust where it came from."
            )
        return data

    def total(self) -> None:
        """Raises ReadingError where what the archive says of its files is too much already, or one of them lies."""
        if sum(entry.file_size for entry in self._zip.infolist()) > self._left:
            raise ReadingError(
                f"It unpacks to more than {self._left // MEGABYTE} MB.",
                path=self._path,
                hint="Do not trust where it came from.",
            )

    def _damaged(self) -> ReadingError:
        return ReadingError("It is damaged: no whole zip archive.", path=self._path, hint="Get the file again.")
