"""Turn an OpenAPI 3.1 file into TypeScript types: one interface a schema, one entry an operation.

Covers what our own specification uses, and stops on anything else rather than write `any`.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

Json = dict[str, Any]

SCALARS = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}
METHODS = ("get", "post", "put", "patch", "delete")
HEAD = "// Written by scripts/types from server/openapi.json. Do not edit.\n"


class Unsupported(Exception):
    """The specification uses a form this generator does not know."""


def type_of(schema: Json, indent: str = "") -> str:
    """Write the TypeScript type of one JSON schema."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "enum" in schema:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in schema["enum"])
    for key, joint in (("anyOf", " | "), ("oneOf", " | "), ("allOf", " & ")):
        if key in schema:
            return joint.join(type_of(part, indent) for part in schema[key])
    kind = schema.get("type")
    if isinstance(kind, list):
        return " | ".join(dict.fromkeys(type_of(schema | {"type": one}, indent) for one in kind))
    if kind == "array":
        item = type_of(schema.get("items", {}), indent)
        return f"({item})[]" if " " in item and not item.startswith("{") else f"{item}[]"
    if kind == "object" or "properties" in schema:
        return object_type(schema, indent)
    if kind in SCALARS:
        return SCALARS[kind]
    if kind is None:
        return "unknown"
    raise Unsupported(f"type {kind!r}")


def object_type(schema: Json, indent: str) -> str:
    """Write an object: its named properties, or a record of what it may hold."""
    properties: Json = schema.get("properties", {})
    if not properties:
        extra = schema.get("additionalProperties")
        value = type_of(extra, indent) if isinstance(extra, dict) and extra else "unknown"
        return f"Record<string, {value}>"
    required = set(schema.get("required", ()))
    inner = indent + "  "
    lines = []
    for name, part in properties.items():
        if note := part.get("description"):
            lines.append(f"{inner}/** {note} */")
        mark = "" if name in required else "?"
        lines.append(f"{inner}{property_name(name)}{mark}: {type_of(part, inner)};")
    return "{\n" + "\n".join(lines) + f"\n{indent}}}"


def property_name(name: str) -> str:
    """Quote a name that TypeScript would not read as one."""
    return name if re.fullmatch(r"[A-Za-z_$][\w$]*", name) else json.dumps(name)


def body_type(part: Json | None) -> str:
    """Write the type of a request's or an answer's body; `null` when it has none."""
    content: Json = (part or {}).get("content", {})
    for media in ("application/json", "application/problem+json"):
        if media in content:
            return type_of(content[media].get("schema", {}), "  ")
    return "null"


def operation(spec: Json, path: str, method: str) -> str:
    """Write one operation as `"METHOD /path": { body, answer }`, from its first success."""
    described: Json = spec["paths"][path][method]
    codes = sorted(code for code in described["responses"] if code.startswith("2"))
    answer = body_type(described["responses"][codes[0]]) if codes else "null"
    body = body_type(described.get("requestBody"))
    return f'  "{method.upper()} {path}": {{ body: {body}; answer: {answer} }};'


def generate(spec: Json) -> str:
    """Write the whole declaration file."""
    schemas: Json = spec.get("components", {}).get("schemas", {})
    parts = [HEAD]
    for name, schema in sorted(schemas.items()):
        written = type_of(schema)
        head = f"export interface {name} " if written.startswith("{") else f"export type {name} = "
        parts.append(head + written + ("\n" if written.startswith("{") else ";\n"))
    operations = [
        operation(spec, path, method)
        for path in sorted(spec["paths"])
        for method in METHODS
        if method in spec["paths"][path]
    ]
    parts.append("export interface Operations {\n" + "\n".join(operations) + "\n}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    sys.stdout.write(generate(json.loads(Path(sys.argv[1]).read_text())))
