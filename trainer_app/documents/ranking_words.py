"""Why somebody stands where they stand on the waiting list, in words, for the screen and the minutes alike."""

from __future__ import annotations

from trainer_app.documents.call_words import number
from trainer_app.domain.ranking import Criterion, Ranked, Waiting
from trainer_app.i18n import Catalog


def criteria(t: Catalog) -> dict[Criterion, str]:
    return {
        Criterion.SAME_GROUP: t.gettext("Member of the same group"),
        Criterion.POINTS: t.gettext("Points of the selection"),
        Criterion.SAME_SEX: t.gettext("Same sex as who leaves"),
        Criterion.NEAR: t.gettext("Lives near"),
        Criterion.ASKED_FIRST: t.gettext("Asked first"),
    }


def position(line: Ranked, t: Catalog) -> str:
    """`2`, and `2 =` when somebody else has the same position."""
    return f"{line.position} =" if line.tied else f"{line.position}"


def reasons(line: Ranked, t: Catalog) -> str:
    """What speaks for this person, and since when they wait."""
    return ", ".join(part for part in _reasons(line.who, t) if part)


def decided(line: Ranked, t: Catalog) -> str:
    """What put this person behind the one before."""
    if line.decided_by is None:
        return t.gettext("equal in all criteria: the committee decides") if line.tied else ""
    return criteria(t)[line.decided_by]


def _reasons(who: Waiting, t: Catalog) -> tuple[str, ...]:
    near = {
        "cell": t.gettext("same cell"),
        "sector": t.gettext("same sector"),
        "district": t.gettext("same district"),
    }
    points = ""
    if who.points is not None:
        points = t.gettext("{points} points").format(points=number(who.points, t))
    return (
        t.gettext("same group") if who.same_group else "",
        points,
        t.gettext("same sex") if who.same_sex else "",
        near.get(who.near, ""),
        t.gettext("asked on {date}").format(date=t.date(who.asked_on)),
    )
