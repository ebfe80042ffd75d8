"""Commands of certificates: `print certificates|badges`, `verify`, `keys office`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import UUID

from trainer_app import settings
from trainer_app.commands.context import Context, Result
from trainer_app.commands.papers import noted
from trainer_app.documents import badge, certificate, verify_words
from trainer_app.documents.formats import PDF, format_of
from trainer_app.domain.attendance import numbers_in
from trainer_app.domain.certificates import REAL
from trainer_app.domain.verifying import Checked
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, Catalog, _, label
from trainer_app.readers import certificate_file
from trainer_app.services import certificates, office_keys, trainings, verifying


def print_certificates(context: Context, options: Namespace) -> Result:
    """Of everybody who gets one, or of these numbers; who has none yet is given it."""
    t = context.catalog(options)
    format_of(Path(options.out), t, (PDF,))  # a certificate that no paper can bear is not given
    training = context.read(trainings.one, options.training)
    people = _wanted(context, options, training)
    with context.database.changing(label(N_("Issue certificates"))) as s:
        issued = certificates.issue(s, training, people, context.today, _organiser(context), options.again)
    batch = context.read(certificates.batch, training, t.language, people)
    second = options.second_language
    languages = (t, Catalog(second)) if second and second != t.language else (t,)
    made = certificate.write(batch, languages, Path(options.out), with_score=options.score)
    told = noted(context, options, "certificates", made, training)
    return Result({**told.told, "issued": issued}, told.lines)


def print_badges(context: Context, options: Namespace) -> Result:
    t = context.catalog(options)
    with context.database.reading() as s:
        training = trainings.one(s, options.training)
        head, lines = trainings.head(s, training, t.language), certificates.badges(s, training)
    numbers = _numbers(options)
    shown = [line for line in lines if numbers is None or line.number in numbers]
    made = badge.write(head, shown, t, Path(options.out))
    return noted(context, options, "badges", made, training)


def keys_office(context: Context, options: Namespace) -> Result:
    """The public key of this office, made when there is none; and those of others that are known."""
    with context.database.changing(label(N_("Make the key of this office")), undoable=False) as s:
        office_keys.ready(s, options.name or _organiser(context), context.today)
        if options.name:
            office_keys.rename(s, options.name)
    offices = context.read(office_keys.known)
    told = [
        {
            "office": office.name,
            "key": office.public,
            "fingerprint": office.fingerprint,
            "made_on": office.made_on.isoformat(),
            "own": office.is_own,
        }
        for office in offices
    ]
    return Result({"offices": told}, [f"{office.name}  {office.fingerprint}  {office.public}" for office in offices])


def verify(context: Context, options: Namespace) -> Result:
    """Whether the certificates in a file are genuine, or the one whose square says this."""
    words: str = options.what
    if words.lstrip().startswith(f"{REAL}|") or words.lstrip().startswith(f"{REAL}-"):
        told: tuple[Checked, ...] = (context.read(verifying.text, words, options.key),)
    else:
        pages = certificate_file.read(Path(words))
        told = context.read(verifying.pages, pages, options.key)
    t = Catalog(context.language)
    return Result(
        {"genuine": all(one.is_good for one in told), "certificates": [_told(one, t) for one in told]},
        [line for one in told for line in _lines(one, t)],
        sound=bool(told) and all(one.is_good for one in told),
    )


def _lines(told: Checked, t: Catalog) -> list[str]:
    sentence = verify_words.sentence(told, t)
    if told.page:
        sentence = t.gettext("Page {page}: {words}").format(page=told.page, words=sentence)
    own = [f"    {verify_words.signed(told.statement, t)}"] if told.statement else []
    return [sentence, *own]


def _told(told: Checked, t: Catalog) -> dict[str, Any]:
    said = told.statement
    return {
        "page": told.page or None,
        "verdict": told.verdict.value,
        "sentence": verify_words.sentence(told, t),
        "fingerprint": told.fingerprint,
        "listed": told.is_listed,
        "missing": list(told.missing),
        "statement": None if said is None else {name: _plain(value) for name, value in asdict(said).items()},
    }


def _plain(value: object) -> object:
    return value if isinstance(value, int) else str(value)


def _wanted(context: Context, options: Namespace, training: UUID) -> list[UUID]:
    """The people of `--people`; else everybody who gets a certificate, and has none that was withdrawn."""
    lines = context.read(certificates.candidates, training, "en", context.today).lines
    numbers = _numbers(options)
    if numbers is None:
        found = [line for line in lines if line.is_certified or (line.qualifies and line.issued is None)]
        if not found:
            raise TrainerError(_("Nobody gets a certificate of this training yet."), "nobody")
        return [line.person_id for line in found]
    if unknown := numbers - {line.number for line in lines}:
        sentence = _("Not on the register: {numbers}.")
        raise TrainerError(sentence.format(numbers=", ".join(sorted(unknown))), "unknown_number")
    return [line.person_id for line in lines if line.number in numbers]


def _numbers(options: Namespace) -> frozenset[str] | None:
    if not options.people:
        return None
    try:
        return frozenset(numbers_in(options.people))
    except ValueError as error:
        raise TrainerError(_("“{text}” is not a number of the register.").format(text=error), "bad_number") from error


def _organiser(context: Context) -> str:
    return settings.load(context.folder).organiser
