"""A short meeting as its log: Anna chairs, Bo is away at first, Siv serves for him."""

from collections.abc import Iterable

from agenda.facts import ProposalMade
from core.log import GENESIS, Entry, Fact, digest
from meetings import facts as m
from voting import facts as v

ROLL = (m.RollSeat(1, 1, "Anna Ask", "S"), m.RollSeat(3, 3, "Bo Bok", "V"))
ANSWERS = (
    v.Answer(1, 1, "Anna Ask", "S", "hall", "no"),
    v.Answer(3, 3, "Bo Bok", "V", "remote", "yes"),
)


def sealed(facts: Iterable[Fact]) -> list[Entry]:
    """As the writer would have chained them, one a minute from 17.00 in Sweden."""
    entries: list[Entry] = []
    parent = GENESIS
    for height, fact in enumerate(facts, start=1):
        entry = Entry(meeting_id=1, height=height, seq=height, kind=fact.kind)
        entry.at = f"2026-12-14T16:{height:02}:00.000+00:00"
        entry.actor_id, entry.helping = 1, None
        entry.payload, entry.parent = plain(fact), parent
        entry.hash = parent = digest(entry)
        entries.append(entry)
    return entries


def plain(fact: Fact) -> dict[str, object]:
    from_fact = vars(fact)
    return {name: _plain(value) for name, value in from_fact.items()}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return plain(value) if hasattr(value, "__dataclass_fields__") else value


def item(item_id: int, title: str, paragraph: int) -> m.ItemOpened:
    return m.ItemOpened(
        handling_id=item_id,
        item_id=item_id,
        number=item_id,
        title=title,
        item_kind="decision",
        proposer="kommunstyrelsen",
        case_number="KS 2026/100",
        paragraph=paragraph,
        present=2,
        closed_doors=False,
    )


def evening() -> list[Fact]:
    return [
        m.MeetingOpened(
            "Lillköpings kommunfullmäktige",
            "Kommunfullmäktige",
            "2026-12-14",
            "Stadshuset",
            False,
            1,
            "Anna Ask",
            "Klara Klerk",
            11,
            ROLL,
        ),
        m.MemberArrived(1, 1, "Anna Ask", "S", "hall", None, None),
        m.MemberAbsent(3, 3, "Bo Bok", "V"),
        m.MemberArrived(3, 101, "Siv Sälg", "V", "remote", 3, "Bo Bok"),
        m.RollCalled(2, 1, 1, 21, 11),
        item(1, "Upprop", 87),
        m.ItemClosed(1, 1, "Upprop", 87),
        m.MemberLeft(3, 101, "Siv Sälg", "V", "replaced"),
        m.MemberArrived(3, 3, "Bo Bok", "V", "remote", None, None),
        item(2, "Ny simhall", 88),
        m.FloorGiven(1, 1, 2, 3, "Bo Bok", "V", "speech", None, "remote", 300),
        m.FloorGiven(2, 2, 2, 3, "Bo Bok", "V", "reply", 1, "remote", 120),
        ProposalMade(1, 2, "adopt", "bifall till förslaget", None, "kommunstyrelsen"),
        ProposalMade(2, 2, "reject", "avslag på förslaget", 3, "Bo Bok (V)"),
        v.DecisionGavelled(1, 2, "att bygga simhallen", "acclamation", 1, None),
        v.DecisionUndone(1, 2, "division"),
        v.DivisionDemanded(2, 3, "Bo Bok", "V"),
        v.VoteClosed(
            1,
            2,
            1,
            "main",
            "simple",
            "Ska simhallen byggas?",
            "bifall",
            "avslag",
            1,
            1,
            0,
            19,
            2,
            None,
            "tie",
            None,
            ANSWERS,
        ),
        v.TieBroken(1, 2, "no", "no", "Anna Ask"),
        v.DecisionGavelled(2, 2, "att avslå förslaget", "division", 2, 1),
        v.StatementMade(1, 2, "reservation", 3, "Bo Bok", "V", "Vi vill bada."),
        m.ItemClosed(2, 2, "Ny simhall", 88),
        m.MeetingClosed(2),
    ]
