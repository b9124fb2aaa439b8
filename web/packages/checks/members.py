"""The council: one row is one person."""

from dataclasses import dataclass, field

from core.words import Sentence
from web.packages.cells import Cells
from web.packages.checks.persons import called
from web.packages.kinds import Role
from web.packages.people import People
from web.packages.schema import MemberRow, Person
from web.packages.spans import spans
from web.packages.tables import Table
from web.packages.words import ROLES, TASKS


@dataclass
class Members:
    """`people` holds everybody, `rows` those without a fault."""

    people: People = field(default_factory=People)
    rows: list[MemberRow] = field(default_factory=list)


def check(table: Table, seats: int | None) -> Members:
    """`seats` is None where the meeting does not tell; then a seat has no upper limit."""
    members = Members(People.of(table))
    council = _Council(table, seats)
    for row in table.whole_rows:
        cells = Cells(table, row)
        member = council.member(cells)
        if member.seat is not None:
            members.people.holders.setdefault(member.seat, member.person)
        if not cells.is_faulty:
            members.rows.append(member)
    council.one_chair()
    if not table.report.has_errors:
        _warn(table, members.rows, seats)
    return members


@dataclass
class _Council:
    """What the rows before have taken: people, seats, places in the calling order."""

    table: Table
    seats: int | None
    people: dict[Person, int] = field(default_factory=dict)
    taken: dict[int, int] = field(default_factory=dict)
    orders: dict[tuple[str, str, str, int], int] = field(default_factory=dict)
    chairs: list[Cells] = field(default_factory=list)
    is_role_unclear: bool = False

    def member(self, cells: Cells) -> MemberRow:
        role = self._role(cells)
        name = cells.needed("name")
        party = self._party(cells, role)
        self._person(cells, Person(name, party))
        member = MemberRow(
            name=name,
            party=party,
            seat=self._seat(cells, role),
            role=role or Role.OTHER,
            order=cells.optional_number("order"),
            constituency=cells.text("constituency"),
            list=cells.text("list"),
            also=cells.words("also", TASKS),
            email=cells.text("email"),
            id=cells.text("id"),
            line=cells.line,
        )
        self._order(cells, member)
        return member

    def one_chair(self) -> None:
        """A role that cannot be read may be the chair's, so nobody is missed until it can."""
        for cells in self.chairs[1:]:
            cells.fault(
                "role",
                "one_chair_needed",
                Sentence(
                    "Rad {line} är redan ordförande. Bara en person kan vara det.",
                    line=self.chairs[0].line,
                ),
            )
        if not self.chairs and not self.is_role_unclear:
            self.table.report.error(
                1,
                self.table.heading("role"),
                "one_chair_needed",
                "",
                Sentence(
                    "Ingen är ordförande. Ange rollen ordförande för den som leder fullmäktige."
                ),
            )

    def _role(self, cells: Cells) -> Role | None:
        written = cells.needed("role")
        role = cells.optional_word("role", ROLES)
        if role is Role.CHAIR:
            self.chairs.append(cells)
        self.is_role_unclear |= not written or role is None
        return role

    def _party(self, cells: Cells, role: Role | None) -> str:
        if cells.text("party") or (role is not None and role.may_lack_party):
            return cells.text("party")
        words = Sentence("Partiet saknas. Bara personer utanför partierna saknar parti.")
        cells.fault("party", "empty", words)
        return ""

    def _person(self, cells: Cells, person: Person) -> None:
        if not person.name:
            return
        earlier = self.people.setdefault(person, cells.line)
        if earlier != cells.line:
            cells.fault(
                "name",
                "repeated_person",
                Sentence(
                    "{name} står redan på rad {line}. Ta bort den ena raden; "
                    "två personer med samma namn och parti måste skiljas åt i namnet.",
                    name=called(person),
                    line=earlier,
                ),
            )

    def _seat(self, cells: Cells, role: Role | None) -> int | None:
        if role is not None and not role.is_seated:
            if cells.text("seat"):
                cells.fault(
                    "seat",
                    "seat_not_allowed",
                    Sentence(
                        "Den som är {role} har ingen egen plats. Töm cellen.",
                        role=ROLES.swedish[role],
                    ),
                )
            return None
        seat = (
            cells.optional_number("seat", high=self.seats)
            if role is None or cells.needed("seat")
            else None
        )
        return None if seat is None else self._untaken(cells, seat)

    def _untaken(self, cells: Cells, seat: int) -> int | None:
        earlier = self.taken.setdefault(seat, cells.line)
        if earlier == cells.line:
            return seat
        cells.fault(
            "seat",
            "repeated_seat",
            Sentence(
                "Plats {seat} är redan upptagen på rad {line}. Varje plats har en ledamot.",
                seat=seat,
                line=earlier,
            ),
        )
        return None

    def _order(self, cells: Cells, member: MemberRow) -> None:
        if member.role is not Role.SUBSTITUTE or member.order is None or not member.party:
            return
        place = member.party, member.constituency, member.list, member.order
        earlier = self.orders.setdefault(place, cells.line)
        if earlier != cells.line:
            cells.fault(
                "order",
                "repeated_order",
                Sentence(
                    "{party} har redan en ersättare nummer {order} på rad {line}. "
                    "Varje nummer i inkallelseordningen används en gång.",
                    party=member.party,
                    order=member.order,
                    line=earlier,
                ),
            )


def _warn(table: Table, rows: list[MemberRow], seats: int | None) -> None:
    _warn_of_order(table, rows)
    taken = {row.seat for row in rows}
    vacant = [seat for seat in range(1, (seats or 0) + 1) if seat not in taken]
    if vacant:
        table.report.warning(
            1,
            table.heading("seat"),
            "vacant_seat",
            spans(vacant),
            Sentence(
                "Platser utan ledamot: {seats}. En ersättare kan tjänstgöra där.",
                seats=spans(vacant),
            ),
        )


def _warn_of_order(table: Table, rows: list[MemberRow]) -> None:
    lacking = [row for row in rows if row.role is Role.SUBSTITUTE and row.order is None]
    if lacking:
        line = lacking[0].line if "order" in table.places else 1
        table.report.warning(
            line,
            table.heading("order"),
            "no_calling_order",
            "",
            Sentence(
                "{count} ersättare saknar nummer i inkallelseordningen. "
                "De kan inte kallas in i ordning förrän det är ifyllt.",
                count=len(lacking),
            ),
        )
