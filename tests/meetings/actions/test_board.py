from typing import Any

from sqlalchemy import select

from agenda.queries.meetings import meeting_now
from agenda.queries.notices import announced
from meetings.models import Meeting, Notice
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BO, KLARA, PLANNED

OLD = "tavlan i Stadshusets entré"  # where the world has posted both meetings
BEFORE = "2026-12-01T09:00:00+00:00"  # thirteen days before the meeting


def notices(hall: Hall) -> list[Notice]:
    with hall.database.reading() as session:
        own = select(Notice).where(Notice.elsewhere.is_distinct_from(OLD)).order_by(Notice.id)
        return list(session.scalars(own))


def post(hall: Hall, by: int = KLARA, **form: Any) -> int:
    return hall.post(by, "/notices", **form)


def test_the_office_announces_time_place_and_items(planned: Hall, wall: Wall) -> None:
    wall.set(BEFORE)
    post(planned)
    (one,) = notices(planned)
    assert (one.kind, one.posted_on, one.date, one.elsewhere) == (
        "meeting",
        "2026-12-01",
        "2026-12-14",
        None,
    )
    assert one.title == "Kungörelse: Kommunfullmäktige 14 december 2026"
    assert one.text == (
        "Lillköpings kommunfullmäktige sammanträder måndag 14 december 2026 "
        "klockan\N{NO-BREAK SPACE}18.00 i Stadshuset.\n\nSammanträdet är offentligt."
    )
    assert [(row["item_id"], row["number"]) for row in one.items] == [
        (number, number - 6) for number in range(7, 13)
    ]
    assert planned.kinds() == ["notice.posted"]


def test_only_the_office_has_the_key_to_the_board(planned: Hall, wall: Wall) -> None:
    for somebody in (ANNA, BO):
        assert planned.act(somebody, "POST", "/notices").status_code == 403
    assert notices(planned) == []


def test_what_was_posted_stays_as_it_was_said(planned: Hall, wall: Wall) -> None:
    wall.set(BEFORE)
    post(planned)
    planned.put(KLARA, "", title="Annat", date="2026-12-21", starts="10:00", place="Aulan")
    (one,) = notices(planned)
    assert "Stadshuset" in one.text
    assert one.date == "2026-12-14"


def test_a_notice_on_another_board_counts_from_its_own_day(planned: Hall, wall: Wall) -> None:
    wall.set("2026-12-10T09:00:00+00:00")
    post(planned, posted_on="2026-12-04", elsewhere="Stadshusets entré")
    (one,) = notices(planned)
    assert (one.posted_on, one.elsewhere) == ("2026-12-04", "Stadshusets entré")


def test_no_day_is_claimed_without_a_board_or_ahead_of_time(planned: Hall, wall: Wall) -> None:
    wall.set("2026-12-10T09:00:00+00:00")
    early = planned.act(KLARA, "POST", "/notices", posted_on="2026-12-04")
    ahead = planned.act(KLARA, "POST", "/notices", posted_on="2026-12-11", elsewhere="Entrén")
    assert [answer.json["field"] for answer in (early, ahead)] == ["elsewhere", "posted_on"]


def test_a_meeting_that_is_open_is_not_announced(hall: Hall, wall: Wall) -> None:
    assert hall.said(KLARA, "POST", "/notices") == (
        409,
        "Sammanträdet är redan öppnat och kan inte kungöras.",
    )


def test_before_the_meeting_it_is_taken_down_knowingly(planned: Hall, wall: Wall) -> None:
    wall.set(BEFORE)
    made = post(planned)
    assert planned.kind(KLARA, "DELETE", f"/notices/{made}") == "NeedsConfirmation"
    assert planned.delete(KLARA, f"/notices/{made}", confirmed="1") == 200
    assert planned.kind(KLARA, "DELETE", f"/notices/{made}", confirmed="1") == "MovedOn"
    assert planned.kinds() == ["notice.posted", "notice.removed"]


def test_after_the_meeting_it_is_simply_taken_down(planned: Hall, wall: Wall) -> None:
    wall.set(BEFORE)
    made = post(planned)
    wall.set("2026-12-15T09:00:00+00:00")
    assert planned.delete(KLARA, f"/notices/{made}") == 200


def test_posted_again_the_words_are_the_same_and_the_day_is_new(planned: Hall, wall: Wall) -> None:
    wall.set(BEFORE)
    made = post(planned)
    wall.later(days=2)
    again = planned.post(KLARA, f"/notices/{made}/renewal")
    first, second = notices(planned)
    assert first.removed_at == second.posted_at
    assert (second.id, second.again_of, second.posted_on) == (again, made, "2026-12-03")
    assert (second.text, second.items) == (first.text, first.items)


def test_a_notice_of_another_meeting_is_left_alone(planned: Hall, hall: Hall, wall: Wall) -> None:
    wall.set(BEFORE)
    made = post(planned)
    assert hall.delete(KLARA, f"/notices/{made}", confirmed="1") == 409
    assert notices(planned)[0].meeting_id == PLANNED


def test_late_only_what_is_urgent_can_be_announced(planned: Hall, wall: Wall) -> None:
    wall.set("2026-12-08T09:00:00+00:00")
    planned.delete(KLARA, "/notices/2", confirmed="1")
    assert planned.said(KLARA, "POST", "/notices") == (
        409,
        "Sista dagen för kungörelsen var 7 december 2026. Ange vilka ärenden som är brådskande: "
        "bara de kan avgöras.",
    )
    made = post(planned, urgent=["9"])
    (one,) = notices(planned)
    assert made == one.id
    assert [row["item_id"] for row in one.items if row.get("urgent")] == [9]
    with planned.database.reading() as session:
        told = announced(session, meeting_now(session, PLANNED))
    assert (told.status, told.in_time) == ("URGENT_ONLY", {9})


def test_on_the_day_itself_it_is_too_late_for_everything(planned: Hall, wall: Wall) -> None:
    assert planned.said(KLARA, "POST", "/notices", urgent=["9"]) == (
        409,
        "Kungörelsen hinner inte anslås i tid. Sista dagen var 7 december 2026, för brådskande "
        "ärenden 11 december 2026.",
    )


def test_an_item_that_came_late_is_announced_again_with_the_others(
    planned: Hall, wall: Wall
) -> None:
    wall.set(BEFORE)
    planned.put(KLARA, "/convening")
    added = planned.post(KLARA, "/agenda", title="Brådskande", kind="decision")
    wall.set("2026-12-10T09:00:00+00:00")
    post(planned, urgent=[str(added)])
    with planned.database.reading() as session:
        told = announced(session, meeting_now(session, PLANNED))
    assert (told.status, told.in_time) == ("ORDINARY", {*range(7, 13), added})


def test_one_press_announces_and_summons(planned: Hall, wall: Wall) -> None:
    wall.set(BEFORE)
    planned.delete(KLARA, "/notices/2", confirmed="1")
    assert planned.put(KLARA, "/convening", announce="1") == 200
    assert planned.kinds()[-2:] == ["meeting.convened", "notice.posted"]


def test_an_extra_meeting_says_why_it_is_held(planned: Hall, wall: Wall) -> None:
    wall.set(BEFORE)
    plan = {"title": "Extra", "date": "2026-12-14", "starts": "18:00", "place": "Stadshuset"}
    few = planned.said(KLARA, "PUT", "", **plan, ground="MEMBERS", asked="6")
    assert few == (409, "Minst 7 av 21 ledamöter ska begära det (5 kap. 12 §).")
    assert planned.put(KLARA, "", **plan, ground="MEMBERS", asked="7") == 200
    post(planned)
    (one,) = notices(planned)
    assert one.text.split("\n\n")[1] == (
        "Sammanträdet hålls på begäran av 7 av fullmäktiges 21 ledamöter "
        "(5 kap. 12 § kommunallagen)."
    )


def test_a_rehearsal_in_a_real_council_is_not_announced(planned: Hall, wall: Wall) -> None:
    planned.change(Meeting, PLANNED, rehearsal=True)
    assert planned.said(KLARA, "POST", "/notices") == (409, "En övning kungörs inte.")
