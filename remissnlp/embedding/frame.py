"""The reporting frame that a text opens with, "Boverket anser att …", cut before a model reads the text.

Who says something, and with which verb, is not what is said: vectors that hold it put all that one body
says together. The cut is a part of the tokenizer, so that every library that reads it gives the same tokens.
It knows a closed class of words, never the names of particular bodies.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SAYING_VERBS = (
    "anser anses ansåg ansett menar menade framhåller framhöll framförde anför anförde påpekar påpekade "
    "betonar betonade understryker poängterar föreslår efterfrågar efterlyser bedömer konstaterar noterar "
    "uppger befarar ifrågasätter invänder tillstyrker avstyrker välkomnar förordar förespråkar "
    "rekommenderar instämmer stödjer vidhåller hävdar yrkar begär anmärker avvisar påminner beklagar varnar"
).split()
"""Finite verbs that bodies answer with and that hardly anything else is the subject of."""

ADVERBIAL_STARTS = (
    "när om under för i enligt vad mot beträffande angående avseende gällande kopplat av till vid med att "
    "genom eftersom ifråga på utifrån inom utan efter trots detta dessa det där här som liksom"
).split()
"""Words that open an adverbial or a clause, and no name of a body."""

FINITE_WORDS = (
    "att som men är har kan ska skall bör blir finns innebär gör ger får måste kunde skulle behöver "
    "behövs vore var saknas"
).split()
"""Words that tell that a clause has begun, so that what stands before is no bare name."""

# Every repetition has an end, so that on hostile text, too, a match is soon given up.
_S = r"\s{1,3}"
_ANSWERED = rf"som{_S}(?:har{_S})?(?:kommenterat|yttrat|svarat|lämnat|besvarat|uttalat|berört)\b(?:{_S}sig)?"
_PHRASES = (
    rf"framför(?={_S}(?:att|synpunkter)\b)",
    rf"har{_S}(?:i{_S}\w{{1,20}}{_S})?(?:anfört|framfört|framhållit|påpekat|ansett|menat|tillstyrkt|avstyrkt|"
    rf"uppgett|föreslagit|invänt|betonat|ifrågasatt|motsatt{_S}sig|synpunkter{_S}på|invändningar{_S}mot)",
    rf"ställer{_S}sig{_S}(?:(?:också|även|i{_S}huvudsak){_S})?"
    rf"(?:positiv|negativ|bakom|frågande|tveksam|kritisk)\w{{0,3}}(?:{_S}till)?",
    rf"är{_S}(?:(?:i{_S}huvudsak|också|även|dock|mycket){_S})?"
    rf"(?:positiv|negativ|kritisk|tveksam|frågande)\w{{0,3}}{_S}till",
    rf"(?:motsätter|ansluter){_S}sig(?:{_S}till)?",
    rf"delar{_S}(?:\w{{1,30}}{_S}){{0,3}}(?:uppfattning|bedömning|åsikt|synpunkt)\w{{0,4}}(?:{_S}om)?",
    rf"(?:pekar|trycker){_S}(?:(?:också|även|särskilt){_S})?på",
    rf"lyfter{_S}(?:(?:också|även|särskilt){_S})?fram",
)
_VERB = rf"(?:{'|'.join((*_PHRASES, *SAYING_VERBS))})\b"
_ADVERBS = (
    rf"(?:,?{_S}(?:vidare|dock|även|också|därför|emellertid|således|dessutom|däremot|likaså|särskilt|"
    rf"i{_S}stället|istället|sammanfattningsvis|slutligen|samtidigt|bland{_S}annat|i{_S}huvudsak|heller|"
    r"generellt|starkt|till|fram|om|mot|sig)\b){0,4}"
)
_LIKE = rf"(?:,{_S}(?:i{_S}likhet{_S}med|liksom){_S}[^,]{{2,120}},)?"
_LEADING = (
    r"(?>(?:(?i:vidare|dock|slutligen|därutöver|dessutom|även|också|däremot|samtidigt|likaså|"
    rf"sammanfattningsvis|i{_S}övrigt|till{_S}exempel|exempelvis|avslutningsvis|inledningsvis|därför|"
    rf"emellertid|men|och)\b,?{_S}){{0,3}})"
)
_NAME = (
    r"(?:[A-ZÅÄÖ][\w&.-]{0,60}"
    rf"(?:{_S}(?:(?:i|för|vid|av|och|de|län|läns|kommun)\b|[A-ZÅÄÖ(][\w&.)-]{{0,60}})){{0,8}})"
)
_BODY = (
    r"(?:[\w-]{0,30}(?:förvaltningen|nämnden|kontoret|styrelsen|verket|myndigheten|instanserna|instanser|"
    r"förbundet|föreningen|organisationen|rådet|rätten|inspektionen|institutet|universitetet|högskolan|"
    r"bolaget|kommunen|regionen|kammaren|domstolen|staden|stiftelsen)|vi|man|de)\b"
)
_BEGUN = rf"\(?(?:{'|'.join(FINITE_WORDS)}|[a-zåäö]{{1,30}}erar)\b|\w{{4,30}}\.\s"
"""A word that tells that a clause has begun, or that a sentence has ended."""
_SUBJECT = (
    rf"(?!(?i:{'|'.join(ADVERBIAL_STARTS)}|även{_S}om|hur|varför|framför)\b)"
    rf"(?:(?:{_ANSWERED}|(?!{_BEGUN})[^\s;:?!]++){_S}){{1,60}}?"
)
FRAME = (
    rf"\A\s{{0,3}}{_LEADING}(?:{_SUBJECT}{_VERB}|{_VERB}{_ADVERBS}{_S}(?:{_BODY}|{_NAME}))"
    rf"{_ADVERBS}{_LIKE}(?:,?{_S}att\b)?\s{{0,3}}(?=\W{{0,9}}\w[\s\S]{{0,60}}?\w{{3}})"
)
"""A regular expression, for Oniguruma and Python alike: a frame that something is left after."""


def cutting_frames(tokenizer: Tokenizer) -> Tokenizer:
    """Return a tokenizer like `tokenizer` that leaves out the reporting frame a text opens with.

    One that does already is returned as it is.

    Examples
    --------
    >>> from remissnlp.embedding.static import load_static
    >>> from remissnlp.embedding.loading import default_folder
    >>> tokenizer = cutting_frames(load_static(default_folder()).tokenizer)
    >>> tokenizer.normalizer.normalize_str("Vidare anser Boverket att avgiften bör höjas.")
    'avgiften bör höjas.'
    """
    from tokenizers import Regex, normalizers
    from tokenizers import Tokenizer as Whole

    if json.dumps(FRAME, ensure_ascii=False) in tokenizer.to_str():
        return tokenizer
    cutting = Whole.from_str(tokenizer.to_str())
    cut = normalizers.Replace(Regex(FRAME), "")
    cutting.normalizer = normalizers.Sequence(
        [cut, *([tokenizer.normalizer] if tokenizer.normalizer else [])]
    )
    return cutting
