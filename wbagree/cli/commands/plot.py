"""``wbagree plot``: pictures for slides and papers."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from shlex import join
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.file_formats import format_of_ending
from wbagree.cli.options.file_words import needed_file
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.options.kosovo import KosovoNoteOption
from wbagree.cli.options.matrix_columns import MatrixColumns, split_off_columns
from wbagree.cli.output.streams import open_binary_output, open_output, print_message
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.errors import UsageProblem

app = typer.Typer(**TYPER_SETTINGS)


class PictureKind(StrEnum):
    """The kinds of pictures."""

    MATRIX = "matrix"
    TIMELINE = "timeline"
    NETWORK = "network"


_FORMATS = ("svg", "png")


@app.command(
    help=(
        "Draw a picture for slides and papers: pairs by group of types (or by type), signatures by year, or who has"
        " how many with whom. FILE ends in .svg or .png. Matrix and network"
        " are among the six of the Western Balkans, unless other parties are named."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree plot matrix western-balkans.svg\n"
        "  wbagree plot matrix --type extradition --type mla justice.svg\n"
        "  wbagree plot timeline --pair AL-XK albania-kosovo.svg\n"
        "  wbagree plot network --among wb6,HR,SI --status in-force in-force.svg"
    ),
)
@with_filter_options
def plot(
    ctx: typer.Context,
    options: FilterOptions,
    picture: Annotated[str, typer.Argument(metavar="matrix|timeline|network", autocompletion=lambda: [*PictureKind])],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, a .svg or .png.")
    ] = None,
    by: Annotated[
        MatrixColumns | None,
        typer.Option(
            "--by",
            metavar="type|group",
            case_sensitive=False,
            help="Columns of the matrix: group; type where types are asked for.",
        ),
    ] = None,
    kosovo_note: KosovoNoteOption = True,
) -> None:
    from wbagree.services import pictures

    kind, options = _kind(picture, options, output)
    file = needed_file(output, f"wbagree plot {kind} AL-XK {kind}.svg")
    if format_of_ending(file) not in _FORMATS:
        raise UsageProblem(
            f"{file}: a picture ends in .svg or .png, not in {file.suffix!r}", "name FILE.svg or FILE.png"
        )
    words, by = split_off_columns(options.words or [], by)
    options = replace(options, words=words)
    if by and kind is not PictureKind.MATRIX:
        raise UsageProblem(f"--by says the columns of the matrix; a {kind} has none")
    register.refuse_register_as_output(ctx, file)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(
            connection, always_leaves_terminal=True, default_group=kind is not PictureKind.TIMELINE
        )
        if kind is PictureKind.MATRIX:
            columns = by or (MatrixColumns.TYPE if filter_.types else MatrixColumns.GROUP)
            drawn = pictures.draw_matrix(connection, filter_, columns, kosovo_note=kosovo_note)
        else:
            draw = pictures.draw_timeline if kind is PictureKind.TIMELINE else pictures.draw_network
            drawn = draw(connection, filter_, kosovo_note=kosovo_note)
    _write(drawn.svg, file, private=options.with_restricted)
    agreements = pluralise(drawn.record_count, "agreement")
    print_message(
        f"{agreements}, written to {file}" if drawn.record_count else f"no matching agreements; {file} says so"
    )


def _kind(picture: str, options: FilterOptions, file: Path | None) -> tuple[PictureKind, FilterOptions]:
    """Return the kind of picture, and the options without its name.

    It is the first word, or any other. UsageProblem without one.
    """
    words = [picture, *(options.words or [])]
    for word in words:
        if word.lower() in set(PictureKind):
            return PictureKind(word.lower()), replace(options, words=[other for other in words if other != word])
    raise UsageProblem(
        "Which picture: matrix, timeline or network?",
        f"For example: wbagree plot timeline {join((*words, str(file or 'picture.svg')))}",
    )


def _write(svg: str, file: Path, *, private: bool) -> None:

    if format_of_ending(file) == "svg":
        with open_output(file, private=private) as text:
            text.write(svg + "\n")
        return
    from wbagree.formats.svg.png import to_png

    dots = to_png(svg)  # before the file is touched: a missing package is reported first
    with open_binary_output(file, private=private) as data:
        data.write(dots)
