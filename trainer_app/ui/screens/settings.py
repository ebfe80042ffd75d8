"""Settings: every one acts at once. Languages, how the program looks, lists, protection, the data itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trainer_app.i18n import LANGUAGES, N_, _, ngettext
from trainer_app.services import letterheads, programme
from trainer_app.settings import Settings as Values
from trainer_app.ui import theme
from trainer_app.ui.dialogs import letterhead, rules
from trainer_app.ui.preferences import Preferences
from trainer_app.ui.printing import open_file
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.form import Field
from trainer_app.ui.widgets.labels import card, label
from trainer_app.ui.widgets.number_box import NumberBox
from trainer_app.ui.work import Work

THEMES = (("system", N_("As the computer")), ("light", N_("Light")), ("dark", N_("Dark")))
ROWS = (("compact", N_("Compact")), ("normal", N_("Normal")), ("large", N_("Large")))
SIZES = tuple((size, f"{size} %") for size in theme.TEXT_SIZES)
OWN = "own"


class SettingsScreen(Screen):
    """Each control shows what is set and changes it: there is no OK and no Cancel."""

    TITLE = N_("Settings")
    HELP = "settings"
    KEYS = N_("Tab next setting   ↑ ↓ another choice   Ctrl+L language   Ctrl++ larger text   Ctrl+- smaller text")
    WATCHES = frozenset({"project", "letterhead", "logo"})

    def __init__(self, work: Work, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgSettings")
        self._preferences = preferences
        names = list(LANGUAGES.items())
        self.language: Segments[str] = Segments(self, "segScreenLanguage", names, proper=True)
        self.content: Choice[str] = Choice(self, "cbContentLanguage", [("", ""), *names], proper=True)
        self.printed: Choice[str] = Choice(self, "cbPrintLanguage", [("", ""), *names], proper=True)
        self.theme: Segments[str] = Segments(self, "segTheme", THEMES)
        self.text_size: Choice[int] = Choice(self, "cbTextSize", SIZES, proper=True)
        self.rows: Segments[str] = Segments(self, "segRows", ROWS)
        self.letterhead_words = label(self, name="lblLetterhead")
        self.letterhead = button(self, "btnLetterhead", "pencil")
        self.page_price = NumberBox(self, "spnPagePrice", 0, 10_000)
        self.page_price.setSuffix(" Frw")
        self.page_price.setKeyboardTracking(False)
        self.protection = label(self, name="lblProtection")
        self.protect = button(self, "btnProtect", "key-round")
        self.unprotect = button(self, "btnUnprotect", kind="link")
        self.folder = label(self, "muted", "lblFolder")
        self.open_folder = button(self, "btnOpenFolder", "folder-open")
        self.back_up = button(self, "btnBackUp", "hard-drive")
        self.remove_sample = button(self, "btnRemoveSample", "trash-2")
        self.rules = button(self, "btnProgrammeRules", "settings")
        self.defaults = button(self, "btnDefaults", kind="link")
        self._headings = [label(self, "section") for _words in HEADINGS]
        self._arrange()
        self._connect()
        preferences.changed.connect(self._show)
        self._show()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.language

    def reload(self) -> None:
        self.remove_sample.setVisible(self.work.read(programme.has_sample))
        self._show()

    def retranslate(self) -> None:
        for heading, words in zip(self._headings, HEADINGS, strict=True):
            heading.setText(_(words))
        for choice in (self.content, self.printed):
            choice.setItemText(0, _("As the screen"))
        protected = self.work.is_protected
        self.letterhead_words.setText(self._said_of_letterhead())
        self.letterhead.setText(_("Letterhead…"))
        self.protection.setText(
            _("Your data is protected by a passphrase.")
            if protected
            else _("Your data is not protected: whoever has this laptop can read it.")
        )
        self.protect.setText(_("Change the passphrase") if protected else _("Set a passphrase"))
        self.unprotect.setText(_("Take the passphrase away"))
        self.unprotect.setVisible(protected)
        self.folder.setText(_("Your data is in {folder}").format(folder=self.work.folder))
        self.open_folder.setText(_("Open the folder"))
        self.back_up.setText(_("Back up now"))
        self.remove_sample.setText(_("Remove the sample programme"))
        self.rules.setText(_("Rules of this programme"))
        self.defaults.setText(_("Restore the defaults"))

    def _said_of_letterhead(self) -> str:
        """Whose papers these are, in a line."""
        own = self.work.read(letterheads.of)
        if own.is_empty:
            return _("Papers bear no letterhead yet: no logos, and not who pays.")
        logos = ngettext("{count} logo", "{count} logos", len(own.logos)).format(count=len(own.logos))
        return ", ".join(filter(None, (own.title, own.organisation, logos)))

    @Slot()
    def _show(self) -> None:
        now = self._preferences.now
        self.language.choose(now.language or "en")
        self.content.choose(now.content_language)
        self.printed.choose(now.print_language)
        self.theme.choose(now.theme)
        self.text_size.choose(now.text_size)
        self.rows.choose(now.row_height)
        if not self.page_price.hasFocus():
            self.page_price.setValue(now.page_price)
        self.retranslate()

    def _connect(self) -> None:
        change = self._preferences.change
        for control, name in (
            (self.language, "language"),
            (self.content, "content_language"),
            (self.printed, "print_language"),
            (self.theme, "theme"),
            (self.text_size, "text_size"),
            (self.rows, "row_height"),
        ):
            control.chosen.connect(_Change(self, name, change).take)
        self.letterhead.clicked.connect(self._change_letterhead)
        self.page_price.valueChanged.connect(self._keep_price)
        self.protect.clicked.connect(self._protect)
        self.unprotect.clicked.connect(self._unprotect)
        self.open_folder.clicked.connect(self._open_folder)
        self.back_up.clicked.connect(self._back_up)
        self.remove_sample.clicked.connect(self._remove_sample)
        self.rules.clicked.connect(self._rules)
        self.defaults.clicked.connect(self._restore_defaults)

    @Slot()
    def _change_letterhead(self) -> None:
        if letterhead.change(self, self.work):
            self.report(_("The letterhead is changed"))

    @Slot(int)
    def _keep_price(self, price: int) -> None:
        if price != self._preferences.now.page_price:
            self._preferences.change(page_price=price)

    @Slot()
    def _protect(self) -> None:
        self.go.emit("protect", None)

    @Slot()
    def _unprotect(self) -> None:
        self.go.emit("unprotect", None)

    @Slot()
    def _open_folder(self) -> None:
        open_file(self.work.folder)

    @Slot()
    def _back_up(self) -> None:
        made = self.work.back_up()
        self.report(_("Backed up to {file}").format(file=made.name), undo=False)

    @Slot()
    def _rules(self) -> None:
        rules.show(self, self.work)

    @Slot()
    def _remove_sample(self) -> None:
        self.go.emit("remove_sample", None)

    @Slot()
    def _restore_defaults(self) -> None:
        kept = Values()
        self._preferences.change(
            content_language=kept.content_language,
            print_language=kept.print_language,
            theme=kept.theme,
            text_size=kept.text_size,
            row_height=kept.row_height,
        )

    def _arrange(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.MARGIN)
        column.setSpacing(theme.LARGE)
        grid = QGridLayout()
        grid.setSpacing(theme.LARGE)
        for number, controls in enumerate(self._groups()):
            grid.addWidget(self._group(inside, number, controls), number // 2, number % 2)
        column.addLayout(grid)
        column.addWidget(self.defaults)
        column.addStretch()
        scroller = QScrollArea(self)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroller)

    def _groups(self) -> tuple[list[QWidget], ...]:
        return (
            [
                Field(self, N_("Language of the screen"), self.language),
                Field(self, N_("Language of the curriculum on screen"), self.content),
                Field(self, N_("Language proposed for papers"), self.printed),
            ],
            [
                Field(self, N_("Colours"), self.theme),
                Field(self, N_("Size of text"), self.text_size),
                Field(self, N_("Rows of tables"), self.rows),
            ],
            [self.letterhead_words, _row(self.letterhead)],
            [self.protection, _row(self.protect, self.unprotect)],
            [
                Field(self, N_("Price of a printed page"), self.page_price, N_("0: nothing is said of the cost")),
                self.folder,
                _row(self.open_folder, self.back_up),
                _row(self.rules),
                _row(self.remove_sample),
            ],
        )

    def _group(self, parent: QWidget, number: int, controls: list[QWidget]) -> QFrame:
        frame = card(parent, f"settings{number}")
        layout = QVBoxLayout(frame)
        layout.setSpacing(theme.MEDIUM)
        layout.addWidget(self._headings[number])
        for control in controls:
            layout.addWidget(control)
        layout.addStretch()
        return frame


HEADINGS = (N_("Languages"), N_("How it looks"), N_("Letterhead"), N_("Protection"), N_("Your data"))


class _Change:
    """What one control changes."""

    def __init__(self, owner: SettingsScreen, name: str, change: object) -> None:
        self._owner = owner
        self._name = name
        self._change = change

    def take(self, value: object) -> None:
        self._change(**{self._name: value})  # type: ignore[operator]


def _row(*buttons: QWidget) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    for made in buttons:
        layout.addWidget(made)
    layout.addStretch()
    return holder
