"""The five questions: how kelias is asked, what must come out, and how much faster than the rivals it has to be."""

import json
import math
from collections.abc import Callable
from dataclasses import dataclass

FORMS = ["prepared", "file"]
"""From the index of a lake or the best form of a rival; or straight from the unsorted Parquet file."""

MEMORY_LIMIT_MB = {"prepared": 400, "file": 700}
FUNNEL_STEPS = "e00,e03,e05,e07,e10"


@dataclass
class Question:
    arguments: list[str]
    """What follows `kelias analyse`."""
    answer: Callable[[dict], object]
    """Kelias' document in the shape that rivals/asking.py describes."""
    target: dict[str, float]
    """By form: the time of the best rival must be at least so many times ours."""
    known: Callable[[object], bool]
    """Whether an answer is that to the log of 5,000,000 events, as all rivals gave it when the log was first made."""


def retention_cells(document: dict) -> list:
    return [
        [cohort["start"], later, travellers]
        for cohort in document["cohorts"]
        for later, travellers in enumerate(cohort["active"])
        if travellers > 0
    ]


def sessions_summary(document: dict) -> dict:
    return {
        "sessions": document["sessions"],
        "events_mean": document["events_per_session_mean"],
        "seconds_mean": document["duration_seconds_mean"],
        "seconds_median": document["duration_seconds_median"],
    }


QUESTIONS = {
    "transitions": Question(
        ["transitions"],
        lambda document: [[row["from"], row["to"], row["count"]] for row in document["transitions"]],
        {"prepared": 10, "file": 1},
        lambda answer: len(answer) == 900 and sum(count for _, _, count in answer) == 4_500_000,
    ),
    "funnel": Question(
        ["funnel", "--steps", FUNNEL_STEPS, "--window", "7d", "--mode", "canonical"],
        lambda document: [step["travellers"] for step in document["steps"]],
        {"prepared": 5, "file": 1},
        lambda answer: answer == [378_322, 108_944, 28_106, 6_781, 1_154],
    ),
    "sessions": Question(
        ["sessions", "--timeout", "30m"],
        sessions_summary,
        {"prepared": 10, "file": 1},
        lambda answer: answer["sessions"] == 1_393_453,
    ),
    "retention": Question(
        ["retention", "--by", "week"],
        retention_cells,
        {"prepared": 5, "file": 1},
        lambda answer: len(answer) == 91,
    ),
    "ngrams": Question(
        ["ngrams", "--length", "5", "--top", "20"],
        lambda document: [[row["events"], row["count"]] for row in document["ngrams"]],
        {"prepared": 2, "file": 1},
        lambda answer: len(answer) == 20 and answer[0] == [["e00"] * 5, 6_576],
    ),
}


def difference(left: object, right: object, place: str = "answer") -> str | None:
    """Where two answers part, in words; none when they are the same. Fractions may differ by one in a billion."""
    if isinstance(left, dict) and isinstance(right, dict):
        if left.keys() != right.keys():
            return f"{place} has {sorted(left)} and {sorted(right)}"
        pairs = [(f"{place}.{key}", left[key], right[key]) for key in left]
    elif isinstance(left, list) and isinstance(right, list):
        if len(left) != len(right):
            return f"{place} has {len(left)} and {len(right)} entries"
        pairs = [(f"{place}[{at}]", *pair) for at, pair in enumerate(zip(left, right))]
    elif isinstance(left, float) or isinstance(right, float):
        numbers = all(isinstance(value, int | float) for value in (left, right))
        same = numbers and math.isclose(left, right, rel_tol=1e-9)
        return None if same else f"{place} is {left!r} and {right!r}"
    else:
        return None if type(left) is type(right) and left == right else f"{place} is {left!r} and {right!r}"
    return next(filter(None, (difference(one, other, where) for where, one, other in pairs)), None)


def ours(kelias: str, task: str, source: list[str]) -> list[str]:
    """The command that asks kelias; `source` names the lake or the file."""
    what, *rest = QUESTIONS[task].arguments
    return [kelias, "analyse", what, *source, *rest, "--json"]


def our_answer(task: str, output: str) -> object:
    return QUESTIONS[task].answer(json.loads(output))
