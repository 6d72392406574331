"""The results as a table, as Markdown and as JSON."""

import os
import platform
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from big import FUNNEL_LIMIT_SECONDS, IMPORT_LIMIT_MB, Big
from contest import HERE, Match, Rival
from questions import MEMORY_LIMIT_MB, QUESTIONS

IMPORT_TARGET = 0.25
"""DuckDB's time over ours: an import may take four times as long."""

HEADER = ["task", "from", "kelias s", "best rival", "its s", "ratio", "target", "met", "peak MB", "limit", "met"]
RIVALS_HEADER = ["task", "from"]
SOURCES = {"prepared": "index or sorted form", "file": "unsorted Parquet"}


@dataclass
class Line:
    """One row of the table with its verdicts."""

    cells: list[str]
    met: bool


def yes(met: bool) -> str:
    return "yes" if met else "NO"


def line(match: Match) -> Line:
    ours, best = match.ours, match.best_rival
    taking_in = match.task == "import"
    target = IMPORT_TARGET if taking_in else QUESTIONS[match.task].target[match.form]
    limit = None if taking_in else MEMORY_LIMIT_MB[match.form]
    fast, small = match.ratio >= target, limit is None or ours.peak_mb < limit
    cells = [
        match.task,
        SOURCES[match.form],
        f"{ours.median:.3f} ({min(ours.seconds):.3f}-{max(ours.seconds):.3f})",
        best,
        f"{match.rivals[best].median:.3f}",
        f"{match.ratio:.2f}",
        f"{target:g}",
        yes(fast),
        f"{ours.peak_mb:.0f}",
        "-" if limit is None else f"{limit}",
        "-" if limit is None else yes(small),
    ]
    return Line(cells, fast and small)


def big_lines(big: Big) -> list[Line]:
    events = f"{big.events:,} events"
    small, fast = big.taken.peak_mb < IMPORT_LIMIT_MB, big.funnel.median < FUNNEL_LIMIT_SECONDS
    funnel = big.funnel
    shown = f"{funnel.median:.3f} ({min(funnel.seconds):.3f}-{max(funnel.seconds):.3f})"
    taken = [f"{big.taken.seconds:.1f}", "-", "-", "-", "-", "-", f"{big.taken.peak_mb:.0f}", f"{IMPORT_LIMIT_MB}", yes(small)]
    asked = [shown, "-", "-", "-", f"< {FUNNEL_LIMIT_SECONDS} s", yes(fast), f"{funnel.peak_mb:.0f}", "-", "-"]
    return [Line(["import", events, *taken], small), Line(["funnel", f"index of {events}", *asked], fast)]


def rivals_table(matches: list[Match]) -> list[list[str]]:
    names = list(dict.fromkeys(name for match in matches for name in match.rivals))
    shown = lambda match, name: (
        f"{match.rivals[name].median:.3f} ({match.rivals[name].peak_mb:.0f} MB)" if name in match.rivals else "-"
    )
    rows = [[match.task, SOURCES[match.form], *(shown(match, name) for name in names)] for match in matches]
    return [[*RIVALS_HEADER, *names], *rows]


def as_text(table: list[list[str]]) -> str:
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    rows = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in table]
    return "\n".join([rows[0], "  ".join("-" * width for width in widths), *rows[1:]])


def as_markdown(table: list[list[str]]) -> str:
    row = lambda cells: "| " + " | ".join(cells) + " |"
    return "\n".join([row(table[0]), row(["---"] * len(table[0])), *map(row, table[1:])])


def document(where: dict, log: dict, matches: list[Match], lines: list[Line]) -> dict:
    """Everything that was measured, for machines."""
    results = [
        {
            "task": match.task,
            "from": match.form,
            "kelias": match.ours.document(),
            "rivals": {name: series.document() for name, series in match.rivals.items()},
            "ratio": match.ratio,
            "met": line.met,
        }
        for match, line in zip(matches, lines)
    ]
    return {"machine": where, "log": log, "matches": results}


def machine(kelias: str, rivals: list[Rival]) -> dict:
    """Where, with what and when it was measured."""
    processor = [row.partition(":")[2].strip() for row in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in row]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    said = lambda *command: subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE).stdout.strip()
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": processor[0] if processor else platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(memory / 1e9, 1),
        "system": f"{platform.system()} {platform.release()}",
        "load_before": round(os.getloadavg()[0], 2),
        "kelias": said(kelias, "--version"),
        "commit": said("git", "describe", "--always", "--dirty"),
        "python": platform.python_version(),
        "rivals": {rival.name: rival.version for rival in rivals},
    }


def machine_line(where: dict) -> str:
    rivals = ", ".join(f"{name} {version}" for name, version in where["rivals"].items())
    return (
        f"{where['date']}; {where['processor']}, {where['cores']} cores, {where['memory_gb']} GB, {where['system']}, "
        f"load {where['load_before']} before; {where['kelias']} ({where['commit']}); {rivals}; Python {where['python']}"
    )


def markdown(where: dict, about: str, summary: list[list[str]], rivals: list[list[str]]) -> str:
    return (
        f"# Results of the benchmark\n\nWritten by `bench/run.py --save`; docs/performance.md says how to read it.\n\n"
        f"{machine_line(where)}. {about}\n\n{as_markdown(summary)}\n\n"
        f"All rivals, median seconds and peak memory:\n\n{as_markdown(rivals)}\n"
    )
