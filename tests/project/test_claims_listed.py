"""Every sentence that claims an outcome is listed, beside a test that provokes it."""

import ast
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import claiming

TESTS = Path(__file__).parents[1]
PROGRAM = TESTS.parent / "wbagree"
TABLE = tomllib.loads(Path(__file__).with_name("claims.toml").read_text(encoding="utf-8"))
# Below a test what it provokes, and what claims nothing.
EXPLAINED = "explained"


@pytest.fixture(scope="module")
def found():
    """The sentences of the program that claim an outcome, or have the words of those that do."""
    return {claim for path in PROGRAM.rglob("*.py") for claim in claiming.claims(path.read_text(encoding="utf-8"))}


def test_every_sentence_that_claims_an_outcome_is_listed_and_nothing_else_is(found):
    listed = Counter(sentence for sentences in TABLE.values() for sentence in sentences)
    assert sorted(found - listed.keys()) == [], "add these, each below a test that provokes it and looks what happened"
    assert sorted(listed.keys() - found) == [], "the program does not say these any more"
    assert [sentence for sentence, times in listed.items() if times > 1] == []


@pytest.mark.parametrize("name", [name for name in TABLE if name != EXPLAINED])
def test_what_is_said_to_provoke_a_sentence_is_a_test(name):
    file, _, function = name.partition("::")
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    assert function.startswith("test_")
    assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


SENTENCES = {
    'say("nothing was stored")': {"nothing was stored"},
    """say(f"{key}: {'nothing changed' if same else 'changed'}")""": {"{}: nothing changed", "{}: changed"},
    """say(f"{key} is {what if near else f'kept as {name}'}")""": {"{} is kept as {}"},
    "say('it was ' 'deleted ' f'by {whom}')": {"it was deleted by {}"},
    "head = 'what it was is kept as ' + name": {"what it was is kept as "},
    "say(', '.join(f'{key} left: {reason}' for key in keys))": {"{} left: {}"},
    "Option('--force', help='what was changed is kept')": set(),
    "def f():\n    '''Say what was stored.'''": set(),
    "say('nothing to look at')": set(),
    "run('SELECT key FROM t LEFT JOIN kept')": set(),
}


@pytest.mark.parametrize("source", SENTENCES)
def test_a_sentence_is_found_wherever_it_stands(source):
    assert claiming.claims(source) == SENTENCES[source]
