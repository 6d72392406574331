"""What the rivals share: the questions, and how one is asked and answered at the command line.

    python polars_questions.py prepare LOG TARGET      bring the log into the rival's best form, once
    python polars_questions.py ask TASK FORM PATH      answer a question from the form `prepared`, or `file`: the log
    python polars_questions.py tasks                   which questions it can answer
    python chdb_questions.py ask TASK K/N PATH         the same of one in N travellers, from the log (ClickHouse only)
    python duckdb_questions.py sort LOG TARGET         write the log sorted into Parquet (DuckDB only)

`ask` prints a JSON object: rival, version, task, form, seconds (the query alone: not the start of Python, not the opening
of a prepared form), peak_mb, answer. An answer has one shape whoever gives it:

    transitions  [[event, next event, count]], by the names
    funnel       [travellers that reached step 1, step 2, ...]
    sessions     {sessions, events_mean, seconds_mean, seconds_median}
    retention    [[first day of the week they came in, weeks later, travellers]], no zeros
    ngrams       [[[five events], count]], the 20 most frequent, by count, then by the names
"""

import json
import os
import resource
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

TASKS = ["transitions", "funnel", "sessions", "retention", "ngrams"]
STEPS = ["e00", "e03", "e05", "e07", "e10"]
WINDOW_MS = 7 * 86_400_000
TIMEOUT_MS = 30 * 60_000
RUN_LENGTH = 5
TOP = 20
THREADS = len(os.sched_getaffinity(0))


def main(
    rival: str,
    version: str,
    prepare: Callable[[Path, Path], None] | None,
    open_form: Callable[[str, Path], object],
    questions: dict[str, Callable],
    sort: Callable[[Path, Path], None] | None = None,
) -> None:
    """Runs what the command line asks for. `open_form` gives what the questions take as their argument."""
    match sys.argv[1:]:
        case ["tasks"]:
            print(json.dumps({"rival": rival, "version": version, "tasks": list(questions)}))
        case ["prepare", log, target] if prepare:
            prepare(Path(log), Path(target))
        case ["sort", log, target] if sort:
            print(json.dumps({"rival": rival, "version": version, **timed(lambda: sort(Path(log), Path(target)))}))
        case ["ask", task, form, path] if task in questions:
            opened = open_form(form, Path(path))
            result = timed(lambda: questions[task](opened))
            print(json.dumps({"rival": rival, "version": version, "task": task, "form": form, **result}), flush=True)
        case _:
            sys.exit(f"{rival} cannot do that\n\n{__doc__}")


def timed(work: Callable) -> dict:
    """The result of the work, its seconds, and the highest memory of the whole process so far."""
    begin = time.perf_counter()
    answer = work()
    seconds = time.perf_counter() - begin
    peak_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "peak_mb": peak_kib * 1024 / 1e6, "answer": answer}


def no_form(form: str) -> SystemExit:
    return SystemExit(f"it cannot be asked from the form `{form}`")


def replace(partial: Path, target: Path) -> None:
    """Puts a finished file or folder in its place."""
    if target.is_dir():
        shutil.rmtree(target)
    os.replace(partial, target)
