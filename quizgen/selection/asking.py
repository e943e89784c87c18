"""What is asked, as those see it who look for wrong answers to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from quizgen.records import Candidate, Sentence, Token
from quizgen.selection.context import Context
from quizgen.selection.pool import Option, Pool
from quizgen.selection.words import content

NUMERIC = ("number", "money", "percent", "time")
_YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})\b")
_CLAUSES = frozenset({"root", "ccomp", "advcl", "acl", "parataxis"})


@dataclass(frozen=True, eq=False)
class Asking:
    """One candidate among the phrases of its article."""

    candidate: Candidate
    pool: Pool
    context: Context

    @property
    def key(self) -> str:
        return self.candidate.item.answer

    @property
    def numeric(self) -> bool:
        return self.candidate.answer.type in NUMERIC

    @property
    def time(self) -> bool:
        return self.candidate.answer.type == "time"

    @cached_property
    def own(self) -> Option | None:
        """What the article tells of the right answer."""
        return self.pool.find(self.candidate.answer.text) or self.pool.find(self.key)

    @cached_property
    def asked(self) -> frozenset[str]:
        """Words of content of the question."""
        return content(self.candidate.item.question)

    @cached_property
    def sentence(self) -> Sentence | None:
        return self.context.sentence(self.candidate)

    @cached_property
    def paragraph(self) -> int:
        return self.sentence.paragraph if self.sentence else -1

    @cached_property
    def latest_year(self) -> int | None:
        """The year in which the article was written, as far as it shows."""
        date = self.context.document.date
        return date.year if date else self.pool.latest_year

    @cached_property
    def year(self) -> int | None:
        """The first year that the sentence of the fact names."""
        found = _YEAR.search(self.sentence.text) if self.sentence else None
        return int(found[0]) if found else None

    def in_paragraph(self, option: Option) -> bool:
        """Whether it is spoken of in the paragraph of the fact."""
        sentences = self.context.analysis.sentences
        return any(sentences[at].paragraph == self.paragraph for at in option.sentences if at < len(sentences))

    def in_clause(self, option: Option) -> bool:
        """Whether the clause that states the fact speaks of it."""
        sentence, answer = self.sentence, self.candidate.answer
        if sentence is None or not answer.head_id or answer.sentence != sentence.index:
            return False
        mine = clause_of(sentence, sentence.token(answer.head_id))
        heads = (sentence.token(head) for at, head in option.places if at == sentence.index and head)
        return any(clause_of(sentence, head) == mine for head in heads)


def clause_of(sentence: Sentence, token: Token) -> int:
    """Id of the verb or other word that heads the clause in which a token stands."""
    for above in (token, *sentence.ancestors(token)):
        if above.relation in _CLAUSES or (above.relation == "conj" and above.upos in ("VERB", "AUX")):
            return above.id
    return token.id
