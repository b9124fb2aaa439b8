from tests.web.screens.minutes.conftest import evening, wall

__all__ = ["evening", "wall"]
