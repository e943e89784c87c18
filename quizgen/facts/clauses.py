"""Clauses: every statement of a sentence taken apart into subject, verb and arguments.

Only what the article itself states, or reports as said by somebody, becomes a clause: questions, commands, direct
speech, hypothetical and embedded thoughts are passed over (Heilman & Smith 2010, section 3, on factive contexts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen import text
from quizgen.analysis.inflection import inflect
from quizgen.facts.article import Article, definite
from quizgen.facts.phrases import ERAS, phrase, phrase_tokens
from quizgen.facts.verbs import EMPTY_ADVERBS, verb_group
from quizgen.records import Argument, BlockKind, Clause, Phrase, Sentence, Token, Verb, replace

_LABEL = re.compile(r"(?:figure|fig\.|table|photo|image|box|chart|map|source|credit|see also|note)\b[\s:.]*(?:\d|[A-Z(])", re.I)
"""How captions and references begin that came as running text."""
NAMING = frozenset("name call title nickname entitle dub christen term".split())
SAYING = frozenset(
    "say state announce report explain claim argue note add tell estimate confirm reveal warn predict write declare "
    "insist admit assert maintain suggest conclude acknowledge remark observe stress emphasize".split()
)
REPORTING = SAYING | frozenset("believe think judge find show discover demonstrate indicate prove hold".split())
_NO_STATEMENT = frozenset("include follow concern regard accord depend base give compare speak judge consider use start begin range call date see view ask leave allow".split())
"""Participles that are half prepositions, or state nothing by themselves."""
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one", "anyone", "anybody", "anything"})
_FACTUAL_MARKS = frozenset({"because", "since", "after", "although", "though", "while", "whereas", "until"})
_CONDITIONS = frozenset({"if", "unless", "provided", "once", "when", "whenever"})
_CAUSES = frozenset({"because", "since", "as", "for"})


@dataclass(frozen=True, slots=True)
class ParsedClause:
    """A clause with the tokens it was read from, for extractors that look closer."""

    clause: Clause
    predicate: Token
    subject: Token
    arguments: tuple[tuple[Argument, Token], ...]
    """Each argument with its head token."""


def clauses(article: Article, sentence: Sentence) -> Iterator[ParsedClause]:
    """The statements of one sentence, in the order of their predicates."""
    if not is_statement(sentence):
        return
    for predicate in sentence.tokens:
        found = _clause(article, sentence, predicate)
        if found is not None:
            yield found


def is_statement(sentence: Sentence) -> bool:
    """Whether the sentence can state anything: running text, not a question or a shout."""
    running = sentence.block in (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)
    ending = sentence.text.rstrip("\"'”’»)] ")[-1:]
    told = ending not in ("?", "!", ":") and not _LABEL.match(sentence.text)
    return bool(sentence.tokens) and not sentence.skipped and running and told


def _clause(article: Article, sentence: Sentence, predicate: Token) -> ParsedClause | None:
    context = _context(article, sentence, predicate)
    if context is None or article.quoted(predicate):
        return None
    reduced = is_reduced(sentence, predicate)
    free = not reduced and is_free_participle(sentence, predicate)
    verb = participle_verb(sentence, predicate) if reduced or free else verb_group(sentence, predicate)
    subject = noun_of(sentence, predicate) if reduced else owner_of(sentence, predicate) if free else find_subject(sentence, predicate)
    if verb is None or subject is None or subject.form.lower() in _NOBODY:
        return None
    found = tuple(_arguments(article, sentence, predicate))
    arguments = tuple((a, t) for a, t in found if a.phrase.marker != "according to")
    said_by = next((a.phrase.text for a, _ in found if a.phrase.marker == "according to" and not a.phrase.dangling), "")
    made = _subject_phrase(article, sentence, subject, predicate)
    clause = Clause(
        subject=replace(made, text=definite(made.text)) if reduced else made,
        verb=verb,
        arguments=tuple(argument for argument, _ in arguments),
        sentence=sentence.index,
        condition=_condition(article, sentence, predicate),
        attribution=context or said_by,
        confidence=_confidence(sentence, predicate, subject, arguments),
    )
    return ParsedClause(clause, predicate, subject, arguments)


def is_reduced(sentence: Sentence, predicate: Token) -> bool:
    """A participle that tells more of its noun: *a project announced last year*, *a surgeon, played by Peresild*."""
    head = predicate
    while head.relation == "conj" and head.xpos == "VBN":
        head = sentence.head(head) or head
    noun = sentence.head(head)
    bare = not sentence.children(predicate, "aux", "nsubj", "mark")
    return predicate.xpos in ("VBN", "VBG") and bare and head.deprel == "acl" and noun is not None and noun.upos in ("NOUN", "PROPN")


def is_free_participle(sentence: Sentence, predicate: Token) -> bool:
    """A participle that tells more of the subject: *Placed under his care, he …*; *…, packing winds of 70 mph*."""
    head = sentence.head(predicate)
    bare = not sentence.children(predicate, "aux", "nsubj", "mark", "case")
    own = not any(t.xpos == "WRB" for t in sentence.children(predicate, "advmod"))
    told = head is not None and head.upos == "VERB" and head.xpos in ("VBD", "VBZ", "VBP", "VBN")
    return predicate.xpos in ("VBN", "VBG") and predicate.deprel == "advcl" and bare and own and told


def owner_of(sentence: Sentence, participle: Token) -> Token | None:
    """The subject of the verb that a free participle goes with; its own clause must be the article's statement."""
    head = sentence.head(participle)
    subject = find_subject(sentence, head) if head is not None else None
    return subject if subject is not None and subject.deprel != "expl" else None


def participle_verb(sentence: Sentence, predicate: Token) -> Verb | None:
    """The finite verb that a participle stands for; past when it has a date or the sentence tells of the past."""
    telling = sentence.children(predicate, "obl", "obj", "xcomp") if predicate.xpos == "VBG" else sentence.children(predicate, "obl")
    if not telling or predicate.lemma in _NO_STATEMENT:
        return None
    noun = noun_of(sentence, predicate)
    finite = next((v for t in (noun, *sentence.ancestors(noun)) if (v := verb_group(sentence, t)) is not None), None)
    beside = [predicate, *sentence.children(predicate, "conj"), sentence.head(predicate) or predicate]
    dated = any(t.entity == "time" for p in beside if p.xpos == "VBN" for t in sentence.children(p, "obl"))
    tense = "past" if dated or (finite is not None and finite.tense == "past") else "pres"
    plural = _plural(sentence, predicate)
    particle = " ".join(t.form for t in sentence.children(predicate, "compound:prt"))
    lemma = predicate.lemma.lower()
    if predicate.xpos == "VBG":
        tag = "VBD" if tense == "past" else "VBP" if _plural(sentence, predicate) else "VBZ"
        return Verb(lemma, inflect(lemma, tag), tag, (), tense, particle=particle)
    word = {("past", False): "was", ("past", True): "were", ("pres", False): "is", ("pres", True): "are"}[tense, plural]
    return Verb(lemma, predicate.form.lower(), "VBN", (word,), tense, passive=True, particle=particle)


def _plural(sentence: Sentence, participle: Token) -> bool:
    owner = noun_of(sentence, participle) if is_reduced(sentence, participle) else owner_of(sentence, participle)
    return owner is not None and (owner.xpos in ("NNS", "NNPS") or bool(sentence.children(owner, "conj")) or owner.form.lower() == "they")


def noun_of(sentence: Sentence, participle: Token) -> Token:
    """The noun that a participle, or the participle it is joined to, hangs on."""
    while participle.relation == "conj":
        participle = sentence.head(participle) or participle
    return sentence.head(participle) or participle


# ------------------------------------------------------------------------------------------ who says so


def _context(article: Article, sentence: Sentence, predicate: Token) -> str | None:
    """Who states the clause: empty for the article itself, a name for reported speech, None when nobody does."""
    relation, head = predicate.relation, sentence.head(predicate)
    if predicate.upos not in ("VERB", "AUX") and not sentence.children(predicate, "cop"):
        return None
    if head is None:
        return ""
    if is_free_participle(sentence, predicate):
        return _context(article, sentence, head)
    if is_reduced(sentence, predicate):
        return "" if predicate.lemma not in NAMING else None
    if relation == "conj":
        return _context(article, sentence, head)
    if relation in ("ccomp", "parataxis") and head.lemma in REPORTING:
        return _speaker(article, sentence, head)
    if relation == "parataxis" and predicate.id > head.id and predicate.lemma not in REPORTING and sentence.children(predicate, "nsubj"):
        return _context(article, sentence, head)  # *… ; the second half of the sentence*
    if predicate.deprel == "acl:relcl":
        return "" if _tells_more(article, sentence, predicate, head) else None
    if relation == "advcl" and _mark(sentence, predicate) in _FACTUAL_MARKS:
        return _context(article, sentence, head) if head.relation != "xcomp" else None
    return None


def _speaker(article: Article, sentence: Sentence, saying: Token) -> str | None:
    subject = find_subject(sentence, saying)
    outer = _context(article, sentence, saying) if saying.head else ""
    if subject is None or outer is None or outer:
        return None
    speaker = phrase(article, sentence, subject)
    return None if speaker.dangling or subject.upos == "PRON" and speaker.text == subject.form.lower() else speaker.text


def _tells_more(article: Article, sentence: Sentence, predicate: Token, antecedent: Token) -> bool:
    """A relative clause after a comma, or on a name, adds a statement; otherwise it only picks out which one."""
    first = sentence.subtree(predicate)[0]
    comma = first.form == "," or (first.id > 1 and sentence.token(first.id - 1).form == ",")
    relative = sentence.child(predicate, "nsubj")
    if relative is None or relative.xpos not in ("WDT", "WP"):
        return False
    settled = antecedent.relation in ("nsubj", "obj", "obl", "nmod", "appos", "conj", "root")
    return settled and comma and (antecedent.upos == "PROPN" or article.entity(sentence, antecedent) is not None)


def _mark(sentence: Sentence, predicate: Token) -> str:
    mark = sentence.child(predicate, "mark")
    return mark.form.lower() if mark else ""


# ------------------------------------------------------------------------------------------ subject


def find_subject(sentence: Sentence, predicate: Token) -> Token | None:
    """The subject's head token: its own, that of the verb it is joined to, or the noun a relative clause hangs on."""
    expletive = sentence.child(predicate, "expl")
    if expletive is not None:
        return expletive if expletive.form.lower() == "there" and predicate.lemma == "be" else None
    own = sentence.child(predicate, "nsubj")
    if own is not None:
        relative = own.feat("PronType") == "Rel" or own.xpos in ("WDT", "WP")
        if relative and predicate.deprel == "acl:relcl":
            return sentence.head(predicate)
        return None if relative else own
    if sentence.children(predicate, "csubj", "mark"):
        return None
    head = sentence.head(predicate)
    if predicate.relation == "conj" and head is not None:
        return find_subject(sentence, head)
    return None


def _existent_number(sentence: Sentence, predicate: Token) -> str:
    thing = sentence.child(predicate, "nsubj")
    return "plur" if thing is not None and thing.xpos in ("NNS", "NNPS") else "sing"


def _subject_phrase(article: Article, sentence: Sentence, subject: Token, predicate: Token) -> Phrase:
    """The subject without the relative clause that the predicate itself stands in."""
    if subject.deprel == "expl":
        return Phrase("there", "there", number=_existent_number(sentence, predicate), sentence=sentence.index, tokens=(subject.id,), head_id=subject.id)
    inner = [t for t in (predicate, *sentence.ancestors(predicate)) if t.head == subject.id and t.relation == "acl"]
    return phrase(article, sentence, subject, without=inner, marker="")


# ------------------------------------------------------------------------------------------ arguments


def _arguments(article: Article, sentence: Sentence, predicate: Token) -> Iterator[tuple[Argument, Token]]:
    found = list(_attribute(article, sentence, predicate))
    found += _dependents(article, sentence, predicate, predicate)
    yield from sorted(found, key=lambda pair: pair[1].id if pair[1] is not predicate else predicate.id)


def _late(article: Article, sentence: Sentence, head: Token, role: str) -> Token | None:
    """What hangs on the noun in the tree but belongs to the clause."""
    if role in ("object", "attribute"):
        return _late_time(article, sentence, head)
    if role == "existent":
        places = [t for t in sentence.children(head, "nmod") if _case(sentence, t) in ("in", "on", "at", "within", "near")]
        return places[-1] if places else None
    return None


def _case(sentence: Sentence, head: Token) -> str:
    return " ".join(t.form.lower() for t in sentence.children(head, "case"))


def _late_time(article: Article, sentence: Sentence, head: Token) -> Token | None:
    """The date that parsers hang on the noun before it: *became a tutor | in 1830*, *wrote a book | in 1830*.

    Only behind an indefinite noun or a name: *the war in 1812* picks out which war.
    """
    definite = any(t.form.lower() in ("the", "this", "that", "his", "her", "its", "their") for t in sentence.children(head, "det", "nmod:poss"))
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
    made = phrase(article, sentence, predicate, tokens=kept, marker=_case(sentence, predicate))
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
        return token.form.lower() in EMPTY_ADVERBS | {"not", "n't", "n’t"} or token.id > predicate.id or _before_copula(sentence, predicate, token)
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


def _argument(article: Article, sentence: Sentence, predicate: Token, token: Token, role: str, position: str, late: Token | None = None) -> Argument:
    told = bool(sentence.children(token, "cop", "nsubj")) and role != "existent"
    clausal = role in ("content", "complement", "purpose", "means", "cause", "clause") or told
    if clausal:
        words = [t for t in sentence.subtree(token)]
        while words and words[0].upos == "PUNCT" and words[0].form == ",":
            words = words[1:]
        marks = {s.id for t in sentence.children(token, "case") for s in sentence.subtree(t)} if role in ("oblique", "object") else set()
        kept = [t for t in words if t.id not in marks]
        made = phrase(article, sentence, token, tokens=_trim_clause(sentence, kept), marker=_case(sentence, token) if marks else "")
    else:
        made = phrase(article, sentence, token, without=[late] if late else [])
    required = role in ("existent", "object", "recipient", "attribute", "complement", "content") or (
        role == "oblique" and position == "after" and _bare(sentence, predicate, token)
    )
    return Argument(role, made, position, required)


def _trim_clause(sentence: Sentence, words: list[Token]) -> list[Token]:
    while words and words[-1].upos == "PUNCT" and words[-1].form in ",.;:!?":
        words = words[:-1]
    return words


def _bare(sentence: Sentence, predicate: Token, token: Token) -> bool:
    """The first oblique of a verb without an object: *docked at the station* says nothing without it."""
    others = [t for t in sentence.children(predicate, "obj", "obl", "xcomp", "ccomp") if t.id > predicate.id]
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
    if token.deprel == "obl:agent" or relation == "obl" and _by_agent(sentence, predicate, token):
        return "agent"
    if relation == "obl":
        return "" if measures_adjective(predicate, token) else "oblique"
    if relation == "xcomp":
        return "complement" if token.upos in ("VERB", "AUX") or sentence.children(token, "cop") else "attribute"
    if relation == "ccomp":
        return "content"
    if relation == "advcl":
        return _adverbial(sentence, token)
    if relation == "advmod":
        return _adverb(sentence, predicate, token)
    return ""


def _by_agent(sentence: Sentence, predicate: Token, token: Token) -> bool:
    cases = sentence.children(token, "case")
    return bool(sentence.children(predicate, "aux:pass")) and len(cases) == 1 and cases[0].form.lower() == "by" and token.entity != "time"


def _adverbial(sentence: Sentence, token: Token) -> str:
    marks = [t.form.lower() for t in sentence.children(token, "mark", "advmod", "case") if t.id < token.id]
    if any(m in _CONDITIONS for m in marks) and not _happened(sentence, token, marks):
        return ""
    if "to" in marks and token.xpos == "VB" and not sentence.children(token, "nsubj"):
        return "purpose"
    if "by" in marks and token.xpos == "VBG":
        return "means"
    if any(m in _CAUSES for m in marks) and marks[0] in ("because", "as", "since") and token.xpos != "VBG":
        return "cause" if marks[0] == "because" else "clause"
    return "clause"


def _happened(sentence: Sentence, token: Token, marks: list[str]) -> bool:
    """*when the tide rose*: a moment of the past and no condition."""
    verb = verb_group(sentence, token)
    return ("when" in marks or "once" in marks) and verb is not None and verb.tense == "past"


def _adverb(sentence: Sentence, predicate: Token, token: Token) -> str:
    word = token.form.lower()
    if word in EMPTY_ADVERBS or word in ("not", "n't", "n’t") or token.xpos == "WRB":
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
    kept = [t for t in sentence.children(token, "mark", "aux", "compound:prt", "cop") if t.id < token.id or t.deprel == "compound:prt"]
    kept += [t for t in sentence.children(token, "advmod") if t.id < token.id and t.form.lower() not in EMPTY_ADVERBS]
    return sorted([*kept, token], key=lambda t: t.id)


def _verb_start(sentence: Sentence, predicate: Token) -> int:
    group = [t.id for t in sentence.children(predicate, "aux", "cop")]
    return min([predicate.id, *group])


def _condition(article: Article, sentence: Sentence, predicate: Token) -> str:
    for token in sentence.children(predicate, "advcl"):
        marks = [t.form.lower() for t in sentence.children(token, "mark", "advmod") if t.id < token.id]
        if any(m in _CONDITIONS for m in marks) and not _happened(sentence, token, marks):
            words = _trim_clause(sentence, list(sentence.subtree(token)))
            return text.trim(article.write(sentence, words))
    return ""


def _confidence(sentence: Sentence, predicate: Token, subject: Token, arguments: tuple[tuple[Argument, Token], ...]) -> float:
    """The least certain of the arcs that hold the clause together."""
    core = [predicate, subject, *(t for a, t in arguments if a.required)]
    return min(t.confidence for t in core)
