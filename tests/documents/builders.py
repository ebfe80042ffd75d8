"""Registers, people and handouts made by hand, and catalogues that need no compiled words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from gettext import NullTranslations
from uuid import UUID

from trainer_app.domain.age_bands import ADULT, UNDER_18, YOUTH
from trainer_app.domain.attendance import Cell, Register, RegisterDay, RegisterLine, Status, TrainingHead
from trainer_app.domain.curriculum import Fact, Handout, TextState
from trainer_app.domain.people import PersonLine, Sex
from trainer_app.i18n import Catalog

PRINTED = date(2026, 3, 9)
MONDAY = date(2026, 3, 2)
MARKS = (Status.PRESENT, Status.ABSENT, Status.LATE, Status.EXCUSED, None)
HARD_NAMES = (
    "=1+1",
    "O'Neil <b>bold</b> & co",
    "NIYONSENGA UWAMARIYA Marie Chantal Immaculée Joséphine Béata",
    "+250788123456",
    "@SUM(A1:A9)",
    "-2+3",
    "＝HYPERLINK(1)",
    "王小明 🙂 UWASE",
    "ABDCEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "\u202eMUKAMANA\u202c Béatrice",
)
NAMES = ("UWIMANA Marie", "HABIMANA Jean Bosco", "MUKANDAYISENGA Immaculée", "NIYONZIMA Éric", "UWASE Ange")


class Untranslated(Catalog):
    """Dates and numbers of a language, words in English: what is seen before a catalogue is made."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._messages = NullTranslations()


class Stretched(Untranslated):
    """Words half as long again, as Kinyarwanda's are."""

    def __init__(self) -> None:
        super().__init__("rw")
        self._messages = _Longer()


class _Longer(NullTranslations):
    def gettext(self, message: str) -> str:
        return " ".join(_longer(word) for word in message.split(" "))

    def pgettext(self, context: str, message: str) -> str:
        return message if len(message) < 3 else self.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)


def _longer(word: str) -> str:
    return word if "{" in word else word + word[: (len(word) + 1) // 2]


ENGLISH, FRENCH, KINYARWANDA = (Untranslated(language) for language in ("en", "fr", "rw"))


def head(**changed: object) -> TrainingHead:
    own = TrainingHead(
        id=UUID(int=1),
        code="RUL-014",
        title="Cooperative governance",
        group="KOABICYA",
        venue="Base sector hall",
        place="Base, Rulindo",
        first_day=MONDAY,
        last_day=MONDAY + timedelta(days=4),
        trainers=("NIYONZIMA Éric", "UMUTONI Claire"),
        project="Village savings to cooperatives",
        organiser="District cooperative union of Rulindo",
    )
    return replace(own, **changed)


LONG_HEAD = {
    "title": "Gucunga neza amafaranga y’amatsinda yo kuzigama no kugurizanya ahinduka amakoperative y’ubucuruzi",
    "group": "Koperative y’abacuruzi bato bo ku muhanda n’abakora imirimo itanditse mu Murenge wa Base no mu nkengero",
    "venue": "Icyumba cy’inama cy’umurenge wa Base, hafi y’isoko rya kijyambere",
    "trainers": ("NIYONSENGA UWAMARIYA Marie Chantal Immaculée", "UMUTONI Claire", "HABIMANA Jean Bosco") * 2,
    "project": "Projet d’appui à la transformation des groupements d’épargne en coopératives, phase II",
    "organiser": "Ihuriro ry’amakoperative y’abacuruzi bato bo mu Karere ka Rulindo n’abafatanyabikorwa baryo",
}


def days(count: int) -> tuple[RegisterDay, ...]:
    return tuple(
        RegisterDay(UUID(int=100 + n), n + 1, MONDAY + timedelta(days=n), time(8, 30), time(16)) for n in range(count)
    )


def line(number: int, name: str, marks: Sequence[Status | None]) -> RegisterLine:
    return RegisterLine(
        person_id=UUID(int=1000 + number),
        number=str(number),
        name=name,
        sex=(Sex.FEMALE, Sex.MALE)[number % 2],
        age=(YOUTH, ADULT, UNDER_18)[number % 3],
        phone=f"+250788{number:06}",
        organisation="COOP Twisungane",
        cells=tuple(map(Cell, marks)),
        place="Base, Gitare",
    )


def register(people: int = 40, day_count: int = 5, *, names: Sequence[str] = NAMES, **of_head: object) -> Register:
    """Marks in a fixed pattern: the same register each time it is asked for."""
    lines = (
        line(n + 1, names[n % len(names)], [MARKS[(n + day) % len(MARKS)] for day in range(day_count)])
        for n in range(people)
    )
    return Register(head(**of_head), days(day_count), tuple(lines))


def people(count: int, names: Sequence[str] = NAMES) -> tuple[PersonLine, ...]:
    return tuple(
        PersonLine(
            id=UUID(int=n),
            code=f"RUL-P{n:03}",
            name=names[n % len(names)],
            sex=(Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)[n % 3],
            birth_year=1990 + n % 20 if n % 4 else None,
            phone=f"+250788{n:06}",
            groups="KOABICYA, COOP Twisungane",
            place="Base, Rulindo",
        )
        for n in range(count)
    )


PENSION = Fact(
    "pension_percent", "Law No 05/2015 governing pension schemes", "Order 010/2024", date(2026, 11, 21), sure=True
)


def handout(
    code: str = "M1-1.1",
    *,
    language: str = "en",
    title: str = "Decide together",
    messages: tuple[str, ...] = (
        "Every member has one vote, rich or poor.",
        "The assembly decides. The committee carries it out.",
        "Ask to see the book of accounts each month.",
    ),
    do_this: str = "Ask your committee when the next assembly is. Write the day down.",
    state: TextState = TextState.REVIEWED,
    facts: tuple[Fact, ...] = (),
) -> Handout:
    return Handout(
        code=code,
        unit_title="What a cooperative is",
        module_title="Cooperative governance",
        language=language,
        title=title,
        picture="together",
        caption="Six people join their hands over a table.",
        messages=messages,
        do_this=do_this,
        state=state,
        facts=facts,
    )
