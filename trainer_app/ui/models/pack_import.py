"""What a file would do to the curriculum as rows: where it is, what is here, what the file says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from trainer_app.documents.material_words import method_word
from trainer_app.domain.material import Method
from trainer_app.domain.pack_merge import Difference, Key, Kind, Preview, Take, TextDifference
from trainer_app.domain.words_file import WordsCheck, WordsKind, WordsLine
from trainer_app.i18n import LANGUAGES, N_, _, ngettext, pgettext, screen
from trainer_app.ui.models.curriculum import state_words
from trainer_app.ui.models.table import Column
from trainer_app.ui.models.texts import place_words, tip

THINGS = {
    "module": N_("Module"),
    "unit": N_("Unit"),
    "step": N_("Step"),
    "handout": N_("Handout"),
    "reading": N_("Reading"),
    "exercise": N_("Exercise"),
    "prop": N_("Prop"),
    "item": N_("Test question"),
    "fact": N_("Rule of law"),
}
FIELDS = {
    "minutes": N_("Minutes"),
    "method": N_("Method"),
    "may_skip": N_("May be left out"),
    "people_least": N_("Least people"),
    "people_most": N_("Most people"),
    "picture": N_("Picture"),
    "form": N_("Form"),
    "layout": N_("Layout"),
    "unit_code": N_("Unit"),
    "number": N_("Number"),
    "answer": N_("Right answer"),
    "retired": N_("Retired"),
    "requires": N_("Comes after"),
    "complements": N_("Goes well with"),
    "topics": N_("Topics"),
    "licence": N_("Licence"),
    "law": N_("Law"),
    "law_words": N_("Law"),
    "source": N_("Source"),
    "as_known_on": N_("As known on"),
    "sure": N_("Sure"),
    "figures": N_("Figures"),
}


def kind_word(kind: Kind) -> str:
    return {
        Kind.NEW: pgettext("in a file that is imported", "new"),
        Kind.CHANGED: pgettext("in a file that is imported", "changed"),
        Kind.KEPT: pgettext("in a file that is imported", "changed only here"),
        Kind.CONFLICT: pgettext("in a file that is imported", "to choose"),
        Kind.REMOVED: pgettext("in a file that is imported", "no longer in the file"),
    }[kind]


def where(one: Difference) -> str:
    """`M2-2.1 Step 2, instruction 3`"""
    if isinstance(one, TextDifference):
        return f"{one.unit_code} {place_words(one.place)}".strip()
    unit = one.unit_code if one.what != "unit" else ""
    return f"{unit} {_named(_(THINGS[one.what]), one.title)}".strip()


def _named(name: str, value: str) -> str:
    return _("{name}: {value}").format(name=name, value=value)


def language_of(one: Difference) -> str:
    return LANGUAGES.get(one.language, one.language) if isinstance(one, TextDifference) else ""


def here(one: Difference) -> str:
    if isinstance(one, TextDifference):
        return one.mine or ""
    return _fields(one, "mine") if one.kind is not Kind.NEW else ""


def in_file(one: Difference) -> str:
    if isinstance(one, TextDifference):
        return one.theirs or ""
    return _fields(one, "theirs")


def before(one: Difference) -> str:
    """What both sides came from."""
    if isinstance(one, TextDifference):
        return one.base or ""
    return _fields(one, "base")


def states(one: Difference) -> tuple[str, str]:
    """Of the words here, and of those in the file."""
    if not isinstance(one, TextDifference):
        return "", ""
    shown = [state_words(state) if words is not None else "" for state, words in _sides(one)]
    return shown[0], shown[1]


def _sides(one: TextDifference) -> tuple[tuple[Any, str | None], ...]:
    return (one.my_state, one.mine), (one.their_state, one.theirs)


def _fields(one: Difference, side: str) -> str:
    assert not isinstance(one, TextDifference)
    told = (_named(_(FIELDS[f.name]), _value(f.name, getattr(f, side))) for f in one.fields if f.name in FIELDS)
    return "\n".join(told)


def _value(name: str, value: Any) -> str:  # noqa: ANN401
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name == "method":
        return method_word(screen(), Method(value)) if value else ""
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {_value('', one)}" for key, one in value.items())
    return str(value)


@dataclass(frozen=True, slots=True)
class Shown:
    """A difference with what was decided about it so far."""

    one: Difference
    take: Take | None = None

    @property
    def key(self) -> Key:
        return self.one.key


def decided(shown: Shown) -> str:
    """`to choose: here`"""
    if shown.take is None:
        return kind_word(shown.one.kind)
    return _named(kind_word(shown.one.kind), _("Here") if shown.take is Take.MINE else _("In the file"))


def _on_one_line(one: Difference, words: str) -> str:
    mark = " " if isinstance(one, TextDifference) else " · "
    return mark.join(filter(None, map(str.strip, words.splitlines())))


DIFFERENCES: tuple[Column[Shown], ...] = (
    Column(
        N_("What"),
        decided,
        sort=lambda shown: list(Kind).index(shown.one.kind),
        sample="no longer in the file 0",
    ),
    Column(N_("Language"), lambda shown: language_of(shown.one), sample="Ikinyarwanda 00"),
    Column(
        N_("Where"),
        lambda shown: where(shown.one),
        tip=lambda shown: tip(where(shown.one)),
        sample="M2-2.1 Step 12, instruction 1",
    ),
    Column(
        N_("Here"),
        lambda shown: _on_one_line(shown.one, here(shown.one)),
        tip=lambda shown: tip(here(shown.one)),
        stretch=True,
    ),
    Column(
        N_("In the file"),
        lambda shown: _on_one_line(shown.one, in_file(shown.one)),
        tip=lambda shown: tip(in_file(shown.one)),
        stretch=True,
    ),
)


def joined(parts: Iterable[tuple[int, str]]) -> str:
    """`3 new · 2 changed`: of so many, what is told of them; nothing of none."""
    return " · ".join(words.format(count=number) for number, words in parts if number)


def count_words(found: Preview) -> str:
    """`3 new · 2 changed · 1 to choose`"""
    new, changed, kept, choose, removed = (found.count(kind) for kind in Kind)
    return joined(
        (
            (new, ngettext("{count} new", "{count} new", new)),
            (changed, ngettext("{count} changed", "{count} changed", changed)),
            (choose, ngettext("{count} to choose", "{count} to choose", choose)),
            (kept, ngettext("{count} changed only here", "{count} changed only here", kept)),
            (removed, ngettext("{count} no longer in the file", "{count} no longer in the file", removed)),
            (found.moved, ngettext("{count} moved", "{count} moved", found.moved)),
        )
    )


# ---- translations of one language ------------------------------------------------------------------------------------


def words_kind(kind: WordsKind) -> str:
    return {
        WordsKind.NEW: pgettext("in a file that is imported", "new"),
        WordsKind.CHANGED: pgettext("in a file that is imported", "changed"),
        WordsKind.REVIEWED: pgettext("in a file that is imported", "other state"),
    }[kind]


def state_after(line: WordsLine) -> str:
    state = state_words(line.state)
    return state if line.from_words is None else _("{state}, outdated").format(state=state)


LINES: tuple[Column[WordsLine], ...] = (
    Column(N_("What"), lambda line: words_kind(line.kind), sample="other state"),
    Column(N_("State"), state_after, sample="✓ reviewed, outdated"),
    Column(N_("Source"), lambda line: " ".join(line.source.split()), tip=lambda line: tip(line.source), stretch=True),
    Column(N_("Here"), lambda line: " ".join(line.before.split()), tip=lambda line: tip(line.before), stretch=True),
    Column(
        N_("In the file"), lambda line: " ".join(line.after.split()), tip=lambda line: tip(line.after), stretch=True
    ),
)


def words_counts(found: WordsCheck) -> str:
    """`12 changed · 5 in another state · 820 the same`"""
    new, changed, other = (found.count(kind) for kind in WordsKind)
    skipped = len(found.skipped)
    return joined(
        (
            (new, ngettext("{count} new", "{count} new", new)),
            (changed, ngettext("{count} changed", "{count} changed", changed)),
            (other, ngettext("{count} in another state", "{count} in another state", other)),
            (
                found.outdated,
                ngettext("{count} older than its source", "{count} older than their source", found.outdated),
            ),
            (found.same, ngettext("{count} the same", "{count} the same", found.same)),
            (found.untranslated, ngettext("{count} not translated", "{count} not translated", found.untranslated)),
            (skipped, ngettext("{count} left out", "{count} left out", skipped)),
        )
    )
