"""Conflict of interest (jäv) in the council: narrow, for one item, and with the seat kept filled.

Kommunallagen 5 kap. 47–49 §§, 6 kap. 30 § second paragraph, 6 kap. 32 § (JAV-1–3).  The item must
concern the member or someone close in person.  The person may stay in the public seats (JAV-2);
a substitute is called, and everything is as before when the item ends (5:18).
"""

from enum import StrEnum

from agenda.rules.audit import AuditMatter


class Relation(StrEnum):
    """Whom the item personally concerns."""

    SELF = "self"
    SPOUSE = "spouse"
    PARTNER = "partner"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    OTHER_CLOSE = "other_close"
    NOBODY_CLOSE = "nobody_close"


class MemberAct(StrEnum):
    """What a serving member may otherwise do in an item."""

    SPEAK = "speak"
    PROPOSE = "propose"
    VOTE = "vote"
    DECIDE = "decide"
    RESERVE = "reserve"
    WATCH = "watch"


def is_in_conflict(relation: Relation) -> bool:
    """Does the item concern the member as 5:47 says?  The wider 6:28 is for committees only."""
    return relation is not Relation.NOBODY_CLOSE


def recused_may(act: MemberAct) -> bool:
    """One who stands aside watches from the public seats and does nothing more.  JAV-2."""
    return act is MemberAct.WATCH


def takes_part_in_deciding_the_conflict(
    *, quorate_without: bool, somebody_can_be_called: bool
) -> bool:
    """When it is disputed the council decides at once, without the person if it can.  KL 5:47."""
    return not quorate_without and not somebody_can_be_called


def accountable_may(matter: AuditMatter, act: MemberAct) -> bool:
    """What one who is accountable may do, or one close to such a person.  KL 5:48–49, JAV-3.

    No part in electing the auditor or in the discharge; in the deliberation on the audit report
    they may speak.
    """
    if act is MemberAct.WATCH:
        return True
    return matter is AuditMatter.AUDIT_REPORT and act is MemberAct.SPEAK


def must_stand_aside(matter: AuditMatter, *, deliberation_over: bool) -> bool:
    """From the start where an auditor is elected; in a discharge once the deliberation is over.

    KL 5:48–49, JAV-3.
    """
    discharge = matter is AuditMatter.DISCHARGE
    deliberation = AuditMatter.AUDIT_REPORT if discharge else matter
    return deliberation_over or not accountable_may(deliberation, MemberAct.SPEAK)
