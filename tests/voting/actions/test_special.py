"""Two thirds of those present: an extra election, a popular initiative, a committee outside LPV."""

import pytest
from sqlalchemy import select

from agenda.models import Item
from core import clock, log
from meetings.models import Meeting
from tests.voting.chambers import ELECTION, ITEM, Chamber, answers
from tests.worlds import ANNA, BEA, BO, KLARA, OPEN
from voting.models import Decision, Vote
from voting.queries.special import Exemption, exemption

EARLIER, TABLED = 70, 700
FIRST_TIME = "Ett ärende om extra val bordläggs alltid första gången (5 kap. 50 §)."
TOO_EARLY = "Det är för tidigt att besluta om extra val. Bordlägg (5 kap. 10 §)."
BY_LAW = "Här bestämmer lagen vad ja och nej betyder och hur många som krävs."
NOT_HEARD = "Två tredjedelar kan inte höras. Rösterna räknas: öppna en votering."
INITIATIVE = {
    "kind": "main",
    "majority": "two_thirds_against",
    "question": "Ska folkomröstning hållas?",
    "yes_means": "Folkomröstning ska hållas",
    "no_means": "Folkomröstning ska inte hållas",
}


def extra_election(chamber: Chamber, first_meeting: str | None = "2026-06-13") -> None:
    """On item 3, six months and a day after the council's first meeting."""
    chamber.change(Item, ITEM, special="extra_election", first_meeting=first_meeting)


def tabled_before(chamber: Chamber, how: str = "by_law", **decision: object) -> None:
    """In a meeting in November, from which item 3 has been carried over."""
    row = chamber.row()
    earlier = Meeting(id=EARLIER, council_id=1, title="KF", seats=21, procedure=row.procedure)
    earlier.date, earlier.starts = "2026-11-16", "18:00"
    earlier.convened_at = earlier.opened_at = earlier.closed_at = clock.now()
    chamber.add(earlier)
    with chamber.database.writing() as session, session.begin():
        log.begin(session, EARLIER)
    item = Item(id=TABLED, meeting_id=EARLIER, position=1, number=1, title="Extra val")
    item.kind, item.special = "decision", "extra_election"
    chamber.add(item)
    made = Decision(meeting_id=EARLIER, item_id=TABLED, text="Ärendet bordläggs.", how=how)
    made.at = made.standing_at = clock.now()
    made.step_before = "debate"
    for name, value in decision.items():
        setattr(made, name, value)
    chamber.add(made)
    chamber.change(Item, ITEM, carried_from=TABLED)


def gavel(chamber: Chamber, how: str, **form: object) -> tuple[int, str]:
    sent = {"how": how, "text": "Så beslutas"} | form
    return chamber.said(ANNA, "POST", f"/items/{ITEM}/decisions", **sent)


def vote_on(chamber: Chamber, yes: int, no: int, abstain: int = 0) -> Vote:
    return chamber.row_of(chamber.decide(answers(yes, no, abstain)))


def told(row: Vote) -> tuple[str | None, str | None, int | None, int | None]:
    return row.outcome, row.carried_by, row.needed, row.present


@pytest.mark.parametrize("proposed", [[], ["adopt", "refer_back"]])
def test_the_first_time_an_extra_election_is_only_tabled(
    chamber: Chamber, proposed: list[str]
) -> None:
    extra_election(chamber)
    for kind in proposed:
        chamber.propose(kind, person=BO)
    assert chamber.said(ANNA, "POST", f"/items/{ITEM}/acclamations") == (409, FIRST_TIME)
    assert chamber.said(ANNA, "POST", "/votes", item=ITEM) == (409, FIRST_TIME)
    assert gavel(chamber, "unopposed") == (409, FIRST_TIME)
    assert gavel(chamber, "by_law")[0] == 200
    assert chamber.step() == "decision"
    assert (chamber.last()["how"], chamber.last()["text"]) == (
        "by_law",
        "Ärendet bordläggs. Ett ärende om extra val ska alltid bordläggas första gången det tas "
        "upp (5 kap. 50 § kommunallagen).",
    )
    assert gavel(chamber, "by_law") == (409, "Beslutet är redan klubbat.")


def test_only_the_chair_tables_it_and_nothing_else_is_tabled_so(chamber: Chamber) -> None:
    assert gavel(chamber, "by_law") == (409, "Ärendet behöver inte bordläggas. Ställ frågan.")
    extra_election(chamber)
    refused = chamber.said(BO, "POST", f"/items/{ITEM}/decisions", how="by_law", text="x")
    assert refused == (403, "Bara den som leder sammanträdet slår klubban.")


def test_two_thirds_of_those_present_carry_an_extra_election(chamber: Chamber) -> None:
    extra_election(chamber)
    tabled_before(chamber)
    chamber.propose("adopt", person=BO)
    assert chamber.said(ANNA, "POST", f"/items/{ITEM}/acclamations") == (409, NOT_HEARD)
    assert gavel(chamber, "unopposed") == (409, NOT_HEARD)
    row = vote_on(chamber, yes=14, no=0, abstain=7)
    assert told(row) == ("yes", "two_thirds", 14, 21)
    assert (row.question, row.yes_means, row.no_means) == (
        "Ska extra val till fullmäktige hållas?",
        "Extra val till fullmäktige ska hållas",
        "Extra val till fullmäktige ska inte hållas",
    )
    assert gavel(chamber, "division", vote=row.id, text=row.yes_means) == (200, "")


def test_thirteen_of_twenty_one_hold_no_extra_election_though_nobody_is_against(
    chamber: Chamber,
) -> None:
    extra_election(chamber)
    tabled_before(chamber)
    assert told(vote_on(chamber, yes=13, no=0, abstain=3)) == ("no", None, 14, 21)


def test_after_the_first_tabling_a_minority_can_still_put_it_off(chamber: Chamber) -> None:
    """U18: the law's own tabling has not used the right."""
    extra_election(chamber)
    tabled_before(chamber)
    chamber.propose("table", person=BO)
    row = vote_on(chamber, yes=14, no=7)
    assert (row.kind, *told(row)) == ("table", "no", "minority", 7, 21)
    assert chamber.step() == "decision"


def test_a_tabling_that_was_undone_or_in_the_same_meeting_is_none(chamber: Chamber) -> None:
    extra_election(chamber)
    tabled_before(chamber, undone_at=clock.now())
    assert chamber.said(ANNA, "POST", "/votes", item=ITEM) == (409, FIRST_TIME)
    assert gavel(chamber, "by_law")[0] == 200
    chamber.turn_to(4)
    chamber.turn_to(ITEM)
    assert chamber.said(ANNA, "POST", "/votes", item=ITEM) == (409, FIRST_TIME)


@pytest.mark.parametrize(
    ("held", "status"), [("2026-12-14", 409), ("2027-05-16", 409), ("2027-05-17", 200)]
)
def test_six_months_pass_after_the_first_meeting(chamber: Chamber, held: str, status: int) -> None:
    """KL 5:10, U22: here the first meeting that is known, unless the office says another day."""
    extra_election(chamber, first_meeting=None)
    tabled_before(chamber)
    chamber.change(Meeting, OPEN, date=held)
    assert chamber.said(ANNA, "POST", "/votes", item=ITEM)[0] == status


def test_too_early_it_is_tabled_again(chamber: Chamber) -> None:
    extra_election(chamber, first_meeting="2026-06-14")
    tabled_before(chamber)
    assert chamber.said(ANNA, "POST", "/votes", item=ITEM) == (409, TOO_EARLY)
    assert gavel(chamber, "by_law")[0] == 200
    assert chamber.last()["text"].startswith(
        "Ärendet bordläggs. Extra val får inte beslutas förrän"
    )


def test_the_referendum_is_held_although_a_majority_voted_against(chamber: Chamber) -> None:
    """KL 5:37: thirteen of twenty-one are not two thirds."""
    chamber.change(Item, ITEM, special="popular_initiative")
    chamber.propose("reject")
    row = vote_on(chamber, yes=5, no=13, abstain=2)
    assert told(row) == ("yes", None, 14, 21)
    assert (row.majority, row.yes_means, row.yes_proposal_id, row.no_proposal_id) == (
        "two_thirds_against",
        "Folkomröstning ska hållas",
        None,
        None,
    )


def test_two_thirds_against_stop_the_referendum(chamber: Chamber) -> None:
    chamber.change(Item, ITEM, special="popular_initiative")
    assert told(vote_on(chamber, yes=7, no=14)) == ("no", "two_thirds", 14, 21)


def test_who_has_gone_home_is_not_in_the_base_and_who_does_not_take_part_is(
    chamber: Chamber,
) -> None:
    """BASE-1: nineteen are present, two of them silent."""
    chamber.change(Item, ITEM, special="popular_initiative")
    chamber.empty([20, 21])
    out = {"kind": "not_taking_part"}
    assert chamber.post(BO, f"/items/{ITEM}/statements", **out)
    given = dict.fromkeys((BEA, *range(4, 16)), "no")
    assert told(chamber.row_of(chamber.decide(given))) == ("no", "two_thirds", 13, 19)


@pytest.mark.parametrize(
    "changed",
    [
        {"majority": "simple"},
        {"majority": "two_thirds"},
        {"yes_means": INITIATIVE["no_means"], "no_means": INITIATIVE["yes_means"]},
    ],
)
def test_the_chair_cannot_turn_the_question_round_or_choose_the_majority(
    chamber: Chamber, changed: dict[str, str]
) -> None:
    chamber.change(Item, ITEM, special="popular_initiative")
    asked = {"item": ITEM} | INITIATIVE | changed
    assert chamber.said(ANNA, "POST", "/votes", **asked) == (409, BY_LAW)
    assert chamber.post(ANNA, "/votes", item=ITEM, **INITIATIVE)


def test_nothing_is_carried_beside_the_question_of_the_law(chamber: Chamber) -> None:
    """An addition of the chair's own would need a simple majority only."""
    chamber.change(Item, ITEM, special="popular_initiative")
    beside = INITIATIVE | {"kind": "addition", "majority": "simple"}
    assert chamber.said(ANNA, "POST", "/votes", item=ITEM, **beside)[0] == 409
    with chamber.database.reading() as session:
        assert list(session.scalars(select(Vote))) == []


def test_two_thirds_elsewhere_only_if_the_chair_says_why(chamber: Chamber) -> None:
    asked = {"item": ITEM} | INITIATIVE
    status, words = chamber.said(ANNA, "POST", "/votes", **asked)
    assert (status, words.split(" (5 kap.")[0]) == (
        409,
        "Två tredjedelar gäller bara extra val, folkinitiativ och undantag från lagen om "
        "proportionella val",
    )
    assert chamber.post(ANNA, "/votes", confirmed=1, reason="Enligt protokollet", **asked)


def test_a_committee_is_exempted_by_two_thirds_beside_the_ordinary_decision(
    chamber: Chamber,
) -> None:
    chamber.change(Item, ITEM, special="nonpartisan_committee")
    chamber.propose("adopt", "Nämnden inrättas")
    url = f"/items/{ITEM}/proposals"
    exempt = chamber.post(BO, url, kind="exempt", text="Något helt annat")
    main = vote_on(chamber, yes=11, no=10)
    assert (main.majority, *told(main)) == ("simple", "yes", "majority", None, 21)
    assert gavel(chamber, "division", vote=main.id)[0] == 200
    assert chamber.said(ANNA, "POST", f"/items/{ITEM}/acclamations") == (409, NOT_HEARD)
    row = vote_on(chamber, yes=14, no=7)
    assert (row.kind, row.yes_proposal_id, *told(row)) == (
        "addition",
        exempt,
        "yes",
        "two_thirds",
        14,
        21,
    )
    assert (row.yes_means, row.no_means) == (
        "Nämnden undantas från lagen om proportionella val",
        "Lagen om proportionella val gäller när nämnden väljs",
    )


def exempted(chamber: Chamber) -> Exemption | None:
    with chamber.database.reading() as session:
        return exemption(session, session.get_one(Item, ELECTION))


@pytest.mark.parametrize("about", [{"title": "Val till arenanämnden"}, {"case_number": "KS 1"}])
def test_an_election_knows_that_two_thirds_have_exempted_the_committee(
    chamber: Chamber, about: dict[str, str]
) -> None:
    made = {"special": "nonpartisan_committee", "title": "En ny arenanämnd", "case_number": "KS 1"}
    chamber.change(Item, ITEM, **made)
    chamber.change(Item, ELECTION, **about)
    proposal = chamber.post(BO, f"/items/{ITEM}/proposals", kind="exempt")
    row = vote_on(chamber, yes=14, no=7)
    assert exempted(chamber) is None  # not until the gavel has fallen
    assert gavel(chamber, "division", vote=row.id, proposal=proposal)[0] == 200
    assert exempted(chamber) == Exemption("En ny arenanämnd", "2026-12-14")
    chamber.change(Item, ELECTION, title="Val till valnämnden", case_number="KS 2")
    assert exempted(chamber) is None


def test_fewer_than_two_thirds_exempt_nobody(chamber: Chamber) -> None:
    chamber.change(Item, ITEM, special="nonpartisan_committee", title="En ny arenanämnd")
    chamber.change(Item, ELECTION, title="Val till arenanämnden")
    chamber.post(BO, f"/items/{ITEM}/proposals", kind="exempt")
    row = vote_on(chamber, yes=13, no=8)
    assert gavel(chamber, "division", vote=row.id)[0] == 200
    assert exempted(chamber) is None


def test_what_does_not_belong_to_the_matter_is_not_proposed(chamber: Chamber) -> None:
    url = f"/items/{ITEM}/proposals"
    assert chamber.said(BO, "POST", url, kind="exempt") == (
        409,
        "Det kan bara yrkas när en nämnd inrättas (5 kap. 58 §, 6 kap. 2 § 2).",
    )
    chamber.change(Item, ITEM, special="popular_initiative")
    assert chamber.said(BO, "POST", url, kind="amend", text="Nästa år") == (
        409,
        "Här svarar fullmäktige bara ja eller nej. Annat kan vara ett tillägg.",
    )
    assert chamber.post(BO, url, kind="adopt")
    assert chamber.last()["text"] == "Folkomröstning ska hållas"


def test_which_majority_is_needed_lies_fast_when_the_questions_have_begun(
    chamber: Chamber,
) -> None:
    url = f"/agenda/{ITEM}"
    assert chamber.put(KLARA, url, special="popular_initiative") == 200
    chamber.decide(answers(yes=7, no=14))
    assert chamber.said(KLARA, "PUT", url, special="") == (
        409,
        "Frågorna har börjat ställas. Vilken majoritet som krävs ligger fast.",
    )


@pytest.mark.parametrize("day", ["2026-10-14", "2026-12-15"])
def test_the_first_meeting_was_in_this_term_and_is_over(chamber: Chamber, day: str) -> None:
    assert chamber.said(KLARA, "PUT", f"/agenda/{ITEM}", first_meeting=day) == (
        400,
        "Ange en dag i den här mandatperioden.",
    )
