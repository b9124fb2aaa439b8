"""What should be asked about those nominated before they can be elected.

Kommunallagen 4 kap. 3–6 §§.  The register of the council does not hold the electoral roll, so most
can only be asked; what it knows is said.  A warning never stops anybody: the council elects.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.words import Sentence
from voting.rules.elections.kinds import ElectionKind


@dataclass(frozen=True)
class Nominee:
    """A name that has been put forward, and what the register knows of the person.

    `is_known`: in the register.  `is_staff`: works for the council.  `sits`: member or substitute.
    """

    name: str
    is_known: bool = False
    is_staff: bool = False
    sits: bool = False


def warnings(
    nominees: Sequence[Nominee], places: int, election: ElectionKind
) -> tuple[Sentence, ...]:
    """In the order in which the chair should ask.  KL 4:3–6; MAJ-3."""
    return (*_few(nominees, places), *_twice(nominees), *_unsuitable(nominees, election))


def _few(nominees: Sequence[Nominee], places: int) -> tuple[Sentence, ...]:
    different = len({one.name for one in nominees})
    if different >= places:
        return ()
    few = Sentence(
        "{names} namn är nominerade till {places} platser.", names=different, places=places
    )
    return (few,)


def _twice(nominees: Sequence[Nominee]) -> tuple[Sentence, ...]:
    often = [name for name, times in Counter(one.name for one in nominees).items() if times > 1]
    if not often:
        return ()
    return (Sentence("Står mer än en gång: {names}. Är det samma person?", names=often),)


def _unsuitable(nominees: Sequence[Nominee], election: ElectionKind) -> tuple[Sentence, ...]:
    found = list[Sentence]()
    unknown = _names(one for one in nominees if not one.is_known)
    staff = _names(one for one in nominees if one.is_staff)
    sitting = _names(one for one in nominees if one.sits)
    if unknown:
        asked = Sentence(
            "Finns inte i registret: {names}. Är de valbara (4 kap. 3 § kommunallagen)?",
            names=unknown,
        )
        found.append(asked)
    if staff:
        found.append(Sentence("Är anställda: {names}. Är de valbara?", names=staff))
    if sitting and election is ElectionKind.AUDITORS:
        told = Sentence(
            "Sitter i fullmäktige: {names}. En revisor får inte vara ledamot eller ersättare där "
            "(4 kap. 4–6 §§ kommunallagen).",
            names=sitting,
        )
        found.append(told)
    return tuple(found)


def _names(nominees: Iterable[Nominee]) -> list[str]:
    return sorted({one.name for one in nominees})
