"""What the wall says at each moment of a meeting."""

from agenda.models import Item
from core import log
from core.actor import Audience
from tests.voting.chambers import ITEM, QUESTION, answers
from tests.web.screens.square import Square
from tests.worlds import ANNA, BO, KLARA, OPEN, PLANNED


def seated_picture(square: Square) -> str:
    return str(square.view(Audience.HALL)["panels"]["picture"])


def test_before_the_opening_the_wall_tells_when_and_what(square: Square) -> None:
    assert square.clients.act(KLARA, "PUT", f"/meetings/{PLANNED}/convening").status_code == 200
    assert square.hall("where", PLANNED) == "14 december 2026 · Stadshuset Kommunfullmäktige"
    assert square.hall("words", PLANNED) == "Sammanträdet öppnas klockan 18.00"
    assert square.hall("picture", PLANNED) == (
        "Föredragningslista 1Upprop2Val av justerare3Ny simhall i Östra parken"
        "4Motion om fria bussar5Interpellation om skolmaten6Anmälningsärenden"
    )
    assert (
        square.hall("presence", PLANNED) == "21 platser i fullmäktige Lillköpings kommunfullmäktige"
    )


def test_a_plan_that_nobody_has_announced_is_not_on_the_wall(square: Square) -> None:
    assert square.get(f"/meetings/{PLANNED}/hall").status_code == 404
    told = {part: square.hall(part, PLANNED) for part in ("where", "words", "picture")}
    assert told == {
        "where": "Inget sammanträde är kungjort",
        "words": "Sammanträdet är inte kungjort. Kom tillbaka när kungörelsen är anslagen.",
        "picture": "",
    }


def test_the_roll_call_counts_those_who_are_here(square: Square) -> None:
    square.meeting = PLANNED
    for act in ("/convening", "/opening"):
        square.put(KLARA, "/chair", person=ANNA)
        assert square.put(KLARA, act) == 200
    for seat, answer in ((1, "hall"), (2, "absent"), (3, "remote")):
        assert square.put(KLARA, f"/seats/{seat}/answer", answer=answer) == 200
    assert square.hall("words", PLANNED) == (
        "Upprop 2 av 21 är här Svara ja när du hör ditt namn. "
        "3 har ropats upp. 11 behövs för att fatta beslut."
    )


def test_in_a_debate_the_wall_shows_who_speaks_and_the_next_four(square: Square) -> None:
    square.speak(BO)
    for person in (4, 5, 6, 7, 8):
        square.post(person, "/requests", item=ITEM, kind="speech")
    assert square.hall("where") == "Ärende 3 av 6 · Debatt Ny simhall i Östra parken"
    assert square.hall("words") == (
        "Talar nu · på distans Bo Bok V 5:00 På tur "
        "1Ledamot 4C2Ledamot 5L3Ledamot 6S4Ledamot 7M och 1 till"
    )
    assert square.hall("presence") == (
        "21 av 21 närvarande · 14 i salen · 7 på distans Lillköpings kommunfullmäktige"
    )


def test_a_reply_says_whom_it_answers(square: Square) -> None:
    square.be_quiet(square.speak(4))
    first = square.speak(BO)
    reply = square.post(4, "/requests", item=ITEM, kind="reply", reply_to=first)
    assert square.hall("words") == "Talar nu · på distans Bo Bok V 5:00 På tur RLedamot 4Creplik"
    square.put(ANNA, f"/requests/{reply}/floor")
    assert square.hall("words") == "Replik · svarar Bo Bok Ledamot 4 C 2:00"


def test_the_ring_stands_round_the_speakers_seat(square: Square) -> None:
    square.speak(BO)
    picture = seated_picture(square)
    assert picture.count('data-hand="s"') == 1
    assert 'data-seat="2" transform' in picture.split('data-hand="s"')[0].split("<g ")[-1]


def test_without_a_quorum_the_wall_says_so(square: Square) -> None:
    square.empty(range(11, 22))
    assert square.hall("presence") == (
        "10 av 21 närvarande · 7 i salen · 3 på distans · "
        "inte beslutsfört: 10 deltar, 11 behövs Lillköpings kommunfullmäktige"
    )


def test_in_an_acclamation_the_wall_shows_what_is_asked_and_found(square: Square) -> None:
    square.step_to("proposals")
    adopt, _ = (
        square.propose("adopt", "Bygg simhallen"),
        square.propose("reject", "Avslag", person=BO),
    )
    put = square.post(ANNA, f"/items/{ITEM}/acclamations")
    asked = "Acklamation Svara ja på ett av förslagen. Bygg simhallen kommunstyrelsen"
    assert square.hall() == f"{asked} Avslag Ledamot 3"
    square.put(ANNA, f"/acclamations/{put}/finding", proposal=adopt)
    assert square.hall() == f"{asked} · ordföranden finner ja till detta Avslag Ledamot 3"
    square.post(BO, f"/items/{ITEM}/division-demands")
    assert square.hall().startswith("Votering är begärd av Bo Bok (V) Bygg simhallen")


def test_during_a_vote_only_the_meanings_and_how_many_have_voted(square: Square) -> None:
    vote = square.ask_council()
    square.vote(vote, {2: "yes", BO: "no"})
    assert square.hall("words") == (
        "Votering pågår Ska simhallen byggas? Ja Simhallen byggs Nej Simhallen byggs inte"
    )
    assert square.hall("picture") == "2 av 21 har röstat 2 / 21"


def test_the_countdown_is_on_the_wall(square: Square) -> None:
    vote = square.ask_council()
    square.put(ANNA, f"/votes/{vote}/closing", confirmed=1)
    assert square.hall("picture") == "0 av 21 har röstat 0 / 21 Stänger om 5 s"


def test_a_result_shows_figures_outcome_seats_and_who_is_missing(square: Square) -> None:
    square.empty([5])
    here = [seat for seat in range(2, 22) if seat != 5]
    square.close_with({seat: "yes" if seat > 10 else "no" for seat in here})
    assert square.hall("where").startswith("Ärende 3 av 6 · Votering")
    assert square.hall() == (
        "Ja 11 Nej 8 Avstår 0 Ja vann med 11 mot 8. Simhallen byggs "
        "Flest röster avgör. De som avstår räknas inte. "
        "Deltar inte: Anna Ask (S), Ledamot 5 (L)"
    )
    picture = seated_picture(square)
    counted = [picture.count(f'data-vote="{letter}"') for letter in "jna."]
    assert counted == [11, 8, 0, 2]


def test_many_who_are_missing_are_a_number(square: Square) -> None:
    square.close_with(answers(yes=5))
    assert square.hall().endswith("16 ledamöter deltar inte. Namnen finns på webben.")


def test_a_tie_waits_for_the_casting_vote(square: Square) -> None:
    vote = square.close_with(answers(yes=10, no=10))
    assert square.hall() == (
        "Ja 10 Nej 10 Avstår 0 Lika röstetal, 10–10. Ordförandens utslagsröst avgör. "
        "Deltar inte: Anna Ask (S)"
    )
    square.put(ANNA, f"/votes/{vote}/casting-vote", choice="no")
    assert "Ordförandens utslagsröst avgjorde: nej." in square.hall()


def test_after_the_gavel_the_decision_stands_with_its_figures(square: Square) -> None:
    vote = square.close_with(answers(yes=11, no=10))
    square.post(
        ANNA, f"/items/{ITEM}/decisions", text="Simhallen byggs.", how="division", vote=vote
    )
    assert square.hall() == "Beslut Simhallen byggs. Ja 11 Nej 10 Avstår 0"


def test_between_items_the_decision_and_what_is_next(square: Square) -> None:
    for item in (1, 2):
        square.change(Item, item, removed_at="2026-12-14T17:00:00.000+00:00")
    vote = square.close_with(answers(yes=21))
    square.post(
        ANNA, f"/items/{ITEM}/decisions", text="Simhallen byggs.", how="division", vote=vote
    )
    square.leave_item()
    assert square.hall("where") == "14 december 2026 · Stadshuset Kommunfullmäktige"
    assert square.hall() == (
        "Beslut · ärende 3 · Ny simhall i Östra parken Simhallen byggs. "
        "Härnäst · ärende 4 Motion om fria bussar"
    )


def test_a_pause_shows_until_when_and_the_head_of_the_log(square: Square) -> None:
    square.post(ANNA, "/adjournments", until="19:30")
    told = square.hall()
    assert told.startswith("Paus Det fortsätter klockan 19.30. Mötesloggens sigill, post 1.")
    assert sealed(square) == told.split("protokollet. ")[1].replace(" ", "")


def test_a_closed_meeting_shows_when_and_the_head_of_the_log(square: Square) -> None:
    square.put(ANNA, f"/items/{ITEM}/step", step="proposals", before="debate")
    square.turn_to(6)
    square.put(ANNA, "/items/6/closing", confirmed=1)
    assert square.put(ANNA, "/closure", confirmed=1) == 200
    told = square.hall()
    assert told.startswith("Sammanträdet är avslutat. Det avslutades klockan 18.00.")
    assert sealed(square) == told.split("protokollet. ")[1].replace(" ", "")
    assert square.hall("presence").startswith("21 platser i fullmäktige")


def test_long_words_are_cut_at_a_word_and_the_wall_says_where_the_rest_is(square: Square) -> None:
    meaning = "Simhallen byggs " * 60
    square.open_vote(**QUESTION | {"yes_means": meaning})
    assert square.hall().endswith("Hela texten står på ledamöternas skärmar.")
    assert "Simhallen byggs …" in square.hall()


def sealed(square: Square) -> str:
    with square.database.reading() as session:
        return session.get_one(log.Head, OPEN).hash
