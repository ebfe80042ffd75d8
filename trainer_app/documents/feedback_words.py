"""The questions that smileys answer, and what the three faces are called: on the screen and on paper alike."""

from __future__ import annotations

from trainer_app.domain.feedback import Face, Question
from trainer_app.i18n import Catalog

GLYPHS = {Face.GOOD: "☺", Face.MIDDLE: "😐", Face.BAD: "☹"}


def questions(t: Catalog) -> dict[Question, str]:
    """Read aloud as they stand."""
    return {
        Question.UNDERSTOOD: t.gettext("I understood what was said."),
        Question.USEFUL: t.gettext("It is useful for my work."),
        Question.PACE: t.gettext("The pace was right for me."),
        Question.RESPECTED: t.gettext("I was respected and could speak."),
        Question.PLACE: t.gettext("The place and the food were good."),
    }


def faces(t: Catalog) -> dict[Face, str]:
    """Never shown without its word: a face alone is not read by everybody in the same way."""
    return {
        Face.GOOD: t.pgettext("a smiley", "Yes"),
        Face.MIDDLE: t.pgettext("a smiley", "So-so"),
        Face.BAD: t.pgettext("a smiley", "No"),
    }
