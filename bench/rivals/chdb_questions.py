"""The questions asked of ClickHouse, by chdb; usage in asking.py. Its prepared form: a sorted MergeTree."""

import json
import re
import shutil
import tempfile
from pathlib import Path

import chdb
from chdb import session

import asking
from asking import RUN_LENGTH, STEPS, THREADS, TIMEOUT_MS, TOP, WINDOW_MS

TABLE = "bench.ev"


class Connection:
    """A session, and the name of what to ask."""

    def __init__(self, folder: str | tempfile.TemporaryDirectory, events: str):
        # A temporary folder lives as long as this.
        self.folder = folder
        self.session = session.Session(folder if isinstance(folder, str) else folder.name)
        self.events = events

    def rows(self, query: str) -> list:
        answer = self.session.query(
            f"{query} settings max_threads = {THREADS}, output_format_json_quote_64bit_integers = 0", "JSONCompactEachRow"
        )
        return [json.loads(line) for line in str(answer).splitlines()]


def prepare(log: Path, target: Path) -> None:
    partial = target.with_suffix(".partial")
    shutil.rmtree(partial, ignore_errors=True)
    store = session.Session(str(partial))
    store.query("create database bench engine = Atomic")
    store.query(
        f"create table {TABLE} (user_id UInt32, event LowCardinality(String), ts DateTime64(3, 'UTC')) "
        "engine = MergeTree order by (user_id, ts)"
    )
    store.query(f"insert into {TABLE} select user_id, event, ts from file('{log}', 'Parquet')")
    store.query(f"optimize table {TABLE} final")
    store.close()
    asking.replace(partial, target)


def open_form(form: str, path: Path):
    if form != "prepared":
        folder = tempfile.TemporaryDirectory(prefix="kelias-bench-", ignore_cleanup_errors=True)
        return Connection(folder, part_of(f"file('{path}', 'Parquet')", form))
    connection = Connection(str(path), TABLE)
    # The columns are in memory before the clock starts.
    connection.rows(f"select max(user_id), max(event), max(ts) from {TABLE}")
    return connection


def part_of(events: str, form: str) -> str:
    """All events, or those of one traveller in so many: what does not fit in memory at once can be asked in parts."""
    if form == "file":
        return events
    part = re.fullmatch(r"(\d+)/(\d+)", form)
    if part is None:
        raise asking.no_form(form)
    return f"(select * from {events} where user_id % {part[2]} = {part[1]})"


# One row for each traveller: the events in order of time.
JOURNEYS = "select arrayMap(x -> x.2, arraySort(groupArray((ts, event)))) as e from {events} group by user_id"


def transitions(connection: Connection) -> list:
    return connection.rows(f"""
        select pair.1, pair.2, count() from (
            select arrayJoin(arrayZip(arrayPopBack(e), arrayPopFront(e))) as pair
            from ({JOURNEYS.format(events=connection.events)}))
        group by pair.1, pair.2 order by pair.1, pair.2""")


def funnel(connection: Connection) -> list:
    conditions = ", ".join(f"event = '{step}'" for step in STEPS)
    rows = connection.rows(f"""
        select {', '.join(f'countIf(level >= {level})' for level in range(1, len(STEPS) + 1))} from (
            select windowFunnel({WINDOW_MS})(toUInt64(toUnixTimestamp64Milli(ts)), {conditions}) as level
            from {connection.events} where event in ({', '.join(f"'{step}'" for step in STEPS)}) group by user_id)""")
    return rows[0]


def sessions(connection: Connection) -> dict:
    rows = connection.rows(f"""
        select count(), avg(length(visit)), avg(visit[-1] - visit[1]) / 1000,
            quantileExactInclusive(0.5)(visit[-1] - visit[1]) / 1000 from (
            select arrayJoin(arraySplit((t, gap) -> gap > {TIMEOUT_MS}, times, arrayDifference(times))) as visit from (
                select arraySort(groupArray(toUnixTimestamp64Milli(ts))) as times
                from {connection.events} group by user_id))""")
    return dict(zip(("sessions", "events_mean", "seconds_mean", "seconds_median"), rows[0]))


def retention(connection: Connection) -> list:
    return connection.rows(f"""
        select toString(weeks[1]) as first, arrayJoin(arrayMap(week -> intDiv(week - weeks[1], 7), weeks)) as later, count()
        from (select arraySort(groupUniqArray(toMonday(ts))) as weeks from {connection.events} group by user_id)
        group by first, later order by first, later""")


def ngrams(connection: Connection) -> list:
    return connection.rows(f"""
        select run, count() as n from (
            select arrayJoin(arrayMap(i -> arraySlice(e, i, {RUN_LENGTH}), range(1, length(e) - {RUN_LENGTH - 2}))) as run
            from ({JOURNEYS.format(events=connection.events)}) where length(e) >= {RUN_LENGTH})
        group by run order by n desc, run limit {TOP}""")


if __name__ == "__main__":
    questions = {task.__name__: task for task in (transitions, funnel, sessions, retention, ngrams)}
    asking.main("ClickHouse", f"chdb {chdb.__version__}", prepare, open_form, questions)
