"""Where each text stands in `pack.yaml`, and in which order the texts of a thing are told: read and written alike."""

from __future__ import annotations

from trainer_app.domain.material import PartKind

UNIT_ONE = ("title", "room", "materials")
UNIT_LISTS = (
    ("objective", "objectives"),
    ("preparation", "preparation"),
    ("message", "messages"),
    ("question", "questions"),
    ("cue", "cue_card"),
)
"""Key of a text > the list of the unit that holds it."""
NOTES = ("low_literacy", "women", "disability")
PARTS = {PartKind.READING: "readings", PartKind.EXERCISE: "exercises", PartKind.PROP: "props"}
PART_TEXTS = {
    PartKind.READING: {"paragraphs": "paragraph"},
    PartKind.EXERCISE: {"columns": "column", "first": "first", "choices": "choice"},
    PartKind.PROP: {"cards": "card", "lines": "line"},
}
"""Of each kind of part: the list in the file > the key of its texts."""
ONE_TEXT = {PartKind.READING: (), PartKind.EXERCISE: ("instruction",), PartKind.PROP: ("use",)}
LAYOUT = ("lines", "rows", "amounts")
"""What a part has besides words."""
CARDS = "cards"
"""The form of a prop whose texts have pictures."""

KEYS_OF = {
    "module": ("title", "aim"),
    "unit": (*UNIT_ONE, *(key for key, _where in UNIT_LISTS), *NOTES),
    "step": ("text", "instruction"),
    "handout": ("title", "caption", "message", "do_this", "spoken"),
    "item": ("stem", "option", "caption"),
} | {kind.value: ("title", *ONE_TEXT[kind], *PART_TEXTS[kind].values()) for kind in PartKind}
"""What a thing is > the keys of its texts, in the order of the file."""
