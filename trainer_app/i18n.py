"""Translated words: the language of the screen, and the language of each document.

Dates, numbers and money are written here and nowhere else, because neither Babel nor Qt writes them in
Kinyarwanda as Rwandans do (both put the year first). Month and day names are Babel's, in their *format*
form only: its stand-alone names leak from one language into another (python-babel issue 1234).
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day  # Catalog has a method of that name
from functools import cache
from types import MappingProxyType

from trainer_app.paths import locales

DOMAIN = "trainer_app"
SOURCE = "en"
LANGUAGES = {"fr": "Français", "en": "English", "rw": "Ikinyarwanda"}  # in the order they are offered
NO_BREAK = "\u00a0"


class Catalog:
    """Every message of one language. Documents are given one; they never ask which is on screen."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._messages = _messages(language)

    def gettext(self, message: str) -> str:
        return self._messages.gettext(message) if message else ""

    def pgettext(self, context: str, message: str) -> str:
        return self._messages.pgettext(context, message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self._messages.ngettext(one, many, count)

    def date(self, day: Day) -> str:
        """05/03/2026, in all three languages."""
        return f"{day:%d/%m/%Y}"

    def long_date(self, day: Day) -> str:
        """5 March 2026, 5 mars 2026, 5 Werurwe 2026."""
        return f"{day.day} {self.month(day)} {day.year}"

    def weekday(self, day: Day) -> str:
        """Friday, vendredi, Kuwa gatanu."""
        return _names(self.language, "days")[day.weekday()]

    def month(self, day: Day) -> str:
        return _names(self.language, "months")[day.month]

    def number(self, value: float, places: int = 0) -> str:
        """15 000 or 7,5 with a no-break space between thousands; the decimal mark is a point in English only."""
        text = f"{value:,.{places}f}".replace(",", NO_BREAK)
        return text if self.language == SOURCE else text.replace(".", ",")

    def money(self, francs: int) -> str:
        return f"{self.number(francs)}{NO_BREAK}Frw"

    def percent(self, share: float) -> str:
        return f"{share:.0%}".replace("%", f"{NO_BREAK}%")


@cache
def _messages(language: str) -> _gettext.NullTranslations:
    return _gettext.translation(DOMAIN, locales(), [language], fallback=language == SOURCE)


@cache
def _names(language: str, kind: str) -> Mapping[int, str]:
    from babel import Locale  # costs tens of milliseconds at start, and most runs never write a month's name

    return MappingProxyType(dict(getattr(Locale.parse(language), kind)["format"]["wide"]))


@dataclass(frozen=True)
class Label:
    """What a change did, kept untranslated so that Undo reads it in whatever language is on screen."""

    message: str  # marked with N_()
    values: Mapping[str, str | int] = field(default_factory=dict)

    def words(self, t: Catalog) -> str:
        return t.gettext(self.message).format(**self.values)


def label(message: str, **values: str | int) -> Label:
    """`label(N_("Mark {name}"), name=person.name)`"""
    return Label(message, values)


_screen = Catalog(SOURCE)


def use(language: str) -> None:
    """Make `language` the language of the screen."""
    global _screen
    _screen = Catalog(language)


def screen() -> Catalog:
    return _screen


def _(message: str) -> str:
    return _screen.gettext(message)


def pgettext(context: str, message: str) -> str:
    return _screen.pgettext(context, message)


def ngettext(one: str, many: str, count: int) -> str:
    return _screen.ngettext(one, many, count)


def N_(message: str) -> str:
    """Mark `message` for translation later, when it is shown."""
    return message
