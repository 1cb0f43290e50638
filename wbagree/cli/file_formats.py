"""The formats that the endings of files say."""

from pathlib import Path

# Ending of a file -> format. A command takes some of the formats.
FORMAT_BY_ENDING = {
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "md",
    ".markdown": "md",
    ".txt": "text",
    ".xlsx": "xlsx",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
    ".png": "png",
    ".bib": "bibtex",
    ".ris": "ris",
    ".ics": "ics",
}


def format_of_ending(file: Path | None) -> str:
    """Return the format of a file's ending, or an empty text."""
    return FORMAT_BY_ENDING.get(file.suffix.lower(), "") if file else ""


# Endings of files that no command writes: they are refused, and never a text to search for.
_OTHER_ENDINGS = (
    ".pdf",
    ".doc",
    ".xls",
    ".odt",
    ".ods",
    ".rtf",
    ".tsv",
    ".xml",
    ".jpg",
    ".jpeg",
    ".gif",
    ".zip",
    ".db",
)
# What only the path of a file begins with; it needs no ending.
_PATHS = ("/", "./", "../", "~/", "\\", ".\\", "..\\")
# Standard output, where a command writes to a file otherwise.
_STDOUT = "-"


def is_file_word(word: str) -> bool:
    """Return whether a word names a file. An address does not."""
    if "://" in word:
        return False
    named = word == _STDOUT or word.startswith(_PATHS)
    return named or bool(format_of_ending(Path(word))) or word.lower().endswith(_OTHER_ENDINGS)
