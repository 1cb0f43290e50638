"""How fast: wbagree against sqlite-utils, the sqlite3 shell and plain Python, on the same rows in the same run.

``make bench`` runs it and writes RESULTS.md. Every figure is a median of whole processes; the ratios are what counts,
because they do not depend on the machine.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import generate

BIN = Path(sys.executable).parent
FTS = ("title", "title_original", "signatories", "place", "types", "references", "sources", "notes")
PLAIN = """
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute(
    "SELECT * FROM agreements WHERE ';' || parties || ';' LIKE '%;AL;%' AND ';' || parties || ';' LIKE '%;XK;%'")
for row in rows: print(json.dumps(row, ensure_ascii=False))
"""


@dataclass(frozen=True)
class Task:
    """The same work by wbagree and by its peers: name to command."""

    name: str
    ours: Sequence[str]
    peers: dict[str, Sequence[str]]
    limit: str = ""


@dataclass(frozen=True)
class Timing:
    """Median seconds and the largest memory (MiB) of some runs."""

    seconds: float
    memory: float


def timed(command: Sequence[str], runs: int, *, before: Sequence[Path] = ()) -> Timing:
    """Run a command so often, its output thrown away; ``before`` each run these files are removed."""
    seconds, memory = [], 0.0
    for turn in range(runs + (runs > 1)):
        for path in before:
            path.unlink(missing_ok=True)
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
        if turn or runs == 1:  # the first run warms the caches and is not counted
            seconds.append(time.perf_counter() - start)
        memory = max(memory, usage.ru_maxrss / 1024)
    return Timing(statistics.median(seconds), memory)


def tasks(folder: Path) -> list[Task]:
    """The questions that are asked of a register of the size in ``folder``."""
    ours, theirs = folder / "register.db", folder / "flat.db"
    wbagree = [str(BIN / "wbagree"), "--db", str(ours)]
    utils = [str(BIN / "sqlite-utils")]
    pair = "';' || parties || ';' LIKE '%;AL;%' AND ';' || parties || ';' LIKE '%;XK;%'"
    peers = {"sqlite-utils": [*utils, "rows", str(theirs), "agreements", "--nl", "--where", pair]}
    peers["plain Python"] = [sys.executable, "-c", PLAIN, str(theirs)]
    if shell := shutil.which("sqlite3"):
        peers["sqlite3"] = [shell, str(theirs), f"SELECT * FROM agreements WHERE {pair}"]
    key = first_key(folder)
    by_year = "SELECT substr(signed, 1, 4) AS year, count(*) FROM agreements GROUP BY year"
    return [
        Task("--version", [*wbagree[:1], "--version"], {"sqlite-utils": [*utils, "--version"]}, "0.5"),
        Task("--help", [*wbagree[:1], "--help"], {"sqlite-utils": [*utils, "--help"]}, "0.75"),
        Task("list --pair AL-XK", [*wbagree, "list", "--pair", "AL-XK"], peers, "0.75 at 1,000; 1.5 at 60,000"),
        Task("show KEY", [*wbagree, "show", key],
             {"sqlite-utils": [*utils, "rows", str(theirs), "agreements", "--where", f"key = '{key}'"]}, "0.75"),
        Task("search extradition", [*wbagree, "search", "extradition", "-n", "50", "--format", "jsonl"],
             {"sqlite-utils": [*utils, "search", str(theirs), "agreements", "extradition", "--limit", "50", "--nl"]},
             "1.5"),
        Task("summary --by year", [*wbagree, "summary", "--by", "year", "--format", "json"],
             {"sqlite-utils": [*utils, str(theirs), by_year]}, "1.5"),
        Task("summary", [*wbagree, "summary", "--format", "json"], {}),
        Task("matrix", [*wbagree, "matrix", "--format", "json"], {}),
        Task("export csv", [*wbagree, "export", "--format", "csv"],
             {"sqlite-utils": [*utils, "rows", str(theirs), "agreements", "--csv"]}),
        Task("export jsonl", [*wbagree, "export", "--format", "jsonl"],
             {"sqlite-utils": [*utils, "rows", str(theirs), "agreements", "--nl"]}),
    ]  # fmt: skip


def first_key(folder: Path) -> str:
    """The key of the first generated record."""
    with (folder / "list.csv").open(encoding="utf-8") as file:
        next(file)
        return next(file).partition(",")[0]


def take_in(folder: Path) -> Task:
    """Taking the generated list in: ours validated, with history and search; theirs one flat table with search."""
    ours, theirs, file = folder / "register.db", folder / "flat.db", folder / "list.csv"
    utils = BIN / "sqlite-utils"
    fts = " ".join(f"'{column}'" for column in FTS)
    script = (
        f"'{utils}' insert '{theirs}' agreements '{file}' --csv --silent && "
        f"'{utils}' enable-fts '{theirs}' agreements {fts} && '{utils}' create-index '{theirs}' agreements signed"
    )
    return Task("import", [str(BIN / "wbagree"), "--db", str(ours), "import", str(file)],
                {"sqlite-utils": ["sh", "-c", script]}, "1.5")  # fmt: skip


def measure(size: int, runs: int) -> list[str]:
    """Return the rows of the table for a register of ``size`` records."""
    lines = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate.write(size, folder / "list.csv")
        taking, files = take_in(folder), (folder / "register.db", folder / "flat.db")
        once = 3 if size <= 1000 else 1
        ours = timed(taking.ours, once, before=files[:1])
        lines.append(_line(size, taking, ours, {p: timed(c, once, before=files[1:]) for p, c in taking.peers.items()}))
        for task in tasks(folder):
            ours = timed(task.ours, runs)
            peers = {peer: timed(command, runs) for peer, command in task.peers.items()}
            lines.append(_line(size, task, ours, peers))
    return lines


def _line(size: int, task: Task, ours: Timing, peers: dict[str, Timing]) -> str:
    ratios = ", ".join(f"{peer} {ours.seconds / timing.seconds:.2f}" for peer, timing in peers.items())
    line = f"| {size:,} | {task.name} | {ours.seconds:.3f} | {ours.memory:.0f} | {ratios} | {task.limit} |"
    print(line, flush=True)
    return line


def _machine(runs: int) -> str:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
    return f"{date.today()}, {machine}; medians of {runs} runs (import: 3 at 1,000 records, else 1)."


def main() -> None:
    """Measure the sizes asked for and write RESULTS.md beside this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 60_000])
    parser.add_argument("--runs", type=int, default=7)
    asked = parser.parse_args()
    head = [
        "# Results",
        "",
        _machine(asked.runs),
        "Ratios are ours by the peer's, in the same run: under 1 is faster. `make bench` measures again.",
        "",
        "| records | what | seconds | MiB | ratio to | asked: at most, of sqlite-utils |",
        "| ---: | --- | ---: | ---: | --- | --- |",
    ]
    lines = [line for size in asked.sizes for line in measure(size, asked.runs)]
    (Path(__file__).parent / "RESULTS.md").write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
