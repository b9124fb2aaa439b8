"""Those accountable speak on the audit report and take no part in the decision.  KL 5:48–49."""

import pytest

from tests.voting.chambers import ITEM, Chamber
from tests.worlds import ANNA, BO, KLARA, SIV

ASIDE = f"/items/{ITEM}/recusals"
WAITS = "Redovisningsansvariga ska stå åt sidan innan något beslutas: Bo Bok (5 kap. 48–49 §§)."


@pytest.fixture
def audit(chamber: Chamber) -> Chamber:
    """Bo is a member of the committee that is to be discharged, and so is his substitute."""
    chamber.propose("adopt", "Nämnden beviljas ansvarsfrihet")
    mark(chamber, "discharge")
    return chamber


def mark(hall: Chamber, matter: str) -> None:
    form = {"matter": matter, "people": [BO, SIV]}
    assert hall.put(KLARA, f"/agenda/{ITEM}/accountable", **form) == 200


def end_debate(hall: Chamber) -> None:
    assert hall.put(ANNA, f"/items/{ITEM}/step", step="proposals", before="debate") == 200


def test_they_take_part_in_the_deliberation_on_the_audit_report(audit: Chamber) -> None:
    assert audit.post(ANNA, "/speeches", person=BO)
    words = "Ingen som ska stå åt sidan tjänstgör."
    assert audit.said(ANNA, "PUT", ASIDE) == (409, words)


def test_nothing_is_put_or_decided_while_they_serve(audit: Chamber) -> None:
    end_debate(audit)
    for path, form in (
        (f"/items/{ITEM}/acclamations", {}),
        ("/votes", {"item": ITEM}),
        (f"/items/{ITEM}/decisions", {"how": "unopposed", "text": "Så", "proposal": 1}),
    ):
        assert audit.said(ANNA, "POST", path, **form) == (409, WAITS)
    assert audit.put(ANNA, ASIDE) == 200
    assert audit.last() == {
        "seat": 3,
        "person_id": BO,
        "name": "Bo Bok",
        "party": "V",
        "item_id": ITEM,
        "audit": "discharge",
    }
    decision = {"how": "unopposed", "text": "Nämnden beviljas ansvarsfrihet", "proposal": 1}
    assert audit.post(ANNA, f"/items/{ITEM}/decisions", **decision)
    audit.leave_item()
    assert audit.seat(3).serving_id == BO


def test_a_substitute_who_is_accountable_too_is_not_called(audit: Chamber) -> None:
    end_debate(audit)
    audit.put(ANNA, ASIDE)
    audit.put(ANNA, "/seats/3/substitute")
    assert audit.seat(3).serving_id != SIV


def test_one_who_comes_later_waits_for_the_next_item(audit: Chamber) -> None:
    assert audit.delete(ANNA, "/attendance", person=BO, confirmed=1) == 200
    end_debate(audit)
    assert audit.put(BO, "/attendance", mode="hall") == 409


def test_no_vote_is_opened_with_them_while_the_debate_goes_on(audit: Chamber) -> None:
    """They may still speak, but not decide."""
    audit.propose("refer_back", person=SIV)
    assert audit.said(ANNA, "POST", "/votes", item=ITEM) == (409, WAITS)


def test_a_correction_of_the_roll_seats_nobody_who_would_stand_aside(audit: Chamber) -> None:
    end_debate(audit)
    audit.put(ANNA, ASIDE)
    form = {"person": SIV, "mode": "hall", "reason": "Fel namn vid uppropet.", "confirmed": 1}
    assert audit.said(KLARA, "PUT", "/seats/3/correction", **form) == (
        409,
        "Siv Sälg är redovisningsansvarig, eller närstående till någon som är det, och deltar inte "
        "i beslutet (5 kap. 48–49 §§). Vänta till nästa ärende.",
    )
    assert audit.post(ANNA, "/votes", item=ITEM)
    assert audit.seat(3).serving_id is None


def test_an_election_of_auditors_they_leave_from_the_start(audit: Chamber) -> None:
    mark(audit, "auditor_election")
    assert audit.put(KLARA, ASIDE) == 200
    assert audit.last()["audit"] == "auditor_election"


def test_the_chair_hands_over_before_standing_aside(audit: Chamber) -> None:
    audit.put(KLARA, f"/agenda/{ITEM}/accountable", matter="discharge", people=[ANNA])
    end_debate(audit)
    assert audit.said(ANNA, "PUT", ASIDE) == (409, "Lämna över ordförandeplatsen först.")
    assert audit.put(BO, ASIDE) == 403


def test_once_the_question_is_near_the_list_stands(audit: Chamber) -> None:
    audit.put(ANNA, f"/items/{ITEM}/step", step="proposals", before="debate")
    audit.put(ANNA, ASIDE)
    audit.post(ANNA, f"/items/{ITEM}/acclamations")
    form = {"matter": "", "people": []}
    assert audit.put(KLARA, f"/agenda/{ITEM}/accountable", **form) == 409
