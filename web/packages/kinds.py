"""The fixed words of a package.  The values are the English words of the format."""

from enum import StrEnum


class Role(StrEnum):
    CHAIR = "chair"
    FIRST_VICE_CHAIR = "1st vice chair"
    SECOND_VICE_CHAIR = "2nd vice chair"
    THIRD_VICE_CHAIR = "3rd vice chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    COMMISSIONER = "commissioner"
    CLERK = "clerk"
    POLITICAL_SECRETARY = "political secretary"
    OTHER = "other"

    @property
    def is_seated(self) -> bool:
        """Holds one of the council's seats."""
        return self in _SEATED

    @property
    def may_lack_party(self) -> bool:
        """Stands outside the parties."""
        return self in (Role.CLERK, Role.OTHER)


_SEATED = (
    Role.CHAIR,
    Role.FIRST_VICE_CHAIR,
    Role.SECOND_VICE_CHAIR,
    Role.THIRD_VICE_CHAIR,
    Role.MEMBER,
)


class Task(StrEnum):
    """What a person does beside the role."""

    GROUP_LEADER = "group leader"
    TELLER = "teller"
    REVISER = "reviser"


class ItemKind(StrEnum):
    DECISION = "decision"
    ELECTION = "election"
    MOTION = "motion"
    INTERPELLATION = "interpellation"
    QUESTION = "question"
    CITIZENS_PROPOSAL = "citizens' proposal"
    INFORMATION = "information"
    NOTICE = "notice"
    FORMALITY = "formality"


class QuestionKind(StrEnum):
    MAIN = "main"
    COUNTER = "counter"
    ADDITION = "addition"
    REFER_BACK = "refer back"
    TABLE = "table"


class Majority(StrEnum):
    """What the question needed; `one third`, `two thirds against` of the no side."""

    SIMPLE = "simple"
    ONE_THIRD = "one third"
    TWO_THIRDS = "two thirds"
    TWO_THIRDS_AGAINST = "two thirds against"
    ALL = "all"


class Choice(StrEnum):
    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"


class Casting(StrEnum):
    """The chair's casting vote."""

    YES = "yes"
    NO = "no"


class Mode(StrEnum):
    HALL = "hall"
    REMOTE = "remote"


class Basis(StrEnum):
    """What a row of attendance rests on."""

    LIST = "list"
    VOTES = "votes"
    UNCERTAIN = "uncertain"


class SpeechKind(StrEnum):
    SPEECH = "speech"
    REPLY = "reply"
    CHAIR = "chair"
    POINT_OF_ORDER = "point of order"
    ANSWER = "answer"
