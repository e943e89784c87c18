"""Zip files whose bytes depend on their content alone: no time of writing, no name of a machine."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can tell."""
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(?=<)")
_FIXED = b"2000-01-01T00:00:00Z"


def pack(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these files in their order; a name that ends in a slash is a folder."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, DAY)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith("/") else zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, (0o40755 if name.endswith("/") else 0o100644) << 16
            archive.writestr(entry, data)
    return packed.getvalue()


def dateless(office: bytes) -> bytes:
    """An office file (.xlsx, .docx) packed again, its moments of making all the same."""
    with zipfile.ZipFile(io.BytesIO(office)) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    return pack(
        (name, _MOMENT.sub(rb"\g<1>" + _FIXED, data) if name == "docProps/core.xml" else data) for name, data in files
    )
