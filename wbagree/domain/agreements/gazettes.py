"""The names of official gazettes, as sources and references cite them."""

from wbagree.domain.text.folding import fold_name

# As they are cited, also shortened; folded before they are compared.
_NAMES = (
    "gazette", "gazeta zyrtare", "fletore zyrtare", "fletorja zyrtare", "fletoren zyrtare", "official herald",
    "official journal", "OJ L", "OJ C", "journal officiel", "moniteur belge", "amtsblatt",
    "službeni list", "službenom listu", "Sl. list", "službeni glasnik", "službenom glasniku", "Sl. glasnik",
    "narodne novine", "narodnim novinama", "NN-MU", "службен весник", "Сл. весник", "uradni list", "Ur. l.",
    "Държавен вестник", "ДВ бр.", "monitorul oficial", "magyar közlöny", "ΦΕΚ", "bundesgesetzblatt", "BGBl",
    "gazzetta ufficiale", "resmî gazete", "riigi teataja", "dziennik ustaw", "Dz.U.", "sbírka", "zbierka",
)  # fmt: skip
_WORDS = ("gazette", "gazettes", "official gazette", "official gazettes")


def gazette_phrases(text: str) -> tuple[str, ...]:
    """Return the folded names of gazettes for the word *gazette*.

    None for any other text.
    """
    return tuple(map(fold_name, _NAMES)) if fold_name(text) in _WORDS else ()
