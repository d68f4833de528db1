import pytest
import world


@pytest.fixture(autouse=True)
def _claims_numbered_anew():
    """The ids of a test's claims do not turn on the tests before it."""
    world.restart()
