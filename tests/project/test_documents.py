"""What the documents for contributors name is there."""

import re

import pytest

from wbagree import resources

ROOT = resources.migrations_folder().parent


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_file_and_folder_that_a_document_names_exists(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    paths = re.findall(
        r"`((?:wbagree|tests|migrations|seed|benchmarks|store|cli|domain|formats|services)/[\w/.-]*)`", text
    )
    assert len(paths) > 20
    for path in paths:
        # Of a module, "cli/register.open_or_hint" names a function.
        stem = re.sub(r"\.(?!py$|sql$|csv$|toml$|css$|txt$)[A-Za-z_]\w*$", "", path.rstrip("/"))
        places = (ROOT / stem, ROOT / f"{stem}.py", ROOT / "wbagree" / stem, ROOT / "wbagree" / f"{stem}.py")
        assert any(place.exists() for place in places), path


def test_the_documents_point_to_each_other():
    pages = (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))
    assert len(pages) > 8
    for page in pages:
        for link in re.findall(r"\]\(([\w./-]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), (page, link)
