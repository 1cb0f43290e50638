"""Coverage-guided fuzzing of what reads other people's texts: ``make fuzz``, or ``fuzz.py TARGET SECONDS``.

Each target starts from its seeds (``seeds/TARGET``) and keeps what it finds in ``found/TARGET``; an input that breaks
a target is written there as ``crash-...``, one that takes too long as ``timeout-...``. Once it is understood it goes to
the seeds, which ``test_seeds.py`` replays. Needs the dependency group ``fuzz`` (atheris, which wraps libFuzzer).
"""

import subprocess
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["wbagree"]):
    import targets

FOLDER = Path(__file__).parent
_SECONDS = 60
# libFuzzer's own limits: seconds for one input, MiB, bytes of an input.
_LIMITS = ("-timeout=5", "-rss_limit_mb=3000")
_LONGEST = {"workbook": 20_000, "delimited": 4000, "objects": 4000}


def one(target: str, seconds: int) -> None:
    """Fuzz a target in this process, which ends with it."""
    seeds, found = FOLDER / "seeds" / target, FOLDER / "found" / target
    for folder in (seeds, found):
        folder.mkdir(parents=True, exist_ok=True)
    limits = (*_LIMITS, f"-max_len={_LONGEST.get(target, 400)}", f"-max_total_time={seconds}")
    # What is found goes to the first folder.
    atheris.Setup(
        [sys.argv[0], str(found), str(seeds), *limits, f"-artifact_prefix={found}/", "-print_final_stats=1"],
        lambda content: targets.run(target, content),
    )
    atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Fuzz the target named, or each in a process of its own; 1 when one broke."""
    if arguments:
        one(arguments[0], int(arguments[1]) if arguments[1:] else _SECONDS)
    names = [*targets.BYTES, *targets.TEXTS]
    broke = [name for name in names if subprocess.run([sys.executable, __file__, name], check=False).returncode]
    print(f"broke: {', '.join(broke)}" if broke else f"{len(names)} targets hold")
    return bool(broke)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
