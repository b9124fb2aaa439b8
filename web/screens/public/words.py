"""The same things in words for those who are not used to a council: where we are, what happens now.

Two sentences, at most fifteen words each (SCREENS 6).  Terms are explained, not only named.
"""

from collections.abc import Callable

from flask_babel import gettext as _

from agenda.rules.kinds import ItemKind
from meetings.rules.quorum import quorum_needed
from meetings.rules.steps import ItemStep
from voting.models import VoteKind
from voting.queries.results import is_by_lot
from web.screens.public.faces import Face, face
from web.screens.public.scene import Scene
from web.words import hour

Two = tuple[str, str]
ASKED = (ItemKind.INTERPELLATION, ItemKind.QUESTION)
TOLD = (ItemKind.INFORMATION, ItemKind.NOTICE)


def step_word(scene: Scene) -> str:
    """Where the item stands, in one word."""
    words: dict[ItemStep, str] = {
        ItemStep.PRESENTATION: _("Föredragning"),
        ItemStep.DEBATE: _("Debatt"),
        ItemStep.PROPOSALS: _("Yrkanden"),
        ItemStep.ORDER: _("Ordning"),
        ItemStep.ACCLAMATION: _("Acklamation"),
        ItemStep.DIVISION: _("Votering"),
        ItemStep.DECISION: _("Beslut"),
        ItemStep.CLOSED: _("Avslutat"),
    }
    if face(scene) is Face.CLOSED_DOORS:
        return str(_("Stängda dörrar"))
    now = {Face.RESULT: ItemStep.DIVISION, Face.TIE: ItemStep.DIVISION}.get(face(scene), scene.step)
    return words[now] if now else ""


def happening(scene: Scene) -> Two:
    """Vad händer nu?"""
    return SAID[face(scene)](scene)


def _unannounced(_scene: Scene) -> Two:
    return _("Sammanträdet är inte kungjort."), _("Kom tillbaka när kungörelsen är anslagen.")


def _before(scene: Scene) -> Two:
    opens = _("Sammanträdet öppnas klockan %(time)s.", time=hour(scene.meeting.starts))
    return opens, _("Då ropas ledamöterna upp en och en.")


def _roll_call(scene: Scene) -> Two:
    needed = quorum_needed(scene.meeting.seats)
    return (
        _("Sekreteraren ropar upp ledamöterna en och en."),
        _("Minst %(n)s måste vara här för att fullmäktige ska få besluta.", n=needed),
    )


def _between(scene: Scene) -> Two:
    if scene.next_row is None:
        return (
            _("Alla ärenden är behandlade."),
            _("Ordföranden avslutar strax sammanträdet."),
        )
    if scene.last_row is None:
        return _("Uppropet är klart."), _("Ordföranden går strax till det första ärendet.")
    return _("Ärendet är klart."), _("Ordföranden går strax vidare till nästa ärende.")


def _closed_doors(_scene: Scene) -> Two:
    return _("Överläggningen är stängd."), _("Sändningen fortsätter när den är klar.")


def _floor(scene: Scene) -> Two:
    if scene.kind in ASKED:
        return (
            _("En ledamot har ställt en fråga och får svar här."),
            _("Inget beslut fattas i ärendet."),
        )
    if scene.kind is ItemKind.FORMALITY:
        return _("Mötet går igenom det praktiska."), _("Sedan kommer nästa ärende.")
    if scene.kind in TOLD:
        return _("Ledamöterna får information."), _("Inget beslut fattas i ärendet.")
    if scene.step is ItemStep.PRESENTATION:
        return _("Ärendet presenteras för ledamöterna."), _("Sedan börjar debatten.")
    if scene.step is ItemStep.DEBATE:
        return (
            _("Ledamöterna säger vad de tycker, en i taget."),
            _("När ingen mer vill tala går de till beslut."),
        )
    return _deciding(scene)


def _deciding(scene: Scene) -> Two:
    if scene.step is ItemStep.PROPOSALS:
        return (
            _("Ordföranden går igenom vilka förslag som finns."),
            _("Sedan avgör ledamöterna vilket förslag som vinner."),
        )
    if scene.step is ItemStep.ORDER:
        return (
            _("Det finns flera förslag."),
            _("Ledamöterna bestämmer i vilken ordning förslagen prövas."),
        )
    if scene.ballot is not None:
        return (
            _("Ett hemligt val pågår."),
            _("Resultatet visas när valsedlarna är räknade."),
        )
    return _("Debatten är slut."), _("Nu ska ledamöterna besluta.")


def _acclamation(scene: Scene) -> Two:
    if scene.demand:
        return (
            _("Någon har begärt votering."),
            _("Strax röstar ledamöterna var och en för sig."),
        )
    return (
        _("Ordföranden frågar och ledamöterna svarar ja högt."),
        _("Den som tvivlar på svaret kan begära votering."),
    )


def _vote(_scene: Scene) -> Two:
    return (
        _("Ledamöterna röstar ja, nej eller avstår."),
        _("Resultatet visas så snart voteringen är stängd."),
    )


def _tie(scene: Scene) -> Two:
    is_drawn = scene.vote and scene.kind and is_by_lot(VoteKind(scene.vote.kind), scene.kind)
    settled = _("Lotten avgör.") if is_drawn else _("Ordföranden avgör med sin utslagsröst.")
    return _("Lika många röstade ja och nej."), settled


def _result(scene: Scene) -> Two:
    counted = _("Voteringen är stängd och rösterna är räknade.")
    if scene.vote and scene.vote.kind == VoteKind.COUNTER:
        return counted, _("Nu ställs huvudfrågan.")
    return counted, _("Ordföranden bekräftar beslutet med klubban.")


def _decision(_scene: Scene) -> Two:
    return _("Beslutet är klubbat."), _("Ordföranden går strax vidare till nästa ärende.")


def _adjourned(scene: Scene) -> Two:
    until = scene.pause.until if scene.pause else None
    if until is None:
        return _("Sammanträdet har paus."), _("Ordföranden säger till när det fortsätter.")
    goes_on = _("Det fortsätter klockan %(time)s.", time=hour(until))
    return _("Sammanträdet har paus."), goes_on


def _closed(_scene: Scene) -> Two:
    return (
        _("Sammanträdet är avslutat."),
        _("Beslut, röster och anföranden finns kvar på sammanträdets sida."),
    )


SAID: dict[Face, Callable[[Scene], Two]] = {
    Face.UNANNOUNCED: _unannounced,
    Face.BEFORE: _before,
    Face.ROLL_CALL: _roll_call,
    Face.BETWEEN: _between,
    Face.CLOSED_DOORS: _closed_doors,
    Face.FLOOR: _floor,
    Face.ACCLAMATION: _acclamation,
    Face.VOTE: _vote,
    Face.TIE: _tie,
    Face.RESULT: _result,
    Face.DECISION: _decision,
    Face.ADJOURNED: _adjourned,
    Face.CLOSED: _closed,
}
