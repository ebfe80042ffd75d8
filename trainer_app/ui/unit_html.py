"""A unit as its trainer reads it on the screen: what to prepare, the steps with what is done and said, the stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from trainer_app.documents.material_words import duration, people_words, reading_word, step_head
from trainer_app.domain import markup
from trainer_app.domain.material import PlanStep, Reading, UnitMaterial
from trainer_app.i18n import _, screen
from trainer_app.ui import theme

HANDOUT = "handout:"


def page(units: Iterable[UnitMaterial]) -> str:
    """Units one after another, each with its title and a link to its handout."""
    return styled("".join(f"{_title(unit)}{_unit(unit)}{_link(unit.handout_code)}" for unit in units))


def beside_its_page(unit: UnitMaterial) -> str:
    """One unit, where its title and its handout are seen already."""
    return styled(_unit(unit))


def _title(unit: UnitMaterial) -> str:
    return f"<h2>{escape(unit.code)} {escape(unit.title)}</h2>"


def _unit(unit: UnitMaterial) -> str:
    facts = filter(None, (duration(screen(), unit.minutes), people_words(screen(), unit.people)))
    return "".join(
        (
            f"<p>{escape(', '.join(facts))}</p>",
            titled(_("At the end, participants can"), bullets(unit.objectives)),
            titled(_("Materials"), _paragraphs([unit.materials])),
            titled(_("Before people come"), bullets(unit.preparation)),
            titled(_("The room"), _paragraphs([unit.room])),
            titled(_("Session plan, {duration}").format(duration=duration(screen(), unit.minutes)), _steps(unit.steps)),
            titled(_("Questions for the debrief"), bullets(unit.questions)),
            titled(_("Messages to take home"), bullets(unit.messages)),
            titled(_("With people who read little"), _paragraphs([unit.low_literacy])),
            titled(_("So that women take part"), _paragraphs([unit.women])),
            titled(_("So that people with disabilities take part"), _paragraphs([unit.disability])),
            titled(_("What is said with the handout"), _paragraphs(unit.spoken)),
            "".join(map(_reading, unit.readings)),
        )
    )


def titled(title: str, inside: str) -> str:
    return f"<h3>{escape(title)}</h3>{inside}" if inside else ""


def bullets(texts: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{worded(text)}</li>' for text in texts)}</ul>" if texts else ""


def worded(text: str) -> str:
    """Words of the curriculum: `**bold**` is bold, lines stay lines, all else is as it is."""
    pieces = (f"<b>{escape(piece.words)}</b>" if piece.bold else escape(piece.words) for piece in markup.pieces(text))
    return "".join(pieces).replace("\n", "<br>")


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{worded(text)}</p>" for text in texts if text)


def _steps(steps: Sequence[PlanStep]) -> str:
    """A row for each step, with the minute at which it begins, so that a trainer who is late sees it."""
    rows = []
    for step in steps:
        clock = f"{step.begins // 60}:{step.begins % 60:02}"
        numbered = f"<ol>{''.join(f'<li>{worded(text)}</li>' for text in step.instructions)}</ol>"
        said = f"<b>{escape(step_head(screen(), step))}</b>{numbered if step.instructions else ''}"
        rows.append(f"<tr><td>{clock}</td><td>{duration(screen(), step.minutes)}</td><td>{said}</td></tr>")
    heads = "".join(f"<th>{escape(word)}</th>" for word in (_("From"), _("For"), _("Step")))
    return f'<table width="100%" cellspacing="0"><tr>{heads}</tr>{"".join(rows)}</table>' if rows else ""


def _link(code: str) -> str:
    if not code:
        return ""
    words = escape(_("Handout {code}").format(code=code))
    return f'<p><a href="{HANDOUT}{escape(code)}" style="color:{theme.tokens().primary}">{words}</a></p>'


def _reading(reading: Reading) -> str:
    return titled(f"{reading_word(screen(), reading.form)}: {reading.title}", _paragraphs(reading.paragraphs))


def styled(html: str) -> str:
    colours, gap = theme.tokens(), theme.scaled(theme.SMALL)
    return f"""<style>
        h2 {{ font-size: {theme.scaled(theme.SECTION)}px; font-weight: 600; margin: {gap}px 0 0 0; }}
        h3 {{ font-size: {theme.scaled(theme.SECTION)}px; font-weight: 600; margin: {gap}px 0 0 0; }}
        p {{ margin: {gap // 2}px 0; }}
        ul, ol {{ margin: {gap // 2}px 0; -qt-list-indent: 0; margin-left: {2 * gap}px; }}
        li {{ margin-bottom: {gap // 2}px; }}
        th {{ text-align: left; font-weight: 600; padding: {gap // 2}px {gap}px {gap // 2}px 0;
              border-bottom: 1px solid {colours.border}; }}
        td {{ padding: {gap // 2}px {gap}px {gap // 2}px 0; border-bottom: 1px solid {colours.hairline}; }}
        </style>{html}"""
