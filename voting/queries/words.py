"""A result in words, in plain Swedish and plain English (SCREENS 3.8, 6)."""

from agenda.rules.special import SpecialMatter, asked
from voting.models import Verdict, Vote, VoteKind
from voting.queries.results import Result
from voting.rules.majority import Choice, Required, needed
from voting.rules.special import COUNTED

ASKED = {
    "sv": {VoteKind.REFER_BACK: "återremiss", VoteKind.TABLE: "bordläggning"},
    "en": {VoteKind.REFER_BACK: "referral back", VoteKind.TABLE: "tabling"},
}
PUT_OFF = {
    "sv": {
        VoteKind.REFER_BACK: "Ärendet återremitteras.",
        VoteKind.TABLE: "Ärendet bordläggs.",
    },
    "en": {
        VoteKind.REFER_BACK: "The item is referred back.",
        VoteKind.TABLE: "The item is tabled.",
    },
}
BY_LAW = {
    "sv": {
        matter: {Verdict.YES: f"{asked(matter).yes}.", Verdict.NO: f"{asked(matter).no}."}
        for matter in SpecialMatter
    },
    "en": {
        SpecialMatter.EXTRA_ELECTION: {
            Verdict.YES: "An extra election of the council is held.",
            Verdict.NO: "No extra election of the council is held.",
        },
        SpecialMatter.POPULAR_INITIATIVE: {
            Verdict.YES: "The referendum is held.",
            Verdict.NO: "The referendum is not held.",
        },
        SpecialMatter.NONPARTISAN_COMMITTEE: {
            Verdict.YES: "The committee is exempt from the act on proportional elections.",
            Verdict.NO: "The act on proportional elections applies to the committee.",
        },
    },
}
SAID = {"sv": {"yes": "ja", "no": "nej"}, "en": {"yes": "yes", "no": "no"}}
BROKEN = {"casting_vote": "cast", "lot": "drawn"}  # what settled an even vote
TEXTS = {
    "sv": {
        "even": "Lika röstetal, {yes}–{no}.",
        "won_yes": "Ja vann med {yes} mot {no}.",
        "won_no": "Nej vann med {no} mot {yes}.",
        "won_yes_cast": "Ja vann med utslagsrösten.",
        "won_no_cast": "Nej vann med utslagsrösten.",
        "fell": "Förslaget föll med {yes} mot {no}.",
        "today": "Ärendet avgörs i dag.",
        "casting": "Ordförandens utslagsröst avgör.",
        "lot": "Lotten avgör.",
        "won_yes_drawn": "Ja vann genom lottning.",
        "won_no_drawn": "Nej vann genom lottning.",
        "drawn": "Lotten avgjorde: {outcome}.",
        "cast": "Ordförandens utslagsröst avgjorde: {choice}.",
        "asked": "{no} av {present} begärde {what}.",
        "third": "Det räcker: en tredjedel av de närvarande.",
        "majority": "Det är fler än de som vill avgöra ärendet i dag.",
        "too_few": "Det räcker inte: minst {needed} behövs.",
        "said_yes": "{yes} av {present} närvarande röstade ja.",
        "said_no": "{no} av {present} närvarande röstade nej.",
        "two_thirds": "Det räcker: två tredjedelar av de närvarande.",
        "all": "Det räcker: alla närvarande är överens.",
        "not_all": "Det räcker inte: alla närvarande måste vara överens.",
        "most": "Flest röster avgör. De som avstår räknas inte.",
        "required": "Krävs: {needed} av {present} närvarande.",
        "required_yes": "För ja krävs två tredjedelar: minst {needed} av {present} närvarande.",
        "required_no": "För nej krävs två tredjedelar: minst {needed} av {present} närvarande.",
        "required_all": "Krävs: alla {present} närvarande.",
    },
    "en": {
        "even": "Even, {yes}–{no}.",
        "won_yes": "Yes won by {yes} to {no}.",
        "won_no": "No won by {no} to {yes}.",
        "won_yes_cast": "Yes won by the casting vote.",
        "won_no_cast": "No won by the casting vote.",
        "fell": "The proposal fell, {yes} to {no}.",
        "today": "The item is decided today.",
        "casting": "The chair's casting vote decides.",
        "lot": "The lot decides.",
        "won_yes_drawn": "Yes won by lot.",
        "won_no_drawn": "No won by lot.",
        "drawn": "The lot decided: {outcome}.",
        "cast": "The chair's casting vote decided: {choice}.",
        "asked": "{no} of {present} asked for {what}.",
        "third": "That is enough: one third of those present.",
        "majority": "They are more than those who want to decide today.",
        "too_few": "That is not enough: at least {needed} are needed.",
        "said_yes": "{yes} of {present} present voted yes.",
        "said_no": "{no} of {present} present voted no.",
        "two_thirds": "That is enough: two thirds of those present.",
        "all": "That is enough: all who are present agree.",
        "not_all": "That is not enough: all who are present must agree.",
        "most": "The most votes win. Abstentions are not counted.",
        "required": "Needed: {needed} of {present} present.",
        "required_yes": "Yes needs two thirds: at least {needed} of {present} present.",
        "required_no": "No needs two thirds: at least {needed} of {present} present.",
        "required_all": "Needed: all {present} present.",
    },
}


REQUIRED = {
    Required.TWO_THIRDS: "required_yes",
    Required.TWO_THIRDS_AGAINST: "required_no",
    Required.ALL: "required_all",
}


def heading(result: Result, language: str = "sv") -> str:
    """The result as one sentence."""
    outcome = result.vote.outcome
    if outcome == Verdict.TIE:
        return _say(result, language, "even")
    if result.kind.is_formal:
        put_off = outcome == Verdict.NO
        return PUT_OFF[language][result.kind] if put_off else TEXTS[language]["today"]
    if (matter := _asked_by_law(result.vote)) and outcome:
        return BY_LAW[language][matter][Verdict(outcome)]
    if result.vote.carried_by is None and result.required.side is Choice.YES:
        return _say(result, language, "fell")
    broken = BROKEN.get(result.vote.carried_by or "")
    return _say(result, language, f"won_{outcome}_{broken}" if broken else f"won_{outcome}")


def says_all(result: Result) -> bool:
    """The heading is what the answer that won means: no need to say it twice."""
    return _asked_by_law(result.vote) is not None


def explanation(result: Result, language: str = "sv") -> str:
    """Why it was enough, or was not."""
    return " ".join(_say(result, language, key) for key in _reasons(result))


def requirement(vote: Vote, present: int, language: str = "sv") -> str | None:
    """What the question needs, told before the vote; None where the most votes win."""
    share = needed(Required(vote.majority), present)
    if share is None:
        return None
    key = REQUIRED.get(Required(vote.majority), "required")
    return TEXTS[language][key].format(needed=share, present=present)


def _asked_by_law(vote: Vote) -> SpecialMatter | None:
    """Told by the words that were stored with the vote."""
    if vote.majority not in COUNTED:
        return None
    return next((each for each in SpecialMatter if asked(each).yes == vote.yes_means), None)


def _reasons(result: Result) -> list[str]:
    """The sentences, by key."""
    if result.is_tied:
        return ["even", "lot" if result.is_by_lot else "casting"]
    if broken := BROKEN.get(result.vote.carried_by or ""):
        return ["even", broken]
    enough = result.vote.carried_by is not None
    match result.required:
        case Required.ONE_THIRD:
            return ["asked", _third(result)]
        case Required.TWO_THIRDS | Required.TWO_THIRDS_AGAINST:
            return [f"said_{result.required.side}", "two_thirds" if enough else "too_few"]
        case Required.ALL:
            return ["said_yes", "all" if enough else "not_all"]
    return ["most"]


def _third(result: Result) -> str:
    if result.vote.outcome == Verdict.YES:
        return "too_few"
    return "third" if result.vote.carried_by == "minority" else "majority"


def _say(result: Result, language: str, key: str) -> str:
    vote = result.vote
    return TEXTS[language][key].format(
        yes=vote.yes,
        no=vote.no,
        present=vote.present,
        needed=vote.needed,
        what=ASKED[language].get(result.kind, ""),
        choice=SAID[language].get(vote.casting_choice or "", ""),
        outcome=SAID[language].get(vote.outcome or "", ""),
    )
