"""A question is parsed again, and must give back the fact that it asks for.

Where a stranger's reading of the question has another main word than the clause it was made of, or takes the question
word for another part of it, the article's sentence was hardly read rightly either: *When was the committee headed by
Golovin?*, made of a committee that he headed, *established in 1961*. Only questions that go onto the sheet are read
again; blanks stand in the article's own sentence, and to parse them tells nothing new.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quizgen.records import Candidate, Clause, ItemType, Phrase, Sentence, Token

Reader = Callable[[Sequence[str]], Sequence[Sequence[Sentence]]]
"""Parses texts, each by itself. They are given together, since on several cores they can be parsed side by side."""
NAME = "reading"
_QUESTION_WORDS = frozenset({"WP", "WDT", "WRB", "WP$"})
_RELATIONS = {
    "subject": ("nsubj", "root"),
    "object": ("obj", "root", "nsubj"),
    "oblique": ("obl", "advmod", "nmod"),
    "attribute": ("root", "xcomp", "obj", "nsubj"),
    "agent": ("obl", "nsubj"),
}
"""The relations in which the question word may stand when a part of the clause is asked for."""


def misread(candidates: Sequence[Candidate], read: Reader) -> list[str | None]:
    """Of each why its question does not give back its fact; None when it does, or when there is nothing to compare."""
    clauses = [_comparable(candidate) for candidate in candidates]
    asked = [one.item.question for one, clause in zip(candidates, clauses, strict=True) if clause is not None]
    found = iter(read(asked))
    return [
        None if clause is None else _misread(candidate, clause, next(found))
        for candidate, clause in zip(candidates, clauses, strict=True)
    ]


def _comparable(candidate: Candidate) -> Clause | None:
    """The clause that the question must give back, where there is one."""
    clause = candidate.fact.clause
    if candidate.item.type is not ItemType.SHORT or clause is None or clause.attribution or clause.condition:
        return None
    return clause


def _misread(candidate: Candidate, clause: Clause, sentences: Sequence[Sentence]) -> str | None:
    root = sentences[0].root if len(sentences) == 1 else None
    asked = next((t for t in sentences[0].tokens if t.xpos in _QUESTION_WORDS), None) if sentences else None
    if root is None or asked is None:
        return None
    top = _phrase_of(sentences[0], asked)
    if root is not top and root.lemma.casefold() not in _main_words(clause, candidate.answer):
        return f"read again, the question is about '{root.form}' and not about '{clause.verb.form}'"
    wanted = _RELATIONS.get(_role(clause, candidate.answer), ())
    if wanted and top.relation not in wanted:
        return f"read again, the question word stands for something else ({top.relation})"
    return None


def _phrase_of(sentence: Sentence, asked: Token) -> Token:
    """The head of *which old town*, *how many of the men*."""
    top = asked
    while top.deprel in ("det", "advmod") and (head := sentence.head(top)) is not None:
        if head.upos not in ("NOUN", "ADJ", "ADV", "PROPN"):
            break
        top = head
    return top


def _main_words(clause: Clause, answer: Phrase) -> frozenset[str]:
    """What may be the root of the question: the verb, or the noun or adjective behind *be*."""
    complements = (a.phrase for a in clause.arguments if a.role in ("attribute", "complement"))
    heads = (clause.verb.lemma, clause.subject.head, answer.head, *(phrase.head for phrase in complements))
    return frozenset(head.casefold() for head in heads) | {"do"}


def _role(clause: Clause, answer: Phrase) -> str:
    if answer.tokens == clause.subject.tokens:
        return "subject"
    return next((a.role for a in clause.arguments if a.phrase.tokens == answer.tokens), "")
