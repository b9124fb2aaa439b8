"""KL 5:48–49: in what those accountable stand aside."""

from agenda.rules.audit import MARKED, AuditMatter


def test_an_item_is_marked_as_a_discharge_or_as_the_election_of_an_auditor() -> None:
    """The audit report is deliberated on within the discharge, and there they may speak."""
    assert MARKED == (AuditMatter.DISCHARGE, AuditMatter.AUDITOR_ELECTION)
