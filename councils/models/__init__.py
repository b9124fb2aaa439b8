"""WHO: the council, its parties and people, and how they get in."""

from councils.models.council import (
    Constituency,
    Council,
    Party,
    PartyVotes,
    ProcedureInForce,
    SizeChange,
)
from councils.models.people import PRESIDIUM, Mandate, Person, Role, RoleHeld
from councils.models.signin import Channel, Code, DeviceCheck, Letter, Link, Password, SignIn
from councils.models.statement import AccessibilityStatement

__all__ = [
    "PRESIDIUM",
    "AccessibilityStatement",
    "Channel",
    "Code",
    "Constituency",
    "Council",
    "DeviceCheck",
    "Letter",
    "Link",
    "Mandate",
    "Party",
    "PartyVotes",
    "Password",
    "Person",
    "ProcedureInForce",
    "Role",
    "RoleHeld",
    "SignIn",
    "SizeChange",
]
