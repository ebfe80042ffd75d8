"""The rules that figures and papers follow: when a test is passed, who gets a certificate, where age groups begin."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from trainer_app.domain.age_bands import AgeBands
from trainer_app.domain.rules import Certified, PassMark, Setting
from trainer_app.i18n import N_, _
from trainer_app.ui.dialogs.rule_row import RuleRow, quietly
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.form import Field


class PassMarkRow(RuleRow):
    KIND = PassMark
    TITLE = N_("Pass mark")
    DEED = N_("Change the rule about the pass mark")
    MEANS = N_("From this share of its points on a test is passed, unless the test itself says something else.")

    def build(self) -> None:
        self.share = self.number("spnPassMark", 1, 100, " %")
        self.beside(Field(self, N_("Passed from"), self.share), QWidget(self))

    def show_value(self, value: Setting) -> None:
        assert isinstance(value, PassMark)
        quietly(self.share, round(value.share * 100))

    def value(self) -> PassMark:
        return PassMark(self.share.value() / 100)


class CertifiedRow(RuleRow):
    KIND = Certified
    TITLE = N_("Certificates")
    DEED = N_("Change the rule about certificates")
    MEANS = N_(
        "Who attended this share of the sessions gets a certificate; where it is asked, only who passed the test."
    )

    def build(self) -> None:
        self.share = self.number("spnCertified", 0, 100, " %")
        self.must_pass = QCheckBox(self)
        self.must_pass.setObjectName("chkMustPass")
        self.must_pass.toggled.connect(self.tell)
        self.beside(Field(self, N_("Sessions attended, from"), self.share), QWidget(self))
        self.inside.addWidget(self.must_pass)

    def retranslate(self) -> None:
        super().retranslate()
        self.must_pass.setText(_("Only for who passed the last test"))

    def show_value(self, value: Setting) -> None:
        assert isinstance(value, Certified)
        quietly(self.share, round(value.least_share * 100))
        self.must_pass.blockSignals(True)
        self.must_pass.setChecked(value.must_pass)
        self.must_pass.blockSignals(False)

    def value(self) -> Certified:
        return Certified(self.share.value() / 100, self.must_pass.isChecked())


class AgeBandsRow(RuleRow):
    """What the groups are is said below while one types."""

    KIND = AgeBands
    TITLE = N_("Age groups")
    DEED = N_("Change the age groups")
    MEANS = N_("The ages at which a new group begins, with commas. Lists and reports count by these groups.")

    def build(self) -> None:
        self.ages = QLineEdit(self)
        self.ages.setObjectName("edAgeBands")
        self.ages.editingFinished.connect(self.tell)
        self.ages.textEdited.connect(self._say)
        self.field = Field(self, N_("A new group begins at the age of"), self.ages)
        self.inside.addWidget(self.field)
        self.said = labels.label(self, name="lblAgeBands")
        self.inside.addWidget(self.said)

    def show_value(self, value: Setting) -> None:
        assert isinstance(value, AgeBands)
        self.ages.setText(", ".join(map(str, value.begins)))
        self.field.refuse("")
        self._say()

    def retranslate(self) -> None:
        super().retranslate()
        self._say()

    def value(self) -> AgeBands | None:
        found = self._bands()
        self.field.refuse("" if found else _("Write ages from 1 to 120, the youngest first, like 18, 36."))
        return found

    @Slot()
    def _say(self) -> None:
        found = self._bands()
        self.said.setText(" · ".join(band.value for band in found.bands) if found else "")

    def _bands(self) -> AgeBands | None:
        """None while what is typed makes no groups."""
        parts = [part.strip() for part in self.ages.text().replace(";", ",").split(",") if part.strip()]
        try:
            return AgeBands(tuple(int(part) for part in parts))
        except ValueError:
            return None
