"""Announced totals against counted rows, and what each of them decides.

A difference is no error of the import: the vote is flagged with both figures.  The rules of the
majority are the law's own (`voting.rules`).
"""

from collections import Counter
from dataclasses import dataclass

from voting.rules import majority as law
from web.packages.kinds import Choice, Majority, Role
from web.packages.schema import Package, QuestionRow, Totals, VoteRow


@dataclass(frozen=True)
class CheckedVote:
    """One question.  `counted` are the rows, `question.declared` the announced figures."""

    question: QuestionRow
    counted: Totals
    same_choices: bool  # seat for seat as in the question before
    by_substitutes: int

    @property
    def declared(self) -> Totals:
        return self.question.declared

    @property
    def matches(self) -> bool:
        return self.counted == self.declared

    @property
    def differs(self) -> dict[str, tuple[int, int]]:
        """Figure → (declared, counted), for those that are not the same."""
        pairs = zip(Totals._fields, self.declared, self.counted, strict=True)
        return {name: (said, found) for name, said, found in pairs if said != found}

    @property
    def outcome(self) -> str:
        return outcome(self.question, self.counted)

    @property
    def outcome_by_declared(self) -> str:
        return outcome(self.question, self.declared)

    @property
    def flag(self) -> str:
        """What to tell a person about a difference, in Swedish; empty if there is none."""
        if self.matches:
            return ""
        where = f"Ärende {self.question.item}, fråga {self.question.question}"
        said, found = _said(self.declared), _said(self.counted)
        return f"{where}: utropat {said}; röstlistan ger {found}." + (
            _SAME if self.same_choices else ""
        )


def checked_votes(package: Package) -> list[CheckedVote]:
    """In the order of the questions."""
    lists = _lists(package)
    substitutes = {one.person for one in package.members if one.role is Role.SUBSTITUTE}
    checked: list[CheckedVote] = []
    before: dict[int, Choice] | None = None
    for question in package.questions:
        rows = lists[question.key]
        choices = {row.seat: row.choice for row in rows}
        counted = _count(choices)
        serving = [row for row in rows if row.voter in substitutes and _is_present(row)]
        checked.append(CheckedVote(question, counted, choices == before, len(serving)))
        before = choices
    return checked


def outcome(question: QuestionRow, totals: Totals) -> str:
    """yes, no, no by minority, yes or no by casting vote; tie where a casting vote is missing."""
    casting = law.Choice(question.casting_vote.value) if question.casting_vote else None
    tally = law.Tally(totals.yes, totals.no, totals.abstain)
    required = _REQUIRED[question.majority]
    decided = law.outcome(tally, required=required, present=max(1, tally.cast), casting=casting)
    if decided.result is None or decided.by is None:
        return "tie"
    return decided.result.value + _BY.get(decided.by, "")


_REQUIRED = {
    Majority.SIMPLE: law.Required.SIMPLE,
    Majority.ONE_THIRD: law.Required.ONE_THIRD,
    Majority.TWO_THIRDS: law.Required.TWO_THIRDS,
    Majority.TWO_THIRDS_AGAINST: law.Required.TWO_THIRDS_AGAINST,
    Majority.ALL: law.Required.ALL,
}
_BY = {law.Ground.MINORITY: " by minority", law.Ground.CASTING_VOTE: " by casting vote"}


_SAME = " Rösterna är plats för plats desamma som i frågan före: troligen är fel lista utskriven."


def _said(totals: Totals) -> str:
    return f"ja {totals.yes}, nej {totals.no}, avstår {totals.abstain}, frånvarande {totals.absent}"


def _lists(package: Package) -> dict[tuple[int, int], list[VoteRow]]:
    lists: dict[tuple[int, int], list[VoteRow]] = {one.key: [] for one in package.questions}
    for row in package.votes:
        lists[row.key].append(row)
    return lists


def _count(choices: dict[int, Choice]) -> Totals:
    cast = Counter(choices.values())
    return Totals(*(cast[Choice(name)] for name in Totals._fields))


def _is_present(row: VoteRow) -> bool:
    return row.choice is not Choice.ABSENT
