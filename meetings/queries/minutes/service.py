"""Who served, in which seat, from when to when, and under which paragraphs."""

from meetings.queries.minutes.parts import Line, Minutes, Service


def count(minutes: Minutes, paragraph: int) -> None:
    """Everybody who serves now serves under this paragraph."""
    for service in _now(minutes):
        service.paragraphs.append(paragraph)


def change(minutes: Minutes, line: Line, paragraph: int | None) -> None:
    """Somebody arrived, left, was absent, or moved between the hall and a distance."""
    fact = line.fact
    if line.kind == "member.absent":
        minutes.absent.append(fact)
    elif line.kind == "member.left":
        _end(minutes, fact["person_id"], line.at)
    elif line.kind == "member.moved":
        before = _end(minutes, fact["person_id"], line.at)
        if before:
            _begin(minutes, line, before.party, before.for_name, paragraph)
    else:
        minutes.absent = [who for who in minutes.absent if who["person_id"] != fact["person_id"]]
        _begin(minutes, line, fact["party"], fact["for_name"], paragraph)


def stand_aside(minutes: Minutes, line: Line, paragraph: int | None) -> None:
    """Does not serve under the paragraph from which she stands aside."""
    before = _end(minutes, line.fact["person_id"], line.at)
    if before and before.paragraphs[-1:] == [paragraph]:
        before.paragraphs.pop()


def serve_again(minutes: Minutes, line: Line) -> None:
    """Back after a conflict of interest, in the same seat and from the same place."""
    mine = [each for each in minutes.services if each.person_id == line.fact["person_id"]]
    if mine:
        again = Line(line.kind, line.at, {**line.fact, "mode": mine[-1].mode})
        _begin(minutes, again, mine[-1].party, mine[-1].for_name, None)


def end_all(minutes: Minutes, at: str) -> None:
    for service in _now(minutes):
        service.until = at


def _now(minutes: Minutes) -> list[Service]:
    return [service for service in minutes.services if service.until is None]


def _begin(
    minutes: Minutes, line: Line, party: str | None, for_name: str | None, paragraph: int | None
) -> None:
    fact = line.fact
    who = (fact["person_id"], fact["seat"], fact["name"], party, fact["mode"], for_name)
    service = Service(*who, since=line.at)
    if paragraph is not None:
        service.paragraphs.append(paragraph)
    minutes.services.append(service)


def _end(minutes: Minutes, person_id: int, at: str) -> Service | None:
    for service in _now(minutes):
        if service.person_id == person_id:
            service.until = at
            return service
    return None
