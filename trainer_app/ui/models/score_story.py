"""What the scores of a training say, in lines for the panel beside them."""

from __future__ import annotations

from trainer_app.documents import score_words
from trainer_app.documents.score_words import DASH, Definition, Term
from trainer_app.domain.scores import Phase
from trainer_app.domain.test_figures import Figure, ItemFigures, ObjectiveFigures, TestFigures
from trainer_app.i18n import N_, Catalog, _, ngettext
from trainer_app.ui.widgets.sections import Line

ADD = N_("Add to follow-up…")
SHOWN = 12  # people of a list; the list on paper has all of them


def few(found: TestFigures, t: Catalog) -> str:
    """A warning where fewer than five people sat the last test that somebody sat."""
    sat = [one.sat for one in found.all.phases if one.sat]
    return score_words.few_words(sat[-1], t) if sat else _("Nobody sat a test yet.")


def to_help(found: TestFigures, t: Catalog) -> list[Line]:
    meaning = score_words.definitions(t)[Term.TO_HELP]
    words = _("{name}: {score} of {maximum}")
    lines = [
        Line(
            words.format(
                name=f"{one.number} {one.name}",
                score=score_words.points(one.score, t),
                maximum=score_words.points(one.maximum, t),
            )
        )
        for one in found.to_help
    ]
    return _with_deed(lines, meaning.sentence, "help")


def without_post(found: TestFigures, t: Catalog) -> list[Line]:
    """Who sat the pre-test and not the post-test; and why, as far as it was written down."""
    standings = score_words.standing_words(t)
    lines = [Line(f"{line.number} {line.name}", standings[line.standing(Phase.POST)]) for line in found.without_post]
    return _with_deed(lines, _("They sat the pre-test, and no post-test."), "post")


def difficult(found: TestFigures, t: Catalog) -> list[Line]:
    return [Line(_question(item), _facility(item, t)) for item in found.difficult]


def objectives(found: TestFigures, t: Catalog) -> list[Line]:
    """The units that were asked about, reached or not."""
    return [Line(f"{one.unit_code} {one.title}".strip(), _reached(one, t)) for one in found.objectives]


def numbers(found: TestFigures, t: Catalog) -> list[Line]:
    """Each figure before and after, with what it means. What nobody can tell yet is left out."""
    pre, post = found.all.phase(Phase.PRE), found.all.phase(Phase.POST)
    gain = found.all.gain()
    meanings = score_words.definitions(t)
    both = (
        (Term.MEAN, pre.mean, post.mean),
        (Term.MEDIAN, pre.median, post.median),
    )
    lines = [
        _line(meanings[term], f"{_points(before, t)} → {_points(after, t)}", before.n + after.n)
        for term, before, after in both
    ]
    passed = f"{_percent(pre.pass_share, t)} → {_percent(post.pass_share, t)}"
    lines.append(_line(meanings[Term.PASSED], passed, pre.sat + post.sat))
    lines.append(_figure(meanings[Term.POINTS], gain.points, _signed(gain.points, t), t))
    lines.append(_figure(meanings[Term.CLASS_GAIN], gain.class_gain, _percent(gain.class_gain, t), t))
    lines.append(_figure(meanings[Term.OWN_GAIN], gain.mean_gain, _percent(gain.mean_gain, t), t))
    size = " ".join(part for part in (_points(gain.effect, t), _size(gain.effect, t)) if part)
    lines.append(_figure(meanings[Term.EFFECT], gain.effect, size, t))
    return [line for line in lines if line is not None]


def _line(meaning: Definition, value: str, people: int) -> Line | None:
    return Line(f"{meaning.name}: {value}", _meaning(meaning)) if people else None


def _figure(meaning: Definition, figure: Figure, value: str, t: Catalog) -> Line | None:
    """With the likely range and of how many people it is."""
    if figure.value is None:
        return None
    people = ngettext("Of {count} person.", "Of {count} people.", figure.n).format(count=figure.n)
    likely = score_words.range_words(figure, t)
    few = score_words.few_words(figure.n, t)
    told = " ".join(part for part in (few or people, f"{likely[:1].upper()}{likely[1:]}." if likely else "") if part)
    return Line(f"{meaning.name}: {value}", f"{told}\n{_meaning(meaning)}")


def _meaning(meaning: Definition) -> str:
    return f"{meaning.sentence} ({meaning.source})" if meaning.source else meaning.sentence


def _points(figure: Figure, t: Catalog) -> str:
    return DASH if figure.value is None else score_words.points(figure.value, t)


def _signed(figure: Figure, t: Catalog) -> str:
    return DASH if figure.value is None else score_words.signed(figure.value, t)


def _percent(figure: Figure, t: Catalog) -> str:
    return DASH if figure.value is None else t.percent(figure.value)


def _size(figure: Figure, t: Catalog) -> str:
    words = score_words.effect_words(figure, t)
    return f"({words})" if words else ""


def _question(item: ItemFigures) -> str:
    question = item.question
    return f"{question.form}{question.number}. {question.words}"


def _facility(item: ItemFigures, t: Catalog) -> str:
    last = item.last
    share = DASH if last.facility.value is None else t.percent(last.facility.value)
    words = _("{share} right in the {test}: {right} of {asked}")
    test = score_words.phase_words(t)[last.phase]
    return words.format(share=share, test=test.lower(), right=last.right, asked=last.asked)


def _reached(one: ObjectiveFigures, t: Catalog) -> str:
    state = {True: _("reached"), False: _("not reached yet"), None: _("no test after the training yet")}[one.is_reached]
    shares = [t.percent(tally.share) for _phase, tally, _people in one.phases if tally.share is not None]
    return _("{state}: {shares} of the answers right").format(state=state, shares=" → ".join(shares))


def _with_deed(lines: list[Line], meaning: str, key: str) -> list[Line]:
    """First what the list is, with what can be done about all of them."""
    if not lines:
        return []
    rest = len(lines) - SHOWN
    more = [Line(ngettext("and {count} more", "and {count} more", rest).format(count=rest))] if rest > 0 else []
    return [Line(meaning, deed=_(ADD), deed_key=key), *lines[:SHOWN], *more]
