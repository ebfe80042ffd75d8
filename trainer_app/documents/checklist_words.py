"""The ten lines of each practical checklist, and the words for what was seen: on the screen and on paper alike."""

from __future__ import annotations

from trainer_app.domain.checklists import Checklist, Seen
from trainer_app.i18n import Catalog


def titles(t: Catalog) -> dict[Checklist, str]:
    return {
        Checklist.TEACH_BACK: t.gettext("Leading a session with peers"),
        Checklist.SAVINGS_MEETING: t.gettext("Leading a meeting of a savings group"),
    }


def lines(checklist: Checklist, t: Catalog) -> tuple[str, ...]:
    """What one looks out for, in the order of the work."""
    return _savings_meeting(t) if checklist is Checklist.SAVINGS_MEETING else _teach_back(t)


def seen(t: Catalog) -> dict[Seen, str]:
    return {
        Seen.YES: t.pgettext("seen at practical work", "Yes"),
        Seen.PARTLY: t.pgettext("seen at practical work", "Partly"),
        Seen.NO: t.pgettext("seen at practical work", "No"),
        Seen.NOT_SEEN: t.pgettext("seen at practical work", "Not seen"),
    }


def _teach_back(t: Catalog) -> tuple[str, ...]:
    return (
        t.gettext("Greets everybody and says what the session is for"),
        t.gettext("Uses examples from the life of the people here"),
        t.gettext("Asks open questions and waits for answers"),
        t.gettext("Has people say in their own words what they understood"),
        t.gettext("Brings in those who are quiet"),
        t.gettext("Uses the picture or the objects of the session"),
        t.gettext("Keeps to the time"),
        t.gettext("Corrects kindly, without shaming anybody"),
        t.gettext("Gives facts that are right, and says so when not sure"),
        t.gettext("Ends with one thing that everybody does this week"),
    )


def _savings_meeting(t: Catalog) -> tuple[str, ...]:
    return (
        t.gettext("Members sit so that all see the cash box and the book"),
        t.gettext("The roll is called and latecomers are noted"),
        t.gettext("The balance of the last meeting is said aloud and agreed"),
        t.gettext("Those who keep the keys open the cash box before all"),
        t.gettext("Each member hands over savings before all, and they are counted aloud"),
        t.gettext("Savings are written in the book and in the member's own booklet"),
        t.gettext("Loans are asked for before all, with their purpose and the day of repayment"),
        t.gettext("Repayments and fines are counted and written at once"),
        t.gettext("The new balance is counted twice and said aloud"),
        t.gettext("The box is locked, the keys go to different people, the next day is agreed"),
    )
