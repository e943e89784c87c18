"""CoNLL-U in and out: the output of any UD parser, and gold trees, can take the parser's place.

https://universaldependencies.org/format.html. Empty nodes and enhanced dependencies are read over. A token's
entity type stands in MISC as ``Etype=person``; GUM's own ``Entity=`` bracketing is read too, never written.
"""

from __future__ import annotations

from quizgen.analysis.conllu.reader import loads
from quizgen.analysis.conllu.writer import dumps

__all__ = ["dumps", "loads"]
