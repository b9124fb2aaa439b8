"""The published archives as browsers read them: whole, and up to what there is to decrypt."""

import json
from typing import Any

from tests.assets.booth.node import run
from tests.voting.ballot.elections import texts
from tests.voting.ballot.vectors import VECTORS, manifest, needs_vectors

pytestmark = needs_vectors

INSPECT = """
import { readFileSync } from "node:fs";
import { readArchive } from "./ballot/archive.js";
import { trackerOf } from "./ballot/ballots.js";
import { textOf } from "./ballot/bytes.js";
import { readRegister } from "./ballot/register.js";
import { Elections } from "./device/elections.js";
import { inspect } from "./device/inspection.js";
import { alone } from "./device/proving.js";
import { verify } from "./verify/verify.js";

const elections = new Elections();
const setups = new Map();
const proven = new Set(); // most archives hold the same ballots

async function verified(path) {
  const board = new Uint8Array(readFileSync(path));
  const { reasons, result } = await verify(board, { known: { setups, ballots: proven } });
  return [reasons.length ? reasons[0].code : null, result && result.result];
}
async function inspected(path) {
  const board = new Uint8Array(readFileSync(path));
  const [{ data }, ...entries] = await readArchive(board);
  const [election, trustees, register] = data.slice(0, 3).map(textOf);
  const read = await elections.read(election, trustees);
  const held = { ...read, register: readRegister(read.election.group, register) };
  const watched = { ...held, texts: { election, trustees, register } };
  const cast = entries.filter(({ event }) => event.type === "Ballot");
  const trackers = await Promise.all(cast.map(({ data }) => trackerOf(data[0])));
  const found = await inspect(watched, { board, trackers, minimum: 0 }, { proven, team: alone });
  return `${found.ballots} ballots`;
}
const codeOf = (fault) => fault.code || String(fault);
const found = {};
for (const [path, isSeen] of Object.entries(told)) {
  found[path] = [isSeen && (await inspected(path).catch(codeOf)), ...(await verified(path))];
}
answer(found);
"""
# A browser looks at nothing that comes after the ciphertexts that it is to decrypt …
LATER = {"DECRYPTION_OWNER", "DECRYPTION_PROOF", "DECRYPTION_MISSING", "RESULT"}
# … and refuses some that are right in themselves, or that it need not read to the end.
STRICTER = {
    "h-revote-ok.bel": "BALLOT_REPLAYED",
    "h-novotes-but-two-ok.bel": "TOO_FEW",
    "h-open-ok.bel": "EVENT_ORDER",
    "h-dropped-ballot.bel": "TOO_FEW",
    "strict/s-closed-not-counted-ok.bel": "EVENT_ORDER",
    "strict/s-result-extra-field.bel": "NOT_CANONICAL",
    "strict/s-result-spaced.bel": "NOT_CANONICAL",
}


def wanted(row: dict[str, Any]) -> str | bool:
    if row["file"].startswith(("nh-ok", "nh-shuffle")):
        return False
    if row["file"] in STRICTER:
        return STRICTER[row["file"]]
    return "5 ballots" if row["reason"] in {None, *LATER} else str(row["reason"])


def test_every_archive_is_seen_for_what_it_is() -> None:
    """By a teller's browser before it helps, and by anyone's browser afterwards."""
    rows = {
        str(VECTORS / row["file"]): [
            wanted(row),
            row["reason"],
            (row["result"] or {}).get("result"),
        ]
        for row in manifest()
    }
    for folder in ("tool-h8", "tool-nh-text"):
        (path,) = (VECTORS / folder).glob("*.bel")
        result = json.loads(texts(path.read_bytes(), "Result")[0])["result"]
        rows[str(path)] = [False, None, result]  # dear, and read in the same way
    assert run(INSPECT, {path: bool(row[0]) for path, row in rows.items()}) == rows
