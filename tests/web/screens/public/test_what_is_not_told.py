"""What the world is not told: how an open vote goes, what closed doors hide, and plans."""

import json
from collections.abc import Callable

import pytest

from agenda.models import Document
from core import clock
from core.actor import Audience
from tests.voting.chambers import ITEM, answers
from tests.web.screens.square import Square
from tests.worlds import ANNA, BO, KLARA, OPEN, PLANNED

OPEN_TO_ALL = [Audience.HALL, Audience.PUBLIC]
PAGES = ["", "/live", "/hall", "/snapshot.json", "/votes/1", "/votes/1.json", "/votes/1.csv"]


def everything(square: Square, audience: Audience) -> str:
    return json.dumps(square.view(audience), ensure_ascii=False)


def handle(square: Square) -> None:
    """A whole item: a document, a debate, proposals and a vote with a demand behind it."""
    paper = Document(item_id=ITEM, position=1, title="Hemlig bilaga", sha256="0" * 64, size=1)
    paper.pages, paper.attached_at = 1, clock.now()
    square.add(paper)
    square.be_quiet(square.speak(BO))
    square.speak(4)
    square.post(5, "/requests", item=ITEM, kind="speech")
    square.propose("adopt", "Det hemliga förslaget", person=BO)


@pytest.mark.parametrize("audience", OPEN_TO_ALL)
def test_behind_closed_doors_only_the_title_is_told(square: Square, audience: Audience) -> None:
    square.close_doors()
    handle(square)
    told = everything(square, audience)
    leaked = [word for word in ("hemlig", "Bo Bok", "Ledamot", '"s"') if word in told.lower()]
    assert leaked == []
    assert set(square.view(audience)["seats"]["hand"]) == {"."}
    assert square._says(audience, "now" if audience is Audience.PUBLIC else "words", OPEN) in (
        "Just nuStängda dörrar Ärende 3. Ny simhall i Östra parken "
        "Överläggningen är stängd. Sändningen fortsätter när den är klar.",
        "Överläggningen är stängd. Sändningen fortsätter när den är klar.",
    )


@pytest.mark.parametrize("audience", OPEN_TO_ALL)
def test_who_votes_behind_closed_doors_is_not_told(square: Square, audience: Audience) -> None:
    square.close_doors()
    vote = square.ask_council()
    square.vote(vote, {2: "yes"})
    before = square.view(audience)
    assert before["seats"]["vote"] == ""
    square.vote(vote, answers(yes=11, no=10))
    square.close(vote)
    after = square.view(audience)
    assert after["seats"] == before["seats"]
    assert [
        name for name, html in after["panels"].items() if "simhallen byggs" in html.lower()
    ] == []


def test_of_a_closed_item_the_decision_alone_becomes_known(square: Square) -> None:
    square.close_doors()
    handle(square)
    square.end_speeches()
    vote = square.decide(answers(yes=11, no=10))
    text = "Avtalet godkänns."
    square.post(ANNA, f"/items/{ITEM}/decisions", text=text, how="division", vote=vote)
    assert square.hall() == f"Beslut {text}"
    square.leave_item()
    pages = {page: square.get(f"/meetings/{OPEN}{page}") for page in PAGES}
    assert {page: answer.status_code for page, answer in pages.items()} == dict.fromkeys(
        PAGES[:4], 200
    ) | dict.fromkeys(PAGES[4:], 404)
    for answer in pages.values():
        leaked = [word for word in ("emlig", "yrkande av", "11 ja") if word in answer.text]
        assert leaked == []
    assert text in pages[""].text
    assert text in pages["/live"].text


@pytest.mark.parametrize("audience", OPEN_TO_ALL)
def test_nothing_tells_how_an_open_vote_goes(square: Square, audience: Audience) -> None:
    """Two votes that differ in nothing but the answers look the same until they are closed."""
    vote = square.ask_council()
    square.vote(vote, {2: "yes", 3: "yes"})
    one = square.view(audience)
    square.vote(vote, {2: "no", 3: "no"})
    assert square.view(audience) | {"seq": 0} == one | {"seq": 0}


def test_a_plan_is_the_offices_own(square: Square) -> None:
    pages = [
        square.get(f"/meetings/{PLANNED}{page}").status_code for page in ("", "/live", "/hall")
    ]
    assert pages == [404, 404, 404]
    snapshot = square.get(f"/meetings/{PLANNED}/snapshot.json").text
    assert [title for title in ("Upprop", "Motion", "Stadshuset") if title in snapshot] == []


def test_a_meeting_that_does_not_exist_is_not_found(square: Square) -> None:
    pages = ("", "/live", "/hall", "/snapshot.json", "/votes/1", "/panels/hall")
    assert [square.get(f"/meetings/999{page}").status_code for page in pages[:5]] == [404] * 5


def test_nobody_who_looks_in_gets_a_cookie(square: Square) -> None:
    square.close_with(answers(yes=11, no=10))
    pages = [f"/meetings/{OPEN}{page}" for page in PAGES] + ["/councils/1/archive"]
    given = {page: square.get(page).headers.getlist("Set-Cookie") for page in pages}
    assert given == {page: [] for page in pages}


def test_a_lost_line_is_not_shown_to_the_world(square: Square) -> None:
    square.lose_line(BO)
    lines = {square.view(audience)["seats"]["line"] for audience in OPEN_TO_ALL}
    assert lines == {"." * 21}


@pytest.mark.parametrize(
    "act", [lambda square: square.speak(BO), lambda square: square.ask_council()]
)
def test_the_snapshot_is_answered_by_its_number(
    square: Square, act: Callable[[Square], object]
) -> None:
    address = f"/meetings/{OPEN}/snapshot.json"
    tag = square.get(address).headers["ETag"]
    assert square.get(address, headers={"If-None-Match": tag}).status_code == 304
    act(square)
    fresh = square.get(address, headers={"If-None-Match": tag})
    assert fresh.status_code == 200
    assert fresh.headers["ETag"] == f'"{fresh.json["seq"]}"'


def test_pages_for_all_may_be_kept_and_asked_about(square: Square) -> None:
    square.close_with(answers(yes=11, no=10))
    kept = {}
    for page in ("/live", "", "/votes/1"):
        answer = square.get(f"/meetings/{OPEN}{page}")
        again = square.get(
            f"/meetings/{OPEN}{page}", headers={"If-None-Match": answer.headers["ETag"]}
        )
        kept[page] = (answer.headers["Cache-Control"], again.status_code)
    assert kept == {
        "/live": ("public, max-age=1", 304),
        "": ("public, max-age=5", 304),
        "/votes/1": ("public, max-age=60", 304),
    }


def test_whoever_is_signed_in_gets_a_page_that_no_proxy_keeps(square: Square) -> None:
    answer = square.clients.sign_in(KLARA).get(f"/meetings/{OPEN}")
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "/minutes" in answer.text
    assert "/minutes" not in square.get(f"/meetings/{OPEN}").text
