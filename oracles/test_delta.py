"""The lake as another Delta reader sees it: PyPI deltalake, and DuckDB over the files that it names."""

import json
import subprocess
from pathlib import Path

import deltalake
import duckdb
import pytest

EVENTS = Path(__file__).parent.parent / "examples/ecom/ecom.csv.gz"
COLUMNS = [
    "event_id", "sequence", "time", "received_at", "customer", "event", "channel",
    "source", "session", "rating", "rating_scale", "text", "properties",
]  # fmt: skip


@pytest.fixture(scope="module")
def lake(kelias, tmp_path_factory):
    folder = tmp_path_factory.mktemp("delta") / "lake"
    halves = [folder.parent / "one.csv", folder.parent / "two.csv"]
    rows = duckdb.sql(f"select * from read_csv('{EVENTS}')")
    for half, path in zip(["<", ">="], halves):
        duckdb.sql(f"copy (select * from rows where timestamp {half} '2024-04-01') to '{path}' (header)")
    for path in halves:
        command = [kelias, "import", str(path), "--lake", str(folder), "--source", "shop", "--json"]
        printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        assert json.loads(printed)["rejected"] == 0
    assert len(rows) == 31_106
    return folder


def counts_in_file():
    query = "select user_id, event, timestamp, count(*) from read_csv(?) group by all order by all"
    return duckdb.execute(query, [str(EVENTS)]).fetchall()


def counts_in_lake(lake):
    table = deltalake.DeltaTable(str(lake))
    assert [field.name for field in table.schema().fields] == COLUMNS
    events = duckdb.arrow(table.to_pyarrow_table())
    assert events.query("e", "select count(*), count(distinct event_id), count(distinct sequence) from e").fetchall() == [
        (31_106, 31_106, 31_106)
    ]
    asked = "select customer, event, (time at time zone 'UTC')::timestamp, count(*) from e group by all order by all"
    return events.query("e", asked).fetchall()


def test_another_reader_sees_the_same_events(lake):
    assert counts_in_lake(lake) == counts_in_file()


def test_properties_are_json_and_nothing_is_dropped(lake):
    table = deltalake.DeltaTable(str(lake)).to_pyarrow_table(columns=["properties", "session"])
    first = json.loads(table["properties"][0].as_py())
    assert set(first) == {"platform", "acquisition_channel", "user_cohort", "user_lifecycle"}
    assert table["session"].null_count == 0


def test_versions_can_be_travelled(lake):
    assert deltalake.DeltaTable(str(lake), version=1).to_pyarrow_table().num_rows < 31_106
    assert deltalake.DeltaTable(str(lake), version=2).to_pyarrow_table().num_rows == 31_106


def test_an_optimized_table_holds_the_same_events(kelias, lake):
    subprocess.run([kelias, "lake", "optimize", "--lake", str(lake)], check=True, capture_output=True)
    assert len(deltalake.DeltaTable(str(lake)).file_uris()) == 1
    assert counts_in_lake(lake) == counts_in_file()
