"""The generator of TypeScript types says exactly what the specification says."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.openapi_types import Unsupported, generate, type_of


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        ({"type": "string", "format": "date"}, "string"),
        ({"type": ["integer", "null"]}, "number | null"),
        ({"type": ["integer", "number"]}, "number"),
        ({"enum": ["young_person", None]}, '"young_person" | null'),
        ({"$ref": "#/components/schemas/Me"}, "Me"),
        ({"anyOf": [{"$ref": "#/components/schemas/Host"}, {"type": "null"}]}, "Host | null"),
        ({"type": "array", "items": {"type": "string"}}, "string[]"),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, '("a" | "b")[]'),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "Record<string, number>"),
        ({"type": "object"}, "Record<string, unknown>"),
        ({}, "unknown"),
    ],
)
def test_each_form_of_schema_has_its_type(schema: dict[str, Any], written: str) -> None:
    assert type_of(schema) == written


def test_only_required_properties_are_always_there() -> None:
    schema = {
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": {"type": "string"},
            "site-name": {"type": "string", "description": "Where."},
        },
    }
    assert type_of(schema) == '{\n  id: string;\n  /** Where. */\n  "site-name"?: string;\n}'


def test_an_operation_gives_its_body_and_its_answer() -> None:
    def json_of(name: str) -> dict[str, Any]:
        schema = {"$ref": f"#/components/schemas/{name}"}
        return {"content": {"application/json": {"schema": schema}}}

    spec = {
        "paths": {
            "/api/sessions": {
                "post": {"requestBody": json_of("SignIn"), "responses": {"200": json_of("Me")}},
                "delete": {"responses": {"204": {}, "default": {}}},
            }
        }
    }

    written = generate(spec)

    assert '"POST /api/sessions": { body: SignIn; answer: Me };' in written
    assert '"DELETE /api/sessions": { body: null; answer: null };' in written


def test_what_is_not_known_stops_the_generator() -> None:
    with pytest.raises(Unsupported):
        type_of({"type": "file"})
