"""The question in words, as it stands at the head of a document."""

from datetime import date

import pytest

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        ({}, "all records"),
        ({"pair": ("AL", "XK")}, "pair AL-XK"),
        ({"pair": ("HR", "YU-SFRY")}, "pair HR-YU-SFRY"),
        ({"pairs": (("AL", "XK"), ("HR", "YU-SFRY"))}, "pair AL-XK or HR-YU-SFRY"),
        ({"parties": ("AL",)}, "party AL"),
        ({"parties": ("AL", "XK")}, "party AL and XK"),
        ({"among": ("AL", "ME", "XK")}, "among AL, ME, XK"),
        ({"types": ("mla", "extradition")}, "type mla or extradition"),
        ({"forms": ("mou",)}, "form mou"),
        ({"levels": ("state", "government")}, "level state or government"),
        ({"statuses": ("in-force",)}, "status in-force"),
        ({"confidences": ("high", "medium")}, "confidence high or medium"),
        ({"since": PartialDate(2012, 3)}, "since 2012-03"),
        ({"until": PartialDate(2015, mark="?")}, "until 2015?"),
        ({"undated": False}, "dated agreements only"),
        ({"since": PartialDate(2012), "undated": True}, "since 2012; undated agreements included"),
        ({"signed_by": ("AL", "XK")}, "signed by AL and XK"),
        ({"ratified_by": ("AL",)}, "ratified by AL"),
        # That none is recorded is all that is known.
        ({"not_ratified_by": ("AL", "XK")}, "no ratification by AL or XK recorded"),
        ({"in_force_for": ("AL", "XK")}, "in force for AL and XK"),
        ({"assessed": True}, "assessed"),
        ({"assessed": False}, "never assessed"),
        ({"scores": ("none", "partial")}, "latest assessment none or partial"),
        ({"signatories": ("Sveçla", "Rama")}, "signatory “Sveçla” or “Rama”"),
        ({"sources": ("gazette",)}, "source “gazette”"),
        ({"sourced": False}, "no source recorded"),
        ({"text": "joint patrol"}, "text “joint patrol”"),
        ({"inherited": False}, "without inherited records"),
        ({"as_of": date(2009, 3, 1)}, "as of 2009-03-01"),
        (
            {"as_of": date(2009, 3, 1), "pair": ("AL", "XK"), "types": ("mla",), "since": PartialDate(2000)},
            "pair AL-XK; type mla; since 2000; as of 2009-03-01",
        ),
    ],
)
def test_every_condition_is_said(conditions, words):
    assert Filter(**conditions).in_words() == words


@pytest.mark.parametrize("field", Filter._fields)
def test_no_condition_is_left_unsaid(field):
    values = {"pair": ("AL", "XK"), "since": PartialDate(2012), "until": PartialDate(2012), "as_of": date(2012, 1, 1),
              "assessed": True, "text": "x", "inherited": False, "undated": False,
              "named": (("x", ("AL",)),),
              "sourced": False}  # fmt: skip
    assert Filter(**{field: values.get(field, ("x",))}).in_words() != "all records"


def test_a_question_about_parties_is_one_about_pairs():
    about = ({"pair": ("AL", "XK")}, {"parties": ("AL",)}, {"among": ("AL", "XK")})
    assert all(Filter(**conditions).names_parties() for conditions in about)
    assert not Filter(types=("mla",), text="AL").names_parties()
