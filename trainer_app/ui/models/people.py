"""How persons and groups are shown in lists: their columns, and the words for what is stored as a code."""

from __future__ import annotations

from trainer_app.documents.words import sex_letters, sex_words
from trainer_app.domain.groups import GroupKind, MemberLine, Role
from trainer_app.domain.people import PersonLine, Sex, shown_phone
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.models import consent
from trainer_app.ui.models.table import CENTRE, Column

SEXES = ((Sex.FEMALE, N_("Female")), (Sex.MALE, N_("Male")), (Sex.UNKNOWN, N_("Not known")))
KINDS = {
    GroupKind.SAVINGS: N_("Savings group"),
    GroupKind.COOPERATIVE: N_("Cooperative"),
    GroupKind.COHORT: N_("Training cohort"),
    GroupKind.BRANCH: N_("Union branch"),
    GroupKind.UNION: N_("Union"),
    GroupKind.FEDERATION: N_("Federation"),
}
ROLES = {
    Role.MEMBER: N_("Member"),
    Role.PEER_EDUCATOR: N_("Peer educator"),
    Role.PRESIDENT: N_("President"),
    Role.VICE_PRESIDENT: N_("Vice-president"),
    Role.SECRETARY: N_("Secretary"),
    Role.TREASURER: N_("Treasurer"),
    Role.COMMITTEE: N_("Committee member"),
}
SCHOOLINGS = (
    ("", ""),
    ("none", N_("No school")),
    ("primary", N_("Primary school")),
    ("secondary", N_("Secondary school")),
    ("vocational", N_("Vocational training")),
    ("university", N_("University")),
)


def sex_letter(sex: Sex) -> str:
    return sex_letters(screen())[sex]


def sex_word(sex: Sex) -> str:
    return sex_words(screen())[sex]


def attended(line: PersonLine) -> str:
    """`6/7`: sessions attended, of those that were expected of the person."""
    return f"{line.attended}/{line.sessions}" if line.sessions else ""


def roles(line: MemberLine) -> str:
    """`President, Peer educator`: plain membership is said only of those who have no other role."""
    return ", ".join(_(ROLES[role]) for role in line.roles if role is not Role.MEMBER) or _(ROLES[line.role])


PEOPLE: tuple[Column[PersonLine], ...] = (
    Column(N_("Name"), lambda line: line.name, tip=lambda line: line.code, stretch=True),
    Column(
        N_("Sex"),
        lambda line: sex_letter(line.sex),
        spoken=lambda line: sex_word(line.sex),
        align=CENTRE,
        sample="Igitsina",
    ),
    Column(N_("Born"), lambda line: str(line.birth_year or ""), align=CENTRE, sample="Yavutse"),
    Column(N_("Phone"), lambda line: shown_phone(line.phone), sample="0788 123 456 00"),
    Column(N_("Groups"), lambda line: line.groups, tip=lambda line: line.groups, sample="COOP Twisungane"),
    Column(
        N_("Sessions"),
        attended,
        tip=lambda line: _("Sessions attended, of those that were expected of the person"),
        align=CENTRE,
        sample="Sessions",
    ),
    Column(
        N_("Last seen"),
        lambda line: screen().date(line.last_seen) if line.last_seen else "",
        align=CENTRE,
        sample="00/00/0000 0",
    ),
    Column(
        N_("Agreement"),
        lambda line: consent.in_short(line.consent),
        tip=lambda line: consent.in_full(line.consent),
        spoken=lambda line: consent.in_full(line.consent),
        sample="? pas demandé 0",
    ),
)
LESS_NEEDED = (N_("Born"), N_("Last seen"), N_("Agreement"))  # hidden where the list is not wide
LEAST_NEEDED = (*LESS_NEEDED, N_("Groups"), N_("Sessions"))  # hidden where it is narrow
ONLY_NAMES = (*LEAST_NEEDED, N_("Phone"))  # hidden where there is room for little more than a name

MEMBERS: tuple[Column[MemberLine], ...] = (
    Column(N_("Name"), lambda line: line.name, tip=lambda line: line.name, stretch=True),
    Column(
        N_("Sex"),
        lambda line: sex_letter(line.sex),
        spoken=lambda line: sex_word(line.sex),
        align=CENTRE,
        sample="Sexe",
    ),
    Column(N_("Role"), roles, tip=roles, sample="Peer educator 0"),
)
