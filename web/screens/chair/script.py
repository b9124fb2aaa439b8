"""The chair's script: what is read aloud now, and the one press that comes next (SCREENS 6).

The first of these that fits the scene speaks.  What the button says is what it does: it names the
state it was drawn for, and the server refuses it when the meeting has moved on.
"""

from collections.abc import Callable
from dataclasses import replace

from flask_babel import gettext as _

from agenda.models import Item
from meetings.rules.lifecycle import MeetingState
from web.language import said
from web.screens.chair import (
    agreeing,
    aside,
    asking,
    debate,
    deciding,
    dividing,
    electing,
    leave,
    polling,
    special,
    urn,
)
from web.screens.chair.acts import Script, act
from web.screens.chair.scene import Scene


def script(scene: Scene) -> Script:
    for spoken in (_meeting, _between, *BY_STEP):
        if (found := spoken(scene)) is not None:
            return _held(scene, _with_request(scene, found))
    return Script("wait", (_("Vänta."),))


def _with_request(scene: Scene, found: Script) -> Script:
    """How many asked for a proportional election, and whether it was enough, is said at once."""
    if not scene.may_be_proportional or found.name in ("ballot", "paper", "elected"):
        return found
    return replace(found, lines=(*electing.asked_for(scene.request), *found.lines))


def _held(scene: Scene, found: Script) -> Script:
    """The gavel rests while somebody's line is lost: the choices stand among the alarms (REM-5)."""
    if not scene.without_line or found.act is None or not found.act.url.endswith("/decisions"):
        return found
    names = ", ".join(scene.without_line)
    why = _("%(names)s har tappat anslutningen. Vänta, eller välj under Larm.", names=names)
    return replace(found, act=replace(found.act, why=why), lines=(*found.lines, why))


def _meeting(scene: Scene) -> Script | None:
    if scene.state is MeetingState.PLANNED:
        return Script("planned", (_("Kallelsen har inte gått ut. Kansliet gör den klar."),))
    if scene.state is MeetingState.CONVENED:
        return _opening(scene)
    if scene.state is MeetingState.ADJOURNED:
        again = act(_("Återuppta sammanträdet"), f"{scene.base}/resumption", icon="play", key="N")
        return Script("resume", (_("Sammanträdet återupptas."),), again)
    if scene.state is MeetingState.CLOSED:
        return Script("closed", (_("Sammanträdet är avslutat. Tack för i kväll."),))
    if scene.meeting.roll_called_at is None and scene.current is None:
        return _roll_call(scene)
    return None


def _opening(scene: Scene) -> Script:
    """What was not announced in time does not open (KL 5:13–14, INC-6)."""
    if scene.unannounced is not None:
        return Script("unannounced", (said(scene.unannounced),))
    opening = act(_("Öppna sammanträdet"), f"{scene.base}/opening", key="N")
    return Script("open", (_("Jag förklarar sammanträdet öppnat."),), opening)


def _roll_call(scene: Scene) -> Script:
    lines = (
        _("Sekreteraren ropar upp. Svara ja när du hör ditt namn."),
        _("Du som är på distans: håll kameran på."),
    )
    done = act(_("Uppropet är klart"), f"{scene.base}/roll-call", icon="check", key="N")
    return Script("roll", lines, done)


def _between(scene: Scene) -> Script | None:
    """No item is open: on to the next one, or to the end."""
    if scene.current is not None:
        return None
    if (following := scene.next_item) is None:
        lines = (
            _("Alla ärenden är behandlade. Vill någon anmäla reservation?"),
            _("Sammanträdet är avslutat."),
        )
        closing = act(
            _("Avsluta sammanträdet"), f"{scene.base}/closure", icon="gavel", key="N", guard=True
        )
        return Script("close", lines, closing)
    if not scene.summary.is_quorate:
        return _adjourn_for_the_few(scene)
    if (asked := agreeing.before_opening(scene, following)) is not None:
        return asked
    label = (
        _("Gå till ärende %(number)s", number=following.number)
        if following.number
        else _("Gå till %(title)s", title=following.title)
    )
    opening = act(label, f"{scene.base}/items/{following.id}/opening", key="N")
    return Script("next_item", _before(scene, following), opening)


def _adjourn_for_the_few(scene: Scene) -> Script:
    """No item can be opened (KL 5:45).  When enough have come the next item stands here again."""
    now = scene.summary
    lines = (
        _("Fullmäktige är inte beslutsfört."),
        _("%(n)s deltar och %(m)s behövs.", n=now.taking_part, m=now.needed),
        _("Sammanträdet ajourneras."),
    )
    pause = act(
        _("Ajournera sammanträdet"),
        f"{scene.base}/adjournments",
        "POST",
        icon="pause",
        key="N",
        guard=True,
    )
    return Script("too_few", lines, pause)


def _before(scene: Scene, following: Item) -> tuple[str, ...]:
    now = scene.summary
    going = _("Vi går till nästa ärende: %(title)s.", title=following.title)
    if following.position > 1:
        return (going,)
    told = _(
        "%(n)s av %(m)s ledamöter är närvarande, %(d)s på distans.",
        n=now.present,
        m=now.seats,
        d=now.remote,
    )
    return (told, _("Fullmäktige är beslutsfört."), going)


BY_STEP: tuple[Callable[[Scene], Script | None], ...] = (
    leave.script,
    agreeing.script,
    aside.script,
    dividing.script,
    polling.script,
    urn.script,
    electing.script,
    special.script,
    asking.script,
    deciding.script,
    debate.script,
)
