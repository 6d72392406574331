"""The benchmark's own parts: the log, the rivals' answers, the comparison. Times are not tested here."""

import json
import statistics
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pyarrow.parquet as pq
import pytest

BENCH = Path(__file__).parent.parent / "bench"
sys.path.insert(0, str(BENCH))

import generate  # noqa: E402
from contest import Match, Series, turns  # noqa: E402
from questions import QUESTIONS, difference, our_answer  # noqa: E402

EVENTS, USERS = 20_000, 1_000
RIVALS = {"duckdb": "prepared", "polars": "prepared", "chdb": "prepared", "pm4py": None}


def rival(name: str, *arguments: object) -> str:
    command = [sys.executable, str(BENCH / "rivals" / f"{name}_questions.py"), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def ask(name: str, task: str, form: str, path: Path) -> object:
    return json.loads(rival(name, "ask", task, form, path).splitlines()[-1])["answer"]


@pytest.fixture(scope="module")
def log(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "ev_time.parquet"
    generate.write_log(EVENTS, USERS, path)
    return path


@pytest.fixture(scope="module")
def journeys(log) -> list[list[tuple[int, str]]]:
    """By traveller: times in milliseconds and events, in order of time."""
    by_user: dict[int, list] = {}
    for row in pq.read_table(log).to_pylist():
        time = round(row["ts"].replace(tzinfo=UTC).timestamp() * 1000)
        by_user.setdefault(row["user_id"], []).append((time, row["event"]))
    return [sorted(events) for events in by_user.values()]


def transitions(journeys) -> list:
    counts = Counter(pair for journey in journeys for pair in pairwise(event for _, event in journey))
    return [[*pair, count] for pair, count in sorted(counts.items())]


def funnel(journeys) -> list:
    """Every chain is tried from every first step."""
    steps, window = ["e00", "e03", "e05", "e07", "e10"], 7 * 86_400_000
    reached = [0] * len(steps)
    for journey in journeys:
        deepest = 0
        for at, (begin, event) in enumerate(journey):
            if event != steps[0]:
                continue
            depth = 1
            for time, later in journey[at + 1 :]:
                if depth < len(steps) and later == steps[depth] and time - begin <= window:
                    depth += 1
            deepest = max(deepest, depth)
        for step in range(deepest):
            reached[step] += 1
    return reached


def sessions(journeys) -> dict:
    visits = []
    for journey in journeys:
        last = None
        for time, _ in journey:
            if last is None or time - last > 30 * 60_000:
                visits.append([])
            visits[-1].append(time)
            last = time
    lasted = [(visit[-1] - visit[0]) / 1000 for visit in visits]
    return {
        "sessions": len(visits),
        "events_mean": statistics.fmean(map(len, visits)),
        "seconds_mean": statistics.fmean(lasted),
        "seconds_median": statistics.median(lasted),
    }


def retention(journeys) -> list:
    cells = Counter()
    for journey in journeys:
        days = {datetime.fromtimestamp(time / 1000, UTC).date() for time, _ in journey}
        weeks = {day - timedelta(days=day.weekday()) for day in days}
        first = min(weeks)
        cells.update((first.isoformat(), (week - first).days // 7) for week in weeks)
    return [[*cell, count] for cell, count in sorted(cells.items())]


def ngrams(journeys) -> list:
    counts = Counter()
    for journey in journeys:
        events = [event for _, event in journey]
        counts.update(tuple(events[at : at + 5]) for at in range(len(events) - 4))
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:20]
    return [[list(run), count] for run, count in top]


@pytest.mark.parametrize("name", RIVALS)
def test_rivals_answer_as_counting_by_hand(name, log, journeys, tmp_path):
    tasks = json.loads(rival(name, "tasks").splitlines()[-1])["tasks"]
    assert tasks == (["transitions"] if name == "pm4py" else list(QUESTIONS))
    prepared = tmp_path / "prepared"
    if RIVALS[name]:
        rival(name, "prepare", log, prepared)
    for task in tasks:
        by_hand = json.loads(json.dumps(globals()[task](journeys)))
        assert by_hand
        assert difference(by_hand, ask(name, task, "file", log), f"{name} {task}") is None
        if RIVALS[name]:
            assert difference(by_hand, ask(name, task, "prepared", prepared), f"{name} {task}") is None


def test_parts_of_the_travellers_add_up(log, journeys):
    parts = [ask("chdb", "funnel", f"{part}/3", log) for part in range(3)]
    assert [sum(step) for step in zip(*parts)] == funnel(journeys)


def test_duckdb_sorts_all_rows(log, tmp_path):
    target = tmp_path / "sorted.parquet"
    assert json.loads(rival("duckdb", "sort", log, target))["answer"] == EVENTS
    rows = [(row["user_id"], row["ts"]) for row in pq.read_table(target, columns=["user_id", "ts"]).to_pylist()]
    assert len(rows) == EVENTS and rows == sorted(rows)


def test_the_same_size_gives_the_same_log(log, tmp_path):
    generate.write_log(EVENTS, USERS, tmp_path / "again.parquet")
    assert (tmp_path / "again.parquet").read_bytes() == log.read_bytes()


def test_no_traveller_has_two_events_at_one_time(log, journeys):
    assert len(journeys) == USERS and sum(map(len, journeys)) == EVENTS
    assert all(before[0] < after[0] for journey in journeys for before, after in pairwise(journey))


def test_ties_are_pushed_apart_and_nothing_else():
    import numpy as np

    user = np.array([0, 0, 0, 0, 1, 1, 2], np.uint32)
    time = np.array([5, 5, 5, 6, 1, 9, 3])
    assert generate.without_ties(user, time).tolist() == [5, 6, 7, 8, 1, 9, 3]


def test_large_logs_are_blocks_merged_by_time(tmp_path, monkeypatch):
    monkeypatch.setattr(generate, "BLOCK", 4_000)
    generate.write_log(10_000, 1_000, tmp_path / "large.parquet")
    rows = pq.read_table(tmp_path / "large.parquet").to_pylist()
    assert [row["ts"] for row in rows] == sorted(row["ts"] for row in rows)
    assert len(rows) == 10_000 and {row["user_id"] for row in rows} == set(range(1_000))
    generate.write_log(4_000, 400, tmp_path / "block.parquet")
    key = lambda row: (row["user_id"], row["ts"])
    first = sorted((row for row in rows if row["user_id"] < 400), key=key)
    assert first == sorted(pq.read_table(tmp_path / "block.parquet").to_pylist(), key=key)


@pytest.mark.parametrize(
    ("left", "right", "where"),
    [
        ([1, 2], [1, 2], None),
        ([1, 2], [1, 3], "answer[1] is 2 and 3"),
        ([1], [1, 1], "answer has 1 and 2 entries"),
        ({"a": 1.0}, {"a": 1.0 + 1e-12}, None),
        ({"a": 1.0}, {"a": 1.0 + 1e-6}, "answer.a is 1.0 and 1.000001"),
        ({"a": 1}, {"b": 1}, "answer has ['a'] and ['b']"),
        ({"a": 1.0}, {"a": None}, "answer.a is 1.0 and None"),
        ([["e00", 5]], [["e01", 5]], "answer[0][0] is 'e00' and 'e01'"),
        (10**16, 10**16 + 1, f"answer is {10**16} and {10**16 + 1}"),
    ],
)
def test_difference(left, right, where):
    assert difference(left, right) == where


def test_our_documents_take_the_common_shape():
    cohorts = [{"start": "2026-01-05", "size": 3, "active": [3, 0, 1]}, {"start": "2026-01-12", "size": 0, "active": [0]}]
    document = json.dumps({"analysis": "retention", "cohorts": cohorts})
    assert our_answer("retention", document) == [["2026-01-05", 0, 3], ["2026-01-05", 2, 1]]
    document = json.dumps({"analysis": "ngrams", "ngrams": [{"events": ["a", "b"], "count": 2}]})
    assert our_answer("ngrams", document) == [[["a", "b"], 2]]


def test_a_match_tells_who_differs_and_how_much_faster_we_are():
    match = Match("funnel", "file", Series([0.3, 0.1, 0.2], [9.0, 7.0, 8.0]))
    match.rivals = {"Slow": Series([2.0], [1.0]), "Quick": Series([1.0], [1.0])}
    for who, answer in [("Slow", [3]), ("Quick", [3]), ("kelias", [4])]:
        match.answered(who, answer)
    assert match.differences == ["funnel from file: Slow and kelias differ: answer[0] is 3 and 4"]
    assert (match.best_rival, match.ratio, match.ours.peak_mb) == ("Quick", 5.0, 9.0)


def test_turns_are_spread_over_the_rounds():
    assert turns(3, 5) == {0, 2, 4}
    assert turns(5, 5) == {0, 1, 2, 3, 4}
    assert turns(1, 5) == {0}
