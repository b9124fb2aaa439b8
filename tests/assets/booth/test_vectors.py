"""The published archives as a teller's browser reads them, up to what there is to decrypt."""

from tests.assets.booth.node import run
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

const elections = new Elections();
const proven = new Set(); // most archives hold the same ballots

async function asked(path) {
  const board = new Uint8Array(readFileSync(path));
  const [{ data }, ...entries] = await readArchive(board);
  const [election, trustees, register] = data.slice(0, 3).map(textOf);
  const read = await elections.read(election, trustees);
  const held = { ...read, register: readRegister(read.election.group, register) };
  const watched = { ...held, texts: { election, trustees, register } };
  const cast = entries.filter(({ event }) => event.type === "Ballot");
  const trackers = await Promise.all(cast.map(({ data }) => trackerOf(data[0])));
  const found = await inspect(watched, { board, trackers, minimum: 0 }, proven);
  return `${found.ballots} ballots`;
}
const found = {};
const codeOf = (fault) => fault.code || String(fault);
for (const path of told) found[path] = await asked(path).catch(codeOf);
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


def wanted(row: dict[str, str]) -> str:
    if row["file"] in STRICTER:
        return STRICTER[row["file"]]
    return "5 ballots" if row["reason"] in {None, *LATER} else row["reason"]


def test_every_archive_is_seen_for_what_it_is() -> None:
    rows = {str(VECTORS / row["file"]): wanted(row) for row in manifest()}
    foreign = {"tool-h8": 5, "tool-nh-list": 5, "tool-nh-text": 5, "three-implementations-h8": 21}
    for folder, ballots in foreign.items():
        (path,) = (VECTORS / folder).glob("*.bel")
        rows[str(path)] = f"{ballots} ballots"
    assert run(INSPECT, list(rows)) == rows
