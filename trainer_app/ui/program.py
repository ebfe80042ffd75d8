"""What the program does that is no page's own: the sample, the passphrase, the bars that stand until they are done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Slot

from trainer_app.i18n import N_, _, label
from trainer_app.services import programme, sample
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.widgets.notice import Notice, Tone
from trainer_app.ui.work import Work


class Program(QObject):
    """Does what `window.deed_asked` names, and keeps the standing bar true."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._deeds: dict[str, Callable[[], object]] = {
            "sample": self.fill_sample,
            "remove_sample": self.remove_sample,
            "protect": self.protect,
            "unprotect": self.unprotect,
        }
        window.deed_asked.connect(self._do)
        window.preferences.changed.connect(self.stand)
        work.changed.connect(self._written)
        self.stand()

    @Slot(str)
    def _do(self, name: str) -> None:
        self._deeds[name]()

    @Slot(frozenset)
    def _written(self, tables: frozenset[str]) -> None:
        if "project" in tables:
            self.stand()

    @Slot()
    def stand(self) -> None:
        """The sample first: what one sees is invented. Then, that the data is in the open."""
        if self._work.read(programme.has_sample):
            words = label(N_("You are looking at the sample programme: everybody in it is invented."))
            self._window.standing.put(Notice(words, Tone.INFO, N_("Remove"), self.remove_sample, closable=False))
        elif not self._work.is_protected:
            words = label(N_("Not protected: whoever has this laptop can read your data."))
            notice = Notice(words, Tone.WARNING, N_("Set a passphrase"), self.protect, closable=False)
            self._window.standing.put(notice)
        else:
            self._window.standing.clear()

    @Slot()
    def fill_sample(self) -> None:
        self._work.change(label(N_("Fill with the sample programme")), sample.fill, date.today())
        self._window.open("today")

    @Slot()
    def remove_sample(self) -> None:
        self._work.change(label(N_("Remove the sample programme")), sample.remove)
        self._window.status.toast.put(_("The sample programme was removed."), undo=True)

    @Slot()
    def protect(self) -> None:
        from trainer_app.ui.dialogs.passphrase import PassphraseDialog

        passphrase = PassphraseDialog.ask(self._window)
        if passphrase:
            self._work.protect(passphrase)
            self._after_protection(_("Your data is protected now."))

    @Slot()
    def unprotect(self) -> None:
        self._work.protect(None)
        self._after_protection(_("The passphrase was taken away."))

    def _after_protection(self, words: str) -> None:
        self.stand()
        if self._window.page is not None:
            self._window.page.retranslate()
        self._window.tell(Notice(words, Tone.SUCCESS))
