"""Whether an agreement is of a kind that enters into force.

It decides only whether a missing date is looked at. Nothing concludes from it that a text is binding, or is not.
"""

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.vocabularies import Binding, Form, Level

# Forms that most often take effect by signature, and protocols of those who signed at these levels.
_WITHOUT_RATIFICATION = (Form.MOU, Form.DECLARATION, Form.ACTION_PLAN, Form.INFORMAL)
_WITHOUT_RATIFICATION_OF_PROTOCOLS = (Level.MINISTRY, Level.AGENCY)


def ratification_expected(agreement: Agreement) -> bool:
    """Return whether a missing ratification or entry into force is a finding.

    What a source says of ``binding`` decides; where none says it, the form, and of a protocol the level.
    """
    if agreement.binding:
        return agreement.binding == Binding.YES
    if agreement.form == Form.PROTOCOL:
        return agreement.level not in _WITHOUT_RATIFICATION_OF_PROTOCOLS
    return agreement.form not in _WITHOUT_RATIFICATION
