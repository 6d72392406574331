"""Makes the event log that the benchmark asks its questions of.

    python generate.py --events 5000000 FOLDER

writes FOLDER/ev_time.parquet with the columns user_id, event and ts, in order of time, as events arrive. Travellers
have a heavy-tailed number of events (each at least one), 30 events follow Zipf's law, and the time between two events
of a traveller is mostly seconds within a visit, sometimes days between visits, over 84 days. No traveller has two
events at one time, so that every tool must give the same answer.

The same size gives the same log. Up to 5,000,000 events it comes from one draw. Larger logs are drawn in blocks of
that size, each with travellers of its own, and merged by time slice after slice: the memory needed is that of a block,
and the events of a traveller still lie scattered over the whole file. Block 0 is the log of one block.
"""

import argparse
import json
import os
import shutil
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

SEED = 7
BLOCK = 5_000_000
EVENT_NAMES = [f"e{code:02d}" for code in range(30)]
BEGIN_MS = 1_767_225_600_000  # 2026-01-01 UTC
SPAN_MS = 84 * 86_400_000
ROW_GROUP = 500_000
SCHEMA = pa.schema([("user_id", pa.uint32()), ("event", pa.string()), ("ts", pa.timestamp("ms"))])
LOG = "ev_time.parquet"
FACTS = "log.json"


def draw(events: int, users: int, seed) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Travellers, event codes and times in milliseconds, sorted by traveller and time.

    The order of the draws is part of the log: another order gives another log.
    """
    rng = np.random.default_rng(seed)
    weight = np.minimum(rng.pareto(1.5, users) + 0.2, 40)
    per_user = 1 + rng.multinomial(events - users, weight / weight.sum())
    popularity = 1 / np.arange(1, len(EVENT_NAMES) + 1) ** 1.1
    codes = rng.choice(len(EVENT_NAMES), size=events, p=popularity / popularity.sum()).astype(np.uint8)
    begins = (rng.random(users) * SPAN_MS).astype(np.int64)
    within_visit = rng.random(events) < 0.8
    seconds_apart = rng.exponential(45e3, events)
    days_apart = rng.exponential(2.5 * 86400e3, events)
    gaps = np.where(within_visit, seconds_apart, days_apart).astype(np.int64)

    user = np.repeat(np.arange(users, dtype=np.uint32), per_user)
    first = np.cumsum(per_user) - per_user
    gaps[first] = 0
    elapsed = np.cumsum(gaps)
    elapsed -= np.repeat(elapsed[first], per_user)
    # Who runs over the end of the span goes on at its begin, so that all days are equally busy.
    time = BEGIN_MS + (np.repeat(begins, per_user) + elapsed) % SPAN_MS
    order = np.lexsort((time, user))
    return user, codes[order], without_ties(user, time[order])


def without_ties(user: np.ndarray, time: np.ndarray) -> np.ndarray:
    """The least times, none before the given one, that rise strictly within each traveller."""
    position = np.arange(len(time), dtype=np.int64)
    # A running maximum over all travellers at once: each is lifted above the one before by more than any difference.
    lift = user.astype(np.int64) * (2 * SPAN_MS + len(time))
    return np.maximum.accumulate(time - position + lift) - lift + position


def table(user: np.ndarray, codes: np.ndarray, time: np.ndarray) -> pa.Table:
    names = pa.DictionaryArray.from_arrays(pa.array(codes, pa.uint8()), pa.array(EVENT_NAMES)).cast(pa.string())
    return pa.table([pa.array(user), names, pa.array(time, pa.timestamp("ms"))], schema=SCHEMA)


def by_time(user: np.ndarray, codes: np.ndarray, time: np.ndarray) -> pa.Table:
    order = np.argsort(time, kind="stable")
    return table(user[order], codes[order], time[order])


def write_log(events: int, users: int, target: Path) -> None:
    if events <= BLOCK:
        pq.write_table(by_time(*draw(events, users, SEED)), target, compression="zstd", row_group_size=ROW_GROUP)
        return
    blocks = -(-events // BLOCK)
    folder = target.with_suffix(".blocks")
    folder.mkdir()
    parts = []
    for block in range(blocks):
        size = min(BLOCK, events - block * BLOCK)
        first_user, end_user = users * block * BLOCK // events, users * (block * BLOCK + size) // events
        user, codes, time = draw(size, end_user - first_user, SEED if block == 0 else (SEED, block))
        part = folder / f"{block}.parquet"
        rows = by_time(user + np.uint32(first_user), codes, time)
        pq.write_table(rows, part, compression="zstd", row_group_size=ROW_GROUP // 4)
        parts.append(part)
        print(f"block {block + 1} of {blocks} drawn", flush=True)
    merge_by_time(parts, target)
    shutil.rmtree(folder)


def merge_by_time(parts: list[Path], target: Path) -> None:
    """Merges logs that are each in order of time, as many slices of time as there are logs."""
    # Pushing ties apart can lift a time a little over the end of the span: the last slice has no end.
    begins = [BEGIN_MS + SPAN_MS * part // len(parts) for part in range(len(parts))]
    with pq.ParquetWriter(target, SCHEMA, compression="zstd") as writer:
        for begin, end in zip(begins, begins[1:] + [2 * (BEGIN_MS + SPAN_MS)]):
            slices = pa.concat_tables(time_slice(part, begin, end) for part in parts)
            order = np.argsort(slices["ts"].cast(pa.int64()).to_numpy(), kind="stable")
            writer.write_table(slices.take(pa.array(order)), row_group_size=ROW_GROUP)


def time_slice(part: Path, begin: int, end: int) -> pa.Table:
    moment = lambda ms: pa.scalar(ms, pa.timestamp("ms"))
    return pq.read_table(part, filters=(pc.field("ts") >= moment(begin)) & (pc.field("ts") < moment(end)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=5_000_000)
    parser.add_argument("--users", type=int, help="default: a tenth of the events")
    args = parser.parse_args()
    users = args.users or max(args.events // 10, 1)
    if not 1 <= users <= args.events:
        parser.error(f"{args.events} events cannot be those of {users} users, who have at least one each")
    args.folder.mkdir(parents=True, exist_ok=True)
    target = args.folder / LOG
    partial = target.with_suffix(".partial")
    shutil.rmtree(partial.with_suffix(".blocks"), ignore_errors=True)
    write_log(args.events, users, partial)
    os.replace(partial, target)
    # Written last: a folder with this file holds a whole log.
    facts = {"events": args.events, "users": users, "bytes": target.stat().st_size}
    (args.folder / FACTS).write_text(json.dumps(facts) + "\n")
    print(json.dumps(facts))


if __name__ == "__main__":
    main()
