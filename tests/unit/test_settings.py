"""The settings that come from the environment."""

from pathlib import Path

import pytest

from situate.settings import Settings, _home


def test_the_folder_of_a_users_own_tables_can_be_named():
    assert Settings.load({"SITUATE_DATA": "/team/data"}).data == Path("/team/data")
    assert Settings.load({"SITUATE_DATA": "", "XDG_DATA_HOME": "/x"}).data == _home({"XDG_DATA_HOME": "/x"})


@pytest.mark.parametrize(
    ("system", "values", "folder"),
    [
        ("linux", {}, Path.home() / ".local" / "share" / "situate"),
        ("linux", {"XDG_DATA_HOME": "/x"}, Path("/x/situate")),
        ("darwin", {}, Path.home() / "Library" / "Application Support" / "situate"),
        ("win32", {"LOCALAPPDATA": "C:/a"}, Path("C:/a/situate")),
    ],
)
def test_each_system_has_its_own_folder_for_data(system, values, folder):
    assert _home(values, system) == folder
