"""What all comparisons share: the program under test, the data and how answers are compared.

KELIAS_BIN names the program (default: target/debug/kelias). The data lie in ../shared/data beside the checkout;
without them the comparisons that need them are skipped, and say so.
"""

import json
import math
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def kelias():
    """The path of the program under test."""
    program = Path(os.environ.get("KELIAS_BIN", ROOT / "target" / "debug" / "kelias"))
    if not program.exists():
        pytest.fail(f"there is no program at {program}; build it or name it in KELIAS_BIN")
    return str(program)


@pytest.fixture(scope="session")
def analyse(kelias):
    """Runs `kelias analyse WHAT ... --json` and returns the object it prints."""

    def run(what, *arguments):
        command = [kelias, "analyse", what, *map(str, arguments), "--json"]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, f"{' '.join(command)}\n{done.stderr}"
        return json.loads(done.stdout)

    return run


class Log:
    """A log of ../shared/data: how the program is told to read it, and the same as a pandas frame."""

    def __init__(self, name, file, customer, event, time, *options):
        self.name, self.path = name, DATA / file
        self.columns = customer, event, time
        self.arguments = ["--events", self.path, "--customer", customer, "--event", event, "--time", time, *options]

    def frame(self):
        """Columns who, what (text) and moment (UTC), in the order of the file."""
        import pandas

        if self.name == "helpdesk":
            import pm4py

            frame = pm4py.read_xes(str(self.path))
        else:
            frame = pandas.read_csv(
                self.path,
                sep=";" if self.name == "sepsis" else ",",
                dtype=str,
                keep_default_na=False,  # a patient of the sepsis log is named NA
            )
        who, what, moment = self.columns
        pattern = "%Y/%m/%d %H:%M:%S.%f" if self.name == "sepsis" else "ISO8601"
        moments = pandas.to_datetime(frame[moment], utc=True, format=pattern)
        return pandas.DataFrame({"who": frame[who].astype(str), "what": frame[what].astype(str), "moment": moments})


LOGS = {
    log.name: log
    for log in [
        Log("ecom", "ecom.csv.gz", "user_id", "event", "timestamp"),
        Log("helpdesk", "helpdesk.xes.gz", "case:concept:name", "concept:name", "time:timestamp"),
        Log("receipt", "receipt.csv", "case:concept:name", "concept:name", "time:timestamp"),
        Log("sepsis", "sepsis.csv", "Case ID", "Activity", "Complete Timestamp"),
    ]
}


@pytest.fixture
def log(request):
    """The log a test is parametrised with, by name."""
    found = LOGS[request.param]
    if not found.path.exists():
        pytest.skip(f"{found.path} is absent: this comparison needs the shared data")
    return found


def same(found, expected):
    """Whether two numbers that were computed in different order of rounding are the same; none matches nan."""
    missing = expected is None or (isinstance(expected, float) and math.isnan(expected))
    if missing or found is None:
        return missing and found is None
    return math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-6)
