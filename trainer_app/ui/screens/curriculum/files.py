"""The curriculum as files: a module for another laptop, its texts for a translator, and what comes back of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer_app.documents import docx_file, pack_file, po_file
from trainer_app.documents.output import Tick, Written, safe_name
from trainer_app.domain.pack_merge import Merged, Preview
from trainer_app.domain.packs import Pack
from trainer_app.domain.words_file import WordsFile
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, N_, _, label, ngettext, screen
from trainer_app.readers import pack_zip, words_file
from trainer_app.services import pack_merge, pack_out, words_in, words_out
from trainer_app.services.pack_base import IMPORT
from trainer_app.ui import printing
from trainer_app.ui.dialogs import pack_import, words_import
from trainer_app.ui.models.pack_import import joined
from trainer_app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from trainer_app.ui.screens.curriculum.curriculum import CurriculumScreen
    from trainer_app.ui.work import Work

PACK, PO, DOCX, IN = "pack", "po", "docx", "in"
SUFFIXES = (pack_file.ZIP, *words_file.SUFFIXES)


@dataclass(frozen=True)
class _Seen:
    """A file that was read, or the sentence that says why it cannot be."""

    path: Path
    pack: Pack | None = None
    preview: Preview | None = None
    words: WordsFile | None = None
    refusal: str = ""


def ask_file(parent: QWidget) -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = _("Modules and translations ({suffixes})").format(suffixes=" ".join(f"*{one}" for one in SUFFIXES))
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Choose a module or a file of translations"), folder, kinds)
    return Path(chosen) if chosen else None


class CurriculumFiles(QObject):
    """Belongs to the screen in whose name it speaks. `ask_path` and `ask_file` are the only windows of the system."""

    def __init__(self, owner: CurriculumScreen) -> None:
        super().__init__(owner)
        self._screen = owner
        self._work = owner.work
        self.ask_path: Callable[[QWidget, str], Path | None] = printing.ask_path
        self.ask_file: Callable[[QWidget], Path | None] = ask_file

    @Slot(str)
    def begin(self, what: str) -> None:
        """One of the lines of the menu."""
        if what == IN:
            path = self.ask_file(self._screen)
            if path is not None:
                self.open_file(path)
        elif what == PACK:
            self._export_pack()
        else:
            self._export_words(what)

    # ---- out -----------------------------------------------------------------------------------------------------

    def _export_pack(self) -> None:
        module = self._screen.module
        if module is None:
            return
        path = self.ask_path(self._screen, safe_name(f"{module.code} {module.title}", pack_file.ZIP))
        if path is not None:
            pack = self._work.read(pack_out.pack, module.id)
            self._work.start(partial(pack_file.write, pack, screen(), path), self._saved)

    def _export_words(self, what: str) -> None:
        module = self._screen.module
        if module is None:
            return
        language = self._screen.language
        words = self._work.read(words_out.of_module, module.id, language)
        writer, suffix = (po_file.write, po_file.PO) if what == PO else (docx_file.write, docx_file.DOCX)
        path = self.ask_path(self._screen, safe_name(f"{module.code} {language}", suffix))
        if path is not None:
            self._work.start(partial(_written, writer, words, path), self._saved)

    @Slot(object)
    def _saved(self, made: Written) -> None:
        words = label(N_("Saved {file}"), file=made.path.name)
        self._screen.tell(words, Tone.SUCCESS, N_("Open folder"), partial(printing.open_folder, made.path))

    # ---- in ------------------------------------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Look at it in the background; nothing is written before the user has seen what it would do."""
        self._work.start(partial(_seen, self._work, path), self._opened)

    @Slot(object)
    def _opened(self, seen: _Seen) -> None:
        if seen.refusal:
            self._screen.tell(seen.refusal, Tone.WARNING)
        elif seen.pack is not None and seen.preview is not None:
            self._import_pack(seen.path, seen.pack, seen.preview)
        elif seen.words is not None:
            self._import_words(seen.path, seen.words)

    def _import_pack(self, path: Path, pack: Pack, preview: Preview) -> None:
        order = pack_import.ask(self._screen, preview)
        if order is None:
            return
        done = label(IMPORT, code=pack.code, file=path.name)
        merged = self._work.change(done, pack_merge.write, pack, order.choices, take_out=order.take_out)
        self._screen.report(_came_of_it(merged))

    def _import_words(self, path: Path, told: WordsFile) -> None:
        language = told.language.split("_")[0] or self._screen.language
        found = words_import.ask(self._screen, self._work, told, language)
        if found is None:
            return
        done = label(words_in.IMPORT, count=len(found.lines), file=path.name)
        count = self._work.change(done, words_in.write, found)
        words = ngettext(
            "{count} text in {language} was taken in.", "{count} texts in {language} were taken in.", count
        )
        self._screen.report(words.format(count=count, language=LANGUAGES.get(language, language)))


def _written(writer: Callable[..., Written], words: object, path: Path, tick: Tick) -> Written:
    tick(0)
    return writer(words, screen(), path)


def _seen(work: Work, path: Path, tick: Tick) -> _Seen:
    tick(0)
    try:
        if path.suffix.lower() != pack_file.ZIP:
            return _Seen(path, words=words_file.read(path))
        pack = pack_zip.read(path)
        tick(0.5)
        return _Seen(path, pack, work.read(pack_merge.preview, pack))
    except TrainerError as refusal:
        return _Seen(path, refusal=str(refusal))


def _came_of_it(merged: Merged) -> str:
    told = joined(
        (
            (merged.new, ngettext("{count} new", "{count} new", merged.new)),
            (merged.changed, ngettext("{count} changed", "{count} changed", merged.changed)),
            (merged.removed, ngettext("{count} taken out", "{count} taken out", merged.removed)),
            (merged.moved, ngettext("{count} moved", "{count} moved", merged.moved)),
            (merged.kept, ngettext("{count} kept as it is here", "{count} kept as they are here", merged.kept)),
        )
    )
    return _("Module {code} was taken in: {counts}").format(code=merged.code, counts=told or _("nothing new"))
