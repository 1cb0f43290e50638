"""How fast: wbagree against sqlite-utils, the sqlite3 shell and plain Python, on the same rows in the same run.

``make bench`` runs it and writes RESULTS.md. Every figure is a median of whole processes; the ratios are what counts,
because they do not depend on the machine.
"""

import argparse
import os
import platform
import pty
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import generate

BIN = Path(sys.executable).parent
SIZES = (1_000, 60_000, 1_000_000)
# Seconds after which a command is not run again, and how often a list is taken in.
_LONG, _IMPORTS = 20, 3
FTS = ("title", "title_original", "signatories", "place", "types", "references", "sources", "notes")
PLAIN = """
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute(
    "SELECT * FROM agreements WHERE ';' || parties || ';' LIKE '%;AL;%' AND ';' || parties || ';' LIKE '%;XK;%'")
for row in rows: print(json.dumps(row, ensure_ascii=False))
"""
PAIR = "';' || parties || ';' LIKE '%;AL;%' AND ';' || parties || ';' LIKE '%;XK;%'"
BY_YEAR = "SELECT substr(signed, 1, 4) AS year, count(*) FROM agreements GROUP BY year"
# As much of what the summary counts as one flat table can tell.
BY_PAIR = (
    "SELECT parties, count(*), sum(form IN ('agreement', 'treaty', 'convention')), sum(form = 'mou'),"
    " sum(form = 'protocol'), sum(in_force <> ''), min(signed), max(signed), sum(signed = '')"
    " FROM agreements GROUP BY parties"
)
ONE_TYPE = "';' || types || ';' LIKE '%;extradition;%'"
YEARS = "signed >= '2012' AND signed < '2013'"


@dataclass(frozen=True)
class Task:
    """The same work by wbagree and by its peers: name to command.

    ``most`` is what is asked of us, as the share of sqlite-utils' time that we may take: at 1,000 records, at 60,000.
    ``terminal``: our answer goes to a terminal, as a table. ``environment`` is set for both.
    """

    name: str
    ours: Sequence[str]
    peers: dict[str, Sequence[str]]
    most: tuple[float | None, float | None] = (None, None)
    terminal: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Timing:
    """Median seconds and the largest memory (MiB) of some runs."""

    seconds: float
    memory: float


def timed(
    command: Sequence[str],
    runs: int,
    *,
    before: Sequence[Path] = (),
    terminal: bool = False,
    environment: Mapping[str, str] | None = None,
) -> Timing:
    """Run a command so often, its output thrown away; ``before`` each run these files are removed.

    The first run warms the caches and is not counted, unless it takes so long that they do not matter: then it is all.
    """
    seconds, memory = [], 0.0
    for _ in range(runs + 1):
        for path in before:
            path.unlink(missing_ok=True)
        start = time.perf_counter()
        usage = _run(command, {**os.environ, **(environment or {})}, terminal=terminal)
        seconds.append(time.perf_counter() - start)
        memory = max(memory, usage / 1024)
        if seconds[0] > _LONG:
            return Timing(seconds[0], memory)
    return Timing(statistics.median(seconds[1:]), memory)


def _run(command: Sequence[str], environment: Mapping[str, str], *, terminal: bool) -> int:
    """Run a command to its end and return the most memory it had, in KiB."""
    if terminal:
        reader, writer = pty.openpty()
        drain = threading.Thread(target=_drain, args=(reader,), daemon=True)
        drain.start()
    else:
        writer = os.open(os.devnull, os.O_WRONLY)
    process = subprocess.Popen(command, stdout=writer, stderr=subprocess.DEVNULL, env=environment)
    os.close(writer)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_maxrss


def _drain(reader: int) -> None:
    try:
        while os.read(reader, 2**16):
            pass
    except OSError:  # the other end was closed
        os.close(reader)


def tasks(folder: Path) -> list[Task]:
    """The questions that are asked of a register of the size in ``folder``."""
    ours, theirs = folder / "register.db", str(folder / "flat.db")
    wbagree = [str(BIN / "wbagree"), "--db", str(ours)]
    utils = [str(BIN / "sqlite-utils")]
    rows = [*utils, "rows", theirs, "agreements"]
    pair = {"sqlite-utils": [*rows, "--nl", "--where", PAIR]}
    others = {"plain Python": [sys.executable, "-c", PLAIN, theirs]}
    if shell := shutil.which("sqlite3"):
        others["sqlite3"] = [shell, theirs, f"SELECT * FROM agreements WHERE {PAIR}"]
    key = first_key(folder)
    completing = {
        "_WBAGREE_COMPLETE": "complete_bash", "_SQLITE_UTILS_COMPLETE": "bash_complete", "COMP_CWORD": "1",
        "COMP_WORDS": "wbagree su", "COMP_LINE": "wbagree su",
    }  # fmt: skip
    listing = [*wbagree, "list"]
    return [
        Task("--version", [*wbagree[:1], "--version"], {"sqlite-utils": [*utils, "--version"]}, (0.5, None)),
        Task("--help", [*wbagree[:1], "--help"], {"sqlite-utils": [*utils, "--help"]}, (0.75, None)),
        Task("completion", wbagree[:1], {"sqlite-utils": utils}, (0.75, None), environment=completing),
        Task("list --pair AL-XK", [*listing, "--pair", "AL-XK"], pair | others, (0.75, 1.5)),
        Task("the same on a terminal", [*listing, "--pair", "AL-XK"], pair, (1.3, None), terminal=True),
        Task("show KEY", [*wbagree, "show", key],
             {"sqlite-utils": [*rows, "--where", f"key = '{key}'"]}, (0.75, 1.5)),
        Task("list --type extradition -n 50", [*listing, "--type", "extradition", "-n", "50"],
             {"sqlite-utils": [*rows, "--nl", "--where", ONE_TYPE, "--limit", "50"]}, (None, 1.5)),
        Task("list of one year", [*listing, "--since", "2012", "--until", "2012", "--dated"],
             {"sqlite-utils": [*rows, "--nl", "--where", YEARS]}, (None, 1.5)),
        Task("search extradition -n 50", [*wbagree, "search", "extradition", "-n", "50", "--format", "jsonl"],
             {"sqlite-utils": [*utils, "search", theirs, "agreements", "extradition", "--limit", "50", "--nl"]},
             (None, 1.5)),
        Task("summary --by year", [*wbagree, "summary", "--by", "year", "--format", "json"],
             {"sqlite-utils": [*utils, theirs, BY_YEAR]}, (None, 1.5)),
        Task("summary", [*wbagree, "summary", "--format", "json"], {"sqlite-utils": [*utils, theirs, BY_PAIR]},
             (None, 1.5)),
        Task("matrix", [*wbagree, "matrix", "--format", "json"], {}),
        Task("export csv", [*wbagree, "export", "--format", "csv"], {"sqlite-utils": [*rows, "--csv"]}),
        Task("export jsonl", [*wbagree, "export", "--format", "jsonl"], {"sqlite-utils": [*rows, "--nl"]}),
        Task("export md", [*wbagree, "export", "--format", "md"], {}),
        Task("export md --pair AL-XK", [*wbagree, "export", "--pair", "AL-XK", "--format", "md"], {}),
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
                {"sqlite-utils": ["sh", "-c", script]}, (None, 1.5))  # fmt: skip


Measured = dict[str, tuple[Task, Timing, dict[str, Timing]]]


def measure(size: int, runs: int) -> Measured:
    """Return what each task took on a register of ``size`` records."""
    measured: Measured = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate.write(size, folder / "list.csv")
        taking = take_in(folder)
        ours = timed(taking.ours, _IMPORTS, before=_of(folder / "register.db"))
        theirs = {p: timed(command, _IMPORTS, before=_of(folder / "flat.db")) for p, command in taking.peers.items()}
        _tell(size, measured, taking, ours, theirs)
        for task in tasks(folder):
            # Peer by peer in turn, so that what else the machine does falls on all of them.
            options = {"environment": task.environment}
            ours = timed(task.ours, runs, terminal=task.terminal, **options)
            theirs = {peer: timed(command, runs, **options) for peer, command in task.peers.items()}
            _tell(size, measured, task, ours, theirs)
    return measured


def _of(register: Path) -> list[Path]:
    return [register.with_name(register.name + end) for end in ("", "-wal", "-shm")]


def _tell(size: int, measured: Measured, task: Task, ours: Timing, theirs: dict[str, Timing]) -> None:
    measured[task.name] = task, ours, theirs
    ratios = ", ".join(f"{peer} {ours.seconds / timing.seconds:.2f}" for peer, timing in theirs.items())
    print(f"{size:>9,}  {task.name:30} {ours.seconds:8.3f} s {ours.memory:5.0f} MiB  {ratios}", flush=True)


def _table(measured: dict[int, Measured]) -> list[str]:
    """Seconds, memory and the ratio to sqlite-utils, size by size, and what is asked."""
    columns = "".join(f" {size:,}: s | MiB | ratio |" for size in measured)
    lines = [f"| what |{columns} asked |", "| --- |" + " ---: | ---: | ---: |" * len(measured) + " --- |"]
    for name in next(iter(measured.values())):
        cells = "".join(_cells(at[name]) for at in measured.values())
        task = next(iter(measured.values()))[name][0]
        limits = [f"{most} at {size:,}" for most, size in zip(task.most, SIZES, strict=False) if most]
        lines.append(f"| {name} |{cells} {', '.join(limits)} |")
    return lines


def _cells(task_and_timings: tuple[Task, Timing, dict[str, Timing]]) -> str:
    _, ours, theirs = task_and_timings
    ratio = f"{ours.seconds / theirs['sqlite-utils'].seconds:.2f}" if theirs else ""
    return f" {ours.seconds:.3f} | {ours.memory:.0f} | {ratio} |"


def _others(measured: dict[int, Measured]) -> list[str]:
    """The same list by those who do less: plain Python and SQLite's own shell."""
    lines = []
    for size, at in measured.items():
        for name, (_, ours, theirs) in at.items():
            ratios = [f"{peer} {ours.seconds / timing.seconds:.1f}" for peer, timing in theirs.items()][1:]
            lines += [f"- `{name}`, {size:,} records: {', '.join(ratios)}"] if ratios else []
    return lines


def _machine(runs: int) -> str:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
    return f"{date.today()}, {machine}; medians of {runs} runs (import: {_IMPORTS}; what takes {_LONG} s or more: 1)."


def main() -> None:
    """Measure the sizes asked for and write RESULTS.md beside this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    measured = {size: measure(size, options.runs) for size in options.sizes}
    lines = [
        "# Results",
        "",
        _machine(options.runs),
        "",
        "A ratio is our time by that of sqlite-utils for the same question, in the same run: under 1 is faster. Memory",
        "is the largest of a run. Its summary counts what one flat table can tell; ours computes status as of today,",
        "and what pairs inherit. `make bench` measures again.",
        "",
        *_table(measured),
        "",
        "As ratios to those who do less:",
        "",
        *_others(measured),
    ]
    (Path(__file__).parent / "RESULTS.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
