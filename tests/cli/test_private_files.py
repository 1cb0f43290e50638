"""A file that may hold what is restricted, or personal data, is its owner's alone, and that is said."""

import shutil
import stat

import command_tree
import pytest

KEY = "AL-XK-2012-1"


@pytest.fixture
def register(register_after, tmp_path):
    """A register with a restricted agreement and a contact point that is a person."""
    person = ("--person", "Besa Krasniqi", "--email", "besa@example.org")
    contact = ("contacts", "add", "--party", "XK", "--institution", "Kosovo Police", *person)
    made = register_after(("edit", KEY, "--disclosure", "restricted"), contact)
    return shutil.copy(made, tmp_path / "register.db")


_PAIR = ("--pair", "AL-XK", "--with-restricted")
_AMONG = ("--among", "wb6", "--with-restricted")
WRITES = [
    *[((name, *_PAIR, "-o"), "csv") for name in ("list", "summary", "matrix", "timeline", "due", "check")],
    (("matrix", *_PAIR, "-o"), "md"),
    (("search", "patrols", "--with-restricted", "-o"), "json"),
    (("matrix", "--gaps", *_AMONG, "-o"), "csv"),
    (("gaps", *_AMONG, "-o"), "csv"),
    (("compare", *_PAIR, "2010", "2020", "-o"), "csv"),
    (("matrix", "--frameworks", *_AMONG, "-o"), "csv"),
    (("summary", "--by", "assessment", *_PAIR, "-o"), "csv"),
    (("summary", "--frameworks", "--with-restricted", "-o"), "csv"),
    *[(("export", *_PAIR), ending) for ending in ("csv", "json", "jsonl", "md", "xlsx", "docx")],
    *[(("export", "--pair", "AL-XK", "--with-contacts"), ending) for ending in ("md", "docx")],
    *[(("brief", "AL-XK", "--with-restricted", "-o"), ending) for ending in ("md", "docx")],
    *[(("brief", "AL-XK", "--with-contacts", "-o"), ending) for ending in ("md", "docx")],
    (("report", *_PAIR), "html"),
    *[(("plot", kind, *_AMONG), "svg") for kind in ("matrix", "timeline", "network")],
    (("plot", "matrix", "--with-restricted"), "png"),
    (("cite", KEY, "--with-restricted", "-o"), "bib"),
    (("history", "--with-restricted", "-o"), "json"),
    (("history", "--with-contacts", "-o"), "json"),
    (("contacts", "list", "--with-contacts", "-o"), "csv"),
    (("contacts", "--with-contacts", "-o"), "csv"),
    (("saved", "--with-restricted", "-o"), "csv"),
    (("sql", "SELECT * FROM agreements", "--with-restricted", "-o"), "csv"),
    (("sql", "SELECT * FROM contacts", "--with-contacts", "-o"), "json"),
]
OPTIONS = {"--with-restricted", "--with-contacts"}


@pytest.mark.parametrize(("command", "ending"), WRITES, ids=lambda value: " ".join(value).replace("-", "_"))
def test_it_is_for_its_owner_alone_also_over_a_file_that_all_can_read(command, ending, forked, register, tmp_path):
    file = tmp_path / f"out.{ending}"
    file.write_text("before")
    file.chmod(0o666)
    ran = forked(*command, str(file), db=register)
    assert ran.code in (0, 4), ran.text  # 4: check has found something
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    alone = f"Only you can read {file}: it may hold restricted agreements or personal data."
    assert alone in " ".join(ran.text.split())
    if command[0] == "cite":
        return
    file.chmod(0o644)
    ran = forked(*(word for word in command if word not in OPTIONS), str(file), db=register)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert "Only you" not in ran.text


def test_every_command_that_takes_such_an_option_and_a_file_is_tried_here():
    def is_meant(command):
        options = {name for parameter in command.params for name in getattr(parameter, "opts", ())}
        return options & OPTIONS and {parameter.name for parameter in command.params} & {"output", "file"}

    found = {path for path, command in command_tree.TREE.items() if is_meant(command)}
    assert {path for path in found if not any(command[: len(path)] == path for command, _ in WRITES)} == set()
    assert len(found) > 10
