"""Items in which those accountable for an activity, and those close to them, stand aside.

Kommunallagen 5 kap. 48–49 §§ (JAV-3): the election of the auditor of that activity, and discharge.
"""

from enum import StrEnum


class AuditMatter(StrEnum):
    """The deliberation on the audit report, which they may take part in, is part of a discharge."""

    AUDITOR_ELECTION = "auditor_election"
    DISCHARGE = "discharge"
    AUDIT_REPORT = "audit_report"


MARKED = (AuditMatter.DISCHARGE, AuditMatter.AUDITOR_ELECTION)  # what an item can be marked as
