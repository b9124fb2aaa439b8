"""What the public's page says under "Just nu", and in the list of items."""

from agenda.models import Document, Item
from core import clock
from core.actor import Audience
from tests.voting.chambers import ITEM, answers
from tests.web.screens.square import Square
from tests.worlds import ANNA, BO, KLARA, OPEN, PLANNED

SIMHALL = "Ärende 3. Ny simhall i Östra parken"


def test_a_speaker_is_shown_with_the_party_written_out(square: Square) -> None:
    square.speak(BO)
    square.post(4, "/requests", item=ITEM, kind="speech")
    assert square.public() == (
        f"Just nuDebatt {SIMHALL} Bo Bok V Parti V "
        "Anförande · på distans · från klockan 18.00 På tur: Ledamot 4 (C) Vad händer nu? "
        "Ledamöterna säger vad de tycker, en i taget. När ingen mer vill tala går de till beslut."
    )


def test_the_documents_of_the_item_are_at_hand(square: Square) -> None:
    paper = Document(item_id=ITEM, position=1, title="Kalkyl", sha256="0" * 64, size=1, pages=1)
    paper.attached_at = clock.now()
    number = square.add(paper)
    panel = square.view(Audience.PUBLIC)["panels"]["now"]
    assert f'<a href="/meetings/{OPEN}/documents/{number}">' in panel
    assert "1 handling Kalkyl" in square.public()


def test_the_meeting_is_explained_step_by_step(square: Square) -> None:
    told = {}
    for step in ("proposals", "acclamation"):
        square.step_to(step)
        told[step] = square.public().split("Vad händer nu? ")[1]
    assert told == {
        "proposals": "Ordföranden går igenom vilka förslag som finns. "
        "Sedan avgör ledamöterna vilket förslag som vinner.",
        "acclamation": "Debatten är slut. Nu ska ledamöterna besluta.",
    }


def test_what_is_only_practical_promises_no_debate(square: Square) -> None:
    square.clients.act(ANNA, "PUT", f"/meetings/{OPEN}/items/3/closing", confirmed=1)
    square.clients.act(ANNA, "PUT", f"/meetings/{OPEN}/items/1/opening")
    told = square.public().split("Vad händer nu? ")[1]
    assert told == "Mötet går igenom det praktiska. Sedan kommer nästa ärende."


def test_an_open_vote_is_explained_and_counted_but_not_told(square: Square) -> None:
    vote = square.ask_council()
    square.vote(vote, {2: "yes", BO: "no"})
    assert square.public() == (
        f"Just nuVotering {SIMHALL} Ska simhallen byggas? Ja Simhallen byggs Nej "
        "Simhallen byggs inte 2 av 21 har röstat. 2 / 21 Vad händer nu? "
        "Ledamöterna röstar ja, nej eller avstår. Resultatet visas så snart voteringen är stängd."
    )


def test_the_result_is_there_the_moment_the_vote_is_closed(square: Square) -> None:
    square.close_with(answers(yes=12, no=9))
    assert square.public() == (
        f"Just nuVotering {SIMHALL} Ja 12 Nej 9 Avstår 0 Ja vann med 12 mot 9. Simhallen byggs "
        "Flest röster avgör. De som avstår räknas inte. Så röstade ledamöterna Vad händer nu? "
        "Voteringen är stängd och rösterna är räknade. Ordföranden bekräftar beslutet med klubban."
    )


def test_a_decision_stands_in_the_list_with_its_figures(square: Square) -> None:
    vote = square.close_with(answers(yes=12, no=9))
    square.post(ANNA, f"/items/{ITEM}/decisions", text="Den byggs.", how="division", vote=vote)
    assert square.public().startswith(f"Just nuBeslut {SIMHALL} Den byggs. Ja 12 Nej 9 Avstår 0")
    assert "Ny simhall i Östra parken Den byggs. 12 ja, 9 nej Nu" in square.public("items")
    square.leave_item()
    assert square.public().startswith(
        "Just nu Senaste beslutet Ny simhall i Östra parken Den byggs. Härnäst Ärende 1. Upprop"
    )
    assert "Ny simhall i Östra parken Den byggs. 12 ja, 9 nej 18.00" in square.public("items")


def test_every_item_can_be_jumped_to_and_coming_ones_announced(square: Square) -> None:
    panel = square.view(Audience.PUBLIC)["panels"]["items"]
    assert [panel.count(f'href="/meetings/1#item-{item}"') for item in range(1, 7)] == [1] * 6
    offered = [panel.count(f'data-notify="{item}"') for item in range(1, 7)]
    assert offered == [1, 1, 0, 1, 1, 1]


def test_before_the_meeting_the_times_are_those_that_are_planned(square: Square) -> None:
    square.clients.act(KLARA, "PUT", f"/meetings/{PLANNED}/convening")
    for item in range(7, 13):
        square.change(Item, item, minutes_planned=10)
    assert square.public("items", PLANNED).endswith(" 6 Anmälningsärenden ca 18.50")
    assert square.public("now", PLANNED) == (
        "Just nu 14 december 2026 klockan 18.00 Stadshuset "
        "Här kan du följa sammanträdet när det har öppnats."
    )


def test_a_pause_has_a_card_with_the_time(square: Square) -> None:
    square.post(ANNA, "/adjournments", until="19:30")
    assert square.public("state") == "Paus"
    told = f"Just nuDebatt {SIMHALL} Sammanträdet har paus. Det fortsätter klockan 19.30."
    assert square.public() == told


def test_a_closed_meeting_points_to_what_remains(square: Square) -> None:
    square.turn_to(6)
    square.put(ANNA, "/items/6/closing", confirmed=1)
    square.put(ANNA, "/closure", confirmed=1)
    assert square.public("state") == "Avslutat"
    assert square.public() == (
        "Just nu Sammanträdet är avslutat. "
        "Beslut, röster och anföranden finns kvar på sammanträdets sida."
    )


def test_the_two_sentences_are_short(square: Square) -> None:
    """SCREENS 6: at most fifteen words each."""
    lengths = []
    for moment in (square.ask_council, lambda: square.turn_to(5), lambda: square.turn_to(6)):
        moment()
        said = square.public().split("Vad händer nu? ")[1]
        lengths += [len(sentence.split()) for sentence in said.rstrip(".").split(". ")]
    assert max(lengths) <= 15
    assert len(lengths) == 6
