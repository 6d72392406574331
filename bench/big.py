"""A hundred million events: whether they can be imported in bounded memory, and whether a funnel answers at once."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import datasets
from contest import Rival, Series, import_into
from processes import Failed, Run, measure
from questions import difference, our_answer, ours

IMPORT_LIMIT_MB = 4000
FUNNEL_LIMIT_SECONDS = 3
# The log itself and, while it is made, its blocks take some 6 bytes an event each; the rest is for the lake.
BYTES_AN_EVENT = 150
# The rival answers in parts of the travellers, so that it does not hold them all at once.
PARTS = 4


@dataclass
class Big:
    events: int
    taken: Run
    """The import, index included."""
    lake_bytes: int
    funnel: Series
    answer: list
    differences: list[str]

    def document(self) -> dict:
        return {
            "events": self.events,
            "import": {"seconds": self.taken.seconds, "peak_mb": self.taken.peak_mb, "lake_bytes": self.lake_bytes},
            "funnel": self.funnel.document(),
            "answer": self.answer,
        }


def check_room(cache: Path, events: int) -> None:
    """Ends the run before anything is written when the disk is too full."""
    cache.mkdir(parents=True, exist_ok=True)
    needed, free = events * BYTES_AN_EVENT, shutil.disk_usage(cache).free
    if free < needed:
        raise Failed(
            f"the big run needs {needed / 1e9:.0f} GB free for {cache}, where {free / 1e9:.0f} GB are; "
            "make room or choose another folder with --cache"
        )


def run(kelias: str, cache: Path, events: int, repeat: int, chdb: Rival) -> Big:
    log = datasets.log(cache, events, events // 10)
    lake = cache / "big-lake"
    print("importing the big log", flush=True)
    taken = import_into(kelias, log, lake, events)
    size = sum(path.stat().st_size for path in lake.rglob("*") if path.is_file())
    funnel, answers = Series(), []
    for turn in range(repeat):
        print(f"funnel over the big log {turn + 1}", flush=True)
        asked = measure(ours(kelias, "funnel", ["--lake", str(lake)]))
        funnel.add(asked.seconds, asked.peak_mb)
        answers.append(our_answer("funnel", asked.output))
    shutil.rmtree(lake)
    print(f"the same of {chdb.name}", flush=True)
    parts = [measure(chdb.command("ask", "funnel", f"{part}/{PARTS}", log)).output for part in range(PARTS)]
    expected = [sum(step) for step in zip(*(json.loads(part)["answer"] for part in parts))]
    found = [where for where in (difference(expected, answer) for answer in answers) if where]
    differences = [f"big funnel: {chdb.name} and kelias differ: {where}" for where in found]
    return Big(events, taken, size, funnel, expected, differences)
