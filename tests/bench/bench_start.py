"""From nothing to a painted window, and to a page one can use, against a bare window of the same library.

`python -m tests.bench.bench_start [people]` starts each in a process of its own, in turns, and prints the medians,
the ratios and the memory. The program runs on a data folder with so many people.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from tests.builders import a_name
from trainer_app.domain.people import PersonForm
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import people, sample

ROUNDS = 7
BARE = """
import json, sys, time
begin = float(sys.argv[-1])  # when the process was asked for
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
import resource
print(json.dumps({"painted": time.time() - begin,
                  "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""
OURS = """
import json, sys, time
begin = float(sys.argv[-1])  # when the process was asked for
from pathlib import Path
import trainer_app.app as program
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from trainer_app.ui.main_window import MainWindow
told = {}
show, use = MainWindow.showEvent, MainWindow.use
def painted(self, event):
    show(self, event)
    QTimer.singleShot(0, lambda: told.setdefault("painted", time.time() - begin))
def usable(self, work):
    use(self, work)
    told["usable"] = time.time() - begin
    QTimer.singleShot(0, self.close)
MainWindow.showEvent, MainWindow.use = painted, usable
program.open_window(Path(sys.argv[1]), "en")
import resource
told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(told))
"""


def main(known: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, known)
        bare, ours = [], []
        for _round in range(ROUNDS):
            bare.append(run(BARE))
            ours.append(run(OURS, str(folder)))
    floor = median(bare, "painted")
    print(f"bare window painted: {floor:.2f} s, {median(bare, 'memory'):.0f} MB")
    for what, goal in (("painted", 1.6), ("usable", 3)):
        print(f"ours {what}: {median(ours, what):.2f} s, ratio {median(ours, what) / floor:.2f}; goal {goal}")
    ratio = median(ours, "memory") / median(bare, "memory")
    print(f"ours, Today with {known:,} people: {median(ours, 'memory'):.0f} MB, ratio {ratio:.2f}; goal 1.7")


def fill(folder: Path, known: int) -> None:
    database = open_folder(folder)
    with database.changing(label("Sample")) as s:
        sample.fill(s, date.today())
    with database.changing(label("Fill")) as s:
        people.add_all(s, (PersonForm(f"{a_name(n % 64)} {n}") for n in range(known)))
    database.close()


def run(program: str, *arguments: str) -> dict[str, float]:
    environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments, str(time.time())],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def median(runs: list[dict[str, float]], what: str) -> float:
    return statistics.median(run[what] for run in runs)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
