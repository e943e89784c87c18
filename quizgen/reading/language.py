"""Whether a text is English: by the small words that no English does without, else by the package py3langid.

The package is asked only where there are few of them: an English article costs nothing but the counting.
"""

from __future__ import annotations

import functools
import re
from typing import Any

_SMALL = frozenset(
    (
        "a an the of and to in is was for that it with as on by at from are were this which be has had have "
        "their they not but its his her he she you we who will would been there when than about into after "
        "also can could more between if or i my your what how where while did does do said only them these "
        "those our out up over under because most during before since such then against within through other"
    ).split()
)
"""English words."""
_NAMES = {
    **{"af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "arz": "Arabic", "ary": "Arabic", "az": "Azerbaijani"},
    **{"be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "br": "Breton", "bs": "Bosnian", "ca": "Catalan"},
    **{"cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "eo": "Esperanto", "es": "Spanish"},
    **{"et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fo": "Faroese", "fr": "French"},
    **{"fy": "Frisian", "ga": "Irish", "gd": "Scottish Gaelic", "gl": "Galician", "grc": "Greek", "gu": "Gujarati"},
    **{"ha": "Hausa", "he": "Hebrew", "hbo": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian"},
    **{"hy": "Armenian", "id": "Indonesian", "ig": "Igbo", "is": "Icelandic", "it": "Italian", "ja": "Japanese"},
    **{"jv": "Javanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean"},
    **{"ku": "Kurdish", "ky": "Kyrgyz", "la": "Latin", "lb": "Luxembourgish", "lo": "Lao", "lt": "Lithuanian"},
    **{"lv": "Latvian", "mg": "Malagasy", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi"},
    **{"ms": "Malay", "mt": "Maltese", "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian"},
    **{"no": "Norwegian", "oc": "Occitan", "or": "Odia", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto"},
    **{"pt": "Portuguese", "qu": "Quechua", "ro": "Romanian", "ru": "Russian", "se": "Sami", "si": "Sinhala"},
    **{"sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish"},
    **{"sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai", "tk": "Turkmen", "tl": "Tagalog"},
    **{"tr": "Turkish", "tt": "Tatar", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek"},
    **{"vi": "Vietnamese", "xh": "Xhosa", "yo": "Yoruba", "yue": "Chinese", "zh": "Chinese", "zu": "Zulu"},
}
"""As they stand in a sentence, by the codes of the package."""
_WORD = re.compile(r"[^\W\d_]+")
_UNKNOWN = "a language other than English"
_SAMPLE = 20_000
"""Characters that are looked at."""
_ENGLISH = 0.3
"""Share of small English words among the words without a capital from which on nothing else is asked."""
_SURE = 0.45
"""How sure the package has to be."""
_LONG = 40
"""Words; a text of so many without small English words is not English, whatever it is."""


def foreign_language(text: str) -> str:
    """The language of a text that is not English, as it stands in a sentence; empty for English or when unsure.

    A short text without small words, as *Ada Lovelace, mathematician*, is given the benefit of the doubt.
    """
    sample = text[:_SAMPLE]
    words = _small_letters(sample)
    english = sum(word in _SMALL for word in words)
    if words and english >= max(_ENGLISH * len(words), 1):
        return ""
    code, chance = _identifier().classify(sample) if sample.strip() else ("en", 0.0)
    if code != "en" and chance >= _SURE:
        return _NAMES.get(code, _UNKNOWN)
    return _UNKNOWN if len(words) >= _LONG and code != "en" else ""


def _small_letters(sample: str) -> list[str]:
    """The words without capitals, which leaves out names; every word where all are in capitals."""
    words: list[str] = _WORD.findall(sample)
    return [word for word in words if word.islower()] or [word.lower() for word in words]


@functools.lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
