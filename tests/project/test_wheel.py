"""The program as a user gets it: the wheel, in an empty environment, from another folder."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from wbagree import resources

ROOT = resources.migrations_folder().parent


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
        env=os.environ | {"TMPDIR": str(folder)},
    )
    return folder


def test_the_wheel_carries_the_migrations_and_the_bundled_register(built):
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("migrations", "seed"):
        shipped = {name.removeprefix("wbagree/") for name in names if name.startswith(f"wbagree/{folder}/")}
        expected = {
            str(path.relative_to(ROOT))
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert shipped == expected
    assert not [name for name in names if name.startswith(("tests", "migrations", "seed"))]
    assets = "wbagree/formats/html_report/assets"
    page = {path.name for path in (ROOT / assets).iterdir() if path.is_file()}
    assert {f"{assets}/{name}" for name in page} <= names
    assert {"page.html", "page.css", "6_page.js"} <= page


def test_the_wheel_carries_the_style_of_the_full_screen_and_leaves_textual_to_its_extra(built):
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as files:
        assert "wbagree/cli/browser/browse.tcss" in files.namelist()
        (metadata,) = (name for name in files.namelist() if name.endswith(".dist-info/METADATA"))
        lines = files.read(metadata).decode().splitlines()
    assert [line for line in lines if "textual" in line] == ["Requires-Dist: textual<9,>=8.2.5; extra == 'browse'"]


def test_the_source_archive_carries_the_tests(built):
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as files:
        names = {name.partition("/")[2] for name in files.getnames()}
    assert {"tests/conftest.py", "README.md", "LICENSE", "pyproject.toml", "Makefile"} <= names


def test_installed_into_an_empty_environment_it_seeds_and_lists_from_another_folder(built, tmp_path):
    (wheel,) = built.glob("*.whl")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = tmp_path / "environment"
    uv = [sys.executable, "-m", "uv"]
    python = str(environment / "bin" / "python")
    subprocess.run([*uv, "venv", "--quiet", "--python", sys.executable, str(environment)], check=True)
    subprocess.run([*uv, "pip", "install", "--quiet", "--python", python, str(wheel)], check=True, cwd=elsewhere)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(environment / "bin" / "wbagree"), *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=elsewhere,
            check=False,
        )

    module = subprocess.run(
        [str(python), "-m", "wbagree", "--version"], capture_output=True, check=False, cwd=elsewhere
    )
    assert module.stdout.startswith(b"wbagree "), module
    seeded = run("seed")
    assert "761 new" in seeded.stderr, seeded.stderr
    listed = run("list", "--pair", "AL-XK", "--format", "csv", "--columns", "key")
    assert "AL-XK-2012-1" in listed.stdout.splitlines()
    for file in ("pair.xlsx", "pair.docx"):
        assert run("export", "--pair", "ME-XK", file).returncode == 0
    assert run("report", "--pair", "ME-XK", "pair.html").returncode == 0
    home = Path(os.environ["HOME"])
    assert Path(run("db", "path").stdout.strip()).is_relative_to(home)
    assert run("db", "check").returncode == 0
    without = run("browse")
    assert (without.returncode, "pip install 'wbagree[browse]'" in without.stderr) == (2, True)
