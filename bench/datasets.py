"""What is made once and kept: the log, and the rivals' own forms of it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from contest import HERE, Rival
from processes import measure

# Kept in step with generate.py, which is not imported: its libraries would count as our programs' memory.
LOG = "ev_time.parquet"
FACTS = "log.json"

PREPARED_AS = {"duckdb": "duckdb", "polars": "parquet", "chdb": "mergetree"}
SLOW = ["pm4py"]


def default_cache() -> Path:
    target = os.environ.get("CARGO_TARGET_DIR")
    return Path(target, "bench-data") if target else Path.home() / ".cache/kelias-bench"


def log(cache: Path, events: int, users: int) -> Path:
    """The log of this size, made when it is not there."""
    folder = cache / f"{events}-events-{users}-users"
    facts = folder / FACTS
    if not facts.exists():
        print(f"making a log of {events:,} events in {folder}", flush=True)
        command = [sys.executable, HERE / "generate.py", folder, "--events", str(events), "--users", str(users)]
        subprocess.run(command, check=True)
    wanted = json.loads(facts.read_text())["bytes"]
    found = (folder / LOG).stat().st_size
    if found != wanted:
        raise SystemExit(f"{folder / LOG} has {found} bytes, not {wanted}; remove {folder}")
    return folder / LOG


def rivals(names: list[str], log: Path, repeat: int) -> list[Rival]:
    """The rivals, each with its own form of the log, made when it is not there."""
    return [rival(name, log, 1 if name in SLOW else repeat) for name in names]


def rival(name: str, log: Path, repeat: int) -> Rival:
    script = HERE / "rivals" / f"{name}_questions.py"
    told = json.loads(measure([sys.executable, str(script), "tasks"]).output)
    prepared = None
    if name in PREPARED_AS:
        # Another version may write another format.
        version = told["version"].replace(" ", "-")
        prepared = log.with_name(f"{name}-{version}.{PREPARED_AS[name]}")
    rival = Rival(told["rival"], told["version"], script, told["tasks"], prepared, repeat)
    if prepared and not prepared.exists():
        print(f"preparing the log for {rival.name}", flush=True)
        measure(rival.command("prepare", log, prepared))
    return rival
