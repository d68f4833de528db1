"""The search for cycles stands still for a while, and goes on as it was."""

import gc

import pytest

from situate.pipeline.uncollected import uncollected


def test_it_stands_still_inside_and_goes_on_after() -> None:
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="no report"), uncollected():
        raise ValueError("no report")
    assert gc.isenabled()
