"""What stands on the notice board, in words.

Kommunallagen 5 kap. 13–14 §§ (NOTICE-1, NOTICE-2): time, place and items.  8 kap. 12 § (BOARD-2):
that the minutes are approved and where they are.  The notice itself is always in Swedish.
"""

from collections.abc import Sequence
from datetime import date, time

from core import swedish
from meetings.models import Meeting
from meetings.rules.convening import MeetingGround

BREAK = "\n\n"


def meeting_title(meeting: str, day: date) -> str:
    return f"Kungörelse: {meeting} {swedish.long_date(day)}"


def text_of(council: str, meeting: Meeting, day: date) -> str:
    """The words of a notice of the meeting as it now stands."""
    starts = time.fromisoformat(meeting.starts)
    return meeting_text(council, day, starts, meeting.place, ground_text(meeting))


def ground_text(meeting: Meeting) -> str:
    """Why an extra meeting is held.  KL 5:12, MEET-1."""
    match meeting.ground:
        case MeetingGround.BOARD:
            return "Sammanträdet hålls på begäran av styrelsen (5 kap. 12 § kommunallagen)."
        case MeetingGround.MEMBERS:
            return (
                f"Sammanträdet hålls på begäran av {meeting.asked} av fullmäktiges {meeting.seats} "
                "ledamöter (5 kap. 12 § kommunallagen)."
            )
        case MeetingGround.CHAIR:
            return (
                "Ordföranden har funnit att ett extra sammanträde behövs "
                "(5 kap. 12 § kommunallagen)."
            )
    return ""


def meeting_text(council: str, day: date, starts: time, place: str | None, ground: str = "") -> str:
    """Who meets, when and where.  `ground`: why an extra meeting is held.  KL 5:12–13."""
    where = f" i {place}" if place else ""
    when = f"{swedish.weekday_date(day)} {swedish.at_clock(starts)}"
    told = [f"{council} sammanträder {when}{where}.", ground, "Sammanträdet är offentligt."]
    return BREAK.join(part for part in told if part)


def approval_title(meeting: str, day: date) -> str:
    return f"Justerat protokoll: {meeting} {swedish.long_date(day)}"


def approval_text(
    council: str, day: date, paragraphs: Sequence[int], approved: date, minutes_at: str
) -> str:
    """What is approved and when, and where it can be read.  KL 8:12."""
    which = paragraph_range(paragraphs)
    approved_on = swedish.long_date(approved)
    return BREAK.join(
        [
            f"Protokollet från {council}s sammanträde den {swedish.long_date(day)}, {which}, "
            f"har justerats den {approved_on}.",
            f"Protokollet finns här: {minutes_at}",
        ]
    )


def paragraph_range(paragraphs: Sequence[int]) -> str:
    """§ 5, or §§ 1–4, 7.  KL 5:67."""
    if not paragraphs:
        return "samtliga paragrafer"
    runs = list[list[int]]()
    for number in sorted(set(paragraphs)):
        if runs and runs[-1][1] + 1 == number:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = ", ".join(f"{first}–{last}" if first != last else str(first) for first, last in runs)
    return f"{'§' if len(set(paragraphs)) == 1 else '§§'}{swedish.NO_BREAK}{told}"
