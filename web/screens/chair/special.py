"""What two thirds decide, and the extra election that is always tabled first.  KL 5:10, 5:37, 5:50.

The majority is never the chair's to choose: the matter of the item chooses it.  It is counted in a
division, since nobody can hear two thirds.
"""

from flask_babel import gettext as _

from agenda.rules.special import SpecialMatter
from meetings.rules.steps import ItemStep
from voting.models import VoteKind
from voting.queries.questions import Question
from voting.queries.wording import TABLED_BY_LAW
from voting.rules.majority import needed
from voting.rules.special import Tabling
from web.screens.chair.acts import Script, act
from web.screens.chair.dividing import opening
from web.screens.chair.scene import Scene
from web.words import long_date

STEPS = (ItemStep.PROPOSALS, ItemStep.ORDER, ItemStep.ACCLAMATION)


def script(scene: Scene) -> Script | None:
    if scene.course is None or scene.step is ItemStep.DECISION:
        return None
    if scene.course.tabling is not None:
        return None if scene.speaking or scene.waiting else _table(scene, scene.course.tabling)
    question = scene.question
    if question is None or not question.is_counted or scene.step not in STEPS:
        return None
    return _count(scene, question)


def _table(scene: Scene, tabling: Tabling) -> Script:
    text = TABLED_BY_LAW[tabling]
    confirm = act(
        _("Klubba bordläggningen"),
        f"{scene.at_item}/decisions",
        "POST",
        how="by_law",
        text=text,
        icon="gavel",
        key="N",
        guard=True,
    )
    return Script("tabled_by_law", (*_announced(scene), *_tabled(scene, tabling)), confirm)


def _announced(scene: Scene) -> tuple[str, ...]:
    if scene.step is not ItemStep.PRESENTATION:
        return ()
    item = scene.item
    return (_("Vi går till ärende %(n)s, %(title)s.", n=item.number or "", title=item.title),)


def _tabled(scene: Scene, tabling: Tabling) -> tuple[str, ...]:
    if tabling is Tabling.FIRST_TIME:
        return (
            _("Ärendet gäller extra val till fullmäktige."),
            _("Enligt lagen bordläggs det alltid första gången det tas upp."),
            _("Ärendet bordläggs och tas upp vid nästa sammanträde."),
        )
    known = scene.course.delay if scene.course else None
    if known is None:
        return ()
    first, earliest = known.first_meeting.isoformat(), known.earliest.isoformat()
    return (
        _("Det nyvalda fullmäktige sammanträdde första gången %(day)s.", day=long_date(first)),
        _("Extra val får beslutas tidigast %(day)s.", day=long_date(earliest)),
        _("Ärendet bordläggs."),
    )


def _count(scene: Scene, question: Question) -> Script:
    """When yes or no wins, of how many, and why the votes are counted (BASE-1)."""
    present = scene.summary.present
    share = needed(question.majority, present)
    lines = (
        _wins(scene, question),
        _("Det är minst %(k)s av %(n)s. Därför räknas rösterna.", k=share, n=present),
        _("Ja: %(yes)s. Nej: %(no)s.", yes=question.yes_means, no=question.no_means),
        _("Godkänns det?"),
    )
    return Script("counted", lines, opening(scene))


def _wins(scene: Scene, question: Question) -> str:
    if question.kind is not VoteKind.MAIN:
        return str(_("Nämnden undantas bara om två tredjedelar av de närvarande röstar ja."))
    if scene.item.matter is SpecialMatter.POPULAR_INITIATIVE:
        return str(_("Folkomröstningen hålls om inte två tredjedelar av de närvarande röstar nej."))
    return str(_("Extra val hålls bara om två tredjedelar av de närvarande röstar ja."))
