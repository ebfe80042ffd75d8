"""Texts that follow the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator

from trainer_app import i18n


class Translated:
    """Mixin for widgets, named before the widget's class: put every text in `retranslate()`.

    Qt posts a LanguageChange to every widget when the language changes, perhaps twice: `retranslate()` may be
    called at any time and any number of times, and never touches what the user typed.
    """

    def retranslate(self) -> None: ...

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]


class QtTexts(QTranslator):
    """Qt's own words ("Cancel", "&Undo"), from our catalogue: Qt ships none in Kinyarwanda."""

    def translate(  # type: ignore[override]
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """None leaves Qt its own word; "" would blank it, and a size of paper without a name measures nothing."""
        plain = text.replace("&", "") if text else ""
        found = i18n.screen().gettext(plain)
        return None if found == plain else found

    def isEmpty(self) -> bool:  # a translator that says it is empty is installed without a LanguageChange
        return False


_qt_texts: QtTexts | None = None


def switch_language(language: str) -> None:
    """Change the language of the screen, at once and everywhere."""
    global _qt_texts
    i18n.use(language)
    QLocale.setDefault(QLocale(language))
    if _qt_texts is not None:
        QCoreApplication.removeTranslator(_qt_texts)
    _qt_texts = QtTexts()
    QCoreApplication.installTranslator(_qt_texts)
