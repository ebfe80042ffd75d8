"""The command line: one job without the window. Without a command it opens the window.

A contract with scripts: `--json` prints one object on stdout, everything else goes to stderr; 0 is done, 1 refused
(a sentence says why, nothing was changed), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import contextlib
import getpass
import io
import json
import os
import re
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app import __version__, i18n, log
from trainer_app.commands.export_words import EXPORTS, REPORTS, add_figures
from trainer_app.commands.print_words import PAPERS
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, _
from trainer_app.paths import data_folder, log_folder

if TYPE_CHECKING:
    from trainer_app.commands.context import Result
    from trainer_app.db.database import Database

PASSPHRASE = "TRAINER_APP_PASSPHRASE"
NEEDS_PASSPHRASE = "passphrase"


def main(argv: Sequence[str]) -> int:
    options = parser().parse_args(argv)
    _speak_any_name()
    i18n.use(options.language or "en")
    if options.command is None:
        from trainer_app.app import open_window

        return open_window(data_folder(options.data), options.language)
    try:
        result = _run(options)
    except TrainerError as refusal:
        _print_refusal(refusal, options.json)
        return 1
    except Exception as error:
        _print_refusal(_bug(error, options.data), options.json)
        return 1
    if options.json:
        print(json.dumps(result.told, ensure_ascii=False))
    elif result.lines:
        print(*result.lines, sep="\n")
    return 0 if result.sound else 1


def _speak_any_name() -> None:
    """A terminal that lacks a letter shows its number: no name ends a command half way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _bug(error: Exception, folder: Path | None) -> TrainerError:
    """A bug goes to the log without its values: an error's own words may hold somebody's name."""
    file = None
    with contextlib.suppress(OSError):
        file = log.start(log_folder(folder))
        log.bug(error)
    words = _("Something went wrong in the program. What you had saved is safe.")
    return TrainerError(f"{words} ({file})" if file else words, "bug")


def _run(options: argparse.Namespace) -> Result:
    """Open the folder, do the job, and leave nothing in the log file that a copy of the data file would miss."""
    from trainer_app.commands import table, writing
    from trainer_app.commands.context import Context

    folder = data_folder(options.data)
    if options.command == "restore":
        return writing.restore(folder, options)
    database, passphrase = _open(folder, options)
    try:
        context = Context(database, folder, options.language or "en", datetime.now(), passphrase)
        return table.find(options)(context, options)
    finally:
        database.checkpoint()
        database.close()


def _open(folder: Path, options: argparse.Namespace) -> tuple[Database, str | None]:
    from trainer_app.db import high_water
    from trainer_app.opening import open_folder

    passphrase = os.environ.get(PASSPHRASE) or None
    try:
        database = open_folder(folder, passphrase, options.language or "en")
    except TrainerError as refusal:
        if refusal.code != NEEDS_PASSPHRASE or not sys.stdin.isatty():
            raise
        passphrase = getpass.getpass(_("Passphrase:") + " ")
        database = open_folder(folder, passphrase, options.language or "en")
    if missing := database.missing_changes():
        log.event("changes_missing", count=missing)
        print(high_water.words(missing), file=sys.stderr)
    if passphrase and not database.is_protected:
        print(_("This data folder has no passphrase: the one given was not needed."), file=sys.stderr)
    return database, passphrase


def _print_refusal(refusal: TrainerError, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"error": {"code": refusal.code, "message": str(refusal)}}, ensure_ascii=False))
    print(refusal, file=sys.stderr)


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    whole = argparse.ArgumentParser(
        prog="trainer-app", description="Plan trainings, take attendance, print handouts in three languages."
    )
    whole.add_argument("--version", action="version", version=__version__)
    whole.add_argument("--data", type=Path, metavar="DIR", help="the data folder")
    whole.add_argument("--lang", dest="language", choices=list(LANGUAGES), help="language of messages and contents")
    whole.add_argument("--json", action="store_true", help="print one JSON object on stdout")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    _Commands(commands).add_all()
    return whole


def _everywhere(paper: bool) -> argparse.ArgumentParser:
    """Options that may stand behind a command too. A paper's own `--lang` is another thing than the messages'."""
    part = _anywhere()
    if paper:
        part.add_argument("--lang", dest="paper_language", choices=list(LANGUAGES), help="language of the paper")
    else:
        part.add_argument("--lang", dest="language", choices=list(LANGUAGES), default=argparse.SUPPRESS)
    return part


def _anywhere() -> argparse.ArgumentParser:
    part = argparse.ArgumentParser(add_help=False)
    part.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON object")
    part.add_argument("--data", type=Path, metavar="DIR", default=argparse.SUPPRESS)
    return part


class _Commands:
    """Adds commands to the parser, each with the options that stand everywhere."""

    def __init__(self, commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
        self._commands = commands

    def add_all(self) -> None:
        self._looking()
        self._changing()
        self._importing()
        self._exporting()
        self._printing()
        self._keeping()

    def _new(self, name: str, about: str) -> argparse.ArgumentParser:
        return self._commands.add_parser(name, help=about, description=about, parents=[_everywhere(paper=False)])

    def _group(self, name: str, about: str) -> argparse._SubParsersAction[argparse.ArgumentParser]:
        part = self._commands.add_parser(name, help=about, description=about)
        return part.add_subparsers(dest="what", required=True, metavar="WHAT")

    def _part(
        self,
        group: argparse._SubParsersAction[argparse.ArgumentParser],
        name: str,
        paper: bool = False,
        about: str = "",
    ) -> argparse.ArgumentParser:
        return group.add_parser(name, help=about or None, description=about or None, parents=[_everywhere(paper)])

    def _words(self, group: argparse._SubParsersAction[argparse.ArgumentParser], about: str) -> argparse.ArgumentParser:
        """A command for one language of the texts, which may be one that the screen does not speak."""
        part = group.add_parser("words", help=about, description=about, parents=[_anywhere()])
        part.add_argument("--lang", dest="words_language", type=_language, metavar="L", required=True)
        return part

    def _looking(self) -> None:
        self._new("info", "what this is, where it keeps its data, and how much it holds")
        what = self._new("list", "what there is")
        kinds = ("modules", "units", "handouts", "people", "groups", "trainings", "sessions")
        what.add_argument("what", choices=kinds)
        what.add_argument("--training", type=tidy, metavar="REF")
        what.add_argument("--search", type=tidy, metavar="TEXT", default="")
        report = self._group("report", "figures")
        for name in ("attendance", "coverage"):
            one = self._part(report, name)
            one.add_argument("--training", type=tidy, metavar="REF")
            _add_period(one)
        again = self._part(report, "integrity", about="lists that are worth a second look")
        again.add_argument("--training", type=tidy, metavar="REF")
        _add_period(again)
        tests = self._part(report, "scores")
        tests.add_argument("--training", type=tidy, metavar="REF", required=True)
        tests.add_argument("--difficult-below", type=_count, metavar="PERCENT", help="of right answers; 50 unless told")
        add_figures(self._part(report, "indicators", about="what the programme is measured by"))
        prints = self._part(report, "prints")
        prints.add_argument("--outdated", action="store_true", help="only pages that read otherwise by now")
        past = self._new("history", "who changed what, and when")
        past.add_argument("kind", choices=("person", "group", "training"))
        past.add_argument("ref", type=tidy, metavar="REF")

    def _changing(self) -> None:
        self._new("sample", "fill an empty data folder with the sample programme")
        add = self._group("add", "a group or a training")
        group = self._part(add, "group")
        group.add_argument("name", type=tidy, metavar="NAME")
        group.add_argument("--kind", required=True, choices=GROUP_KINDS)
        group.add_argument("--place", type=tidy, metavar="P")
        group.add_argument("--value-chain", type=tidy, metavar="V", default="", help="what they live from together")
        group.add_argument("--inside", type=tidy, metavar="REF", help="the group around it")
        training = self._part(add, "training")
        training.add_argument("--module", metavar="REF", required=True)
        training.add_argument("--group", type=tidy, metavar="REF", required=True)
        training.add_argument("--start", metavar="DATE", required=True)
        training.add_argument("--days", type=int, metavar="N", default=1)
        training.add_argument("--venue", type=tidy, metavar="V")
        training.add_argument("--trainer", type=tidy, metavar="REF", action="append")
        mark = self._new("mark", "marks by the numbers of the register")
        mark.add_argument("--training", type=tidy, metavar="REF", required=True)
        mark.add_argument("--day", type=_count, metavar="N", required=True)
        for status in ("present", "absent", "late", "excused"):
            mark.add_argument(f"--{status}", metavar="NUMBERS", help="like 7,12 or 1-40")
        for name in ("undo", "redo"):
            self._new(name, f"{name} the latest gesture").add_argument("--steps", type=_count, metavar="N", default=1)

    def _importing(self) -> None:
        group = self._group("import", "take a list in")
        for name in ("people", "attendance", "scores"):
            part = self._part(group, name)
            part.add_argument("file", metavar="FILE")
            part.add_argument("--sheet", type=tidy, metavar="S")
            part.add_argument("--header", type=_count, metavar="ROW")
            part.add_argument("--map", action="append", metavar='"COLUMN=FIELD"')
            part.add_argument("--training", type=tidy, metavar="REF", required=name != "people")
            part.add_argument("--dry-run", action="store_true")
            if name == "people":
                part.add_argument("--group", type=tidy, metavar="REF")
            if name == "scores":
                part.add_argument("--phase", choices=("pre", "post", "later"))
        schedule = self._part(group, "schedule", about="sessions from a calendar, .ics, or a spreadsheet")
        schedule.add_argument("file", metavar="FILE.ics")
        schedule.add_argument("--kind", choices=TRAINING_KINDS, default="meeting", help="what new events are")
        schedule.add_argument("--update", action="store_true", help="also move and cut sessions that are known")
        _add_period(schedule)
        groups = self._part(group, "groups")
        groups.add_argument("file", metavar="FILE")
        groups.add_argument("--sheet", type=tidy, metavar="S")
        groups.add_argument("--kind", choices=GROUP_KINDS, default="savings_group", help="where the list says none")
        groups.add_argument("--dry-run", action="store_true")
        pack = self._part(group, "pack", about="a module from a .zip")
        pack.add_argument("file", metavar="FILE.zip")
        pack.add_argument("--take", choices=("theirs", "mine"), help="of what was changed here and in the file")
        pack.add_argument("--remove", action="store_true", help="also take out what the file no longer has")
        words = self._words(group, "translations from a .po or a .docx file")
        words.add_argument("file", metavar="FILE")
        words.add_argument("--reviewed", action="store_true", help="a reader has compared a Word file with its source")
        for part in (schedule, pack, words):
            part.add_argument("--dry-run", action="store_true")

    def _exporting(self) -> None:
        group = self._group("export", "a list as .xlsx, .ods, .csv or .pdf")
        attendance = self._part(group, "attendance", paper=True)
        attendance.add_argument("out", metavar="OUT")
        attendance.add_argument("--training", type=tidy, metavar="REF")
        _add_period(attendance)
        attendance.add_argument("--district", type=tidy, metavar="NAME")
        _add_each(attendance)
        attendance.add_argument("--variant", choices=("recorded", "blank"), default="recorded")
        people = self._part(group, "people", paper=True)
        people.add_argument("out", metavar="OUT")
        for part in (attendance, people):
            _add_unmask(part)
            _add_form(part)
        scores = self._part(group, "scores", paper=True)
        scores.add_argument("out", metavar="OUT")
        scores.add_argument("--training", type=tidy, metavar="REF", required=True)
        schedule = self._part(group, "schedule", paper=True, about="sessions as a calendar, .ics")
        schedule.add_argument("out", metavar="OUT.ics")
        schedule.add_argument("--training", type=tidy, metavar="REF")
        schedule.add_argument("--trainer", type=tidy, metavar="REF")
        _add_period(schedule)
        for name, (add, about) in EXPORTS.items():
            add(self._part(group, name, paper=True, about=about))
        pack = self._part(group, "pack", about="a module as a .zip")
        pack.add_argument("module", type=tidy, metavar="MODULE")
        pack.add_argument("out", metavar="OUT.zip")
        words = self._words(group, "the texts of a module for a translator, as .po or .docx")
        words.add_argument("module", type=tidy, metavar="MODULE")
        words.add_argument("out", metavar="OUT")

    def _printing(self) -> None:
        group = self._group("print", "a paper as PDF")
        for name in ("invitation-list", "sign-in-sheet", "attendance-list"):
            part = self._part(group, name, paper=True)
            part.add_argument("out", metavar="OUT.pdf")
            part.add_argument("--training", type=tidy, metavar="REF", required=True)
            if name == "sign-in-sheet":
                part.add_argument("--day", type=_count, metavar="N")
            elif name == "invitation-list":
                part.add_argument("--no-signature", action="store_true")
            else:
                part.add_argument("--variant", choices=("recorded", "blank"), default="recorded")
                part.add_argument("--form", type=tidy, metavar="NAME", help="the columns of a donor")
            if name != "invitation-list":
                part.add_argument("--also", choices=tuple(LANGUAGES), help="second language of the labels")
            _add_unmask(part)
        scores = self._part(group, "score-list", paper=True)
        scores.add_argument("out", metavar="OUT.pdf")
        scores.add_argument("--training", type=tidy, metavar="REF", required=True)
        calls = self._part(group, "call-back-list", paper=True)
        calls.add_argument("out", metavar="OUT")
        calls.add_argument("--count", type=_count, metavar="N", default=20)
        calls.add_argument("--seed", type=_count, metavar="S", required=True)
        calls.add_argument("--training", type=tidy, metavar="REF")
        _add_period(calls)
        _add_unmask(calls)
        for name in ("call-sheet", "replacement-minutes", "criteria-sheet", "ranked-list"):
            part = self._part(group, name, paper=True)
            part.add_argument("out", metavar="OUT.pdf")
            if name != "call-sheet":
                part.add_argument("--training", type=tidy, metavar="REF", required=True)
        for name in ("certificates", "badges"):
            part = self._part(group, name, paper=True)
            part.add_argument("out", metavar="OUT.pdf")
            part.add_argument("--training", type=tidy, metavar="REF", required=True)
            part.add_argument("--people", metavar="NUMBERS", help="of the register, like 7,12 or 1-40")
            if name == "certificates":
                part.add_argument("--second-lang", dest="second_language", choices=list(LANGUAGES))
                part.add_argument("--score", action="store_true", help="with the points of the last test")
                part.add_argument("--again", action="store_true", help="anew where the name or the attendance changed")
        for name, add in {**PAPERS, **REPORTS}.items():
            add(self._part(group, name, paper=True))

    def _keeping(self) -> None:
        verify = self._new("verify", "whether certificates are genuine")
        verify.add_argument("what", metavar="FILE.pdf|TEXT", help="TEXT is what a telephone reads in the square")
        verify.add_argument("--key", metavar="PUBLIC", default="", help="the public key of the office to trust")
        keys = self._group("keys", "the keys of this office")
        office = self._part(keys, "office", about="the public key by which certificates are checked")
        office.add_argument("--name", type=tidy, metavar="NAME", help="what certificates call this office")
        self._new("backup", "a verified copy of everything, as one .zip").add_argument("out", metavar="OUT")
        self._new("restore", "put a backup into an empty data folder").add_argument("file", metavar="FILE")
        self._new("check", "verify pages, references and the journal")


def _add_form(part: argparse.ArgumentParser) -> None:
    part.add_argument("--form", type=tidy, metavar="NAME", help="the columns of a donor")
    part.add_argument("--also", choices=tuple(LANGUAGES), help="second language of the labels")


TRAINING_KINDS = ("training", "meeting", "dialogue", "fair", "campaign", "radio_talk", "visit")
GROUP_KINDS = ("savings_group", "cooperative", "cohort", "union_branch", "union", "federation")


def _count(text: str) -> int:
    """A whole number from 1 on; anything else is wrong usage."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return int(text)


def _language(text: str) -> str:
    """`fr`, `rw`, `sw`, `pt_BR`"""
    if not re.fullmatch(r"[a-z]{2,3}(_[A-Za-z]{2,4})?", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not the code of a language, like fr or rw")
    return text


def _add_period(part: argparse.ArgumentParser) -> None:
    part.add_argument("--from", dest="first", metavar="DATE")
    part.add_argument("--to", dest="last", metavar="DATE")


def _add_each(part: argparse.ArgumentParser) -> None:
    part.add_argument(
        "--each", action="store_true", help="a list for each training: a page each, or a file in a folder"
    )
    part.add_argument("--format", choices=("xlsx", "ods", "csv", "pdf"), help="of the files in a folder")


def _add_unmask(part: argparse.ArgumentParser) -> None:
    part.add_argument("--unmask", metavar="phone,id", help="personal columns to show in full")
