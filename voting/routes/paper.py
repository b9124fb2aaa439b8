"""Elections on ballot papers: ticked off, counted by two, ruled on, declared."""

from datetime import datetime

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from core.errors import BadInput
from voting.actions.paper import another_day, declaring, entering, lots, preparing, rulings, urn
from voting.rules.lists import Ignored
from voting.rules.paper.rulings import NAMES_RULED_OUT, Ground, Ruled, Ruling

blueprint = Blueprint(
    "paper", __name__, url_prefix="/meetings/<int:meeting_id>/elections/<int:election_id>"
)
PILE = "pile_"  # fields of the teller's sheet: pile_1, pile_blank …
LONGEST = 10_000  # characters in all names on a slip


@blueprint.put("/returning-officer")
@signed_in
def choose_officer(meeting_id: int, election_id: int) -> Response:
    person = forms.whole(request.form, "person")
    return perform(preparing.choose_officer, meeting_id, election_id, person)


@blueprint.put("/slips")
@signed_in
def note_slips(meeting_id: int, election_id: int) -> Response:
    told = [forms.maybe_whole(request.form, name) or 0 for name in ("handed_out", "destroyed")]
    printed = forms.whole(request.form, "printed")
    return perform(preparing.note_slips, meeting_id, election_id, printed, *told)


@blueprint.put("/urn/shown")
@signed_in
def show_urn(meeting_id: int, election_id: int) -> Response:
    return perform(preparing.show_urn, meeting_id, election_id)


@blueprint.put("/urn/opening")
@signed_in
def open_urn(meeting_id: int, election_id: int) -> Response:
    return perform(urn.open_urn, meeting_id, election_id)


@blueprint.put("/ticks/<int:seat>")
@signed_in
def tick_off(meeting_id: int, election_id: int, seat: int) -> Response:
    return perform(urn.tick_off, meeting_id, election_id, seat, True)


@blueprint.delete("/ticks/<int:seat>")
@signed_in
def take_back_tick(meeting_id: int, election_id: int, seat: int) -> Response:
    return perform(urn.tick_off, meeting_id, election_id, seat, False)


@blueprint.put("/urn/closing")
@signed_in
def close_urn(meeting_id: int, election_id: int) -> Response:
    return perform(urn.close_urn, meeting_id, election_id)


@blueprint.put("/count/another-day")
@signed_in
def put_off_count(meeting_id: int, election_id: int) -> Response:
    form = request.form
    day, hour = forms.day(form, "day"), forms.hour(form, "time")
    place = forms.text(form, "place")
    witnesses = _lines("witnesses")
    at, sealed = datetime.fromisoformat(f"{day}T{hour}"), forms.flag(form, "sealed")
    return perform(another_day.put_off_count, meeting_id, election_id, at, place, witnesses, sealed)


@blueprint.put("/count/seal")
@signed_in
def look_at_seal(meeting_id: int, election_id: int) -> Response:
    return perform(another_day.look_at_seal, meeting_id, election_id)


@blueprint.put("/count/unopened")
@signed_in
def enter_unopened(meeting_id: int, election_id: int) -> Response:
    slips = forms.whole(request.form, "slips")
    return perform(entering.enter_unopened, meeting_id, election_id, slips)


@blueprint.put("/count/sorted")
@signed_in
def enter_sorted(meeting_id: int, election_id: int) -> Response:
    told = [name for name in request.form if name.startswith(PILE)]
    figures = {name.removeprefix(PILE): forms.maybe_whole(request.form, name) or 0 for name in told}
    return perform(entering.enter_sorted, meeting_id, election_id, figures)


@blueprint.post("/count/piles")
@signed_in
def name_choice(meeting_id: int, election_id: int) -> Response:
    designation = forms.maybe_text(request.form, "designation") or ""
    return perform(entering.name_choice, meeting_id, election_id, designation, _lines("names"))


@blueprint.post("/count/attempts")
@signed_in
def count_again(meeting_id: int, election_id: int) -> Response:
    return perform(entering.count_again, meeting_id, election_id)


@blueprint.post("/rulings")
@signed_in
def rule_on_slip(meeting_id: int, election_id: int) -> Response:
    slip = forms.whole(request.form, "slip")
    return perform(rulings.rule_on_slip, meeting_id, election_id, slip, _ruled())


@blueprint.post("/lots")
@signed_in
def draw_lot(meeting_id: int, election_id: int) -> Response:
    form = request.form
    words = [forms.text(form, name) for name in ("winner", "how", "drawn_by")]
    return perform(lots.draw_lot, meeting_id, election_id, *words)


@blueprint.put("/result")
@signed_in
def declare(meeting_id: int, election_id: int) -> Response:
    return perform(declaring.declare, meeting_id, election_id)


@blueprint.put("/envelope")
@signed_in
def put_away(meeting_id: int, election_id: int) -> Response:
    place = forms.text(request.form, "place")
    return perform(declaring.put_away, meeting_id, election_id, place)


def _ruled() -> Ruled:
    """A name that does not count has its reason in the field of its line: `out_1`, `out_2` …"""
    form, names = request.form, _lines("names")
    out = []
    for number, name in enumerate(names, start=1):
        if forms.maybe_text(form, f"out_{number}"):
            reason = forms.word(form, f"out_{number}", Ignored)
            if reason not in NAMES_RULED_OUT:
                raise BadInput("Den grunden gäller inte ett namn.", f"out_{number}")
            out.append((name, reason))
    ground = forms.word(form, "ground", Ground) if forms.maybe_text(form, "ground") else None
    ruling = forms.word(form, "ruling", Ruling)
    designation = forms.maybe_text(form, "designation") or ""
    return Ruled(ruling, ground, designation, names, tuple(out))


def _lines(field: str) -> tuple[str, ...]:
    """One a line, without empty ones and with single spaces."""
    text = forms.maybe_text(request.form, field, most=LONGEST) or ""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line for line in lines if line)
