"""Devices register, and the electoral roll is frozen in public (PROTOCOL 9).

Who may is said by `may_vote_secretly`, how many there must be by `too_few`.
"""

import pytest
from sqlalchemy import select

from tests.voting.elections.boxes import FEW, RULES, Box
from tests.worlds import ANNA, BEA, BO, KLARA, SIV
from voting.backends.lobby import Lobby
from voting.ballot.making.credentials import new_credential
from voting.models import Participation


def another(box: Box) -> str:
    return str(new_credential(box.election.group, box.election.uuid).public)


def roll(box: Box) -> list[str]:
    """Those who wait in the lobby."""
    lobby: Lobby = box.app.extensions["lobby"]
    return list(lobby.credentials(box.row.uuid))


def test_registered_twice_from_one_device_and_never_from_two(box: Box) -> None:
    box.connect(ANNA, BEA)
    same = str(box.devices[BEA].public)
    assert box.put(BEA, "credential", public=same) == (200, "")
    status, said = box.put(BEA, "credential", public=another(box))
    assert (status, said.split(".")[0]) == (409, "Du är redan ansluten med en annan enhet")
    assert box.put(BO, "credential", public=same)[0] == 400
    assert roll(box) == sorted(str(one.public) for one in box.devices.values())


@pytest.mark.parametrize("public", ["1", "0", "-5", "2" * 617, "02", "x", "9" * 701])
def test_a_key_that_anyone_could_sign_for_is_refused(box: Box, public: str) -> None:
    box.connect(ANNA)
    assert box.put(BEA, "credential", public=public)[0] == 400
    assert len(roll(box)) == 1


def test_only_those_who_serve_are_on_the_roll(box: Box) -> None:
    box.connect(ANNA)
    assert [box.put(one, "credential", public=another(box))[0] for one in (SIV, KLARA)] == [403] * 2


def test_at_a_distance_only_where_the_council_says_so(box: Box) -> None:
    box.connect(ANNA)
    box.chamber.settings(**RULES | {"remote_in_secret_ballot": "not_allowed"})
    assert box.put(BO, "credential", public=another(box))[0] == 403
    assert box.put(BEA, "credential", public=another(box)) == (200, "")


def test_the_roll_is_frozen_as_it_stands_on_the_wall(box: Box) -> None:
    box.connect(*FEW)
    assert box.put(BO, "register", number=6)[0] == 403
    assert box.put(ANNA, "register", number=5)[0] == 409
    assert box.put(ANNA, "register", number=6) == (200, "")
    assert roll(box) == []
    assert box.get("register.json") == sorted(str(one.public) for one in box.devices.values())
    assert box.put(7, "credential", public=another(box)) == (409, "Röstlängden är fryst.")
    assert box.put(FEW[0], "objection") == (200, "")
    with box.chamber.database.reading() as session:
        objects = select(Participation.person_id).where(Participation.objects)
        assert list(session.scalars(objects)) == [FEW[0]]


def test_too_few_give_each_other_away(box: Box) -> None:
    box.connect(1, 2, 3, 4)
    status, said = box.put(ANNA, "register", number=4)
    assert (status, said.split(" för")[0]) == (409, "Bara 4 deltar digitalt och minst 5 behövs")


def test_after_a_restart_the_devices_come_again_by_themselves(box: Box) -> None:
    """The lobby is in memory alone; the mark tells the devices that it is another."""
    box.connect(*FEW)
    mark = box.get("state.json")["lobby"]
    box.app.extensions["lobby"] = Lobby()
    assert box.get("state.json")["lobby"] != mark
    assert box.put(ANNA, "register", number=6)[0] == 409
    for person in FEW[1:]:
        public = str(box.devices[person].public)
        assert box.put(person, "credential", public=public) == (200, "")
    assert box.get("state.json")["registered"] == 5
    assert box.put(ANNA, "register", number=5) == (200, "")


def test_nobody_but_the_chair_has_a_key_made(box: Box) -> None:
    box.plan()
    assert box.put(BEA, "preparation")[0] == 403
    assert box.app.extensions["vault"].kept() == {}


def test_who_leaves_before_the_roll_is_frozen_makes_a_new_round(box: Box) -> None:
    """Nobody knows whose credential it was, so it cannot be taken out."""
    box.connect(*FEW)
    box.chamber.empty([FEW[-1]])
    said = "Har anslutit och lämnat: Ledamot 6. Börja om omgången."
    assert box.put(ANNA, "register", number=6) == (409, said)
    before = box.row.uuid
    box.prepare()
    assert (box.row.uuid == before, roll(box)) == (False, [])
    box.register(*FEW[:-1])
    assert box.put(ANNA, "register", number=5) == (200, "")
    assert box.put(ANNA, "preparation")[0] == 409


@pytest.mark.parametrize("names", ["Eva Ek\nOla Ort\nBo Bok", "Eva Ek"])
def test_what_was_nominated_cannot_be_changed_any_more(box: Box, names: str) -> None:
    box.connect(ANNA)
    assert box.put(ANNA, "nominations", method="POST", names=names)[0] == 409
