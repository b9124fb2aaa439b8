"""Everything under "Mer", help, documents, arrival: only what is lawful now is live."""

from agenda.models import Document
from core import clock
from meetings.models import Meeting, Seat
from tests.web.screens.member.reading import holds, lines
from tests.web.screens.member.seats import ITEM, OPEN, Seats
from tests.worlds import ANNA, BO, DAN, KLARA, PIA, PLANNED, SIV

VOTING = "Votering pågår. Vänta tills den är avslutad."
NOT_SERVING = "Bara den som tjänstgör kan göra det här."


def test_in_the_debate_all_of_it_is_lawful(seats: Seats) -> None:
    assert seats.buttons(BO, "more") == {
        "Stäng": "",
        "Ordningsfråga": "",
        "Yrka": "",
        "Anmäl jäv": "",
        "Delta inte i beslutet": "",
        "Reservera mig, protokollsanteckning": "",
        "Alla ledamöter": "",
        "Fullt läge": "",
        "Enkelt läge": "",
        "Ljudsignaler": "",
        "Jag går över till salen": "",
        "Lämna mötet": "",
    }


def greyed(seats: Seats, person: int) -> dict[str, str]:
    return {name: why for name, why in seats.buttons(person, "more").items() if why}


def test_whoever_does_not_serve_reads_why(seats: Seats) -> None:
    for person in (SIV, PIA):
        assert greyed(seats, person) == {
            "Ordningsfråga": "Bara den som tjänstgör får begära ordet.",
            "Yrka": NOT_SERVING,
            "Anmäl jäv": NOT_SERVING,
            "Delta inte i beslutet": NOT_SERVING,
            "Lämna mötet": NOT_SERVING,
        }


def test_the_chair_hands_over_before_leaving(seats: Seats) -> None:
    first = "Lämna över ordförandeplatsen först."
    assert greyed(seats, ANNA) == {"Anmäl jäv": first, "Lämna mötet": first}


def test_during_a_vote_everything_waits(seats: Seats) -> None:
    seats.ask_council()
    assert greyed(seats, BO) == {
        "Ordningsfråga": VOTING,
        "Yrka": "Ärendet avgörs nu eller är avgjort. Yrkandena ligger fast.",
        "Anmäl jäv": VOTING,
        "Delta inte i beslutet": ("Frågan är redan ställd. Du räknas som deltagande i beslutet."),
    }
    for box in ("help", "more", "propose"):
        dialog = seats.page(BO).find(box)
        dialog.tag = "section"
        told = lines(dialog, seats.me(BO), "p")[0]
        assert told == "Voteringen är öppen. Stäng rutan för att rösta."


def test_each_greyed_act_is_refused_by_the_server_too(seats: Seats) -> None:
    seats.ask_council()
    acts = {
        "point_of_order": ("POST", "/requests", {"item": ITEM, "kind": "point_of_order"}),
        "speech": ("POST", "/requests", {"item": ITEM, "kind": "speech"}),
        "propose": ("POST", f"/items/{ITEM}/proposals", {"kind": "reject"}),
        "recuse": ("PUT", f"/recusals/{BO}", {}),
        "stay_out": ("POST", f"/items/{ITEM}/statements", {"kind": "not_taking_part"}),
    }
    why = seats.me(BO)["why"]
    for name, (method, path, form) in acts.items():
        status, words = seats.said(BO, method, path, **form)
        assert (status, words) == (409, why[name]), name


def test_once_the_proposals_are_read_back_they_stand(seats: Seats) -> None:
    for kind in ("adopt", "reject", "amend"):
        seats.propose(kind, f"Förslag om {kind}", person=4)
    seats.step_to("proposals", "order")
    assert greyed(seats, BO)["Yrka"] == "Yrkandena är upplästa och ligger fast."


def test_staying_out_can_be_taken_back_until_the_question_is_put(seats: Seats) -> None:
    said = seats.post(BO, f"/items/{ITEM}/statements", kind="not_taking_part")
    assert seats.me(BO)["said"] == {"count": 1, "out": said}
    assert "Du deltar inte i beslutet – tryck för att ångra" in seats.buttons(BO, "more")
    assert "Delta inte i beslutet" not in seats.buttons(BO, "more")
    assert seats.delete(BO, f"/statements/{said}") == 200
    assert "said" not in seats.me(BO)


def test_standing_aside_is_shown_and_ends_the_buttons(seats: Seats) -> None:
    assert seats.put(BO, f"/recusals/{BO}") == 200
    aside = "Den som är jävig deltar inte i ärendet."
    assert seats.buttons(BO, "actions") == {"Begär ordet": aside, "Replik": aside}
    told = "Du står åt sidan för jäv och deltar inte i det här ärendet."
    assert told in lines(seats.page(BO), seats.me(BO), "p")
    assert told not in lines(seats.page(4), seats.me(4), "p")


def test_ones_own_proposal_can_be_taken_back(seats: Seats) -> None:
    mine = seats.post(BO, f"/items/{ITEM}/proposals", kind="reject")
    assert seats.says(4, "proposals") == ("Yrkanden (1) Bo Bok (V) · Avslag Avslag på förslaget")
    assert seats.buttons(BO, "proposals") == {"Återta": ""}
    assert seats.buttons(4, "proposals") == {}
    assert seats.delete(BO, f"/proposals/{mine}") == 200
    assert seats.says(BO, "proposals") == ""


def test_help_has_five_reasons_and_says_that_somebody_calls(seats: Seats) -> None:
    asked = seats.buttons(BO, "help")
    assert list(asked)[1:] == [
        "Jag hör inget",
        "De hör inte mig",
        "Jag hittar inte handlingen",
        "Jag kan inte rösta",
        "Annat – ring mig",
    ]
    seats.post(BO, "/help-calls", reason="Jag kan inte rösta")
    assert list(seats.buttons(BO, "help"))[1:] == ["Jag behöver inte hjälp längre"]
    assert "Hjälp är på väg" in seats.buttons(BO, "tools")
    assert seats.put(BO, f"/help-calls/{seats.me(BO)['help']['call_id']}/end") == 200
    assert "Hjälp mig" in seats.buttons(BO, "tools")


def document(seats: Seats, title: str, position: int = 1) -> int:
    made = Document(item_id=ITEM, position=position, title=title, sha256="0" * 64, size=1, pages=9)
    made.attached_at = clock.now()
    return seats.add(made)


def test_the_document_opens_where_the_chair_is(seats: Seats) -> None:
    assert seats.buttons(BO, "tools")["Handlingen"] == "Ärendet har ingen handling."
    first, second = document(seats, "Skrivelse"), document(seats, "Kalkyl", 2)
    link = seats.page(BO).find("document-link")
    assert link.attributes["href"] == f"/meetings/{OPEN}/documents/{first}#sida=1"
    assert seats.put(ANNA, f"/items/{ITEM}/shown", document=second, page=7) == 200
    link = seats.page(BO).find("document-link")
    assert link.attributes["href"] == f"/meetings/{OPEN}/documents/{second}#sida=7"
    assert "Handlingen Ordföranden visar sida 7" in seats.buttons(BO, "tools")


def test_a_document_from_the_support_desk_is_an_offer(seats: Seats) -> None:
    held = document(seats, "Bilaga 1")
    offer = seats.post(KLARA, "/document-offers", person=BO, document=held)
    assert seats.says(BO, "offer") == "Stödplatsen vill visa en handling: Bilaga 1 Öppna Nej"
    assert seats.says(4, "offer") == ""
    assert seats.put(BO, f"/document-offers/{offer}/answer", answer="refused") == 200
    assert seats.says(BO, "offer") == ""


def test_who_is_absent_says_that_she_is_here(seats: Seats) -> None:
    seats.change(Seat, (OPEN, 4), serving_id=None, mode=None)
    assert seats.says(4, "here").startswith("Är du här? Du är antecknad som frånvarande.")
    assert list(seats.buttons(4, "here")) == ["Jag är i salen", "Jag är på distans"]
    assert seats.put(4, "/attendance", mode="hall") == 200
    assert seats.says(4, "here") == ""


def test_at_the_roll_call_everybody_answers(seats: Seats) -> None:
    seats.change(Meeting, OPEN, roll_called_at=None)
    seats.change(Seat, (OPEN, 4), serving_id=None, mode=None, answered_at=None)
    assert seats.says(4, "here").startswith("Är du här? Svara när ditt namn ropas upp")


def test_where_nobody_may_be_at_a_distance_there_is_only_the_hall(seats: Seats) -> None:
    seats.change(Meeting, OPEN, remote=False)
    seats.change(Seat, (OPEN, 4), serving_id=None, mode=None)
    assert list(seats.buttons(4, "here")) == ["Jag är i salen"]


def test_an_identity_not_yet_confirmed_is_told_to_the_one_it_concerns(seats: Seats) -> None:
    seats.change(Seat, (OPEN, BO), identified_at=None)
    told = (
        "Din identitet är inte bekräftad än. Ordföranden eller sekreteraren gör det när de ser dig."
    )
    assert told in lines(seats.page(BO), seats.me(BO), "p")
    assert told not in lines(seats.page(6), seats.me(6), "p")


def test_the_header_says_in_what_capacity_one_is_here(seats: Seats) -> None:
    seats.seat_substitute(3, SIV)
    told = {
        ANNA: "Ordförande · plats 1",
        BO: "Ledamot · plats 3",
        SIV: "Ersättare för Bo Bok · plats 3",
        102: "Ersättare, inte inkallad",
        KLARA: "Kansliet",
        PIA: "Politisk sekreterare",
    }
    for person, title in told.items():
        assert seats.me(person)["who"]["sv"] == title
        assert title in lines(seats.page(person), {}, "span"), person


def test_the_header_knows_english_too(seats: Seats) -> None:
    seats.seat_substitute(3, SIV)
    assert seats.me(SIV)["who"]["en"] == "Substitute for Bo Bok · seat 3"
    page = seats.page(SIV, "/member?language=en")
    assert "Substitute for Bo Bok · seat 3" in lines(page, {}, "span")


def test_only_people_of_the_council_come_in(seats: Seats) -> None:
    for address in ("member", "gallery", "member/statements"):
        url = f"/meetings/{OPEN}/{address}"
        assert seats.clients.sign_in(DAN).get(url).status_code == 403
        assert seats.clients.sign_in(PIA).get(url).status_code == 200
        assert seats.clients.sign_in(BO).get(f"/meetings/99/{address}").status_code == 404
        assert seats.app.test_client().get(url).status_code == 401


def test_before_and_between_and_after_the_page_says_where_we_are(seats: Seats) -> None:
    seats.meeting = PLANNED
    assert seats.says(BO, "head") == (
        "14 december 2026 Kommunfullmäktige Sammanträdet är inte kallat än."
    )
    seats.put(KLARA, "/convening")
    assert seats.says(BO, "head") == (
        "14 december 2026 Kommunfullmäktige Sammanträdet börjar klockan 18.00. "
        "Du kan vara kvar här. Föredragningslista och handlingar"
    )
    seats.put(KLARA, "/opening")
    assert seats.says(BO, "head") == ("Kommunfullmäktige Upprop Svara när ditt namn ropas upp.")
    seats.answer_all()
    seats.put(KLARA, "/roll-call")
    assert seats.says(BO, "head") == "Nästa ärende Upprop Ordföranden går strax vidare."


def test_a_pause_says_how_long(seats: Seats) -> None:
    seats.act(ANNA, "POST", "/adjournments", until="19:30")
    assert seats.says(BO, "head") == (
        "Ärende 3 av 6 · Debatt Ny simhall i Östra parken "
        "Sammanträdet är ajournerat till klockan 19.30."
    )
    assert greyed(seats, BO)["Yrka"] == "Sammanträdet är ajournerat."


def test_every_reason_belongs_to_a_button_on_the_page(seats: Seats) -> None:
    """Whatever `why` names is asked for by some button, and the other way round."""
    seats.ask_council()
    html = "".join(seats.panels().values())
    named = {name for name in seats.me(SIV)["why"] if f'data-why="{{why.{name}}}"' in html}
    seats.propose("adopt", "Bifall")
    assert named == {"point_of_order", "propose", "recuse", "stay_out", "leave"}
    assert holds("why.demand", {"why": seats.me(SIV)["why"]})
