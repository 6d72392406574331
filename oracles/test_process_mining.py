"""Transitions, their times and variants against pm4py."""

import pytest
from conftest import same

LOGS = ["helpdesk", "receipt", "sepsis"]


def formatted(log):
    """The log as pm4py takes it: by case and time, ties in the order of the file."""
    import pm4py

    frame = log.frame().sort_values(["who", "moment"], kind="stable")
    return pm4py.format_dataframe(frame, case_id="who", activity_key="what", timestamp_key="moment")


@pytest.mark.parametrize("log", LOGS, indirect=True)
def test_counts_of_transitions(log, analyse):
    import pm4py

    expected, starts, ends = pm4py.discover_dfg(formatted(log))
    answer = analyse("transitions", *log.arguments, "--ends")["transitions"]
    found = {(row["from"], row["to"]): row["count"] for row in answer}
    with_ends = {**expected}
    with_ends.update({("start", name): count for name, count in starts.items()})
    with_ends.update({(name, "end"): count for name, count in ends.items()})
    assert len(expected) > 50
    assert found == with_ends


@pytest.mark.parametrize("log", LOGS, indirect=True)
def test_times_of_transitions(log, analyse):
    import pm4py

    expected, _, _ = pm4py.discover_performance_dfg(formatted(log))
    answer = analyse("transitions", *log.arguments)["transitions"]
    assert len(answer) == len(expected)
    for row in answer:
        times = expected[row["from"], row["to"]]
        for name in ["mean", "median", "min", "max", "sum", "stdev"]:
            # A single transition has no deviation; pm4py writes 0.
            alone = name == "stdev" and row["count"] == 1
            value = None if alone else times[name]
            assert same(row[f"{name}_seconds"], value), (row, name, times[name])


@pytest.mark.parametrize("log", LOGS, indirect=True)
def test_travellers_of_transitions(log, analyse):
    frame = log.frame().sort_values(["who", "moment"], kind="stable")
    frame["next"] = frame.groupby("who")["what"].shift(-1)
    expected = frame.dropna().groupby(["what", "next"])["who"].nunique().to_dict()
    answer = analyse("transitions", *log.arguments)["transitions"]
    assert {(row["from"], row["to"]): row["travellers"] for row in answer} == expected


@pytest.mark.parametrize("log", LOGS, indirect=True)
def test_variants(log, analyse):
    import pm4py

    expected = pm4py.get_variants(formatted(log))
    answer = analyse("variants", *log.arguments)
    found = {tuple(variant["events"]): variant["count"] for variant in answer["variants"]}
    counts = {events: count if isinstance(count, int) else len(count) for events, count in expected.items()}
    assert found == counts
    assert answer["travellers"] == sum(counts.values())
    order = [(-variant["count"], variant["events"]) for variant in answer["variants"]]
    assert order == sorted(order)
