"""A digital election on the chair's screen: one press at a time, and what is said with each.

Kommunallagen 5 kap. 54 § (SB-2, SB-3, SB-5, SB-6), PROTOCOL 16.4 and 18.4.
"""

from collections.abc import Callable

from flask_babel import gettext as _

from voting.rules.elections.states import ElectionState
from web.screens.chair.acts import Act, Script, act
from web.screens.chair.scene import Scene
from web.screens.elections.standing import UrnNow


def script(scene: Scene) -> Script | None:
    """From the first press to the gavel."""
    now = scene.urn
    if now is None or scene.decided or now.state not in STEPS:
        return None
    return STEPS[now.state](scene, now)


def _draft(scene: Scene, now: UrnNow) -> Script:
    lines = [_("%(title)s hålls digitalt och hemligt.", title=now.election.title)]
    if now.answers:
        lines.append(_("Nominerade är %(names)s.", names=", ".join(now.answers)))
    if not now.is_key_ready:
        lines.append(_("Rösträknarna gör först nyckeln till urnan."))
        return Script("urn", tuple(lines), None)
    begin = act(_("Låt enheterna ansluta"), f"{_at(scene, now)}/preparation", icon="vote", key="N")
    return Script("urn", tuple(lines), begin if now.answers else None)


def _prepared(scene: Scene, now: UrnNow) -> Script:
    lines = (
        _("Öppna valbåset på din enhet: den ansluter av sig själv."),
        _("Jämför orden med väggen: %(words)s.", words=" ".join(now.words)),
        _("%(n)s av %(m)s närvarande är anslutna.", n=now.registered, m=now.present),
    )
    number = now.registered
    few = _("Minst %(n)s behövs. Gör annars om på papper.", n=now.least)
    freeze = act(
        _("Frys röstlängden: %(n)s anslutna", n=number),
        f"{_at(scene, now)}/register",
        number=number,
        icon="lock",
        key="N",
        guard=True,
        why="" if number >= now.least else few,
    )
    again = act(_("Ny omgång"), f"{_at(scene, now)}/preparation", icon="undo")
    return Script("urn", lines, freeze, (again,))


def _frozen(scene: Scene, now: UrnNow) -> Script:
    lines = [
        _(
            "%(m)s närvarande, %(n)s anslutna. Nu ändras inte röstlängden.",
            m=now.present,
            n=now.registered,
        )
    ]
    if now.objects:
        lines.append(_("%(n)s enheter hittar inte sig själva i röstlängden.", n=now.objects))
    opening = act(_("Öppna urnan"), f"{_at(scene, now)}/opening", icon="vote", key="N")
    return Script("urn", tuple(lines), opening)


def _open(scene: Scene, now: UrnNow) -> Script:
    lines = [
        _("Urnan är öppen. Välj, granska och lägg valsedeln i urnan."),
        _("%(n)s av %(m)s har röstat.", n=now.cast, m=now.registered),
    ]
    if now.without and now.cast:
        lines.append(_("Ingen bekräftelse än: %(names)s.", names=", ".join(now.without)))
    return Script("urn", tuple(lines), _close(scene, now))


def _close(scene: Scene, now: UrnNow) -> Act:
    at, closes_at = _at(scene, now), now.digital.closes_at if now.digital else None
    if closes_at is None:
        return act(_("Stäng urnan"), f"{at}/closing", icon="lock", key="N", guard=True)
    why = _("Urnan stängs av sig själv när en halv minut har gått.")
    return act(_("Urnan stängs"), f"{at}/closure", icon="lock", key="N", ready=closes_at, why=why)


def _closed(scene: Scene, now: UrnNow) -> Script:
    if now.digital is None or now.digital.tally is None:
        return Script("urn", (_("Urnan är stängd. Valsedlarna förseglas."),))
    if now.digital.counting_at:
        return Script("urn", (_counting(now),))
    looked = now.findings
    lines = [
        _("Urnan är stängd. Urnans kontrolltal, samma på väggen: %(head)s.", head=now.head),
        _("%(n)s har hittat sin valsedel.", n=looked.found),
    ]
    if looked.missing:
        lines.append(_("Någon saknar sin valsedel. Låt rösträknarna se kvittot, eller avbryt."))
    if looked.silent:
        lines.append(_("Ännu inte hört från: %(names)s.", names=", ".join(looked.silent)))
        return Script("urn_silent", tuple(lines), None)
    count = act(_("Låt rösträknarna räkna"), f"{_at(scene, now)}/counting", icon="scale", key="N")
    return Script("urn", tuple(lines), count)


def _counting(now: UrnNow) -> str:
    return str(_("Rösträknarna räknar. %(n)s av %(m)s har öppnat.", n=now.given, m=now.threshold))


def _counted(scene: Scene, now: UrnNow) -> Script | None:
    """The names, where no lot is needed; else the chair writes them when it has been drawn."""
    lines = [f"{', '.join(now.votes)}.", _("Urnan är kontrollerad.")]
    chosen = now.elected
    if chosen is None:
        lines.append(_("Det är lika och lotten avgör. Dra den öppet och skriv in vilka som valts."))
        return Script("ballot", tuple(lines))
    text = _("%(title)s: %(names)s väljs.", title=now.election.title, names=", ".join(chosen))
    gavel = act(
        _("Klubba valet"),
        f"{scene.at_item}/decisions",
        "POST",
        icon="gavel",
        key="N",
        guard=True,
        text=text,
        how="ballot",
    )
    return Script("elected", (*lines, text), gavel)


def _at(scene: Scene, now: UrnNow) -> str:
    return f"{scene.base}/elections/{now.election.id}"


STEPS: dict[ElectionState, Callable[[Scene, UrnNow], Script | None]] = {
    ElectionState.DRAFT: _draft,
    ElectionState.PREPARED: _prepared,
    ElectionState.FROZEN: _frozen,
    ElectionState.OPEN: _open,
    ElectionState.CLOSED: _closed,
    ElectionState.COUNTED: _counted,
}
