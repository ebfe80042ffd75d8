"""Single words that stand in lists, in English, French and Kinyarwanda, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from trainer_app.domain.groups import Role
from trainer_app.domain.imports.cells import CellValue, text_of
from trainer_app.domain.people import Sex, folded

BLANKS = "- -- — – / . .. ... ? n/a na nil none null neant néant aucun aucune nta ntayo ntabwo ntacyo"
NOTHING = frozenset(BLANKS.split())
LONGEST_BLANK = max(map(len, NOTHING))

SEXES = {
    Sex.FEMALE: "f fem female femme femmes feminin feminine woman women w girl fille dame gore umugore abagore "
    "umukobwa abakobwa mme madame mlle mrs ms miss igitsinagore",
    Sex.MALE: "m mal male h homme hommes masculin masculine mas masc man men boy garcon gabo umugabo abagabo "
    "umuhungu abahungu mr monsieur igitsinagabo",
    Sex.UNKNOWN: "unknown inconnu autre other x",
}
SEX_OF = {word: sex for sex, words in SEXES.items() for word in words.split()} | {
    "igitsina gore": Sex.FEMALE,
    "igitsina gabo": Sex.MALE,
}

ROLES = {
    Role.MEMBER: "member; simple member; membre; umunyamuryango; participant",
    Role.PEER_EDUCATOR: "peer educator; peer; pe; pair educateur; educateur pair; educatrice paire; "
    "paire educatrice; umukangurambaga; umukangurambaga w urungano; umukangurambaga mugenzi",
    Role.PRESIDENT: "president; presidente; chair; chairperson; chairman; chairwoman; perezida; "
    "umuyobozi; uhagarariye itsinda",
    Role.VICE_PRESIDENT: "vice president; vice presidente; vice; deputy chairperson; visi perezida; "
    "umuyobozi wungirije",
    Role.SECRETARY: "secretary; secretaire; umunyamabanga; sekereteri",
    Role.TREASURER: "treasurer; tresorier; tresoriere; cashier; caissier; caissiere; umubitsi",
    Role.COMMITTEE: "committee; committee member; comite; membre du comite; board member; conseiller; "
    "conseillere; adviser; advisor; komite; umwe mu bagize komite; umujyanama",
}
ROLE_OF = {phrase.strip(): role for role, phrases in ROLES.items() for phrase in phrases.split(";")}

LANGUAGES = {
    "en": "en english anglais icyongereza",
    "fr": "fr french francais igifaransa",
    "rw": "rw kinyarwanda ikinyarwanda",
    "sw": "sw swahili kiswahili igiswahili",
}
LANGUAGE_OF = {word: code for code, words in LANGUAGES.items() for word in words.split()}


def said(value: CellValue) -> str:
    """The text of a cell; "" when it says, in whatever way, that there is nothing to say."""
    text = text_of(value)
    return "" if len(text) <= LONGEST_BLANK and text.casefold() in NOTHING else text


def sexes_in(values: Iterable[CellValue]) -> dict[str, Sex]:
    """What each text of a column stands for. G beside F is a boy's (garçon); without F it may be gabo or
    gore, and stands for nothing."""
    folds = {text: folded(text) for value in set(values) if (text := said(value))}
    meaning = SEX_OF | {"g": Sex.MALE} if "f" in folds.values() else SEX_OF
    return {text: meaning[word] for text, word in folds.items() if word in meaning}


@lru_cache(maxsize=1024)
def role_of(text: str) -> Role | None:
    return ROLE_OF.get(folded(text).replace("(e)", ""))


@lru_cache(maxsize=1024)
def language_of(text: str) -> str:
    """The code of a language we know, or the text as it stands."""
    return LANGUAGE_OF.get(folded(text), text)
