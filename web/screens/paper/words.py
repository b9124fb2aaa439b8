"""What comes next in an election on paper: what is read aloud, and whose turn it is."""

from collections.abc import Callable
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from voting.queries.paper import Standing
from voting.rules.paper.states import Next


@dataclass(frozen=True)
class Step:
    """`heading`: whose turn it is; `lines`: what is read aloud."""

    heading: str
    lines: tuple[str, ...]


def step(now: Standing) -> Step:
    return STEPS[now.next](now)


def _tellers(now: Standing) -> Step:
    lines = (_("Fullmäktige väljer minst två rösträknare."),)
    return Step(_("Välj rösträknare"), lines)


def _empty(now: Standing) -> Step:
    return Step(
        _("En rösträknare visar urnan"),
        (_("Rösträknarna visar att urnan är tom."), _("Valsedlarna delas ut.")),
    )


def _open(now: Standing) -> Step:
    how = (
        _("Varje sedel har en beteckning och namn i ordning.")
        if now.election.is_proportional
        else ngettext(
            "Skriv ett namn, eller lämna sedeln blank.",
            "Skriv %(num)d namn, eller lämna sedeln blank.",
            now.election.places,
        )
    )
    lines = (
        _("%(title)s. Valet är hemligt.", title=now.election.title),
        how,
        _("Vik sedeln. Gå fram när ditt namn ropas upp och lägg den i urnan."),
    )
    return Step(_("Öppna urnan"), lines)


def _voting(now: Standing) -> Step:
    lines = (
        _("Sekreteraren ropar upp i tur och ordning. Ordföranden röstar sist."),
        _("Har alla som vill rösta lagt sin sedel?"),
    )
    return Step(_("Röstningen pågår"), lines)


def _unseal(now: Standing) -> Step:
    return Step(_("Se på förseglingen"), (_("Förseglingen granskas inför vittnena. Är den hel?"),))


def _unopened(now: Standing) -> Step:
    lines = (_("Rösträknarna räknar sedlarna utan att vika upp dem."),)
    return Step(_("Två rösträknare räknar sedlarna"), lines)


def _annul(now: Standing) -> Step:
    lines = (
        _(
            "Sedlarna är %(found)s och de avprickade %(ticked)s.",
            found=now.found,
            ticked=now.ticked,
        ),
        _("Räkna om. Stämmer det inte då heller görs valet om."),
    )
    return Step(_("Antalet stämmer inte"), lines)


def _sorted(now: Standing) -> Step:
    lines = (_("Sedlarna öppnas, sorteras i högar och räknas av två."),)
    return Step(_("Två rösträknare räknar högarna"), lines)


def _rulings(now: Standing) -> Step:
    n = len(now.unruled)
    lines = (
        ngettext(
            "Valförrättaren avgör %(num)d tveksam sedel.",
            "Valförrättaren avgör %(num)d tveksamma sedlar.",
            n,
        ),
    )
    return Step(_("Avgör tveksamma sedlar"), lines)


def _lot(now: Standing) -> Step:
    return Step(_("Dra lott"), (_("Det står lika. Lotten dras öppet, här i salen."),))


def _declare(now: Standing) -> Step:
    elected = now.result.elected if now.result else ()
    if not elected:
        return Step(_("Ingen är vald"), (_("Ingen sedel är giltig. Valet görs om."),))
    lines = (
        _("Rösterna är räknade."),
        _("Valda är %(names)s.", names=", ".join(elected)),
    )
    return Step(_("Läs upp resultatet"), lines)


def _envelope(now: Standing) -> Step:
    lines = (_("Sedlarna läggs i ett kuvert som förseglas och skrivs under."),)
    return Step(_("Lägg undan sedlarna"), lines)


def _done(now: Standing) -> Step:
    if now.election.state == "abandoned":
        return Step(_("Valet är avbrutet"), ())
    return Step(_("Valet är klart"), ())


STEPS: dict[Next, Callable[[Standing], Step]] = {
    Next.TELLERS: _tellers,
    Next.EMPTY_URN: _empty,
    Next.OPEN: _open,
    Next.VOTING: _voting,
    Next.UNSEAL: _unseal,
    Next.UNOPENED: _unopened,
    Next.ANNUL: _annul,
    Next.SORTED: _sorted,
    Next.RULINGS: _rulings,
    Next.LOT: _lot,
    Next.DECLARE: _declare,
    Next.ENVELOPE: _envelope,
    Next.DONE: _done,
}
