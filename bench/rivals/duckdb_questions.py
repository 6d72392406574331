"""The questions asked of DuckDB; usage in asking.py. Its prepared form: a table of its own, sorted, events as ENUM."""

from pathlib import Path

import duckdb

import asking
from asking import RUN_LENGTH, STEPS, THREADS, TIMEOUT_MS, TOP, WINDOW_MS


def connect(database: str, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(database, read_only=read_only)
    connection.execute(f"set threads = {THREADS}")
    return connection


def prepare(log: Path, target: Path) -> None:
    partial = target.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with connect(str(partial)) as connection:
        connection.execute(f"create type event_name as enum (select distinct event from '{log}' order by event)")
        connection.execute(
            "create table ev as select user_id, event::event_name as event, ts "
            f"from '{log}' order by user_id, ts"
        )
    asking.replace(partial, target)


def open_form(form: str, path: Path):
    if form == "file":
        return connect(":memory:"), f"'{path}'"
    if form != "prepared":
        raise asking.no_form(form)
    connection = connect(str(path), read_only=True)
    # The table is in memory before the clock starts.
    connection.execute("select max(user_id), max(event), max(ts) from ev").fetchall()
    return connection, "ev"


def transitions(opened) -> list:
    connection, events = opened
    rows = connection.execute(f"""
        select event::varchar, next::varchar, count(*)
        from (select event, lead(event) over (partition by user_id order by ts) as next from {events})
        where next is not null group by all order by 1, 2""")
    return rows.fetchall()


def funnel(opened) -> list:
    """A chain of steps is known by the time of its first; each step looks back to the latest chain one step shorter.

    The latest is the best there is: it leaves the most of the window.
    """
    connection, events = opened
    chains = f"""
        with reached1 as (
            select user_id, event, epoch_ms(ts) as t, case when event = '{STEPS[0]}' then epoch_ms(ts) end as began1
            from {events} where event in ({', '.join(f"'{step}'" for step in STEPS)}))"""
    for step, name in enumerate(STEPS[1:], 2):
        chains += f""", looked{step} as (
            select *, last_value(began{step - 1} ignore nulls) over (
                partition by user_id order by t rows between unbounded preceding and 1 preceding) as latest
            from reached{step - 1}), reached{step} as (
            select * exclude (latest), case when event = '{name}' and t - latest <= {WINDOW_MS} then latest end
                as began{step} from looked{step})"""
    steps = range(1, len(STEPS) + 1)
    rows = connection.execute(f"""{chains}
        select {', '.join(f'count(*) filter (where r{step})' for step in steps)} from (
            select {', '.join(f'bool_or(began{step} is not null) as r{step}' for step in steps)}
            from reached{len(STEPS)} group by user_id)""")
    return list(rows.fetchall()[0])


def sessions(opened) -> dict:
    connection, events = opened
    rows = connection.execute(f"""
        select count(*), avg(events), avg(lasted), median(lasted) from (
            select count(*) as events, max(t) - min(t) as lasted from (
                select user_id, t, sum(is_new) over (partition by user_id order by t) as session from (
                    select user_id, t, case when t - lag(t) over (partition by user_id order by t) <= {TIMEOUT_MS}
                        then 0 else 1 end as is_new
                    from (select user_id, epoch_ms(ts) as t from {events})))
            group by user_id, session)""")
    count, events_mean, lasted_mean, lasted_median = rows.fetchall()[0]
    return {
        "sessions": count,
        "events_mean": events_mean,
        "seconds_mean": lasted_mean / 1000,
        "seconds_median": float(lasted_median) / 1000,
    }


def retention(opened) -> list:
    connection, events = opened
    rows = connection.execute(f"""
        with active as (select distinct user_id, date_trunc('week', ts)::date as week from {events}),
            came as (select user_id, min(week) as first from active group by user_id)
        select strftime(first, '%Y-%m-%d'), (week - first) // 7 as later, count(*)
        from active join came using (user_id) group by 1, 2 order by 1, 2""")
    return rows.fetchall()


def ngrams(opened) -> list:
    connection, events = opened
    places = range(RUN_LENGTH)
    rows = connection.execute(f"""
        select {', '.join(f'e{place}::varchar' for place in places)}, count(*) from (
            select {', '.join(f'lead(event, {place}) over journey as e{place}' for place in places)}
            from {events} window journey as (partition by user_id order by ts))
        where e{RUN_LENGTH - 1} is not null group by {', '.join(f'e{place}' for place in places)}
        order by count(*) desc, {', '.join(f'e{place}' for place in places)} limit {TOP}""")
    return [[row[:-1], row[-1]] for row in rows.fetchall()]


def sort(log: Path, target: Path) -> int:
    """Writes the log sorted by customer and time into Parquet; how many rows there are."""
    with connect(":memory:") as connection:
        copied = connection.execute(f"copy (select * from '{log}' order by user_id, ts) to '{target}' (format parquet)")
        return copied.fetchall()[0][0]


if __name__ == "__main__":
    questions = {task.__name__: task for task in (transitions, funnel, sessions, retention, ngrams)}
    asking.main("DuckDB", duckdb.__version__, prepare, open_form, questions, sort)
