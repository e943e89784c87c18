"""Five hundred texts that try to become a script, a formula or a command: a body of attacks written for this project.

Each that gets its way sets ``window.hacked``. They are put together by families, so that what an attack needs (a tag, a
handler, a way to write it) meets every other: a filter that stops one spelling rarely stops them all.
"""

from __future__ import annotations

import itertools
from urllib.parse import quote

RUN = "window.hacked=1"
_CODED = "".join(f"&#{ord(sign)};" for sign in RUN)
_HEX = "".join(f"&#x{ord(sign):x};" for sign in RUN)
_ESCAPED = "".join(f"\\u{ord(sign):04x}" if sign.isalpha() else sign for sign in RUN)

_LOADING = ("img src=x", "svg", "body", "iframe", "video src=x", "audio src=x", "object data=x", "embed src=x", "style")
_FOCUSED = (
    "input autofocus",
    "select autofocus",
    "textarea autofocus",
    "button autofocus",
    "a href=# autofocus tabindex=1",
)
_LOAD_HANDLERS = ("onerror", "onload", "onloadstart", "onpageshow")
_FOCUS_HANDLERS = ("onfocus", "onfocusin")
_QUOTES = ("", '"', "'", "`")


def _handlers() -> list[str]:
    """Elements that run a handler by themselves: tags by handlers by quotes."""
    loading = itertools.product(_LOADING, _LOAD_HANDLERS, _QUOTES[:3])
    focused = itertools.product(_FOCUSED, _FOCUS_HANDLERS, _QUOTES[:3])
    return [f"<{tag} {handler}={mark}{RUN}{mark}>" for tag, handler, mark in (*loading, *focused)]


def _scripts() -> list[str]:
    """Script elements in spellings that lists of forbidden words miss."""
    names = (
        "script",
        "SCRIPT",
        "ScRiPt",
        "script ",
        "script\t",
        "script\n",
        "script/x",
        "script\x0c",
        "svg:script",
        "x:script",
    )
    closed = [f"<{name}>{RUN}</{name.strip().split('/')[0]}>" for name in names]
    nested = [
        "<scr<script>ipt>" + RUN + "</scr</script>ipt>",
        f"<<script>{RUN}//<</script>",
        f"<script>{RUN}",
        f"<script {RUN}",
    ]
    sources = [f"<script src={mark}data:text/javascript,{quote(RUN)}{mark}></script>" for mark in _QUOTES[:3]]
    types = [f"<script type={kind}>{RUN}</script>" for kind in ("module", "text/javascript", "text/ecmascript", "''")]
    inside = [
        f"<svg><script>{_CODED}</script></svg>",
        f"<math><script>{RUN}</script></math>",
        f"<!--><script>{RUN}</script>-->",
    ]
    return closed + nested + sources + types + inside


def _breakouts() -> list[str]:
    """The end of whatever text stands in, then a script."""
    ends = (
        '"',
        "'",
        "`",
        '">',
        "'>",
        "-->",
        "--!>",
        "*/",
        "]]>",
        "</style>",
        "</title>",
        "</textarea>",
        "</script>",
        "</template>",
        "</noscript>",
        "</select>",
        "</svg>",
        "</mark></p>",
        "</li></ol></main>",
        "\\",
        '\\"',
        "\\'",
        "\n",
        "\u2028",
        "};",
        "');",
        '");',
        "{{",
        "}}",
        "${",
        "%>",
        "?>",
        "<![CDATA[",
        "</text></questiontext>",
        "</w:t></w:r>",
        "</mattext></material>",
    )
    attacks = (
        f"<script>{RUN}</script>",
        f"<img src=x onerror={RUN}>",
        f" onmouseover={RUN} autofocus onfocus={RUN} x=",
    )
    return [end + attack for end, attack in itertools.product(ends, attacks)]


def _links() -> list[str]:
    """Addresses that are programs."""
    schemes = (
        f"javascript:{RUN}",
        f"JaVaScRiPt:{RUN}",
        f"java\tscript:{RUN}",
        f"java\nscript:{RUN}",
        f" javascript:{RUN}",
        f"\x01javascript:{RUN}",
        f"javascript&colon;{RUN}",
        f"javascript&#58;{RUN}",
        f"&#106;avascript:{RUN}",
        f"javascript:{quote(RUN)}",
        f"vbscript:{RUN}",
        f"data:text/html,<script>{RUN}</script>",
        f"data:image/svg+xml,<svg onload={RUN}>",
        f"javascript://example.org/%0A{RUN}",
    )
    frames = (
        '<a href="{}">x</a>',
        "<iframe src='{}'></iframe>",
        "<form action='{}'><input type=submit autofocus></form>",
        "[x]({})",
        "{}",
    )
    more = ('<object data="{}"></object>', '<meta http-equiv=refresh content="0;url={}">', '<base href="{}">')
    return [frame.format(scheme) for scheme, frame in itertools.product(schemes, frames + more)]


def _encodings() -> list[str]:
    """Scripts written as entities, escapes and in other alphabets, which must stay as they are written."""
    plain = f"<script>{RUN}</script>"
    entities = [
        plain.replace("<", sign)
        for sign in ("&lt;", "&lt", "&#60;", "&#x3c;", "&#0000060", "&LT;", "\\x3c", "\\u003c", "%3C")
    ]
    wide = [
        plain.replace("<", "＜").replace(">", "＞"),
        plain.replace("<", "‹").replace(">", "›"),
        "+ADw-script+AD4-" + RUN,
    ]
    handlers = [
        f"<img src=x onerror={_CODED}>",
        f"<img src=x onerror='{_HEX}'>",
        f"<img src=x onerror=eval('{_ESCAPED}')>",
    ]
    spaced = [f"<img{gap}src=x{gap}onerror={RUN}>" for gap in ("/", "\n", "\t", "\x0c", "\r\n", "//")]
    return entities + wide + handlers + spaced


def _styles() -> list[str]:
    """Styles that would fetch, hide or run."""
    bodies = ("background:url(javascript:{})", "width:expression({})", "behavior:url(#x){}", "-moz-binding:url(x#{})")
    marks = [f'<div style="{body.format(RUN)}">x</div>' for body in bodies]
    sheets = [
        "<style>*{display:none}</style>",
        "<style>@import 'https://example.org/x.css';</style>",
        "<link rel=stylesheet href=x>",
    ]
    return marks + sheets + ["</style><style>body{display:none}", "@import url(//example.org);", "body{display:none}"]


def _formulas() -> list[str]:
    """What a spreadsheet would run, and what a shell behind it would."""
    bodies = (
        "1+1",
        "cmd|' /C calc'!A0",
        'HYPERLINK("https://example.org","x")',
        "SUM(A1:A9)",
        "IMPORTXML(A1,A2)",
        "WEBSERVICE(A1)",
    )
    starts = ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋", "－", "＠", "=-", "'=", '"=', ";=", ",=")
    return [start + body for start, body in itertools.product(starts, bodies)]


def _templates() -> list[str]:
    """Expressions of template languages, of TeX and of learning systems."""
    return [
        "{{ 7*7 }}",
        "{{ config }}",
        "{% for x in y %}",
        "{# x #}",
        "${7*7}",
        "#{7*7}",
        "<%= 7*7 %>",
        "{{=7*7}}",
        "[[7*7]]",
        "{php}{/php}",
        "{{ ''.__class__.__mro__ }}",
        "{{constructor.constructor('window.hacked=1')()}}",
        "{firstname}",
        "@@PLUGINFILE@@/x",
        "[sound:x.mp3]",
        "$$\\input{/etc/passwd}$$",
        "\\(x\\)",
        "\\[x\\]",
        "[latex]x[/latex]",
        "[tex]x[/tex]",
        "{{c1::x}}",
        "[[type:x]]",
        "[anki:tts lang=en]x[/anki:tts]",
    ]


def _nested() -> list[str]:
    """Elements of SVG, MathML and forms, and trees that parsers mend into something else."""
    return [
        f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
        f"<svg><set onbegin={RUN} attributename=x>",
        f"<svg><a xlink:href=javascript:{RUN}><text>x",
        f"<svg><foreignObject><iframe srcdoc='<script>parent.{RUN}</script>'>",
        f"<details open ontoggle={RUN}>x</details>",
        f"<marquee onstart={RUN}>x",
        f"<math><mtext></form><form><mglyph><style></math><img src=x onerror={RUN}>",
        f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
        f"<table background=javascript:{RUN}>",
        f"<isindex action=javascript:{RUN} type=image>",
        f"<keygen autofocus onfocus={RUN}>",
        f"<xss id=x tabindex=1 onfocus={RUN}>",
        f"<select><template><img src=x onerror={RUN}></template></select>",
        f"<video><source onerror={RUN}></video>",
        f"<image src=x onerror={RUN}>",
        f"<iframe srcdoc='&lt;script&gt;parent.{RUN}&lt;/script&gt;'></iframe>",
        "<plaintext>",
        "<xmp>",
        "<!--",
        "<![CDATA[",
        "<?xml-stylesheet href=x?>",
        "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
        "<a id=labels><a id=labels name=x>",
        "<form id=x><input name=attributes>",
        "<img name=getElementById>",
        "<b>" * 50,
        "</div>" * 50,
        "<" * 80,
        "&" * 80,
        "&#0;",
        "&#x110000;",
        "\ufeff<script>",
        "a\u202eb\u202c",
        "\u2066x\u2069",
    ]


FAMILIES = (_handlers, _scripts, _breakouts, _links, _encodings, _styles, _formulas, _templates, _nested)
STRINGS = tuple(dict.fromkeys(text for family in FAMILIES for text in family()))
