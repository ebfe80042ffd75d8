"""How trainers and their cascade are shown: columns, and the words for what is stored as a code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from trainer_app.domain.cascade import CascadeLine, Standing
from trainer_app.domain.people import shown_phone
from trainer_app.domain.trainers import Tier, TrainerForm, TrainerLine
from trainer_app.i18n import N_, _, ngettext, screen
from trainer_app.ui.models.languages import SPOKEN
from trainer_app.ui.models.table import CENTRE, RIGHT, Column

TIERS = {
    Tier.MASTER: N_("Master trainer"),
    Tier.TRAINER: N_("Trainer"),
    Tier.PEER_EDUCATOR: N_("Peer educator"),
}
LANGUAGES = tuple((code, name) for code, name in SPOKEN if code)


def tier(line: TrainerLine) -> str:
    """The tier; who led a training without being written down as a trainer has none."""
    return _(TIERS[line.tier]) if line.tier else _("not written down")


def spoken(codes: Iterable[str]) -> str:
    names = dict(LANGUAGES)
    return ", ".join(names.get(code, code) for code in codes)


def _last(line: TrainerLine) -> str:
    return screen().date(line.last_day) if line.last_day else ""


TRAINERS: tuple[Column[TrainerLine], ...] = (
    Column(N_("Name"), lambda line: line.name, tip=lambda line: line.code, stretch=True),
    Column(N_("Tier"), tier, sample="Umuhugurabahugura"),
    Column(
        N_("Modules"),
        lambda line: " ".join(line.modules),
        tip=lambda line: " ".join(line.modules),
        sample="M1 M2 M3 M4 00",
    ),
    Column(
        N_("Languages"),
        lambda line: " ".join(line.languages),
        tip=lambda line: spoken(line.languages),
        sample="rw fr en",
    ),
    Column(N_("Phone"), lambda line: shown_phone(line.phone), sample="0788 123 456 00"),
    Column(
        N_("Trainings"),
        lambda line: str(line.trainings),
        sort=lambda line: line.trainings,
        tip=lambda line: _("Trainings they led to which somebody came"),
        align=RIGHT,
        sample="Animées",
    ),
    Column(
        N_("Came"),
        lambda line: str(line.people),
        sort=lambda line: line.people,
        tip=lambda line: _("Who came to them, each person once"),
        align=RIGHT,
        sample="Personnes",
    ),
    Column(N_("Last training"), _last, sort=lambda line: line.last_day, align=CENTRE, sample="00/00/0000 0"),
)
LESS_NEEDED = (N_("Phone"), N_("Languages"))  # hidden where the list is not wide
LEAST_NEEDED = (*LESS_NEEDED, N_("Modules"), N_("Last training"), N_("Trainings"))  # hidden where it is narrow
ONLY_NAMES = (*LEAST_NEEDED, N_("Tier"))  # hidden where there is room for little more than a name


def standing_words(standing: Standing) -> str:
    """`Has trained 36 people (F 20) in 2 trainings; 3 of them train others.`"""
    if not standing.has_trained:
        return _("Has trained nobody so far.")
    count, women, t = standing.people, standing.women, screen()
    held = ngettext("{count} training", "{count} trainings", standing.trainings)
    words = ngettext(
        "Has trained {count} person (F {women}) in {trainings}.",
        "Has trained {count} people (F {women}) in {trainings}.",
        count,
    )
    trainings = held.format(count=t.number(standing.trainings))
    done = words.format(count=t.number(count), women=t.number(women), trainings=trainings)
    if not standing.train_others:
        return done
    others = ngettext("{count} of them trains others.", "{count} of them train others.", standing.train_others)
    return f"{done} {others.format(count=t.number(standing.train_others))}"


def profile_words(form: TrainerForm) -> tuple[str, ...]:
    """Tier, modules, languages and days, a line each."""
    since = screen().date(form.since) if form.since else ""
    until = screen().date(form.until) if form.until else ""
    told = (
        _("Can teach: {modules}").format(modules=", ".join(form.modules)) if form.modules else "",
        _("Speaks: {languages}").format(languages=spoken(form.languages)) if form.languages else "",
        _("Since {day}").format(day=since) if since else "",
        _("Until {day}").format(day=until) if until else "",
        form.note,
    )
    return tuple(line for line in told if line)


def cascade_columns(names: Mapping[UUID, str]) -> tuple[Column[CascadeLine], ...]:
    """Of the tree and of its table twin. `names` says who trained whom."""

    def by(line: CascadeLine) -> str:
        return names.get(line.by, "") if line.by else ""

    return (
        Column(N_("Name"), lambda line: line.name, tip=lambda line: line.name, stretch=True),
        Column(N_("Step"), lambda line: str(line.depth), sort=lambda line: line.depth, align=CENTRE, sample="Intambwe"),
        Column(N_("Trained by"), by, tip=by, sample="HABIMANA Marie"),
        Column(
            N_("First came"),
            lambda line: screen().date(line.day) if line.day else "",
            sort=lambda line: line.day,
            align=CENTRE,
            sample="00/00/0000 00",
        ),
        *CASCADE_FIGURES,
    )


CASCADE_FIGURES: tuple[Column[CascadeLine], ...] = (
    Column(
        N_("Trainings"),
        lambda line: _figure(line.trainings),
        sort=lambda line: line.trainings,
        tip=lambda line: _("Trainings they led after that day"),
        align=RIGHT,
        sample="Amahugurwa",
    ),
    Column(
        N_("Came"),
        lambda line: _("{members} (F {women})").format(members=line.people, women=line.women) if line.people else "",
        sort=lambda line: line.people,
        align=RIGHT,
        sample="000 (F 000)",
    ),
    Column(
        N_("Train others"),
        lambda line: _figure(line.train_others) if line.people else "",
        sort=lambda line: line.train_others,
        tip=lambda line: _("Of the people they trained, how many led trainings later"),
        align=RIGHT,
        sample="Bahugura",
    ),
    Column(
        N_("Reached"),
        lambda line: _figure(line.below),
        sort=lambda line: line.below,
        tip=lambda line: _("Everybody below them, each person once"),
        align=RIGHT,
        sample="Atteintes",
    ),
)


def _figure(number: int) -> str:
    return screen().number(number) if number else ""
