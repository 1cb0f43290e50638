"""Names of options that a command does not have: former names, and names that people try."""

from collections.abc import Sequence
from pathlib import Path
from shlex import join

from wbagree.cli.command_line import readable_word
from wbagree.cli.file_formats import format_of_ending
from wbagree.errors import UsageProblem

# A former name, and today's; a command takes the first that it has.
_FORMER = {
    "source": ("cite",),
    "since": ("changed-since",),
    "by": ("assessor", "counted-by"),
    "note": ("notes",),
}
# An option, and the names that people try for it. The first option that a command has is proposed.
_TRIED = {
    "party": "country state nation partner with who member countries parties",
    "pair": "between countries parties both",
    "type": "topic subject category kind area field types subjects about",
    "since": "from after start begin signed-after date-from min",
    "until": "to before end signed-before date-to max",
    "signed": "date year on day",
    "as-of": "on day at date as-at when",
    "output": "out file save export outfile write to-file excel word xlsx docx pdf",
    "title": "name heading",
    "text": "query search keyword keywords contains filter title words name grep",
    "signatory": "institution minister person signer signed-by ministry signatories",
    "reference": "gazette law registration number",
    "cite": "url link citation website web address sources",
    "source": "gazette reference url link citation sources cite",
    "notes": "comment comments remark remarks description memo note",
    "limit": "max top head first number",
    "columns": "fields cols column field show",
    "by": "group group-by groupby per rows",
    "yes": "force no-confirm confirm quiet",
    "dry-run": "preview test simulate check",
    "db": "database register",
    "changed-since": "after from",
}
_FORMATS = ("csv", "json", "jsonl", "md", "bibtex", "ris", "ics", "text")
# Switches that people try for a status, which is a bare word.
_STATUSES = {**dict.fromkeys(("active", "current", "valid", "in-force"), "in-force"), "ended": "ended"}
# Options that people try for other bare words.
_BARE = ("year", "date", "key", "group", "words")
# Dates of changes, which only ``history`` knows; they are no slips for --undated.
_OF_CHANGES = ("updated", "modified", "changed", "edited")
# How similar to an option a name is that is probably a slip for it.
_NEARLY = 0.75


def with_names_of_today(words: Sequence[str], names: set[str]) -> list[str]:
    """Return the words of a command with today's names of its options."""
    end = [*words, "--"].index("--")
    return [*(_name_of_today(word, names) for word in words[:end]), *words[end:]]


def _name_of_today(word: str, names: set[str]) -> str:
    name, equals, value = word.partition("=")
    if name in names or not name.startswith("--"):
        return word
    today = next((f"--{one}" for one in _FORMER.get(name[2:], ()) if f"--{one}" in names), name)
    return f"{today}{equals}{value}"


def with_named_file(words: Sequence[str]) -> list[str]:
    """Return the words of a command, ``--output`` before a bare file."""
    named: list[str] = []
    for word, before in zip(words, ["", *words], strict=False):
        is_bare = format_of_ending(Path(word)) and not before.startswith("-")
        named += ["--output", word] if is_bare else [word]
    return named


def unknown_option(name: str, command: str, words: Sequence[str], names: set[str]) -> UsageProblem:
    """Return the refusal of an option, with the call to type instead."""
    option = name.partition("=")[0]
    if _instead(option, names) is None:
        elsewhere = "wbagree history --changed-since DATE" if option[2:] in _OF_CHANGES else ""
        return UsageProblem(
            f"There is no option {option}.",
            f"Changes are in: {elsewhere}" if elsewhere else f"{command} -h lists the options.",
        )
    call: list[str] = []
    for word in map(readable_word, words):
        typed, equals, value = word.partition("=")
        instead = _instead(typed, names) if typed.startswith("--") and typed not in names else None
        call += [word] if instead is None else [*instead, *([value] if equals else [])]
    return UsageProblem(f"There is no option {option}.", f"Type: {command} {join(call)}")


def _instead(option: str, names: set[str]) -> Sequence[str] | None:
    """Return the words to type for an unknown option, or None."""
    from difflib import get_close_matches

    tried = option.lstrip("-").lower()
    if tried in _FORMATS and "--format" in names:
        return ("--format", tried)
    if tried in _STATUSES and "--status" in names:
        return (_STATUSES[tried],)
    if known := next((one for one, others in _TRIED.items() if f"--{one}" in names and tried in others.split()), ""):
        return (f"--{known}",)
    if tried in _BARE:
        return ()
    if tried in _OF_CHANGES:
        return None
    near = get_close_matches(tried, [name[2:] for name in names if name.startswith("--")], 1, _NEARLY)
    return (f"--{near[0]}",) if near else None
