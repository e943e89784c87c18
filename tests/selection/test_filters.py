"""Every filter by name: what it refuses, and the like of it that it lets pass."""

from dataclasses import replace

import pytest
from selection_samples import RADIUM, article, candidate, clause, phrase

from quizgen.records import BLANK, Argument, Clause, ItemType, Verb
from quizgen.selection.context import Context
from quizgen.selection.filters import FILTERS, SET_FILTERS, SHEET_FILTERS

CLOZE, STATEMENT = ItemType.CLOZE, ItemType.TRUE_FALSE
BYRON = phrase("Byron", "person", gender="masc")
HARROW = phrase("Harrow", "place")


def verdict(name, made, analysis=RADIUM):
    """The reason that the filter of this name gives, or None."""
    (filter,) = [f for f in FILTERS if f.name == name]
    return filter.check(made, Context(analysis))


def refused(name, question, answer, why="", analysis=RADIUM, **more):
    reason = verdict(name, candidate(question, answer, **more), analysis)
    assert reason is not None, f"{name} lets pass: {question} {answer}"
    assert why in reason


def passes(name, question, answer, analysis=RADIUM, **more):
    assert verdict(name, candidate(question, answer, **more), analysis) is None


def test_a_good_candidate_passes_every_filter():
    good = candidate("Who discovered radium in Paris?", "Marie Curie")
    assert [f.name for f in FILTERS if f.check(good, Context(RADIUM))] == []


def test_names_are_unique():
    names = [f.name for f in (*FILTERS, *SET_FILTERS)]
    assert len(names) == len(set(names))


# ------------------------------------------------------------------------------------------ pronouns and pointing


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Where was he born?", "Paris"),
        ("What did it discover?", "radium"),
        ("Who wrote to them?", "Byron"),
        ("Who pleaded with him to leave?", "Byron's sister"),
        ("What do we need?", "patience"),
        ("Who gave my book away?", "Byron"),
        ("Who founded this school?", "Byron"),
        ("Where is that?", "Paris"),
        ("What did such missions advertise?", "achievements"),
        ("What did the latter invent?", "a lamp"),
        ("Who lives there?", "Byron"),
        ("Who painted the picture?", "he"),
        ("When did Byron return?", "two years later"),
        ("Who prefers those?", "Byron"),
    ],
)
def test_dangling_refuses(question, answer):
    refused("dangling", question, answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who said: “I am still in a dream”?", "Peresild"),
        ("Which country beat the US in space?", "Russia"),
        ("What do plants that grow in shade need?", "moisture"),
        ("Who helps those who cannot read?", "teachers"),
        ("How many people are there in Paris?", "two million"),
        ("Which metals, such as radium, glow?", "radioactive ones"),
        ("In which mine is there gold?", "Eldorado"),
        ("Who knew that it is true that Byron wrote?", "Clare"),
    ],
)
def test_dangling_lets_pass(question, answer):
    passes("dangling", question, answer)


def test_a_pronoun_may_stand_for_what_the_question_names_before_it():
    said = clause(BYRON, "lose")
    passes("dangling", "What did Byron lose because he gambled?", "money", stated=said)
    passes("dangling", "When did Byron lose his fortune?", "1816", stated=said)
    refused("dangling", "When did Byron lose her fortune?", "1816", stated=said)
    refused("dangling", "Who asked him about Byron?", "Clare", stated=said)


def test_a_pronoun_may_stand_for_the_one_who_is_asked_for():
    passes("dangling", "Who lost his fortune in rice?", "Byron", target=BYRON)
    passes("dangling", f"{BLANK} died before he could be treated.", "Byron", target=BYRON, form=CLOZE)
    refused("dangling", "Who lost her fortune in rice?", "Byron", target=BYRON)
    mother = phrase("Byron's mother", "person", proper=False)
    refused("dangling", "Who interfered with his studies?", "Byron's mother", target=mother)


def test_he_may_be_the_one_who_says_so():
    said = replace(clause(BYRON, "want"), attribution="Marie Curie")
    passes("dangling", "According to Marie Curie, what does she want?", "a sequel", stated=said)
    refused("dangling", "According to Marie Curie, what do they want?", "a sequel", stated=said)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who docked at the station today?", "Peresild"),
        ("What was announced last year?", "a project"),
        ("When did the actor arrive?", "Tuesday"),
        ("When was the bridge built?", "two years ago"),
        ("What has recently been found?", "a skull"),
        ("Who arrived the following day?", "Byron"),
    ],
)
def test_deictic_time_refuses(question, answer):
    refused("deictic_time", question, answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When did the soldiers shoot?", "Bloody Sunday"),
        ("When is the market held?", "every Tuesday"),
        ("When did the ship sink?", "Tuesday, October 5"),
        ("What did Byron do in the last year of the war?", "write"),
        ("Who said: “Today we win”?", "Byron"),
    ],
)
def test_deictic_time_lets_pass(question, answer):
    passes("deictic_time", question, answer)


@pytest.mark.parametrize("answer", ["the past", "by the end", "1822, a year", "the centuries", "during the rare times"])
def test_loose_time_refuses(answer):
    refused("loose_time", "When did Athens decline?", answer, type="time")


@pytest.mark.parametrize(
    "answer", ["1803", "the 19th century", "October 16", "three years", "the Middle Ages", "winter"]
)
def test_loose_time_lets_pass(answer):
    passes("loose_time", "When did Athens decline?", answer, type="time")


def test_loose_time_wants_the_era_beside_its_date():
    refused("loose_time", "When did unrest spread BC?", "the 7th century", type="time")


# ------------------------------------------------------------------------------------------ what the answer gives


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who was Lady Byron's husband?", "Lord Byron"),
        ("Which Russian agency launched it?", "the Russian space agency"),
        ("What is the capital of Athens called?", "Athens"),
        ("Which country's crew is Russian?", "Russia"),
        ("How many of the two won?", "two"),
    ],
)
def test_overlap_refuses(question, answer):
    refused("overlap", question, answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is Rayleigh scattering?", "the scattering of light by particles smaller than its wavelength"),
        ("Where did the first film crew in space dock?", "the International Space Station"),
        ("Who discovered radium?", "Marie Curie"),
    ],
)
def test_overlap_lets_pass(question, answer):
    passes("overlap", question, answer)


def test_a_question_may_name_what_it_lets_choose_from():
    passes("overlap", "Which is larger, Jupiter or Saturn?", "Jupiter", kind="comparison")
    passes("overlap", "Which two rivers cross Leeds?", "the river Aire and the river Calder", kind="list")


def test_a_statement_holds_its_answer():
    passes("overlap", "Marie Curie discovered radium.", "True", form=STATEMENT)


def test_length():
    words = " ".join(["word"] * 30)
    refused("length", f"Who said {words}?", "Byron")
    refused("length", "Who won?", "Byron")
    refused("length", "Who lost the war?", "the army of the king of the land beyond the long river")
    refused("length", f"Byron lost {BLANK} in 1816.", "the long and costly lawsuit about the rice contract", form=CLOZE)
    passes("length", "What is iodine?", "a chemical element")
    passes("length", f"Who said: “{' '.join(['word'] * 20)}”?", "Byron")
    refused("length", f"Who said: “{' '.join(['word'] * 30)}”?", "Byron")
    passes("length", "Why did it rain?", "because warm air from the sea rose over the hills and cooled", kind="cause")


@pytest.mark.parametrize("answer", ["the king of", "and the queen", "Byron and", "the (probably) older king",
                                    "the Piedmont, and across the hills"])  # fmt: skip
def test_half_answer_refuses_loose_ends(answer):
    refused("half_answer", "Who came to the city?", answer)


def test_half_answer_refuses_two_of_a_list_at_its_end():
    question = f"Boards that are present in many states are the CBSE and {BLANK}."
    refused("half_answer", question, "the CISCE, NENBSE", form=CLOZE, type="organization")
    passes("half_answer", f"It lasted from May 1, 1999 and {BLANK}.", "June 6, 2000", form=CLOZE, type="time")


def test_half_answer_refuses_one_of_several():
    made = article("Peresild_PROPN and_CCONJ Shipenko_PROPN docked_VERB")
    tokens = made.sentences[0].tokens
    joined = [tokens[0], tokens[1], replace(tokens[2], head=1, deprel="conj"), tokens[3]]
    made = replace(made, sentences=(replace(made.sentences[0], tokens=tuple(joined)),))
    one = phrase("Shipenko", "person", tokens=(3,))
    both = phrase("Peresild and Shipenko", "person", tokens=(1, 2, 3))
    refused("half_answer", "Who docked at the station?", "Shipenko", target=one, analysis=made)
    passes("half_answer", "Who docked at the station?", "Peresild and Shipenko", target=both, analysis=made)
    described = replace(one, definition="film director")
    passes("half_answer", "Which film director docked at the station?", "Shipenko", target=described, analysis=made)


@pytest.mark.parametrize(
    "answer",
    [
        "the following",
        "many",
        "a lot",
        "three reasons",
        "other cosmonauts",
        "similar structures",
        "both men",
        "a number of qualifications",
        "Howard Zinn and others",
        "the last one, Manin",
        "a version",
    ],
)
def test_vague_refuses_answers(answer):
    refused("vague", "What did Smith offer?", answer, type="object")


@pytest.mark.parametrize("subject", ["someone", "some people", "people", "others", "one study"])
def test_vague_refuses_subjects(subject):
    who = phrase(subject, "person")
    refused("vague", f"What did {subject} discover?", "radium", stated=clause(who, "discover"))


def test_vague_lets_pass():
    passes(
        "vague",
        "What did Smith offer?",
        "a prize of ten pounds",
        type="object",
        stated=clause(phrase("Smith", "person")),
    )
    passes(
        "vague",
        "How many people saw it?",
        "over 600",
        kind="quantity",
        roles=(("counted", phrase("people", "person")),),
    )


def test_vague_refuses_empty_subjects():
    refused("vague", "When is it necessary to rest?", "at noon")


# ------------------------------------------------------------------------------------------ what would be touched up


@pytest.mark.parametrize(
    ("question", "answer", "why"),
    [
        ("Who  won the war?", "Byron", "spaces"),
        ("Who won the war ?", "Byron", "space stands before"),
        ("Who won the war,?", "Byron", "two marks"),
        ("Who won “the war?", "Byron", "no partner"),
        ("Who won (the war?", "Byron", "no partner"),
        ("who won the war?", "Byron", "lower case"),
        ("Who won the war.", "Byron", "question mark"),
        ("Who won a hour?", "Byron", "wants 'an'"),
        ("Who won the war?", "an uniform", "wants 'a'"),
        ("Who won the war?", "Byron,", "edge"),
        ("Who came from China as did?", "Byron", "cut off"),
        ("What percentage% of them won?", "over 10 percent", "percent sign"),
        ("Who won the cafÃ© war?", "Byron", "encoding"),
        ("Who wrote in the Marie Curie's memory?", "Byron", "before the name"),
        ("Where was a survey - of 88 schools - carried out?", "Wales", "dash"),
    ],
)
def test_print_ready_refuses(question, answer, why):
    refused("print_ready", question, answer, why)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who won the war of the U.S.?", "Byron"),
        ("Who said: “We have been pioneers”?", "Dmitry Peskov"),
        ("How tall is it at −20 °C?", "1.9 metres"),
        ("Who spent an hour at a university?", "Dvořák"),
        ("What applies to being an MSP, and to an MP?", "a rule"),
        ("What did the boys’ mother say?", "(nothing)"),
    ],
)
def test_print_ready_lets_pass(question, answer):
    passes("print_ready", question, answer)


def test_a_preposition_may_end_a_question():
    passes("print_ready", "What was the palace used as?", "a prison")
    refused("print_ready", "Who came from China as?", "Byron", "cut off")


def test_statements_end_in_a_full_stop():
    refused("print_ready", f"{BLANK} won the war", "Byron", form=CLOZE)
    passes("print_ready", f"{BLANK} won the war.", "Byron", form=CLOZE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Where was Jespersen born in in 1860?", "Randers"),
        ("Where was Jespersen born in?", "in Randers"),
        ("Where did the army of at war stay?", "Paris"),
        ("What is Coron beside Coron and Coron?", "a town"),
        ("What lies in the in the sea?", "Coron"),
        ("What did Klim Shipenko say Klim Shipenko wants?", "a sequel"),
    ],
)
def test_repeats_refuses(question, answer):
    refused("repeats", question, answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What had had an effect on trade?", "the war"),
        ("What comes from within the cell?", "energy"),
        ("Which country had the first dog, the first man and the first woman in space?", "Russia"),
    ],
)
def test_repeats_lets_pass(question, answer):
    passes("repeats", question, answer)


def test_a_blank_parts_its_prepositions():
    passes("repeats", f"The crew docked at {BLANK} to shoot a film.", "the ISS", form=CLOZE)


@pytest.mark.parametrize(
    "text", ["loss [17]", "the page [edit]", "https://example.org", "a | b", "exposure21", "[...] cyclones"]
)
def test_residue_refuses(text):
    refused("residue", "What was measured?", text)


@pytest.mark.parametrize("text", ["COVID-19", "H2O", "the B12 vitamin", "1.9 metres", "mp3"])
def test_residue_lets_pass(text):
    passes("residue", "What was measured?", text)


@pytest.mark.parametrize("answer", ["", " ", "—", "“”"])
def test_empty_answers_are_refused(answer):
    refused("empty_answer", "Who won the war?", answer)


# ------------------------------------------------------------------------------------------ question and fact


def test_who_asks_for_persons_and_when_for_times():
    refused("question_word", "Who did Columbia lift off from?", "Kennedy Space Center", type="place")
    refused("question_word", "Who hit the wall?", "the ball", type="")
    refused("question_word", "When did Byron live?", "London", type="place")
    refused("question_word", "How many came to the city?", "the people", type="number")
    refused("question_word", "What did Byron marry?", "Annabella Milbanke", type="person")
    refused("question_word", "Who packed the streets?", "nearly 30,000 people", type="person")
    refused("question_word", "Which in 1891 Scottish chemist made oxygen?", "James Dewar")
    refused("question_word", "How long did plague occur in Venice?", "22 times", type="time")
    refused("question_word", "What are the largest city of Florida?", "Jacksonville", kind="identity", type="place")
    passes("question_word", "In which year was radium found?", "1898", type="time")
    passes("question_word", "How long did the plague last?", "three years", type="time")
    passes("question_word", "How many people packed the streets?", "nearly 30,000", type="number")
    passes("question_word", "Where is the ship?", "the harbour", type="place")


def test_agreement():
    ships = phrase("the ships", "object", tokens=(1, 2), number="plur")
    made = article("The_DET ships_NOUN sank_VERB")
    tokens = made.sentences[0].tokens
    plural = replace(tokens[1], feats=(("Number", "Plur"),), head=3)
    made = replace(
        made, sentences=(replace(made.sentences[0], tokens=(replace(tokens[0], head=2), plural, tokens[2])),)
    )
    stated = clause(ships, "sink")
    refused("agreement", "Where was the ships sunk?", "Manila", analysis=made, stated=stated)
    passes("agreement", "Where were the ships sunk?", "Manila", analysis=made, stated=stated)


def test_who_as_a_subject_is_singular():
    workers = phrase("workers", "person", number="plur")
    refused(
        "agreement", "Who often learn quickly?", "workers", target=workers, stated=clause(workers, "learn", tag="VBP")
    )
    passes(
        "agreement", "Who often learns quickly?", "workers", target=workers, stated=clause(workers, "learn", tag="VBP")
    )


def test_negation_is_never_lost():
    stated = clause(BYRON, "return", negated=True)
    refused("negated", "Where did Byron return?", "Harrow", stated=stated)
    refused("negated", "When did Byron not return?", "1803", stated=stated)
    passes("negated", "Why did Byron not return?", "because of Mary Chaworth", stated=stated)


@pytest.mark.parametrize(
    "question", ["Third, what does trade allow?", "What did Byron buy, however?", "Who learns first and second?"]
)
def test_connective_refuses(question):
    refused("connective", question, "bread")


def test_connective_lets_pass():
    passes("connective", "Who came second in the race?", "Byron")
    passes("connective", "Who was ill and thus stayed at home?", "Byron")
    passes("connective", "What was used instead of bread?", "rice")


@pytest.mark.parametrize(
    ("question", "lemma", "target"),
    [
        ("What did Byron do?", "do", phrase("a poem", "object")),
        ("What does Byron have?", "have", phrase("a string of firsts", "object")),
        ("When did Byron return?", "return", phrase("1816", "time")),
        ("In which year did Byron try?", "try", phrase("1816", "time")),
    ],
)
def test_open_question_refuses(question, lemma, target):
    refused("open_question", question, target.text, target=target, stated=clause(BYRON, lemma))


def test_open_question_lets_pass_what_defines_its_subject():
    bronze = phrase("copper and tin", "substance")
    stated = clause(phrase("bronze", "substance"), "consist")
    passes("open_question", "What does bronze consist of?", "copper and tin", kind="part", target=bronze, stated=stated)


def test_open_question_refuses_bare_counts():
    refused("open_question", "How many households were there?", "158,349", kind="quantity", type="number")
    passes("open_question", "How many households were there in Fresno?", "158,349", kind="quantity", type="number")


def test_open_question_refuses_subjects_without_an_anchor():
    salt = phrase("iodised salt", "substance")
    stated = clause(salt, "use", ("oblique", phrase("foods", "object")), form="used", passive=True)
    refused("open_question", "What is used in foods?", "iodised salt", target=salt, stated=stated)
    passes(
        "open_question",
        "What prevents goitre in school children?",
        "iodised salt",
        target=salt,
        stated=clause(salt, "prevent"),
    )
    passes("open_question", "Who composed Thyrza?", "Byron", target=BYRON, stated=clause(BYRON, "compose"))


def test_open_question_lets_pass():
    passes("open_question", "When was Byron born?", "1788", target=phrase("1788", "time"), stated=clause(BYRON, "bear"))
    passes("open_question", "Where is Coron?", "Palawan", target=HARROW, stated=clause(phrase("Coron", "place"), "be"))
    passes("open_question", "What does ISS stand for?", "International Space Station", kind="abbreviation")


def test_open_blank():
    his = phrase("his early education", "abstract", determiner="his")
    refused("open_blank", f"Byron received {BLANK} at school.", his.text, form=CLOZE, target=his)
    idea = phrase("a new idea", "abstract", determiner="a")
    refused("open_blank", f"Byron had {BLANK} at school.", idea.text, form=CLOZE, target=idea)
    passes("open_blank", f"{BLANK} discovered radium.", "Marie Curie", form=CLOZE)
    passes("open_blank", f"Marie Curie discovered {BLANK}.", "radium", form=CLOZE, type="substance")
    passes("open_blank", f"The crew stays {BLANK}.", "twelve days", form=CLOZE, type="time")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (f"Georgia is a founding member of GUAM and Organization for {BLANK}.", "the Prohibition of Weapons"),
        (f"The mean speed was estimated at {BLANK}/h.", "225 km"),
        (f"His time was three hours, twenty minutes and {BLANK}.", "fifty seconds"),
        (f"At {BLANK} to ten the tower fell.", "eight minutes"),
        (f"She worked for the Institute for {BLANK} and Gold.", "Non-Ferrous Metals"),
        (f"The average temperature of the planet would drop below −{BLANK}.", "40 °C"),
        (f"Byron was a good student in his {BLANK} at Harrow.", "first terms"),
        (f'He wrote an essay "On the Investigation of the State of the Ether in {BLANK}".', "a Magnetic Field"),
    ],
)
def test_open_blank_refuses_what_is_torn_or_may_be_much(question, answer):
    refused("open_blank", question, answer, form=CLOZE, target=phrase(answer, "number"))


def test_open_blank_lets_pass_what_closes_it():
    passes("open_blank", f"Byron left for {BLANK} and Malta.", "Greece", form=CLOZE)
    passes("open_blank", f"Byron finished his poem in {BLANK}.", "1812", form=CLOZE, type="time")


def test_a_list_is_neither_cut_nor_answered_by_half():
    told = "Byron visited Greece, Malta, Albania and left Spain."
    refused("open_blank", f"Byron visited Greece, Malta, {BLANK}.", "Albania", form=CLOZE, evidence=told)
    passes("open_blank", f"Byron visited Greece, {BLANK}, Albania and left Spain.", "Malta", form=CLOZE, evidence=told)
    two = "the Council of Europe, the OSCE"
    refused("half_answer", f"Georgia is a member of {BLANK} and NATO.", two, form=CLOZE)
    passes("half_answer", f"Georgia is a member of {BLANK} and NATO.", "the Council of Europe", form=CLOZE)


def test_what_is_excepted_belongs_to_the_answer():
    told = "The alkali metals comprise the group 1 elements, excluding hydrogen (H)."
    refused("half_answer", "What do the alkali metals comprise?", "the group 1 elements", evidence=told, type="object")
    whole = "the group 1 elements, excluding hydrogen"
    passes("half_answer", "What do the alkali metals comprise?", whole, evidence=told, type="object")


def test_initials_need_their_name():
    refused("residue", "What was G. W. F.'s profession?", "philosopher")
    passes("residue", "What was G. W. F. Hegel's profession?", "philosopher")
    passes("residue", "Where did J. R. R. Tolkien live in the U.S.?", "Boston")


def test_he_is_nobody_where_only_the_answer_names_him():
    lectures = phrase("Byron's lectures", "event")
    made = article("Students_NOUN came_VERB to_ADP Byron's_PROPN lectures_NOUN and_CCONJ he_PRON left_VERB ._PUNCT")
    common = {"form": CLOZE, "kind": "sentence", "analysis": made}
    refused("dangling", f"Five students turned up to {BLANK}, and he left.", lectures.text, target=lectures, **common)
    passes("dangling", f"The poet turned up to {BLANK}, and he left.", "the lectures", type="event", **common)
    passes("dangling", f"{BLANK} was tired, and he left.", "Byron", target=BYRON, **common)


def test_a_cloze_has_one_blank():
    refused("open_blank", "Marie Curie discovered radium.", "radium", form=CLOZE, type="substance")
    refused("open_blank", f"{BLANK} discovered {BLANK}.", "radium", form=CLOZE, type="substance")


def test_statements_to_be_judged_say_something():
    athens = phrase("Athens", "place")
    refused("open_question", "Athens is ever evolving.", "True", form=STATEMENT, stated=clause(athens, "evolve"))
    passes(
        "open_question",
        "Athens hosted the Summer Games of 2004.",
        "True",
        form=STATEMENT,
        stated=clause(athens, "host"),
    )


def test_whose_it_is_must_not_get_lost():
    made = article("city_NOUN center_NOUN underwent_VERB renovation_NOUN")
    tokens = made.sentences[0].tokens
    owner = replace(tokens[0], head=2, deprel="nmod:poss")
    made = replace(
        made, sentences=(replace(made.sentences[0], tokens=(owner, replace(tokens[1], head=3), *tokens[2:])),)
    )
    bare = clause(phrase("center", "place", tokens=(2,)), "undergo")
    whole = clause(phrase("the city's center", "place", tokens=(1, 2)), "undergo")
    refused("lost_owner", "What did center undergo?", "renovation", analysis=made, stated=bare)
    passes("lost_owner", "What did the city's center undergo?", "renovation", analysis=made, stated=whole)


SCHOOLS = article(
    "Byron_PROPN left_VERB the_DET school_NOUN in_ADP Dulwich_PROPN ._PUNCT",
    "The_DET ceremony_NOUN began_VERB in_ADP the_DET school_NOUN under_ADP the_DET sun_NOUN ._PUNCT",
    "The_DET film_NOUN shows_VERB the_DET space_NOUN race_NOUN ._PUNCT",
    title="The film of the year",
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When did the ceremony begin?", "1803"),
        ("What began in 1803?", "the ceremony"),
        ("Who painted the ceremony's end?", "Byron"),
    ],
)
def test_definite_refuses(question, answer):
    refused("definite", question, answer, analysis=SCHOOLS)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who left the school in Dulwich?", "Byron"),
        ("What circles the sun?", "the Earth"),
        ("What does the film show?", "the space race"),
        ("Who won the 1803 ceremony?", "Byron"),
        ("Who said: “We left the school”?", "Byron"),
    ],
)
def test_definite_lets_pass(question, answer):
    passes("definite", question, answer, analysis=SCHOOLS)


def test_a_noun_of_the_title_is_known_and_no_other():
    lines = ["The_DET mission_NOUN began_VERB"] * 4
    refused("definite", "When did the mission begin?", "1803", analysis=article(*lines))
    titled = article(*lines, title="A mission to Mars")
    passes("definite", "When did the mission begin?", "1803", analysis=titled)


def test_wording():
    refused("wording", "What does this article describe?", "radium")
    refused("wording", "What does Figure 2 show?", "radium")
    passes("wording", "Who is the author of Thyrza?", "Byron")


def test_fragment_quotes():
    refused("fragment_quote", "Who said: “the sleeper health issue in Australia”?", "Byron", kind="quotation")
    refused("fragment_quote", "Who said: “Let them”?", "Byron", kind="quotation")
    passes("fragment_quote", "Who said: “We have been pioneers in space”?", "Byron", kind="quotation")


def test_doubtful_parses_are_not_asked():
    refused("doubtful", "Who won the war?", "Byron", confidence=0.4)
    passes("doubtful", "Who won the war?", "Byron", confidence=0.9)


def test_evidence_must_be_there():
    refused("evidence", "Who won the war?", "Byron", evidence="")
    refused("evidence", "Who won the war?", "Byron", evidence="x" * 5000)


# ------------------------------------------------------------------------------------------ candidates together


def against(name, *candidates):
    (filter,) = [f for f in SET_FILTERS if f.name == name]
    return filter.check(candidates, Context(RADIUM))


def test_one_question_with_two_answers_is_refused_both_times():
    one = candidate("Who docked at the station?", "Peresild")
    two = candidate("Who docked at the station?", "Shipenko")
    three = candidate("Who left the station?", "Shkaplerov")
    assert set(against("ambiguous", one, two, three)) == {0, 1}


def test_two_forms_of_one_answer_are_not_ambiguous():
    one = candidate("Who discovered radium?", "Marie Curie")
    two = candidate("Who discovered radium?", "Curie", rule="identity.who")
    assert against("ambiguous", one, two) == {}


def test_of_two_nearly_equal_questions_the_better_stays():
    best = candidate("In which country was Norton born?", "England", rule="place.which")
    worse = candidate("Where was Norton born?", "England", rule="place.where")
    other = candidate("Where did Norton's mother die?", "England", rule="place.where")
    assert set(against("duplicate", best, worse, other)) == {1}


def test_a_qualifier_that_was_left_out():
    people, streets = phrase("people", "person", tokens=(1,)), phrase("the streets", "place", tokens=(3,))
    funeral = phrase("his funeral", "event", tokens=(5, 6))
    stated = Clause(
        subject=people,
        verb=Verb("pack", "packed", "VBD", tense="past"),
        arguments=(Argument("object", streets, required=True), Argument("oblique", funeral)),
    )
    refused("lost_qualifier", "Who packed the streets?", "people", stated=stated)
    passes("lost_qualifier", "Who packed the streets at his funeral?", "people", stated=stated)
    passes("lost_qualifier", "Who packed the streets of San Francisco?", "people", stated=stated)


def test_what_happened_once_is_placed():
    stated = Clause(
        subject=phrase("Richard Anning", "person", tokens=(1, 2), proper=True),
        verb=Verb("leave", "left", "VBD", tense="past"),
        arguments=(Argument("object", phrase("the family", tokens=(4,)), required=True),),
    )
    refused("unplaced", "Who left the family in debt?", "Richard Anning", stated=stated)
    passes("unplaced", "Who left the family in debt in 1810?", "Richard Anning", stated=stated)
    passes("unplaced", "Who left the family in debt in Lyme Regis?", "Richard Anning", stated=stated)
    always = replace(stated, verb=Verb("carve", "carves", "VBZ", tense="pres"))
    passes("unplaced", "What carves the valleys?", "ice", stated=always)


# ------------------------------------------------------------------------------------------ found by judges


@pytest.mark.parametrize(
    "question",
    [
        f"Mutation testing [{BLANK}] is a technique that puts errors into a program.",
        f"Isfahan ({BLANK}: Isfahan-e) is a city in the centre of Iran.",
        f"Enjambment takes place across two lines of poetry ({BLANK}, 2000: 103).",
        f"Saint Jerome (/ {BLANK} /) was a priest and a historian.",
    ],
)
def test_a_blank_is_no_remark_in_brackets(question):
    refused("bracketed", question, "Persian", "brackets", form=CLOZE)


def test_how_a_name_is_said_is_not_asked_along():
    refused("bracketed", f"Daniel Bernoulli (German pronunciation: [bɛʁˈnʊli]) was a {BLANK}.", "physicist", form=CLOZE)
    refused("bracketed", f"The forest (Spanish: Selva) covers {BLANK}.", "Brazil", form=CLOZE)
    refused("bracketed", f"Isfahan (اصفهان) lies in {BLANK}.", "Iran", form=CLOZE)


def test_a_name_in_brackets_may_be_left_out():
    passes("bracketed", f"The doctor travelled with Amy Pond ({BLANK}) and Rory Williams.", "Karen Gillan", form=CLOZE)
    refused("bracketed", "What is (the religion of Mexico)?", "Catholicism", "nothing before")
    passes("bracketed", f"The tower (98 metres) stands in {BLANK}.", "Venice", form=CLOZE)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        (
            "Where did Byron teach at the University of Oslo?",
            phrase("the University of Oslo", "organization", marker="at"),
        ),
        ("In which city did Byron live near the port of Harrow?", phrase("the port of Harrow", "place", marker="near")),
    ],
)
def test_where_is_not_asked_of_what_says_where(question, other):
    stated = clause(BYRON, "teach", ("oblique", other), ("oblique", HARROW))
    refused("two_places", question, "Harrow", "tells a place already", stated=stated)


def test_where_from_does_not_say_whether_it_asks_for_the_end():
    stated = clause(BYRON, "move", ("oblique", phrase("Oslo", "place", marker="from")), ("oblique", HARROW))
    refused("two_places", "Where did Byron move from Oslo?", "Harrow", "where it began", stated=stated)
    passes("two_places", "Where did Byron move in 1801?", "Harrow", stated=stated)


@pytest.mark.parametrize("answer", ["the Tsar", "the King", "the Prime Minister"])
def test_an_office_alone_does_not_say_who(answer):
    refused("half_answer", "Who raised Gordon to the rank of general?", answer, "does not say which")


@pytest.mark.parametrize("answer", ["the Eleventh Doctor", "Tsar Peter", "the Areopagus", "King's College"])
def test_an_office_with_a_name_does(answer):
    passes("half_answer", "Who raised Gordon to the rank of general?", answer)


@pytest.mark.parametrize("answer", ["Ivan Turgenev's A Month in the Country", "a day", "the Tsar's court"])
def test_when_is_answered_by_a_time(answer):
    refused("question_word", "When did Jeanne Moreau debut in Paris?", answer, type="time")


@pytest.mark.parametrize("answer", ["during the Middle Ages", "1801", "the late 1970s", "after the war"])
def test_times_answer_when(answer):
    passes("question_word", "When did Jeanne Moreau debut in Paris?", answer, type="time")


@pytest.mark.parametrize(
    "question",
    [
        "Who was resigned his leadership in the council?",
        "Who was remained Catholic at a time of war?",
    ],
)
def test_some_verbs_have_no_passive(question):
    refused("agreement", question, "Byron", "no English")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (f"Chao published a history entitled “{BLANK} with Chaos”.", "Life"),
        (f"The agreements include fees of £{BLANK} for the channels in Britain.", "30m"),
        (f"Byron entered the school of Harrow in {BLANK} 1799 with his friends.", "August"),
    ],
)
def test_a_blank_is_no_half_of_a_title_an_amount_or_a_date(question, answer):
    refused("open_blank", question, answer, "part of", form=CLOZE)


def test_a_whole_title_may_be_left_out():
    passes("open_blank", f"Chao published a history entitled “{BLANK}” in Boston.", "Life with Chaos", form=CLOZE)


@pytest.mark.parametrize("answer", ["data", "the study", "a goal", "future research", "humans"])
def test_words_for_everything_answer_no_question(answer):
    refused("vague", "What is gathered from the British National Corpus?", answer, "says nothing")


def test_whoever_writes_does_not_ask_of_the_own_work():
    refused("vague", "What does the present study analyse in Berlin?", "online conversations", "own work")


@pytest.mark.parametrize("end", ["to Paris ever?", "Paris mainly?", "support online?"])
def test_no_adverb_hangs_at_the_end(end):
    refused("print_ready", f"What did Byron bring {end}", "letters", "adverb")


# ------------------------------------------------------------------------------------------ off the sheet


def sheet_verdict(name, made, analysis=RADIUM):
    (filter,) = [f for f in SHEET_FILTERS if f.name == name]
    return filter.check(made, Context(analysis))


@pytest.mark.parametrize(
    ("name", "question", "answer"),
    [
        ("named_twice", f"In Byron's memory Byron composed {BLANK}.", "Thyrza"),
        ("leans", f"A histogram of weights is complex, like the distribution shown in the table of {BLANK}.", "Olten"),
        ("leans", f"Karl Brandt kept portraits of the pair in his office in {BLANK}.", "Leipzig"),
        ("leans", f"Yuri Gagarin, the first human being in space, followed on {BLANK}.", "April 12, 1961"),
        ("tells_itself", f"{BLANK} use the word in the Malaysian and Indonesian languages.", "Malaysia and Indonesia"),
        ("leans", f"Yulia Peresild said that something new had happened {BLANK}.", "every half minute"),
        ("leans", "Who said: “He is here for sure”?", "Mohammad Amin"),
        ("shared_parts", f"Felix Oehler received five months, and Bernhard Steuri {BLANK}.", "three months"),
        ("some_of_many", f"The remaining 8 games are split between {BLANK}.", "two divisions"),
        ("shared_parts", f"Molecules that lie close feel the greater van {BLANK} forces.", "der Waals"),
        ("some_of_many", f"One study found no changes after {BLANK} years.", "two"),
        ("some_of_many", f"{BLANK} in 1999 left many people dead in India.", "a previous cyclone"),
        ("some_of_many", f"A recent poll found {BLANK} against the flag.", "most voters"),
        ("empty_sentence", f"There are attractions on {BLANK} itself.", "Coron Island"),
        ("leans", f"Voters would then choose between two flags in {BLANK}.", "2016"),
        ("leans", "Why did Daniel Bernoulli refuse?", "because he wanted to study"),
    ],
)
def test_what_no_sheet_takes(name, question, answer):
    made = candidate(question, answer, form=CLOZE if BLANK in question else ItemType.SHORT)
    assert sheet_verdict(name, made)


@pytest.mark.parametrize(
    ("name", "question", "answer"),
    [
        ("named_twice", f"Byron composed {BLANK} in memory of John Edleston.", "Thyrza"),
        ("some_of_many", f"One of the rivers of Olten is {BLANK}.", "the Aare"),
        ("empty_sentence", f"The attractions of the north lie on {BLANK}.", "Coron Island"),
        ("leans", "Why did Daniel Bernoulli refuse the chair of botany?", "because he wanted to study"),
        ("tells_itself", f"Australia beat {BLANK} by two goals.", "Austria"),
        ("tells_itself", f"Angola is recovering from {BLANK}.", "the Angolan Civil War"),
        ("shared_parts", f"The Red Sea lies between {BLANK} and Africa.", "Asia"),
    ],
)
def test_what_a_sheet_may_take(name, question, answer):
    made = candidate(question, answer, form=CLOZE if BLANK in question else ItemType.SHORT)
    assert sheet_verdict(name, made) is None


@pytest.mark.parametrize(
    ("name", "made"),
    [
        (
            "earlier",
            candidate("In which year had Byron been born?", "1788", stated=clause(BYRON, "bear", auxiliaries=("had",))),
        ),
        (
            "unknown_kind",
            candidate("What entered the Narrows?", "the Imo", target=phrase("the Imo", "object", proper=True)),
        ),
        (
            "time_does",
            candidate("What did the 20th century mark?", "a rise", stated=clause(phrase("the 20th century", "time"))),
        ),
        ("headless", candidate("In which year did the fourth, Cassini, go into orbit?", "2004", type="time")),
        ("headless", candidate(f"The largest is the giant octopus, which lives off {BLANK}.", "Asia", form=CLOZE)),
        ("tells_itself", candidate(f"The crater {BLANK} is named after Byron.", "B. Byron", form=CLOZE)),
        ("tells_itself", candidate(f"Byron went to Santa Fe, {BLANK}.", "New Mexico", form=CLOZE, type="place")),
        ("bare_blank", candidate(f"{BLANK} was an English poet.", "Byron", form=CLOZE)),
        ("bare_blank", candidate(f"Byron released {BLANK}.", "the Swinger", form=CLOZE)),
        ("age_when", candidate("How old was Byron?", "36", type="number")),
        (
            "undated",
            candidate("When did Byron leave?", "July 8", type="time", stated=clause(BYRON, "leave", tense="past")),
        ),
        ("relative_time", candidate("When did Byron return?", "after a year", type="time")),
        ("relative_time", candidate(f"{BLANK} ruled the town for the rest of the decade.", "Byron", form=CLOZE)),
        ("bare_blank", candidate(f"Byron made the first film in Europe, the {BLANK} comedy.", "1908", form=CLOZE)),
        ("bare_blank", candidate(f"Linguists know {BLANK}: northern and southern.", "two kinds", form=CLOZE, type="")),
        (
            "bare_blank",
            candidate(
                f"He ruled the Roman region of Dalmatia ({BLANK}).", "southern Illyricum", form=CLOZE, type="place"
            ),
        ),
        (
            "bare_blank",
            candidate(f"Alberta is one of only {BLANK} of the country.", "two landlocked provinces", form=CLOZE),
        ),
        ("time_inside", candidate("What did Britain ban?", "new bridges between 1992 and 1996", type="object")),
        ("leans", candidate(f"Byron had promised to do so, but forgot {BLANK}.", "Malta", form=CLOZE)),
        ("named_twice", candidate("When was Ada King born Ada Byron in London?", "1815", type="time")),
        ("headless", candidate("What is the name of the banker?", "Louis Hagen")),
        ("open_list", candidate(f"He read all about animals: Lorenz, Tinbergen, {BLANK}.", "Goodall", form=CLOZE)),
        ("open_list", candidate(f"His poems include {BLANK}, Lara and Beppo.", "Manfred", form=CLOZE)),
        ("tells_itself", candidate(f'It refers to {BLANK}, making it the "Sea of Atlas".', "Atlas", form=CLOZE)),
        ("relative_time", candidate(f"Byron had finished the poem {BLANK} a few days earlier.", "there", form=CLOZE)),
        ("relative_time", candidate(f"Within two years {BLANK} lines were in use.", "a hundred", form=CLOZE)),
    ],
)
def test_what_else_no_sheet_takes(name, made):
    assert sheet_verdict(name, made)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("some_of_many", candidate("When did the two domains make an alliance?", "1866", type="time")),
        ("says_nothing", candidate("What takes place in two ways?", "movement", type="abstract")),
        (
            "says_nothing",
            candidate(f"Traders carried {BLANK} to Africa in 1600.", "the plant", form=CLOZE, type="plant"),
        ),
        (
            "says_nothing",
            candidate(f"In the race of 1999 there was {BLANK}.", "no such drama", form=CLOZE, type="event"),
        ),
        (
            "in_progress",
            candidate(
                "Which places were the officials touring?",
                "Europe",
                stated=clause(
                    phrase("the officials", "person"), "tour", tag="VBG", tense="past", auxiliaries=("were",)
                ),
            ),
        ),
        ("open_list", candidate("How many reasons did Smith offer?", "three", type="number")),
        (
            "open_list",
            candidate("What can smoking lead to?", "cancer", kind="result", stated=clause(BYRON, "lead", modal="can")),
        ),
        ("says_nothing", candidate("What tells of the types of government?", "the CIA website", type="object")),
        ("leans", candidate("According to experiments, who received the prize in 1953?", "Byron")),
        ("led_in", candidate("Who left?", "Byron", roles=(("lead", phrase("Byron had a house.")),))),
    ],
)
def test_what_hangs_in_the_air_is_for_no_sheet(name, made):
    assert sheet_verdict(name, made)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("headless", candidate("Who was the first to reach the South Pole?", "Amundsen")),
        ("tells_itself", candidate(f"The crater {BLANK} is named after a poet.", "Byron", form=CLOZE)),
        ("time_inside", candidate("When did Britain ban them?", "between 1992 and 1996", type="time")),
        ("bare_blank", candidate(f"Athens hosted the {BLANK} Summer Olympic Games.", "2004", form=CLOZE, type="time")),
        ("bare_blank", candidate(f"Linguists know {BLANK} of them: the northern and others.", "two", form=CLOZE)),
        ("bare_blank", candidate(f"Byron died in Greece in {BLANK}.", "1824", form=CLOZE)),
        ("bare_blank", candidate(f"Byron left England for good in April {BLANK} 1816.", "of", form=CLOZE)),
        ("age_when", candidate("How old was Byron when he died?", "36", type="number")),
        (
            "undated",
            candidate("When did Byron leave?", "July 8, 1823", type="time", stated=clause(BYRON, tense="past")),
        ),
        (
            "undated",
            candidate("When does the lake freeze?", "January", type="time", stated=clause(BYRON, tense="pres")),
        ),
        ("relative_time", candidate("When did Byron return?", "two years after the war", type="time")),
        ("relative_time", candidate(f"{BLANK} ruled for the rest of the decade of the war.", "Byron", form=CLOZE)),
        ("open_list", candidate(f"The union consists of {BLANK}, Malta and Crete.", "Greece", form=CLOZE)),
        ("relative_time", candidate(f"Within a year of his return Byron sold {BLANK}.", "Newstead", form=CLOZE)),
    ],
)
def test_a_time_that_is_told_is_for_every_sheet(name, made):
    assert sheet_verdict(name, made) is None


def test_a_term_of_two_words_says_something():
    assert (
        sheet_verdict("says_nothing", candidate("What drives the plates?", "convection currents", type="abstract"))
        is None
    )


VULTURE = article(
    "Adults_NOUN are_AUX 94–125_NUM centimetres_NOUN long_ADJ ._PUNCT", title="Bearded vulture", paragraphs=[0]
)


def test_of_what_is_told():
    how = candidate("How long are adults?", "94–125 centimetres", type="number")
    assert sheet_verdict("of_what", how, VULTURE)
    told = candidate("How long are adult bearded vultures?", "94–125 centimetres", type="number")
    assert sheet_verdict("of_what", told, VULTURE) is None


def test_a_question_for_a_time_tells_none():
    refused("two_times", "In which year did Byron receive the medal in 1821?", "1810", "tells a time already")
    refused("two_times", "In which year did Byron leave and return on 17 June 1821?", "1810", "tells a time already")
    refused("two_times", f"Byron led a fleet in 1821 in {BLANK}.", "1823", "before the blank", form=CLOZE)
    passes("two_times", "In which year did the fire of 1812 end?", "1813")
    passes("two_times", "Who received the medal in 1821?", "Byron")


def test_an_example_is_not_all():
    among = article("Byron_PROPN painted_VERB towers_NOUN ,_PUNCT among_ADP them_PRON Harrow_PROPN ._PUNCT")
    refused("example", f"{BLANK} painted towers Harrow.", "Byron", "one example", among, form=CLOZE)
    passes("example", f"{BLANK} painted towers.", "Byron", among, form=CLOZE)


def test_one_is_asked_for_where_one_is_given():
    two = phrase("Finland and Russia", "place", number="plur")
    refused("agreement", "In which country did Byron tour?", "Finland and Russia", "several", target=two)
    passes("agreement", "In which country did Byron tour?", "Finland", target=phrase("Finland", "place"))


def test_a_letter_is_no_blank():
    refused("open_blank", f"Fresh lava can be as hot as 1,200 °{BLANK} in Iceland.", "C", "a letter", form=CLOZE)


def test_what_a_comma_behind_the_blank_closes_is_in_the_sentence():
    refused("stray_comma", f"{BLANK}, became a standard part of it.", "saffron, a spice", form=CLOZE)
    passes("stray_comma", f"{BLANK}, a spice, became a standard part of it.", "saffron", form=CLOZE)


def test_a_time_for_something_is_no_time():
    refused("loose_time", "When did Byron return?", "time for the landings", type="time")


def test_a_reference_is_no_fact():
    refused(
        "bracketed",
        f"Enjambment is studied (Martínez Fernández, {BLANK}).",
        "2010",
        "reference",
        form=CLOZE,
        type="time",
    )
    refused("bracketed", f"Salinity controls {BLANK}.", "[1,2]", "reference", form=CLOZE, type="number")


def test_a_perfect_has_no_moment():
    refused("question_word", "When has the tower been painted?", "1990", "perfect", type="time")
    passes("question_word", "When was the tower painted?", "1990", type="time")


def test_who_says_so_does_not_stand_behind_the_verb():
    refused("connective", "Who is according to the index the eighth most cited scholar?", "Byron")
    passes("connective", "According to the index, who is the eighth most cited scholar?", "Byron")


def test_a_blank_before_of_has_to_be_a_name():
    (headless,) = [f for f in SHEET_FILTERS if f.name == "headless"]
    common = candidate(f"Mohinga is {BLANK} of thin noodles.", "a soup", form=CLOZE, type="substance")
    assert headless.check(common, Context(RADIUM))
    assert not headless.check(candidate(f"He left {BLANK} of Paris.", "the University", form=CLOZE), Context(RADIUM))


def test_no_blank_wants_two_statements():
    refused("half_answer", f"Coral takes up {BLANK}.", "sea water but no thorium", "two statements", form=CLOZE)
    refused("half_answer", f"It made {BLANK}.", "goods, and a wall that stood", "two statements", form=CLOZE)
    passes("half_answer", f"Coral takes up {BLANK}.", "iron, zinc and copper", form=CLOZE, type="substance")


def test_an_object_behind_the_blank_stands_for_nobody_who_was_named():
    known = article("Not_PART many_ADJ people_NOUN knew_VERB about_ADP them_PRON until_ADP 1980_NUM ._PUNCT")
    asked = candidate(
        f"{BLANK} knew about them until 1980.", "not many people", kind="sentence", form=CLOZE,
        target=replace(phrase("not many people", "person"), tokens=(1, 2, 3)),
    )  # fmt: skip
    tokens = tuple(replace(t, xpos="PRP", deprel="obl") if t.form == "them" else t for t in known.sentences[0].tokens)
    known = replace(known, sentences=(replace(known.sentences[0], tokens=tokens),))
    assert "stand for" in (verdict("dangling", asked, known) or "")


def test_where_asks_for_a_place_and_no_goal():
    crown = replace(phrase("the Crown", "place"), marker="to")
    annexed = clause(phrase("Basutoland", "place"), "annex", form="annexed", passive=True)
    moved = clause(phrase("Basutoland", "place"), "move", form="moved")
    refused("question_word", "Where was Basutoland annexed?", "the Crown", "goal", target=crown, stated=annexed)
    passes("question_word", "Where did Basutoland move?", "the Crown", target=crown, stated=moved)


def test_what_is_asked_about_has_a_name():
    question = "In which year did Congress pass what was nicknamed the Chinese Law?"
    refused("question_word", question, "1849", "not named", type="time")


def test_an_answer_is_not_weighed_and_a_purpose_says_something():
    refused("vague", "What is the driest month?", "even February", "weighs", type="time")
    refused("vague", "Why did he send cattle?", "to buy one", "purpose", kind="purpose", type="")
    passes("vague", "Why did he send cattle?", "to pay a fine in Basel", kind="purpose", type="")


def test_the_colour_of_a_thing_is_not_the_thing():
    (headless,) = [f for f in SHEET_FILTERS if f.name == "headless"]
    soup = candidate("What is the colour of mustard?", "the soup", rule="identity.title_of", kind="identity")
    assert headless.check(soup, Context(RADIUM))
