"""The lines of a person's card: what is kept as codes and dates, in words."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from trainer_app.documents.checklist_words import titles
from trainer_app.documents.words import status_words
from trainer_app.domain import consent as agreements
from trainer_app.domain.attendance import GLYPHS, Status
from trainer_app.domain.cascade import Standing
from trainer_app.domain.certifying import Issued
from trainer_app.domain.checklists import ObservationLine
from trainer_app.domain.consent import ConsentLine, ConsentState
from trainer_app.domain.groups import Role
from trainer_app.domain.organisations import PostLine
from trainer_app.domain.people import (
    AttendedTraining,
    MembershipLine,
    PersonCard,
    PersonForm,
    masked_id,
    shown_phone,
)
from trainer_app.domain.person_history import PersonHistory, Stay
from trainer_app.domain.trainers import TrainerForm
from trainer_app.i18n import _, screen
from trainer_app.services.likeness import Alike
from trainer_app.services.merging import MergedLine
from trainer_app.ui.models import consent, organisations, trainers
from trainer_app.ui.models.certificates import issued_words
from trainer_app.ui.models.languages import SPOKEN
from trainer_app.ui.models.past import Deed
from trainer_app.ui.models.people import ROLES, SCHOOLINGS, sex_word
from trainer_app.ui.models.same_person import reasons
from trainer_app.ui.widgets.sections import Line

NOT_MARKED = "·"
REASONS_SHOWN = 3  # of a possible duplicate


def in_short(card: PersonCard) -> list[str]:
    form = card.form
    year = form.birth_date.year if form.birth_date else form.birth_year
    return [part for part in (card.code, sex_word(form.sex), str(year or "")) if part]


def alike(two: Alike, person_id: UUID) -> Line:
    """The other entry, and why it may be the same person."""
    key, name = (two.second_id, two.second) if two.first_id == person_id else (two.first_id, two.first)
    why = " · ".join(reasons(two.likeness, True)[:REASONS_SHOWN])
    return Line(name, why, key, deed=_("Compare"), deed_key="compare")


def merged(line: MergedLine) -> Line:
    made_one = _("made one person on {day}").format(day=screen().date(line.decided_on))
    return Line(line.other, made_one, deed=_("Take apart…"), deed_key="apart")


def details(card: PersonCard) -> tuple[tuple[str, str], ...]:
    form = card.form
    return (
        (_("Phone"), shown_phone(form.phone)),
        (_("Date of birth"), screen().date(form.birth_date) if form.birth_date else ""),
        (_("National ID"), masked_id(form.national_id)),
        (_("Place"), _where(form, card.place)),
        (_("Occupation"), form.occupation),
        (_("Schooling"), _(dict(SCHOOLINGS).get(form.schooling, form.schooling))),
        (_("Language"), dict(SPOKEN).get(form.language, form.language)),
        (_("Note"), form.note),
    )


def consent_lines(lines: tuple[ConsentLine, ...]) -> list[Line]:
    """How it stands with what can be done about it, then each time that the person was asked."""
    stands = agreements.standing(lines)
    if stands.state is ConsentState.AGREED:
        first = Line(consent.in_full(stands), deed=_("Takes it back…"), deed_key="back")
    else:
        first = Line(consent.in_full(stands), deed=_("Write down that they agree…"), deed_key="agree")
    told = [consent.line_words(line) for line in lines]
    if len(told) == 1:
        return [Line(first.words, told[0][1], deed=first.deed, deed_key=first.deed_key)]
    return [first, *(Line(what, how) for what, how in told)]


def group(line: MembershipLine, elected: date | None) -> Line:
    """A group of today or of before: role, days, and the election that gave the role."""
    role = _(ROLES[Role(line.role)])
    chosen = _("elected on {day}").format(day=screen().date(elected)) if elected else ""
    detail = " · ".join(part for part in (_role_and_days(role, line), chosen) if part)
    return Line(line.group, detail, line.group_id, deed=_("Role and days…"), deed_key=line.id)


def post(line: PostLine) -> Line:
    detail = " · ".join(part for part in (organisations.duty(line.form), organisations.days(line.form)) if part)
    return Line(line.organisation, detail, line.form.organisation_id, deed=_("Edit…"), deed_key=line.id)


def trainer_lines(form: TrainerForm | None) -> list[Line]:
    if form is None:
        return []
    words = "\n".join(trainers.profile_words(form))
    return [Line(_(trainers.TIERS[form.tier]), words, deed=_("Edit…"), deed_key="trainer")]


def cascade_lines(standing: Standing, is_trainer: bool) -> list[Line]:
    """By whom the person was trained, and whom they trained."""
    lines = [
        Line(name, _("since {day}").format(day=screen().date(day)), key, title=_("Trained by") if not number else "")
        for number, (key, name, day) in enumerate(standing.trained_by)
    ]
    if standing.has_trained:
        lines.append(Line(trainers.standing_words(standing), deed=_("Show the tree…"), deed_key="cascade"))
    elif is_trainer:
        lines.append(Line(trainers.standing_words(standing)))
    return lines


def training(line: AttendedTraining, told: PersonHistory) -> Line:
    """How often the person came, the marks of each day, the scores, and how it ended."""
    stay = told.stays.get(line.training_id)
    came = _("{attended} of {sessions} sessions").format(attended=line.attended, sessions=line.sessions)
    first = " · ".join(part for part in (screen().date(line.first_day), came, _scores(line)) if part)
    rows = (first, *(_stay(stay) if stay else ()))
    return Line(line.title, "\n".join(row for row in rows if row), line.training_id)


def watched(line: ObservationLine) -> Line:
    """What somebody was watched at, and how many of the lines that were seen were done well."""
    yes, seen = line.counts
    done = _("{yes} yes of {seen} seen").format(yes=yes, seen=seen)
    by = _("watched by {name}").format(name=line.observer) if line.observer else ""
    told = " · ".join(part for part in (screen().date(line.form.day), done, by) if part)
    return Line(titles(screen())[line.form.checklist], "\n".join(part for part in (told, line.form.note) if part))


def certificate(one: Issued) -> Line:
    """Of which training, when it was issued, its number; and whether it was withdrawn."""
    return Line(f"{one.statement.training} {one.statement.module}".strip(), issued_words(one))


def former(told: PersonHistory) -> list[Line]:
    names = [
        Line(one.name, _("until {day}").format(day=screen().date(one.until)), title="" if number else _("Name"))
        for number, one in enumerate(told.names)
    ]
    cards = [
        Line(
            masked_id(one.number),
            screen().date(one.noted_on) if one.noted_on else "",
            title="" if number else _("National ID"),
        )
        for number, one in enumerate(told.cards)
    ]
    return [*names, *cards]


def deed(one: Deed) -> Line:
    return Line(one.what, "\n".join((one.when, *one.changes)))


def _where(form: PersonForm, place: str) -> str:
    return ", ".join(part for part in (form.village, place) if part)


def _role_and_days(role: str, line: MembershipLine) -> str:
    if line.until and line.since:
        since, until = screen().date(line.since), screen().date(line.until)
        return _("{role} from {since} to {until}").format(role=role, since=since, until=until)
    if line.until:
        return _("{role} until {day}").format(role=role, day=screen().date(line.until))
    if line.since:
        return _("{role} since {day}").format(role=role, day=screen().date(line.since))
    return role


def _stay(stay: Stay) -> tuple[str, ...]:
    marks = " ".join(_mark(status) for _day, status in stay.marks)
    left = ""
    if stay.left_on:
        left = _("Left on {day}").format(day=screen().date(stay.left_on))
        left = f"{left}: {stay.left_reason}" if stay.left_reason else left
    return (
        marks if any(status for _day, status in stay.marks) else "",
        left,
        _("{name} came instead").format(name=stay.replaced_by) if stay.replaced_by else "",
        _("Came for {name}").format(name=stay.instead_of) if stay.instead_of else "",
        _("From a group outside the project") if stay.outsider else "",
    )


def _mark(status: Status | None) -> str:
    return f"{GLYPHS[status]} {status_words(screen())[status]}" if status else NOT_MARKED


def _scores(line: AttendedTraining) -> str:
    if line.pre is None and line.post is None:
        return ""
    return _("score {before} → {after}").format(before=_score(line.pre), after=_score(line.post))


def _score(value: float | None) -> str:
    if value is None:
        return "–"
    return screen().number(value, 0 if float(value).is_integer() else 1)
