"""What the verifier of secret ballots says, in words for people."""

from core.words import Sentence
from voting.ballot.reasons import Code
from voting.ballot.verify.report import Report

WHY: dict[Code, Sentence] = {
    Code.CONTAINER_HEADER: Sentence("Filen är inte ett arkiv från en sluten omröstning."),
    Code.CONTAINER_BYTES: Sentence(
        "Filen är avklippt, eller innehåller annat än omröstningens kedja av händelser."
    ),
    Code.HASH_MISMATCH: Sentence("Något i filen har ändrats efter att det skrevs."),
    Code.CHAIN: Sentence("Kedjan av händelser är bruten."),
    Code.NOT_CANONICAL: Sentence("En text i filen är inte skriven på det enda tillåtna sättet."),
    Code.GROUP_UNKNOWN: Sentence("Valet är krypterat på ett okänt sätt."),
    Code.ELECTION_SHAPE: Sentence("Valets frågor är inte giltiga."),
    Code.TRUSTEE_PROOF: Sentence("Någon som håller en nyckel har inte visat att den är rätt."),
    Code.THRESHOLD: Sentence(
        "Så många rösträknare som uppges behövs inte, eller också sitter någon på två platser."
    ),
    Code.PUBLIC_KEY: Sentence("Valets nyckel är inte den som rösträknarna håller."),
    Code.CREDENTIAL_REGISTER: Sentence("Röstlängden har en rad som inte får finnas där."),
    Code.EVENT_ORDER: Sentence("Händelserna står i en ordning som inte kan förekomma."),
    Code.BALLOT_ELECTION: Sentence("En valsedel är gjord för ett annat val."),
    Code.BALLOT_CREDENTIAL: Sentence("En valsedel är från någon som inte finns i röstlängden."),
    Code.BALLOT_SIGNATURE: Sentence("En valsedels underskrift stämmer inte."),
    Code.BALLOT_PROOF: Sentence("En valsedel har inget giltigt bevis för att den är rätt ifylld."),
    Code.BALLOT_REPLAYED: Sentence("Samma valsedel har lagts två gånger."),
    Code.TALLY_COUNT: Sentence("Antalet räknade valsedlar stämmer inte."),
    Code.TALLY_PRODUCT: Sentence("Det som har räknats är inte de valsedlar som ligger i urnan."),
    Code.SHUFFLE_PROOF: Sentence("Valsedlarna är inte desamma efter en blandning som före den."),
    Code.SHUFFLE_MISSING: Sentence(
        "Fria valsedlar har öppnats utan att två olika har blandat dem."
    ),
    Code.DECRYPTION_OWNER: Sentence(
        "Urnan har öppnats av någon som inte håller en nyckel, eller av samma två gånger."
    ),
    Code.DECRYPTION_PROOF: Sentence("Någon som öppnade urnan har inte visat att det gjordes rätt."),
    Code.DECRYPTION_MISSING: Sentence("För få av dem som håller nyckeln har öppnat urnan."),
    Code.RESULT: Sentence("Resultatet är inte det som ligger i urnan."),
    Code.HOUSE_TRUSTEES: Sentence(
        "Nyckeln är inte delad mellan servern och minst två av rösträknarna."
    ),
    Code.HOUSE_MINIMUM: Sentence("Urnan har öppnats med för få valsedlar."),
    Code.HOUSE_REVOTE: Sentence("Någon har röstat två gånger."),
    Code.HOUSE_ORDER: Sentence("Ordningen kan röja när valsedlarna lades."),
    Code.HOUSE_TEXT: Sentence("En text i valet kan läsas på två sätt."),
    Code.PREVIOUS_NOT_PREFIX: Sentence("Filen är inte en fortsättning på den tidigare kopian."),
    Code.HEAD_DIFFERS: Sentence("Kedjan är en annan än den som visades."),
    Code.TRACKER_MISSING: Sentence("En valsedel som du frågar efter finns inte i urnan."),
    Code.REVOTE_FORBIDDEN: Sentence("Någon har röstat två gånger, och det är inte tillåtet."),
    Code.MALFORMED: Sentence("Filen går inte att läsa som ett arkiv."),
}


def in_words(report: Report) -> Sentence:
    """One line: what was found, or the first thing that does not hold."""
    if report.reasons:
        return Sentence("Underkänd: {why}", why=WHY[report.reasons[0].code])
    ballots = len(report.inquiry.counted)
    if report.result is None:
        return Sentence("Godkänd så långt: {ballots} valsedlar, inte räknade än.", ballots=ballots)
    return Sentence("Godkänd: {ballots} valsedlar, och resultatet stämmer.", ballots=ballots)
