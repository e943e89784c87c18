"""Whole sentences: what no clause of them can ask for, a blank in the sentence itself does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import text
from quizgen.facts.article import Article, token_span
from quizgen.facts.blanks import Blank, blanks, count_words
from quizgen.facts.clauses import ParsedClause, is_statement
from quizgen.facts.extents import opens_remark
from quizgen.facts.participles import agrees
from quizgen.facts.passages import Passage, passages
from quizgen.facts.shortened import Additions
from quizgen.facts.verbs import EMPTY_ADVERBS
from quizgen.records import Fact, Phrase, Sentence, Token, replace

_LEAST, _MOST = 6, 29
"""Words of the sentence: a shorter one says too little around the blank, a longer one is not read to its end."""
_TORN = 0.15
"""Where the parser is less sure of what hangs on what, a cut may go through the middle of a phrase."""
_FRONT = re.compile(
    r"(?:First(?:ly)?|Second(?:ly)?|Third(?:ly)?|Fourth|Finally|Lastly|Next|"
    r"For (?:example|instance)|In (?:particular|fact|addition|general|contrast|turn|short|other words|this way)|"
    r"As (?:a result|a consequence|such)|On the (?:other|one) hand|Of course|By contrast|After all|At first|"
    r"In the end) ,"
)
"""Openings that only tie the sentence to the one before."""
_POINTING_BACK = frozenset("this these that those such he him his she her hers they them their theirs it its".split())
"""What a sentence before can tell the meaning of."""
_ENTRY = re.compile(r"(?:[\w.'’()]+ ){1,6}[-–—:] (?:An?|The|One)\b|(?:Of|In|At|To|From|For|With|By) (?:which|whom)\b")
"""*Minimus – A poetic pig who writes anthems.*, *Of which 480 kilometers are with Georgia.*: no sentence."""
LINKING = frozenset(
    {
        "also",
        "too",
        "though",
        "incidentally",
        "however",
        "therefore",
        "thus",
        "moreover",
        "furthermore",
        "nevertheless",
        "consequently",
    }
)
_NAMING = frozenset({"know", "call", "name", "refer", "spell", "term", "title", "dub"})
"""*also known as*: here the word tells that there are several names."""
_PRONOUNS = frozenset({"I", "me", "my", "we", "us", "our", "you", "your"})


def wholes(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*The name oxygen was coined in 1777 by Antoine Lavoisier …*: a phrase and the ``sentence`` around it.

    The whole sentence where it is not too long and leans on nothing, else the first clause of it that does not.
    """
    root = sentence.root
    if not is_statement(sentence) or root is None or article.quoted(root):
        return
    if _inverted(sentence, root) or not _says_something(sentence, root) or _ENTRY.match(sentence.text):
        return
    whole = Passage(tuple(_without_remarks(sentence)), None)
    if any(t.form in _PRONOUNS for t in whole.tokens):
        return
    lead = _lead(article, sentence)
    linking = _linking(sentence)
    inner = (replace(p, tokens=_plain(p.tokens, linking)) for p in passages(article, sentence, found))
    taken_up = bool(lead) and _spoken_of(article, sentence, whole)
    led = (replace(whole, lead=lead, taken_up=taken_up),) if lead else ()
    places = (whole, *inner, *led)
    cutter = _Cutter(article, sentence)
    with_remarks = Passage(_plain(sentence.tokens, linking), None)
    for token in sentence.tokens:
        left_out = tuple(blanks(article, sentence, token))
        if left_out:
            yield from cutter.cut_out(token, left_out, places if token.id in whole.ids else (with_remarks,))
        if left_out and taken_up:  # with and without the sentence before: the gates know which is understood
            yield from cutter.cut_out(token, left_out, led)


def _inverted(sentence: Sentence, root: Token) -> bool:
    """*Commenced his reign over America*: a verb that opens the sentence has lost its subject."""
    opening = next((t for t in sentence.tokens if t.upos != "PUNCT"), root)
    return opening.upos in ("VERB", "AUX") and opening is root


def _says_something(sentence: Sentence, root: Token) -> bool:
    """A finite verb with a subject: no entry of a list, no address, no *Let us try*."""
    if any(t.form.lower() == "that" for t in sentence.children(root, "mark")):
        return False  # *In 1902 that Coron was registered*: what it hung on is gone
    group = (root, *sentence.children(root, "aux", "cop"))
    subject = sentence.children(root, "nsubj", "csubj", "expl")
    agreeing = all(agrees(sentence, t, root) for t in subject)
    finite = any(t.xpos in ("VBD", "VBZ", "VBP", "MD") for t in group) or (root.xpos == "VBN" and len(group) == 1)
    return agreeing and bool(subject) and root.lemma != "let" and finite


class _Cutter:
    """Cuts blanks out of one sentence, and remembers what was written of it: most blanks stand in the same words."""

    def __init__(self, article: Article, sentence: Sentence) -> None:
        self.article, self.sentence = article, sentence
        self.additions = Additions(sentence)
        self.said: dict[tuple[tuple[int, ...], str], tuple[Phrase | None, int]] = {}

    def cut_out(self, token: Token, found: tuple[Blank, ...], places: tuple[Passage, ...]) -> Iterator[Fact]:
        """The blanks that this token heads, in the first of the passages in which one can be left out."""
        spared = max(blank.spared for blank in found)
        for passage in places:
            inside = [blank for blank in found if passage.ids.issuperset(blank.phrase.tokens)]
            if not inside or token.id not in passage.ids:
                continue
            most = _MOST - len(passage.lead.split()) + spared
            kept = self.additions.shortened(passage.tokens, token, most)
            around, words = self._around(kept, passage)
            if around is None:
                continue
            sure = self.additions.surety(passage.tokens, kept)
            sure = 1.0 if sure >= _TORN else sure
            fitting = [blank for blank in inside if words - blank.spared <= _MOST and blank.fits(around)]
            for blank in fitting:
                yield _fact(blank, around, passage.lead, self.sentence, sure)
            if fitting:
                return

    def _around(self, kept: tuple[Token, ...], passage: Passage) -> tuple[Phrase | None, int]:
        """The kept words as a sentence, and how many words that has."""
        key = (tuple([t.id for t in kept]), passage.lead)
        if key not in self.said:
            said = _said(self.article, self.sentence, kept, passage)
            self.said[key] = (said, count_words(said.text) if said is not None else 0)
        return self.said[key]


def _lead(article: Article, sentence: Sentence) -> str:
    """The sentence before, as short as it can be, where it stands in the same paragraph and leans on nothing."""
    before = article.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or not is_statement(before):
        return ""
    if before.root is None or not _says_something(before, before.root) or _leans_too(before, before.root):
        return ""
    kept = Additions(before).barest(_without_remarks(before))
    if not kept or any(article.quoted(t) or t.form in _PRONOUNS for t in kept) or kept[0].form == "It":
        return ""
    said = _said(article, before, kept, Passage(kept, None), least=4)
    return said.text if said is not None else ""


def _leans_too(sentence: Sentence, root: Token) -> bool:
    """*The announcement was printed*: a sentence that itself takes something up leads into nothing."""
    subject = sentence.child(root, "nsubj")
    if any(
        t.form.lower() == "such" and sentence.token(t.id + 1).form.lower() not in ("as", "a", "an")
        for t in sentence.tokens[:-1]
    ):
        return True
    named = any(t.upos in ("PROPN", "NUM") for t in sentence.tokens)
    definite = subject is not None and any(t.form.lower() == "the" for t in sentence.children(subject, "det"))
    return definite and not named and sentence.index > 0


def _spoken_of(article: Article, sentence: Sentence, whole: Passage) -> bool:
    """Whether a description takes up a noun of the sentence before: *a ball … the ball*."""
    before = {t.lemma for t in article.sentences[sentence.index - 1].tokens if t.upos == "NOUN"}
    return any(
        t.upos == "NOUN" and t.lemma in before and any(d.form.lower() == "the" for d in sentence.children(t, "det"))
        for t in whole.tokens
    )


def _without_remarks(sentence: Sentence) -> list[Token]:
    """The tokens without brackets, footnote marks and the words that tie the sentence to the one before."""
    kept: list[Token] = []
    depth = 0
    linking = _linking(sentence)
    for token in sentence.tokens:
        depth += opens_remark(sentence, token) or (depth > 0 and token.form in ("(", "["))
        if depth == 0 and token.id not in linking:
            kept.append(token)
        depth -= depth > 0 and token.form in (")", "]")
    while len(kept) > 1 and kept[-1].upos in ("NUM", "SYM") and kept[-2].form in (".", "”", '"'):
        kept = kept[:-1]  # the mark of a footnote
    return _without_front(kept) if depth == 0 else []


def _plain(tokens: tuple[Token, ...], linking: set[int]) -> tuple[Token, ...]:
    return tuple(_without_front([t for t in tokens if t.id not in linking]))


def _without_front(kept: list[Token]) -> list[Token]:
    """Without the words at the beginning that only tie the sentence to the one before."""
    opening = _FRONT.match(" ".join(t.form for t in kept[:5]))
    if opening:
        kept = kept[len(opening[0].split()) :]
    while kept and (
        kept[0].upos == "INTJ"
        or (
            kept[0].form.lower() in EMPTY_ADVERBS
            and (len(kept) < 2 or (kept[1].upos not in ("ADJ", "ADV") and kept[1].form.lower() != "for"))
        )
        or (kept[0].upos in ("CCONJ", "PUNCT") and kept[0].form not in '“"‘')
    ):
        kept = kept[1:]
    return kept


def _linking(sentence: Sentence) -> set[int]:
    """Ids of *also*, and of *however* with its comma: what only ties the sentence to its neighbours."""
    found: set[int] = set()
    for token in sentence.tokens:
        if token.lemma in ("instance", "example") and _for(sentence, token):
            found.update(t.id for t in sentence.subtree(token))
    for token in sentence.tokens:
        if token.upos == "ADV" and token.form.lower() in LINKING and token.relation == "advmod":
            head = sentence.head(token)
            another_name = token.form.lower() == "also" and head is not None and head.lemma in _NAMING
            rather = token.id > 1 and sentence.token(token.id - 1).form.lower() == "but"  # *not only … but also*
            joins = token.form.lower() in ("also", "too") and head is not None and _reduced(sentence, head)
            alone = all(t.upos == "PUNCT" for t in sentence.children(token))
            if alone and not another_name and not rather and not joins:
                found.add(token.id)
        elif token.form == "," and token.id - 1 in found and sentence.token(token.id - 1).form != ",":
            found.add(token.id)
    return found


def _reduced(sentence: Sentence, head: Token) -> bool:
    """*a family of Southeast Asia, also scattered throughout India*: without *also* it says that it is only there."""
    return head.relation in ("acl", "amod", "advcl") and not sentence.child(head, "nsubj")


def _for(sentence: Sentence, token: Token) -> bool:
    """*for instance*."""
    return [t.form.lower() for t in sentence.children(token) if t.upos != "PUNCT"] == ["for"]


def _after_nor(sentence: Sentence, kept: tuple[Token, ...]) -> bool:
    """*nor, being a Jew, could he easily marry*: without its *nor* it says the opposite."""
    before = sentence.tokens[max(0, kept[0].id - 3) : kept[0].id - 1] if kept else ()
    return any(t.form.lower() in ("nor", "neither") for t in before)


def _said(
    article: Article, sentence: Sentence, kept: tuple[Token, ...], passage: Passage, least: int = _LEAST
) -> Phrase | None:
    """The tokens as a sentence; None when there are too few, or one leans on what was said before."""
    if _after_nor(sentence, kept):
        return None
    if kept and kept[0].form.lower() in ("whereupon", "whereby"):
        kept = kept[1:]  # the clause before it was left out
    open_word = article.dangling(sentence, kept, read_whole=True) if kept else ""
    if not kept or (open_word and not (passage.lead and open_word.lower() in _POINTING_BACK)):
        return None
    if passage.lead and not open_word and not passage.taken_up:
        return None  # it stands alone: a sentence before it would only be more to read
    # Behind a sentence that names them, *he* and *the city* stay as the article has them.
    replaced = {entity.name for entity, _ in article.replaceable(sentence, frozenset(t.id for t in kept))}
    own_words = bool(passage.lead) and any(name in passage.lead for name in replaced)
    before = passage.subject.text if passage.subject is not None else ""
    written = article.write(sentence, kept, resolve=not own_words, behind=before)
    if passage.subject is not None:
        written = " ".join(filter(None, (text.closed(passage.subject.text), passage.auxiliary, written)))
    if passage.attribution:
        written = f"according to {passage.attribution}, {written}"
    written = text.capitalise(text.tidy(written).rstrip(" .;:,–—"))
    if passage.lead:
        written = f"{passage.lead} {written}"
    if len(written.split()) < least:
        return None
    closed = re.search(r"[.!?][\"”’']$", written)
    return Phrase(
        text=written if closed else f"{written}.", head="", type="sentence", sentence=sentence.index,
        tokens=tuple(t.id for t in kept), span=token_span(kept),
    )  # fmt: skip


def _fact(blank: Blank, said: Phrase, lead: str, sentence: Sentence, sure: float) -> Fact:
    roles = [(blank.role, blank.phrase), ("sentence", said)]
    if lead:
        roles.append(("lead", Phrase(lead, "", type="sentence", sentence=sentence.index - 1)))
    return Fact("sentence", tuple(roles), sentence.index, sentence.span, confidence=min(blank.confidence, sure))
