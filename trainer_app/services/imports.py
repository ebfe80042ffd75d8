"""Taking in a list of people: who is new, who is known, who must be looked at, and then writing it as one change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Change, Group, Membership
from trainer_app.domain.groups import GroupForm, Role
from trainer_app.domain.imports.causes import NO_FIXES, Deed, Fixes, cause_of
from trainer_app.domain.imports.cells import CellValue, Row
from trainer_app.domain.imports.columns import Proposal
from trainer_app.domain.imports.notes import Doubt, Ignored, Note, Problem, Rejected, Remark
from trainer_app.domain.imports.people_rows import PeopleRead, PersonRow
from trainer_app.domain.imports.training_rows import PersonValues
from trainer_app.domain.people import folded
from trainer_app.i18n import _
from trainer_app.services import enrolments, groups, people
from trainer_app.services.import_marks import (
    MarksCheck,
    check_answers,
    check_attendance,
    check_scores,
    compare_attendance,
    compare_scores,
    register_of,
    score_sheet_of,
    write_answers,
    write_attendance,
    write_scores,
)
from trainer_app.services.import_words import differs, doubt_reason, reason, remark_words
from trainer_app.services.known_people import Doubtful, Known, KnownPeople
from trainer_app.services.place_words import PlaceFinder

__all__ = [
    "Doubt",
    "Doubtful",
    "ImportCheck",
    "Knowledge",
    "Known",
    "MarksCheck",
    "Written",
    "check",
    "check_answers",
    "check_attendance",
    "check_scores",
    "compare",
    "compare_attendance",
    "compare_scores",
    "differs",
    "doubt_reason",
    "knowledge",
    "reason",
    "register_of",
    "rejected_table",
    "remark_words",
    "score_sheet_of",
    "write",
    "write_answers",
    "write_attendance",
    "write_scores",
]


@dataclass(frozen=True, slots=True)
class ImportCheck:
    """Each row of the list in exactly one place. Nothing is written yet."""

    ready: tuple[PersonRow, ...]
    existing: tuple[Known, ...]
    doubtful: tuple[Doubtful, ...]
    rejected: tuple[Rejected, ...]
    ignored: tuple[Ignored, ...] = ()
    seen: int = 0
    """The clock of the latest change when the list was compared."""

    @property
    def rows(self) -> int:
        """Rows that are entries of the list; what was ignored does not count."""
        return len(self.ready) + len(self.existing) + len(self.doubtful) + len(self.rejected)


@dataclass(frozen=True, slots=True)
class Written:
    people: int = 0
    memberships: int = 0
    enrolments: int = 0


def check(s: Session, read: PeopleRead, group_id: UUID | None = None, fixes: Fixes = NO_FIXES) -> ImportCheck:
    """Compare a list with the people already known. Nobody is merged: doubtful rows wait for a decision.

    `fixes` say which place the words of the list mean, or that its rows are left out.
    """
    return compare(knowledge(s, group_id), read, fixes)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a list is compared with, read once. It needs the database no more, and serves one comparison."""

    people: KnownPeople
    places: PlaceFinder
    groups: Mapping[str, UUID] | None
    seen: int


def knowledge(s: Session, group_id: UUID | None = None) -> Knowledge:
    groups_here = None if group_id else _groups_by_name(s)
    return Knowledge(KnownPeople(s, group_id), PlaceFinder(s), groups_here, _latest(s))


def compare(known: Knowledge, read: PeopleRead, fixes: Fixes = NO_FIXES) -> ImportCheck:
    """`check`, for whoever has the knowledge already: it may run in the background."""
    ready: list[PersonRow] = []
    existing: list[Known] = []
    doubtful: list[Doubtful] = []
    rejected = list(read.rejected)
    for read_row in read.people:
        row = _grouped(_placed(read_row, known.places, fixes), known.groups)
        if words := _left_out(row, fixes):
            rejected.append(Rejected(row.row, "", Problem.LEFT_OUT, words))
            continue
        verdict = known.people.verdict(row)
        match verdict:
            case None:
                ready.append(row)
            case Known():
                existing.append(verdict)
            case Doubtful():
                doubtful.append(verdict)
    in_order = tuple(sorted(rejected, key=lambda item: item.row))
    return ImportCheck(tuple(ready), tuple(existing), tuple(doubtful), in_order, read.ignored, known.seen)


def _checked_again(s: Session, check: ImportCheck, group_id: UUID | None) -> ImportCheck:
    """The same, but for rows that another window has taken in since: they are known now, or somebody's question."""
    if _latest(s) == check.seen:
        return check
    known = KnownPeople(s, group_id)
    verdicts = [(row, known.verdict(row)) for row in check.ready]
    ready = tuple(row for row, verdict in verdicts if verdict is None)
    met = tuple(verdict for _, verdict in verdicts if isinstance(verdict, Known))
    doubts = tuple(verdict for _, verdict in verdicts if isinstance(verdict, Doubtful))
    return replace(check, ready=ready, existing=check.existing + met, doubtful=check.doubtful + doubts)


def _latest(s: Session) -> int:
    return s.scalar(select(func.max(Change.clock))) or 0


def write(
    s: Session,
    check: ImportCheck,
    group_id: UUID | None = None,
    training_id: UUID | None = None,
    *,
    as_new: Collection[int] = (),
    as_known: Mapping[int, UUID] | None = None,
) -> Written:
    """Add the people who are ready, and those of the doubtful rows `as_new`; `as_known` says who a row is.

    Everybody, known ones too, joins the group and is enrolled in the training, once. A list written twice adds
    nobody the second time.
    """
    as_known, check = as_known or {}, _checked_again(s, check, group_id)
    new = [*check.ready, *(doubt.row for doubt in check.doubtful if doubt.row.row in as_new)]
    keys = dict(zip((row.row for row in new), people.add_all(s, (row.form for row in new)), strict=True))
    met = {known.row.row: known.person_id for known in check.existing}
    met |= {doubt.row.row: as_known[doubt.row.row] for doubt in check.doubtful if doubt.row.row in as_known}
    rows = {row.row: row for row in new}
    rows |= {known.row.row: known.row for known in check.existing}
    rows |= {doubt.row.row: doubt.row for doubt in check.doubtful if doubt.row.row in met}
    listed = [(rows[number], key) for number, key in sorted((keys | met).items())]
    s.flush()
    joined = _join(s, listed, group_id, new_people=set(keys.values()))
    enrolled = enrolments.enrol_all(s, training_id, [key for _, key in listed]) if training_id else 0
    return Written(len(new), joined, enrolled)


def write_in_new_group(
    s: Session,
    check: ImportCheck,
    group: GroupForm,
    *,
    as_new: Collection[int] = (),
    as_known: Mapping[int, UUID] | None = None,
) -> Written:
    """`write`, with a group made for the people of the list in the same change."""
    group_id = groups.add(s, group)
    s.flush()
    return write(s, check, group_id, as_new=as_new, as_known=as_known)


def _placed(row: PersonRow, places: PlaceFinder, fixes: Fixes) -> PersonRow:
    """The same with its place found; words that are no known place are kept in the note."""
    if not row.place:
        return row
    place_id, left = places.find(row.place)
    form = replace(row.form, place_id=place_id)
    if not left:
        return replace(row, form=form)
    if isinstance(chosen := fixes.get(cause_of(Note.PLACE_UNKNOWN, left)), UUID):
        return replace(row, form=replace(form, place_id=chosen))
    note = "; ".join(part for part in (form.note, left) if part)
    return replace(row, form=replace(form, note=note), remarks=(*row.remarks, Remark(Note.PLACE_UNKNOWN, left)))


def _left_out(row: PersonRow, fixes: Fixes) -> str:
    """The words for which somebody left the row out."""
    causes = ((remark.value, cause_of(remark.note, remark.value)) for remark in row.remarks) if fixes else ()
    return next((value for value, cause in causes if fixes.get(cause) is Deed.LEAVE), "")


def _grouped(row: PersonRow, known: Mapping[str, UUID] | None) -> PersonRow:
    """The same, with a remark when the group that the row names is none of ours."""
    if known is None or not row.group or folded(row.group) in known:
        return row
    return replace(row, remarks=(*row.remarks, Remark(Note.GROUP_UNKNOWN, row.group)))


def _join(
    s: Session, listed: Sequence[tuple[PersonRow, UUID]], group_id: UUID | None, new_people: Collection[UUID]
) -> int:
    """Members of the group asked for, or of the one that the row names; how many were not yet."""
    named = {} if group_id else _groups_by_name(s)
    wanted = ((row, key, group_id or named.get(folded(row.group))) for row, key in listed)
    joining = [(row, key, group) for row, key, group in wanted if group is not None]
    already: dict[UUID, set[UUID]] = {
        group: set(
            s.scalars(select(Membership.person_id).where(Membership.group_id == group, Membership.until.is_(None)))
        )
        for group in {group for _, _, group in joining}
    }
    new = [(row, key, group) for row, key, group in joining if key not in already[group]]
    groups.join_all(s, ((group, key, row.role) for row, key, group in new if key in new_people))
    for row, key, group in new:
        if key not in new_people:
            groups.add_member(s, group, key, row.role or Role.MEMBER)
    return len(new)


def _groups_by_name(s: Session) -> dict[str, UUID]:
    """Groups whose name only one has; "" names none."""
    found: dict[str, list[UUID]] = {}
    for key, name in s.execute(select(Group.id, Group.name)):
        found.setdefault(folded(name), []).append(key)
    return {name: keys[0] for name, keys in found.items() if name and len(keys) == 1}


def rejected_table(
    rows: Sequence[Row],
    proposal: Proposal,
    rejected: Iterable[Rejected],
    doubtful: Iterable[Doubtful | PersonValues[Any, Any]] = (),
) -> tuple[tuple[CellValue, ...], ...]:
    """The rows that were not taken, as they stood in the sheet, with the reason behind: to correct and bring back."""
    width = max((column.index for column in proposal.columns), default=-1) + 1
    titles = {column.index: column.name for column in proposal.columns}
    head = (*(titles.get(index, "") for index in range(width)), _("Why it was left out"))
    why = {item.row: reason(item) for item in rejected}
    for item in doubtful:
        match item:
            case Doubtful():
                why[item.row.row] = doubt_reason(item)
            case _:
                why[item.row] = differs(item.name)
    return (head, *((*_wide(rows[number - 1], width), why[number]) for number in sorted(why)))


def _wide(row: Row, width: int) -> tuple[CellValue, ...]:
    return (*row[:width], *[None] * (width - len(row)))
