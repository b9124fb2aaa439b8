from tests.web.replay.test_agreement import ALVA, SEAT, WILMA, votes
from tests.web.replay.test_pace import at, item, said
from web.packages.kinds import Mode
from web.packages.presence import AFTER, BEFORE
from web.replay.moves import Move, Why, moves
from web.replay.pace import Timed
from web.replay.sittings import Sitting


def handled(place: int, opens: float, closes: float, *inside: Timed) -> list[Timed]:
    first, last = item(place)
    return [Timed(at(opens), at(opens), first), *inside, Timed(at(closes), at(closes), last)]


def voted(place: int, minute: float) -> Timed:
    (one,) = votes((minute, None))
    what = one.what
    return Timed(one.start, one.end, type(what)(place, what.question, what.answers))  # type: ignore[union-attr]


def spoken(place: int, minute: float) -> Timed:
    return Timed(at(minute), at(minute + 1), said(place, 60))


def away(start: float, end: float, mode: Mode | None = None) -> list[Sitting]:
    return [Sitting(ALVA, BEFORE, at(start), mode), Sitting(ALVA, at(end), AFTER, mode)]


def found(sittings: list[Sitting], *day: list[Timed]) -> list[tuple[str, str, int | None]]:
    everything = [one for part in day for one in part]
    return [
        (move.why.name, move.person.name.split()[0], move.place)
        for move in moves({SEAT: sittings}, everything)
    ]


def test_who_missed_the_votes_of_one_item_stepped_aside_for_it() -> None:
    day = [handled(0, 0, 20, voted(0, 15)), handled(1, 30, 50, voted(1, 45))]
    assert found(away(25, 55), *day) == [("STEPS_ASIDE", "Alva", 1), ("COMES", "Alva", None)]


def test_who_missed_the_votes_of_two_items_left() -> None:
    day = [handled(0, 0, 20, voted(0, 15)), handled(1, 30, 50, voted(1, 45))]
    assert found(away(10, 55), *day) == [("GOES", "Alva", None), ("COMES", "Alva", None)]


def test_without_votes_the_only_item_that_was_open_was_the_one() -> None:
    day = [handled(0, 0, 20), handled(1, 30, 50), handled(2, 60, 70)]
    assert found(away(25, 55), *day) == [("STEPS_ASIDE", "Alva", 1), ("COMES", "Alva", None)]
    assert found(away(25, 65), *day) == [("GOES", "Alva", None), ("COMES", "Alva", None)]


def test_who_speaks_in_an_item_does_not_stand_aside_for_it() -> None:
    day = handled(0, 0, 60, spoken(0, 5), voted(0, 45))
    assert found(away(40, 50), day) == [("GOES", "Alva", None), ("COMES", "Alva", None)]


def test_who_votes_in_an_item_does_not_stand_aside_for_it() -> None:
    day = handled(0, 0, 60, voted(0, 45), voted(0, 55))
    assert found(away(40, 50), day) == [("GOES", "Alva", None), ("COMES", "Alva", None)]
    assert found(away(20, 30), day) == [("GOES", "Alva", None), ("COMES", "Alva", None)]


def test_at_a_distance_with_the_seat_left_empty_the_line_was_lost() -> None:
    day = handled(0, 0, 60)
    assert found(away(40, 50, Mode.REMOTE), day) == [
        ("LOSES_LINE", "Alva", None),
        ("COMES", "Alva", None),
    ]


def test_the_coming_of_another_ends_the_service_of_the_one_before() -> None:
    sitting = [Sitting(ALVA, BEFORE, at(40)), Sitting(WILMA, at(40), at(70))]
    assert found(sitting, handled(0, 0, 60)) == [("COMES", "Wilma", None), ("GOES", "Wilma", None)]


def test_at_one_moment_those_who_go_are_named_before_those_who_come() -> None:
    sittings = {2: [Sitting(WILMA, at(10), AFTER)], 1: [Sitting(ALVA, BEFORE, at(10))]}
    assert moves(sittings, []) == [
        Move(at(10), Why.GOES, 1, ALVA),
        Move(at(10), Why.COMES, 2, WILMA),
    ]


def test_who_sat_in_another_seat_meanwhile_did_not_stand_aside() -> None:
    day = handled(0, 0, 60, voted(0, 45))
    sittings = {SEAT: away(40, 50), 2: [Sitting(ALVA, at(41), at(49))]}
    assert [(move.why, move.seat) for move in moves(sittings, day)] == [
        (Why.GOES, SEAT),
        (Why.COMES, 2),
        (Why.GOES, 2),
        (Why.COMES, SEAT),
    ]
