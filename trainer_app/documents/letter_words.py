"""The words that are proposed for each letter, as offices in Rwanda write them; all of them may be changed."""

from __future__ import annotations

from collections.abc import Iterable

from trainer_app.domain.letters import GROUP, NAME, LetterFacts, LetterKind, LetterWords
from trainer_app.i18n import Catalog

DOTS = "……………………………………"
"""Where a name has to be written by hand."""


def kind_words(t: Catalog) -> dict[LetterKind, str]:
    """What the file is called, and the list in the print centre."""
    return {
        LetterKind.NOTICE: t.gettext("Notice to the local authority"),
        LetterKind.TRAINER: t.gettext("Request for a trainer"),
        LetterKind.INVITATION: t.gettext("Letter of invitation"),
        LetterKind.EMPLOYER: t.gettext("Attestation for the employer"),
        LetterKind.THANKS: t.gettext("Letter of thanks to the host"),
    }


def proposed(kind: LetterKind, facts: LetterFacts, t: Catalog) -> LetterWords:
    make = {
        LetterKind.NOTICE: _notice,
        LetterKind.TRAINER: _trainer,
        LetterKind.INVITATION: _invitation,
        LetterKind.EMPLOYER: _employer,
        LetterKind.THANKS: _thanks,
    }[kind]
    recipient, subject, body, copies = make(facts, t)
    own = facts.head.letterhead
    return LetterWords(recipient, subject, body, own.signatory, own.function, copies)


def _notice(facts: LetterFacts, t: Catalog) -> tuple[str, str, str, str]:
    who = (
        t.gettext("{organisation} will hold the training “{training}” for the members of {group} in your sector.")
        if facts.head.group
        else t.gettext("{organisation} will hold the training “{training}” in your sector.")
    )
    body = _body(
        t.gettext("Dear Sir or Madam,"),
        t.gettext("We have the honour to inform you of the following: {news}").format(news=_told(who, facts)),
        " ".join(_when_and_where(facts, t)),
        t.gettext("We ask you to tell the leaders concerned, and you are welcome to open the training or to visit it."),
        t.gettext("We thank you for your support, and remain yours faithfully,"),
    )
    return _executive(facts, t), t.gettext("Notice of a training"), body, _district(facts, t)


def _trainer(facts: LetterFacts, t: Catalog) -> tuple[str, str, str, str]:
    ask = t.gettext("We have the honour to ask you for a trainer who could lead the training “{training}” with us.")
    body = _body(
        t.gettext("Dear Sir or Madam,"),
        _told(ask, facts),
        " ".join(_when_and_where(facts, t, led=False)),
        t.gettext("Please let us know the name and the telephone number of the person before the training begins."),
        t.gettext("We thank you in advance, and remain yours faithfully,"),
    )
    return _management(DOTS, t), t.gettext("Request for a trainer"), body, ""


def _invitation(facts: LetterFacts, t: Catalog) -> tuple[str, str, str, str]:
    certificate = t.gettext("Who attends at least {share} of the sessions receives a certificate.")
    body = _body(
        t.gettext("Dear Sir or Madam,"),
        _told(t.gettext("We have the honour to invite you to the training “{training}”."), facts),
        " ".join(_when_and_where(facts, t, people=False)),
        t.gettext("Please bring this letter and your identity card, and come on time on each day.")
        + " "
        + certificate.format(share=t.percent(facts.share_asked)),
        t.gettext("If you cannot come, please tell us as soon as you can, so that somebody else may have your place."),
        t.gettext("Yours faithfully,"),
    )
    return f"{NAME}\n{GROUP}", t.gettext("Invitation to a training"), body, ""


def _employer(facts: LetterFacts, t: Catalog) -> tuple[str, str, str, str]:
    """That somebody takes part, and when: never how well."""
    attests = t.gettext("We attest that {name} takes part in the training “{training}”.")
    body = _body(
        t.gettext("Dear Sir or Madam,"),
        _told(attests.replace(NAME, "\0"), facts).replace("\0", NAME),
        " ".join(_when_and_where(facts, t, people=False)),
        t.gettext("We thank you for giving the time that is needed for it."),
        t.gettext("This attestation is given to the person concerned, to be used wherever it is needed."),
        t.gettext("Yours faithfully,"),
    )
    to = t.gettext("The employer of {name}")
    return to, t.gettext("Attestation of participation in a training"), body, ""


def _thanks(facts: LetterFacts, t: Catalog) -> tuple[str, str, str, str]:
    thanks = t.gettext("We have the honour to thank you for your hospitality during the training “{training}”.")
    people = t.ngettext(
        "{count} person took part in it. Your support helped them to learn in good conditions.",
        "{count} people took part in it. Your support helped them to learn in good conditions.",
        facts.took_part,
    )
    body = _body(
        t.gettext("Dear Sir or Madam,"),
        f"{_told(thanks, facts)} {_dates(facts, t)}",
        people.format(count=facts.took_part),
        t.gettext("We hope to work with you again, and remain yours faithfully,"),
    )
    return _management(facts.head.venue or DOTS, t), t.gettext("Thanks for your hospitality"), body, ""


def _when_and_where(facts: LetterFacts, t: Catalog, people: bool = True, led: bool = True) -> Iterable[str]:
    """A sentence each: the days, the hours, the place, how many, and who leads."""
    yield _dates(facts, t)
    hours = ", ".join(dict.fromkeys(f"{day.starts:%H:%M}–{day.ends:%H:%M}" for day in facts.days))
    if hours:
        yield t.gettext("Hours: {hours}.").format(hours=hours)
    if venue := ", ".join(filter(None, (facts.head.venue, facts.head.place))):
        yield t.gettext("Place: {venue}.").format(venue=venue)
    if people and facts.people:
        words = t.ngettext("{count} person is expected.", "{count} people are expected.", facts.people)
        yield words.format(count=facts.people)
    if led and facts.head.trainers:
        words = t.ngettext("It is led by {names}.", "It is led by {names}.", len(facts.head.trainers))
        yield words.format(names=", ".join(facts.head.trainers))


def _dates(facts: LetterFacts, t: Catalog) -> str:
    """From the first day to the last; of a training of which not every day is one, how many they are."""
    first, last = facts.head.first_day, facts.head.last_day
    if not facts.days:
        return ""
    if first == last:
        return t.gettext("It is held on {day}.").format(day=t.long_date(first))
    count = len({day.day for day in facts.days})
    words = t.ngettext(
        "It is held from {first} to {last}, on {count} day.",
        "It is held from {first} to {last}, on {count} days.",
        count,
    )
    return words.format(first=t.long_date(first), last=t.long_date(last), count=count)


def _told(words: str, facts: LetterFacts) -> str:
    """With the training named; what an office did not write down yet is dots."""
    return words.format(organisation=facts.organisation or DOTS, training=facts.head.title, group=facts.head.group)


def _executive(facts: LetterFacts, t: Catalog) -> str:
    sector = t.gettext("The Executive Secretary of the Sector of {sector}").format(sector=facts.sector or DOTS)
    return "\n".join(filter(None, (sector, _of_district(facts, t))))


def _of_district(facts: LetterFacts, t: Catalog) -> str:
    return t.gettext("District of {district}").format(district=facts.district) if facts.district else ""


def _district(facts: LetterFacts, t: Catalog) -> str:
    if not facts.district:
        return ""
    return t.gettext("The Mayor of the District of {district}").format(district=facts.district)


def _management(name: str, t: Catalog) -> str:
    return t.gettext("The management of {name}").format(name=name)


def _body(*paragraphs: str) -> str:
    return "\n\n".join(filter(None, paragraphs))
