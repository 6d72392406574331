"""The published JSON Schema, held against maps by an independent validator."""

import copy
import json
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parent.parent
MAPS = sorted([*ROOT.glob("templates/*.journey.yaml"), *ROOT.glob("examples/**/*.journey.yaml")])


class Loader(yaml.SafeLoader):
    """Dates stay the texts they are in JSON."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader)


@pytest.fixture(scope="module")
def validator(kelias):
    printed = subprocess.run([kelias, "schema"], capture_output=True, check=True, text=True).stdout
    schema = json.loads(printed)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_good_maps_validate(validator, path):
    assert [error.message for error in validator.iter_errors(read(path))] == []


def spoilt():
    """(what is spoilt, how)"""
    return [
        ("version", lambda m: m.update(kelias=2)),
        ("id", lambda m: m.update(id="Not a slug")),
        ("title", lambda m: m.update(title=1)),
        ("language", lambda m: m.update(title={"english": "x"})),
        ("lane kind", lambda m: m["lanes"][0].update(kind="texts")),
        ("emotion", lambda m: m["stages"][0]["steps"][0]["emotion"].update(x={"claimed": 7})),
        ("expected time", lambda m: m["stages"][0]["steps"][0].update({"expected-time": "7 minutes"})),
        ("colour", lambda m: m.update(theme={"accent": "red"})),
        ("stage without a title", lambda m: m["stages"].insert(0, {"id": "a"})),
        ("misspelt key", lambda m: m["stages"].insert(0, {"id": "a", "title": "A", "color": "#000000"})),
        ("target without a value", lambda m: m.update(targets=[{"step": "a", "metric": "share"}])),
    ]


@pytest.mark.parametrize("what, spoil", spoilt(), ids=[what for what, _ in spoilt()])
def test_bad_maps_do_not(validator, what, spoil):
    bad = copy.deepcopy(read(ROOT / "templates/e-commerce.journey.yaml"))
    spoil(bad)
    assert list(validator.iter_errors(bad)), what
