"""The count in words."""

from flask_babel import gettext as _

from web.counting.fields import BadCaseError
from web.language import said

FIELDS = {"voters_present", "voted", "places", "not_closed", "not_uniform", "no_designation"}


def status_words(status: str) -> str:
    words: dict[str, str] = {
        "DONE": _("Valet är räknat."),
        "LOT_NEEDED": _("Det står lika. Dra lott och räkna vidare."),
        "MORE_BALLOTS_THAN_VOTERS": _(
            "Sedlarna är fler än de närvarande. Inget räknas, valet görs om."
        ),
        "BALLOTS_DIFFER_FROM_VOTED": _(
            "Sedlarna är inte lika många som de avprickade. Inget räknas, valet görs om."
        ),
        "NO_VALID_BALLOT": _("Ingen sedel är giltig. Ingen är vald."),
    }
    return words[status]


def reason_words(reason: str) -> str:
    """Why a name does not count (LPV 10)."""
    words: dict[str, str] = {
        "not_eligible": _("inte valbar"),
        "struck": _("struken"),
        "unclear_person": _("oklart vem som menas"),
        "unclear_order": _("oklart i vilken ordning"),
        "repeated": _("står redan högre upp"),
        "surplus": _("fler namn än platser"),
    }
    return words[reason]


def fault_words(fault: BadCaseError) -> dict[str, str | None]:
    """A fault that the counting found, at the field it names."""
    words = said(fault.words)
    if fault.field == "lots":
        words = _("Lotterna passar inte det som står nu. Räkna om och dra dem på nytt.")
    return {
        "field": fault.field if fault.field in FIELDS else None,
        "words": _sentence(words),
    }


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}".rstrip(".") + "."
