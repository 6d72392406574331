"""Times kelias and its rivals on the same log, compares the answers, prints the ratios.

Exit code 1 when answers differ, or with --strict when a target is missed; 2 bad usage; 3 could not do it.
docs/performance.md says what is measured and how to read it.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import big
import datasets
import report
from contest import HERE, Match, contest, import_contest
from processes import Failed
from questions import QUESTIONS

DEFAULT_EVENTS = 5_000_000
BIG_EVENTS = 100_000_000


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kelias", required=True, help="the binary")
    parser.add_argument("--cache", type=Path, help="where logs and prepared forms are kept")
    parser.add_argument("--events", type=int, default=DEFAULT_EVENTS)
    parser.add_argument("--users", type=int, help="default: a tenth of the events")
    parser.add_argument("--repeat", type=int, default=5, help="runs of kelias at each task")
    parser.add_argument("--rival-repeat", type=int, default=3, help="runs of each rival at each task")
    parser.add_argument("--tasks", type=names(list(QUESTIONS)), default=list(QUESTIONS), help="some of the tasks, with commas")
    parser.add_argument("--rivals", type=names(list(datasets.PREPARED_AS)), default=list(datasets.PREPARED_AS))
    parser.add_argument("--slow-rivals", action="store_true", help="ask pm4py too, once")
    parser.add_argument("--big", action="store_true", help="import 100,000,000 events too and ask a funnel over them")
    parser.add_argument("--big-events", type=int, default=BIG_EVENTS)
    parser.add_argument("--strict", action="store_true", help="fail when a target is missed")
    parser.add_argument("--save", action="store_true", help="write bench/RESULTS.md")
    parser.add_argument("--output", type=Path, help="file for the results as JSON; default: results.json in the cache")
    args = parser.parse_args()
    args.cache = (args.cache or datasets.default_cache()).absolute()
    args.kelias = shutil.which(args.kelias) or parser.error(f"there is no program {args.kelias}")
    args.kelias = os.path.abspath(args.kelias)
    args.users = args.users or max(args.events // 10, 1)
    if min(args.repeat, args.rival_repeat) < 1:
        parser.error("everyone runs at least once")
    return args


def names(known: list[str]):
    """Reads names with commas between them."""

    def read(text: str) -> list[str]:
        unknown = [name for name in text.split(",") if name not in known]
        if unknown:
            raise argparse.ArgumentTypeError(f"`{unknown[0]}` is none of {', '.join(known)}")
        return text.split(",")

    return read


def not_as_known(matches: list[Match]) -> list[str]:
    """Answers that all gave and that are wrong all the same: then the log is not the one it should be."""
    return [
        f"{match.task} from {match.form}: not the answer to the log of {DEFAULT_EVENTS:,} events"
        for match in matches
        if match.task in QUESTIONS and not all(map(QUESTIONS[match.task].known, match.answers.values()))
    ]


def run(args: argparse.Namespace) -> int:
    if args.big:
        big.check_room(args.cache, args.big_events)
    log = datasets.log(args.cache, args.events, args.users)
    rivals = datasets.rivals(args.rivals + (datasets.SLOW if args.slow_rivals else []), log, args.rival_repeat)
    duckdb, chdb = (datasets.rival(name, log, args.rival_repeat) for name in ("duckdb", "chdb"))
    where = report.machine(args.kelias, [*rivals, duckdb, *([chdb] if args.big else [])])
    if where["load_before"] > where["cores"] / 4:
        print(f"the machine is busy (load {where['load_before']}): times will be too long", file=sys.stderr)

    lake = args.cache / "lake"
    matches = [import_contest(args.kelias, log, lake, args.events, duckdb, args.rival_repeat)]
    matches += contest(args.kelias, lake, log, rivals, args.tasks, args.repeat)
    shutil.rmtree(lake)
    lines = [report.line(match) for match in matches]
    document = report.document(where, {"events": args.events, "users": args.users}, matches, lines)
    differences = [each for match in matches for each in match.differences]
    if (args.events, args.users) == (DEFAULT_EVENTS, DEFAULT_EVENTS // 10):
        differences += not_as_known(matches)
    if args.big:
        found = big.run(args.kelias, args.cache, args.big_events, args.repeat, chdb)
        lines += report.big_lines(found)
        differences += found.differences
        document["big"] = found.document()
    document["differences"] = differences
    tell(args, document, matches, lines)
    missed = args.strict and not all(line.met for line in lines)
    return 1 if differences or missed else 0


def tell(args: argparse.Namespace, document: dict, matches: list[Match], lines: list[report.Line]) -> None:
    summary = [report.HEADER, *(line.cells for line in lines)]
    rivals = report.rivals_table(matches)
    about = f"{args.events:,} events of {args.users:,} users; median of {args.repeat} runs, of rivals {args.rival_repeat}."
    print(f"\n{report.machine_line(document['machine'])}\n{about}\n")
    print(report.as_text(summary), "\nall rivals, median seconds and peak memory", report.as_text(rivals), sep="\n")
    print("\n" + ("\n".join(document["differences"]) or "all answers are the same"))
    output = args.output or args.cache / "results.json"
    output.write_text(json.dumps(document, indent=2) + "\n")
    print(f"\nresults: {output}")
    if args.save:
        if document["differences"]:
            raise Failed("bench/RESULTS.md is not written, because answers differ")
        (HERE / "RESULTS.md").write_text(report.markdown(document["machine"], about, summary, rivals))


if __name__ == "__main__":
    arguments_given = arguments()
    try:
        sys.exit(run(arguments_given))
    except (Failed, OSError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        sys.exit(3)
