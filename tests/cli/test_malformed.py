"""Malformed texts, JSON and things that are no files: refused with a sentence or read, never more than that."""

import json
import os
import random
from itertools import product

import pytest

from wbagree import resources

HEADER = "title,form,types,parties,confidence,signed"
ROW = "A,mou,mla,AL;XK,low,2012"
FINE = f"{HEADER}\n{ROW}\n"
LONG = 300_000  # more than the sample by which an encoding is found
ESCAPES = "\x1b[2J\x1b]0;title\x07\x9b31m\u202e\u2066\x00\x7f"


def nested(opening, deep, closing=""):
    return opening * deep + closing * deep


def object_with(**fields):
    return json.dumps([{"title": "A", "parties": "AL;XK", **fields}])


TEXTS = {
    "nothing": ("", "is empty"),
    "blanks": (" \n\t\r\n" * 999, "is empty"),
    "NULs": ("\0" * LONG, "no column"),
    "a NUL in a cell": (f"{HEADER}\nA\0,mou,mla,AL;XK,low,2012\n", "contains a NUL"),
    "carriage returns": ("title,parties" + "\r" * (LONG // 4), ""),
    "UTF-16 without its mark": (FINE.encode("utf-16-le"), ""),
    "UTF-16 cut in a character": (FINE.encode("utf-16")[:-1], "not utf-16 throughout"),
    "UTF-16 of halves": (b"\xff\xfe" + "title,parties\n".encode("utf-16-le") + b"\0\xd8" * 99, "not utf-16 throughout"),
    "UTF-32": (FINE.encode("utf-32"), "no column"),
    "noise": (random.Random(1).randbytes(100_000), "encoding cannot be found out"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" * 99, "is a PDF document"),
    "HTML": ("<!doctype html><html><table><tr><td>title</td></tr></table></html>", "is an HTML page"),
    "a cell of 300 kB": (f"{HEADER}\n{'a' * LONG},mou,mla,AL;XK,low,2012\n", "1 new"),
    "cells of 100 kB in every field": (f"{HEADER},notes\n{','.join(['(AL: ' * 20_000] * 7)}\n", "refused"),
    "a title of 200 kB in a list of theirs": (f"Titulli,Palët\n{'marrëveshje ' * 18_000},AL;XK\n", "1 new"),
    "parties of 200 kB": (f"Titulli,Palët\nA,{'AL-' * 60_000}\n", "refused"),
    "a cell of 17 MB": (f"{HEADER}\n{'a' * (2**24 + 1)},mou,mla,AL;XK,low,2012\n", "field larger than field limit"),
    "100,000 columns": ("title,parties" + ",x" * 100_000 + "\nA,AL;XK\n", "has a row of 100,002 cells"),
    "3,000 columns with names": ("title,parties" + "".join(f",x{n}" for n in range(3000)), "has 3,002 columns"),
    "columns without end": (f"{FINE}{',' * LONG}x\n", "has a row of 300,001 cells"),
    "a mark never closed": (f'{HEADER}\n"{ROW}\n' * 40, "text after a closing quotation mark"),
    "rows of unknown words": (
        f"{HEADER}\n" + "".join(f"A,mou,word {n},land {n};AL,low,x\n" for n in range(6)),
        "refused",
    ),
    "a place of 200 kB": (f"Titulli,Palët,Data dhe vendi i nënshkrimit\nA,AL;XK,{'Tirana 2012 ' * 18_000}\n", ""),
    "a status of 200 kB": (f"Titulli,Palët,Data e hyrjes në fuqi\nA,AL;XK,{'në fuqi 3 ' * 18_000}\n", ""),
    "marks only": ('"' * (LONG + 1), ""),
    "escapes everywhere": (f"{HEADER},{ESCAPES}\n{','.join([ESCAPES + 'A'] * 7)}\n", "refused"),
    "escapes in a list of theirs": (
        f"Titulli,Palët,{ESCAPES}x\nA{ESCAPES[:-2]},AL {ESCAPES},b\n{ESCAPES}\n",
        "refused",
    ),
    "nothing but a header": (f"{HEADER}\n", "0 rows read"),
    "SQL": (f"{HEADER}\n'; DROP TABLE agreement; --,mou,mla,AL;XK,low,2012\n", "1 new"),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_malformed_text_is_refused_or_read(kind, withstands, tmp_path):
    content, sentence = TEXTS[kind]
    path = tmp_path / "list.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert sentence in withstands(path)


JSON = {
    "arrays a million deep": (nested("[", 1_000_000, "]"), "nested too deeply"),
    "arrays that are never closed": (nested("[", 1_000_000), "nested too deeply"),
    "objects a million deep": (nested('{"a":', 1_000_000), "nested too deeply"),
    "a value 900 deep": (f'[{{"title": {nested("[", 900, "]")}, "parties": "AL;XK"}}]', ""),
    "a number of 300,000 digits": (f'[{{"title": {"9" * LONG}}}]', "cannot be read as JSON"),
    "a number of 4,000 digits": (object_with(title=10**4000), "1 new"),
    "numbers that are none": ('[{"title": NaN, "parties": "AL;XK", "place": 1e999}]', "title: is missing"),
    "half characters": ('[{"title": "\\ud800", "parties": "AL;XK", "\\udfff": "k"}]', "half a character"),
    "escapes": (json.dumps([{"title": ESCAPES, "parties": f"AL{ESCAPES}", ESCAPES: ESCAPES}]), "refused"),
    "names without end": (json.dumps([{f"{n} {m}": 1 for m in range(9)} for n in range(999)]), "2,000 names"),
    "10,000 objects of nothing": (f"[{'{},' * 10_000}{{}}]", "no column"),
    "a scalar": ("3", "is not an object"),
    "arrays in an array": ("[[1], [2]]", "is not an object"),
    "what is cut off": ('[{"title": "A", "parties": "AL', "cannot be read as JSON"),
    "bytes of no encoding": (b'[{"title": "\xff\xfe\x81", "parties": "AL;XK"}]', ""),
    "UTF-16 that is cut off": ('[{"title": "A"}]'.encode("utf-16")[:-1], "not utf-16 throughout"),
    "a text with the wrong ending": (FINE, "cannot be read as JSON"),
    "signatories 30,000 brackets deep": (object_with(form="mou", types="mla", confidence="low",
                                                     signatories="AL: x (" * 30_000), "refused"),
    "sources of separators": (object_with(form="mou", types="mla", confidence="low", sources=" | " * 30_000), ""),
    "assessments of blanks": (object_with(form="mou", types="mla", confidence="low",
                                          implementation="2012 full: " * 30_000), "refused"),
    "a renewal of words": (object_with(form="mou", types="mla", confidence="low", renewal="tacit every " * 30_000), ""),
}  # fmt: skip


@pytest.mark.parametrize("kind", JSON)
def test_malformed_json_is_refused_or_read(kind, withstands, tmp_path):
    content, sentence = JSON[kind]
    path = tmp_path / "list.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert sentence in withstands(path)


def sparse(size):
    def make(path):
        path.write_bytes(b"[")
        os.truncate(path, size)

    return make


PLACES = {
    "a folder": (lambda path: path.mkdir(), "is a folder"),
    "a pipe that nobody writes to": (os.mkfifo, "is a pipe or a device"),
    "zeros without end": (lambda path: path.symlink_to("/dev/zero"), "is a pipe or a device"),
    "a link to itself": (lambda path: path.symlink_to(path), "cannot be read"),
    "a link to nothing": (lambda path: path.symlink_to("/nowhere/list.csv"), "unknown file"),
    "a terabyte of holes": (sparse(10**12), "larger than 512 MiB"),
    "4 MB of holes": (sparse(4 * 10**6), ""),
    "nothing at all": (lambda path: path.unlink(missing_ok=True), "unknown file"),
}


@pytest.mark.parametrize("kind", PLACES)
def test_what_is_no_file_to_read_is_refused(kind, withstands, tmp_path):
    make, sentence = PLACES[kind]
    make(tmp_path / "list.csv")
    assert sentence in withstands(tmp_path / "list.csv")


@pytest.mark.parametrize(
    "name", ["\x1b[31mred\u202e.csv", "-.csv", "'; DROP TABLE agreement; --.csv", "a\nb.csv", "%00.csv"]
)
def test_a_name_is_only_a_name(name, withstands, tmp_path):
    (tmp_path / name).write_text(FINE, encoding="utf-8")
    assert "1 new" in withstands(tmp_path / name)


@pytest.mark.parametrize(
    "encoding", ["idna", "punycode", "undefined", "unicode_escape", "rot13", "../x", "utf-7", "\x1b[31m"]
)
def test_any_name_of_an_encoding_is_an_answer(encoding, withstands, tmp_path):
    (tmp_path / "list.csv").write_bytes(FINE.encode() + b"\xff\\xzz,\n")
    withstands(tmp_path / "list.csv", "--encoding", encoding)


@pytest.mark.parametrize("seed", range(6))
def test_a_real_list_with_damage_is_refused_or_read(seed, withstands, tmp_path):
    chance = random.Random(seed)
    content = bytearray((resources.seed_folder() / "agreements.csv").read_bytes()[:40_000])
    for _ in range(chance.randint(1, 40)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    cut = chance.randrange(len(content))
    content = content[:cut] if seed % 2 else content[cut:] + content[:cut]
    (tmp_path / "list.csv").write_bytes(content)
    withstands(tmp_path / "list.csv")


OPTIONS = ("--map", "--set", "--party", "--home", "--date-order", "--delimiter", "--sheet", "--fill-down", "--use-map",
           "--save-map", "--on-duplicate", "--header")  # fmt: skip
VALUES = ("'; DROP TABLE agreement; --", "../../etc/passwd", "\x1b[31m=\x1b[0m")
EACH = [(option, VALUES[n % len(VALUES)]) for n, option in enumerate(OPTIONS)]
FILES = [("--use-map", "../../etc/passwd"), ("--save-map", "../../etc/passwd")]  # what they name is a file


# SWEEP=long lets every option meet every value.
@pytest.mark.parametrize(
    ("option", "value"),
    [*product(OPTIONS, VALUES)] if os.environ.get("SWEEP") == "long" else [*dict.fromkeys([*EACH, *FILES])],
)
def test_any_value_of_an_option_is_an_answer(option, value, forked, empty, tmp_path):
    (tmp_path / "list.csv").write_text(FINE, encoding="utf-8")
    ran = forked("import", str(tmp_path / "list.csv"), "--dry-run", option, value, db=empty)
    assert ran.code in (0, 2, 3, 4), ran.text
    assert "Traceback" not in ran.text
    assert "\x1b" not in ran.text
    assert not [*tmp_path.rglob("passwd*")]
