"""``wbagree cite`` of bundled records: what the file has of it, and no part that the file has not."""

import json
import re

import pytest
import seed_data


@pytest.fixture(scope="module")
def rows():
    return seed_data.some()


@pytest.fixture
def cited(wbagree, seeded, rows):
    """The references to all records, in one style, as one text."""

    def cite(style):
        ran = wbagree("cite", *rows, "--format", style, db=seeded)
        assert (ran.returncode, ran.stderr) == (0, "")
        return ran.stdout

    return cite


def parts_of(text):
    return [int(part) for part in text.rstrip("?~").split("-")] if text else []


def squeezed(text):
    return " ".join(text.split())


def test_the_register_has_records_that_lack_each_part(rows):
    for field in ("signed", "place", "references", "title_original", "in_force", "ended"):
        assert any(not row[field] for row in rows.values())
        assert any(row[field] for row in rows.values())


def test_as_csl(cited, rows):
    items = {item["id"]: item for item in json.loads(cited("csl"))}
    assert list(items) == list(rows)
    for key, row in rows.items():
        item = items[key]
        assert item.get("issued", {}).get("date-parts", [[]]) == [parts_of(row["signed"])], key
        assert ("circa" in item.get("issued", {})) == row["signed"].endswith(("?", "~"))
        assert item.get("event-place", "") == row["place"]
        assert item.get("original-title", "") == row["title_original"]
        assert ("number" in item, "URL" in item) == (bool(row["references"]), "<http" in row["sources"])
        assert len(item["author"]) == len(row["parties"].split(";"))


def test_as_bibtex(cited, rows):
    entries = re.split(r"\n(?=@misc)", cited("bibtex").rstrip("\n"))
    for (key, row), entry in zip(rows.items(), entries, strict=True):
        fields = dict(re.fullmatch(r"  (\w+) = \{(.*)\},", line).groups() for line in entry.split("\n")[1:-1])
        assert entry.startswith(f"@misc{{{key},")
        dates = [int(fields[name]) for name in ("year", "month", "day") if name in fields]
        assert dates == parts_of(row["signed"]), key
        assert ("address" in fields) == bool(row["place"])
        assert ("url" in fields) == ("<http" in row["sources"])
        assert ("howpublished" in fields) == bool(row["references"])
        assert ("date " in fields["note"]) == row["signed"].endswith(("?", "~"))


def test_as_ris(cited, rows):
    records = cited("ris").rstrip("\n").split("ER  -")[:-1]
    for (key, row), record in zip(rows.items(), records, strict=True):
        tags = [line.partition("  - ")[::2] for line in record.strip().splitlines()]
        text_by_tag = dict(tags)
        assert text_by_tag["ID"] == key
        assert [int(part) for part in text_by_tag.get("DA", "").split("/") if part] == parts_of(row["signed"]), key
        assert text_by_tag.get("PY", "") == row["signed"][:4]
        assert text_by_tag.get("CY", "") == squeezed(row["place"])
        assert (text_by_tag.get("OP", ""), "T2" in text_by_tag) == (squeezed(row["title_original"]), False)
        assert [name for name, _ in tags].count("AU") == len(row["parties"].split(";"))


def test_as_text(cited, rows):
    lines = cited("text").splitlines()
    for row, line in zip(rows.values(), lines, strict=True):
        title = squeezed(row["title"])
        assert line.startswith(title)
        rest = line.removeprefix(title).partition(" <http")[0]
        for field, words in (("signed", "signed "), ("in_force", "entered into force "), ("ended", "ended ")):
            assert (re.search(rf"[(, ]{words}(c |\[)?\d|[(, ]{words}(c |\[)?[A-Z][a-z]+ \d", rest) is not None) == bool(
                row[field]
            ), line
            assert not row[field] or row[field][:4] in rest
