"""Pages from the network: a real server on this machine answers as servers of all kinds do."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from quizgen import reading
from quizgen.errors import ReadingError

FILES = Path(__file__).with_name("files")
PAGE = (FILES / "pandoc.html").read_bytes()
LIMITS = reading.Limits(bytes=1_000_000, seconds=2)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", path[len("/to/") :].replace("!", "://").replace("$", "/"))
            self.end_headers()
            return
        kind, data = {
            "/page": ("text/html; charset=utf-8", PAGE),
            "/packed": ("text/html", gzip.compress(PAGE)),
            "/bomb": ("text/html", gzip.compress(b"<p>" + bytes(50_000_000))),
            "/book": ("application/epub+zip", (FILES / "pandoc.epub").read_bytes()),
            "/paper?x": ("application/octet-stream", b""),
            "/paper": ("application/octet-stream", (FILES / "libreoffice.pdf").read_bytes()),
            "/big": ("text/plain", b"x" * 2_000_000),
            "/slow": ("text/plain", b""),
        }.get(path, ("", b""))
        if not kind:
            self.send_error(404, "Not Found")
            return
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if path in ("/packed", "/bomb"):
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        try:
            for _ in range(100 if path == "/slow" else 0):
                self.wfile.write(b"a word ")
                time.sleep(0.1)
            self.wfile.write(data)
        except OSError:
            pass  # the reader has gone

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@pytest.mark.parametrize("path", ["/page", "/packed", "/book", "/paper", "/page?utm=1#top"])
def test_what_the_server_says_chooses_the_reader(server: str, path: str) -> None:
    document = reading.read(server + path, limits=LIMITS)
    assert document.title == "The Lighthouse at Harlow Point" and "nineteen ships" in document.text
    assert document.source == document.link == server + path


def test_redirects_are_followed_to_pages(server: str) -> None:
    target = f"{server}/page".replace("://", "!").replace("/", "$")
    assert "nineteen ships" in reading.read(f"{server}/to/{target}", limits=LIMITS).text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/to/file!$etc$passwd", "leads to file://"),
        ("/to/ftp!127.0.0.1$a", "leads to ftp://"),
        ("/missing", "404 Not Found"),
        ("/big", "more than 1 MB"),
        ("/bomb", "more than 1 MB"),
        ("/slow", "longer than 2 seconds"),
    ],
)
def test_what_cannot_be_had_is_told(server: str, path: str, said: str) -> None:
    start = time.monotonic()
    with pytest.raises(ReadingError, match=said):
        reading.read(server + path, limits=LIMITS)
    assert time.monotonic() - start < 10


def test_a_ring_of_redirects_ends(server: str) -> None:
    me = f"{server}/to/".replace("://", "!").replace("/", "$")
    with pytest.raises(ReadingError):
        reading.read(f"{server}/to/{me}{me}{me}{me}{me}{me}{me}page", limits=LIMITS)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "FILE:///etc/passwd", "ftp://x/a", "gopher://x/a"])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(ReadingError, match="only http and https"):
        reading.read(url)


def test_nobody_at_home_is_told() -> None:
    with pytest.raises(ReadingError, match=r"cannot be fetched: Connection refused\."):
        reading.read("http://127.0.0.1:9/")
