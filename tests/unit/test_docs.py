"""The documents hold what the program has: every command and option, every dependency, every table; no dead link."""

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

from situate import samples
from situate.cli import cli, main
from situate.export import FORMATS
from situate.pipeline.giving import RELEASE

ROOT = Path(__file__).parents[2]
COMMANDS = ROOT / "docs" / "reference" / "commands.md"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```[^\n]*\n.*?^```$", re.MULTILINE | re.DOTALL)


def read(page):
    return page.read_text("utf-8")


def prose(page):
    return FENCE.sub("", read(page))


def anchors(page):
    """The anchors of a page's headings, as forges make them."""
    heads = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def options():
    for name, command in cli.commands.items():
        for option in command.params:
            if isinstance(option, click.Option):
                yield pytest.param(name, option, id=f"{name} {option.opts[-1]}")


def section(name):
    """What commands.md says of a command: its own section, or that of all lists."""
    parts = re.split(r"^## ", read(COMMANDS), flags=re.MULTILINE)
    own = next((part for part in parts if part.startswith(f"{name}\n")), None)
    return own or next(part for part in parts if part.startswith("Lists\n"))


@pytest.mark.parametrize("name", list(cli.commands))
def test_each_command_is_documented(name):
    assert f"`situate {name}" in read(COMMANDS)


@pytest.mark.parametrize(("name", "option"), list(options()))
def test_each_option_is_documented_at_its_command(name, option):
    for word in option.opts:
        assert re.search(rf"`{re.escape(word)}[ `]", section(name)), f"{word} of {name} is not in commands.md"


@pytest.mark.parametrize(("name", "option"), list(options()))
def test_each_choice_of_an_option_is_documented(name, option):
    if isinstance(option.type, click.Choice):
        for choice in option.type.choices:
            assert re.search(rf"\b{choice}\b", section(name)), f"{option.opts[-1]} {choice} of {name}"


def test_no_option_is_documented_that_no_command_has():
    known = {word for command in cli.commands.values() for param in command.params for word in param.opts}
    written = {word for page in PAGES for word in re.findall(r"`(--[a-z][a-z-]+)[ `]", prose(page))}
    assert written - known <= {"--version", "--help"}


def command_lines():
    """Each line of a block that calls situate, cut into words."""
    for page in PAGES:
        for line in re.findall(r"^situate (.+)$", "".join(FENCE.findall(read(page))), re.MULTILINE):
            words = shlex.split(line.partition(" > ")[0], comments=True)
            yield pytest.param(words, id=f"{page.stem}: {' '.join(words)}")


@pytest.mark.parametrize("words", list(command_lines()))
def test_each_command_line_can_be_understood(words):
    if words != ["--version"]:
        command = cli.commands[words[0]]
        context = command.make_context(words[0], words[1:])
        assert context.params.get("target", "html") in {*FORMATS, RELEASE}


@pytest.fixture(scope="module")
def tutorial(tmp_path_factory):
    """A folder in which the tutorial's commands run."""
    return tmp_path_factory.mktemp("tutorial")


@pytest.mark.slow
def test_the_tutorial_runs(tutorial, monkeypatch, capsys):
    monkeypatch.chdir(tutorial)
    monkeypatch.delenv("SITUATE_RECORD", raising=False)
    page = read(ROOT / "docs" / "tutorials" / "first-record.md")
    blocks = "".join(FENCE.findall(page))
    samples.copied(Path(re.search(r"^python -m situate\.samples (\w+)$", blocks, re.MULTILINE)[1]))
    lines = re.findall(r"^situate (.+)$", blocks, re.MULTILINE)
    identity = {"e": "", "x": ""}
    for line in lines:
        words = shlex.split(line.replace(" ID", f" {identity['x' if line.startswith('decide') else 'e']}"))
        assert main(words) == 0, line
        out, err = capsys.readouterr()
        assert out or err or "-o" in words, f"{line} says nothing"
        assert "Traceback" not in err
        for kind, found in (("e", r"\be:[0-9a-f]{6,}"), ("x", r"\bx:[0-9a-f]{6,}(?=.* killed )")):
            identity[kind] = next(iter(re.findall(found, out)), identity[kind])
    assert all(identity.values())
    for name in ("situation.html", "events.csv", "situation.geojson", "times.jsonl"):
        assert (tutorial / name).stat().st_size > 0


def dependencies():
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    groups = [project["build-system"]["requires"], project["project"]["dependencies"]]
    groups += project["project"].get("optional-dependencies", {}).values()
    groups += project.get("dependency-groups", {}).values()
    return sorted({re.match(r"[\w.-]+", one)[0] for group in groups for one in group if isinstance(one, str)})


@pytest.mark.parametrize("name", dependencies())
def test_each_dependency_is_explained(name):
    rows = [line for line in read(ROOT / "docs/explanation/dependencies.md").splitlines() if line.startswith("|")]
    assert any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", row.split("|")[1]) for row in rows)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_relative_links_lead_somewhere(page):
    for target in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), f"{target} is not there"
        if anchor and found.suffix == ".md":
            assert anchor in anchors(found), f"{target} has no such heading"


def test_each_page_can_be_reached_from_the_list_of_documents():
    listed = {target for target in LINK.findall(read(ROOT / "docs/README.md")) if target.endswith(".md")}
    there = {page.relative_to(ROOT / "docs").as_posix() for page in PAGES[1:]} - {"README.md"}
    assert there - listed == set()


SOURCE = ROOT / "src" / "situate"


def named_modules():
    """What documents name: paths, files by their end, modules by their package, those of a section by their names."""
    architecture = read(ROOT / "ARCHITECTURE.md")
    for page in (ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", *PAGES):
        yield from re.findall(r"`((?:src|tests|training|benchmarks|docs)/[\w./-]+)`", prose(page))
    yield from (f"src/**/{end}" for end in re.findall(r"`((?!training/)(?:\w+/)?\w+\.(?:py|yaml))`", architecture))
    for dotted in re.findall(r"`([a-z]+(?:\.[a-z_]+)+)`", architecture):
        *packages, module = dotted.split(".")
        if module not in {"py", "yaml", "json", "md", "toml"}:
            yield f"src/{'**/' * (packages[0] != 'situate')}{'/'.join(packages)}/{module}*"
    for title, package in (("How a report becomes claims", "extract"), ("How a claim gets its meanings", "resolve")):
        rows = re.split(r"^## ", architecture.partition(f"## {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
        for row in re.findall(r"^\| [^|]+ \|([^|]+)\|", rows, re.MULTILINE):
            yield from (f"src/situate/{package}/**/{name}*" for name in re.findall(r"`(\w+)`", row))


@pytest.mark.parametrize("path", sorted(set(named_modules())))
def test_what_the_documents_name_is_there(path):
    assert any(ROOT.glob(path))


def test_the_tree_of_folders_is_whole():
    tree = FENCE.findall(read(ROOT / "ARCHITECTURE.md"))[1]
    for one in (*SOURCE.iterdir(), *(ROOT / "tests").iterdir()):
        if one.is_dir() and one.name not in {"__pycache__", "data", "golden"}:
            assert f"{one.name}/" in tree, one
    there = {
        one.name for one in (SOURCE, *ROOT.glob("*"), *SOURCE.rglob("*"), *(ROOT / "tests").glob("*")) if one.is_dir()
    }
    assert set(re.findall(r"\b(\w+)/", tree)) <= there


def test_the_tables_of_a_record_are_documented():
    from situate.store.tables import metadata

    page = read(ROOT / "docs/reference/record.md")
    for table in metadata.sorted_tables:
        assert f"**{table.name}**" in page
    for name in ("report", "claim"):
        for column in metadata.tables[name].columns:
            assert f"`{column.name}`" in page, f"{name}.{column.name}"


def test_the_query_in_the_page_on_records_runs(tmp_path):
    from situate.store import Opening, open_record

    query = re.search(r"```sql\n(.*?)```", read(ROOT / "docs/reference/record.md"), re.DOTALL)[1]
    with open_record(tmp_path / "x.db", Opening(create=True)) as store:
        assert store.query(lambda connection: connection.exec_driver_sql(query.replace("%", "%%")).all()) == []


def test_formats_and_columns_of_exports_are_documented():
    from situate.export import hxl, polecat, ucdp
    from situate.export.acled_tables import COLUMNS, PROVENANCE
    from situate.export.sourcing import SOURCE_NAMES

    page = read(ROOT / "docs/reference/formats.md")
    for name in (*FORMATS, RELEASE):
        assert f"### {name}\n" in page
    joined = " ".join(page.split())
    assert " ".join(COLUMNS) in joined
    assert " ".join(PROVENANCE) in joined
    tags = [tag for _, tag, _ in hxl.COLUMNS]
    for columns in (ucdp.COLUMNS, polecat.COLUMNS, SOURCE_NAMES, tags):
        assert " ".join(columns) in joined


def test_errors_and_reasons_are_documented():
    from situate import errors

    page = read(ROOT / "docs/reference/errors.md")
    for kind in errors.StopRun.__subclasses__():
        assert f"`{kind.__name__}`" in page
    for kind in errors.SkipItem.__subclasses__():
        assert f"`{kind.reason}`" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_python_in_the_documents_compiles(page):
    for number, code in enumerate(re.findall(r"^```python\n(.*?)^```$", read(page), re.MULTILINE | re.DOTALL)):
        compile(code, f"{page.name} block {number}", "exec")
