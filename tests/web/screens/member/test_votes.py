"""The open vote: three answers, one receipt, and nothing that tells how it goes."""

import re

from meetings.models import Seat
from tests.voting.chambers import answers
from tests.web.screens.member.reading import lines, parse
from tests.web.screens.member.seats import OPEN, Seats
from tests.worlds import ANNA, BO, KLARA, PIA, SIV
from voting.models import Statement

ANSWERS = {"JA Ditt svar Simhallen byggs": "", "NEJ Ditt svar Simhallen byggs inte": ""}
OUT = "Du deltar inte i den här voteringen."


def test_the_meaning_of_each_answer_stands_on_the_answer(seats: Seats) -> None:
    seats.ask_council()
    assert seats.buttons(BO, "vote") == ANSWERS | {"AVSTÅR Ditt svar": ""}
    assert seats.says(BO, "vote-title") == "Rösta nu"
    assert seats.says(BO, "turnout") == (
        "0 av 21 har röstat. Din röst är öppen och syns i protokollet."
    )


def test_during_a_vote_nothing_else_is_on_the_page(seats: Seats) -> None:
    seats.ask_council()
    page = parse("".join(seats.panels().values()))
    me = seats.me(BO)
    seen = {"vote", "turnout", "tools"}
    for part in ("head", "vote", "turnout", "question", "stage", "faces", "actions", "tools"):
        assert (seats.says(BO, part) != "") is (part in seen), part
    assert list(seats.buttons(BO, "tools")) == ["Handlingen", "Hjälp mig"]
    assert lines(page.find("proposals"), me, "p") == []


def test_those_who_may_not_vote_are_told_why_instead(seats: Seats) -> None:
    out = Statement(meeting_id=OPEN, item_id=3, person_id=5, kind="not_taking_part", at="2026")
    seats.add(out)
    assert seats.put(6, "/recusals/6") == 200
    seats.seat_substitute(3, SIV)
    seats.ask_council()
    told = {
        BO: "Du tjänstgör inte just nu.",
        5: "Du har sagt att du inte deltar i beslutet.",
        6: "Du står åt sidan för jäv i ärendet.",
        PIA: "Du tjänstgör inte just nu.",
        KLARA: "Du tjänstgör inte just nu.",
    }
    for person, why in told.items():
        assert seats.buttons(person, "vote") == {}
        assert seats.says(person, "vote").endswith(f"{OUT} {why}")
        assert seats.says(person, "turnout").endswith("har röstat.")
    assert list(seats.buttons(SIV, "vote")) == [*ANSWERS, "AVSTÅR Ditt svar"]


def test_the_chair_votes_last(seats: Seats) -> None:
    vote = seats.ask_council()
    assert seats.buttons(ANNA, "vote") == {}
    assert seats.says(ANNA, "vote").endswith("Ordföranden röstar sist, när alla andra har röstat.")
    seats.put(ANNA, f"/votes/{vote}/closing", confirmed=1)
    assert list(seats.buttons(ANNA, "vote")) == [*ANSWERS, "AVSTÅR Ditt svar"]


def test_my_own_answer_is_told_to_me_alone(seats: Seats) -> None:
    vote = seats.ask_council()
    assert seats.ballot(vote, BO, "no") == (200, "")
    mine = seats.me(BO)["vote"]
    assert (mine["vote_id"], mine["choice"]) == (vote, "no")
    receipt = seats.page(BO).find("receipt")
    assert receipt.attributes["data-stored-if-me"] == f"vote.vote_id={vote},vote.choice"
    assert "choice" not in str(seats.me(4)["vote"]["choice"])


def test_nothing_that_leaves_the_server_tells_how_the_vote_goes(seats: Seats) -> None:
    vote = seats.ask_council()
    before = seats.panels()
    seats.vote(vote, {4: "yes", 5: "yes", 6: "no"})
    after = seats.panels()
    assert {name for name in after if after[name] != before[name]} == {"turnout"}
    assert seats.says(BO, "turnout").startswith("3 av 21 har röstat.")
    assert re.findall(r"\d+", after["turnout"]) == ["3", "21", str(vote)]


def test_the_answers_are_not_touched_while_others_vote(seats: Seats) -> None:
    vote = seats.ask_council()
    before = seats.panels()["vote"]
    seats.vote(vote, answers(yes=10, no=5))
    assert seats.panels()["vote"] == before


def test_who_is_reminded_is_told_and_nobody_else(seats: Seats) -> None:
    vote = seats.ask_council()
    seats.ballot(vote, 4, "yes")
    seats.act(ANNA, "POST", f"/votes/{vote}/reminders")
    rule = f"vote_reminder.vote_id={vote},vote.may_vote,!vote.choice"
    assert f'data-if-me="{rule}" data-say="alert" hidden' in seats.panels()["turnout"]


def test_an_answer_noted_by_the_clerk_is_shown_to_the_member(seats: Seats) -> None:
    vote = seats.ask_council()
    assert seats.put(KLARA, f"/votes/{vote}/ballots/{BO}", choice="yes") == 200
    assert "Ditt svar är antecknat åt dig." in seats.says(BO, "turnout")
    assert "Ditt svar är antecknat åt dig." not in seats.says(4, "turnout")


def test_the_countdown_takes_the_headings_place(seats: Seats) -> None:
    vote = seats.ask_council()
    seats.put(ANNA, f"/votes/{vote}/closing", confirmed=1)
    assert seats.says(BO, "vote-title") == "Stänger om 5 s"
    assert seats.spoken(BO, "vote")[-1] == "Voteringen stänger om några sekunder."


def test_the_result_says_what_was_decided_and_how_i_voted(seats: Seats) -> None:
    vote = seats.ask_council()
    seats.vote(vote, answers(yes=11, no=9, abstain=1))
    seats.close(vote)
    page, me = seats.page(BO), seats.me(BO)
    assert lines(page.find("vote"), me, "dt", "dd") == [
        *("Ja", "11"),
        *("Nej", "9"),
        *("Avstår", "1"),
    ]
    assert lines(page.find("vote"), me, "p") == [
        "Ja vann med 11 mot 9.",
        "Flest röster avgör. De som avstår räknas inte. 0 av 21 platser är utan svar.",
        "Det betyder: Simhallen byggs",
        "Din röst: NEJ Kontrollera din röst i listan",
    ]
    assert seats.spoken(BO, "vote") == ["Ja vann med 11 mot 9."]


def test_even_figures_wait_for_the_casting_vote(seats: Seats) -> None:
    vote = seats.ask_council()
    seats.vote(vote, answers(yes=10, no=10))
    seats.close(vote)
    assert seats.says(BO, "vote").startswith("Voteringen är avslutad Ja 10 Nej 10 Avstår 0")
    even = "Lika röstetal, 10–10. Ordförandens utslagsröst avgör."
    assert lines(seats.page(BO).find("vote"), seats.me(BO), "p")[0] == even
    assert seats.put(ANNA, f"/votes/{vote}/casting-vote", choice="yes", confirmed=1) == 200
    told = lines(seats.page(BO).find("vote"), seats.me(BO), "p")
    assert told[1].startswith("Lika röstetal, 10–10. Ordförandens utslagsröst avgjorde: ja.")
    assert "(Anna Ask)" in told[1]


def test_who_did_not_vote_is_told_so(seats: Seats) -> None:
    vote = seats.ask_council()
    seats.vote(vote, {4: "yes"})
    seats.close(vote)
    told = "Du röstade inte. Kontrollera din röst i listan"
    assert lines(seats.page(BO).find("vote"), seats.me(BO), "p")[-1] == told


def test_what_is_needed_is_told_before_the_vote(seats: Seats) -> None:
    seats.propose("refer_back", "Återremiss", person=4)
    seats.open_vote()
    told = lines(seats.page(BO).find("vote"), seats.me(BO), "p")
    assert told[2].endswith("Krävs: 7 av 21 närvarande.")


def test_a_seat_that_is_emptied_has_no_answers_to_give(seats: Seats) -> None:
    seats.ask_council()
    seats.change(Seat, (OPEN, 4), serving_id=None, mode=None)
    assert seats.buttons(4, "vote") == {}
