"""How a test is given: which form, in which way, on which day, and how many points it gives and needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.documents import score_words
from trainer_app.domain.scores import CROSSED, GivenTest, Phase, ScoreProblem, TestPlan, Way, parse_score
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.score_sheet import points
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.date_field import DateField

MOST = 1000.0  # points in a test; more is a slip of the finger
FORMS = ((CROSSED, N_("Crossed")), ("A", N_("Form A")), ("B", N_("Form B")))
TITLES = {
    Phase.PRE: N_("How the pre-test is given"),
    Phase.POST: N_("How the post-test is given"),
    Phase.LATER: N_("How the later test is given"),
}


def ask(parent: QWidget, given: GivenTest, usual: float, today: date) -> TestPlan | None:
    """`usual` are the points of a test of this training that says nothing else."""
    return TestSettingsDialog(parent, given, usual, today).ask_user()


class TestSettingsDialog(FormDialog[TestPlan]):
    """`dlgTestSettings`. What is left empty is as usual."""

    __test__ = False  # pytest would take it for a test of the program

    def __init__(self, parent: QWidget | None, given: GivenTest, usual: float, today: date) -> None:
        super().__init__(parent, "dlgTestSettings", 560, 400)
        self._given, self._usual = given, usual
        self.form_choice: Segments[str] = Segments(self, "segTestForm", FORMS)
        ways = score_words.way_words(screen())
        self.way: Choice[Way] = Choice(self, "cbTestWay", [(way, ways[way]) for way in Way], proper=True)
        self.day = DateField(self, "dtTestDay", today)
        self.maximum = _line(self, "edTestMaximum")
        self.pass_mark = _line(self, "edTestPassMark")
        hint = N_("Crossed: half of the people have form A first, the others form B, and after the training the other")
        self.form.add("form", N_("Form of the test"), self.form_choice, hint=hint)
        self.form.add("way", N_("How it is given"), self.way)
        self.form.add("day", N_("Day"), self.day, optional=True, beside=True)
        self.form.add("maximum", N_("Highest score"), self.maximum, optional=True)
        self.form.add("pass_mark", N_("Pass mark"), self.pass_mark, optional=True, beside=True)
        self._fill(given.plan)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form_choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(_(TITLES[self._given.phase]))
        self.maximum.setPlaceholderText(_("as usual: {points}").format(points=points(self._usual)))
        plan, given = self._given.plan, self._given
        usual = "" if plan.pass_mark is not None else points(given.pass_mark)
        self.pass_mark.setPlaceholderText(
            _("as usual: {points}").format(points=usual) if usual else _("as the programme's rule says")
        )

    def problems(self) -> Mapping[str, str]:
        found = {}
        if self.day.is_wrong:
            found["day"] = _("Write a day like 05/03/2026.")
        for name, line in (("maximum", self.maximum), ("pass_mark", self.pass_mark)):
            if _number(line) is None and line.text().strip():
                found[name] = _("Write a number from 1 to {most}.").format(most=screen().number(MOST))
        wanted, most = _number(self.pass_mark), _number(self.maximum) or self._usual
        if not found and wanted is not None and wanted > most:
            found["pass_mark"] = _("The pass mark lies between 1 and {maximum}.").format(maximum=points(most))
        return found

    def result_of_form(self) -> TestPlan:
        return replace(
            self._given.plan,
            form=self.form_choice.value,
            way=self.way.value or Way.WRITTEN,
            held_on=self.day.value,
            maximum=_number(self.maximum),
            pass_mark=_number(self.pass_mark),
        )

    def _fill(self, plan: TestPlan) -> None:
        self.form_choice.choose(plan.form)
        self.way.choose(plan.way)
        self.day.set_value(plan.held_on)
        for line, value in ((self.maximum, plan.maximum), (self.pass_mark, plan.pass_mark)):
            line.setText("" if value is None else points(value))


def _line(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made


def _number(line: QLineEdit) -> float | None:
    """Points of more than 0; None where nothing, or no such number, was typed."""
    try:
        found = parse_score(line.text(), MOST)
    except ScoreProblem:
        return None
    return found.value if found is not None and found.value else None
