"""The question pm4py can answer as it stands; usage in asking.py. Slow: asked only with --slow-rivals, from the file.

The clock runs from reading the file, because pm4py keeps its logs in memory only.
"""

import warnings
from pathlib import Path

warnings.filterwarnings("ignore")

import pandas as pd
import pm4py

import asking


def open_form(form: str, path: Path):
    if form != "file":
        raise asking.no_form(form)
    return path


def transitions(path: Path) -> list:
    columns = {"user_id": "case:concept:name", "event": "concept:name", "ts": "time:timestamp"}
    log = pd.read_parquet(path).rename(columns=columns).astype({"case:concept:name": str})
    log = pm4py.format_dataframe(log, case_id="case:concept:name", activity_key="concept:name", timestamp_key="time:timestamp")
    graph, _, _ = pm4py.discover_dfg(log)
    return sorted([before, after, count] for (before, after), count in graph.items())


if __name__ == "__main__":
    asking.main("pm4py", pm4py.__version__, None, open_form, {"transitions": transitions})
