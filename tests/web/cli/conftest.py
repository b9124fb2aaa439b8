import pytest


@pytest.fixture(autouse=True)
def in_swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine speaks that the tests run on."""
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
