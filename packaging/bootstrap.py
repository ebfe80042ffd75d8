#!/usr/bin/env python3
"""Sets the program up on a fresh machine and starts it, or its tests.

    python3 packaging/bootstrap.py run [arguments]     opens the window, or does one job by command
    python3 packaging/bootstrap.py test [arguments]    runs the tests; arguments go to pytest

Only the standard library is used here, because nothing else is there yet. All that this file says goes
to stderr: stdout belongs to the program that it starts.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
LOCK = PROJECT / "packaging" / "requirements.lock"
VENV = PROJECT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PROGRAM = BIN / ("trainer-app.exe" if os.name == "nt" else "trainer-app")
LOG = VENV / "bootstrap.log"

OLDEST, NEWEST = (3, 11), (3, 14)
OLDEST_GLIBC = (2, 34)  # the Qt wheels are built against it
GLOBAL_OPTIONS = {"--data", "--database", "--lang"}  # each takes one value, and none of them is a command
MOST_PROCESSES = 4  # each holds a window and half a gigabyte
ONE_PROCESS = ("-n", "--numprocesses", "--dist", "-p", "--pdb", "--trace", "-s", "--capture=no")
NO_NETWORK = re.compile(
    r"NewConnectionError|ConnectTimeout|NameResolution|name resolution|failure resolving|ProxyError|unreachable",
    re.IGNORECASE,
)


class Refusal(Exception):
    """One plain sentence that says why the set-up cannot go on, and what to do."""


def main(arguments: list[str]) -> int:
    commands = {"run": run, "test": test}
    if not arguments or arguments[0] not in commands:
        say(__doc__ or "")
        return 0 if arguments in (["-h"], ["--help"]) else 2
    try:
        return commands[arguments[0]](arguments[1:])
    except Refusal as refusal:
        say(str(refusal))
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    set_up()
    if has_command(arguments):
        return program(arguments)
    if has_display():
        return program(arguments)
    return demonstrate(arguments)


def test(arguments: list[str]) -> int:
    set_up()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    arguments = [*side_by_side(arguments), *arguments]
    return subprocess.call([PYTHON, "-m", "pytest", *arguments], cwd=PROJECT, env=environment)


def side_by_side(arguments: list[str]) -> list[str]:
    """Many tests run in a process for each processor. Tests of a named file run in one, where their start is quick
    and a debugger can stop them; so do all, where pytest is told in how many (`-n 0`)."""
    if any(".py" in argument or argument.startswith(ONE_PROCESS) for argument in arguments):
        return []
    return ["-n", "auto", f"--maxprocesses={MOST_PROCESSES}", "--dist", "worksteal"]


def program(arguments: list[str]) -> int:
    return subprocess.call([PROGRAM, *arguments])


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


# --- the set-up, each step done only when it is due ---------------------------------------------------


def set_up() -> None:
    LOG.unlink(missing_ok=True)
    check_python(sys.version_info[:2])
    check_libc(*platform.libc_ver())
    make_venv()
    install_lock()
    install_project()
    compile_words()
    install_libraries()


def check_python(version: tuple[int, ...]) -> None:
    if not OLDEST <= version <= NEWEST:
        raise Refusal(
            f"Python {dotted(OLDEST)} to {dotted(NEWEST)} is needed, and this is Python {dotted(version)}: "
            f"start this file with another Python, for example python{dotted(OLDEST)}."
        )


def check_libc(name: str, version: str) -> None:
    if name == "glibc" and numbers(version) < OLDEST_GLIBC:
        raise Refusal(
            f"This system is too old for Qt: it has glibc {version}, and Qt needs {dotted(OLDEST_GLIBC)} "
            "or newer (Debian 12, Ubuntu 22.04, Fedora 35)."
        )


def make_venv() -> None:
    """Made anew when the Python it was made from is gone, or is of another version."""
    if venv_version() == sys.version_info[:2]:
        return
    install_venv_module()
    say(f"Making {VENV} …")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], text=True, capture_output=True, check=False)
    if made.returncode:
        raise Refusal(f"The folder {VENV} could not be made: {last_line(made.stdout + made.stderr)}")


def venv_version() -> tuple[int, ...]:
    """Empty when there is no working Python in the folder."""
    question = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
    try:
        answer = subprocess.run([PYTHON, "-c", question], text=True, capture_output=True, check=False)
    except OSError:
        return ()
    return numbers(answer.stdout.strip())


def install_venv_module() -> None:
    """Debian and Ubuntu ship Python without the part that makes virtual environments."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    install_packages([f"python{dotted(sys.version_info[:2])}-venv"], "Python lacks its venv module")


def install_lock() -> None:
    stamp = Stamp(VENV / "lock.stamp", digest(LOCK))
    if stamp.is_fresh():
        return
    say("Installing the libraries, about 250 MB; this is done once …")
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(LOCK)]
    pip(options, "The libraries could not be installed")
    stamp.write()


def install_project() -> None:
    """As a link to this folder, so that a change of the source needs no new installation."""
    stamp = Stamp(VENV / "project.stamp", digest(PROJECT / "pyproject.toml") + str(PROJECT))
    if stamp.is_fresh() and PROGRAM.exists():
        return
    options = ["--no-index", "--no-deps", "--no-build-isolation", "--editable", str(PROJECT)]
    pip(options, "The program could not be installed")
    stamp.write()


def compile_words() -> None:
    if any(is_stale(catalogue) for catalogue in PROJECT.glob("locales/*/LC_MESSAGES/*.po")):
        logged([PYTHON, PROJECT / "packaging" / "words.py", "compile"], "The words could not be compiled")


def is_stale(catalogue: Path) -> bool:
    compiled = catalogue.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < catalogue.stat().st_mtime


class Stamp:
    """Remembers beside the libraries that a step was done, and for what."""

    def __init__(self, file: Path, value: str) -> None:
        self.file = file
        self.value = value

    def is_fresh(self) -> bool:
        return self.file.exists() and self.file.read_text(encoding="utf-8") == self.value

    def write(self) -> None:
        self.file.write_text(self.value, encoding="utf-8")


def pip(options: list[str], failure: str) -> None:
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check"]
    logged([PYTHON, "-m", "pip", "install", *quiet, *options], failure)


def logged(command: list[str | Path], failure: str, environment: dict[str, str] | None = None) -> None:
    """Runs in silence; what was said is kept in a file, and its meaning is put into one sentence."""
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("a", encoding="utf-8") as log:
        code = subprocess.call(command, stdout=log, stderr=log, env=environment)
    if not code:
        return
    if NO_NETWORK.search(LOG.read_text(encoding="utf-8", errors="replace")):
        raise Refusal(f"{failure}: there is no connection to the network. Connect, then run this again.")
    raise Refusal(f"{failure}: the reason is in {LOG}.")


# --- what Qt needs from the system ----------------------------------------------------------------------


def install_libraries() -> None:
    missing = missing_libraries()
    if missing:
        install_packages(sorted({package_of(name) for name in missing}), "Qt needs libraries of the system")


def missing_libraries() -> set[str]:
    """The sonames that no file was found for; nothing is asked where the question makes no sense."""
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return set()
    answer = subprocess.run(["ldd", *qt_files()], text=True, capture_output=True, check=False)
    return not_found(answer.stdout)


def qt_files() -> list[Path]:
    """The modules the program opens, and the platform it opens them on."""
    (qt,) = VENV.glob("lib/python*/site-packages/PySide6/Qt")
    modules = [qt / "lib" / f"libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets", "PrintSupport", "Svg")]
    plugins = [qt / "plugins" / "platforms" / f"libq{name}.so" for name in platforms()]
    return [file for file in modules + plugins if file.exists()]


def platforms() -> list[str]:
    """Root may install the window's libraries before there is a window; nobody else is asked to."""
    names = ["offscreen"]
    if os.environ.get("DISPLAY") or is_root():
        names.append("xcb")
    if os.environ.get("WAYLAND_DISPLAY"):
        names.append("wayland")
    return names


def not_found(ldd: str) -> set[str]:
    return set(re.findall(r"^\s*(\S+) => not found", ldd, re.MULTILINE))


PACKAGES = {  # where a package is not named as its library
    "libbrotlidec.so.1": "libbrotli1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}


def package_of(soname: str) -> str:
    """Debian's rule: name and number together, a hyphen between them when the name ends in a digit."""
    if soname in PACKAGES:
        return PACKAGES[soname]
    name, _, number = soname.lower().replace("_", "-").partition(".so.")
    hyphen = "-" if number and name[-1].isdigit() else ""
    return f"{name}{hyphen}{number}"


def install_packages(packages: list[str], reason: str) -> None:
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise Refusal(f"{reason}: install what your system calls {names}, then run this again.")
    if not is_root():
        raise Refusal(f"{reason}. Run: sudo apt-get install {names}   and then this again.")
    say(f"{reason}: installing {names} …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    failure = f"{names} could not be installed"
    logged(["apt-get", "update"], failure, environment)
    logged(["apt-get", "install", "-y", "--no-install-recommends", *packages], failure, environment)


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


# --- what a machine without a screen can show -----------------------------------------------------------


def has_command(arguments: list[str]) -> bool:
    """Whether anything is left once the options that every command takes are put aside."""
    left = list(arguments)
    while left and left[0].partition("=")[0] in GLOBAL_OPTIONS:
        del left[: 1 if "=" in left[0] else 2]
    return bool(left)


def has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def demonstrate(options: list[str]) -> int:
    """The main job by command: sample programme, marks, a handout, an attendance list."""
    data = option(options, "--data") or Path("trainer-app-demo")
    options = [*options, "--data", str(data), "--json"]
    say(f"There is no screen here: the main job is done by commands instead, in {data.resolve()}.")
    if not ask(options, "list", "trainings")["trainings"]:
        ask(options, "sample")
    training, people = begun_sample(ask(options, "list", "trainings")["trainings"])
    ask(options, "mark", "--training", training, "--day", "1", "--present", f"1-{people}", "--absent", "7,12")
    for paper in printed(options, training, data / "papers"):
        print(paper.resolve(), flush=True)
    return 0


def begun_sample(trainings: list[dict[str, Any]]) -> tuple[str, int]:
    """Code and size of the sample training that began last. Nobody's own work is marked to show something."""
    today = date.today().isoformat()
    begun = [training for training in trainings if training["sample"] and training["first_day"] <= today]
    if not begun:
        raise Refusal("This folder holds work of its own: name a command, such as list trainings.")
    latest = max(begun, key=lambda training: str(training["first_day"]))
    return str(latest["code"]), int(latest["enrolled"])


def printed(options: list[str], training: str, folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("en", "fr", "rw"):
        paper = folder / f"handout-{language}.pdf"
        ask(options, "print", "handout", paper, "--unit", "M1-1.1", "--lang", language)
        yield paper
    for suffix in ("xlsx", "ods", "csv", "pdf"):
        paper = folder / f"attendance-list.{suffix}"
        ask(options, "export", "attendance", paper, "--training", training)
        yield paper


def ask(options: list[str], *command: str | Path) -> dict[str, list[dict[str, Any]]]:
    words = [str(word) for word in (*options, *command)]
    answer = subprocess.run([PROGRAM, *words], stdout=subprocess.PIPE, text=True, check=False, encoding="utf-8")
    if answer.returncode:
        raise Refusal(f"This command failed: trainer-app {' '.join(words)}")
    result: dict[str, list[dict[str, Any]]] = json.loads(answer.stdout)
    return result


def option(arguments: list[str], name: str) -> Path | None:
    for argument, value in zip(arguments, [*arguments[1:], ""], strict=True):
        if argument == name:
            return Path(value)
        if argument.startswith(name + "="):
            return Path(argument.partition("=")[2])
    return None


# --- small words ------------------------------------------------------------------------------------------


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:2])


def dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason was given"])[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
