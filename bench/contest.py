"""Our commands and the rivals' queries, turn about, so that a machine that slows down slows everyone."""

import json
import os
import shutil
import statistics
import sys
from dataclasses import dataclass, field
from pathlib import Path

from processes import Failed, measure
from questions import FORMS, difference, our_answer, ours

HERE = Path(__file__).parent
COLUMNS = ["--customer", "user_id", "--event", "event", "--time", "ts"]


@dataclass
class Rival:
    name: str
    version: str
    script: Path
    tasks: list[str]
    prepared: Path | None
    """Its own form of the log; none when it has none."""
    repeat: int

    def command(self, *arguments: object) -> list[str]:
        return [sys.executable, str(self.script), *map(str, arguments)]


@dataclass
class Series:
    """All runs of one contender at one thing."""

    seconds: list[float] = field(default_factory=list)
    peaks_mb: list[float] = field(default_factory=list)

    def add(self, seconds: float, peak_mb: float) -> None:
        self.seconds.append(seconds)
        self.peaks_mb.append(peak_mb)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def peak_mb(self) -> float:
        return max(self.peaks_mb)

    def document(self) -> dict:
        return {"median_seconds": self.median, "seconds": self.seconds, "peak_mb": self.peak_mb}


@dataclass
class Match:
    """One task from one form: ours, the rivals by name, and what differed."""

    task: str
    form: str
    ours: Series = field(default_factory=Series)
    rivals: dict[str, Series] = field(default_factory=dict)
    answers: dict[str, object] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)

    def answered(self, who: str, answer: object) -> None:
        """Holds an answer against the first that came."""
        if not self.answers:
            self.answers[who] = answer
            return
        first, expected = next(iter(self.answers.items()))
        where = difference(expected, answer)
        told = f"{self.task} from {self.form}: {first} and {who} differ: {where}"
        if where and told not in self.differences:
            self.differences.append(told)
        self.answers.setdefault(who, answer)

    @property
    def best_rival(self) -> str:
        return min(self.rivals, key=lambda name: self.rivals[name].median)

    @property
    def ratio(self) -> float:
        return self.rivals[self.best_rival].median / self.ours.median


def turns(repeat: int, of: int) -> set[int]:
    """In which of the rounds someone runs who runs less often, spread over all of them."""
    return {round(turn * (of - 1) / max(repeat - 1, 1)) for turn in range(min(repeat, of))}


def contest(kelias: str, lake: Path, log: Path, rivals: list[Rival], tasks: list[str], repeat: int) -> list[Match]:
    """Asks every task of everyone, from both forms."""
    matches = []
    for form in FORMS:
        source = ["--lake", str(lake)] if form == "prepared" else ["--events", str(log), *COLUMNS]
        for task in tasks:
            print(f"{task} from {form}", flush=True)
            matches.append(match(Match(task, form), ours(kelias, task, source), log, rivals, repeat))
    return matches


def match(match: Match, command: list[str], log: Path, rivals: list[Rival], repeat: int) -> Match:
    takes_part = [r for r in rivals if match.task in r.tasks and (match.form == "file" or r.prepared)]
    rounds = max([repeat, *(rival.repeat for rival in takes_part)])
    for turn in range(rounds):
        for rival in takes_part:
            if turn in turns(rival.repeat, rounds):
                path = log if match.form == "file" else rival.prepared
                result = json.loads(measure(rival.command("ask", match.task, match.form, path)).output)
                match.rivals.setdefault(rival.name, Series()).add(result["seconds"], result["peak_mb"])
                match.answered(rival.name, result["answer"])
        if turn in turns(repeat, rounds):
            run = measure(command)
            match.ours.add(run.seconds, run.peak_mb)
            match.answered("kelias", our_answer(match.task, run.output))
    return match


def import_into(kelias: str, log: Path, lake: Path, events: int):
    """Imports a log into a new lake, measured; all of its events must be in."""
    shutil.rmtree(lake, ignore_errors=True)
    run = measure([kelias, "import", str(log), "--lake", str(lake), *COLUMNS, "--json"])
    told = json.loads(run.output)
    wanted = {"read": events, "kept": events, "duplicates": 0, "rejected": 0}
    found = {key: told[key] for key in wanted}
    if found != wanted:
        raise Failed(f"the import of {log} says {found}, which should be {wanted}")
    return run


def import_contest(kelias: str, log: Path, lake: Path, events: int, duckdb: Rival, repeat: int) -> Match:
    """Imports into a lake, index included, against DuckDB sorting into Parquet. Leaves the lake of the last import."""
    match = Match("import", "file")
    sorted_file = lake.with_suffix(".sorted.parquet")
    for turn in range(max(repeat, duckdb.repeat)):
        print(f"import {turn + 1}", flush=True)
        if turn < duckdb.repeat:
            os.sync()  # What the run before wrote must not be waited for in this one.
            result = json.loads(measure(duckdb.command("sort", log, sorted_file)).output)
            if result["answer"] != events:
                raise Failed(f"DuckDB sorted {result['answer']} events of {events}")
            match.rivals.setdefault(duckdb.name, Series()).add(result["seconds"], result["peak_mb"])
            sorted_file.unlink()
        if turn < repeat:
            os.sync()
            run = import_into(kelias, log, lake, events)
            match.ours.add(run.seconds, run.peak_mb)
    return match
