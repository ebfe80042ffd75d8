"""Which persons the list shows: words of the name or phone, sex, group, and whether they agreed to be kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.consent import ConsentState
from trainer_app.domain.groups import GroupLine
from trainer_app.domain.people import Sex
from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.models.consent import STATES
from trainer_app.ui.models.people import SEXES
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.search_box import SearchBox


class ModestSearchBox(SearchBox):
    """One that gives way to the buttons beside it where the text is large or the window small."""

    def retranslate(self) -> None:
        super().retranslate()
        self.setMaximumWidth(theme.scaled(320))
        self.setMinimumWidth(theme.scaled(140))


class PeopleFilters(Translated, QWidget):
    """`changed` comes when the user asks for other persons. `search` stands wherever the page wants it."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._groups: tuple[GroupLine, ...] = ()
        self.search = ModestSearchBox(parent, "edPeopleSearch", N_("Search by name, phone or code"))
        self.sex: Choice[Sex | None] = Choice(self, "cbSex", ((None, N_("Women and men")), *SEXES))
        self.group: Choice[UUID | None] = Choice(self, "cbGroup", proper=True)
        self.group.setMaximumWidth(theme.scaled(240))
        agreed = ((None, N_("Agreed or not")), *STATES.items())
        self.agreed: Choice[ConsentState | None] = Choice(self, "cbAgreed", agreed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.sex)
        layout.addWidget(self.group)
        layout.addWidget(self.agreed)
        self.search.asked.connect(self._tell)
        self.sex.chosen.connect(self._tell)
        self.group.chosen.connect(self._tell)
        self.agreed.chosen.connect(self._tell)
        self.retranslate()

    @property
    def wanted(self) -> dict[str, Any]:
        """As `people.people` takes it."""
        return {
            "search": self.search.text().strip(),
            "sex": self.sex.value,
            "group_id": self.group.value,
            "agreed": self.agreed.value,
        }

    @property
    def narrow(self) -> bool:
        """Whether somebody may be left out."""
        return any(value not in ("", None) for value in self.wanted.values())

    def offer_groups(self, groups: tuple[GroupLine, ...]) -> None:
        self._groups = groups
        self.retranslate()

    def clear(self, search: str = "") -> None:
        """Everybody, or those whom `search` finds."""
        self.sex.choose(None)
        self.group.choose(None)
        self.agreed.choose(None)
        self.search.setText(search)
        self.search.selectAll()  # the next name typed takes its place
        self._tell()

    def retranslate(self) -> None:
        self.sex.setAccessibleName(_("Sex"))
        self.group.setAccessibleName(_("Group"))
        self.agreed.setAccessibleName(_("Agreement"))
        self.group.offer(((None, _("All groups")), *((line.id, line.name) for line in self._groups)))

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
