"""Which question comes next, and what the chair may not change about it."""

from agenda.models import Item, ItemKind
from tests.voting.chambers import ELECTION, ITEM, QUESTION, Chamber, answers
from tests.worlds import ANNA, BEA, BO
from voting.models import VoteKind
from voting.queries.questions import Question, next_question
from voting.rules.majority import Required

DELAY = {
    "kind": "refer_back",
    "question": "Avgöra i dag?",
    "yes_means": "Avgöra",
    "no_means": "Återremiss",
}


def next_in(chamber: Chamber, item: int = ITEM) -> Question | None:
    with chamber.database.reading() as session:
        return next_question(session, chamber.meeting, item)


def asked(chamber: Chamber, item: int = ITEM) -> tuple[str, str, int | None, int | None] | None:
    question = next_in(chamber, item)
    if question is None:
        return None
    sides = (question.yes_proposal_id, question.no_proposal_id)
    return question.kind.value, question.majority.value, *sides


def order(chamber: Chamber, *proposals: int) -> None:
    written = ",".join(map(str, proposals))
    assert chamber.put(ANNA, f"/items/{ITEM}/question-order", order=written) == 200


def test_a_referral_back_is_put_first_as_whether_to_decide_today(chamber: Chamber) -> None:
    chamber.propose("adopt", "Simhallen byggs.")
    back = chamber.propose("refer_back", "för att utreda kostnaden", person=BO)
    assert next_in(chamber) == Question(
        kind=VoteKind.REFER_BACK,
        majority=Required.ONE_THIRD,
        text="Ska ärendet avgöras i dag?",
        yes_means="Ärendet avgörs i dag",
        no_means="Ärendet återremitteras: För att utreda kostnaden – yrkande av Ledamot 3",
        yes_proposal_id=None,
        no_proposal_id=back,
    )


def test_two_proposals_are_one_question_and_no_says_what_then_is_decided(
    chamber: Chamber,
) -> None:
    reject = chamber.propose("reject", "avslag på förslaget", person=BO)
    adopt = chamber.propose("adopt", "bifall till förslaget")
    assert next_in(chamber) == Question(
        kind=VoteKind.MAIN,
        majority=Required.SIMPLE,
        text="Ja för förslaget från kommunstyrelsen. Nej för yrkandet från Ledamot 3. "
        "Vinner nej har fullmäktige beslutat enligt yrkandet från Ledamot 3.",
        yes_means="Bifall till förslaget – förslag av kommunstyrelsen",
        no_means="Avslag på förslaget – yrkande av Ledamot 3",
        yes_proposal_id=adopt,
        no_proposal_id=reject,
    )


def test_a_third_of_those_present_put_the_item_off_and_nothing_more_is_put(
    chamber: Chamber,
) -> None:
    chamber.propose("adopt")
    chamber.propose("refer_back", person=BO)
    vote = chamber.decide(answers(yes=13, no=7, abstain=1))
    row = chamber.row_of(vote)
    assert (row.outcome, row.carried_by, row.needed, row.present) == ("no", "minority", 7, 21)
    assert asked(chamber) is None
    assert chamber.step() == "decision"


def test_with_one_fewer_the_item_goes_on_to_the_next_question(chamber: Chamber) -> None:
    adopt = chamber.propose("adopt")
    back = chamber.propose("refer_back", person=BO)
    table = chamber.propose("table", person=BEA)
    assert asked(chamber) == ("refer_back", "one_third", None, back)
    chamber.decide(answers(yes=14, no=6, abstain=1))
    assert chamber.step() == "acclamation"
    assert asked(chamber) == ("table", "one_third", None, table)
    chamber.decide(answers(yes=14, no=6, abstain=1))
    assert asked(chamber) == ("main", "simple", adopt, None)


def test_a_minority_uses_its_right_only_once_in_a_case(chamber: Chamber) -> None:
    for item in (ITEM, 4):
        chamber.change(Item, item, case_number="KS 2026/17")
    chamber.propose("refer_back", person=BO)
    chamber.decide(answers(yes=14, no=7))
    chamber.turn_to(4)
    again = chamber.propose("table", person=BO, item=4)
    assert asked(chamber, 4) == ("table", "simple", None, again)
    form = DELAY | {"kind": "table", "item": 4, "no_proposal": again}
    assert chamber.said(ANNA, "POST", "/votes", majority="one_third", **form) == (
        409,
        "En minoritet har redan skjutit upp ärendet. Nu krävs enkel majoritet (5 kap. 50 §).",
    )
    vote = chamber.decide(answers(yes=13, no=7, abstain=1), item=4)
    assert (chamber.row_of(vote).outcome, chamber.row_of(vote).carried_by) == ("yes", "majority")


def test_the_right_is_used_also_where_the_case_was_carried_over_without_a_number(
    chamber: Chamber,
) -> None:
    chamber.propose("refer_back", person=BO)
    chamber.decide(answers(yes=14, no=7))
    chamber.change(Item, 4, carried_from=ITEM)
    chamber.change(Item, 5, kind="decision", carried_from=4)
    chamber.turn_to(5)
    again = chamber.propose("table", person=BO, item=5)
    assert asked(chamber, 5) == ("table", "simple", None, again)


def test_each_of_several_sets_of_reasons_is_tested_on_its_own(chamber: Chamber) -> None:
    form = DELAY | {"item": ITEM, "majority": "one_third"}
    for reasons in ("Motiv 1", "Motiv 2"):
        vote = chamber.decide(answers(yes=14, no=7), **form | {"no_means": reasons})
        assert chamber.row_of(vote).carried_by == "minority"
        chamber.post(ANNA, f"/items/{ITEM}/decisions", text=reasons, how="division", vote=vote)


def test_a_majority_does_not_use_up_the_minoritys_right(chamber: Chamber) -> None:
    for item in (ITEM, 4):
        chamber.change(Item, item, case_number="KS 2026/17")
    chamber.propose("refer_back", person=BO)
    vote = chamber.decide(answers(yes=8, no=13))
    assert chamber.row_of(vote).carried_by == "majority"
    chamber.turn_to(4)
    again = chamber.propose("refer_back", person=BO, item=4)
    assert asked(chamber, 4) == ("refer_back", "one_third", None, again)


def test_the_chair_who_knows_of_an_earlier_minority_says_so_with_a_reason(
    chamber: Chamber,
) -> None:
    back = chamber.propose("refer_back", person=BO)
    form = DELAY | {"item": ITEM, "majority": "simple", "no_proposal": back}
    assert chamber.kind(ANNA, "POST", "/votes", **form) == "NeedsConfirmation"
    why = "Återremitterat av en minoritet 2026-09-14."
    chamber.post(ANNA, "/votes", confirmed=1, reason=why, **form)
    assert (chamber.last()["majority"], chamber.last()["reason"]) == ("simple", why)


def test_the_chair_chooses_the_words_but_not_the_law(chamber: Chamber) -> None:
    def refused(**form: object) -> str:
        answer = chamber.act(ANNA, "POST", "/votes", item=ITEM, **(QUESTION | form))
        assert answer.status_code == 409
        return str(answer.json["error"])

    assert refused(majority="one_third") == (
        "En tredjedel gäller bara återremiss och bordläggning (5 kap. 50 §)."
    )
    assert refused(kind="table", majority="two_thirds") == (
        "Återremiss och bordläggning kräver en tredjedel eller enkel majoritet."
    )
    chamber.propose("adopt")
    chamber.propose("refer_back", person=BO)
    assert refused() == "En annan fråga ska ställas nu: Ska ärendet avgöras i dag?"
    assert refused(kind="main", yes_proposal=1) == (
        "En annan fråga ska ställas nu: Ska ärendet avgöras i dag?"
    )
    assert chamber.kinds() == []


def test_in_an_election_nobody_votes_openly_on_persons(chamber: Chamber) -> None:
    chamber.turn_to(ELECTION)
    said = chamber.said(ANNA, "POST", "/votes", **(QUESTION | {"item": ELECTION}))
    assert said == (
        409,
        "I val och anställningar hålls omröstningen med slutna sedlar (5 kap. 54 §).",
    )
    chamber.propose("table", person=BO, item=ELECTION)
    form = DELAY | {"kind": "table", "item": ELECTION, "no_proposal": 1}
    assert chamber.said(ANNA, "POST", "/votes", majority="one_third", **form) == (
        409,
        "I val krävs enkel majoritet (5 kap. 50 §).",
    )


def test_who_is_employed_is_not_voted_on_openly_but_a_third_may_put_it_off(
    chamber: Chamber,
) -> None:
    """KL 5:50 takes the right from elections alone."""
    with chamber.database.writing() as session, session.begin():
        session.get_one(Item, ITEM).kind = ItemKind.EMPLOYMENT
    assert chamber.said(ANNA, "POST", "/votes", **(QUESTION | {"item": ITEM})) == (
        409,
        "I val och anställningar hålls omröstningen med slutna sedlar (5 kap. 54 §).",
    )
    back = chamber.propose("refer_back", person=BO)
    assert asked(chamber) == ("refer_back", "one_third", None, back)
    vote = chamber.decide(answers(yes=14, no=7))
    assert chamber.row_of(vote).carried_by == "minority"


def test_three_proposals_meet_in_pairs_the_weakest_first(chamber: Chamber) -> None:
    a, b, c = (chamber.propose("adopt"), *(chamber.propose("amend", person=p) for p in (BO, BEA)))
    order(chamber, a, b, c)
    assert asked(chamber) == ("counter", "simple", b, c)
    assert (chamber.kind(ANNA, "POST", "/votes", **counter(chamber, c, b))) == "MovedOn"
    chamber.decide(answers(yes=5, no=10, abstain=6))  # C opposes A
    assert chamber.step() == "acclamation"
    assert asked(chamber) == ("main", "simple", a, c)
    chamber.decide(answers(yes=12, no=9))
    assert asked(chamber) is None
    assert chamber.step() == "decision"


def counter(chamber: Chamber, yes: int, no: int) -> dict[str, object]:
    return QUESTION | {"item": ITEM, "kind": "counter", "yes_proposal": yes, "no_proposal": no}


def test_an_even_preparatory_division_waits_for_the_casting_vote(chamber: Chamber) -> None:
    a, b, c = (chamber.propose("adopt"), *(chamber.propose("amend", person=p) for p in (BO, BEA)))
    order(chamber, a, b, c)
    vote = chamber.decide(answers(yes=8, no=8, abstain=4))
    assert chamber.kind(ANNA, "POST", "/votes", item=ITEM) == "RuleBroken"
    assert chamber.put(ANNA, f"/votes/{vote}/casting-vote", choice="no") == 200
    assert asked(chamber) == ("main", "simple", a, c)


def test_additions_come_last_each_by_itself(chamber: Chamber) -> None:
    more, adopt = chamber.propose("add", person=BO), chamber.propose("adopt")
    also = chamber.propose("add", person=BEA)
    assert asked(chamber) == ("main", "simple", adopt, None)
    chamber.decide(answers(yes=20))
    assert asked(chamber) == ("addition", "simple", more, None)
    chamber.decide(answers(no=20))
    assert asked(chamber) == ("addition", "simple", also, None)
    chamber.decide(answers(yes=20))
    assert asked(chamber) is None


def test_with_three_proposals_the_order_is_approved_before_anything_is_put(
    chamber: Chamber,
) -> None:
    first, *others = (chamber.propose("adopt"), chamber.propose("reject"), chamber.propose("amend"))
    said = (409, "Propositionsordningen ska godkännas först.")
    assert chamber.said(ANNA, "POST", "/votes", item=ITEM) == said
    assert chamber.said(ANNA, "POST", f"/items/{ITEM}/acclamations") == said
    order(chamber, first, *others)
    assert chamber.open_vote() == 1


def test_an_approved_order_is_logged_word_for_word_and_lies_fast(chamber: Chamber) -> None:
    adopt = chamber.propose("adopt", "bifall")
    back = chamber.propose("refer_back", "återremiss", person=BO)
    more = chamber.propose("add", "tillägg", person=BEA)
    url = f"/items/{ITEM}/question-order"
    assert chamber.put(BO, url, order=f"{back},{adopt},{more}") == 403
    for wrong in ("", f"{back}", f"{back},{back},{adopt}", f"{back},{adopt},99"):
        assert chamber.put(ANNA, url, order=wrong) == 400
    for wrong in (f"{adopt},{back},{more}", f"{back},{more},{adopt}"):
        assert chamber.said(ANNA, "PUT", url, order=wrong) == (
            400,
            "Återremiss och bordläggning prövas först och tilläggen sist.",
        )
    order(chamber, back, adopt, more)
    assert chamber.step() == "order"
    assert [put["text"] for put in chamber.last()["order"]] == ["återremiss", "bifall", "tillägg"]
    order(chamber, back, adopt, more)
    assert chamber.kinds() == ["order.approved"]
    chamber.decide(answers(yes=20))
    assert chamber.said(ANNA, "PUT", url, order=f"{back},{adopt},{more}")[0] == 200
    fourth = chamber.propose("reject", person=BO)
    assert chamber.said(ANNA, "PUT", url, order=f"{back},{fourth},{adopt},{more}") == (
        409,
        "Frågorna har börjat ställas. Ordningen ligger fast.",
    )


def test_there_is_nothing_to_order_without_proposals(chamber: Chamber) -> None:
    assert chamber.said(ANNA, "PUT", f"/items/{ITEM}/question-order", order="1") == (
        409,
        "Det finns inga yrkanden att ordna.",
    )
