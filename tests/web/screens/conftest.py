from tests.agenda.conftest import clerk_of_grannby

__all__ = ["clerk_of_grannby"]
