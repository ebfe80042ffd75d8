"""The rules of a programme, kept and taken back."""

from __future__ import annotations

from trainer_app.db.database import Database
from trainer_app.domain.rules import Absence
from trainer_app.i18n import label
from trainer_app.services import rules


def test_a_rule_is_the_usual_one_until_somebody_sets_it_and_again_after_undo(db: Database) -> None:
    with db.changing(label("Set a rule")) as s:
        rules.set_rule(s, Absence(days=7))
    with db.reading() as s:
        assert rules.rule(s, Absence) == Absence(days=7)
    db.undo()
    with db.reading() as s:
        assert rules.rule(s, Absence) == Absence()
