"""Parties with letters and colours, and constituencies."""

import re
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import BadInput, NotFound, RuleBroken
from councils import facts
from councils.actions.councils import kept_by
from councils.models import Constituency, Mandate, Party, Person
from councils.rules.colours import ink_on, tidy_colour

LETTERS = re.compile(r"[^\W_][\w &./+-]{0,11}")
LONGEST = 80


@dataclass(frozen=True)
class Styled:
    """`place`: where the wedge stands in the hall, from the left."""

    letters: str
    name: str
    colour: str
    place: int = 0


def add_party(
    session: Session, _register: int, council_id: int, styled: Styled, *, by: Actor
) -> int:
    kept_by(session, council_id, by)
    party = Party(council_id=council_id, **_checked(session, council_id, styled, None))
    session.add(party)
    session.flush()
    _tell(session, party, "added", by)
    return party.id


def change_party(
    session: Session, _register: int, party_id: int, styled: Styled, *, by: Actor
) -> None:
    party = _found(session, party_id)
    kept_by(session, party.council_id, by)
    checked = _checked(session, party.council_id, styled, party)
    if all(getattr(party, name) == value for name, value in checked.items()):
        return
    for name, value in checked.items():
        setattr(party, name, value)
    _tell(session, party, "changed", by)


def remove_party(session: Session, _register: int, party_id: int, *, by: Actor) -> None:
    party = _found(session, party_id)
    kept_by(session, party.council_id, by)
    if count := session.scalar(select(func.count()).where(Person.party_id == party_id)):
        raise RuleBroken("{count} personer hör till partiet. Flytta dem först.", count=count)
    session.delete(party)
    _tell(session, party, "removed", by)


def add_constituency(
    session: Session, _register: int, council_id: int, name: str, *, by: Actor
) -> int:
    kept_by(session, council_id, by)
    if not name or len(name) > LONGEST:
        raise BadInput("Skriv ett namn på högst {most} tecken.", "name", most=LONGEST)
    same = select(Constituency.id).where(
        Constituency.council_id == council_id, Constituency.name == name
    )
    if session.scalar(same):
        raise BadInput("Valkretsen finns redan.", "name")
    made = Constituency(council_id=council_id, name=name)
    session.add(made)
    session.flush()
    log.append(session, facts.ConstituencyChanged(council_id, "added", name), by=by)
    return made.id


def remove_constituency(
    session: Session, _register: int, constituency_id: int, *, by: Actor
) -> None:
    found = session.get(Constituency, constituency_id)
    if found is None:
        raise NotFound("Valkretsen finns inte i registret.")
    kept_by(session, found.council_id, by)
    used = select(func.count()).where(Mandate.constituency_id == constituency_id)
    if count := session.scalar(used):
        raise RuleBroken("{count} mandat hör till valkretsen. Flytta dem först.", count=count)
    session.delete(found)
    told = facts.ConstituencyChanged(found.council_id, "removed", found.name)
    log.append(session, told, by=by)


def _found(session: Session, party_id: int) -> Party:
    party = session.get(Party, party_id)
    if party is None:
        raise NotFound("Partiet finns inte i registret.")
    return party


def _checked(
    session: Session, council_id: int, styled: Styled, own: Party | None
) -> dict[str, str | int]:
    if not LETTERS.fullmatch(styled.letters):
        raise BadInput("Skriv partiets beteckning med högst 12 tecken, till exempel S.", "letters")
    same = select(Party).where(Party.council_id == council_id, Party.letters == styled.letters)
    if (other := session.scalar(same)) and other is not own:
        raise BadInput("Beteckningen används redan av ett annat parti.", "letters")
    if not styled.name or len(styled.name) > LONGEST:
        raise BadInput("Skriv partiets namn med högst {most} tecken.", "name", most=LONGEST)
    return vars(styled) | {"colour": _readable(styled.colour)}


def _readable(text: str) -> str:
    colour = tidy_colour(text)
    if colour is None:
        raise BadInput("Skriv färgen som #RRGGBB, till exempel #006AB3.", "colour")
    if ink_on(colour) is None:
        raise BadInput(
            "Varken svart eller vit text går att läsa på färgen. Välj en ljusare eller mörkare.",
            "colour",
        )
    return colour


def _tell(session: Session, party: Party, how: str, by: Actor) -> None:
    told = (party.council_id, party.id, how, party.letters, party.name, party.colour)
    log.append(session, facts.PartyChanged(*told), by=by)
