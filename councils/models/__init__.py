"""WHO: the council, its parties and people, and how they get in."""

from councils.models.council import Constituency, Council, Party, ProcedureInForce
from councils.models.people import Mandate, Person, Role, RoleHeld
from councils.models.signin import Code, Letter, Link, Password, SignIn

__all__ = [
    "Code",
    "Constituency",
    "Council",
    "Letter",
    "Link",
    "Mandate",
    "Party",
    "Password",
    "Person",
    "ProcedureInForce",
    "Role",
    "RoleHeld",
    "SignIn",
]
