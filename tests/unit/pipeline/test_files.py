import errno
from pathlib import Path

import pytest

from situate.errors import NoSpace
from situate.pipeline.files import archive, whole_file


def test_a_file_appears_only_once_it_is_whole(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("before")
    with whole_file(str(target)) as stream:
        stream.write(b"after")
        assert target.read_text() == "before"
    assert target.read_text() == "after"
    assert [one.name for one in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.parametrize(
    ("problem", "told"),
    [(OSError(errno.ENOSPC, "No space left on device"), NoSpace), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_what_goes_wrong_leaves_nothing_behind(tmp_path, problem, told):
    def fail():
        with whole_file(str(tmp_path / "out.txt")) as stream:
            stream.write(b"half")
            raise problem

    with pytest.raises(told):
        fail()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a device that is always full")
def test_a_device_is_written_and_never_replaced():
    with pytest.raises(NoSpace), whole_file("/dev/full") as stream:
        stream.write(b"x" * 100_000)
    assert Path("/dev/full").is_char_device()


def test_a_record_without_originals_has_no_archive(tmp_path):
    assert archive(tmp_path / "none") is None
    assert archive(tmp_path) is not None
