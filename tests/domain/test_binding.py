"""Whether a missing entry into force is looked at: a source decides, else the form."""

import pytest

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.binding import ratification_expected
from wbagree.domain.agreements.vocabularies import Form, Level


def of(form: str, level: str = "unknown", binding: str = "") -> Agreement:
    return Agreement("", "Text", form, ("mla",), ("AL", "XK"), "low", level=level, binding=binding)


def test_forms_that_take_effect_by_signature_are_not_looked_at():
    without = {form for form in Form if not ratification_expected(of(form))}
    assert without == {Form.MOU, Form.DECLARATION, Form.ACTION_PLAN, Form.INFORMAL}


def test_protocols_of_ministries_and_agencies_are_not_looked_at():
    without = {level for level in Level if not ratification_expected(of(Form.PROTOCOL, level))}
    assert without == {Level.MINISTRY, Level.AGENCY}


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("level", Level)
def test_a_source_goes_before_the_form(form, level):
    assert ratification_expected(of(form, level, "yes"))
    assert not ratification_expected(of(form, level, "no"))
