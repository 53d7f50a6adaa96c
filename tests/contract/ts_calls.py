"""Find in TypeScript sources the sentences they ask for, without a compiler: a scan is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LITERAL = re.compile(r'"([^"\\\n]*)"' + r"|'([^'\\\n]*)'")
TEMPLATE = re.compile(r"`([^`]*)`")
CALL = re.compile(r"(?<![\w.])t\(")
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`\w])//[^\n]*", re.DOTALL)

ENDING = re.compile(r"`\$\{[^}]*\}(\.[a-z_.]+)`")


@dataclass(frozen=True)
class Call:
    """One `t(…)`: the keys its first argument may be or may build, the names of its values."""

    keys: frozenset[str]
    templates: tuple[re.Pattern[str], ...]
    #: None when the values are not written in place.
    values: frozenset[str] | None


def literals(source: str) -> set[str]:
    """Give every quoted string, wherever it stands."""
    return {double or single for double, single in LITERAL.findall(source)}


def patterns(source: str) -> list[re.Pattern[str]]:
    """Give the templates that may build a key, their holes matching one part of a key."""
    found = []
    for body in TEMPLATE.findall(source):
        fixed = re.split(r"\$\{[^}]*\}", body)
        if len(fixed) > 1 and re.fullmatch(r"[a-z0-9_]+\..*", fixed[0], re.DOTALL):
            found.append(re.compile(r"[\w.]+".join(re.escape(part) for part in fixed)))
    return found


def endings(source: str) -> set[str]:
    """Give what templates put after a key that stands elsewhere: `.title` in `${key}.title`."""
    return set(ENDING.findall(source))


def calls(source: str) -> Iterator[Call]:
    """Give each call of `t` in a source file."""
    source = COMMENT.sub("", source)
    for match in CALL.finditer(source):
        first, *rest = arguments(source, match.end())
        yield Call(
            keys=frozenset(keys_in(first)),
            templates=tuple(patterns(first)),
            values=value_names(rest[0]) if rest else frozenset(),
        )


def keys_in(argument: str) -> set[str]:
    """Give the keys an expression may be: `a ? "x" : "y"` is both, what is compared is none."""
    shown = re.sub(r'[=!]==\s*"[^"]*"|`[^`]*`|\[[^\]]*\]', "", argument)
    return literals(shown) - {""}


def value_names(argument: str) -> frozenset[str] | None:
    """Give the names of `{ a, b: 1 }`; None for anything else."""
    text = argument.strip()
    if not text.startswith("{") or "..." in text:
        return None
    return frozenset(part.split(":")[0].strip() for part in split_top(text[1:-1]) if part.strip())


def arguments(source: str, start: int) -> list[str]:
    """Split the arguments of the call whose parenthesis opened just before `start`."""
    depth = 1
    for position in range(start, len(source)):
        depth += {"(": 1, ")": -1}.get(source[position], 0)
        if depth == 0:
            return split_top(source[start:position])
    raise AssertionError("a call without an end")


def split_top(text: str) -> list[str]:
    """Split at the commas that are inside no bracket."""
    parts, depth, begin = [], 0, 0
    for position, char in enumerate(text):
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0:
            parts.append(text[begin:position])
            begin = position + 1
    return [*parts, text[begin:]]
