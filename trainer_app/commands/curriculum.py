"""Commands that take the curriculum out and in: `export pack|words`, `import pack|words`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from trainer_app.commands.context import Context, Result, table
from trainer_app.documents import docx_file, pack_file, po_file, text_places
from trainer_app.documents.formats import format_of
from trainer_app.documents.output import Written
from trainer_app.domain.pack_merge import Difference, Kind, Preview, Take, TextDifference
from trainer_app.domain.words_file import ModuleWords, WordsCheck, WordsKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog, label, ngettext
from trainer_app.readers import pack_zip, words_file
from trainer_app.services import curriculum, pack_merge, pack_out, words_in, words_out
from trainer_app.services.pack_base import IMPORT

WORDS_WRITERS: dict[str, Callable[[ModuleWords, Catalog, Path], Written]] = {
    po_file.PO: po_file.write,
    docx_file.DOCX: docx_file.write,
}


def export_pack(context: Context, options: Namespace) -> Result:
    with context.database.reading() as s:
        pack = pack_out.pack(s, curriculum.by_code(s, options.module).id)
    made = pack_file.write(pack, context.catalog(options), Path(options.out))
    told = {"rows": made.rows, "file": str(made.path), "module": pack.code, "languages": list(pack.languages)}
    return Result(told, [str(made.path)])


def export_words(context: Context, options: Namespace) -> Result:
    """For a translator; the suffix chooses."""
    path, t = Path(options.out), Catalog(context.language)
    writer = WORDS_WRITERS[format_of(path, t, tuple(WORDS_WRITERS))]
    with context.database.reading() as s:
        words = words_out.of_module(s, curriculum.by_code(s, options.module).id, options.words_language)
    made = writer(words, t, path)
    told = {"rows": made.rows, "file": str(made.path), "module": words.code, "language": words.language}
    return Result(told, [str(made.path)])


def import_pack(context: Context, options: Namespace) -> Result:
    """Where both sides changed the same words, nothing is taken in before it is said whose count."""
    path = Path(options.file)
    pack = pack_zip.read(path)
    found = context.read(pack_merge.preview, pack)
    written = 0
    if not options.dry_run:
        choices = _choices(found, options.take)
        with context.database.changing(label(IMPORT, code=pack.code, file=path.name)) as s:
            done = pack_merge.write(s, pack, choices, take_out=options.remove)
        written = done.new + done.changed + done.removed
    return _of_pack(found, written, Catalog(context.language))


def _choices(found: Preview, take: str | None) -> dict[tuple[str, str], Take]:
    if found.conflicts and take is None:
        words = ngettext(
            "{count} text was changed here and in the file. Say which is taken: --take theirs or --take mine.",
            "{count} texts were changed here and in the file. Say which are taken: --take theirs or --take mine.",
            len(found.conflicts),
        )
        raise TrainerError(words.format(count=len(found.conflicts)), "conflicts")
    return {one.key: Take(take) for one in found.conflicts} if take else {}


def _of_pack(found: Preview, written: int, t: Catalog) -> Result:
    counts = {
        "new": found.count(Kind.NEW),
        "changed": found.count(Kind.CHANGED),
        "kept": found.count(Kind.KEPT),
        "conflicts": found.count(Kind.CONFLICT),
        "removed": found.count(Kind.REMOVED),
        "moved": found.moved,
    }
    head = {"module": found.code, "name": found.title, "first": found.is_new, "languages": list(found.languages)}
    shown = [] if found.is_new else [_difference(one, t) for one in found.all]
    told = {**head, **counts, "differences": shown, "written": written}
    lines = [f"{line['unit'] or found.code}  {line['where']}  {line['kind']}" for line in shown]
    return Result(told, [*table([("module", found.code), *counts.items(), ("written", written)]), *lines])


def _difference(one: Difference, t: Catalog) -> dict[str, Any]:
    if isinstance(one, TextDifference):
        return {
            "id": one.ref,
            "language": one.language,
            "unit": one.unit_code,
            "where": text_places.where(t, one.place),
            "kind": one.kind.value,
            "base": one.base,
            "mine": one.mine,
            "theirs": one.theirs,
        }
    fields = {name: {each.name: getattr(each, name) for each in one.fields} for name in ("base", "mine", "theirs")}
    head = {"id": str(one.id), "language": None, "unit": one.unit_code, "where": f"{one.what} {one.title}".strip()}
    return {**head, "kind": one.kind.value, **fields}


def import_words(context: Context, options: Namespace) -> Result:
    told = words_file.read(Path(options.file))
    with context.database.reading() as s:
        found = words_in.check(s, told, options.words_language, reviewed=options.reviewed)
    written = 0
    if not options.dry_run and found.lines:
        gesture = label(words_in.IMPORT, count=len(found.lines), file=found.file)
        with context.database.changing(gesture) as s:
            written = words_in.write(s, found)
    return _of_words(found, written)


def _of_words(found: WordsCheck, written: int) -> Result:
    counts = {
        "rows": found.texts,
        "new": found.count(WordsKind.NEW),
        "changed": found.count(WordsKind.CHANGED),
        "reviewed": found.count(WordsKind.REVIEWED),
        "outdated": found.outdated,
        "existing": found.same,
        "untranslated": found.untranslated,
    }
    refused = [{"id": one.ref, "code": one.code.value, "reason": words_in.reason(one.code)} for one in found.skipped]
    told = {"file": found.file, "language": found.language, **counts, "rejected": refused, "written": written}
    lines = table([*counts.items(), ("rejected", len(refused)), ("written", written)])
    return Result(told, [*lines, *(f"{line['id']}: {line['reason']}" for line in refused)])
