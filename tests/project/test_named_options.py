"""No sentence of the program names an option that no command has, or one that the command it names lacks."""

import ast
import re
from pathlib import Path

import command_tree
import pytest

import wbagree
from wbagree.cli import COMMANDS

PACKAGE = Path(wbagree.__file__).parent
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*[a-z](?![\w-])")
# A command line in a sentence, up to its first option.
COMMAND_LINE = re.compile(r"\bwbagree ((?:[a-z]+ )+?)(?:[A-Z]+ )?(--[a-z][a-z-]*[a-z])\b")


def options_of(command):
    """The options of a command, and of all commands below it."""
    own = {name for param in command.params for name in (*param.opts, *param.secondary_opts)}
    return own.union(*(options_of(below) for below in getattr(command, "commands", {}).values()))


@pytest.fixture(scope="session")
def root():
    return command_tree.ROOT


def texts_of(path):
    """Every text of a module but the help of its commands, which may name the options of others; a joined one once."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    helps = [word for word in ast.walk(tree) if isinstance(word, ast.keyword) and word.arg in ("help", "short_help")]
    skipped = {id(node) for word in helps for node in ast.walk(word)}
    for node in ast.walk(tree):
        if id(node) not in skipped and isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif id(node) not in skipped and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.fixture(scope="session")
def texts():
    """The texts of the program, each with the module that it is in."""
    return [
        (path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", "."), text)
        for path in PACKAGE.rglob("*.py")
        for text in texts_of(path)
    ]


def test_every_option_that_a_text_names_is_one_of_some_command(root, texts):
    known = options_of(root) | {"--help"}
    named = {(module, option) for module, text in texts for option in OPTION.findall(text)}
    assert len(named) > 100
    assert sorted((module, option) for module, option in named if option not in known) == []


def test_a_command_line_in_a_text_has_options_that_its_command_knows(root, texts):
    wrong, seen = [], 0
    for module, text in texts:
        for words, option in COMMAND_LINE.findall(text):
            command = root
            for word in words.split():
                command = getattr(command, "commands", {}).get(word, command)
            seen += 1
            known = options_of(command) | {"--help"}
            wrong += [(module, words, option)] if command is root or option not in known else []
    assert seen > 50
    assert wrong == []


def test_the_sentences_of_a_command_name_its_own_options(root, texts):
    names = {module: name for name, (module, _) in COMMANDS.items()}
    general = {name for param in root.params for name in param.opts} | {"--help"}
    wrong, seen = [], 0
    for module, text in texts:
        if module in names and "wbagree" not in text:
            known = options_of(root.commands[names[module]]) | general
            seen += len(OPTION.findall(text))
            wrong += [(module, option, text) for option in OPTION.findall(text) if option not in known]
    assert seen > 50
    assert wrong == []
