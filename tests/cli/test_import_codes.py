"""``wbagree import``: abbreviations of the region that are codes of other countries."""

import json

import pytest

ISO_2 = (
    *("AT", "AU", "BE", "BR", "CA", "CH", "CN", "CO", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HU"),
    *("IE", "IN", "IS", "IT", "JP", "KR", "LT", "LU", "LV", "MX", "NL", "NO", "PL", "PT", "SE", "US"),
)


@pytest.fixture
def imported(wbagree, empty, tmp_path):
    """Import agreements with the parties in a column, and return the others of them, and what was printed."""

    def take(partners):
        path = tmp_path / "list.csv"
        rows = [f"Agreement {n},{partner},2010-01-02" for n, partner in enumerate(partners)]
        path.write_text("\n".join(["Title,Country,Signed", *rows]), encoding="utf-8")
        ran = wbagree("import", str(path), "--home", "AR", "--skip-invalid", db=empty)
        found = json.loads(wbagree("list", "--format", "json", "--columns", "parties", db=empty).stdout)
        return sorted({party for row in found for party in row["parties"]} - {"AR"}), ran.stderr

    return take


@pytest.mark.parametrize(
    ("partners", "stored"),
    [
        (["DEU", "AUS", "MNG"], ["AU", "DE", "MN"]),
        (["AUS", "DEU", "SUX", *["FRA", "ITA", "ESP", "PRT", "GRC", "SWE", "NOR", "FIN"]],
         ["AU", "DE", "ES", "FI", "FR", "GR", "IT", "NO", "PT", "SE"]),
        ([*ISO_2, "MV", "SR"], sorted([*ISO_2, "MV", "SR"])),
    ],
)  # fmt: skip
def test_a_column_of_codes_decides_what_an_abbreviation_is(partners, stored, imported):
    parties, report = imported(partners)
    assert parties == stored
    assert "column 'Country' is read as codes of ISO 3166: " in report


@pytest.mark.parametrize(
    ("partners", "stored"),
    [
        # Two letters of a few neighbours are abbreviations as well.
        (["AL", "MK", "SR", "CG"], ["AL", "MK"]),
        (["Albania", "AUS"], ["AL"]),
        (["AUS", "MNG"], []),
        (["AUS", "DEU", "Kosovo"], ["DE", "XK"]),
    ],
)
def test_in_other_columns_it_is_refused(partners, stored, imported):
    parties, report = imported(partners)
    assert parties == stored
    assert "say which, as in --party" in report
    assert "ISO 3166" not in report
