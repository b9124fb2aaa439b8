"""What the law says of an item in which two thirds decide: on the agenda and when one prepares."""

from datetime import date

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.rules.special import (
    SpecialMatter,
    seems_special,
    signatures_count_from,
    signatures_needed,
)
from core import swedish
from voting.queries.special import delay
from voting.rules.special import Tabling
from web.words import long_date


def notes(session: Session, item: Item) -> list[str]:
    """Nothing for ordinary items."""
    match item.matter:
        case SpecialMatter.EXTRA_ELECTION:
            return _of_extra_election(session, item)
        case SpecialMatter.POPULAR_INITIATIVE:
            return _of_initiative(item)
        case SpecialMatter.NONPARTISAN_COMMITTEE:
            return [
                _(
                    "Nämnden kan undantas från lagen om proportionella val om minst två "
                    "tredjedelar av de närvarande röstar ja (5 kap. 58 §). Det yrkas i ärendet."
                )
            ]
    return []


def forgotten(item: Item) -> str | None:
    """The heading names a matter that the office has not chosen."""
    hint = seems_special(item.title) if item.special is None else None
    if hint is SpecialMatter.EXTRA_ELECTION:
        return str(_("Gäller ärendet extra val till fullmäktige? Välj det under Två tredjedelar."))
    if hint is SpecialMatter.POPULAR_INITIATIVE:
        return str(_("Gäller ärendet ett folkinitiativ? Välj det under Två tredjedelar."))
    return None


def choices() -> list[tuple[str, str]]:
    """What the office may choose, by the word of the item."""
    return [
        ("", _("Nej")),
        (SpecialMatter.EXTRA_ELECTION.value, _("Extra val till fullmäktige (5 kap. 10 §)")),
        (SpecialMatter.POPULAR_INITIATIVE.value, _("Folkinitiativ (8 kap. 2 §)")),
        (SpecialMatter.NONPARTISAN_COMMITTEE.value, _("Ny nämnd enligt 6 kap. 2 § 2")),
    ]


def _of_extra_election(session: Session, item: Item) -> list[str]:
    found = delay(session, item)
    told = [_("Extra val hålls bara om minst två tredjedelar av de närvarande röstar ja.")]
    if found is None:
        return told
    if found.tabling is Tabling.FIRST_TIME:
        told.append(_("Första gången ärendet tas upp bordläggs det alltid (5 kap. 50 §)."))
    first, earliest = found.first_meeting.isoformat(), found.earliest.isoformat()
    told.append(
        _(
            "Det nyvalda fullmäktige sammanträdde första gången %(first)s. Extra val får "
            "beslutas tidigast %(earliest)s (5 kap. 10 §).",
            first=long_date(first),
            earliest=long_date(earliest),
        )
    )
    return told


def _of_initiative(item: Item) -> list[str]:
    told = [
        _(
            "Folkomröstningen hålls om inte minst två tredjedelar av de närvarande röstar nej "
            "(5 kap. 37 §)."
        )
    ]
    if item.signatures is not None and item.electors is not None:
        told.append(
            _(
                "%(signatures)s underskrifter av %(electors)s röstberättigade. Minst %(needed)s "
                "krävs (8 kap. 2 §).",
                signatures=swedish.number(item.signatures),
                electors=swedish.number(item.electors),
                needed=swedish.number(signatures_needed(item.electors)),
            )
        )
    if item.submitted_on is not None:
        counted = signatures_count_from(date.fromisoformat(item.submitted_on))
        told.append(
            _(
                "Initiativet kom in %(day)s. Underskrifter från och med %(since)s räknas.",
                day=long_date(item.submitted_on),
                since=long_date(counted.isoformat()),
            )
        )
    return told
