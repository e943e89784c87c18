"""The arguments of a clause: objects, obliques, infinitives and adverbial clauses, each with its role."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen import text
from quizgen.facts.article import Article
from quizgen.facts.extents import ERAS, phrase_tokens, small
from quizgen.facts.participles import is_free_participle
from quizgen.facts.phrases import phrase
from quizgen.facts.verbs import EMPTY_ADVERBS, verb_group
from quizgen.records import Argument, Sentence, Token

_CONDITIONS = frozenset({"if", "unless", "provided", "once", "when", "whenever"})

_ORDERING = frozenset(
    "order ask tell allow force require permit enable persuade encourage invite advise urge lead cause command "
    "instruct help teach expect want convince compel oblige".split()
)
"""Verbs whose infinitive says what somebody else is to do, and no purpose."""
_DECIDING = frozenset("vote decide agree elect choose opt plan intend promise refuse threaten vow pledge swear".split())
_TAKING = frozenset({"take", "need", "require", "cost"})
_CAUSES = frozenset({"because", "since", "as", "for"})
_COUNTING_OFF = frozenset("First Second Third Fourth Fifth Firstly Secondly Thirdly Lastly Finally Next".split())


def arguments_of(article: Article, sentence: Sentence, predicate: Token) -> Iterator[tuple[Argument, Token]]:
    found = list(_attribute(article, sentence, predicate))
    found += _dependents(article, sentence, predicate, predicate)
    yield from sorted(found, key=lambda pair: pair[1].id if pair[1] is not predicate else predicate.id)


def _late(article: Article, sentence: Sentence, head: Token, role: str) -> Token | None:
    """What hangs on the noun in the tree but belongs to the clause."""
    if role in ("object", "attribute"):
        return _late_time(article, sentence, head)
    if role == "existent":
        places = [
            t
            for t in sentence.children(head, "nmod")
            if case_words(sentence, t) in ("in", "on", "at", "within", "near")
        ]
        return places[-1] if places else None
    return None


def case_words(sentence: Sentence, head: Token) -> str:
    return " ".join(small(t) for t in sentence.children(head, "case"))


def _late_time(article: Article, sentence: Sentence, head: Token) -> Token | None:
    """The date that parsers hang on the noun before it: *became a tutor | in 1830*, *wrote a book | in 1830*.

    Only behind an indefinite noun or a name: *the war in 1812* picks out which war.
    """
    definite = any(
        t.form.lower() in ("the", "this", "that", "his", "her", "its", "their")
        for t in sentence.children(head, "det", "nmod:poss")
    )
    if definite:
        return None
    for token in sentence.children(head, "nmod"):
        last = sentence.subtree(token)[-1].id >= sentence.subtree(head)[-1].id
        marked = any(t.form.lower() in ("in", "on") for t in sentence.children(token, "case"))
        if last and marked and token.upos in ("NUM", "PROPN") and article.type(sentence, token) == "time":
            return token
    return None


def _attribute(article: Article, sentence: Sentence, predicate: Token) -> Iterator[tuple[Argument, Token]]:
    if not sentence.children(predicate, "cop"):
        return
    outside = [t for t in sentence.children(predicate) if _belongs_to_clause(sentence, predicate, t)]
    words = phrase_tokens(sentence, predicate, outside)
    late = _late_time(article, sentence, predicate)
    hidden = {t.id for t in sentence.subtree(late)} if late else set()
    kept = [t for t in words if t.id not in hidden]
    made = phrase(article, sentence, predicate, tokens=kept, marker=case_words(sentence, predicate))
    yield Argument("attribute", made, "after", True), predicate
    if late is not None:
        yield Argument("oblique", phrase(article, sentence, late), "after"), late


def _belongs_to_clause(sentence: Sentence, predicate: Token, token: Token) -> bool:
    """Whether a dependent of a copular predicate belongs to the clause and not to the noun or adjective."""
    if token.relation in ("nsubj", "cop", "aux", "csubj", "advcl", "mark", "parataxis", "expl", "discourse"):
        return True
    if token.relation == "case":
        return True
    if token.relation in ("obl", "xcomp", "ccomp"):
        return not measures_adjective(predicate, token)
    if token.relation == "advmod":
        return (
            token.form.lower() in EMPTY_ADVERBS | {"not", "n't", "n’t"}
            or token.id > predicate.id
            or _before_copula(sentence, predicate, token)
        )
    return token.relation == "conj" and bool(sentence.children(token, "nsubj", "cop", "aux"))


def measures_adjective(predicate: Token, token: Token) -> bool:
    """*37 years* of *is 37 years old*: a part of the adjective's phrase."""
    return predicate.upos == "ADJ" and token.relation == "obl" and token.deprel != "obl" and token.id < predicate.id


def _before_copula(sentence: Sentence, predicate: Token, token: Token) -> bool:
    copula = sentence.child(predicate, "cop")
    return copula is not None and token.id < copula.id


def _dependents(article: Article, sentence: Sentence, predicate: Token, top: Token) -> Iterator[tuple[Argument, Token]]:
    """Arguments of the predicate, and of the infinitives and participles that continue it."""
    for token in sentence.children(predicate):
        role = _role(sentence, predicate, token)
        if role == "complement" and _continues(sentence, token):
            core = _verb_words(sentence, token)
            yield Argument("complement", phrase(article, sentence, token, tokens=core, marker=""), "after", True), token
            yield from _dependents(article, sentence, token, top)
        elif role:
            position = "before" if token.id < _verb_start(sentence, top) else "after"
            late = _late(article, sentence, token, role) if position == "after" else None
            yield _argument(article, sentence, predicate, token, role, position, late), token
            if late is not None:
                yield Argument("oblique", phrase(article, sentence, late), position), late


def _argument(
    article: Article,
    sentence: Sentence,
    predicate: Token,
    token: Token,
    role: str,
    position: str,
    late: Token | None = None,
) -> Argument:
    told = bool(sentence.children(token, "cop", "nsubj")) and role != "existent"
    clausal = role in ("content", "complement", "purpose", "means", "cause", "clause") or told
    if clausal:
        words = list(sentence.subtree(token))
        while words and words[0].upos == "PUNCT" and words[0].form == ",":
            words = words[1:]
        marks = (
            {s.id for t in sentence.children(token, "case") for s in sentence.subtree(t)}
            if role in ("oblique", "object")
            else set()
        )
        kept = [t for t in words if t.id not in marks]
        made = phrase(
            article,
            sentence,
            token,
            tokens=trim_clause(sentence, kept),
            marker=case_words(sentence, token) if marks else "",
        )
    else:
        made = phrase(article, sentence, token, without=[late] if late else [])
    required = role in ("existent", "object", "recipient", "attribute", "complement", "content") or (
        role == "oblique" and position == "after" and _bare(sentence, predicate, token)
    )
    return Argument(role, made, position, required)


def trim_clause(sentence: Sentence, words: list[Token]) -> list[Token]:
    while words and words[-1].upos == "PUNCT" and words[-1].form in ",.;:!?":
        words = words[:-1]
    return words


def _bare(sentence: Sentence, predicate: Token, token: Token) -> bool:
    """The first oblique of a verb without an object: *docked at the station* says nothing without it."""
    others = [t for t in sentence.children(predicate, "obj", "obl", "xcomp", "ccomp") if t.id > predicate.id]
    others = [t for t in others if t.relation != "obl" or t.entity != "time"] or others
    return bool(others) and others[0] is token


def _role(sentence: Sentence, predicate: Token, token: Token) -> str:
    relation = token.relation
    if token.form in ERAS:
        return ""
    if relation == "obj":
        return "object"
    if relation == "nsubj" and sentence.children(predicate, "expl"):
        return "existent"
    if relation == "iobj":
        return "recipient"
    if token.deprel == "obl:agent" or (relation == "obl" and _by_agent(sentence, predicate, token)):
        return "agent"
    if relation == "obl":
        return "" if measures_adjective(predicate, token) else "oblique"
    if relation == "xcomp":
        return "complement" if token.upos in ("VERB", "AUX") or sentence.children(token, "cop") else "attribute"
    if relation == "ccomp":
        return "content"
    if relation == "advcl":
        return "" if is_free_participle(sentence, token) else _adverbial(sentence, token)
    if relation == "advmod":
        return _adverb(sentence, predicate, token)
    return ""


def _by_agent(sentence: Sentence, predicate: Token, token: Token) -> bool:
    cases = sentence.children(token, "case")
    return (
        bool(sentence.children(predicate, "aux:pass"))
        and len(cases) == 1
        and cases[0].form.lower() == "by"
        and token.entity != "time"
    )


def _adverbial(sentence: Sentence, token: Token) -> str:
    marks = [t.form.lower() for t in sentence.children(token, "mark", "advmod", "case") if t.id < token.id]
    if any(m in _CONDITIONS for m in marks) and not _happened(sentence, token, marks):
        return ""
    if "to" in marks and token.xpos == "VB" and not sentence.children(token, "nsubj"):
        head = sentence.head(token)
        return "clause" if head is not None and _tells_what(sentence, head) else "purpose"
    if "by" in marks and token.xpos == "VBG":
        return "means"
    if any(m in _CAUSES for m in marks) and marks[0] in ("because", "as", "since") and token.xpos != "VBG":
        return "cause" if marks[0] == "because" else "clause"
    return "clause"


def _tells_what(sentence: Sentence, verb: Token) -> bool:
    """Whether *to* behind the verb says what was decided (*voted to close the road*), ordered, or what took so long
    (*took three days to travel to the Moon*), and so no purpose."""
    ordered = verb.lemma in _ORDERING and bool(sentence.children(verb, "obj"))
    beside = sentence.children(verb, "obj", "obl", "iobj") if verb.lemma in _TAKING else ()
    return ordered or verb.lemma in _DECIDING or any(t.entity in ("time", "number", "money") for t in beside)


def _happened(sentence: Sentence, token: Token, marks: list[str]) -> bool:
    """*when the tide rose*: a moment of the past and no condition."""
    verb = verb_group(sentence, token)
    return ("when" in marks or "once" in marks) and verb is not None and verb.tense == "past"


def _counts_off(sentence: Sentence, token: Token) -> bool:
    """*Third, specialization allows …*: it tells where the sentence stands, not how or when."""
    following = sentence.token(token.id + 1).form if token.id < len(sentence.tokens) else ""
    return token.id == 1 and following == "," and token.form in _COUNTING_OFF


def _adverb(sentence: Sentence, predicate: Token, token: Token) -> str:
    word = token.form.lower()
    if word in EMPTY_ADVERBS or word in ("not", "n't", "n’t") or token.xpos == "WRB" or _counts_off(sentence, token):
        return ""
    verb = sentence.child(predicate, "cop") or predicate
    between = sentence.tokens[token.id : verb.id - 1]
    if token.id < verb.id and not sentence.children(token) and all(t.upos in ("AUX", "ADV", "PART") for t in between):
        return ""  # at the verb: kept by the verb group
    if sentence.children(predicate, "cop") and token.id < predicate.id:
        return ""  # inside the attribute
    return "adverb"


def _continues(sentence: Sentence, token: Token) -> bool:
    """An infinitive or participle whose arguments can be asked for on their own."""
    return token.upos == "VERB" and not sentence.children(token, "conj") and token.id > token.head


def _verb_words(sentence: Sentence, token: Token) -> list[Token]:
    kept = [
        t
        for t in sentence.children(token, "mark", "aux", "compound:prt", "cop")
        if t.id < token.id or t.deprel == "compound:prt"
    ]
    kept += [t for t in sentence.children(token, "advmod") if t.id < token.id and t.form.lower() not in EMPTY_ADVERBS]
    return sorted([*kept, token], key=lambda t: t.id)


def _verb_start(sentence: Sentence, predicate: Token) -> int:
    group = [t.id for t in sentence.children(predicate, "aux", "cop")]
    return min([predicate.id, *group])


def condition_of(article: Article, sentence: Sentence, predicate: Token) -> str:
    for token in sentence.children(predicate, "advcl"):
        marks = [t.form.lower() for t in sentence.children(token, "mark", "advmod") if t.id < token.id]
        if (
            any(m in _CONDITIONS for m in marks)
            and verb_group(sentence, token)
            and not _happened(sentence, token, marks)
        ):
            words = trim_clause(sentence, list(sentence.subtree(token)))
            return text.trim(article.write(sentence, words))
    return ""
