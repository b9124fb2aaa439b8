"""Does a party have more substitutes than half of its seats?  Said, never refused (KL 5:8, U3)."""

from collections import Counter
from collections.abc import Sequence

from core.words import Sentence
from councils.rules.size import Surplus, too_many_substitutes
from web.packages.kinds import Role
from web.packages.schema import MemberRow
from web.packages.tables import Table


def warn_of_surplus(table: Table, rows: Sequence[MemberRow]) -> None:
    """Only of a whole council: a file of some of its people does not tell their parties' seats."""
    substitutes = [row for row in rows if row.role is Role.SUBSTITUTE]
    seats = Counter(row.party for row in rows if row.seat is not None)
    for one in too_many_substitutes(seats, Counter(row.party for row in substitutes)):
        last = [row for row in substitutes if row.party == one.party][-1]
        table.report.warning(
            last.line, table.heading("role"), "many_substitutes", one.party, surplus_words(one)
        )


def surplus_words(one: Surplus) -> Sentence:
    return Sentence(
        "{party} har {count} ersättare på {seats} mandat. Det är fler än hälften, avrundat uppåt "
        "({most}). Det hindrar inte importen; jämför med länsstyrelsens lista "
        "(5 kap. 8 § kommunallagen).",
        party=one.party,
        count=one.substitutes,
        seats=one.seats,
        most=one.most,
    )
