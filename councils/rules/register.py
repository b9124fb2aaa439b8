"""What an import of people would do to the register: whom it adds, whom it changes and how.

Kommunallagen 5 kap. 5, 8 §§ say who sits: a seat has one holder, substitutes an order.  House
rule: nobody is there twice, nobody disappears, and nothing happens that was not shown first.
People are known again by the register's own key, else by name and party.  Whoever is not in the
file is left alone, except that a seat or a place in the presidium has one holder.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from councils.rules.size import Surplus, too_many_substitutes

ONE_HOLDER = ("chair", "vice_chair_1", "vice_chair_2", "vice_chair_3")
NEVER_TAKEN = "clerk"  # an import may not shut the office out
SHOWN = (
    "name",
    "party",
    "seat",
    "order",
    "constituency",
    "list_name",
    "roles",
    "email",
    "external_id",
)


@dataclass(frozen=True)
class Listed:
    """One person as the file has her, or the register.  `roles` are sorted.

    `order`: a substitute's place in the calling order; for a member, which of the party's seats in
    the constituency hers is.  `list_name`: which of the party's lists there, where it has several.
    """

    name: str
    party: str = ""
    seat: int | None = None
    is_substitute: bool = False
    order: int | None = None
    constituency: str = ""
    list_name: str = ""
    roles: tuple[str, ...] = ()
    email: str = ""
    external_id: str = ""


@dataclass(frozen=True)
class Known:
    person_id: int
    listed: Listed


@dataclass(frozen=True)
class Change:
    field: str
    before: object
    after: object


@dataclass(frozen=True)
class Step:
    """`person_id` is None for somebody new; without changes she is left alone."""

    person_id: int | None
    listed: Listed
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Plan:
    """`vacated`: those outside the file who lose what somebody in the file now has.

    `untouched`: everybody else outside the file.
    """

    steps: tuple[Step, ...]
    vacated: tuple[Step, ...]
    untouched: tuple[Listed, ...]

    @property
    def added(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.person_id is None)

    @property
    def changed(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.person_id is not None and step.changes)

    @property
    def alone(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.person_id is not None and not step.changes)

    @property
    def surplus(self) -> tuple[Surplus, ...]:
        """The parties that would have more substitutes than half of their seats (KL 5:8, U3)."""
        after = [step.listed for step in self.steps + self.vacated] + [*self.untouched]
        seats = Counter(one.party for one in after if one.seat is not None)
        return too_many_substitutes(seats, Counter(one.party for one in after if one.is_substitute))

    @property
    def fingerprint(self) -> str:
        """The same plan, and only that, has the same."""
        return hashlib.sha256(repr((self.steps, self.vacated)).encode()).hexdigest()


def plan(known: Sequence[Known], wanted: Iterable[Listed]) -> Plan:
    rows = _ordered(known, wanted)
    left = {one.person_id: one for one in known}
    steps = tuple(_step(row, _take(left, row)) for row in rows)
    outside = [(one.listed, _vacated(one, rows)) for one in left.values()]
    vacated = tuple(step for _listed, step in outside if step)
    return Plan(steps, vacated, tuple(listed for listed, step in outside if not step))


def _ordered(known: Sequence[Known], wanted: Iterable[Listed]) -> list[Listed]:
    """Who has no number keeps her own; a new substitute comes last, in the order they stand."""
    rows, left = list(wanted), {one.person_id: one for one in known}
    before = [_find(left, row) for row in rows]
    last: Counter[tuple[str, str, str]] = Counter()
    for listed in [*(one.listed for one in known), *rows]:
        if listed.is_substitute:
            last[_list_of(listed)] = max(last[_list_of(listed)], listed.order or 0)
    return [_numbered(row, was, last) for row, was in zip(rows, before, strict=True)]


def _numbered(row: Listed, was: Known | None, last: Counter[tuple[str, str, str]]) -> Listed:
    if row.order:
        return row
    if was and was.listed.order and _place(was.listed) == _place(row):
        return replace(row, order=was.listed.order)
    if not row.is_substitute:
        return row
    last[_list_of(row)] += 1
    return replace(row, order=last[_list_of(row)])


def _place(listed: Listed) -> tuple[bool, int | None, str, str, str]:
    """What a number in order belongs to."""
    return listed.is_substitute, listed.seat, *_list_of(listed)


def _list_of(listed: Listed) -> tuple[str, str, str]:
    return listed.party, listed.constituency, listed.list_name


def _take(left: dict[int, Known], row: Listed) -> Known | None:
    found = _find(left, row)
    return left.pop(found.person_id) if found else None


def _find(left: dict[int, Known], row: Listed) -> Known | None:
    if row.external_id:
        for one in left.values():
            if one.listed.external_id == row.external_id:
                return one
    for one in left.values():
        same = (one.listed.name, one.listed.party) == (row.name, row.party)
        keys = {one.listed.external_id, row.external_id} - {""}
        if same and len(keys) < 2:  # noqa: PLR2004 - two keys are two people of one name
            return one
    return None


def _step(row: Listed, was: Known | None) -> Step:
    if was is None:
        return Step(None, row)
    kept = replace(
        row,
        email=row.email or was.listed.email,
        external_id=row.external_id or was.listed.external_id,
        roles=_kept_roles(row, was.listed),
    )
    return Step(was.person_id, kept, _changes(was.listed, kept))


def _kept_roles(row: Listed, was: Listed) -> tuple[str, ...]:
    office = {NEVER_TAKEN} & set(was.roles)
    return tuple(sorted({*row.roles, *office}))


def _vacated(one: Known, rows: Sequence[Listed]) -> Step | None:
    """The presidium is elected among the members: who loses her seat leaves it too (KL 5:11)."""
    was = one.listed
    seat = None if was.seat in {row.seat for row in rows} else was.seat
    taken = {role for row in rows for role in row.roles if role in ONE_HOLDER}
    if seat != was.seat:
        taken.update(ONE_HOLDER)
    order = was.order if was.seat == seat else None
    roles = tuple(role for role in was.roles if role not in taken)
    after = replace(was, seat=seat, order=order, roles=roles)
    changes = _changes(was, after)
    return Step(one.person_id, after, changes) if changes else None


def _changes(before: Listed, after: Listed) -> tuple[Change, ...]:
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in SHOWN]
    return tuple(Change(*pair) for pair in pairs if pair[1] != pair[2])
