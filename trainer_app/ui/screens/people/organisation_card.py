"""The card of one organisation, beside the list: what it is, who works there, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trainer_app.domain.organisations import OrganisationCard, PostLine
from trainer_app.domain.people import shown_phone
from trainer_app.i18n import N_, _, ngettext, screen
from trainer_app.ui import theme
from trainer_app.ui.models.organisations import KINDS, POSTS
from trainer_app.ui.models.past import Deed
from trainer_app.ui.screens.people.add_member import AddMember
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView
from trainer_app.ui.widgets.sections import Line, Section
from trainer_app.ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

WIDTH = 430
ROWS_SHOWN = 5
DEEDS_SHOWN = 8


class OrganisationPanel(SidePanel):
    """`pnlOrganisation`. What is wanted is told by signals: the list knows what to do."""

    edit_wanted = Signal()
    removal_wanted = Signal()
    person_wanted = Signal(object)
    somebody_wanted = Signal(object)  # the key of a person who gets a post
    new_wanted = Signal(str)
    post_wanted = Signal(object)  # the PostLine to correct
    end_wanted = Signal(object)
    post_removal_wanted = Signal(object)

    def __init__(self, parent: QWidget, work: Work) -> None:
        super().__init__(parent, "pnlOrganisation", WIDTH)
        self.card: OrganisationCard | None = None
        self.edit = button(self, "btnEditOrganisation", "pencil")
        self.remove = button(self, "btnRemoveOrganisation", "trash-2", kind="quiet")
        self.count = label(self.body, "strong", "lblPosts")
        self.add = AddMember(self.body, "edAddPost", work, N_("Add somebody: name or phone"))
        self.posts: ListView[PostLine] = ListView(self.body, "tblPosts", POSTS, _key, N_("People in it"))
        self.open = button(self.body, "btnOpenPerson")
        self.correct = button(self.body, "btnEditPost")
        self.end = button(self.body, "btnEndPost")
        self.drop = button(self.body, "btnRemovePost", kind="quiet")
        self.details = Section(self.body, "secOrganisationDetails")
        self.past = Section(self.body, "secOrganisationPast", folds=True, is_open=False)
        self._build()
        self._connect()
        self._post_chosen(None)
        self.retranslate()

    def _build(self) -> None:
        self.toolbar.addWidget(self.edit)
        self.toolbar.addWidget(self.remove)
        below = FlowLayout()
        for made in (self.open, self.correct, self.end, self.drop):
            below.addWidget(made)
        self.posts.setMinimumHeight(theme.row_height() * (ROWS_SHOWN + 1))
        self.inside.addWidget(self.count)
        self.inside.addWidget(self.add)
        self.inside.addWidget(self.posts, 1)
        self.inside.addLayout(below)
        self.inside.addWidget(self.details)
        self.inside.addWidget(self.past)

    def _connect(self) -> None:
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        self.add.member_wanted.connect(self.somebody_wanted)
        self.add.new_wanted.connect(self.new_wanted)
        self.posts.opened.connect(self._open)
        self.posts.chosen.connect(self._post_chosen)
        self.open.clicked.connect(self._open_chosen)
        self.correct.clicked.connect(self._correct)
        self.end.clicked.connect(self._end)
        self.drop.clicked.connect(self._drop)
        gone = QShortcut(QKeySequence("Del"), self.posts, context=Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self._drop)

    def show_card(self, card: OrganisationCard, past: tuple[Deed, ...]) -> None:
        self.card = card
        self.title.setText(card.form.name)
        self.subtitle.setText(" · ".join(part for part in (_(KINDS[card.form.kind]), card.place) if part))
        self.setAccessibleName(_("Card of {name}").format(name=card.form.name))
        held = len({line.form.person_id for line in card.posts if line.is_held})
        words = ngettext("{count} person works here", "{count} people work here", held)
        self.count.setText(words.format(count=screen().number(held)))
        self.posts.show_rows(card.posts)
        self._post_chosen(self.posts.current_row())
        self.details.fill(_("Details"), _details(card))
        self.past.fill(_("History of changes"), [Line(deed.what, deed.when) for deed in past[:DEEDS_SHOWN]])

    def forget(self) -> None:
        """No organisation is shown any more: it was removed."""
        self.card = None
        self.hide()

    def retranslate(self) -> None:
        super().retranslate()
        self.edit.setText(_("Edit"))
        self.edit.setToolTip(_("Edit this organisation (F2)"))
        self.remove.setText(_("Remove"))
        self.remove.setToolTip(_("Take this organisation out of the lists (Del). Undo brings it back."))
        self.open.setText(_("Open"))
        self.correct.setText(_("Edit post"))
        self.end.setText(_("Left…"))
        self.end.setToolTip(_("The person left this post: it stays in the history with its day."))
        self.drop.setText(_("Take out"))
        self.drop.setToolTip(_("It was written down by mistake (Del)"))

    @Slot(object)
    def _post_chosen(self, line: PostLine | None) -> None:
        for widget in (self.open, self.correct, self.drop):
            widget.setVisible(line is not None)
        self.end.setVisible(line is not None and line.is_held)

    @Slot(object)
    def _open(self, line: PostLine) -> None:
        self.person_wanted.emit(line.form.person_id)

    @Slot()
    def _open_chosen(self) -> None:
        if line := self.posts.current_row():
            self._open(line)

    @Slot()
    def _correct(self) -> None:
        if line := self.posts.current_row():
            self.post_wanted.emit(line)

    @Slot()
    def _end(self) -> None:
        if line := self.posts.current_row():
            self.end_wanted.emit(line)

    @Slot()
    def _drop(self) -> None:
        if line := self.posts.current_row():
            self.post_removal_wanted.emit(line)


def _key(line: PostLine) -> object:
    return line.id


def _details(card: OrganisationCard) -> list[Line]:
    told = ((_("Phone"), shown_phone(card.form.phone)), (_("Note"), card.form.note))
    return [Line(words, title=title) for title, words in told if words]
