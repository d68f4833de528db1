import packaged
import pytest

from situate.extract.reader import Reader


@pytest.fixture
def reader() -> Reader:
    """The packaged reading model."""
    return packaged.reader()
