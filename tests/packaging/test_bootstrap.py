"""The set-up: what it asks of a machine, and how it says no."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import bootstrap
import pytest

LDD = """
\tlinux-vdso.so.1 (0x00007ffd2d5f2000)
\tlibQt6Core.so.6 => /srv/PySide6/Qt/lib/libQt6Core.so.6 (0x00007f1c)
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1b)
"""


def test_missing_libraries_are_read_from_what_ldd_says() -> None:
    assert bootstrap.not_found(LDD) == {"libEGL.so.1", "libxcb-cursor.so.0"}


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libX11.so.6", "libx11-6"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_a_library_leads_to_its_debian_package(soname: str, package: str) -> None:
    assert bootstrap.package_of(soname) == package


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 14)])
def test_a_supported_python_is_accepted(version: tuple[int, int]) -> None:
    bootstrap.check_python(version)


@pytest.mark.parametrize("version", [(3, 9), (3, 10), (3, 15)])
def test_another_python_is_refused_in_a_sentence(version: tuple[int, int]) -> None:
    with pytest.raises(bootstrap.Refusal, match=r"Python 3\.11 to 3\.14 is needed"):
        bootstrap.check_python(version)


def test_a_system_too_old_for_qt_is_refused_in_a_sentence() -> None:
    with pytest.raises(bootstrap.Refusal, match=r"glibc 2\.31, and Qt needs 2\.34"):
        bootstrap.check_libc("glibc", "2.31")


@pytest.mark.parametrize(("name", "version"), [("glibc", "2.34"), ("glibc", "2.41"), ("", "")])
def test_a_newer_or_another_system_is_accepted(name: str, version: str) -> None:
    bootstrap.check_libc(name, version)


def test_a_stamp_is_fresh_for_what_it_was_written_for(tmp_path: Path) -> None:
    stamp = bootstrap.Stamp(tmp_path / "lock.stamp", "one")
    assert not stamp.is_fresh()
    stamp.write()
    assert stamp.is_fresh()
    assert not bootstrap.Stamp(tmp_path / "lock.stamp", "two").is_fresh()


def test_words_are_compiled_when_their_source_is_newer(tmp_path: Path) -> None:
    catalogue, compiled = tmp_path / "trainer_app.po", tmp_path / "trainer_app.mo"
    catalogue.touch()
    assert bootstrap.is_stale(catalogue)
    compiled.touch()
    os.utime(catalogue, (1, 1))
    assert not bootstrap.is_stale(catalogue)
    os.utime(compiled, (0, 0))
    assert bootstrap.is_stale(catalogue)


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ([], False),
        (["--data", "folder"], False),
        (["--data=folder", "--lang", "rw"], False),
        (["info"], True),
        (["--data", "folder", "info"], True),
        (["--json", "info"], True),
        (["--help"], True),
    ],
)
def test_options_alone_are_no_command(arguments: list[str], answer: bool) -> None:
    assert bootstrap.has_command(arguments) is answer


@pytest.mark.parametrize("arguments", [["--data", "there"], ["--lang", "fr", "--data=there"]])
def test_the_data_folder_is_found_among_the_options(arguments: list[str]) -> None:
    assert bootstrap.option(arguments, "--data") == Path("there")


def test_no_data_folder_is_found_where_none_is_named() -> None:
    assert bootstrap.option(["--lang", "fr"], "--data") is None


@pytest.mark.parametrize("arguments", [[], ["-x", "-q"], ["tests/ui"], ["--co", "-q"], ["-k", "print"]])
def test_many_tests_run_side_by_side(arguments: list[str]) -> None:
    assert bootstrap.side_by_side(arguments)[:2] == ["-n", "auto"]


@pytest.mark.parametrize(
    "arguments", [["tests/test_layers.py"], ["tests/test_settings.py::test_one"], ["-n", "3"], ["-n0"], ["--pdb"]]
)
def test_tests_of_one_file_run_in_one_process_and_all_in_as_many_as_are_asked_for(arguments: list[str]) -> None:
    assert bootstrap.side_by_side(arguments) == []


def test_without_a_network_one_sentence_is_said(tmp_path: Path) -> None:
    (tmp_path / "packaging").mkdir()
    for file in ("bootstrap.py", "requirements.lock"):
        shutil.copy(bootstrap.PROJECT / "packaging" / file, tmp_path / "packaging")
    nowhere = {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_NO_CACHE_DIR": "1",
        "PIP_RETRIES": "1",
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")} | nowhere
    command = [sys.executable, tmp_path / "packaging" / "bootstrap.py", "run", "info"]
    answer = subprocess.run(command, env=environment, text=True, capture_output=True, check=False)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "there is no connection to the network" in answer.stderr.splitlines()[-1]


def training(code: str, first_day: str, sample: bool = True) -> dict[str, object]:
    return {"code": code, "first_day": first_day, "sample": sample, "enrolled": 40}


def test_the_demonstration_marks_the_sample_training_that_began_last() -> None:
    trainings = [training("A-1", "2020-01-06"), training("A-2", "2020-03-02"), training("A-3", "9999-01-01")]
    assert bootstrap.begun_sample(trainings) == ("A-2", 40)


def test_the_demonstration_never_marks_real_work() -> None:
    with pytest.raises(bootstrap.Refusal, match="holds work of its own"):
        bootstrap.begun_sample([training("A-1", "2020-01-06", sample=False)])


def test_an_unknown_command_shows_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["install"]) == 2
    assert "packaging/bootstrap.py run" in capsys.readouterr().err
