"""The ClickHouse modes of funnels against windowFunnel of chdb, on a real log and on random traces."""

import csv
import random

import pytest

MODES = [
    "clickhouse",
    "clickhouse_strict_order",
    "clickhouse_strict_deduplication",
    "clickhouse_strict_increase",
    "clickhouse_strict_once",
    "clickhouse_strict_order+allow_reentry",
    "clickhouse_strict_order+strict_deduplication",
    "clickhouse_strict_order+strict_increase",
    "clickhouse_strict_once+strict_increase",
    "clickhouse_strict_once+strict_order",
    "clickhouse_strict_once+strict_deduplication",
]


def levels(rows, steps, window, mode):
    """Travellers who reached each step, by windowFunnel. `rows`: who, what, whole time."""
    import pyarrow
    from chdb import session

    options = mode.removeprefix("clickhouse").lstrip("_")
    options = "".join(f", '{option}'" for option in options.split("+") if option)
    who, what, at = map(list, zip(*rows))
    events = pyarrow.table({"who": who, "what": what, "at": pyarrow.array(at, pyarrow.uint64())})
    conditions = ", ".join(f"what = '{step}'" for step in steps)
    counts = ", ".join(f"countIf(level >= {place + 1})" for place in range(len(steps)))
    with session.Session() as chdb:
        answer = chdb.query(
            f"""
            select {counts} from (select who, windowFunnel({window}{options})(at, {conditions}) as level
                                  from Python(events) group by who)
            """
        )
        return [int(count) for count in str(answer).strip().split(",")]


def found(answer):
    return [step["travellers"] for step in answer["steps"]]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("log", ["ecom"], indirect=True)
def test_on_a_shop(log, mode, analyse):
    frame = log.frame()
    seconds = frame["moment"].astype("datetime64[s, UTC]").astype("int64")
    rows = list(zip(frame["who"], frame["what"], seconds))
    steps = ["catalog", "product_view", "add_to_cart", "cart", "purchase"]
    for hours in [1, 7 * 24]:
        arguments = ["--steps", ",".join(steps), "--window", f"{hours}h", "--mode", mode]
        answer = found(analyse("funnel", *log.arguments, *arguments))
        assert answer == levels(rows, steps, hours * 3600, mode)
        assert answer[0] > 0


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("names, times", [("abc", 30), ("abcx", 12), ("abcdx", 40)])
def test_on_random_traces(names, times, mode, analyse, tmp_path):
    """Thousands of short traces with many ties, whose level is compared as a count over all of them."""
    chance = random.Random(f"{names} {times}")
    traces = []
    for traveller in range(4000):
        for _ in range(chance.randint(1, 12)):
            traces.append((f"t{traveller}", chance.choice(names), 1_700_000_000 + chance.randrange(times)))
    file = tmp_path / "traces.csv"
    with file.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["customer", "event", "time"])
        writer.writerows(traces)
    steps = [name for name in names if name != "x"]
    arguments = ["--events", file, "--customer", "customer", "--event", "event", "--time", "time", "--time-format", "s"]
    for window in [0, 5, 20]:
        funnel = ["--steps", ",".join(steps), "--window", f"{window}s", "--mode", mode]
        answer = found(analyse("funnel", *arguments, *funnel))
        assert answer == levels(traces, steps, window, mode), window


@pytest.mark.parametrize("mode", ["clickhouse", "clickhouse_strict_once", "clickhouse_strict_once+strict_increase",
                                  "clickhouse_strict_once+strict_deduplication", "clickhouse_strict_order"])
def test_steps_that_share_events(mode, analyse, tmp_path):
    """One event that may be two steps."""
    chance = random.Random(mode)
    traces = [
        (f"t{traveller}", chance.choice("abx"), 1_700_000_000 + chance.randrange(8))
        for traveller in range(3000)
        for _ in range(chance.randint(1, 9))
    ]
    file = tmp_path / "traces.csv"
    file.write_text("customer,event,time\n" + "".join(f"{who},{what},{at}\n" for who, what, at in traces))
    arguments = ["--events", file, "--customer", "customer", "--event", "event", "--time", "time", "--time-format", "s"]
    for steps in [["a", "a", "b"], ["a", "b", "a", "a"], ["b", "b", "b", "b"]]:
        for window in [0, 3, 6]:
            funnel = ["--steps", ",".join(steps), "--window", f"{window}s", "--mode", mode]
            answer = found(analyse("funnel", *arguments, *funnel))
            assert answer == levels(traces, steps, window, mode), (steps, window)
