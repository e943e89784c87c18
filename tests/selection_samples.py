"""Candidates made by hand: a sentence as ``word_TAG``, a question, an answer, and what matters of the fact."""

from quizgen.records import (
    Analysis,
    Argument,
    Candidate,
    Clause,
    Document,
    Entity,
    Evidence,
    Fact,
    Item,
    ItemType,
    Mention,
    Phrase,
    Rule,
    Sentence,
    Span,
    Token,
    Verb,
    digest,
)


def article(*lines, title="", names=(), paragraphs=None):
    """An analysis of sentences written as ``The_DET school_NOUN opened_VERB``; every word hangs on the first.

    ``names`` are tuples of a name, its type and the index of the sentence that mentions it, 0 where it is left out.
    ``paragraphs`` tells for each sentence in which one it stands; without it each is one of its own.
    """
    text, sentences = "", []
    for index, line in enumerate(lines):
        start, tokens = len(text), []
        for id, word in enumerate(line.split(), 1):
            form, _, upos = word.rpartition("_") if "_" in word else (word, "", "X")
            at = len(text)
            text += form + " "
            tokens.append(Token(id, form, form.lower(), upos, "", (), 0 if id == 1 else 1, "dep", at, at + len(form)))
        at = index if paragraphs is None else paragraphs[index]
        sentences.append(Sentence(index, tuple(tokens), text[start:].strip(), start, len(text) - 1, paragraph=at))
        text += "\n\n"
    entities = tuple(
        Entity(id, name, type, mentions=(_mention(sentences[at[0] if at else 0], name),), named=True)
        for id, (name, type, *at) in enumerate(names)
    )
    return Analysis(Document(text, title=title), tuple(sentences), entities)


def _mention(sentence, name):
    """Of a name with which the sentence begins, all its words; else the first word stands for it."""
    ids = [1]
    while len(ids) < len(sentence.tokens) and sentence.tokens[len(ids)].form in name.split():
        ids.append(len(ids) + 1)
    return Mention(sentence.index, tuple(ids), 1, "name")


def phrase(text, type="", **more):
    words = text.split()
    more.setdefault("proper", bool(words) and words[-1][:1].isupper())
    return Phrase(text, words[-1].lower() if words else "", type, **more)


def clause(subject, lemma="do", *arguments, **verb):
    """``arguments`` are pairs of a role and a phrase."""
    form = verb.pop("form", lemma)
    return Clause(
        subject, Verb(lemma, form, verb.pop("tag", "VBD"), **verb), tuple(Argument(r, p) for r, p in arguments)
    )


def candidate(
    question="Who discovered radium?",
    answer="Marie Curie",
    *,
    kind="event",
    type="person",
    form=ItemType.SHORT,
    stated=None,
    roles=(),
    sentence=0,
    rule="event.who",
    score=0.6,
    confidence=1.0,
    distractors="",
    statement="",
    evidence="Marie Curie discovered radium.",
    accept=(),
    target=None,
):
    target = target or phrase(answer, type)
    fact = Fact(kind, (("subject", target), *roles), sentence, Span(0, 10), stated, confidence)
    shown = Evidence(evidence, 0, max(1, len(evidence)))
    id = digest(question, answer, rule)
    item = Item(id, form, question, answer, accept, evidence=shown, rule=rule, fact=kind)
    return Candidate(item, fact, Rule(rule, kind, "", "", distractors=distractors, score=score), target, statement)


RADIUM = article(
    "Marie_PROPN Curie_PROPN discovered_VERB radium_NOUN in_ADP Paris_PROPN in_ADP 1898_NUM ._PUNCT",
    "She_PRON taught_VERB at_ADP the_DET Sorbonne_PROPN ._PUNCT",
    title="Marie Curie",
    names=[("Marie Curie", "person")],
)
"""An article for candidates of which only the words matter."""
