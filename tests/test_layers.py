"""Who may import whom, and what nobody may do. The reasons are in CONTRIBUTING.md."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

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


every_file = pytest.mark.parametrize("file", FILES, ids=shown)


@pytest.mark.parametrize("file", in_layers(*BELOW), ids=shown)
def test_a_layer_imports_only_what_is_below_it(file: Path) -> None:
    own = layer(file)
    allowed = BELOW[own] | {own} | (set() if own == "domain" else EVERYWHERE)
    if shown(file) == "ui/work.py":
        allowed |= {"db"}
    assert set(own_parts(file)) <= allowed


@pytest.mark.parametrize("file", in_layers(*EVERYWHERE), ids=shown)
def test_what_everybody_may_use_uses_no_layer(file: Path) -> None:
    assert set(own_parts(file)) <= EVERYWHERE


@pytest.mark.parametrize("file", in_layers("domain"), ids=shown)
def test_the_domain_needs_the_standard_library_only(file: Path) -> None:
    known = sys.stdlib_module_names | {"trainer_app"}
    assert {name.split(".")[0] for name in imports(file)} <= known


@pytest.mark.parametrize("file", [file for file in FILES if layer(file) not in TOP], ids=shown)
def test_nobody_imports_the_top(file: Path) -> None:
    assert TOP.isdisjoint(own_parts(file))


def test_every_file_has_its_place() -> None:
    assert {layer(file) for file in FILES} <= BELOW.keys() | EVERYWHERE | TOP | {"__init__"}


@every_file
def test_a_library_is_used_in_its_own_layers_only(file: Path) -> None:
    used = {name.split(".")[0] for name in imports(file)} & ONLY_IN.keys()
    assert [name for name in used if not shown(file).startswith(ONLY_IN[name])] == []


@pytest.mark.parametrize("file", in_layers("documents"), ids=shown)
def test_a_document_is_handed_its_words(file: Path) -> None:
    from_screen = {"_", "pgettext", "ngettext", "screen", "use"}
    assert not {f"trainer_app.i18n.{name}" for name in from_screen}.intersection(imports(file))


@every_file
def test_no_dangerous_module_is_imported(file: Path) -> None:
    assert [name for name in imports(file) if any(within(name, module) for module in DANGEROUS_MODULES)] == []


def within(name: str, module: str) -> bool:
    return name == module or name.startswith(module + ".")


@every_file
def test_no_dangerous_call_is_made(file: Path) -> None:
    calls = [node for node in tree(file) if isinstance(node, ast.Call)]
    names = {ast.unparse(call.func) for call in calls}
    assert {name for name in names if name in DANGEROUS_CALLS or name.split(".")[-1] == "extractall"} == set()
    assert [ast.unparse(call) for call in calls if any(word.arg == "shell" for word in call.keywords)] == []


@every_file
def test_no_sql_is_put_together_from_values(file: Path) -> None:
    """An f-string inside text(): names of tables are written out, values are bound."""
    calls = [node for node in tree(file) if isinstance(node, ast.Call) and node.args]
    made = [call for call in calls if ast.unparse(call.func) in ("text", "sa.text", "sqlalchemy.text")]
    assert [ast.unparse(call) for call in made if isinstance(call.args[0], ast.JoinedStr)] == []
