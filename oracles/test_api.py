"""The API of a running server, held against its own description by schemathesis with every check it has."""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAP = ROOT / "examples" / "coffee-shop.journey.yaml"
CONFIG = Path(__file__).with_name("schemathesis.toml")


class Server:
    """A server of the test's own, and a token to speak to it."""

    def __init__(self, program, folder):
        command = [program, "serve", "--data", str(folder), "--listen", "127.0.0.1:0", "--json"]
        self.log = open(folder.with_suffix(".log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True)
        ready = self.process.stdout.readline()
        assert ready, f"the server ended before it was ready: {self.said()}"
        self.url = json.loads(ready)["url"].rstrip("/")
        new = [program, "token", "new", "--data", str(folder), "--name", "schemathesis"]
        self.token = subprocess.run(new, capture_output=True, check=True, text=True).stdout.strip()

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def add(self, path):
        """Adds a map and returns its id."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/yaml"}
        request = urllib.request.Request(f"{self.url}/api/v1/maps", path.read_bytes(), headers, method="POST")
        with urllib.request.urlopen(request) as answer:
            assert answer.status == 201
            return answer.headers["Location"].rsplit("/", 1)[-1]

    def get(self, path):
        request = urllib.request.Request(self.url + path, headers={"Authorization": f"Bearer {self.token}"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=30) == 0, self.said()
        self.log.close()


@pytest.fixture
def server(kelias, tmp_path):
    running = Server(kelias, tmp_path / "data")
    yield running
    running.stop()


def test_schemathesis_finds_nothing(server, tmp_path):
    """Paths name maps that are there, so that requests get beyond "no such map". One of them is there to be deleted."""
    kept, doomed = [server.add(MAP) for _ in range(2)], server.add(MAP)
    names = [
        "[dictionaries.kept]",
        f"values = {json.dumps(kept)}",
        "[dictionaries.doomed]",
        f"values = {json.dumps([doomed])}",
        "[parameters]",
        '"path.id" = { dictionary = "kept", probability = 0.9 }',
        "[[operations]]",
        'include-operation-id = "deleteMap"',
        'parameters = { "path.id" = { dictionary = "doomed", probability = 0.9 } }',
    ]
    config = tmp_path / "schemathesis.toml"
    config.write_text("\n".join([CONFIG.read_text(encoding="utf-8"), *names]), encoding="utf-8")
    command = [str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(config), "--no-color", "run"]
    environment = os.environ | {"KELIAS_TOKEN": server.token}
    done = subprocess.run(
        [*command, f"{server.url}/api/openapi.json"], capture_output=True, cwd=tmp_path, env=environment, text=True
    )
    found = f"{done.stdout[-20000:]}\n{done.stderr[-5000:]}\n{server.said()[-5000:]}"
    assert done.returncode == 0, found
    # It has really been in: the maps that were not to be deleted have a history by now.
    for name in kept:
        assert server.get(f"/api/v1/maps/{name}/versions"), found
