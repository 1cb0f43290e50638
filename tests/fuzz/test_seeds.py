"""What the fuzzer starts from and what it found is read or refused, and so is what resembles it."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

SEEDS = Path(__file__).parent / "seeds"
TARGETS = sorted(folder.name for folder in SEEDS.iterdir())
REPLAY = """
import sys
sys.path.insert(0, sys.argv[1])
import targets
for name in sys.argv[3:]:
    with open(name, "rb") as file:
        targets.run(sys.argv[2], file.read())
"""
WORDS = ("AL", "-", "/", ", ", " and ", "2012", "03", ".", "?", "~", " ; ", ":", "(", ")", "[", "<", ">", '"', "title",
         "parties", "\n", "{", "}", "\0", "Споразум", "më", "every", "notice")  # fmt: skip
PIECES = st.sampled_from([b" | ", b"\xff", *map(str.encode, WORDS)])


def test_every_target_has_seeds(targets):
    assert sorted([*targets.BYTES, *targets.TEXTS]) == TARGETS
    assert all(any((SEEDS / name).iterdir()) for name in TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_every_seed_is_read_or_refused_in_time(target, programs):
    """In a process of its own: it may end it, or never end."""
    seeds = map(str, sorted((SEEDS / target).iterdir()))
    code, (_, errors) = programs.run(
        (str(SEEDS.parent), target, *seeds), b"", dict(os.environ), code=REPLAY, seconds=60
    )
    assert code == 0, errors.decode()


@pytest.mark.parametrize("target", [name for name in TARGETS if name != "workbook"])
@settings(
    max_examples=40,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(content=st.lists(PIECES | st.binary(max_size=6), max_size=40).map(b"".join))
def test_whatever_resembles_them_is_read_or_refused(target, targets, content):
    targets.run(target, content)
