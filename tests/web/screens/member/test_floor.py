"""Begär ordet, the place in the list and why, the floor, the reply."""

from meetings.models import Seat
from tests.web.screens.member.seats import OPEN, Seats
from tests.worlds import ANNA, BEA, BO, KLARA, PIA, SIV

NOT_YET = "Replik går att begära på det anförande som pågår eller nyss hölls."


def test_in_the_debate_everybody_who_serves_may_ask_for_the_floor(seats: Seats) -> None:
    assert seats.says(BO, "head") == "Ärende 3 av 6 · Debatt Ny simhall i Östra parken"
    assert seats.buttons(BO, "actions") == {"Begär ordet": "", "Replik": NOT_YET}
    assert seats.says(BO, "stage") == "Ordförande: Anna Ask S På tur: ingen väntar"


def test_who_does_not_serve_is_told_why_the_buttons_are_grey(seats: Seats) -> None:
    for person in (SIV, PIA):
        assert seats.buttons(person, "actions") == {
            "Begär ordet": "Bara den som tjänstgör får begära ordet.",
            "Replik": "Bara den som tjänstgör får begära ordet.",
        }
    assert seats.buttons(KLARA, "actions")["Begär ordet"] == ""  # KL 5:41


def test_the_place_in_the_list_stands_on_the_button(seats: Seats) -> None:
    seats.ask_for(4)
    seats.ask_for(BO)
    assert seats.says(BO, "actions") == "Du är nummer 2 i kön – tryck för att ångra Replik"
    assert seats.spoken(BO, "actions") == ["Du är nummer 2 i kön."]
    assert seats.buttons(4, "actions") == {
        "Du är på tur härnäst – tryck för att ångra": "",
        "Replik": NOT_YET,
    }
    assert seats.says(BO, "stage").endswith("På tur: 1. Ledamot 4 (C) · 2. Bo Bok (V)")


def test_a_place_that_another_rule_has_moved_tells_which(seats: Seats) -> None:
    seats.ask_for(BO)
    seats.ask_for(4, "point_of_order")
    assert next(iter(seats.buttons(BO, "actions"))) == (
        "Du är nummer 2 i kön – tryck för att ångra En ordningsfråga går före dig."
    )


def test_the_three_who_come_next_are_named_with_what_they_asked_for(seats: Seats) -> None:
    seats.give(seats.ask_for(6))
    seats.ask_for(BO)
    seats.ask_for(4, "point_of_order")
    seats.ask_for(BEA)
    seats.ask_for(5)
    told = "1. Ledamot 4 (C), ordningsfråga · 2. Bo Bok (V) · 3. Bea Björk (M)"
    assert seats.says(BO, "stage") == f"Ledamot 6 S5:00 På tur: {told}"


def test_the_ordinary_order_needs_no_reason(seats: Seats) -> None:
    seats.ask_for(4)
    seats.ask_for(BO)
    assert seats.me(BO)["place"]["reason"] == "Ordet ges i den ordning det begärs."
    assert seats.me(BO)["queue"]["speech"]["why"] is None


def test_the_button_withdraws_what_it_shows(seats: Seats) -> None:
    request = seats.ask_for(BO)
    form = next(
        node
        for node in seats.page(BO).find("actions").walk()
        if node.attributes.get("data-if-me") == "queue.speech" and node.tag == "form"
    )
    assert form.attributes["action"] == f"/meetings/{OPEN}/requests/{{queue.speech.id}}"
    assert seats.me(BO)["queue"]["speech"]["id"] == request
    assert seats.delete(BO, f"/requests/{request}") == 200
    assert next(iter(seats.buttons(BO, "actions"))) == "Begär ordet"


def test_who_has_the_floor_sees_the_clock_and_may_end_it(seats: Seats) -> None:
    seats.give(seats.ask_for(BO))
    assert seats.says(BO, "own-floor") == "Du har ordet. 5:00Jag är klar"
    assert list(seats.buttons(BO, "actions")) == ["Jag är klar", "Replik"]
    assert seats.spoken(BO, "actions") == ["Du har ordet."]
    assert seats.says(4, "stage") == "Bo Bok V5:00 På tur: ingen väntar"
    assert seats.spoken(4, "stage") == ["Ordet har Bo Bok."]


def test_a_reply_is_bound_to_the_speech_that_is_going_on(seats: Seats) -> None:
    seats.give(seats.ask_for(4))
    seats.give(seats.ask_for(BO))
    assert seats.buttons(4, "actions") == {"Begär ordet": "", "Replik": ""}
    assert seats.me(4)["reply"] == {"speech_id": 2, "name": "Bo Bok"}
    seats.ask_for(4, "reply", reply_to=2)
    assert seats.buttons(4, "actions") == {
        "Begär ordet": "",
        "Replik: Du är på tur härnäst – tryck för att ångra En replik går före nya anföranden.": "",
    }
    seats.give(3)
    told = "Ledamot 4 · replik till Bo Bok C2:00 På tur: ingen väntar"
    assert seats.says(BO, "stage") == told


def test_the_reply_button_says_which_rule_stops_it(seats: Seats) -> None:
    seats.give(seats.ask_for(BO))
    assert (seats.buttons(BO, "actions")["Replik"], seats.buttons(5, "actions")["Replik"]) == (
        "Du kan svara när någon annan har fått replik på ditt anförande.",
        "Replik får den som har talat i ärendet eller blivit tilltalad.",
    )


def test_after_the_streck_nobody_new_is_listed(seats: Seats) -> None:
    seats.ask_for(4)
    seats.put(ANNA, "/items/3/list-closing")
    told = "Streck är draget. Bara de som redan står på listan får tala."
    assert seats.buttons(BO, "actions")["Begär ordet"] == told
    assert next(iter(seats.buttons(4, "actions"))) == "Du är på tur härnäst – tryck för att ångra"
    assert seats.says(BO, "stage").endswith("1. Ledamot 4 (C) · streck är draget")


def test_in_a_question_only_the_two_have_turns(seats: Seats) -> None:
    seats.turn_to(5)
    assert seats.put(ANNA, "/items/5/leave", given=1) == 200
    for person in (4, BO):
        request = seats.post(person, "/requests", item=5, kind="speech")
        assert seats.put(ANNA, f"/requests/{request}/floor") == 200
    assert (seats.buttons(BEA, "actions")["Begär ordet"], seats.me(BEA)["why"].get("speech")) == (
        "",
        None,
    )


def test_the_whole_list_is_there_in_the_full_view(seats: Seats) -> None:
    seats.ask_for(4)
    seats.ask_for(BO)
    seats.ask_for(5, "point_of_order")
    page = seats.page(BO, "/member?view=full")
    told = [row for row in page.find("queue").walk() if row.tag == "li"]
    assert [row.attributes["data-person"] for row in told] == ["5", "4", "3"]
    assert "id" in page.find("shortcuts").attributes
    assert [node for node in seats.page(BO).walk() if node.attributes.get("id") == "queue"] == []


def test_an_empty_seat_does_not_ask_for_the_floor(seats: Seats) -> None:
    seats.change(Seat, (OPEN, 4), serving_id=None, mode=None)
    assert seats.buttons(4, "actions")["Begär ordet"] == "Bara den som tjänstgör får begära ordet."
