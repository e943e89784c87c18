"""QTI 1.2: a zip that Canvas imports as a quiz, and other learning systems as questions.

The file of questions follows the ASI binding of QTI 1.2; what it says of each question beside that (``question_type``,
``points_possible``) and ``assessment_meta.xml`` are Canvas's own. Points are shares of a hundred, as Canvas counts.
Canvas says nothing of a file that it cannot read, so the tests hold every file against a grammar.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from quizgen.exporters import zips
from quizgen.exporters.common import check_ids, unseen
from quizgen.exporters.formats import Format
from quizgen.exporters.markup import feedback, lines_with_places, markup, plain
from quizgen.records import Item, ItemBank, ItemType, digest

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_RESPONSE = "response1"
_FEEDBACK = "general_fb"
_TITLE = 60
"""Characters of the question in the title of an item, which only teachers see."""


def to_zip(bank: ItemBank) -> bytes:
    """The bank as one quiz."""
    check_ids(bank)
    name = "g" + digest("qti", bank.title, *(item.id for item in bank))
    files = (
        ("imsmanifest.xml", _manifest(name)),
        (f"{name}/{name}.xml", _assessment(bank, name)),
        (f"{name}/assessment_meta.xml", _meta(bank, name)),
    )
    return zips.pack(
        [*((path, (_DECLARATION + text).encode("utf8")) for path, text in files), ("non_cc_assessments/", b"")]
    )


def _points(item: Item) -> int:
    return len(item.parts) or 1


# ----------------------------------------------------------------------------------------------------- questions


def _assessment(bank: ItemBank, name: str) -> str:
    items = "\n".join(map(_item, bank))
    namespace = 'xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"'
    return (
        f"<questestinterop {namespace}>\n"
        f"<assessment ident={quoteattr(name)} title={quoteattr(plain(bank.title) or 'Quiz')}>\n"
        f'<section ident="root_section">\n{items}\n</section>\n</assessment>\n</questestinterop>\n'
    )


def _item(item: Item) -> str:
    kind, content = _CONTENT[item.type]
    shown, conditions = content(item)
    said = feedback(item)
    always = f'<respcondition continue="Yes"><conditionvar><other/></conditionvar>{_shown_always()}</respcondition>'
    return "\n".join(
        [
            f"<item ident={quoteattr('i' + digest('qti', item.id))} title={quoteattr(plain(item.question)[:_TITLE])}>",
            f"<itemmetadata><qtimetadata>{_field('question_type', kind)}{_field('points_possible', str(_points(item)))}"
            "</qtimetadata></itemmetadata>",
            f"<presentation>{_material(item.question)}{shown}</presentation>",
            "<resprocessing>",
            '<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>',
            *([always] if said else []),
            *conditions,
            "</resprocessing>",
            *([_feedback(said)] if said else []),
            "</item>",
        ]
    )


def _field(label: str, entry: str) -> str:
    return f"<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{entry}</fieldentry></qtimetadatafield>"


def _material(text: str) -> str:
    return _html(markup(text))


def _html(code: str) -> str:
    return f'<material><mattext texttype="text/html">{escape(code)}</mattext></material>'


def _shown_always() -> str:
    return f'<displayfeedback feedbacktype="Response" linkrefid="{_FEEDBACK}"/>'


def _feedback(said: str) -> str:
    return f'<itemfeedback ident="{_FEEDBACK}"><flow_mat>{_html(said)}</flow_mat></itemfeedback>'


# ------------------------------------------------------------------------------- what is shown, and what it is worth


def _choice(item: Item) -> tuple[str, list[str]]:
    return _lid(_RESPONSE, item.options), [_right(_RESPONSE, _label(item.options.index(item.answer)))]


def _true_false(item: Item) -> tuple[str, list[str]]:
    options = ("True", "False")
    return _lid(_RESPONSE, options), [_right(_RESPONSE, _label(options.index(item.answer)))]


def _short(item: Item) -> tuple[str, list[str]]:
    """A condition for each answer that is right: several in one would have to hold together."""
    fib = '<render_fib><response_label ident="answer1" rshuffle="No"/></render_fib>'
    answers = dict.fromkeys(filter(None, map(plain, (item.answer, *item.accept))))
    shown = f'<response_str ident="{_RESPONSE}" rcardinality="Single">{fib}</response_str>'
    return shown, [_right(_RESPONSE, answer) for answer in answers]


def _matching(item: Item) -> tuple[str, list[str]]:
    return _pairs([(part.text, part.match) for part in item.parts], item.options)


def _ordering(item: Item) -> tuple[str, list[str]]:
    lines = lines_with_places(item)
    return _pairs(lines, [str(number) for number in range(1, len(lines) + 1)])


def _pairs(pairs: Sequence[tuple[str, str]], options: Iterable[str]) -> tuple[str, list[str]]:
    """A response for each left side, among the same options; each is worth its share."""
    values = list(dict.fromkeys(options))
    shown = "".join(_lid(f"response_{at}", values, left) for at, (left, _) in enumerate(pairs))
    shares = _shares(len(pairs))
    right = (
        _right(f"response_{at}", _label(values.index(match)), share)
        for at, ((_, match), share) in enumerate(zip(pairs, shares, strict=True))
    )
    return shown, list(right)


def _shares(count: int) -> list[str]:
    """A hundred in equal shares of two decimals; the last takes what is left over."""
    share = round(100 / count, 2)
    return [f"{share:.2f}"] * (count - 1) + [f"{100 - share * (count - 1):.2f}"]


def _label(at: int) -> str:
    return f"option_{at + 1}"


def _lid(ident: str, options: Iterable[str], left: str = "") -> str:
    labels = "".join(
        f'<response_label ident="{_label(at)}">{_material(option)}</response_label>'
        for at, option in enumerate(options)
    )
    shown = _material(left) if left else ""
    content = f"{shown}<render_choice>{labels}</render_choice>"
    return f'<response_lid ident="{ident}" rcardinality="Single">{content}</response_lid>'


def _right(ident: str, value: str, share: str = "") -> str:
    """The condition of an answer that is right: the whole score, or a share that is added to it."""
    scored = f'<setvar action="{"Add" if share else "Set"}" varname="SCORE">{share or 100}</setvar>'
    equal = f"<conditionvar><varequal respident={quoteattr(ident)}>{escape(value)}</varequal></conditionvar>"
    return f'<respcondition continue="{"Yes" if share else "No"}">{equal}{scored}</respcondition>'


_CONTENT = {
    ItemType.CHOICE: ("multiple_choice_question", _choice),
    ItemType.TRUE_FALSE: ("true_false_question", _true_false),
    ItemType.SHORT: ("short_answer_question", _short),
    ItemType.CLOZE: ("short_answer_question", _short),
    ItemType.MATCHING: ("matching_question", _matching),
    ItemType.ORDERING: ("matching_question", _ordering),
}

# ----------------------------------------------------------------------------------------------------- the package


def _meta(bank: ItemBank, name: str) -> str:
    settings = {
        "title": escape(plain(bank.title) or "Quiz"),
        "description": "",
        "shuffle_answers": "false",
        "scoring_policy": "keep_highest",
        "hide_results": "",
        "quiz_type": "assignment",
        "points_possible": f"{sum(map(_points, bank))}.0",
        "show_correct_answers": "true",
        "allowed_attempts": "1",
        "one_question_at_a_time": "false",
        "cant_go_back": "false",
        "available": "false",
    }
    lines = "\n".join(f"<{key}>{value}</{key}>" for key, value in settings.items())
    return f'<quiz identifier="{name}" xmlns="http://canvas.instructure.com/xsd/cccv1p0">\n{lines}\n</quiz>\n'


def _manifest(name: str) -> str:
    meta = f"{name}_meta"
    return "\n".join(
        [
            f'<manifest identifier="{name}_manifest" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">',
            "<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>",
            "<organizations/>",
            "<resources>",
            f'<resource identifier="{name}" type="imsqti_xmlv1p2">',
            f'<file href="{name}/{name}.xml"/><dependency identifierref="{meta}"/>',
            "</resource>",
            f'<resource identifier="{meta}" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" '
            f'href="{name}/assessment_meta.xml">',
            f'<file href="{name}/assessment_meta.xml"/>',
            "</resource>",
            "</resources>",
            "</manifest>",
            "",
        ]
    )


FORMAT = Format(
    "qti",
    (".qti.zip",),
    "a quiz for Canvas (QTI 1.2)",
    to_zip,
    lacks=unseen,
    holds="all types; an ordering as places to match",
)
