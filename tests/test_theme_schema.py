"""The JSON Schema beside the themes: current, kept to, and telling an editor what it can."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from planche.cli import main
from planche.proportions import Token
from planche.theme import Theme
from planche.theming import theme_schema_text
from planche.workshop import TEMPLATES, theme_names, theme_path
from tests.theme_support import PATCHES, THEMES, patched

SCHEMA = TEMPLATES / "theme.schema.json"


def test_the_schema_beside_the_themes_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "theme"]) == 0
    assert capsys.readouterr().out == SCHEMA.read_text(encoding="utf-8"), "run make schema"
    assert theme_schema_text() == theme_schema_text()


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
def test_every_theme_names_the_schema_and_keeps_to_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA.name}"
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft7Validator.check_schema(schema)  # what editors' YAML services go by
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(text))


@pytest.mark.parametrize(
    "name", ["role-missing", "role-misspelt", "steps-missing", "no-press", "colour-by-name",
             "field-of-role", "length-misspelt", "format-missing", "goal-unknown", "no-shares"],
)  # fmt: skip
def test_the_schema_refuses_what_an_editor_can_tell(name: str) -> None:
    old, new, _, _ = PATCHES[name]
    schema = json.loads(theme_schema_text())
    assert not jsonschema.Draft202012Validator(schema).is_valid(
        yaml.safe_load(patched(old, new)[0])
    )


def test_every_field_of_the_schema_is_described() -> None:
    schema = json.loads(theme_schema_text())
    for part in [schema, *schema["$defs"].values()]:
        assert part["description"]
        for name, field in part["properties"].items():
            assert "description" in field or "$ref" in field, name


def test_every_part_of_a_theme_refuses_unknown_fields() -> None:
    assert issubclass(Theme, Token)
    assert Token.model_config["extra"] == "forbid"


def test_a_name_is_a_file_among_the_templates() -> None:
    assert all(theme_path(name).is_file() for name in theme_names())
