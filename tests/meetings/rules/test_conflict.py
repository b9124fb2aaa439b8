"""KL 5:47–49: conflict of interest in the council."""

import pytest

from agenda.rules.audit import AuditMatter
from meetings.rules.conflict import (
    MemberAct,
    Relation,
    accountable_may,
    is_in_conflict,
    must_stand_aside,
    recused_may,
    takes_part_in_deciding_the_conflict,
)


def test_the_conflict_is_personal_and_covers_those_close() -> None:
    free = {relation for relation in Relation if not is_in_conflict(relation)}
    assert free == {Relation.NOBODY_CLOSE}


def test_one_who_stands_aside_watches_and_does_nothing_more() -> None:
    assert {act for act in MemberAct if recused_may(act)} == {MemberAct.WATCH}


@pytest.mark.parametrize(
    ("quorate_without", "somebody_can_be_called", "takes_part"),
    [(True, True, False), (True, False, False), (False, True, False), (False, False, True)],
)
def test_the_person_decides_on_the_own_conflict_only_if_the_council_else_cannot(
    quorate_without: bool, somebody_can_be_called: bool, takes_part: bool
) -> None:
    found = takes_part_in_deciding_the_conflict(
        quorate_without=quorate_without, somebody_can_be_called=somebody_can_be_called
    )
    assert found == takes_part


def test_those_accountable_speak_on_the_audit_report_and_decide_nothing() -> None:
    allowed = {
        matter: {act for act in MemberAct if accountable_may(matter, act)} for matter in AuditMatter
    }
    assert allowed == {
        AuditMatter.AUDITOR_ELECTION: {MemberAct.WATCH},
        AuditMatter.DISCHARGE: {MemberAct.WATCH},
        AuditMatter.AUDIT_REPORT: {MemberAct.WATCH, MemberAct.SPEAK},
    }


@pytest.mark.parametrize(
    ("matter", "over", "aside"),
    [
        (AuditMatter.DISCHARGE, False, False),
        (AuditMatter.DISCHARGE, True, True),
        (AuditMatter.AUDITOR_ELECTION, False, True),
        (AuditMatter.AUDITOR_ELECTION, True, True),
    ],
)
def test_those_accountable_may_speak_on_the_audit_report_and_then_stand_aside(
    matter: AuditMatter, over: bool, aside: bool
) -> None:
    assert must_stand_aside(matter, deliberation_over=over) == aside
