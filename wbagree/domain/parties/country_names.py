"""Names of countries in the region's languages, from CLDR (rule 5)."""

from collections.abc import Mapping
from functools import cache

from wbagree.domain.text.folding import fold_name

LOCALES = (
    "sq", "bs", "bs_Cyrl", "hr", "sr", "sr_Latn", "sr_Latn_ME", "mk", "en", "de", "fr", "it",
    # the neighbours: their lists circulate in the region as well
    "sl", "hu", "bg", "ro", "el", "tr",
    # and beyond
    "es",
)  # fmt: skip


@cache
def world_names() -> Mapping[str, str]:
    """Return folded country names with ISO alpha-2 codes, for all ``LOCALES``.

    Where languages disagree, the first of them counts.
    """
    from babel import Locale  # here, because it costs 50 ms that most commands never need

    names: dict[str, str] = {}
    for locale in LOCALES:
        for code, name in Locale.parse(locale).territories.items():
            if len(code) == 2 and code.isalpha():
                names.setdefault(fold_name(name), code)
    return names
