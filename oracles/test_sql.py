"""Sessions, retention and n-grams against DuckDB."""

import pytest
from conftest import same

LOGS = ["ecom", "helpdesk", "receipt", "sepsis"]


def table(log):
    """A connection with a table `events`, numbered in the order of the file."""
    import duckdb

    frame = log.frame()
    frame["moment"] = frame["moment"].dt.tz_localize(None)
    frame["place"] = range(len(frame))
    connection = duckdb.connect()
    connection.register("frame", frame)
    connection.execute("create table events as select who, what, moment::timestamp as moment, place from frame")
    return connection


@pytest.mark.parametrize("minutes", [30, 24 * 60])
@pytest.mark.parametrize("log", LOGS, indirect=True)
def test_sessions(log, minutes, analyse):
    count, events, mean, median = table(log).execute(
        f"""
        with marked as (select who, moment, place, coalesce(moment - lag(moment) over (partition by who order by moment, place)
                                > interval {minutes} minute, true) as is_first from events),
        numbered as (select who, moment, sum(is_first::int) over (partition by who order by moment, place) as number from marked),
        sessions as (select count(*) as events, epoch_us(max(moment)) - epoch_us(min(moment)) as micros
                     from numbered group by who, number)
        select count(*), avg(events), avg(micros) / 1e6, quantile_cont(micros, 0.5) / 1e6 from sessions
        """
    ).fetchone()
    answer = analyse("sessions", *log.arguments, "--timeout", f"{minutes}m")
    assert answer["sessions"] == count > 100
    assert same(answer["events_per_session_mean"], events)
    assert same(answer["duration_seconds_mean"], mean)
    assert same(answer["duration_seconds_median"], median)


@pytest.mark.parametrize("mode", ["on", "on-or-after"])
@pytest.mark.parametrize("cohorts", ["first-time", "recurring"])
@pytest.mark.parametrize("unit", ["day", "week", "month"])
@pytest.mark.parametrize("log", ["ecom", "receipt", "sepsis"], indirect=True)
def test_retention(log, unit, cohorts, mode, analyse):
    chosen = "min(i)" if cohorts == "first-time" else "unnest(list(distinct i))"
    condition = "=" if mode == "on" else ">="
    rows = table(log).execute(
        f"""
        with active as (select distinct who, date_trunc('{unit}', moment)::date as i from events),
        members as (select who, {chosen} as cohort from active group by who),
        ends as (select max(i) as last from active),
        cells as (select cohort, k, (cohort + k * interval 1 {unit})::date as i from (select distinct cohort from members),
                  ends, generate_series(0, date_diff('{unit}', cohort, last)) as g(k))
        select c.cohort::varchar, c.k, count(distinct case when c.k = 0 or a.i is not null then m.who end)
        from cells c join members m using (cohort)
        left join active a on a.who = m.who and a.i {condition} c.i
        group by 1, 2 order by 1, 2
        """
    ).fetchall()
    expected = {}
    for cohort, _, count in rows:
        expected.setdefault(cohort, []).append(count)
    answer = analyse("retention", *log.arguments, "--by", unit, "--cohorts", cohorts, "--mode", mode)["cohorts"]
    assert {row["start"]: row["active"] for row in answer if row["size"]} == expected
    assert all(row["active"] == [0] for row in answer if not row["size"])
    assert [row["start"] for row in answer] == sorted(row["start"] for row in answer)


@pytest.mark.parametrize("log", ["ecom"], indirect=True)
def test_retention_of_chosen_events(log, analyse):
    rows = table(log).execute(
        """
        with starts as (select who, date_trunc('week', min(moment))::date as cohort from events where what = 'home' group by who),
        returns as (select distinct who, date_trunc('week', moment)::date as i from events where what = 'purchase')
        select cohort::varchar, date_diff('week', cohort, i) as k, count(*) from starts join returns using (who)
        where i > cohort group by 1, 2
        """
    ).fetchall()
    chosen = ["--by", "week", "--start", "home", "--return", "purchase"]
    answer = analyse("retention", *log.arguments, *chosen)["cohorts"]
    found = {(row["start"], k, count) for row in answer for k, count in enumerate(row["active"]) if k and count}
    assert found == set(rows)
    assert found


@pytest.mark.parametrize("length", [1, 2, 5])
@pytest.mark.parametrize("log", LOGS, indirect=True)
def test_ngrams(log, length, analyse):
    leads = ", ".join(f"lead(what, {place}) over w" for place in range(length))
    expected = table(log).execute(
        f"""
        with runs as (select [{leads}] as run from events window w as (partition by who order by moment, place))
        select run, count(*) from runs where run[{length}] is not null group by run order by count(*) desc, run limit 20
        """
    ).fetchall()
    answer = analyse("ngrams", *log.arguments, "--length", length, "--top", 20)["ngrams"]
    assert [(run["events"], run["count"]) for run in answer] == expected
    assert expected
