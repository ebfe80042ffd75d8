"""Where a text stands, in the language of a paper or of the screen: `Step 2, instruction 3`."""

from __future__ import annotations

from trainer_app.domain.translating import TextPlace
from trainer_app.i18n import N_, Catalog

PLACES = {
    ("module", "title"): N_("Title of the module"),
    ("module", "aim"): N_("Aim of the module"),
    ("item", "stem"): N_("Question {form}{owner}"),
    ("item", "option"): N_("Question {form}{owner}, answer {letter}"),
    ("item", "caption"): N_("Question {form}{owner}: the picture in words"),
    ("unit", "title"): N_("Title of the unit"),
    ("unit", "room"): N_("The room"),
    ("unit", "objective"): N_("Objective {number}"),
    ("unit", "materials"): N_("Materials"),
    ("unit", "preparation"): N_("Preparation {number}"),
    ("unit", "question"): N_("Debrief question {number}"),
    ("unit", "message"): N_("Message {number}"),
    ("unit", "low_literacy"): N_("With people who read little"),
    ("unit", "women"): N_("So that women take part"),
    ("unit", "disability"): N_("So that people with disabilities take part"),
    ("unit", "cue"): N_("Cue card, line {number}"),
    ("step", "text"): N_("Step {owner}"),
    ("step", "instruction"): N_("Step {owner}, instruction {number}"),
    ("handout", "title"): N_("Handout: title"),
    ("handout", "caption"): N_("Handout: the picture in words"),
    ("handout", "message"): N_("Handout: message {number}"),
    ("handout", "do_this"): N_("Handout: do this"),
    ("handout", "spoken"): N_("Handout: what is said, {number}"),
    ("reading", "title"): N_("Reading {owner}"),
    ("reading", "paragraph"): N_("Reading {owner}, paragraph {number}"),
    ("exercise", "title"): N_("Exercise {owner}"),
    ("exercise", "instruction"): N_("Exercise {owner}: what to do"),
    ("exercise", "column"): N_("Exercise {owner}, column {number}"),
    ("exercise", "first"): N_("Exercise {owner}, row {number}"),
    ("exercise", "choice"): N_("Exercise {owner}, choice {number}"),
    ("prop", "title"): N_("Prop {owner}"),
    ("prop", "use"): N_("Prop {owner}: how it is used"),
    ("prop", "card"): N_("Prop {owner}, card {number}"),
    ("prop", "line"): N_("Prop {owner}, line {number}"),
}


def where(t: Catalog, place: TextPlace) -> str:
    words = t.gettext(PLACES[place.owner, place.key])
    return words.format(
        owner=place.number, number=place.position + 1, form=place.form, letter="ABC"[place.position % 3]
    )
