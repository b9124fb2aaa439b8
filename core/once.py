"""Asked once in a reading, however many pieces of screen want to know.

A reading is one snapshot of the database, so that the first answer holds for all of it.  Where
something may change meanwhile (the writer, a test's own session) it is asked each time.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy.orm import Session

ANSWERS = "answers"  # kept by a session that `Database.reading` has opened
P = ParamSpec("P")
Answer = TypeVar("Answer")
Query = Callable[Concatenate[Session, P], Answer]


def once(query: Query[P, Answer]) -> Query[P, Answer]:
    """The answer is shared by all who ask: whoever wants to change it takes a copy."""

    @wraps(query)
    def asked(session: Session, *args: P.args, **kwargs: P.kwargs) -> Answer:
        answers = session.info.get(ANSWERS)
        if answers is None:
            return query(session, *args, **kwargs)
        question = (query, args, tuple(kwargs.items()))
        if question not in answers:
            answers[question] = query(session, *args, **kwargs)
        found: Answer = answers[question]
        return found

    return cast(Query[P, Answer], asked)
