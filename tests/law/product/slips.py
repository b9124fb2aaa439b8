"""The counting page filled in as the tellers do, and its result read back as anyone reads it."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from flask.testing import FlaskClient

Plain = dict[str, Any]
Shown = dict[str, Any]  # what stands under each heading
RULED = {
    "struck": "struken",
    "unclear_person": "oklar",
    "unclear_order": "oklar ordning",
    "not_eligible": "ej valbar",
}
REASONS = {
    "not_eligible": "inte valbar",
    "struck": "struken",
    "unclear_person": "oklart vem som menas",
    "unclear_order": "oklart i vilken ordning",
    "repeated": "står redan högre upp",
    "surplus": "fler namn än platser",
}
STATUSES = {
    "DONE": "Valet är räknat.",
    "LOT_NEEDED": "Det står lika. Dra lott och räkna vidare.",
    "MORE_BALLOTS_THAN_VOTERS": "Sedlarna är fler än de närvarande. Inget räknas, valet görs om.",
    "BALLOTS_DIFFER_FROM_VOTED": (
        "Sedlarna är inte lika många som de avprickade. Inget räknas, valet görs om."
    ),
    "NO_VALID_BALLOT": "Ingen sedel är giltig. Ingen är vald.",
}
BAD_INPUT = {"error": "BAD_INPUT"}
ASKED = ("kind", "voters_present", "voted", "places", "blank", "ballot_rule")
CAST = ("Sedlar", "Giltiga", "Blanka", "Ogiltiga")
PAIR = r"<dt[^>]*>(.*?)</dt>.*?<dd[^>]*>(.*?)</dd>"


def count(teller: FlaskClient, kind: str, given: Plain) -> Shown:
    """`kind`: proportional or persons.  `given` as in the rule book."""
    answer = teller.post(f"/counting/{kind}", data=_typed(given))
    return BAD_INPUT if answer.status_code == 400 else _shown(answer.text)


def as_shown(expected: Plain) -> Shown:
    """What the rule book expects, in the words of the page; what is empty is not there."""
    if expected == BAD_INPUT:
        return BAD_INPUT
    told = {
        "status": STATUSES[expected["status"]],
        "ballots": _figures(expected["ballots"]),
        **(_proportional if "groups" in expected else _persons)(expected),
    }
    return {heading: rows for heading, rows in told.items() if rows}


def _typed(given: Plain) -> Plain:
    """One row for each kind of ballot; the tellers rule on who may be elected."""
    form = {name: given[name] for name in ASKED if given.get(name) is not None}
    form |= {"rows": len(given["ballots"])} | _set_aside(given)
    for row, ballot in enumerate(_laid_out(given), start=1):
        form |= {f"{name}_{row}": words for name, words in ballot.items()}
    if lots := given.get("lots", {}).get("drawn", []):
        form |= {"draw": 1, "drawn": lots[:-1], "winner": lots[-1]}
    return form


def _set_aside(given: Plain) -> Plain:
    """Of persons a ballot with a name that is not eligible; of lists only what is not a ballot."""
    if isinstance(given.get("invalid"), dict):
        return dict(given["invalid"])
    aside = sum(ballot["count"] for ballot in given["ballots"] if _is_void(given, ballot))
    return {"invalid": given.get("invalid", 0) + aside}


def _is_void(given: Plain, ballot: Plain) -> bool:
    eligible = given.get("eligible")
    return "designation" not in ballot and eligible and not set(ballot["names"]) <= set(eligible)


def _laid_out(given: Plain) -> Iterator[Plain]:
    eligible = given.get("eligible")
    for ballot in given["ballots"]:
        if _is_void(given, ballot):
            continue
        ruled = {one["name"]: RULED[one["reason"]] for one in ballot.get("ignored", [])}
        if eligible:
            others = set(ballot["names"]) - set(eligible)
            ruled = dict.fromkeys(others, RULED["not_eligible"]) | ruled
        names = [f"{name} ({ruled[name]})" if name in ruled else name for name in ballot["names"]]
        told = {"names": "\n".join(names), "count": ballot["count"]}
        yield told | {"designation": ballot.get("designation", "")}


def _figures(ballots: Plain) -> list[int]:
    """Cast, valid, blank where they are told, invalid."""
    names = ("cast", "valid", "blank", "invalid")
    return [ballots[name] for name in names if name in ballots]


def _proportional(told: Plain) -> Shown:
    named = {one["group"]: f"Grupp {one['group']} · {one['designation']}" for one in told["groups"]}
    won = [row["group"] for row in told["places"]]
    return {
        "Valda": told["elected"],
        "lot": [str(number) for number in (told["next_tie"] or {}).get("tied", [])],
        "Grupper": [
            [named[n], ", ".join(one["names"]), str(one["votes"]), str(won.count(n))]
            for one in told["groups"]
            for n in [one["group"]]
        ],
        "Varv för varv": [
            [
                str(row["round"]),
                named[row["group"]] + (" genom lott" if row["by_lot"] else ""),
                row["quotient"],
                row["person"],
                str(row["place"] or "har redan"),
            ]
            for row in told["places"]
        ],
        "Lotter": [
            f"{_where(tie)}: {', '.join(named[n] for n in tie['tied'])}. "
            f"Lotten föll på {named[tie['winner']]}."
            for tie in told["ties"]
        ],
        "Namn som inte räknas": [
            f"{one['name']}: {REASONS[one['reason']]} ({_sheets(one['count'])} av slag "
            f"{one['ballot']})"
            for one in told["ignored_names"]
        ],
        "I vilken ordning ersättarna tjänstgör": [
            [one["designation"] or "någon annan beteckning", ", ".join(one["order"])]
            for one in told["service_order"] or []
        ],
    }


def _where(tie: Plain) -> str:
    if tie["stage"] == "service":
        return f"Tjänstgöringsordning, {tie['quotient']} röster"
    return f"Varv {tie['round']}, jämförelsetal {tie['quotient']}"


def _sheets(count: int) -> str:
    return "1 sedel" if count == 1 else f"{count} sedlar"


def _persons(told: Plain) -> Shown:
    return {
        "Valda": [
            f"{one['person']} {_votes(one['votes'])}" + (", genom lott" if one["by_lot"] else "")
            for one in told["elected"]
        ],
        "lot": (told["next_tie"] or {}).get("tied", []),
        "Röster": [[one["person"], str(one["votes"])] for one in told["counts"]],
        "Lotter": [
            f"{', '.join(tie['tied'])}. Lotten föll på {', '.join(tie['drawn'])}."
            for tie in told["ties"]
        ],
    }


def _votes(count: int) -> str:
    return "1 röst" if count == 1 else f"{count} röster"


def _shown(page: str) -> Shown:
    result = page.split('id="result"')[1].split("signatures", maxsplit=1)[0]
    parts = re.split(r"<h3>(.*?)</h3>", result)
    told = {
        "status": next(words for words in STATUSES.values() if words in _plain(parts[0])),
        "ballots": [int(n) for label, n in re.findall(PAIR, parts[0], re.DOTALL) if label in CAST],
        "lot": re.findall(r'name="winner" value="([^"]*)"', result),
    }
    for heading, part in zip(parts[1::2], parts[2::2], strict=True):
        told[unescape(heading)] = list(_rows(part))
    return {heading: rows for heading, rows in told.items() if rows}


def _rows(part: str) -> Iterator[Any]:
    """Of the table or the list that follows a heading."""
    if "<tbody>" in part:
        body = re.split("</?tbody>", part)[1]
        for row in body.split("<tr>")[1:]:
            yield [_plain(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
    else:
        yield from _listed(re.findall(r"<li>(.*?)</li>", part, re.DOTALL))


def _listed(rows: Iterable[str]) -> Iterator[str]:
    return (_plain(row) for row in rows)


def _plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split()).replace(" ,", ",")
