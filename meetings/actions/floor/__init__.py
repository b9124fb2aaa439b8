"""The floor: asked for, withdrawn, ordered by the chair, given and ended.

Kommunallagen 5 kap. 39–43 §§, and the rules of procedure (5:72).
"""

from meetings.actions.floor.ordering import (
    change_request_kind,
    close_list,
    move_request,
    reopen_list,
)
from meetings.actions.floor.requests import request_floor, withdraw_request
from meetings.actions.floor.speeches import end_speech, give_floor, give_floor_to

__all__ = [
    "change_request_kind",
    "close_list",
    "end_speech",
    "give_floor",
    "give_floor_to",
    "move_request",
    "reopen_list",
    "request_floor",
    "withdraw_request",
]
