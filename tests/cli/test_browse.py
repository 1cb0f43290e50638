"""The full screen of browse, driven by its keys on a real register: what is seen, opened, copied, and what is not."""

import asyncio
import csv
import io
import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import seed_data

from wbagree.cli.browser.agreement_screen import AgreementScreen
from wbagree.cli.browser.app import Browser
from wbagree.cli.browser.choice_screen import ChoiceScreen
from wbagree.cli.browser.export_screen import ExportScreen
from wbagree.cli.browser.help_screen import HelpScreen
from wbagree.cli.browser.main_screen import MainScreen
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.parts import Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.services.browser_queries import RECORDS_PER_READ, BrowseReader
from wbagree.store.file import connection
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.session import transaction

KEY = "AL-XK-2012-1"
DAY = date(2026, 11, 1)
TEXTS = ("", " ", "-", "--", '"', '"open', "((", "*", "NEAR(", "a AND", "NOT x", "'; DROP TABLE agreement; --", "😀",
         "x" * 200, "-police", '"joint patrol" -season', "[bold]", "споразум", "é\u0301")  # fmt: skip


class Session:
    """Somebody at the screen: presses keys, waits for what is asked, looks."""

    def __init__(self, app: Browser, pilot) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type or paste a text in place of what the filter has."""
        self.app.screen.query_one("FilterField").value = text
        await self.settle()

    async def settle(self) -> None:
        """Wait until what was typed is asked, and what was asked is answered and shown."""
        main = self.app.main_screen
        while True:
            await self.pilot.pause()
            under_way = [
                worker._task
                for worker in self.app.workers
                if not (worker.is_finished or (worker.group in ("choice", "export") and len(self.app.screen_stack) > 1))
            ]
            if under_way:
                await asyncio.wait(under_way, timeout=0.05)  # one may open a box, and wait for what is typed there
            elif main.browse_query.text == main.query_one("FilterField").value and not main.is_waiting:
                break
            else:
                await asyncio.sleep(0.005)  # until the filter asks
        await self.pilot.pause()

    @property
    def screen(self) -> str:
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()) + "\n"

    @property
    def flowing(self) -> str:
        """What is on the screen, whatever the lines."""
        return " ".join(self.screen.split())

    @property
    def keys(self) -> list[str]:
        return [record.agreement.key for record in self.app.main_screen.records.items]

    @property
    def pairs(self) -> dict[str, int]:
        return {"-".join(pair.codes or ("All",)): pair.record_count for pair in self.app.main_screen.pairs.items}

    @property
    def notices(self) -> list[str]:
        return [notification.message for notification in self.app._notifications]


Story = Callable[[Session], Awaitable[None]]


async def until_idle(*_: float) -> None:
    """Wait until nothing is left to do but what a timer or a thread has yet to bring."""
    ready = asyncio.get_running_loop()._ready
    await asyncio.sleep(0)
    while ready:  # noqa: ASYNC110  (no event tells of it)
        await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def _no_naps(monkeypatch):
    """Textual takes naps of 20 ms until the process seems to be idle; its loop knows at once."""
    for module in ("app", "pilot"):
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", until_idle)


@pytest.fixture
def browse(seeded) -> Callable[..., Browser]:
    """Let ``story`` drive the screen; the program as it left it."""

    def run(
        story: Story,
        *,
        db: Path = seeded,
        size: tuple[int, int] = (80, 24),
        question: Filter | None = None,
        with_restricted: bool = False,
    ) -> Browser:
        async def session() -> Browser:
            app = Browser(BrowseReader(db, question or Filter(as_of=DAY), with_restricted=with_restricted))
            async with app.run_test(size=size) as pilot:
                one = Session(app, pilot)
                await one.settle()
                await story(one)
            return app

        return asyncio.run(session())

    return run


def bundled() -> list[dict[str, str]]:
    return [*seed_data.some().values()]


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (140, 40)], ids=lambda size: str(size[0]))
def test_the_first_screen_is_legible_at_any_width(size, browse, golden, whole):
    async def story(one):
        golden(f"browse-{size[0]}.txt", one.screen)
        await one.press("tab")
        assert "q Quit" in one.screen  # and all the keys before it
        await one.press("tab", "enter")
        assert "q Quit" in one.screen
        assert all(len(line) <= size[0] for line in one.screen.splitlines())

    browse(story, db=whole, size=size)


def test_the_numbers_are_those_of_the_file(browse):
    rows = bundled()

    async def story(one):
        assert one.pairs["All"] == len(rows)
        assert one.keys[0] == max((row["signed"], row["key"]) for row in rows if row["signed"])[1]
        for pair in (("AL", "IT"), ("AT", "HU"), ("BG", "RO")):  # nobody's heirs
            own = sum(set(pair) <= set(row["parties"].split(";")) for row in rows)
            assert one.pairs.get("-".join(pair), 0) == own

    browse(story)


def test_a_pair_has_the_records_that_list_has(browse, wbagree, whole):
    async def story(one):
        await one.press("tab")
        for pair in ("AL-XK", "AT-CS", "HR-RS"):
            steps = [*one.pairs].index(pair) - one.app.main_screen.pairs.place
            one.app.main_screen.pairs.action_move(steps)
            await one.settle()
            listed = wbagree("list", "--pair", pair, "--as-of", str(DAY), "--sort=-signed", "--format", "csv", db=whole)
            assert one.keys == [row["key"] for row in csv.DictReader(io.StringIO(listed.stdout))]
            assert one.pairs[pair] == len(one.keys)
            assert f"{pair}: {len(one.keys)} agreement" in one.screen
        await one.press("home")
        assert "All: the first 500 of 761 agreements" in one.screen

    browse(story, db=whole)


def test_the_question_of_the_command_line_bounds_what_is_browsed(browse):
    async def story(one):
        assert set(one.pairs) == {"All", "AL-XK"}
        assert "pair AL-XK; type mla" in one.screen
        before = len(one.keys)
        await one.type("patrol")
        assert 0 < len(one.keys) < before

    browse(story, question=Filter(pair=("AL", "XK"), types=("mla", "police-cooperation")), size=(100, 24))


def test_the_filter_finds_what_search_finds(browse, wbagree, seeded):
    async def story(one):
        for text in ("ekstradicija", "Споразум реадмисија", "djordjevic", "al-xk"):
            question = ("--as-of", str(DAY), "--format", "csv", "--columns", "key", *text.split(" "))
            found = wbagree("search", *question, db=seeded).stdout
            await one.type(text)
            keys = [row["key"] for row in csv.DictReader(io.StringIO(found))]
            assert one.pairs["All"] == len(keys)
            ranked = text != "al-xk"  # a pair is no text to rank by
            assert (one.keys == keys) if ranked else (sorted(one.keys) == sorted(keys))

    browse(story)


def test_it_filters_as_one_types_and_moves_meanwhile(browse):
    async def story(one):
        numbers = [len(one.keys)]
        for key in "patrols":
            await one.press(key)
            numbers.append(len(one.keys))
        assert numbers == sorted(numbers, reverse=True)
        assert numbers[-1] > 0
        await one.press("down", "down", "up", "enter")
        assert isinstance(one.app.screen, AgreementScreen)
        assert f"2 of {numbers[-1]}" in one.screen
        await one.press("escape")
        assert one.app.screen.query_one("FilterField").value == "patrols"
        await one.press("escape")
        assert one.pairs["All"] == len(bundled())

    browse(story)


def test_any_text_can_be_typed(browse, whole):
    async def story(one):
        for text in TEXTS:
            await one.type(text)
            assert one.pairs["All"] == one.app.main_screen.total
            assert one.app.is_running
        await one.type("-")
        assert len(one.keys) == 500  # those that are read at first

    browse(story, db=whole)


def test_where_nothing_is_found_a_sentence_says_so(browse):
    async def story(one):
        await one.press("tab", "down", "slash")
        await one.type("qqq")
        assert "Nothing of AL-BA found for “qqq”." in one.flowing
        assert one.pairs == {"All": 0, "AL-BA": 0}
        await one.press("enter", "y")  # nothing to open
        assert isinstance(one.app.screen, MainScreen)
        await one.type("")
        assert one.app.main_screen.pairs.item.codes == ("AL", "BA")

    browse(story, size=(140, 24))


@pytest.mark.parametrize("columns", [60, 100])
def test_a_record_is_shown_as_show_shows_it(columns, browse, at_terminal, seeded):
    shown = at_terminal("show", KEY, "--as-of", str(DAY), db=seeded, columns=columns - 4, NO_COLOR="1").text

    async def story(one):
        await one.type(KEY)
        await one.press("enter")
        # A line that is longer than the screen, as an address is, goes on below.
        there = "".join(line.strip() for line in one.screen.splitlines()[2:-1])
        assert there.startswith("".join(line.strip() for line in shown.splitlines()))

    browse(story, size=(columns, 60))


def test_one_goes_on_to_the_next_record_and_comes_back_to_it(browse):
    async def story(one):
        await one.press("tab", "tab", "enter", "n", "n", "p")
        assert one.keys[1] in one.screen.splitlines()[2]
        await one.press("question_mark")
        assert isinstance(one.app.screen, HelpScreen)
        assert "copies the citation" in one.screen
        await one.press("escape", "escape")
        assert one.app.main_screen.records.place == 1
        await one.press("escape")
        assert one.app.main_screen.pairs.has_focus
        await one.press("G", "enter")
        assert one.app.main_screen.records.has_focus

    browse(story)


def test_q_leaves_and_so_do_ctrl_q_and_ctrl_c(browse):
    for keys in (["tab", "q"], ["ctrl+q"], ["ctrl+c"], ["enter", "q"]):

        async def story(one, keys=keys):
            await one.pilot.press(*keys)

        app = browse(story)
        assert (app.return_code, app.is_running) == (0, False)


def test_the_key_and_the_citation_are_copied_and_it_is_said(browse, wbagree, seeded):
    cited = wbagree("cite", KEY, db=seeded).stdout.strip()

    async def story(one):
        await one.type(KEY)
        await one.press("tab", "y")
        assert (one.app.clipboard, one.notices) == (KEY, [KEY])
        await one.press("enter", "enter", "c")
        assert one.app.clipboard == cited
        assert cited.startswith(one.notices[-1].removesuffix(" …"))
        assert [notification.title for notification in one.app._notifications] == ["Key copied", "Citation copied"]

    browse(story)


def test_what_is_restricted_is_shown_and_not_copied(browse, wbagree, seeded):
    assert wbagree("edit", KEY, "--disclosure", "restricted", db=seeded).returncode == 0

    async def refused(one):
        await one.type(KEY)
        assert KEY in one.screen
        await one.press("tab", "y", "c")
        assert one.app.clipboard == ""
        assert one.notices == [f"{KEY} is restricted. Use --with-restricted to include it."] * 2
        await one.press("tab", "enter")
        assert "restricted" in one.screen

    async def allowed(one):
        await one.type(KEY)
        await one.press("tab", "y")
        assert one.app.clipboard == KEY

    browse(refused)
    browse(allowed, with_restricted=True)


HOSTILE = "[bold]x[/] [@click=app.quit]here[/] [/nothing] \x1b[31mred\x1b]0;t\x07 \u202eabc\u2066 $x {y}"


def test_hostile_texts_are_shown_and_not_obeyed(browse, empty, obeyed):
    agreement = Agreement(
        "", HOSTILE, "mou", ("mla",), ("AL", "XK"), "low", notes=HOSTILE, references=(HOSTILE,),
        signed=PartialDate.parse("2020"), sources=(Source(HOSTILE, "https://example.org/[bold]"),),
    )  # fmt: skip
    with transaction(empty, "add") as session:
        apply_agreement_changes(session, [AgreementChange(None, agreement)])

    async def story(one):
        await one.press("tab", "tab")
        assert "[bold]x[/] [@click=app.quit]here[/] [/nothing] <1B>[31mred" in one.screen
        await one.pilot.click("#records", offset=(45, 1))
        await one.press("c")
        assert not obeyed(one.app.clipboard)
        assert "[@click=app.quit]" in one.notices[0]
        assert not obeyed(one.screen.replace("\n", ""))
        await one.press("enter")
        for place in range(3, 20):
            await one.pilot.click(offset=(30, place))
        assert one.app.is_running
        assert one.screen.count("[@click=app.quit]here[/]") >= 3
        assert not obeyed(one.screen.replace("\n", ""))

    browse(story, db=empty, size=(120, 30))


def test_hostile_text_cannot_be_pasted_into_the_filter(browse, obeyed):
    async def story(one):
        field = one.app.screen.query_one("FilterField")
        field.insert_text_at_cursor("x\x1b[31m\u202ey")
        await one.settle()
        await one.type("[bold]zz[/] [@click=app.quit]")
        assert "“[bold]zz[/] [@click=app.quit]”" in one.flowing
        assert not obeyed(one.screen.replace("\n", ""))

    browse(story, size=(120, 24))


def test_a_register_that_vanishes_is_said_and_one_goes_on_when_it_is_back(browse, seeded, tmp_path):
    copy = shutil.copy(seeded, tmp_path / "copy.db")

    async def story(one):
        seeded.unlink()
        await one.press("enter")
        assert "No such file or directory" in one.flowing
        await one.press("escape", "a")
        assert "No such file or directory" in one.flowing
        assert one.keys == []
        await one.press("enter", "tab", "y", "c", "down", "enter", "end")
        assert one.app.is_running
        shutil.copy(copy, seeded)
        await one.press("slash", "l")
        assert one.keys

    browse(story)


def test_a_register_that_is_locked_is_said(browse, seeded, monkeypatch):
    monkeypatch.setattr(connection, "LOCK_TIMEOUT", 0.1)

    async def story(one):
        with closing(sqlite3.connect(seeded, isolation_level=None)) as other:
            other.execute("PRAGMA journal_mode = DELETE")
            other.execute("BEGIN EXCLUSIVE")
            await one.press("tab", "enter", "enter")
            assert "another program had it locked" in one.flowing
            await one.press("escape", "slash", "a")
            assert "another program had it locked" in one.flowing
            await one.press("tab", "tab", "c")
        await one.press("slash", "l")
        assert one.keys

    browse(story)


def test_a_record_that_is_deleted_meanwhile_is_said(browse, wbagree, seeded):
    async def story(one):
        await one.type(KEY)
        assert wbagree("delete", KEY, "--yes", db=seeded).returncode == 0
        await one.press("tab", "tab", "c")
        assert "was deleted on" in one.notices[0]
        await one.press("enter")
        assert "Unknown key" in one.screen

    browse(story)


def test_of_many_records_the_first_are_read_and_more_on_the_way_down(browse, wbagree, long_list, empty):
    assert wbagree("import", str(long_list), db=empty).returncode == 0

    async def story(one):
        assert f"All: the first {RECORDS_PER_READ} of 1,100 agreements" in one.screen
        await one.press("tab", "tab", "end")
        assert len(one.keys) == 2 * RECORDS_PER_READ
        assert one.app.main_screen.records.place == RECORDS_PER_READ - 1
        await one.press("end", "end", "pageup", "end")
        assert len(set(one.keys)) == 1100
        assert "All: 1,100 agreements" in one.screen
        assert one.app.main_screen.records.place == 1099

    browse(story, db=empty)


def test_the_mouse_chooses_as_the_keys_do(browse):
    async def story(one):
        await one.pilot.click("#pairs", offset=(4, 3))
        await one.settle()
        assert one.app.main_screen.pairs.place == 2
        await one.pilot.click("#records", offset=(20, 3), times=2)
        await one.settle()
        assert isinstance(one.app.screen, AgreementScreen)
        assert "2 of" in one.screen

    browse(story)


def test_the_terminal_may_be_tiny_and_may_change_its_size(browse):
    async def story(one):
        for size in ((1, 1), (10, 3), (140, 40)):
            await one.pilot.resize_terminal(*size)
            await one.press("tab", "down", "tab", "down", "pagedown", "enter", "n", "question_mark")
            await one.pilot.resize_terminal(*reversed(size))
            await one.press("escape", "escape", "slash")
        assert isinstance(one.app.screen, MainScreen)
        await one.pilot.resize_terminal(100, 30)
        for _ in range(5000):  # the new size is drawn once its event has gone through all parts
            if "Quit" in one.screen:
                break
            await asyncio.sleep(0.005)
        assert "q Quit" in one.screen or "Ctrl+Q Quit" in one.screen

    browse(story)


def test_nothing_is_written(browse, seeded):
    home = Path.home()
    before = (seeded.read_bytes(), seeded.stat().st_mtime_ns, {*seeded.parent.rglob("*")}, {*home.rglob("*")})

    async def story(one):
        await one.type("police")
        await one.press("tab", "down", "tab", "enter", "n", "y", "c", "escape", "end")

    browse(story)
    assert before == (seeded.read_bytes(), seeded.stat().st_mtime_ns, {*seeded.parent.rglob("*")}, {*home.rglob("*")})


def test_the_newest_come_first_and_the_pairs_of_the_western_balkans_above_the_others(browse):
    rows = {row["key"]: row for row in bundled()}
    six = {"AL", "BA", "ME", "MK", "RS", "XK"}

    async def story(one):
        dates = [rows[key]["signed"].rstrip("?~") for key in one.keys]
        undated = dates.index("")
        assert dates[:undated] == sorted(dates[:undated], reverse=True)
        assert not any(dates[undated:])
        inside = [len(six.intersection(pair.codes)) for pair in one.app.main_screen.pairs.items if pair.codes]
        assert inside == sorted(inside, reverse=True)
        assert set(inside) == {0, 1, 2}

    browse(story)


def test_a_type_and_a_status_narrow_what_is_shown(browse):
    rows = bundled()

    async def story(one):
        await one.press("tab", "t")
        assert isinstance(one.app.screen, ChoiceScreen)
        assert "any type" in one.screen
        choices = [choice.code for choice in one.app.screen.query_one("#choice").items]
        await one.press(*["down"] * choices.index("extradition"), "enter")
        of_type = {row["key"] for row in rows if "extradition" in row["types"].split(";")}
        assert set(one.keys) == of_type
        assert "F2 extradition" in one.screen
        assert one.pairs["All"] == len(of_type)
        await one.press("s", "down", "enter")
        assert set(one.keys) < of_type
        assert "F3 in force" in one.screen
        assert {record.status for record in one.app.main_screen.records.items} == {"in-force"}
        await one.press("s", "home", "enter", "slash", "f2", "home", "enter")
        assert one.pairs["All"] == len(rows)
        assert "F2 any type" in one.screen
        await one.press("f3", "escape")
        assert one.pairs["All"] == len(rows)

    browse(story)


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx", "md"])
def test_what_is_shown_is_exported_to_the_file_that_is_typed(ending, browse, tmp_path):
    file = tmp_path / f"chosen.{ending}"

    async def story(one):
        await one.type("extradition")
        await one.press("tab", "down", "e")
        assert isinstance(one.app.screen, ExportScreen)
        one.app.screen.query_one("Input").value = str(file)
        await one.press("enter")
        assert one.notices == [f"{len(one.keys)} agreement{'s' * (len(one.keys) != 1)} written to {file}"]
        if ending == "csv":
            with file.open(encoding="utf-8", newline="") as opened:
                assert {row["key"] for row in csv.DictReader(opened)} == set(one.keys)
        before = file.read_bytes()
        assert before
        await one.press("slash", "f4")
        one.app.screen.query_one("Input").value = str(file)
        await one.press("enter")
        assert one.notices[-1] == f"{file} exists. Type another name."
        assert file.read_bytes() == before

    browse(story)


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_exported_without_a_name(browse, tmp_path):
    async def story(one):
        for name, sentence in (
            (str(tmp_path / "a.pdf"), "no format has the ending '.pdf'"),
            (str(tmp_path / "no" / "a.csv"), "cannot be written"),
        ):  # fmt: skip
            await one.press("f4")
            one.app.screen.query_one("Input").value = name
            await one.press("enter")
            assert sentence in one.notices[-1]
        for key in ("enter", "escape"):
            await one.press("f4", key)
            assert isinstance(one.app.screen, MainScreen)
        assert len(one.notices) == 2

    browse(story)
    assert not [path for path in tmp_path.rglob("*") if path.suffix in (".pdf", ".csv")]


def test_what_is_restricted_is_not_exported_and_that_is_said(browse, wbagree, seeded, tmp_path):
    assert wbagree("edit", KEY, "--disclosure", "restricted", db=seeded).returncode == 0

    def story(name, has):
        async def export(one):
            await one.type("patrol")
            await one.press("f4")
            one.app.screen.query_one("Input").value = str(tmp_path / name)
            await one.press("enter")
            assert ("1 restricted agreement is left out" in one.notices[0]) != has
            assert (KEY in (tmp_path / name).read_text(encoding="utf-8")) == has

        return export

    browse(story("public.csv", has=False))
    browse(story("all.csv", has=True), with_restricted=True)
