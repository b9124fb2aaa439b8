"""When the box is closed: found, let count, opened by enough tellers (PROTOCOL 11–12).

`release_share` takes nothing but a right share from the right teller.
"""

from pathlib import Path

import pytest

from tests.voting.elections.boxes import FEW, Box
from tests.worlds import ANNA, BEA, BO

EVA = [0, 1, 0]


@pytest.fixture
def closed(box: Box) -> Box:
    box.connect(*FEW)
    box.open()
    box.vote(dict.fromkeys(FEW, EVA))
    box.close()
    return box


def test_closed_in_time_and_never_before(box: Box) -> None:
    box.connect(*FEW)
    box.open()
    box.vote({FEW[0]: EVA})
    assert box.put(ANNA, "closure")[0] == 409
    assert box.put(BO, "closing")[0] == 403
    assert box.put(ANNA, "closing") == (200, "")
    assert box.put(ANNA, "closure") == (409, "Nedräkningen är inte slut.")
    box.tick()
    assert box.state == "open"
    box.vote({FEW[1]: EVA})
    box.chamber.wall.later(seconds=31)
    box.tick()
    assert (box.state, len(box.get("trackers.json"))) == ("closed", 2)
    status, said = box.put(ANNA, "counting", reason="Ändå")
    assert (status, said.split(" för")[0]) == (409, "Bara 2 deltar digitalt och minst 5 behövs")


def test_when_all_have_voted_it_is_closed_at_once(box: Box) -> None:
    box.connect(*FEW)
    box.open()
    box.vote(dict.fromkeys(FEW, EVA))
    assert box.put(ANNA, "closing") == (200, "")
    assert box.put(ANNA, "closure") == (200, "")


def test_who_misses_the_own_ballot_stops_the_count(closed: Box) -> None:
    assert closed.put(BO, "finding", found=0) == (200, "")
    status, said = closed.put(ANNA, "counting", reason="Vi räknar ändå")
    assert (status, said.split(" bland")[0]) == (409, "Någon saknar sin valsedel")
    closed.find()
    closed.count()
    assert closed.state == "counted"


def test_silence_is_shown_by_name_and_overruled_with_a_reason(closed: Box) -> None:
    del closed.ballots[BO]
    closed.find()
    status, said = closed.put(ANNA, "counting")
    assert (status, "Bo Bok" in said) == (409, True)
    closed.count(reason="Bo har lämnat lokalen")
    assert closed.chamber.last()["silence"] == "Bo har lämnat lokalen"


def test_only_a_right_share_by_a_teller_opens_anything(closed: Box) -> None:
    assert closed.put(BEA, "share", partial=closed.share(BEA))[0] == 409
    closed.find()
    assert closed.put(ANNA, "counting") == (200, "")
    assert closed.put(4, "share", partial=closed.share(BEA))[0] == 403
    assert closed.put(BEA, "share", partial=closed.share(BO))[0] == 422
    assert closed.put(BEA, "share", partial="{}")[0] == 422
    assert closed.put(BEA, "share", partial=closed.share(BEA)) == (200, "")
    closed.tick()
    assert closed.state == "closed"
    assert closed.put(BO, "share", partial=closed.share(BO)) == (200, "")
    closed.tick()
    assert closed.state == "counted"


def test_abandoned_it_goes_on_on_paper_and_nobody_can_open_the_box(closed: Box) -> None:
    kept = Path(closed.app.extensions["vault"].folder) / closed.row.uuid
    form = {"reason": "Rösträknarna har gått", "on_paper": 1}
    assert closed.put(ANNA, "abandonment", **form) == (200, "")
    assert closed.state == "abandoned"
    closed.tick()
    assert not kept.exists()
    assert closed.put(ANNA, "counting")[0] == 409
