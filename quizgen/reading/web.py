"""Pages from the network: by name only, over http and https alone, within bounds of time and size."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
import zlib
from typing import Any
from urllib.parse import urljoin, urlsplit

from quizgen.errors import ReadingError
from quizgen.reading.content import MEGABYTE, Limits
from quizgen.version import __version__

_SCHEMES = ("http", "https")
_CHUNK = 64 * 1024
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/x-subrip": ".srt",
    "text/vtt": ".vtt",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
}
"""By what a server says of a file. Of other kinds, the address and the first bytes decide."""


def fetch(url: str, limits: Limits) -> tuple[bytes, str]:
    """What lies at an address, and the suffix that its kind would have, empty where the server does not say.

    Raises:
        ReadingError: another scheme, also after a redirect; no such page; too long, too big, no answer.
    """
    _check(url, url)
    deadline = time.monotonic() + limits.seconds
    request = urllib.request.Request(
        url, headers={"User-Agent": f"quizgen/{__version__}", "Accept-Encoding": "gzip", "Accept": "*/*"}
    )
    try:
        with _opener(url).open(request, timeout=min(20.0, limits.seconds)) as answer:
            data = _read(answer, url, limits, deadline)
            kind = answer.headers.get_content_type() if answer.headers.get("Content-Type") else ""
    except ReadingError:
        raise
    except urllib.error.HTTPError as error:
        raise ReadingError(f"The server answers: {error.code} {error.reason}.", path=url) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        reason = getattr(reason, "strerror", None) or reason
        raise ReadingError(
            f"It cannot be fetched: {reason}.", path=url, hint="Save the page and name the file."
        ) from error
    return data, _SUFFIXES.get(kind, "")


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to http and https only: a page must not lead to a file of this machine."""

    max_redirections = 5

    def __init__(self, url: str) -> None:
        self._url = url

    def http_error_302(self, req: Any, fp: Any, code: Any, msg: Any, headers: Any) -> Any:
        target = urljoin(req.full_url, headers.get("Location") or "")
        _check(target, self._url)
        if urlsplit(req.full_url).scheme == "https" and urlsplit(target).scheme == "http":
            raise ReadingError("It leads from https to http.", path=self._url, hint=f"Name {target} if you trust it.")
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _opener(url: str) -> urllib.request.OpenerDirector:
    """One that knows nothing but http and https."""
    opener = urllib.request.OpenerDirector()
    handlers = (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _Redirects(url),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    )
    for handler in handlers:
        opener.add_handler(handler)
    return opener


def _check(url: str, asked: str) -> None:
    scheme = urlsplit(url).scheme.lower()
    if scheme not in _SCHEMES:
        what = "It leads" if url != asked else "This points"
        hint = "Name the file itself." if scheme == "file" else "Name a page that begins with https://."
        raise ReadingError(f"{what} to {scheme}://, and only http and https are read.", path=asked, hint=hint)


def _read(answer: Any, url: str, limits: Limits, deadline: float) -> bytes:
    """Everything, unpacked; stopped at the limits, not after them."""
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if answer.headers.get("Content-Encoding", "") == "gzip" else None
    gathered = bytearray()
    while chunk := answer.read1(_CHUNK):
        gathered += unpack.decompress(chunk, limits.bytes + 1) if unpack else chunk
        if len(gathered) > limits.bytes:
            raise ReadingError(f"It has more than {limits.bytes // MEGABYTE} MB.", path=url)
        if time.monotonic() > deadline:
            raise ReadingError(f"It takes longer than {limits.seconds:.0f} seconds.", path=url)
    return bytes(gathered)
