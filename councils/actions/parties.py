"""Parties with letters and colours, constituencies, and the votes of each party in each of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import BadInput, NotFound, RuleBroken
from councils import facts
from councils.actions.councils import kept_by
from councils.models import Constituency, Mandate, Party, PartyVotes, Person
from councils.queries.register import parties_of, party_votes_of
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
    session.execute(delete(PartyVotes).where(PartyVotes.party_id == party_id))
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
    found = _circle(session, constituency_id)
    kept_by(session, found.council_id, by)
    used = select(func.count()).where(Mandate.constituency_id == constituency_id)
    if count := session.scalar(used):
        raise RuleBroken("{count} mandat hör till valkretsen. Flytta dem först.", count=count)
    session.execute(delete(PartyVotes).where(PartyVotes.constituency_id == constituency_id))
    session.delete(found)
    told = facts.ConstituencyChanged(found.council_id, "removed", found.name)
    log.append(session, told, by=by)


def enter_votes(
    session: Session, _register: int, constituency_id: int, votes: Mapping[int, int], *, by: Actor
) -> None:
    """How many votes each party got in the constituency: {party: votes}; the others' are unknown.

    KL 5:21: they tell in which of the other constituencies a party's substitutes are called first.
    """
    circle = _circle(session, constituency_id)
    kept_by(session, circle.council_id, by)
    parties = {one.id: one.letters for one in parties_of(session, circle.council_id)}
    if not votes.keys() <= parties.keys():
        raise NotFound("Partiet finns inte i registret.")
    known = party_votes_of(session, circle.council_id)
    before = {party: known[party, at] for party, at in known if at == constituency_id}
    if before == votes:
        return
    session.execute(delete(PartyVotes).where(PartyVotes.constituency_id == constituency_id))
    session.add_all(
        PartyVotes(party_id=party, constituency_id=constituency_id, votes=count)
        for party, count in votes.items()
    )
    named = {letters: votes[party] for party, letters in parties.items() if party in votes}
    told = facts.PartyVotesEntered(circle.council_id, circle.name, named)
    log.append(session, told, by=by)


def _circle(session: Session, constituency_id: int) -> Constituency:
    found = session.get(Constituency, constituency_id)
    if found is None:
        raise NotFound("Valkretsen finns inte i registret.")
    return found


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
