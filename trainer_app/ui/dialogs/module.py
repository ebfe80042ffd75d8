"""A module of one's own: what it is called and for, in which language it is written, what it stands beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.i18n import LANGUAGES, N_, _
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.choice import Choice


@dataclass(frozen=True, slots=True)
class ModuleForm:
    title: str
    aim: str
    language: str
    requires: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


def ask(parent: QWidget, codes: Sequence[str], before: ModuleForm | None = None) -> ModuleForm | None:
    """A new module; or, with `before`, what one that there is stands beside. `codes` are those of the others."""
    return ModuleDialog(parent, codes, before).ask_user()


class ModuleDialog(FormDialog[ModuleForm]):
    """`dlgModule`. Codes and topics are typed with commas between them."""

    def __init__(self, parent: QWidget | None, codes: Sequence[str], before: ModuleForm | None = None) -> None:
        super().__init__(parent, "dlgModule", 620, 460)
        self._codes = {code.upper(): code for code in codes}
        self._is_new = before is None
        told = before or ModuleForm("", "", "fr")
        self.name = _line(self, "edModuleTitle", told.title)
        self.aim = _line(self, "edModuleAim", told.aim)
        self.language: Choice[str] = Choice(self, "cbModuleLanguage", list(LANGUAGES.items()), proper=True)
        self.language.choose(told.language)
        self.requires = _line(self, "edRequires", ", ".join(told.requires))
        self.complements = _line(self, "edComplements", ", ".join(told.complements))
        self.topics = _line(self, "edTopics", ", ".join(told.topics))
        if self._is_new:
            self.form.add("title", N_("Title"), self.name)
            self.form.add("aim", N_("What it is for"), self.aim)
            self.form.add("language", N_("Written in"), self.language)
        else:
            for unused in (self.name, self.aim, self.language):
                unused.hide()
        hint = _("Codes of modules: {codes}").format(codes=", ".join(codes))
        self.form.add("requires", N_("Comes after"), self.requires, hint=hint)
        self.form.add("complements", N_("Goes well with"), self.complements, beside=True)
        self.form.add("topics", N_("Topics"), self.topics, hint=N_("Words to find it by, with commas between them"))
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(_("New module") if self._is_new else _("Place of the module"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.name if self._is_new else self.requires
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        if self._is_new and not self.name.text().strip():
            found["title"] = _("A module needs a title.")
        if self._is_new and not self.aim.text().strip():
            found["aim"] = _("Say in one sentence what people can do afterwards.")
        for name, line in (("requires", self.requires), ("complements", self.complements)):
            unknown = [code for code in _listed(line) if code.upper() not in self._codes]
            if unknown:
                found[name] = _("There is no module {code}.").format(code=unknown[0])
        return found

    def result_of_form(self) -> ModuleForm:
        return ModuleForm(
            self.name.text().strip(),
            self.aim.text().strip(),
            self.language.value or "fr",
            tuple(self._codes[code.upper()] for code in _listed(self.requires)),
            tuple(self._codes[code.upper()] for code in _listed(self.complements)),
            _listed(self.topics),
        )


def _listed(line: QLineEdit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in line.text().split(",") if part.strip()))


def _line(parent: QWidget, name: str, words: str) -> QLineEdit:
    made = QLineEdit(words, parent)
    made.setObjectName(name)
    return made
