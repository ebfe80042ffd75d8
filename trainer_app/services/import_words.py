"""What the user reads about a row of a list: why it was left out, what to look at."""

from __future__ import annotations

from trainer_app.domain.imports.notes import Doubt, Note, Problem, Rejected, Remark
from trainer_app.i18n import N_, _
from trainer_app.services.known_people import Doubtful

REASONS = {
    Problem.NO_NAME: N_("There is no name."),
    Problem.NOT_A_PERSON: N_("“{value}” reads like a note, and the rest of the row is empty."),
    Problem.NAME_WITHOUT_LETTERS: N_("“{value}” is not a name."),
    Problem.TOO_LONG: N_("The text “{value}” is too long."),
    Problem.SEX_UNKNOWN_WORD: N_("“{value}” does not say woman or man."),
    Problem.BIRTH_UNREADABLE: N_("“{value}” is not a date, a year or an age."),
    Problem.BIRTH_IN_FUTURE: N_("The birth date {value} is in the future."),
    Problem.BIRTH_TOO_OLD: N_("With {value} this person would be over 110 years old."),
    Problem.PHONE_UNREADABLE: N_(
        "The phone number {value} is not one of Rwanda, like 0788 123 456; "
        "one of another country begins with + and its code."
    ),
    Problem.PHONE_LOST_DIGITS: N_("The spreadsheet has lost digits of the phone number {value}."),
    Problem.NATIONAL_ID_UNREADABLE: N_("The identity card number {value} does not have 16 digits."),
    Problem.NATIONAL_ID_LOST_DIGITS: N_("The spreadsheet has lost digits of the identity card number {value}."),
    Problem.DATE_UNREADABLE: N_("“{value}” is not a date."),
    Problem.STATUS_UNKNOWN_WORD: N_("“{value}” does not say present, absent, late or excused."),
    Problem.SCORE_UNREADABLE: N_("“{value}” is not a score."),
    Problem.SCORE_TOO_HIGH: N_("{value} is more than the test can give."),
    Problem.ANSWER_UNREADABLE: N_("“{value}” is no answer: write A, B or C, ? for “I do not know”, - for none."),
    Problem.QUESTION_UNKNOWN: N_("The test has no question {value} in this form."),
    Problem.NOBODY: N_("Nobody on the register is called {value}."),
    Problem.SEVERAL: N_("Several on the register are called {value}: give the number."),
    Problem.NAME_DIFFERS: N_("This number has another name on the register: {value}."),
    Problem.NO_SESSION: N_("The training has no session “{value}”."),
    Problem.FUTURE_SESSION: N_("The session “{value}” is still to come."),
    Problem.TWICE: N_("{value} is in the list twice; this is the second row."),
    Problem.LEFT_OUT: N_("You left it out: “{value}”."),
}
DOUBTS = {
    Doubt.SAME_NAME: N_("{other} is already known, with other details."),
    Doubt.SAME_PHONE: N_("{other} has the same phone number."),
    Doubt.SAME_CARD: N_("{other} has the same identity card number."),
    Doubt.TWICE_IN_FILE: N_("Row {row} has the same name: {other}."),
    Doubt.PHONE_TWICE_IN_FILE: N_("Row {row} has the same phone number: {other}."),
    Doubt.CARD_TWICE_IN_FILE: N_("Row {row} has the same identity card number: {other}."),
    Doubt.DIFFERS: N_("Something else is recorded for {other}: it stands until you change it yourself."),
    Doubt.ID_FROM_NUMBER: N_("The identity card number was kept as a number: its last digit may be wrong."),
}
REMARKS = {
    Note.ASSUMED_DAY_FIRST: N_("The day is taken to stand before the month."),
    Note.MAYBE_SWAPPED: N_("The spreadsheet may have exchanged day and month."),
    Note.YEAR_FROM_AGE: N_("The birth year is worked out from the age {value}."),
    Note.DATE_FROM_NUMBER: N_("The number {value} is read as a date."),
    Note.SEVERAL_PHONES: N_("The cell has more phone numbers: {value}."),
    Note.ID_FROM_NUMBER: N_("The identity card number {value} was kept as a number: check its last digit."),
    Note.ROLE_UNKNOWN: N_("The role “{value}” is not known: taken as a member."),
    Note.GROUP_UNKNOWN: N_("No group is called “{value}”: add it first, or choose one for the whole list."),
    Note.PLACE_UNKNOWN: N_("“{value}” is not a known place: kept in the note."),
}


def reason(rejected: Rejected) -> str:
    """Why the row was left out."""
    return _(REASONS[rejected.code]).format(value=rejected.value)


def doubt_reason(doubtful: Doubtful) -> str:
    """Why somebody must decide about the row."""
    return _(DOUBTS[doubtful.code]).format(other=doubtful.other, row=doubtful.other_row)


def differs(name: str) -> str:
    """Why marks or scores of somebody are not written: others stand there."""
    return _(DOUBTS[Doubt.DIFFERS]).format(other=name)


def remark_words(remark: Remark) -> str:
    """How something in the row was understood."""
    return _(REMARKS[remark.note]).format(value=remark.value)
