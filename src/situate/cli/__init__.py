"""The command line. No logic: a command is one use-case; here an error becomes one clear line and an exit status.

Exit status: 0 done, even if some items failed; 1 with ``--strict`` if any failed; 2 what the user must mend;
130 interrupted. Stages are imported inside the commands, so that ``--help`` is instant.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from situate import __version__
from situate.cli.adding import gazetteer, outlets, registry
from situate.cli.asking import explain, situation
from situate.cli.deciding import decide
from situate.cli.evaluating import evaluate
from situate.cli.following import changes, convoys, matrix, timeline
from situate.cli.giving import export, verify
from situate.cli.listing import LISTS
from situate.cli.reading import extract, read
from situate.cli.searching import search
from situate.cli.upkeep import forget, merge, reread
from situate.errors import SituateError

_MEND, _INTERRUPTED = 2, 130
# Read by the libraries of numpy when they load. Our products of matrices are small: on a busy machine, threads that
# wait for each other made them thirty times slower. --jobs is what uses more processors.
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class _InOrder(click.Group):
    """Commands in the order in which they are used, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        del ctx
        return list(self.commands)


@click.group(
    cls=_InOrder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with:  situate read reports/   then   situate situation",
)
@click.version_option(__version__, prog_name="situate")
def cli() -> None:
    """Reports of armed conflict in; a sourced record of claims, events and situations out.

    Every value in the record points to exact words of a report. All commands work offline; only a language model that
    is asked for (--extractor llm) may be elsewhere.
    """


_TABLES = (outlets, registry, gazetteer)
for _command in (
    read,
    extract,
    situation,
    timeline,
    changes,
    matrix,
    convoys,
    *LISTS,
    search,
    explain,
    decide,
    export,
    verify,
    reread,
    merge,
    forget,
    evaluate,
    *_TABLES,
):
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None, *, parts: Any = None) -> int:
    """Run a command line (default: the process's own); ``parts`` puts other stages in the place of the real ones."""
    _speak_utf8()
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    try:
        given = sys.argv[1:] if arguments is None else list(arguments)
        with cli.make_context("situate", given or ["--help"], obj=parts) as context:
            cli.invoke(context)
        sys.stdout.flush()
        return 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except BrokenPipeError:
        _drop_output()  # the reader (head, less) has seen enough
        return 0
    except (KeyboardInterrupt, click.Abort):
        return _say("Stopped. What was read is kept; the same command goes on from there.", _INTERRUPTED)
    except click.UsageError as problem:
        path = problem.ctx.command_path if problem.ctx else "situate"
        if isinstance(problem, click.NoSuchOption) and path == "situate":
            return _say(f"{problem.format_message()} Options stand behind the command: `situate events --record x.db`.")
        return _say(f"{problem.format_message()} See `{path} --help`.")
    except click.ClickException as problem:
        return _say(problem.format_message())
    except SituateError as problem:
        return _say(str(problem))
    except OSError as problem:
        return _say(_told(problem))
    except EOFError as problem:
        return _say(f"A file ends too early: {problem}.")
    except MemoryError:
        return _say("Not enough memory.")


def _say(message: str, status: int = _MEND) -> int:
    """One line on standard error, whatever the message holds."""
    click.echo(f"situate: {' '.join(message.split())}", err=True)
    return status


def _told(problem: OSError) -> str:
    """What and where; a file that was to be written is told by the name that the user gave it."""
    if not problem.filename:
        return f"{problem.strerror or problem}."
    path = Path(os.fsdecode(problem.filename).removesuffix(".partial"))
    if isinstance(problem, FileNotFoundError) and not path.parent.is_dir():
        return f"There is no folder {path.parent} for {path.name}. Create it first."
    return f"{path}: {problem.strerror or problem}."


def _speak_utf8() -> None:
    """The same bytes on every system, whatever its locale and line ends."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _drop_output() -> None:
    """Let the interpreter's last flush go nowhere instead of complaining about the closed pipe."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - not a path of anyone's
        try:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        except (OSError, ValueError):
            return
