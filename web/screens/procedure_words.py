"""The rules of procedure in words: chapters, and what each choice is called."""

from datetime import date, time
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _

from core import swedish
from councils.rules.codec import about
from councils.rules.procedure import (
    CameraRule,
    ElectionMethod,
    MajorityBallotRule,
    OnSite,
    Procedure,
    RemoteBallot,
    RemoteBan,
    RemoteDecider,
    RollCall,
    SpeakerOrder,
    SubstituteSwap,
)
from web.words import long_date

CHAPTERS: tuple[tuple[object, tuple[str, ...]], ...] = (
    (
        _("Fullmäktiges egen text"),
        (
            "meeting_times",
            "absence_notice",
            "substitute_calling",
            "first_presider",
            "presidium_tasks",
            "motions",
            "minutes_form",
            "citizens_proposals_form",
        ),
    ),
    (
        _("Deltagande på distans"),
        (
            "remote_allowed",
            "remote_decided_on",
            "remote_decision",
            "remote_regime_from",
            "remote_ban",
            "remote_needs_request",
            "remote_decided_by",
            "remote_request_days",
            "remote_request_to",
            "remote_reasons_required",
            "remote_tools",
            "remote_join_early_minutes",
            "remote_camera",
            "remote_private_room_attest",
            "remote_in_secret_ballot",
            "remote_observers",
            "on_site_required",
        ),
    ),
    (
        _("Debatten"),
        (
            "speech_first_minutes",
            "speech_next_minutes",
            "rejoinders_max",
            "rejoinder_minutes",
            "rejoinder_needs_part",
            "rejoinders_after_list_closed",
            "speaker_order",
        ),
    ),
    (
        _("Interpellationer och frågor"),
        (
            "interpellation_debate",
            "question_debate",
            "interpellation_deadline",
            "question_deadline",
            "answers_below_quorum",
        ),
    ),
    (
        _("Sammanträdet"),
        (
            "roll_call",
            "substitute_swap",
            "minutes_verifiers",
            "division_closing_seconds",
            "gavel_seconds",
            "public_question_time",
            "citizens_proposals",
        ),
    ),
    (
        _("Val"),
        (
            "majority_ballot_rule",
            "election_methods",
            "digital_ballot_decided_on",
            "digital_ballot_decision",
            "ballot_minimum",
        ),
    ),
)
"""Title, in the language of whoever reads, and settings in the order in which they are read."""


def chapters() -> list[tuple[str, tuple[str, ...]]]:
    """Every setting stands in one chapter; those that no chapter names come last."""
    named = [(str(title), names) for title, names in CHAPTERS]
    placed = {name for _title, names in named for name in names}
    rest = tuple(name for name in about(Procedure) if name not in placed)
    return [*named, (str(_("Övrigt")), rest)] if rest else named


def word_for(choice: StrEnum) -> str:
    words = {
        (RemoteDecider, "chair"): _("Ordföranden"),
        (RemoteDecider, "presidium"): _("Presidiet"),
        (RemoteBan, "presidium"): _("Alla vice ordförande och den som leder mötet"),
        (RemoteBan, "who_presides"): _("Ordföranden och den som leder mötet"),
        (CameraRule, "whole_meeting"): _("På under hela mötet"),
        (CameraRule, "when_needed"): _("På vid upprop, anförande och votering"),
        (RemoteBallot, "not_allowed"): _("Den på distans deltar inte"),
        (RemoteBallot, "paper_print_mix"): _("Papper, utskrivet och blandat i salen"),
        (RemoteBallot, "digital_secret"): _("Digital sluten omröstning"),
        (OnSite, "presidium"): _("Presidiet"),
        (OnSite, "secretary"): _("Sekreteraren"),
        (SpeakerOrder, "order_of_request"): _("I den ordning man begär ordet"),
        (RollCall, "all_members_read"): _("Alla ledamöter ropas upp"),
        (RollCall, "presence_registered"): _("Närvaron registreras utan upprop"),
        (SubstituteSwap, "between_items"): _("Mellan ärenden"),
        (SubstituteSwap, "at_once"): _("Genast"),
        (MajorityBallotRule, "exact"): _("Exakt så många namn som ska väljas"),
        (MajorityBallotRule, "at_most"): _("Högst så många namn som ska väljas"),
        (ElectionMethod, "acclamation"): _("Acklamation"),
        (ElectionMethod, "paper"): _("Valsedlar på papper"),
        (ElectionMethod, "paper_print_mix"): _("Papper, med utskrift för dem på distans"),
        (ElectionMethod, "digital_secret"): _("Digital sluten omröstning"),
    }
    return str(words[(type(choice), choice.value)])


def value_in_words(value: Any) -> str:
    """A setting as it is read in the list of what changed."""
    if value in (None, "", frozenset()):
        return str(_("inget"))
    if isinstance(value, bool):
        return str(_("ja") if value else _("nej"))
    if isinstance(value, frozenset):
        return swedish.listed(sorted(word_for(one) for one in value), str(_("och")))
    if isinstance(value, StrEnum):
        return word_for(value)
    if isinstance(value, date):
        return long_date(value.isoformat())
    return value.isoformat("minutes") if isinstance(value, time) else str(value)
