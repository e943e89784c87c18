"""An analysed article as the extractors see it: its sentences, who is meant where, and its words as print."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter

from quizgen import text
from quizgen.analysis import dates, names, teams, types
from quizgen.analysis.calendar_text import HARMLESS, month_number
from quizgen.facts.verbs import full
from quizgen.records import Analysis, Entity, Mention, Phrase, Sentence, Span, Token

_INTRODUCING = frozenset({"a", "an", "the"})
_POINTING = frozenset(["this", "that", "these", "those", "such"])
_NAME_OPENERS = frozenset(
    "New Old North South East West Northern Southern Eastern Western Central Upper Lower Great Lesser Grand United "
    "Saint Holy Royal Imperial Tropical".split()
)
_TIME_MARKERS = frozenset("in around by since until till before after from circa about during between".split())
_AT_ANOTHER = ("on", "upon", "to", "by", "against", "from", "for", "at")
_APOSTROPHES = ("'", "’")
_QUOTES = frozenset({"“", '"', "‘", "'", "``", "«"})
_CLOSING = frozenset({"”", '"', "’", "'", "''", "»"})
_PERSONAL = frozenset(
    [
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "we",
        "us",
        "our",
        "ours",
        "ourselves",
        "you",
        "your",
        "yours",
        "yourself",
        "yourselves",
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "it",
        "its",
        "itself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
        "one",
        "ones",
    ]
)
_LEANING = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), "person"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "plural"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
}
_GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "masc"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "fem"),
}
_POINTING_WORDS = frozenset(["here", "there", "former", "latter", "aforementioned", "abovementioned", "above", "below"])
_ID = attrgetter("id")
_MAY_LEAN = (_PERSONAL | _POINTING | _POINTING_WORDS).union(
    ("again", "previously", "similarly", "another", "other", "others", "so")
)
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})

Ids = tuple[int, ...]
Resolved = tuple[Entity, Mention]


class Article:
    """Looks things up in one analysis. Made once an article, with which go the answers that it remembers."""

    def __init__(self, analysis: Analysis, blanks: Collection[str] | None = None) -> None:
        """``blanks``: the roles of the kinds *detail* and *sentence* that somebody asks for; None: all."""
        self.analysis = analysis
        self._blanks = blanks
        self.sentences = analysis.sentences
        self.entities = {entity.id: entity for entity in analysis.entities}
        self._mentions: dict[tuple[int, int], list[Resolved]] = {}
        for entity in analysis.entities:
            for mention in entity.mentions:
                self._mentions.setdefault((mention.sentence, mention.head), []).append((entity, mention))
        self._on_sport = teams.is_on_sport(analysis.sentences)
        self._dates = dict(analysis.dates)
        self.speech = speech(analysis.document.text)
        self.phrases: dict[tuple[int, int, Ids, str], Phrase] = {}
        """Those that were made, by sentence, head, tokens and marker: most are asked for several times."""
        self._types: dict[tuple[int, int], str] = {}
        self._written: dict[tuple[int, Ids, bool, str], str] = {}
        self._plain: dict[int, tuple[str, ...]] = {}
        self._wanting: dict[int, tuple[Resolved, ...]] = {}
        self._dated: dict[int, tuple[tuple[Ids, str], ...]] = {}
        self._replaced: dict[tuple[int, frozenset[int], str], dict[int, str | None]] = {}
        self._leaning: dict[int, frozenset[int]] = {}

    def wants(self, role: str) -> bool:
        """Whether a blank of this role is worth finding: those of single words are many, and no sheet takes them."""
        return self._blanks is None or role in self._blanks

    # ------------------------------------------------------------------------------------------ who is meant

    def entity(self, sentence: Sentence, head: Token, among: Iterable[int] | None = None) -> Entity | None:
        """Whom the phrase headed by this token was resolved to.

        A coordination and its first conjunct share their head: ``among`` gives the ids of the words that the phrase
        has; without it the head alone is meant.
        """
        found = self._mentions.get((sentence.index, head.id))
        if not found:
            return None
        if among is None:
            return next((entity for entity, _ in found if not entity.parts), None)
        ids = set(among)
        fitting = [(len(mention.tokens), entity) for entity, mention in found if set(mention.tokens) <= ids]
        return max(fitting, key=lambda pair: pair[0])[1] if fitting else None

    def type(self, sentence: Sentence, head: Token) -> str:
        """Type of the phrase: what the whole article tells of the entity before what this sentence tells."""
        key = (sentence.index, head.id)
        if key not in self._types:
            self._types[key] = self._type(sentence, head)
        return self._types[key]

    def _type(self, sentence: Sentence, head: Token) -> str:
        here = types.phrase_type(sentence, head)
        if head.upos == "NUM" and _is_year(sentence, head):
            return "time"
        if head.upos == "NUM" and any(month_number(t.form) for t in sentence.children(head)):
            return "time"
        entity = self.entity(sentence, head)
        told = here
        if entity and here not in ("time", "number", "money", "percent"):
            told = entity.type or ("" if entity.named else here)  # of a name the whole article has voted
        if told != "person" and self._is_team(sentence, head, told):
            return "organization"
        return "object" if told == "person" and self._in_quotes(sentence, head) else told

    def noun(self, sentence: Sentence, head: Token) -> str:
        """What a *which* may be followed by for a name: *team*, *college*, *city*; empty: nothing tells."""
        entity = self.entity(sentence, head)
        if entity is None or not entity.named or entity.type == "person":
            return ""
        return "team" if self._is_team(sentence, head, entity.type) else entity.noun

    def _is_team(self, sentence: Sentence, head: Token, told: str) -> bool:
        """*Belgium* of *Belgium faced Japan*, *the Owls*: in an article on sport."""
        if not self._on_sport or head.upos != "PROPN" or told not in ("organization", "place"):
            return False
        several = head.xpos == "NNPS" and sentence.child(head, "det") is not None
        return teams.plays(sentence, head) or (several and told == "organization")

    def named(self, entity: Entity) -> bool:
        """Whether it goes by a name, or by the names of all its parts."""
        return entity.named or (bool(entity.parts) and all(self.entities[part].named for part in entity.parts))

    def quoted(self, token: Token) -> bool:
        """Whether the token stands in direct speech: a quotation of several words, not a title in quotes."""
        return any(span.start <= token.start and token.end <= span.end for span in self.speech)

    @staticmethod
    def _in_quotes(sentence: Sentence, head: Token) -> bool:
        """Whether the phrase stands in quotation marks of its own: a title, a term, no person."""
        words = sentence.subtree(head)
        first, last = words[0], words[-1]
        opened = first.form in _QUOTES or (first.id > 1 and sentence.token(first.id - 1).form in _QUOTES)
        after = sentence.token(last.id + 1).form if last.id < len(sentence.tokens) else ""
        return opened and (last.form in _CLOSING or after in _CLOSING)

    # ------------------------------------------------------------------------------------------ words as print

    def write(self, sentence: Sentence, tokens: Iterable[Token], *, resolve: bool = True, behind: str = "") -> str:
        """These tokens as text, in their order; with ``resolve`` pronouns and short names become full names.

        ``behind``: what stands before them, in which who is named keeps his pronouns.
        """
        chosen = sorted(tokens, key=_ID)
        ids = tuple([t.id for t in chosen])
        replaced = self._replacements(sentence, frozenset(ids), behind) if resolve else {}
        key = (sentence.index, ids, bool(replaced), behind)
        if key not in self._written:
            self._written[key] = self._joined(sentence, chosen, replaced)
        return self._written[key]

    def _joined(self, sentence: Sentence, chosen: Sequence[Token], replaced: dict[int, str | None]) -> str:
        plain = self._plain_words(sentence)
        pieces: list[str] = []
        last: Token | None = None
        for token in chosen:
            word = replaced[token.id] if token.id in replaced else plain[token.id - 1]
            if word is None:
                last = token
                continue
            short = token.upos == "AUX" and token.form[:1] in _APOSTROPHES and last is not None and last.id in replaced
            written_out = full(token) if short else ""  # *He's a blogger*: not *Karl Brandt's a blogger*
            if pieces and last is not None and (written_out or self._spaced(last, token, word)):
                pieces.append(" ")
            word = written_out or word
            if token.xpos == "POS" and word in _APOSTROPHES and pieces and not pieces[-1].endswith("s"):
                word += "s"  # a full name in place of one in -s: *Theodorus' monastery*
            pieces.append(word)
            last = token
        return text.tidy("".join(pieces))

    def _plain_words(self, sentence: Sentence) -> tuple[str, ...]:
        if sentence.index not in self._plain:
            opening = next((t.id for t in sentence.tokens if t.upos != "PUNCT"), len(sentence.tokens))
            words = (
                self._opening_word(sentence, t) if t.id <= opening or _opens_anew(sentence, t) else t.form
                for t in sentence.tokens
            )
            self._plain[sentence.index] = tuple(words)
        return self._plain[sentence.index]

    @functools.cached_property
    def _large(self) -> frozenset[str]:
        """Adjectives that the article writes with a capital inside a sentence, and never small: *Caucasian*."""
        inside = [t.form for s in self.sentences for t in s.tokens[2:] if t.upos == "ADJ"]
        small = {form for form in inside if form[:1].islower()}
        return frozenset(form for form in inside if form[:1].isupper() and form.lower() not in small)

    @functools.cached_property
    def _small(self) -> frozenset[str]:
        """Nouns that the article writes small."""
        return frozenset(t.form for s in self.sentences for t in s.tokens if t.upos == "NOUN" and t.form.islower())

    def _opening_word(self, sentence: Sentence, token: Token) -> str:
        """The form, lower-cased where only the start of the sentence gave it its capital."""
        if token.upos == "PROPN" or token.form == "I" or token.form.startswith("I'"):
            return token.form
        after_quote = token.id > 1 and sentence.token(token.id - 1).form in {"“", '"', "``", "‘"}
        if token.form[:1].isupper() and token.form[1:].islower() | (len(token.form) == 1):
            kept = token.feat("NumForm") == "Roman" or _demonym(token) or _begins_name(sentence, token, self._small)
            kept = (
                kept or (after_quote and _title(sentence, token)) or (token.upos == "ADJ" and token.form in self._large)
            )
            return token.form if kept else token.form.lower()
        return token.form

    @staticmethod
    def _spaced(last: Token, token: Token, word: str) -> bool:
        if token.start <= last.end:
            return False
        if token.id == last.id + 1:
            return True
        return not (token.upos == "PUNCT" and word[:1] in text.CLOSING)

    def _replacements(self, sentence: Sentence, ids: frozenset[int], behind: str = "") -> dict[int, str | None]:
        """For each token that is replaced its text; None for the further tokens of the same replacement."""
        key = (sentence.index, ids, behind)
        if key not in self._replaced:
            self._replaced[key] = self._replacing(sentence, ids, behind)
        return self._replaced[key]

    def _replacing(self, sentence: Sentence, ids: frozenset[int], behind: str) -> dict[int, str | None]:
        result: dict[int, str | None] = {}
        said: set[int] = set()
        for entity, mention in sorted(self.replaceable(sentence, ids), key=_reading_order):
            if mention.kind == "pronoun" and (entity.id in said or entity.name.lower() in behind.lower()):
                continue  # named already: its next pronoun may stay one
            name = self.name_for(sentence, entity, mention)
            before = min(mention.tokens) - 1
            if mention.kind == "name" and before > 0 and sentence.token(before).upos == "PROPN":
                continue  # *St Mark's*: the name is a part of a longer one
            if mention.kind == "name" and self._goes_on(sentence, mention):
                continue  # *Wong Kwok-hing*, where *Wong* is another
            if before in ids and sentence.token(before).upos == "DET":
                name = name.removeprefix("the ").removeprefix("The ")
            said.add(entity.id)
            first, *others = sorted(mention.tokens)
            if any(i in result for i in mention.tokens) or self._just_said(sentence, entity, mention, ids):
                continue
            result[first] = name
            result.update(dict.fromkeys(others))
        for covered, replacement in self._dates_in(sentence):
            if ids.issuperset(covered) and not any(i in result for i in covered):
                result[covered[0]] = replacement
                result.update(dict.fromkeys(covered[1:]))
        return result

    @staticmethod
    def _goes_on(sentence: Sentence, mention: Mention) -> bool:
        """Whether a further name stands behind the mention that belongs to it."""
        last = max(mention.tokens)
        after = sentence.token(last + 1) if last < len(sentence.tokens) else None
        return after is not None and after.upos == "PROPN" and after.relation == "flat"

    def _dates_in(self, sentence: Sentence) -> tuple[tuple[Ids, str], ...]:
        """The ids of the tokens of each date, and what is written in their place."""
        if sentence.index not in self._dated:
            here = ((span, written) for span, written in self._dates.items() if span.overlaps(sentence.span))
            covered = ((tuple(t.id for t in sentence.tokens if t.span in span), written) for span, written in here)
            self._dated[sentence.index] = tuple((ids, written) for ids, written in covered if ids)
        return self._dated[sentence.index]

    def replaceable(self, sentence: Sentence, ids: frozenset[int]) -> list[Resolved]:
        """The mentions among these tokens in whose place a name is written, the longest first."""
        if sentence.index not in self._wanting:
            self._wanting[sentence.index] = self._mentions_wanting_names(sentence)
        return [
            pair for pair in self._wanting[sentence.index] if pair[1].head in ids and ids.issuperset(pair[1].tokens)
        ]

    def _mentions_wanting_names(self, sentence: Sentence) -> tuple[Resolved, ...]:
        pairs = (pair for t in sentence.tokens for pair in self._mentions.get((sentence.index, t.id), ()))
        found = (pair for pair in pairs if self._wants_name(sentence, *pair))
        return tuple(sorted(found, key=lambda pair: (-len(pair[1].tokens), pair[1].head)))

    def _just_said(self, sentence: Sentence, entity: Entity, mention: Mention, ids: frozenset[int]) -> bool:
        """Whether the same words name it before the pronoun: *that the baby spent all its energy*."""
        if mention.kind != "pronoun":
            return False
        others = (m for m in entity.mentions if m.sentence == sentence.index and m.kind != "pronoun")
        return any(max(m.tokens) < min(mention.tokens) and m.head in ids for m in others)

    def _wants_name(self, sentence: Sentence, entity: Entity, mention: Mention) -> bool:
        if mention.kind == "pronoun":
            return self.named(entity) or entity.name.split()[0].lower() in _INTRODUCING
        if mention.kind == "description":
            return self._stands_for_name(sentence, entity, mention)
        if any(
            sentence.token(i).relation in ("compound", "amod", "nummod") for i in (mention.head, min(mention.tokens))
        ):
            return False  # *the Drengot family*: the name is a part of another
        short = " ".join(sentence.token(i).form for i in sorted(mention.tokens))
        if " " not in short and any(t.form == "as" for t in sentence.children(sentence.token(mention.head), "case")):
            return False  # *appeared as Tom*: a part that somebody plays, and no Tom of the article
        return entity.type == "person" and entity.named and len(entity.name.split()) > len(short.split())

    def _stands_for_name(self, sentence: Sentence, entity: Entity, mention: Mention) -> bool:
        """Whether a description only repeats whom the article has named before: *the director*, *the space station*.

        One that introduces (*a surgeon*) or says more (*the first film in space named …*) keeps its words.
        """
        first = sentence.token(min(mention.tokens)).form.lower()
        named_before = any(m.kind == "name" and m.sentence < sentence.index for m in entity.mentions) or bool(
            entity.parts
        )
        more = sentence.children(sentence.token(mention.head), "acl", "appos")
        return (
            self.named(entity)
            and named_before
            and not more
            and first in ("the", "this", "that", "his", "her", "its", "their")
        )

    def name_for(self, sentence: Sentence, entity: Entity, mention: Mention) -> str:
        """What is written in place of the mention, possessive where the mention is."""
        head = sentence.token(mention.head)
        name = entity.name if self.named(entity) else definite(entity.name[0].lower() + entity.name[1:])
        if mention.kind == "pronoun" and (head.xpos == "PRP$" or head.feat("Poss") == "Yes"):
            return text.possessive(name, plural=entity.number == "plur")
        return name

    # ------------------------------------------------------------------------------------------ what is left open

    def dangling(self, sentence: Sentence, tokens: Sequence[Token], *, read_whole: bool = False) -> str:
        """A pronoun or pointing word among the tokens that nothing resolves; empty when there is none.

        With ``read_whole`` the tokens are read as a sentence: then a pronoun may lean on what stands before it there.
        """
        ids = frozenset([t.id for t in tokens])
        replaced = self._replacements(sentence, ids)
        leaning = self._may_lean(sentence)
        for token in tokens:
            if token.id not in leaning or token.id in replaced:
                continue
            word = token.form.lower()
            if (
                token.upos in ("PRON", "DET")
                and (word in _PERSONAL or word in _POINTING)
                and not self._harmless(sentence, token)
                and not (read_whole and self._leans_inside(sentence, token, ids))
            ):
                return token.form
            if read_whole and word in ("again", "previously", "similarly") and token.upos == "ADV":
                return token.form
            if read_whole and word in ("another", "other", "others") and token.relation in ("det", "amod", "nsubj"):
                return token.form
            head = sentence.head(token)
            if word == "so" and token.upos == "ADV" and head is not None and head.upos in ("ADJ", "ADV"):
                return token.form  # *so much … that*: half of a comparison
            if word in ("former", "latter") and token.relation == "amod":
                continue  # *a former guitarist*
            if word in _POINTING_WORDS and token.upos in ("ADV", "ADJ", "NOUN") and token.deprel != "case":
                return token.form
        written = self.write(sentence, tokens)
        if read_whole:
            written = HARMLESS.sub("", written)
        return written if dates.is_deictic(written) else ""

    def _may_lean(self, sentence: Sentence) -> frozenset[int]:
        """Ids of the few words that ``dangling`` has to look at; a relative pronoun leans on its own clause."""
        if sentence.index not in self._leaning:
            found = [t for t in sentence.tokens if t.form.lower() in _MAY_LEAN and t.xpos not in _RELATIVE]
            self._leaning[sentence.index] = frozenset(t.id for t in found if t.feat("PronType") != "Rel")
        return self._leaning[sentence.index]

    def _leans_inside(self, sentence: Sentence, pronoun: Token, ids: frozenset[int]) -> bool:
        """Whether something before the pronoun in the same sentence can be meant: its reader will see it so.

        The subject of the main clause is read as what the sentence before spoke of, whatever stands before it.
        """
        wanted = _LEANING.get(pronoun.form.lower())
        head = sentence.head(pronoun)
        if wanted is None or head is None:
            return False
        if head.relation == "root" and pronoun.relation == "nsubj" and wanted != "person":
            return False
        beside = self._beside(sentence, pronoun)
        before = (t for t in sentence.tokens[: pronoun.id - 1] if t.id in ids and t.upos in ("NOUN", "PROPN"))
        before = (t for t in before if t.id not in beside)
        gender = _GENDERS.get(pronoun.form.lower(), "")
        return any(
            self._agrees(sentence, t, wanted) and not self._other_gender(sentence, t, gender)
            for t in before
            if t.relation not in ("compound", "flat", "nmod:tmod") and t.head != pronoun.id
        )

    def _other_gender(self, sentence: Sentence, noun: Token, gender: str) -> bool:
        """*After William died in 1822 she returned*: she is not William."""
        entity = self.entity(sentence, noun)
        told = entity.gender if entity and entity.gender else types.gender_of_name(noun.form)
        return bool(gender and told) and told != gender

    @staticmethod
    def _beside(sentence: Sentence, pronoun: Token) -> frozenset[int]:
        """Ids of what stands beside a personal pronoun below one verb, *A poll named it* and *He marched on him* speak
        of two things; so does *He became his secretary*."""
        head = sentence.head(pronoun)
        if head is None:
            return frozenset()
        cases = [t.form.lower() for t in sentence.children(pronoun, "case")]
        aimed = pronoun.relation == "obl" and cases[:1] and cases[0] in _AT_ANOTHER
        if pronoun.deprel == "nmod:poss" and head.relation == "xcomp" and head.upos == "NOUN":
            head = sentence.head(head) or head
        elif pronoun.deprel == "nmod:poss":
            head = head if sentence.children(head, "cop") else pronoun
        elif head.upos != "VERB" or not (aimed or pronoun.relation in ("obj", "iobj")):
            return frozenset()
        return frozenset(t.id for subject in sentence.children(head, "nsubj") for t in sentence.subtree(subject))

    def _agrees(self, sentence: Sentence, noun: Token, wanted: str) -> bool:
        kind = self.type(sentence, noun)
        plural = noun.feat("Number") == "Plur" or bool(sentence.children(noun, "conj"))
        if kind in ("time", "number", "money", "percent"):
            return False
        if wanted == "person":
            return kind == "person" and not plural
        if wanted == "plural" and noun.upos == "PROPN" and kind in ("organization", "place"):
            return True  # *Carolina got the ball on their own line*
        return plural if wanted == "plural" else not plural and kind != "person"

    @staticmethod
    def _harmless(sentence: Sentence, token: Token) -> bool:
        """*that* as a conjunction, *such as*, *one of*, expletives."""
        word = token.form.lower()
        if token.relation in ("mark", "expl", "fixed", "case") or token.upos == "SCONJ":
            return True
        if word == "such":
            return token.id < len(sentence.tokens) and sentence.token(token.id + 1).form.lower() in ("as", "a", "an")
        if word in ("that", "those"):
            return bool(sentence.children(token, "nmod", "acl"))
        if word in ("one", "ones"):
            return bool(sentence.children(token, "nmod", "acl", "amod", "nummod")) or token.upos == "NUM"
        return False


def speech(document: str, least: int = 4) -> tuple[Span, ...]:
    """Quotations of at least ``least`` words, over sentence ends, paragraph by paragraph.

    A quotation that a paragraph leaves open ends with the paragraph (the next one opens it anew).
    """
    found = []
    for paragraph in re.finditer(r"(?:(?!\n\s*\n).)+", document, re.S):
        for quote in re.finditer(
            r"“[^”]*(?:”|\Z)|«[^»]*(?:»|\Z)|\"[^\"]*(?:\"|\Z)|(?<!\w)‘[^‘’]*(?:’\w[^‘’]*)*(?:’|\Z)",
            paragraph.group(),
            re.S,
        ):
            if len(quote.group().split()) >= least:
                found.append(Span(paragraph.start() + quote.start(), paragraph.start() + quote.end()))
    return tuple(found)


def _opens_anew(sentence: Sentence, token: Token) -> bool:
    """*Frederick – The tough owner of Pinchfield*: an article that has its capital from the dash before it."""
    if token.upos != "DET" or token.form not in ("A", "An", "The") or token.id == 1:
        return False
    head = sentence.head(token)
    return sentence.token(token.id - 1).form in ("-", "–", "—", ":") and head is not None and head.form.islower()


def _begins_name(sentence: Sentence, token: Token, small: Collection[str]) -> bool:
    """*New* of *New England*, whatever its tag. ``small``: nouns that the article writes without a capital."""
    head = sentence.head(token)
    following = sentence.token(token.id + 1) if token.id < len(sentence.tokens) else None
    beside = following is not None and following.upos in ("PROPN", "NOUN") and following.form[:1].isupper()
    opens = token.form in _NAME_OPENERS or token.xpos == "NNP"  # *Pacific* of *Pacific Standard*
    common = following is not None and (following.upos == "NOUN" or following.form.lower() in small)
    opens = opens or common  # *Physical Anthropology*
    return beside and head is not None and opens and token.relation in ("amod", "compound", "nmod")


def _is_year(sentence: Sentence, head: Token) -> bool:
    """*in 1150*, *around 1150*: four digits behind a preposition of time, and nothing counted."""
    marked = any(t.form.lower() in _TIME_MARKERS for t in sentence.children(head, "case"))
    return marked and bool(re.fullmatch(r"1\d{3}|20\d\d", head.form)) and head.relation in ("obl", "nmod")


def _reading_order(pair: Resolved) -> tuple[int, int]:
    """From left to right, of those that begin together the longest first."""
    return min(pair[1].tokens), -len(pair[1].tokens)


def _title(sentence: Sentence, first: Token) -> bool:
    """Whether a quotation that begins here is a title: every word of weight in it has a capital."""
    for token in sentence.tokens[first.id :]:
        if token.form in {"”", '"', "’", "'", "''"}:
            return True
        if token.upos not in ("ADP", "DET", "CCONJ", "PUNCT", "PART", "PRON") and not token.form[:1].isupper():
            return False
    return False


def _demonym(token: Token) -> bool:
    """*Russian*, *German*, *Angolan*: adjectives that keep their capital."""
    word = token.form.lower()
    of_a_place = token.upos == "ADJ" and any(
        word.endswith(ending) and bool(names.place_rank(word.removesuffix(ending))) for ending in ("n", "an", "ian")
    )
    return word in names.PEOPLES or word.removesuffix("s") in names.PEOPLES or of_a_place


def definite(description: str) -> str:
    """*a surgeon* → *the surgeon*."""
    first, _, rest = description.partition(" ")
    return f"the {rest}" if first.lower() in ("a", "an", "this", "that", "some", "another") and rest else description


def token_span(tokens: Sequence[Token]) -> Span:
    return Span(min([t.start for t in tokens]), max([t.end for t in tokens]))
