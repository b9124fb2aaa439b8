import pytest
from flask import Flask

from councils.models import Role, RoleHeld
from tests.worlds import DAN


@pytest.fixture
def clerk_of_grannby(app: Flask) -> int:
    """Dan keeps the agenda, but of another council."""
    with app.extensions["database"].writing() as session, session.begin():
        session.add(RoleHeld(council_id=2, person_id=DAN, role=Role.CLERK))
    return DAN
