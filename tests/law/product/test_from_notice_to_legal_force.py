"""The rule book's story of a decision's life, from the notice to legal force, through the acts."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from flask import Flask

from core import clock
from tests.law.product.afterwards import announce, approve, look_every_hour, standing
from tests.law.product.book import Book, Plain, setting
from tests.law.product.council import CLERK, COUNCIL, Told, settle
from tests.law.product.evening import Evening
from tests.law.product.two_thirds import LateInTheTerm
from tests.meetings.halls import Wall
from tests.worlds import Clients
from voting.rules.majority import Choice

BOARD = "kommunstyrelsen"
SHORT: list[Told] = [("Upprop", "formality", None, None)]
ITEMS: list[Told] = [
    *SHORT,
    ("Försäljning av mark", "decision", "KS 120", BOARD),
    ("Oberett ärende", "decision", "KS 121", None),
    ("Vägplan", "decision", "KS 122", BOARD),
    ("Motion om fria bussar", "private_members_motion", "KS 123", BOARD),
]
ROLL, LAND, UNPREPARED, ROAD, MOTION = range(5)
STORY = "scenario3_lifecycle.json"
TWO_THIRDS = {7, 8, 9}  # months later, by themselves
AWAY = ("S20", "SD10", "V05")
FAR = "L04"
IDENTITY, HEALTH = "19811218-9876", "diabetes"


@pytest.fixture
def wall() -> Iterator[Wall]:
    moment = Wall("2026-11-30T09:00:00+00:00")
    with clock.set_to(moment):
        yield moment


def test_the_whole_story_from_notice_to_legal_force(
    app: Flask, clients: Clients, wall: Wall
) -> None:
    book = Book(STORY)
    people = settle(app, setting(), remote_needs_request=True, remote_request_days=3)

    def meet(day: str, told: list[Told] = SHORT) -> Evening:
        return Evening(app, clients, people, wall, day, told)

    too_few_ask_for_a_meeting(book, meet("2026-12-14"))
    evening = meet("2026-12-14", ITEMS)
    announced_and_summoned_a_week_before(book, evening)
    asked_for_distance_in_time(book, evening)
    announced_too_late(book, meet("2026-12-14"), meet("2027-01-07"))
    the_evening(book, evening)
    the_minutes(book, evening, meet("2026-12-14"), meet("2026-12-14"))
    the_time_for_appeal(book, meet)
    assert book.untold == TWO_THIRDS


def too_few_ask_for_a_meeting(book: Book, evening: Evening) -> None:
    """Step 10: a third of the seats."""
    given, expected = book.step(10)
    plan = {"council_id": COUNCIL, "title": "Extra", "date": "2026-12-15", "starts": "18:00"}

    def ask(count: int) -> tuple[int, str]:
        form: Plain = plan | {"ground": "MEMBERS", "asked": count}
        answer = evening.clients.act(evening.clerk, "POST", "/meetings", **form)
        return answer.status_code, answer.json.get("error", "")

    said = "Minst 21 av 61 ledamöter ska begära det (5 kap. 12 §)."
    assert ask(given["requested_by"]) == (409, said)
    assert ask(expected["needed"]) == (200, "")


def announced_and_summoned_a_week_before(book: Book, evening: Evening) -> None:
    """Steps 1 and 5: to every member and every substitute."""
    given, expected = book.step(1)
    evening.announce(given["posted"])
    assert ("Kungjord 7 december." in evening.convening()) == expected["ok"]
    given, expected = book.step(5)
    assert "92 är inte kallade" in evening.convening()
    everybody = [number for name, number in evening.people.items() if name != CLERK]
    form = {"person": everybody, "how": "post", "day": given["sent"]}
    assert evening.act(evening.clerk, "POST", "/summonses", **form).status_code == 200
    assert ("Alla är kallade i tid" in evening.convening()) == expected["ok"]


def asked_for_distance_in_time(book: Book, evening: Evening) -> None:
    """Step 11: three days before, and the day after that it is said to be late."""
    given, expected = book.step(11)
    for who, day in ((FAR, given["requested"]), ("L03", "2026-12-12")):
        evening.wall.set(f"{day}T09:00:00+00:00")
        url = f"/remote-requests/{evening.people[who]}"
        assert evening.ask(who, "PUT", url, reason="Vård av barn") == (200, "")
        on_time = not evening.last()["late"]
        assert on_time == (expected["on_time"] if who == FAR else False)
    answer = f"/remote-requests/{evening.people[FAR]}/answer"
    assert evening.put(evening.chair, answer, answer="granted") == 200


def announced_too_late(book: Book, evening: Evening, after_epiphany: Evening) -> None:
    """Steps 2 to 4: only what is urgent, and only until the working day before."""
    given, expected = book.step(2)
    evening.wall.set(f"{given['posted']}T09:00:00+00:00")
    refused = evening.said(evening.clerk, "POST", "/notices")
    assert refused[0] == 409
    assert refused[1].startswith("Sista dagen för kungörelsen var 7 december 2026.")
    assert expected["ok"] is False
    _urgent_until(evening, book.step(3)[1]["latest"], "2026-12-12")
    _urgent_until(after_epiphany, book.step(4)[1]["latest"], "2027-01-06")


def _urgent_until(evening: Evening, last: str, day_after: str) -> None:
    urgent = {"urgent": evening.items[0]}
    evening.wall.set(f"{day_after}T09:00:00+00:00")
    assert evening.said(evening.clerk, "POST", "/notices", **urgent)[0] == 409
    evening.wall.set(f"{last}T09:00:00+00:00")
    evening.post(evening.clerk, "/notices", **urgent)


def the_evening(book: Book, evening: Evening) -> None:
    """Steps 6 and 12 to 14, with 58 present."""
    url = f"/agenda/{evening.items[LAND]}"
    assert evening.put(evening.clerk, url, closed_doors=1) == 200
    evening.begin("2026-12-14", remote=[FAR], absent=AWAY)
    evening.turn_to(evening.items[ROLL])
    evening.leave(evening.items[ROLL])
    one_is_against_deciding_what_is_not_prepared(book, evening)
    behind_closed_doors(book, evening)
    a_vote_in_doubt(book, evening)
    evening.end()


def one_is_against_deciding_what_is_not_prepared(book: Book, evening: Evening) -> None:
    """Step 6."""
    given, expected = book.step(6)
    item = evening.items[UNPREPARED]
    assert (
        evening.put(evening.chair, f"/items/{item}/assent", agreed=int(not given["against"])) == 200
    )
    assert evening.last()["present"] == given["present"]
    refused = evening.said(evening.chair, "PUT", f"/items/{item}/opening")
    assert refused == (
        409,
        "Ärendet har inte beretts. Alla var inte överens om att avgöra det i dag, så det väntar.",
    )
    assert expected["may_decide"] is False


def behind_closed_doors(book: Book, evening: Evening) -> None:
    """Step 12: shut for the deliberation alone."""
    _, expected = book.step(12)
    item = evening.items[LAND]
    evening.turn_to(item)
    request = {"item": item, "kind": "speech"}
    assert evening.ask(FAR, "POST", "/requests", **request)[0] == 409
    assert evening.ask(FAR, "PUT", f"/items/{item}/attestation") == (200, "")
    assert expected["remote_members_confirm_private_room"]
    waiting = evening.post(evening.people[FAR], "/requests", **request)
    assert evening.delete(evening.people[FAR], f"/requests/{waiting}") == 200
    assert "Stängda dörrar" in evening.page("/live")
    substitute = evening.clients.sign_in(evening.people["Se1"])
    may_attend = substitute.get(f"/meetings/{evening.meeting}/member").status_code == 200
    assert may_attend == expected["substitutes_may_attend"]
    evening.propose(item, "adopt", "Marken säljs")
    evening.step(item, "proposals")
    form = {"text": "Marken säljs", "how": "unopposed"}
    evening.post(evening.chair, f"/items/{item}/decisions", **form)
    evening.leave(item)
    shown = evening.page("/live")
    assert "Stängda dörrar" not in shown
    assert ("Marken säljs" in evening.page("")) == expected["decision_public"]


def a_vote_in_doubt(book: Book, evening: Evening) -> None:
    """Steps 13 and 14: held anew at once; after the closing nobody changes an answer."""
    item = evening.items[ROAD]
    evening.turn_to(item)
    question = {
        "kind": "main",
        "question": "Antas planen?",
        "yes_means": "Antas",
        "no_means": "Nej",
    }
    vote = evening.divide({"yes": 30, "no": 27, "abstain": 1}, item, **question)
    late = evening.ask("V05", "PUT", f"/votes/{vote.id}/ballot", choice=Choice.NO.value)
    assert late == (409, "Voteringen är stängd.")
    assert book.step(14)[1]["allowed"] is False
    again = evening.divide({"yes": 27, "no": 30, "abstain": 1}, item, **question)
    assert book.step(13)[1]["action"] == "new division at once"
    assert (again.number, again.outcome) == (2, "no")
    evening.confirm(item, again, "Planen antas inte")


def the_minutes(book: Book, evening: Evening, late: Evening, third: Evening) -> None:
    """Steps 15 to 17, 21 and 22."""
    given, expected = book.step(15)
    _hold_a_private_person_in_the_minutes(evening)
    version = approve(evening, given["approved"])
    shown = evening.page("/minutes/approval", evening.clerk)
    assert ("Protokollet justerades 28 december 2026." in shown) == expected["ok"]
    personal_data_is_hidden_before_all_may_read(book, evening, version)
    a_motion_has_a_year(book, evening)
    given, expected = book.step(16)
    late.announce("2026-12-07")
    late.hold("2026-12-14")
    approve(late, given["approved"])
    shown = late.page("/minutes/approval", late.clerk)
    said = "Protokollet justerades 29 december 2026, efter sista dagen 28 december 2026."
    assert (said in shown) == (not expected["ok"])
    given, expected = book.step(17)
    third.announce("2026-12-07")
    third.hold("2026-12-14")
    announce(third, approve(third, given["approved"]), given["posted"])
    assert expected["ok"]


def _hold_a_private_person_in_the_minutes(evening: Evening) -> None:
    told = f"Brev från {IDENTITY} om {HEALTH} läses upp."
    form = {"text": told, "version": 0}
    assert evening.put(evening.clerk, "/minutes/texts/opening", **form) == 200


def personal_data_is_hidden_before_all_may_read(book: Book, evening: Evening, version: int) -> None:
    """Step 21."""
    given, expected = book.step(21)
    url = f"/minutes/versions/{version}/publication"
    refused = evening.said(evening.clerk, "PUT", url)
    assert refused == (409, "1 ställen är inte granskade än.")
    assert (expected["blocked_until_masked"], len(given["contains"])) == (True, 2)
    for words, kind in ((IDENTITY, "identity_number"), (HEALTH, "other")):
        evening.post(evening.clerk, "/minutes/masks", text=words, kind=kind, hidden=1)
    assert evening.put(evening.clerk, url) == 200
    shown = evening.page("/minutes/published")
    assert (IDENTITY in shown, HEALTH in shown) == (False, False)
    voted: Plain = evening.public("/votes/2.json").json
    found = next(one for one in voted["answers"] if one["name"] == "V01")
    assert (found["party"], found["choice"]) == ("V", "no")


def a_motion_has_a_year(book: Book, evening: Evening) -> None:
    """Step 22: it was never reached, and says when it should be decided."""
    _, expected = book.step(22)
    page = evening.app.test_client().get(f"/councils/{COUNCIL}/matters").text
    assert "senast 14 december 2027" in " ".join(page.split())
    assert expected["decide_or_report_by"] == "2027-12-14"


def the_time_for_appeal(book: Book, meet: Callable[[str], Evening]) -> None:
    """Steps 18 to 20: up all the while it runs out, taken down too early it never does."""
    given, expected = book.step(18)
    evening, notice = _posted(meet("2026-12-14"), given["posted"])
    look_every_hour(evening, notice, expected["legal_force"])
    assert _force(evening, notice) == (expected["last_day"], expected["legal_force"])
    assert "Laga kraft från 8 januari 2027" in evening.page("/minutes/approval", evening.clerk)
    given, expected = book.step(19)
    evening, notice = _posted(meet("2027-03-01"), given["posted"])
    look_every_hour(evening, notice, expected["legal_force"])
    assert _force(evening, notice) == (expected["last_day"], expected["legal_force"])
    given, expected = book.step(20)
    evening, notice = _posted(meet("2026-12-14"), given["posted"])
    look_every_hour(evening, notice, given["removed"])
    warned = evening.said(evening.clerk, "DELETE", f"/notices/{notice}")
    assert warned == (
        409,
        "Överklagandetiden går till och med 7 januari 2027. Tas anslaget ned nu löper den aldrig "
        "ut. Ta ned det ändå?",
    )
    assert evening.delete(evening.clerk, f"/notices/{notice}", confirmed=1) == 200
    evening.wall.set("2027-01-20T09:00:00+00:00")
    assert standing(evening, notice).has_run_out == expected["appeal_period_ran_out"]
    assert _force(evening, notice) == ("2027-01-07", "None")


def _posted(evening: Evening, day: str) -> tuple[Evening, int]:
    """A short evening, approved the day after and announced on this day."""
    held = date.fromisoformat(evening.row().date)
    evening.announce(str(held - timedelta(weeks=1)))
    evening.hold(str(held))
    version = approve(evening, str(held + timedelta(days=1)))
    return evening, announce(evening, version, day)


def _force(evening: Evening, notice: int) -> tuple[str, str]:
    """The last day to appeal, and the day of legal force if it has come."""
    appeal = standing(evening, notice).appeal
    assert appeal is not None
    return str(appeal.last_day), str(appeal.legal_force)


def test_two_thirds_decide_on_an_extra_election_and_on_a_popular_initiative(
    app: Flask, clients: Clients, wall: Wall
) -> None:
    """Steps 7 to 9."""
    book = Book(STORY)
    cases = {name: book.case(name)["input"] for name in ("s3-07", "s3-08", "s3-09")}
    late = LateInTheTerm(app, clients, settle(app, setting()), wall, cases)
    told = late.decide()
    _, expected = book.step(7)
    extra = told["s3-07"]
    assert (extra["reached"], extra["needed"]) == (expected["carried"], expected["needed"])
    assert late.first_time["carried"] == expected["always_tabled_first_time"]
    for number, name in ((8, "s3-08"), (9, "s3-09")):
        _, expected = book.step(number)
        held = told[name]["outcome"] == "REFERENDUM_HELD"
        assert held == expected["referendum_held"]
    assert told["s3-08"]["needed"] == book.step(8)[1]["blocked_by"]
