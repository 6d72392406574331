"""Runs one program and measures it as a whole: from its start to its exit."""

import os
import shlex
import subprocess
import tempfile
import time
from dataclasses import dataclass


class Failed(Exception):
    """A program that ended with an error; the text says which and what it said."""


@dataclass
class Run:
    seconds: float
    peak_mb: float
    """Most memory resident at once, in units of 1,000,000 bytes; pages of mapped files count."""
    output: str


def measure(command: list[str]) -> Run:
    """Runs a command to its end.

    The system counts what the parent held at the fork as the child's memory: do not import big libraries here.
    """
    with tempfile.TemporaryFile("w+") as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.stdout.close()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            said = errors.read()[-4000:]
            raise Failed(f"exit code {process.returncode} of {shlex.join(command)}\n{said}")
    return Run(seconds, usage.ru_maxrss * 1024 / 1e6, output.decode())
