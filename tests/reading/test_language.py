"""English is let through, however short; other languages are named."""

from __future__ import annotations

import subprocess
import sys

import pytest

from quizgen.reading.language import foreign_language

FOREIGN = {
    "German": "Die Brücke wurde 1878 von einem Ingenieur eröffnet und stürzte im folgenden Jahr ein.",
    "Dutch": "De brug werd in 1878 geopend door een ingenieur uit Schotland.",
    "French": "Le pont a été ouvert en 1878 par un ingénieur.",
    "Spanish": "El puente fue inaugurado en 1878 por un ingeniero de Escocia.",
    "Portuguese": "A ponte foi inaugurada em 1878 por um engenheiro da Escócia.",
    "Italian": "Il ponte è stato aperto nel 1878 da un ingegnere scozzese.",
    "Catalan": "El pont va ser obert el 1878 per un enginyer d'Escòcia.",
    "Romanian": "Podul a fost deschis în 1878 de un inginer din Scoția.",
    "Swedish": "Bron öppnades 1878 av en ingenjör och den är fortfarande lång.",
    "Norwegian": "Broen ble åpnet i 1878 av en ingeniør fra Skottland.",
    "Finnish": "Silta avattiin vuonna 1878 ja se oli maailman pisin, mutta myös kallein.",
    "Hungarian": "A hidat 1878-ban nyitotta meg egy mérnök, és az volt a leghosszabb.",
    "Polish": "Most został otwarty w 1878 roku przez inżyniera ze Szkocji.",
    "Czech": "Most byl otevřen v roce 1878 inženýrem ze Skotska.",
    "Croatian": "Most je otvoren 1878. godine i bio je najduži na svijetu.",
    "Turkish": "Köprü 1878 yılında bir mühendis tarafından açıldı ve çok uzundu.",
    "Indonesian": "Jembatan itu dibuka pada tahun 1878 oleh seorang insinyur dari Skotlandia.",
    "Vietnamese": "Cây cầu được mở vào năm 1878 bởi một kỹ sư.",
    "Latin": "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae.",
    "Russian": "Мост был открыт в 1878 году.",
    "Greek": "Η γέφυρα άνοιξε το 1878.",
    "Hebrew": "הגשר נפתח בשנת 1878.",
    "Arabic": "افتتح الجسر عام 1878.",
    "Hindi": "पुल 1878 में खोला गया था।",
    "Thai": "สะพานเปิดในปี 1878",
    "Korean": "이 다리는 1878년에 개통되었다.",
    "Japanese": "この橋は1878年に開通した。",
    "Chinese": "这座桥于1878年开放。",
}

ENGLISH = (
    "Ada Lovelace was born in London in 1815.",
    "Paris fell.",
    "Marie Curie discovered radium.",
    "Peru borders Chile.",
    "La Paz is a city.",
    "El Niño is a climate pattern.",
    "Die, Monster, Die! is a film.",
    "Van Gogh painted De Sterrennacht, Het Café and De Aardappeleters.",
    "In Vivo Therapeutics AG und Co. KG sued the Banque de France.",
    "The word жить means to live in Russian.",
    "THE BRIDGE FELL.",
    "1878",
    "",
)


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_named(language: str) -> None:
    assert foreign_language(FOREIGN[language]) == language


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_let_through(text: str) -> None:
    assert foreign_language(text) == ""


def test_a_long_text_without_english_words_is_foreign_even_if_unknown() -> None:
    esperanto = "Kvankam longa vojo kondukis trans montojn, kurageta knabino marŝis ĉiutage kantante gajajn melodiojn "
    assert foreign_language(esperanto * 10) == "Esperanto"
    invented = "Brolik zantu mervado, plishka dorven tuskel wabrin hoftu gremlax sindovar peltuk yarim kosben draluf "
    assert foreign_language(invented * 10) == "a language other than English"


def test_quotations_do_not_make_an_english_article_foreign() -> None:
    article = "He wrote to her from the city, and she kept the letter until the war was over. " * 3
    assert foreign_language(f"{article}“{FOREIGN['French']}” {FOREIGN['German']}") == ""


def test_the_check_loads_next_to_nothing_for_an_english_text() -> None:
    code = "import sys; from quizgen.reading.language import *; foreign_language('It is so.'); print(len(sys.modules))"
    bare = int(
        subprocess.check_output([sys.executable, "-c", "import sys, re, dataclasses, hashlib; print(len(sys.modules))"])
    )
    assert int(subprocess.check_output([sys.executable, "-c", code])) < bare + 40
