"""The findings and the report in plain Swedish, for the terminal."""

from collections.abc import Iterable, Iterator

from web.packages.findings import Finding, Severity
from web.packages.schema import Package
from web.replay.report import Json

SEVERITIES = {Severity.ERROR: "Fel", Severity.WARNING: "Varning", Severity.NOTICE: "Notera"}
FIGURES = ("yes", "no", "abstain", "absent")
OUTCOMES = {
    "yes": "ja",
    "no": "nej",
    "no by minority": "nej, av en minoritet",
    "yes by casting vote": "ja, med utslagsröst",
    "no by casting vote": "nej, med utslagsröst",
    "tie": "lika, utslagsröst saknas",
}
HEADING = "Ärende  Fråga    Ja   Nej  Avstår  Frånvarande  Utfall"


def findings_told(findings: Iterable[Finding]) -> str:
    return "\n".join(_finding(one) for one in findings)


def import_told(package: Package, meeting_id: int, findings: Iterable[Finding]) -> str:
    facts, members = package.meeting, package.members
    seated = sum(row.role.is_seated for row in members)
    lines = [
        f"{facts.council}, {facts.date}: sammanträde {meeting_id} är inläst.",
        f"{facts.seats} platser, {seated} ledamöter, {len(members) - seated} andra personer, "
        f"{len(package.agenda)} ärenden.",
        "Närvaro, anföranden och röster läses inte in. Kör klubba replay för att återge mötet.",
    ]
    return "\n".join([*lines, *map(_finding, findings)])


def replay_told(report: Json) -> str:
    return "\n".join([*_table(report), "", *_verdict(report), *_notes(report)])


def _finding(one: Finding) -> str:
    where = f"{one.file}, rad {one.line}" + (f", {one.column}" if one.column else "")
    return f"{SEVERITIES[one.severity]}: {where}: {one.message}"


def _table(report: Json) -> Iterator[str]:
    yield HEADING
    for vote in report["votes"]:
        yes, no, abstain, absent = (vote["counted"][name] for name in FIGURES)
        yield (
            f"{vote['item']:6}  {vote['question']:5}  {yes:4}  {no:4}  {abstain:6}  {absent:11}  "
            f"{OUTCOMES[vote['outcome']]}"
        )
        if not vote["matches"]:
            yield f"        Utropat: {_declared(vote)}"


def _declared(vote: Json) -> str:
    yes, no, abstain, absent = (vote["declared"][name] for name in FIGURES)
    words = f"ja {yes}, nej {no}, avstår {abstain}, frånvarande {absent}"
    outcome = OUTCOMES[vote["outcome_by_declared"]]
    again = ". Listan är plats för plats densamma som i frågan före"
    return f"{words} ({outcome}){again if vote['same_choices_as_previous_list'] else ''}."


def _verdict(report: Json) -> Iterator[str]:
    votes = report["votes"]
    wrong = sum(not vote["matches"] for vote in votes)
    if wrong:
        yield f"{wrong} av {len(votes)} voteringar stämmer inte med det som utropades."
    else:
        yield f"{len(votes)} voteringar, alla stämmer med det som utropades."


def _notes(report: Json) -> Iterator[str]:
    if report["standstill"]:
        item, question = report["standstill"]
        yield f"Ärende {item}, fråga {question}: fyll i utslagsrösten. Mötet står stilla där."
    if report["corrections"]:
        yield f"Rättelser av närvaron: {report['corrections']}."
        yield from _counted(report["correction_reasons"])
    if report["held_otherwise"]:
        yield "Det som inte kunde återges som det står:"
        yield from _counted(report["held_otherwise"])
    log = report["replayed"]["log"]
    yield f"Mötets logg: {log['entries']} poster, kedjan är hel. Kontrollsumma {log['head']}."


def _counted(reasons: dict[str, int]) -> Iterator[str]:
    for words, count in reasons.items():
        yield f"  {count} × {words}"
