"""Features and lemmas, worked out again from tags and tree, against sentences that were annotated by hand."""

from __future__ import annotations

import pytest

from quizgen.analysis import conllu, lemmas, morphology
from quizgen.analysis.parser import Parsed
from quizgen.records import Sentence, Token

# id form lemma upos xpos feats head deprel
SENTENCES = """
1 They they PRON PRP Case=Nom|Number=Plur|Person=3|PronType=Prs 4 nsubj:pass
2 were be AUX VBD Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin 4 aux:pass
3 never never ADV RB PronType=Neg 4 advmod
4 seen see VERB VBN Tense=Past|VerbForm=Part|Voice=Pass 0 root

1 Anna Anna PROPN NNP Number=Sing 4 nsubj
2 and and CCONJ CC _ 3 cc
3 I I PRON PRP Case=Nom|Number=Sing|Person=1|PronType=Prs 1 conj
4 know know VERB VBP Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin 0 root
5 her her PRON PRP$ Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs 7 nmod:poss
6 oldest old ADJ JJS Degree=Sup 7 amod
7 sisters sister NOUN NNS Number=Plur 4 obj

1 He he PRON PRP Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs 3 nsubj
2 's have AUX VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 3 aux
3 sold sell VERB VBN Tense=Past|VerbForm=Part 0 root
4 two two NUM CD NumForm=Word|NumType=Card 6 nummod
5 stolen steal VERB VBN Tense=Past|VerbForm=Part|Voice=Pass 6 amod
6 cars car NOUN NNS Number=Plur 3 obj

1 It it PRON PRP Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs 3 nsubj
2 's be AUX VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 3 aux
3 raining rain VERB VBG Tense=Pres|VerbForm=Part 0 root

1 Swimming swim VERB VBG VerbForm=Ger 3 csubj
2 is be AUX VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 3 cop
3 fun fun NOUN NN Number=Sing 0 root

1 Do do AUX VB Mood=Imp|Person=2|VerbForm=Fin 3 aux
2 n't not PART RB Polarity=Neg 3 advmod
3 touch touch VERB VB Mood=Imp|Person=2|VerbForm=Fin 0 root
4 this this DET DT Number=Sing|PronType=Dem 6 det
5 second second ADJ JJ Degree=Pos|NumForm=Word|NumType=Ord 6 amod
6 one one NOUN NN Number=Sing 3 obj

1 You you PRON PRP Case=Nom|Number=Sing|Person=2|PronType=Prs 3 nsubj
2 should should AUX MD VerbForm=Fin 3 aux
3 try try VERB VB VerbForm=Inf 0 root
4 to to PART TO _ 5 mark
5 help help VERB VB VerbForm=Inf 3 xcomp
6 us we PRON PRP Case=Acc|Number=Plur|Person=1|PronType=Prs 5 obj

1 Men man NOUN NNS Number=Plur 0 root
2 who who PRON WP PronType=Rel 3 nsubj
3 have have VERB VBP Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin 1 acl:relcl
4 1.5 1.5 NUM CD NumForm=Digit|NumType=Frac 6 nummod
5 more more ADJ JJR Degree=Cmp 6 amod
6 hours hour NOUN NNS Number=Plur 3 obj

1 Who who PRON WP PronType=Int 2 nsubj
2 was be VERB VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root
3 there there ADV RB PronType=Dem 2 advmod

1 I I PRON PRP Case=Nom|Number=Sing|Person=1|PronType=Prs 3 nsubj
2 was be AUX VBD Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin 3 cop
3 ill ill ADJ JJ Degree=Pos 0 root
4 and and CCONJ CC _ 5 cc
5 stayed stay VERB VBD Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin 3 conj
"""


def read(text: str) -> list[Sentence]:
    rows = [line.split(" ") for line in text.strip().splitlines()]
    lines = ["\t".join([*row, "_", "_"]) if len(row) > 1 else "" for row in rows]
    return list(conllu.loads("\n".join(lines) + "\n")[1])


def column(tokens: tuple[Token, ...]) -> Parsed:
    return Parsed(
        tuple(t.upos for t in tokens),
        tuple(t.xpos for t in tokens),
        tuple(t.head for t in tokens),
        tuple(t.deprel for t in tokens),
        tuple(t.entity for t in tokens),
        tuple(t.confidence for t in tokens),
    )


@pytest.mark.parametrize("sentence", read(SENTENCES), ids=lambda s: s.text.replace(" ", "_"))
def test_features_and_lemmas(sentence: Sentence) -> None:
    forms, tree = [t.form for t in sentence.tokens], column(sentence.tokens)
    found = lemmas.lemmas(forms, tree)
    assert found == [t.lemma for t in sentence.tokens]
    assert morphology.features(forms, found, tree) == [t.feats for t in sentence.tokens]


def test_a_heading_in_capitals_has_lemmas_in_small_letters() -> None:
    (sentence,) = read("1 LOST _ ADJ JJ _ 2 amod\n2 SHIPS _ NOUN NNS _ 0 root")
    assert lemmas.lemmas(["LOST", "SHIPS"], column(sentence.tokens)) == ["lost", "ship"]
