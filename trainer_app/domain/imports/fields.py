"""What a column of a list can be, and the headers that say so in English, French and Kinyarwanda."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from trainer_app.domain.people import folded


class Field(StrEnum):
    NUMBER = "number"
    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    SEX = "sex"
    BIRTH = "birth"
    PHONE = "phone"
    NATIONAL_ID = "national_id"
    GROUP = "group"
    ROLE = "role"
    PLACE = "place"
    DISTRICT = "place_district"
    SECTOR = "place_sector"
    CELL = "place_cell"
    VILLAGE = "village"
    OCCUPATION = "occupation"
    LANGUAGE = "language"
    DATE = "date"
    STATUS = "status"
    SCORE = "score"
    SCORE_PRE = "score_pre"
    SCORE_POST = "score_post"
    SCORE_LATER = "score_later"
    ANSWERS = "answers"
    FORM = "form"
    REMARK = "remark"


NAMES = frozenset({Field.NAME, Field.FAMILY, Field.GIVEN})

# Accents, case, plurals, the order of words and little words between them are not compared.
HEADERS = {
    Field.NUMBER: "no; n; n/o; n°; nr; num; number; serial number; serial no; s/n; sn; numéro; numéro d'ordre; "
    "n° d'ordre; rang; index; nimero; nomero; numero; inomero; umubare; umubare utondetse",
    Field.NAME: "name; names; full name; participant; participant name; beneficiary; nom; noms; nom complet; "
    "nom et prénom; prénom et nom; nom, post-nom et prénom; surname and first name; first name and surname; "
    "first and last name; surname and other names; bénéficiaire; amazina; izina; amazina yombi; amazina yose; "
    "member; membre; uwitabiriye; abitabiriye; umunyamuryango; abanyamuryango; umugenerwabikorwa",
    Field.FAMILY: "family name; family; surname; last name; lastname; nom de famille; patronyme; "
    "izina ry'umuryango; izina ry'irinyarwanda; izina ry'ikinyarwanda",
    Field.GIVEN: "given name; given; first name; firstname; forename; christian name; other name; personal; "
    "personal name; prénom; autre nom; andi mazina; irindi zina; izina rya gikristo; izina ry'ubatisimu",
    Field.SEX: "sex; gender; f/m; h/f; sexe; genre; sexe f/m; sexe h/f; sex f/m; igitsina; gabo/gore",
    Field.BIRTH: "date of birth; birth date; birthdate; birthday; birth; born; dob; d.o.b; year of birth; "
    "birth year; yob; age; age in years; date de naissance; naissance; né le; née le; né(e) le; ddn; "
    "année de naissance; âge; âge en années; itariki y'amavuko; italiki y'amavuko; amavuko; umwaka w'amavuko; "
    "igihe yavukiye; itariki yavukiyeho; umwaka yavukiyemo; yavutse; imyaka; imyaka y'amavuko",
    Field.PHONE: "phone; phone number; phone no; telephone; telephone number; telephone no; tel; tel number; "
    "tel no; mobile; mobile number; mobile phone; cell phone; cellphone; contact; contact number; whatsapp; "
    "téléphone; numéro de téléphone; n° de téléphone; n° tél; portable; gsm; telefoni; telefone; "
    "nimero ya telefoni; nomero ya telefoni; nimero ya telefone; numero ya telefoni; numero ya telefone",
    Field.NATIONAL_ID: "national id; national id number; national identity; id; id number; id no; id card; "
    "id card number; nid; identity card; identification number; carte d'identité; cni; n° ci; n° cni; "
    "numéro de carte d'identité; n° carte d'identité; pièce d'identité; numéro d'identité; indangamuntu; "
    "irangamuntu; nimero y'indangamuntu; nimero y'irangamuntu; nomero y'indangamuntu; "
    "nomero y'irangamuntu; numero y'indangamuntu; numero y'irangamuntu; nimero ya id",
    Field.GROUP: "group; group name; savings group; vsla; cooperative; cooperative name; association; union; "
    "organisation; organization; groupe; nom du groupe; groupe d'épargne; groupement; coopérative; "
    "nom de la coopérative; syndicat; itsinda; izina ry'itsinda; ikimina; ikibina; koperative; "
    "izina rya koperative; ishyirahamwe; sendika",
    Field.ROLE: "role; position; function; responsibility; title; rôle; fonction; poste; responsabilité; titre; "
    "qualité; umwanya; inshingano; icyo ashinzwe; umurimo ashinzwe",
    Field.PLACE: "place; location; address; residence; place of residence; adresse; lieu; résidence; domicile; "
    "lieu de résidence; localité; aho atuye; aho abarizwa; aderesi",
    Field.DISTRICT: "district; akarere",
    Field.SECTOR: "sector; secteur; umurenge",
    Field.CELL: "cell; cellule; akagari; akagali",
    Field.VILLAGE: "village; umudugudu",
    Field.OCCUPATION: "occupation; profession; job; work; activity; trade; business; type of business; "
    "sector of activity; métier; emploi; travail; activité; secteur d'activité; akazi; umwuga; umurimo; "
    "icyo akora; akazi akora; umurimo akora",
    Field.LANGUAGE: "language; preferred language; spoken language; langue; langue parlée; ururimi; ururimi avuga",
    Field.DATE: "date; day; training date; session date; jour; date de formation; date de session; itariki; "
    "italiki; umunsi; itariki y'amahugurwa",
    Field.STATUS: "status; attendance; attended; present; statut; présence; présent; présence/absence; "
    "kwitabira; ubwitabire; yitabiriye; yaje",
    Field.SCORE: "score; mark; note; points; result; grade; percentage; résultat; pourcentage; amanota",
    Field.SCORE_PRE: "pre-test; pretest; pre-test score; pretest score; score pre-test; pre; pre score; before; "
    "baseline; pré-test; prétest; note pré-test; note prétest; score prétest; avant; score avant; note avant; "
    "isuzuma ribanza; amanota abanza; amanota ya mbere; ikizamini kibanza; mbere",
    Field.SCORE_POST: "post-test; posttest; post-test score; posttest score; score post-test; post; post score; "
    "after; endline; note post-test; note posttest; score posttest; après; score après; note après; "
    "isuzuma risoza; amanota ya nyuma; ikizamini gisoza; nyuma",
    Field.SCORE_LATER: "later test; later; later score; score later; follow-up test; test ultérieur; plus tard; "
    "note ultérieure; isuzuma ryo hanyuma; hanyuma; amanota yo hanyuma",
    Field.ANSWERS: "answer; answers; réponse; réponses; igisubizo; ibisubizo",
    Field.FORM: "form; test form; form of the test; forme; forme du test; ubwoko bw'isuzuma",
    Field.REMARK: "remark; comment; observation; obs; remarque; commentaire; mention; icyitonderwa; "
    "ibisobanuro; ibyitonderwa; icyo bavuga",
}
NOT_IMPORTED = "signature; umukono; sign; email; e-mail; mail; courriel; imeyili; photo; username; émargement"

# One such word in a longer header makes a guess, never a certainty.
TELLING = {
    "phone": Field.PHONE, "telephone": Field.PHONE, "tel": Field.PHONE, "telefoni": Field.PHONE,
    "telefone": Field.PHONE, "mobile": Field.PHONE, "gender": Field.SEX, "sexe": Field.SEX, "sex": Field.SEX,
    "igitsina": Field.SEX, "birth": Field.BIRTH, "naissance": Field.BIRTH, "amavuko": Field.BIRTH,
    "indangamuntu": Field.NATIONAL_ID, "irangamuntu": Field.NATIONAL_ID, "district": Field.DISTRICT,
    "akarere": Field.DISTRICT, "umurenge": Field.SECTOR, "akagari": Field.CELL, "umudugudu": Field.VILLAGE,
    "village": Field.VILLAGE, "prenom": Field.GIVEN, "surname": Field.FAMILY, "amazina": Field.NAME,
    "cooperative": Field.GROUP, "koperative": Field.GROUP, "profession": Field.OCCUPATION,
    "pretest": Field.SCORE_PRE, "posttest": Field.SCORE_POST,
}  # fmt: skip
ELSE = """father mother parent pere mere se nyina umubyeyi emergency urgence referent responsable spouse conjoint
    uwo husband wife trainer formateur umuhugurwa supervisor superviseur employeur employer death deces postal
    code mail email school ecole"""
LITTLE = """the of a an and et de du des d la le les l un une en ya y wa w rya ry cya cy bya by s n na participant
    beneficiary beneficiaire member membre apprenant learner trainee student eleve employee person personne
    stagiaire uwitabiriye abitabiriye umunyamuryango abanyamuryango umugenerwabikorwa optional required
    obligatoire facultatif"""
OF_SOMEBODY_ELSE = frozenset(ELSE.split())
LITTLE_WORDS = frozenset(LITTLE.split())


@dataclass(frozen=True, slots=True)
class HeaderGuess:
    field: Field | None
    sure: bool
    is_header: bool = True
    """False for words that no list has above its columns, as far as is known here."""


@lru_cache(maxsize=4096)
def guess(header: str) -> HeaderGuess:
    """What one header says: a known phrase for sure; one telling word, or half of a double header, perhaps."""
    whole = _words(header)
    if not whole:
        return HeaderGuess(None, False, False)
    for words in _readings(header):
        if field := KNOWN.get(words):
            return HeaderGuess(field, True)
        if words in OTHER:
            return HeaderGuess(None, True)
    return _half(header) or _telling(whole)


def _readings(header: str) -> Iterator[frozenset[str]]:
    """The header as it is, without what is in brackets, and without the little words."""
    bare = re.sub(r"\([^)]*\)|\[[^]]*\]", " ", header)
    for text in (header, bare):
        words = _words(text)
        yield words
        if rest := words - LITTLE_WORDS:
            yield rest


def _half(header: str) -> HeaderGuess | None:
    """`Amazina / Noms / Names` says one thing three times; `Sector/Cluster` may say two things."""
    parts = [part for part in re.split(r"[/|\n]", re.sub(r"\([^)]*\)", " ", header)) if _words(part)]
    if len(parts) < 2:
        return None
    fields = [next((KNOWN[w] for w in _readings(part) if w in KNOWN), None) for part in parts]
    known = {field for field in fields if field}
    if len(known) != 1:
        return HeaderGuess(Field.NAME, False) if known and known <= NAMES else None
    return HeaderGuess(known.pop(), fields.count(None) == 0)


def _telling(words: frozenset[str]) -> HeaderGuess:
    found = {TELLING[word] for word in words if word in TELLING}
    if len(found) != 1 or words & OF_SOMEBODY_ELSE:
        return HeaderGuess(None, False, bool(found))
    return HeaderGuess(found.pop(), False)


def _words(text: str) -> frozenset[str]:
    """The folded words without plural endings; `GivenName` and `given_name` are two words."""
    if text.strip() == "#":
        return frozenset({"no"})
    apart = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", text)
    return frozenset(_singular(word) for word in re.findall(r"[^\W_]+", folded(apart)))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


KNOWN = {
    words: field
    for field, phrases in HEADERS.items()
    for phrase in phrases.split(";")
    for words in (_words(phrase), _words(phrase) - LITTLE_WORDS)
    if words
}
OTHER = frozenset(_words(phrase) for phrase in NOT_IMPORTED.split(";"))
