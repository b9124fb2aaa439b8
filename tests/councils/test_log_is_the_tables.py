"""Whatever is tried at the door, folding the log gives the tables, and the chain holds."""

from councils import facts
from tests.councils.machine.door import Codes, Devices, Links
from tests.councils.machine.register import Parties, People, Rules
from tests.councils.machine.staff import Staff
from tests.machines import kinds_in, not_come_by, often

HOUSES, ACTS = 32, 80
BY_THE_OFFICE = {"access.revoked", "access.staff_invited"}  # kept with the register


class Doors(Codes, Links, Devices):
    """Getting in to a meeting."""


class Registers(Parties, People, Rules, Staff):
    """Keeping the register, and getting in to do so."""


TestDoors = Doors.TestCase
TestDoors.settings = often(runs=6, steps=20)
TestRegisters = Registers.TestCase
TestRegisters.settings = often(runs=6, steps=20)


def test_long_evenings_at_the_door_come_by_every_fact() -> None:
    told = {kind for kind in kinds_in(facts) if kind.startswith("access.")} - BY_THE_OFFICE
    assert not_come_by(told, (Doors() for _ in range(HOUSES)), acts=ACTS) == set()


def test_long_days_with_the_register_come_by_every_fact() -> None:
    told = {kind for kind in kinds_in(facts) if kind.startswith("register.")}
    assert (
        not_come_by(told | BY_THE_OFFICE, (Registers() for _ in range(HOUSES)), acts=ACTS) == set()
    )
