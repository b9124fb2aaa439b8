"""Elections of persons: who asks for what, and how it is held.  Kommunallagen 5 kap. 53–58 §§."""

from voting.rules.elections.kinds import NOT_LISTED, ElectionKind
from voting.rules.elections.requests import RequestReason, RequestResult, lpv_request

__all__ = ["NOT_LISTED", "ElectionKind", "RequestReason", "RequestResult", "lpv_request"]
