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
}


def format_of_ending(file: Path | None) -> str:
    """Return the format of a file's ending, or an empty text."""
    return FORMAT_BY_ENDING.get(file.suffix.lower(), "") if file else ""
