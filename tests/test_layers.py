"""Who may import whom, and what nobody may do. The reasons are in CONTRIBUTING.md."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "trainer_app"
FILES = sorted(SOURCE.rglob("*.py"))

BELOW = {
    "domain": set(),
    "db": {"domain"},
    "documents": {"domain"},
    "readers": {"domain"},
    "services": {"db", "domain"},
    "ui": {"services", "documents", "readers", "domain"},
}
EVERYWHERE = {"NAME", "__version__", "i18n", "errors", "paths", "log", "settings"}  # but not in the domain
TOP = {"app", "cli", "commands", "opening", "__main__"}  # they know every layer, and nobody knows them
ONLY_IN = {
    "PySide6": ("ui", "app.py"),
    "sqlalchemy": ("db", "services", "ui/work.py"),
    "alembic": ("db",),
    "sqlcipher3": ("db",),
    "reportlab": ("documents", "readers"),
    "xlsxwriter": ("documents", "readers"),
    "rustpy_xlsxwriter": ("documents", "readers"),
    "python_calamine": ("documents", "readers"),
    "openpyxl": ("documents", "readers"),
    "icalendar": ("documents", "readers"),
    "recurring_ical_events": ("documents", "readers"),
    "x_wr_timezone": ("documents", "readers"),
    "docx": ("documents", "readers"),
    "lxml": ("documents", "readers"),
    "polib": ("documents", "readers"),
    "yaml": ("documents", "readers"),
    "PIL": ("documents", "readers"),
}
DANGEROUS_MODULES = {"pickle", "marshal", "shelve", "sqlite3", "reportlab.lib.fontfinder"}
DANGEROUS_CALLS = {"eval", "exec", "extractall", "yaml.load", "os.system"}


@cache
def tree(file: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def imports(file: Path) -> Iterator[str]:
    """Full names, so that `from trainer_app.db import keys` is known to reach trainer_app.db.keys."""
    for node in tree(file):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_parts(file: Path) -> Iterator[str]:
    """`services` for `from trainer_app.services import people`."""
    names = (name.split(".") for name in imports(file))
    yield from (name[1] for name in names if name[0] == "trainer_app" and len(name) > 1)


def layer(file: Path) -> str:
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


def shown(file: Path) -> str:
    return file.relative_to(SOURCE).as_posix()


def in_layers(*names: str) -> list[Path]:
    return [file for file in FILES if layer(file) in names]


def wrong(files: Iterable[Path], found: Callable[[Path], Collection[str]]) -> list[str]:
    """`services/people.py: PySide6`, for each file in which something was found."""
    return [f"{shown(file)}: {', '.join(sorted(names))}" for file in files if (names := found(file))]


def test_a_layer_imports_only_what_is_below_it() -> None:
    def above(file: Path) -> set[str]:
        own = layer(file)
        allowed = BELOW[own] | {own} | (set() if own == "domain" else EVERYWHERE)
        return set(own_parts(file)) - allowed - ({"db"} if shown(file) == "ui/work.py" else set())

    assert wrong(in_layers(*BELOW), above) == []


def test_what_everybody_may_use_uses_no_layer() -> None:
    assert wrong(in_layers(*EVERYWHERE), lambda file: set(own_parts(file)) - EVERYWHERE) == []


def test_the_domain_needs_the_standard_library_only() -> None:
    known = sys.stdlib_module_names | {"trainer_app"}
    assert wrong(in_layers("domain"), lambda file: {name.split(".")[0] for name in imports(file)} - known) == []


def test_nobody_imports_the_top() -> None:
    below = [file for file in FILES if layer(file) not in TOP]
    assert wrong(below, lambda file: TOP & set(own_parts(file))) == []


def test_every_file_has_its_place() -> None:
    assert {layer(file) for file in FILES} <= BELOW.keys() | EVERYWHERE | TOP | {"__init__"}


def test_a_library_is_used_in_its_own_layers_only() -> None:
    def astray(file: Path) -> list[str]:
        used = {name.split(".")[0] for name in imports(file)} & ONLY_IN.keys()
        return [name for name in used if not shown(file).startswith(ONLY_IN[name])]

    assert wrong(FILES, astray) == []


def test_a_document_is_handed_its_words() -> None:
    from_screen = {f"trainer_app.i18n.{name}" for name in ("_", "pgettext", "ngettext", "screen", "use")}
    assert wrong(in_layers("documents"), lambda file: from_screen.intersection(imports(file))) == []


def test_no_dangerous_module_is_imported() -> None:
    def found(file: Path) -> list[str]:
        return [name for name in imports(file) if any(within(name, module) for module in DANGEROUS_MODULES)]

    assert wrong(FILES, found) == []


def within(name: str, module: str) -> bool:
    return name == module or name.startswith(module + ".")


def test_no_dangerous_call_is_made() -> None:
    def found(file: Path) -> list[str]:
        calls = [node for node in tree(file) if isinstance(node, ast.Call)]
        names = {ast.unparse(call.func) for call in calls}
        dangerous = [name for name in names if name in DANGEROUS_CALLS or name.split(".")[-1] == "extractall"]
        return dangerous + [ast.unparse(call) for call in calls if any(word.arg == "shell" for word in call.keywords)]

    assert wrong(FILES, found) == []


def test_no_sql_is_put_together_from_values() -> None:
    """An f-string inside text(): names of tables are written out, values are bound."""

    def found(file: Path) -> list[str]:
        calls = [node for node in tree(file) if isinstance(node, ast.Call) and node.args]
        made = [call for call in calls if ast.unparse(call.func) in ("text", "sa.text", "sqlalchemy.text")]
        return [ast.unparse(call) for call in made if isinstance(call.args[0], ast.JoinedStr)]

    assert wrong(FILES, found) == []
