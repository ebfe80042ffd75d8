"""Elections: a committee is chosen, the one before it ends on that day, and both stay in the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Election, Membership, Person
from trainer_app.domain.elections import (
    Committee,
    ElectionForm,
    ElectionProblem,
    Mandate,
    Seat,
    problem,
    renewed,
)
from trainer_app.domain.groups import OFFICERS, RANK, Role, RoleLine
from trainer_app.domain.ids import derived_id
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _, screen
from trainer_app.services import groups

FIELDS = ("mandate_until", "women", "men", "witness", "note")
REFUSALS = {
    ElectionProblem.IN_FUTURE: N_("This day is still to come: write the election down once it was held."),
    ElectionProblem.NOBODY: N_("Say who was elected: choose a person for at least one seat."),
    ElectionProblem.MANDATE_BEFORE: N_("The mandate ends before it begins: it ends on a day after the election."),
    ElectionProblem.SEAT_TWICE: N_("Two people have the same seat: a group has one president, one vice-president, "
                                   "one secretary and one treasurer."),
    ElectionProblem.PERSON_TWICE: N_("Somebody has two seats: choose one seat for each person."),
    ElectionProblem.NO_SEAT: N_("A plain member is not elected: choose a seat."),
}  # fmt: skip


def hold(s: Session, group_id: UUID, form: ElectionForm, today: date) -> UUID:
    """Write an election down: the committee before it ends on that day, and the elected begin.

    One that is told late takes its place among the others: its committee ends with the next election, and who left
    the group since then stays away.
    """
    _refuse(form, today)
    key = derived_id("election", group_id, form.held_on)
    if s.scalars(select(Election.id).where(Election.id == key)).first():
        words = _("An election of this group on {date} is written down already: open it to correct it.")
        raise TrainerError(words.format(date=screen().date(form.held_on)), "election_twice")
    put(s, Election, key, group_id=group_id, held_on=form.held_on, **_told(form))
    s.flush()
    following = _next_day(s, group_id, form.held_on)
    belonging = _belonging(s, group_id, form.held_on)
    ended = _end_before(s, group_id, form, key)
    for seat in form.seats:
        _begin(s, group_id, seat, key, form.held_on, _earlier(following, belonging.get(seat.person_id)))
    s.flush()
    _keep_as_members(s, group_id, {person: belonging[person] for person in ended}, form.held_on)
    return key


def edit(s: Session, election_id: UUID, form: ElectionForm, today: date) -> UUID:
    """Correct an election. Another day or other seats are as if it had been told so from the beginning."""
    row = s.get_one(Election, election_id)
    before = form_of(s, election_id)
    if (before.held_on, set(before.seats)) == (form.held_on, set(form.seats)):
        _refuse(form, today)
        for name, value in _told(form).items():
            if getattr(row, name) != value:
                setattr(row, name, value)
        return election_id
    group_id = row.group_id
    remove(s, election_id)
    s.flush()
    return hold(s, group_id, form, today)


def remove(s: Session, election_id: UUID) -> None:
    """Take an election back: who was elected has the seat no longer, and the committee before goes on."""
    row = s.get_one(Election, election_id)
    belonging = _belonging(s, row.group_id, row.held_on)  # the seats that are taken away say it too
    take_away(row)
    for seat in s.scalars(select(Membership).where(Membership.election_id == election_id)):
        take_away(seat)
    s.flush()
    following = _next_day(s, row.group_id, row.held_on)
    _go_on(s, row.group_id, row.held_on, following, belonging)


def form_of(s: Session, election_id: UUID) -> ElectionForm:
    row = s.get_one(Election, election_id)
    seats = s.execute(select(Membership.person_id, Membership.role).where(Membership.election_id == election_id))
    return _form(row, sorted((Seat(person, role) for person, role in seats), key=_rank))


def committees(s: Session, group_id: UUID) -> tuple[Committee, ...]:
    """Every committee the group has had, the latest first; officers whose election nobody wrote down are last."""
    held = {row.id: row for row in s.scalars(select(Election).where(Election.group_id == group_id))}
    rows = s.execute(
        select(Membership, Person.name, Person.sex)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.group_id == group_id,
            or_(Membership.election_id.in_(list(held)), Membership.role.in_(OFFICERS)),
        )
        .order_by(func.lower(Person.name))
    )
    lines = [groups.role_line(row, name, sex) for row, name, sex in rows]
    seats: dict[UUID | None, list[RoleLine]] = {key: [] for key in held}
    for line in sorted(lines, key=lambda line: RANK.index(line.role)):
        seats.setdefault(line.election_id if line.election_id in held else None, []).append(line)
    found = [
        Committee(key, _form(held[key], [Seat(x.person_id, x.role) for x in seats[key]]), tuple(seats[key]))
        for key in sorted(held, key=lambda key: held[key].held_on, reverse=True)
    ]
    unknown = tuple(seats.get(None, ()))
    return (*found, *((Committee(None, None, unknown),) if unknown else ()))


def mandates(s: Session) -> dict[UUID, Mandate]:
    """Group > the mandate of its latest election, of those that held one."""
    rows = s.execute(
        select(Election.group_id, Election.held_on, Election.mandate_until).order_by(
            Election.group_id, Election.held_on.desc()
        )
    ).all()
    return {key: Mandate(*next(found)[1:]) for key, found in groupby(rows, key=lambda row: row[0])}


def words_of(found: ElectionProblem) -> str:
    return _(REFUSALS[found])


def _refuse(form: ElectionForm, today: date) -> None:
    if found := problem(form, today):
        raise TrainerError(words_of(found), found.value)
    if any(count is not None and count < 0 for count in (form.women, form.men)):
        raise TrainerError(_("Write how many voted as a number from 0 on."), "votes_below_nothing")


def _told(form: ElectionForm) -> dict[str, object]:
    return {name: getattr(form, name) for name in FIELDS} | {"witness": tidy(form.witness), "note": form.note.strip()}


def _form(row: Election, seats: Iterable[Seat]) -> ElectionForm:
    return ElectionForm(held_on=row.held_on, seats=tuple(seats), **{name: getattr(row, name) for name in FIELDS})


def _rank(seat: Seat) -> tuple[int, str]:
    return RANK.index(seat.role), seat.person_id.hex


def _next_day(s: Session, group_id: UUID, after: date) -> date | None:
    """The day of the first later election."""
    return s.scalar(select(func.min(Election.held_on)).where(Election.group_id == group_id, Election.held_on > after))


def _end_before(s: Session, group_id: UUID, form: ElectionForm, key: UUID) -> set[UUID]:
    """The roles that ran over the day of the election end on it. Whose they were."""
    day = form.held_on
    rows = s.scalars(
        select(Membership).where(
            Membership.group_id == group_id,
            Membership.role.in_(renewed(form.seats)),
            or_(Membership.since.is_(None), Membership.since < day),
            or_(Membership.until.is_(None), Membership.until > day),
            or_(Membership.election_id.is_(None), Membership.election_id != key),
        )
    ).all()
    for row in rows:
        row.until = day
    return {row.person_id for row in rows}


def _begin(s: Session, group_id: UUID, seat: Seat, key: UUID, day: date, until: date | None) -> None:
    told = {"group_id": group_id, "role": seat.role, "since": day, "until": until, "election_id": key}
    row_key = derived_id("membership", seat.person_id, group_id, seat.role, day)
    put(s, Membership, row_key, person_id=seat.person_id, **told)


def _keep_as_members(s: Session, group_id: UUID, ended: Mapping[UUID, date | None], day: date) -> None:
    """Whoever lost a seat on this day belongs to the group as before: until the day on which they left it."""
    wanted = select(Membership.person_id).where(
        Membership.group_id == group_id,
        Membership.person_id.in_(list(ended)),
        or_(Membership.until.is_(None), Membership.until > day),
    )
    for person_id in sorted(ended.keys() - set(s.scalars(wanted))):
        kept = groups.add_member(s, group_id, person_id, Role.MEMBER, day)
        s.flush()
        s.get_one(Membership, kept).until = ended[person_id]


def _go_on(
    s: Session, group_id: UUID, day: date, following: date | None, belonging: Mapping[UUID, date | None]
) -> None:
    """The roles that ended with an election which is taken back run on, as long as their people belong to the group."""
    here = s.scalars(select(Membership).where(Membership.group_id == group_id)).all()
    for row in here:
        if row.role is not Role.MEMBER and row.until == day and row.person_id in belonging:
            row.until = _earlier(following, belonging[row.person_id])
            for other in here:
                if other.person_id == row.person_id and other.role is Role.MEMBER and other.since == day:
                    take_away(other)


def _belonging(s: Session, group_id: UUID, day: date) -> dict[UUID, date | None]:
    """Whoever belongs to the group after this day > the day on which they left it; None when they never did."""
    rows = s.execute(
        select(Membership.person_id, Membership.until).where(
            Membership.group_id == group_id, or_(Membership.until.is_(None), Membership.until > day)
        )
    )
    found: dict[UUID, date | None] = {}
    for person_id, until in rows:
        before = found.get(person_id, until)
        found[person_id] = max(before, until) if before and until else None
    return found


def _earlier(one: date | None, other: date | None) -> date | None:
    """Of two days on which something ends; None when neither ends it."""
    return min((day for day in (one, other) if day is not None), default=None)
