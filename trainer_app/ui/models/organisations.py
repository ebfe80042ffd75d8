"""How organisations and the posts in them are shown: columns, and the words for what is stored as a code."""

from __future__ import annotations

from trainer_app.domain.organisations import Duty, OrganisationKind, OrganisationLine, PostForm, PostLine
from trainer_app.domain.people import shown_phone
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.models.table import CENTRE, RIGHT, Column

KINDS = {
    OrganisationKind.PROJECT: N_("Project"),
    OrganisationKind.UNION: N_("Union or federation"),
    OrganisationKind.DISTRICT: N_("District office"),
    OrganisationKind.SECTOR: N_("Sector office"),
    OrganisationKind.AGENCY: N_("Agency of the State"),
    OrganisationKind.BUSINESS_SERVICES: N_("Business services"),
    OrganisationKind.VOCATIONAL_CENTRE: N_("Vocational centre"),
    OrganisationKind.MICROFINANCE: N_("Microfinance or SACCO"),
    OrganisationKind.OTHER: N_("Other"),
}
DUTIES = {
    Duty.FIELD_OFFICER: N_("Field officer"),
    Duty.SUPERVISOR: N_("Supervisor"),
    Duty.COORDINATOR: N_("Coordinator"),
    Duty.TRAINER: N_("Trainer"),
    Duty.DISTRICT_OFFICER: N_("District officer"),
    Duty.LOCAL_LEADER: N_("Local leader"),
    Duty.ADVISER: N_("Adviser"),
    Duty.OTHER: N_("Other duty"),
}


def duty(form: PostForm) -> str:
    """`Trainer`, or the words on the person's card when somebody wrote them: `Cooperative officer`."""
    return form.title or _(DUTIES[form.duty])


def days(form: PostForm) -> str:
    """`05/03/2026 – 01/06/2026`; a side that nobody knows stays away."""
    since = screen().date(form.since) if form.since else ""
    until = screen().date(form.until) if form.until else ""
    if until:
        return f"{since} – {until}".strip()
    return _("since {day}").format(day=since) if since else ""


def months(form: PostForm) -> str:
    """`03/2026 – 06/2026`, for a narrow column."""
    since, until = (f"{day:%m/%Y}" if day else "" for day in (form.since, form.until))
    return f"{since} – {until}".strip() if since or until else ""


ORGANISATIONS: tuple[Column[OrganisationLine], ...] = (
    Column(N_("Name"), lambda line: line.name, tip=lambda line: line.name, stretch=True),
    Column(N_("Kind"), lambda line: _(KINDS[line.kind]), sample="Microfinance ou SACCO 0"),
    Column(N_("Place"), lambda line: line.place, tip=lambda line: line.place, sample="Kinihira, Rulindo 00"),
    Column(N_("Phone"), lambda line: shown_phone(line.phone), sample="0788 123 456 00"),
    Column(
        N_("People in it"),
        lambda line: str(line.people),
        sort=lambda line: line.people,
        tip=lambda line: _("People who hold a post in it now"),
        align=RIGHT,
        sample="Personnes",
    ),
)
LESS_NEEDED = (N_("Place"),)  # hidden where the list is not wide
LEAST_NEEDED = (*LESS_NEEDED, N_("Kind"), N_("People in it"))  # hidden where it is narrow

POSTS: tuple[Column[PostLine], ...] = (
    Column(N_("Name"), lambda line: line.person, tip=lambda line: line.person, stretch=True),
    Column(
        N_("Duty"),
        lambda line: duty(line.form),
        tip=lambda line: _(DUTIES[line.form.duty]),
        sample="Local leader 0",
    ),
    Column(
        N_("Days"),
        lambda line: months(line.form),
        tip=lambda line: days(line.form),
        spoken=lambda line: days(line.form),
        align=CENTRE,
        sample="00/0000 – 00/0000",
    ),
)
