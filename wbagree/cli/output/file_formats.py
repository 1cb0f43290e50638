"""The formats that the endings of files say."""

from pathlib import Path

# Ending of a file -> format. A command takes some of the formats.
ENDINGS = {
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
}


def format_of_ending(file: Path | None) -> str:
    """Return the format of a file's ending, or an empty text."""
    return ENDINGS.get(file.suffix.lower(), "") if file else ""
