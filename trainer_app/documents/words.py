"""Short words that several papers share, in the language of the paper."""

from __future__ import annotations

from trainer_app.documents.output import safe_name
from trainer_app.domain.age_bands import UNKNOWN_AGE, AgeBand
from trainer_app.domain.attendance import GLYPHS, LETTERS, Heads, RegisterDay, RegisterLine, Status
from trainer_app.domain.people import Sex
from trainer_app.i18n import Catalog


def sex_letters(t: Catalog) -> dict[Sex, str]:
    return {
        Sex.FEMALE: t.pgettext("female, one letter", "F"),
        Sex.MALE: t.pgettext("male, one letter", "M"),
        Sex.UNKNOWN: "",
    }


def sex_words(t: Catalog) -> dict[Sex, str]:
    return {
        Sex.FEMALE: t.gettext("Female"),
        Sex.MALE: t.gettext("Male"),
        Sex.UNKNOWN: t.gettext("Sex not known"),
    }


def age_letters(age: AgeBand) -> str:
    return "" if age == UNKNOWN_AGE else age.value


def age_words(age: AgeBand, t: Catalog) -> str:
    if age == UNKNOWN_AGE:
        return t.gettext("Age not known")
    if not age.least:
        return t.pgettext("age group", "Under {age}").format(age=age.below)
    if age.below is None:
        return t.pgettext("age group", "{age} and over").format(age=age.least)
    return t.pgettext("age group", "{first} to {last}").format(first=age.least, last=age.below - 1)


def labelled(label: str, words: str, t: Catalog) -> str:
    """`Project: …`, with the space before the colon that French has."""
    return t.gettext("{kind}: {title}").format(kind=label, title=words)


def status_words(t: Catalog) -> dict[Status, str]:
    return {
        Status.PRESENT: t.pgettext("state of attendance", "present"),
        Status.ABSENT: t.pgettext("state of attendance", "absent"),
        Status.LATE: t.pgettext("state of attendance", "late"),
        Status.EXCUSED: t.pgettext("state of attendance", "excused"),
    }


def part_words(day: RegisterDay, t: Catalog) -> str:
    """Which session of the day: `am`, `pm`, or its hour."""
    match day.part:
        case "am":
            return t.pgettext("half of a day", "am")
        case "pm":
            return t.pgettext("half of a day", "pm")
    return day.part


def left_words(line: RegisterLine, t: Catalog, *, with_year: bool = False) -> str:
    """`left 14/03`, of somebody who left."""
    if line.left_on is None:
        return ""
    day = t.date(line.left_on) if with_year else f"{line.left_on:%d/%m}"
    return t.gettext("left {date}").format(date=day)


def heads_words(heads: Heads, t: Catalog) -> str:
    """`12 (F 7 M 5)`: how many came whose names nobody has; nothing where nobody counted."""
    if not heads.all:
        return ""
    letters = sex_letters(t)
    sexes = ((letters[Sex.FEMALE], heads.women), (letters[Sex.MALE], heads.men), ("?", heads.unknown))
    return f"{heads.all} ({' '.join(f'{letter} {count}' for letter, count in sexes if count)})"


def legend(t: Catalog) -> tuple[str, ...]:
    """`✓ P present`, ...: the letters are the same in every language, their words are not."""
    words = status_words(t)
    return tuple(f"{GLYPHS[status]} {LETTERS[status]}  {words[status]}" for status in Status)


def sample_word(t: Catalog) -> str:
    """What marks every page, sheet and file name that comes from the sample programme."""
    return t.pgettext("across a page printed from the sample programme", "SAMPLE")


def marked(title: str, t: Catalog, is_sample: bool) -> str:
    return f"{sample_word(t)} {title}" if is_sample else title


def file_name(title: str, suffix: str, t: Catalog, is_sample: bool = False) -> str:
    """The name to propose for a document: `SAMPLE Attendance list RUL-014.xlsx`."""
    return safe_name(marked(title, t, is_sample), suffix)
