"""Whether a text is English: by its script, and by the small words that no language does without."""

from __future__ import annotations

import re

_SMALL_WORDS = {
    "English": "a an the of and to in is was for that it with as on by at from are were this which be has had have "
    "their they not but its his her he she you we who will would been there when than about into after also can could "
    "more between if or i my your what how where while did does do said only them these those our out up over under "
    "because most during before since such then against within through other",
    "German": "der die das in und ist war den dem des ein eine einen einem einer mit von zu auf für nicht sich auch es "
    "als bei nach aus wird wurde werden sind im am er sie wie hat haben oder aber dass noch durch nur über zum zur vor "
    "wir ich kann seine ihre um wenn mehr schon vom",
    "Dutch": "de het een in en van is was op te dat die met voor zijn niet aan ook er als bij door naar uit wordt werd "
    "worden om maar dan nog hij ze zij wij ik naar over tot heeft hebben had geen deze dit kan of meer wel haar hun",
    "French": "le la les des du de et est était un une en dans que qui pour sur par au aux ce cette il elle ne pas "
    "avec son sa ses se plus ont été à d l sont fut mais ou où je nous vous ils leur comme être avait aussi entre",
    "Spanish": "el la los las de del y es era un una en que por para con se su sus al no fue como más lo pero este "
    "esta son ha han o entre cuando también muy desde sobre ser hasta hay está sin fueron",
    "Portuguese": "o a os as de do da dos das e é era um uma em no na que por para com se seu sua ao não foi como mais "
    "mas foram ou entre quando também muito desde sobre ser até há está pelo pela num numa são à",
    "Italian": "in il lo la gli le di del della dei delle e è era un una uno in nel nella che per con si suo sua al "
    "alla non fu come più ma sono anche da dal dalla ha hanno o tra quando molto sul sulla essere stato questo questa",
    "Catalan": "el la els les de del dels i és era un una en que per amb es seu seva al no va com més però són ha han "
    "o entre quan també molt des sobre ser fins està als aquest aquesta",
    "Romanian": "și în de la a este era un o cu pe care din pentru nu mai că au fost sau ale lui ei se dar sunt prin "
    "după fi ca cel cea al ai îi într",
    "Swedish": "och i att det som en på är av för den med till inte var om han ett hade de men sig från har vid så "
    "eller hon efter när där också kan ut ska blev även",
    "Norwegian or Danish": "og i det som en på er av af for den med til ikke var om han et havde hadde de men seg sig "
    "fra har ved så eller hun etter efter når der også kan ut ble blev skal at",
    "Finnish": "ja on oli ei se että hän ovat mutta myös kun joka jotka sekä tai kuin jo sen hänen ole mukaan jälkeen "
    "olivat vuonna vain voi niin tämä",
    "Hungarian": "a az és hogy nem is egy volt van meg ez csak azt de mint el már még vagy ki lehet aki amely után "
    "szerint sem kell ha le",
    "Polish": "na do się nie jest to że o jak po za od przez był była było dla ze są oraz ale co tym jego roku "
    "tego który która które także przy jej ich czy",
    "Czech or Slovak": "a v na se je že do o i to byl byla bylo jako ve ale za pro by po jeho není sa ako bol bola "
    "které který která také od při k roku nebo alebo už roce",
    "Croatian or Serbian": "je na se da su za od kao koji koja koje bio bila bilo ne ili iz po ali do što sa "
    "nije te to godine",
    "Turkish": "ve bir bu da de için ile olarak olan çok daha en gibi kadar sonra ancak ama ise değil her ne oldu "
    "tarafından olduğu vardır",
    "Indonesian or Malay": "yang dan di dari untuk dengan pada ini itu adalah dalam ke tidak oleh sebagai juga akan "
    "telah ada atau karena mereka ia lebih tahun",
    "Vietnamese": "và của là có trong được cho một các những với không người này đã từ khi đến năm ở tại như để",
    "Latin": "et in est ad non cum ut qui quae quod sed ex ab per sunt esse autem erat atque enim eius quam aut si hoc",
}
_SMALL = {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}

_SCRIPTS = {
    "Russian or another language in Cyrillic letters": "\u0400-\u052f",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Hebrew": "\u0590-\u05ff",
    "Arabic or Persian": "\u0600-\u06ff\u0750-\u077f",
    "Hindi or another language of India": "\u0900-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Korean": "\uac00-\ud7af\u1100-\u11ff",
    "Japanese": "\u3040-\u30ff",
    "Chinese or Japanese": "\u4e00-\u9fff\u3400-\u4dbf",
}
_SCRIPT_LETTERS = {name: re.compile(f"[{letters}]") for name, letters in _SCRIPTS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_UNKNOWN = "a language other than English"
_SAMPLE = 20_000
"""Characters that are looked at."""


def foreign_language(text: str) -> str:
    """The language of a text that is not English, as it stands in a sentence; empty for English or when unsure.

    Foreign is a text mostly in another script, or one whose small words are clearly those of another language. A
    short text without small words, as *Ada Lovelace, mathematician*, is given the benefit of the doubt.
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for name, pattern in _SCRIPT_LETTERS.items():
        if letters and len(pattern.findall(sample)) > 0.3 * letters:
            return name
    return _by_small_words(_small_letters(sample))


def _small_letters(sample: str) -> list[str]:
    """The words without capitals, which leaves out names; every word where all are in capitals."""
    words: list[str] = _WORD.findall(sample)
    return [word for word in words if word.islower()] or [word.lower() for word in words]


def _by_small_words(words: list[str]) -> str:
    """The language that has clearly more of these words than English among its small ones."""
    hits = {name: sum(word in small for word in words) for name, small in _SMALL.items()}
    english = hits.pop("English")
    other = max(hits, key=lambda name: (hits[name], name), default="")
    if hits[other] >= 2 and hits[other] > 1.3 * english and hits[other] > 0.12 * len(words):
        return other
    if len(words) >= 40 and english < 0.1 * len(words):
        return _UNKNOWN
    return ""
