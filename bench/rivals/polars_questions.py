"""The questions asked of Polars; usage in asking.py. Its prepared form: Parquet sorted by user and time."""

from pathlib import Path

import polars as pl

import asking
from asking import RUN_LENGTH, STEPS, TIMEOUT_MS, TOP, WINDOW_MS


def prepare(log: Path, target: Path) -> None:
    partial = target.with_suffix(".partial")
    pl.read_parquet(log).sort("user_id", "ts").write_parquet(partial, compression="zstd", row_group_size=500_000)
    asking.replace(partial, target)


def open_form(form: str, path: Path):
    """The log lazily, and how to bring columns of it into order."""
    log = pl.scan_parquet(path)
    if form == "prepared":
        # The pages of the file are in the system's cache before the clock starts.
        path.read_bytes()
        return log, lambda *columns: log.select(columns)
    if form != "file":
        raise asking.no_form(form)
    return log, lambda *columns: log.select(columns).sort("user_id", "ts")


def transitions(opened) -> list:
    _, in_order = opened
    event, user = pl.col("event"), pl.col("user_id")
    rows = (
        in_order("user_id", "event", "ts")
        .with_columns(event.cast(pl.Categorical))
        .select("event", next=event.shift(-1), same_user=user == user.shift(-1))
        .filter("same_user")
        .group_by("event", "next")
        .len()
        .with_columns(event.cast(pl.String), pl.col("next").cast(pl.String))
        .sort("event", "next")
    )
    return rows.collect().rows()


def funnel(opened) -> list:
    """As in duckdb_questions.py: each step looks back to the latest chain one step shorter."""
    _, in_order = opened
    t, event = pl.col("t"), pl.col("event")
    rows = in_order("user_id", "event", "ts").filter(event.is_in(STEPS)).with_columns(t=pl.col("ts").dt.epoch("ms"))
    rows = rows.with_columns(began1=pl.when(event == STEPS[0]).then(t))
    for step, name in enumerate(STEPS[1:], 2):
        latest = pl.col("latest")
        rows = (
            rows.with_columns(latest=pl.col(f"began{step - 1}").forward_fill().shift(1).over("user_id"))
            .with_columns(pl.when((event == name) & (t - latest <= WINDOW_MS)).then(latest).alias(f"began{step}"))
            .drop("latest")
        )
    reached = [pl.col(f"began{step}") for step in range(1, len(STEPS) + 1)]
    counts = rows.group_by("user_id").agg([began.is_not_null().any() for began in reached]).select([r.sum() for r in reached])
    return list(counts.collect().row(0))


def sessions(opened) -> dict:
    _, in_order = opened
    t, user = pl.col("t"), pl.col("user_id")
    is_new = ((user != user.shift(1)) | (t - t.shift(1) > TIMEOUT_MS)).fill_null(True)
    lasted = pl.col("lasted")
    answer = (
        in_order("user_id", "ts")
        .with_columns(t=pl.col("ts").dt.epoch("ms"))
        .with_columns(session=is_new.cum_sum())
        .group_by("session")
        .agg(events=pl.len(), lasted=t.max() - t.min())
        .select(
            sessions=pl.len(),
            events_mean=pl.col("events").mean(),
            seconds_mean=lasted.mean() / 1000,
            seconds_median=lasted.median() / 1000,
        )
    )
    return answer.collect().row(0, named=True)


def retention(opened) -> list:
    log, _ = opened
    week, first = pl.col("week"), pl.col("first")
    rows = (
        log.select("user_id", week=pl.col("ts").dt.truncate("1w"))
        .unique()
        .with_columns(first=week.min().over("user_id"))
        .group_by("first", later=(week - first).dt.total_days() // 7)
        .len()
        .sort("first", "later")
        .with_columns(first.dt.strftime("%Y-%m-%d"))
    )
    return rows.collect().rows()


def ngrams(opened) -> list:
    _, in_order = opened
    user = pl.col("user_id")
    places = [f"e{place}" for place in range(RUN_LENGTH)]
    rows = (
        in_order("user_id", "event", "ts")
        .with_columns(pl.col("event").cast(pl.Categorical))
        .select(
            *(pl.col("event").shift(-place).alias(name) for place, name in enumerate(places)),
            same_user=user == user.shift(1 - RUN_LENGTH),
        )
        .filter("same_user")
        .group_by(places)
        .len()
        # Runs as frequent as the last of the top belong to the choice, which the names then decide.
        .filter(pl.col("len") >= pl.col("len").top_k(TOP).min())
        .with_columns(pl.col(places).cast(pl.String))
        .sort("len", *places, descending=[True] + [False] * RUN_LENGTH)
        .head(TOP)
    )
    return [[row[:-1], row[-1]] for row in rows.collect().rows()]


if __name__ == "__main__":
    questions = {task.__name__: task for task in (transitions, funnel, sessions, retention, ngrams)}
    asking.main("Polars", pl.__version__, prepare, open_form, questions)
