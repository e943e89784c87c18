"""What something is, what somebody's office is, what something is called, what initials stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import text
from quizgen.analysis.names import PEOPLES
from quizgen.facts.article import Article, definite
from quizgen.facts.clauses import NAMING, ParsedClause, is_statement
from quizgen.facts.events import make_fact
from quizgen.facts.phrases import describing, named_apposition, phrase, phrase_tokens
from quizgen.records import Argument, Clause, Fact, Phrase, Sentence, Token, Verb, replace

_OFFICES = frozenset(
    "spokesman spokeswoman spokesperson president premier minister chancellor governor mayor director head chief ceo "
    "chairman chairwoman chair secretary editor leader commander king queen ambassador founder co-founder coach manager "
    "captain bishop archbishop pope commissioner treasurer curator principal dean emperor empress prince princess duke "
    "duchess sultan tsar pharaoh speaker superintendent owner publisher".split()
)
_RELATIONS = frozenset(
    "friend brother sister boy girl man woman son daughter mother father wife husband child member resident citizen fan "
    "victim suspect person people survivor parent cousin uncle aunt nephew niece grandfather grandmother grandson "
    "granddaughter widow colleague rival neighbour neighbor lover partner fellow contemporary opponent heir assistant "
    "classmate schoolmate companion visitor guest stranger human being veteran figure".split()
)
_ADDRESSES = frozenset("mr mrs ms miss sir lord lady dr king queen emperor prince princess saint father brother sister uncle aunt duke".split())
_UNIQUE = frozenset("only first last largest biggest smallest highest longest oldest capital president king queen founder author".split())


def identities(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*X is a Y*, *X became the Y*: ``thing`` and ``kind`` (indefinite) or ``title`` (one of its kind)."""
    for parsed in found:
        verb = parsed.clause.verb
        attribute = next(((a.phrase, t) for a, t in parsed.arguments if a.role == "attribute"), None)
        if attribute is None or verb.negated or not (verb.copula or verb.lemma in ("become", "remain")):
            continue
        kind, token = attribute
        if _is_superlative(sentence, parsed.subject) and not _is_superlative(sentence, token):
            continue  # *The smallest type is the cinder cone*: said the other way round
        if token.upos not in ("NOUN", "PROPN") or kind.marker or kind.type in ("time", "number") or parsed.subject.upos == "PRON" and kind.dangling:
            continue
        yield make_fact("identity", parsed, sentence, ("thing", parsed.clause.subject), (_identity_role(sentence, token, kind), kind))


def appositions(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*Coron, a town in Palawan, …*: what a name is, told in passing."""
    if not is_statement(sentence):
        return
    for token in sentence.tokens:
        head = sentence.head(token)
        if token.relation != "appos" or head is None or head.upos != "PROPN" or token.upos != "NOUN":
            continue
        determiner = sentence.child(token, "det")
        if determiner is None or determiner.form.lower() not in ("a", "an", "the") or sentence.children(head, "conj") or sentence.children(token, "conj"):
            continue
        thing = phrase(article, sentence, head, without=[token], marker="")
        kind = phrase(article, sentence, token, marker="")
        if not thing.dangling and not kind.dangling and not article.quoted(token):
            yield _apposition(article, sentence, token, thing, kind)


def _apposition(article: Article, sentence: Sentence, token: Token, thing: Phrase, kind: Phrase) -> Fact:
    clause = copular(article, sentence, thing, kind, token.confidence)
    role = _identity_role(sentence, token, kind)
    return Fact("identity", (("thing", thing), (role, kind)), sentence.index, sentence.span, clause, token.confidence)


def copular(article: Article, sentence: Sentence, subject: Phrase, attribute: Phrase, confidence: float) -> Clause:
    """*X is Y*, for what the article says without a verb; in the tense of the sentence, of today in a dated article."""
    first = any(w in ("first", "last") for w in attribute.text.lower().split())
    passing = first or (subject.type == "person" and article.analysis.document.date is None)
    past = passing and any(t.xpos == "VBD" for t in sentence.tokens)
    form = {(False, False): "is", (False, True): "are", (True, False): "was", (True, True): "were"}[past, subject.number == "plur"]
    verb = Verb("be", form, "VBD" if past else "VBZ", tense="past" if past else "pres", copula=True)
    return Clause(subject, verb, (Argument("attribute", attribute, "after", True),), sentence.index, confidence=confidence)


def _identity_role(sentence: Sentence, token: Token, kind: Phrase) -> str:
    """``title`` when only one can be it, ``kind`` when many are."""
    if token.upos == "PROPN":
        return "name"
    the = any(t.form.lower() == "the" for t in sentence.children(token, "det"))
    superlative = any(t.xpos in ("JJS", "RBS") or t.lemma in _UNIQUE or t.feat("NumType") == "Ord" for t in sentence.subtree(token) if t.id <= token.id)
    return "title" if the and (superlative or sentence.children(token, "nmod", "acl")) else "kind"


def _is_superlative(sentence: Sentence, token: Token) -> bool:
    return any(t.xpos in ("JJS", "RBS") for t in sentence.children(token, "amod"))


def roles(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*Kremlin spokesman Dmitry Peskov*: ``person`` with an ``office`` that one holds, or a ``profession`` that many have."""
    if not is_statement(sentence):
        return
    for token in sentence.tokens:
        named = token if token.upos == "PROPN" else named_apposition(article, sentence, token)
        if named is None or article.type(sentence, named) != "person" or token.relation == "flat":
            continue
        if token.upos == "PROPN" and token.relation == "appos":
            head = sentence.head(token)
            if head is not None and head.upos == "NOUN":
                continue  # told from the noun's side
        description = describing(article, sentence, token) if token is named else _noun_description(article, sentence, token)
        if description and not re.search(r"\d", description) and not _is_relation(description):
            yield _role_fact(article, sentence, named, token, description)


def _is_relation(description: str) -> bool:
    """Whether it says what somebody is to another, or no more than a form of address."""
    words = description.lower().split()
    if words[0] in ("first", "second", "third", "last", "only", "next") or words[0].endswith("est"):
        return True
    head = next((w for i, w in enumerate(words) if i + 1 == len(words) or words[i + 1] in ("of", "at", "in", "for", "from")), words[-1])
    return head in _RELATIONS or (len(words) == 1 and head in _ADDRESSES)


def _noun_description(article: Article, sentence: Sentence, noun: Token) -> str:
    dropped = sentence.children(noun, "appos", "acl", "det")
    if sentence.children(noun, "nmod:poss"):
        return ""
    words = phrase_tokens(sentence, noun, dropped)
    joined = sentence.children(noun, "conj", "cc")
    hidden = {s.id for t in joined for s in sentence.subtree(t)}
    return text.trim(article.write(sentence, [t for t in words if t.id not in hidden]))


def _role_fact(article: Article, sentence: Sentence, named: Token, token: Token, description: str) -> Fact:
    person = phrase(article, sentence, named, marker="")
    entity = article.entity(sentence, named)
    if entity and entity.named:
        person = replace(person, text=entity.name, dangling="")
    person = replace(person, number="sing")
    role = "office" if _one_holds_it(description) else "profession"
    said = Phrase(
        text=description, head=description.split()[-1], type="role", sentence=sentence.index,
        span=named.span, definition=description,
    )  # fmt: skip
    return Fact("role", (("person", person), (role, said)), sentence.index, sentence.span, confidence=min(named.confidence, token.confidence))


def _one_holds_it(description: str) -> bool:
    """*Kremlin spokesman*, *president of France*: a name inside, or *of*, tells which one."""
    words = description.split()
    office = any(w.lower() in _OFFICES for w in words)
    named = any(w[:1].isupper() and w.lower() not in PEOPLES | _OFFICES for w in words)
    return office and len(words) > 1 and named


def names(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*a film named 'The Challenge'*: ``thing`` and ``name``."""
    if not is_statement(sentence):
        return
    for token in sentence.tokens:
        if token.lemma.lower() not in NAMING or token.xpos != "VBN" or token.relation != "acl":
            continue
        thing, name = sentence.head(token), _given_name(sentence, token)
        if thing is None or name is None:
            continue
        fact = _name_fact(article, sentence, thing, token, name)
        doing = next((p for p in found if p.subject is thing and p.predicate is not token), None)
        yield fact
        if doing is not None and fact.role("thing") is not None:
            yield make_fact("name", doing, sentence, *fact.roles)


def _given_name(sentence: Sentence, naming: Token) -> Token | None:
    """The name that the participle gives; parsers attach it as xcomp, obj or obl."""
    for token in sentence.children(naming, "xcomp", "obj", "obl", "ccomp"):
        if token.id > naming.id and token.form[:1].isupper():
            return token
    return None


def _name_fact(article: Article, sentence: Sentence, thing: Token, naming: Token, name: Token) -> Fact:
    described = phrase(article, sentence, thing, without=[naming], marker="")
    called = phrase(article, sentence, name, marker="")
    called = replace(called, text=text.unquote(called.text), proper=True, dangling="")
    described = replace(described, text=definite(described.original))
    return Fact(
        "name", (("thing", described), ("name", called)), sentence.index, sentence.span,
        confidence=min(naming.confidence, name.confidence),
    )  # fmt: skip


_SMALL = frozenset("of the and for in on a an to de la du des von & at".split())
_INITIALS = re.compile(r"^[A-Z](?:\.?[A-Za-z0-9&]){0,7}\.?$")


def abbreviations(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*the International Space Station or ISS*, *World Health Organization (WHO)*: ``short`` and ``long``."""
    if sentence.skipped:
        return
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        letters = token.form.replace(".", "")
        if not (2 <= len(letters) <= 7 and letters[:-1].isupper() and letters.isalnum() and _INITIALS.match(token.form)):
            continue
        introduced = at > 1 and (tokens[at - 1].form in "([" or tokens[at - 1].form.lower() == "or")
        long = _spelled_out(tokens[: at - 1], letters) if introduced else None
        if long:
            yield _abbreviation(article, sentence, token, long)


def _spelled_out(before: tuple[Token, ...], letters: str) -> tuple[Token, ...] | None:
    """The run of words right before whose initials are the letters (small words may be passed over)."""
    if before and before[-1].form in (",", "“", '"'):
        before = before[:-1]
    want = letters.upper().rstrip("S") if letters.endswith("s") else letters.upper()
    for start in range(len(before) - 1, max(-1, len(before) - 12), -1):
        words = before[start:]
        for skip in (True, False):
            initials = "".join(t.form[0] for t in words if t.upos != "PUNCT" and not (skip and t.form.lower() in _SMALL))
            if initials.upper() == want and words[0].form.lower() not in _SMALL:
                return words
    return None


def _abbreviation(article: Article, sentence: Sentence, short: Token, long: tuple[Token, ...]) -> Fact:
    spelled = " ".join(sentence.text[long[0].start - sentence.start : long[-1].end - sentence.start].split())
    if long[0].id == 1 and long[0].upos != "PROPN":
        spelled = spelled[0].lower() + spelled[1:] if not long[-1].form[:1].isupper() else spelled
    return Fact(
        "abbreviation",
        (
            ("short", Phrase(text=short.form, head=short.form, proper=True, sentence=sentence.index, span=short.span)),
            ("long", Phrase(text=spelled, head=long[-1].lemma, type=short.entity, proper=True, sentence=sentence.index, span=text_span(long))),
        ),
        sentence.index,
        sentence.span,
    )


def text_span(tokens: tuple[Token, ...]):  # type: ignore[no-untyped-def]
    from quizgen.facts.article import token_span

    return token_span(tokens)
