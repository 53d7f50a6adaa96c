"""Every sentence exists, is used, says what its values are, and is set as French is."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.contract import ts_calls

ROOT = Path(__file__).resolve().parents[2]
BROWSER = ROOT / "pwa" / "src"
SERVER = ROOT / "server" / "locales" / "fr.json"
FILES = (SERVER, *sorted((BROWSER / "i18n" / "fr").glob("*.json")))

PLURAL = re.compile(r"\{(\w+), plural,((?:\s*(?:=\d+|one|other) \{[^{}]*\})+)\s*\}")
FORM = re.compile(r"(?:=\d+|one|other) \{([^{}]*)\}")
#: What is wrong in a French sentence, by name. U+00A0 goes with « » and :, U+202F with ; ! and ?.
FAULTS = {
    "straight apostrophe": re.compile(r"'"),
    "straight quotation mark": re.compile(r'"'),
    "three full stops": re.compile(r"\.\.\."),
    "two spaces": re.compile(r"[ \u00a0\u202f]{2}"),
    "space at an end": re.compile(r"^\s|(?<!:)\s$"),
    "no U+00A0 after «": re.compile(r"«(?!\u00a0)"),
    "no U+00A0 before »": re.compile(r"(?<!\u00a0)»"),
    "no U+00A0 before :": re.compile(r"(?<!\u00a0):(?=\s|$)"),
    "no U+202F before ; ! ?": re.compile(r"(?<![\u202f!?])[;!?]"),
}


@cache
def sentences(file: Path) -> dict[str, str]:
    loaded: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def browser_sentences() -> dict[str, str]:
    return {key: text for file in FILES[1:] for key, text in sentences(file).items()}


@cache
def browser_sources() -> dict[str, str]:
    files = (path for path in BROWSER.rglob("*.ts*") if ".test." not in path.name)
    return {str(path.relative_to(BROWSER)): path.read_text(encoding="utf-8") for path in files}


def forms(sentence: str) -> list[str]:
    """Write the sentence once for each form of its plural."""
    plural = PLURAL.search(sentence)
    if not plural:
        return [sentence]
    whole = plural.group(0)
    return [
        form
        for written in FORM.findall(plural.group(2))
        for form in forms(sentence.replace(whole, written, 1))
    ]


def placeholders(sentence: str) -> set[str]:
    return {name for name, _ in PLURAL.findall(sentence)} | {
        name for form in forms(sentence) for name in re.findall(r"\{(\w+)\}", form)
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_sentences_are_set_as_french_is(file: Path) -> None:
    wrong = [
        f"{key}: {fault}: {form}"
        for key, sentence in sentences(file).items()
        for form in forms(sentence)
        for fault, pattern in FAULTS.items()
        if pattern.search(re.sub(r"https?://\S+", "", form))
    ]
    assert wrong == []


def test_a_key_is_written_in_one_file_only() -> None:
    written = Counter(key for file in FILES[1:] for key in sentences(file))
    assert [key for key, times in written.items() if times > 1] == []


def test_every_sentence_the_screens_ask_for_exists() -> None:
    known = browser_sentences()
    missing = {
        (name, key)
        for name, source in browser_sources().items()
        for call in ts_calls.calls(source)
        for key in call.keys
        if key not in known
    }
    assert missing == set()


def test_every_key_built_from_a_value_has_its_sentences() -> None:
    known = browser_sentences()
    missing = {
        (name, template.pattern)
        for name, source in browser_sources().items()
        for call in ts_calls.calls(source)
        for template in call.templates
        if not any(template.fullmatch(key) for key in known)
    }
    assert missing == set()


def test_values_given_are_the_values_a_sentence_names() -> None:
    known = browser_sentences()
    different = {
        (name, key, tuple(sorted(call.values ^ placeholders(known[key]))))
        for name, source in browser_sources().items()
        for call in ts_calls.calls(source)
        for key in call.keys
        if key in known and call.values is not None and call.values != placeholders(known[key])
    }
    assert different == set()


def test_no_sentence_of_the_screens_is_left_unused() -> None:
    sources = list(browser_sources().values())
    quoted = set().union(*(ts_calls.literals(source) for source in sources))
    built = [pattern for source in sources for pattern in ts_calls.patterns(source)]
    endings = set().union(*(ts_calls.endings(source) for source in sources))
    lengthened = {key + ending for key in quoted for ending in endings}
    unused = [
        key
        for key in browser_sentences().keys() - quoted - lengthened
        if not any(pattern.fullmatch(key) for pattern in built)
    ]
    assert unused == []


def test_no_sentence_of_the_server_is_left_unused() -> None:
    source = "\n".join(path.read_text() for path in (ROOT / "server").rglob("*.py"))
    codes = {f"error.{code}" for code in re.findall(r'"([a-z_]+)"', source)}
    quoted = set(re.findall(r'"([a-z_]+(?:\.[a-z_]+)+)"', source)) | codes
    begun = tuple(set(re.findall(r'f"([a-z_.]+\.)\{', source)) - {"error."})
    unused = [key for key in sentences(SERVER) if key not in quoted and not key.startswith(begun)]
    assert unused == []


def test_every_sentence_the_server_asks_for_exists() -> None:
    source = "\n".join(path.read_text() for path in (ROOT / "server").rglob("*.py"))
    asked = set(re.findall(r'(?<![\w.])t\(\s*"([^"]+)"', source))
    assert asked - set(sentences(SERVER)) == set()


def test_every_error_code_has_its_title() -> None:
    source = (ROOT / "server" / "kernel" / "errors.py").read_text()
    codes = set(re.findall(r'status, code, why = \d+, "(\w+)"', source))
    assert codes - {key.removeprefix("error.") for key in sentences(SERVER)} == set()
