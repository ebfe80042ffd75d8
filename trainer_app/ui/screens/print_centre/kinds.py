"""The papers that the print centre offers, and what each of them is asked."""

from __future__ import annotations

from enum import StrEnum

from trainer_app.domain.list_forms import ATTENDANCE, PEOPLE
from trainer_app.domain.printed import Document
from trainer_app.i18n import N_


class Kind(StrEnum):
    """The papers there are, in the order in which they are offered."""

    HANDOUT = "handout"
    MODULE = "module"
    TWO_LANGUAGES = "two_languages"
    TRAINER = "trainer_handout"
    PLAN = "session_plan"
    CUES = "cue_cards"
    PROPS = "props"
    WORKBOOK = "workbook"
    BOOK = "book"
    TEST = "test"
    ANSWERS = "answer_sheet"
    KEY = "answer_key"
    ANSWER_SHEETS = "answer_sheets"
    ORAL = "oral_form"
    FEEDBACK = "feedback_form"
    FEEDBACK_TALLY = "feedback_tally"
    CHECKLIST = "checklist"
    INVITATIONS = "invitation_list"
    SIGN_IN = "sign_in_sheet"
    RECORDED = "attendance_list"
    BLANK = "attendance_list_blank"
    SCORES = "score_list"
    CERTIFICATES = "certificates"
    BADGES = "badges"
    PEOPLE = "people_list"
    CALLS = "call_sheet"
    REPORT = "training_report"
    MINUTES = "minutes"
    LETTER = "letter"


NAMES = {
    Kind.HANDOUT: N_("Handout"),
    Kind.MODULE: N_("Handouts of a module"),
    Kind.TWO_LANGUAGES: N_("Handout in two languages"),
    Kind.TRAINER: N_("Handout, for the trainer"),
    Kind.PLAN: N_("Session plan"),
    Kind.CUES: N_("Cue cards"),
    Kind.PROPS: N_("Things to cut out"),
    Kind.WORKBOOK: N_("Participant's workbook"),
    Kind.BOOK: N_("Whole module as a book"),
    Kind.TEST: N_("Test"),
    Kind.ANSWERS: N_("Answer sheet"),
    Kind.KEY: N_("Answer key"),
    Kind.ANSWER_SHEETS: N_("Answer sheets with names"),
    Kind.ORAL: N_("Counting form of a test"),
    Kind.FEEDBACK: N_("Feedback form"),
    Kind.FEEDBACK_TALLY: N_("Feedback, to count"),
    Kind.CHECKLIST: N_("Checklist of practical work"),
    Kind.INVITATIONS: N_("Invitation list"),
    Kind.SIGN_IN: N_("Sign-in sheet of a day"),
    Kind.RECORDED: N_("Attendance list, as marked"),
    Kind.BLANK: N_("Attendance list, to sign"),
    Kind.SCORES: N_("List of scores"),
    Kind.CERTIFICATES: N_("Certificates"),
    Kind.BADGES: N_("Badges"),
    Kind.PEOPLE: N_("List of people"),
    Kind.CALLS: N_("Call sheet"),
    Kind.REPORT: N_("Trainer's report"),
    Kind.MINUTES: N_("Minutes of a meeting"),
    Kind.LETTER: N_("Letter"),
}
ALWAYS = frozenset({"language", "copies"})
ASKS = {
    Kind.HANDOUT: frozenset({"unit", "format", "by_hand", "others", "holder"}),
    Kind.MODULE: frozenset({"module", "format", "by_hand", "others", "holder"}),
    Kind.TWO_LANGUAGES: frozenset({"part", "second", "facing", "by_hand", "holder"}),
    Kind.TRAINER: frozenset({"part", "holder"}),
    Kind.PLAN: frozenset({"part", "holder"}),
    Kind.CUES: frozenset({"part", "holder"}),
    Kind.PROPS: frozenset({"part", "boxes", "holder"}),
    Kind.WORKBOOK: frozenset({"part", "format", "by_hand", "holder"}),
    Kind.BOOK: frozenset({"module", "holder"}),
    Kind.TEST: frozenset({"module", "test", "phase", "reading", "holder"}),
    Kind.ANSWERS: frozenset({"module", "test", "phase", "holder"}),
    Kind.KEY: frozenset({"module", "test", "holder"}),
    Kind.ANSWER_SHEETS: frozenset({"training", "phase", "code_only"}),
    Kind.ORAL: frozenset({"module", "test", "phase", "way", "holder"}),
    Kind.FEEDBACK: frozenset({"training", "day", "reading"}),
    Kind.FEEDBACK_TALLY: frozenset({"training", "day"}),
    Kind.CHECKLIST: frozenset({"training", "checklist"}),
    Kind.INVITATIONS: frozenset({"training", "phones", "signature"}),
    Kind.SIGN_IN: frozenset({"training", "day", "phones", "also"}),
    Kind.RECORDED: frozenset({"training", "phones", "donor", "also"}),
    Kind.BLANK: frozenset({"training", "phones", "donor", "also"}),
    Kind.SCORES: frozenset({"training"}),
    Kind.CERTIFICATES: frozenset({"training", "two", "score"}),
    Kind.BADGES: frozenset({"training"}),
    Kind.PEOPLE: frozenset({"group", "phones", "donor", "also"}),
    Kind.CALLS: frozenset(),
    Kind.REPORT: frozenset({"training"}),
    Kind.MINUTES: frozenset({"training", "day"}),
    Kind.LETTER: frozenset({"training", "letter", "person", "words"}),
}
"""Kind > its questions besides the language and the copies."""

OF_CURRICULUM = frozenset(kind for kind, asked in ASKS.items() if "holder" in asked)
OF_TRAINING = frozenset(kind for kind, asked in ASKS.items() if "training" in asked)
WITH_HEAD = OF_TRAINING - {Kind.BADGES} | {Kind.PEOPLE, Kind.CALLS}
"""Those above which the letterhead stands."""
FORMS = {Kind.RECORDED: ATTENDANCE, Kind.BLANK: ATTENDANCE, Kind.PEOPLE: PEOPLE}
"""The lists whose columns a donor may choose."""
OF_UNITS = {
    Kind.TRAINER: Document.TRAINER,
    Kind.PLAN: Document.PLAN,
    Kind.CUES: Document.CUES,
    Kind.PROPS: Document.PROPS,
    Kind.WORKBOOK: Document.WORKBOOK,
    Kind.BOOK: Document.BOOK,
}
