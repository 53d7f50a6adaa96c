"""One story: some people, some devices, bad weather; then calm, and the accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from server.kernel.database import read_only
from tests.devices.device import Device

from . import accounts, checks
from .chance import told_again
from .checks import Finding
from .gestures.choices import choose, rewrite_disputed
from .server import Stage
from .story import Story
from .weather import go_wrong


@dataclass
class Verdict:
    """What a story came to."""

    seed: int
    intents: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)


def tell(stage: Stage, seed: int) -> Verdict:
    """Play one seed from the first morning to the accounts."""
    with told_again(seed) as (time, random):
        stage.reset()
        story = Story(stage, time, random)
        go_wrong(story, random.randint(10, 26))
        _calm_down(story)
        findings = [*story.findings, *_account(story)]
    return Verdict(seed, len(story.ledger.gestures), story.network.faults, findings)


def _calm_down(story: Story) -> None:
    """Stop the faults, let everybody sync, let them choose between versions, and sync again."""
    story.network.weather = 0.0
    while story.network.late:
        story.network.deliver_late()
    _come_to_rest(story)
    for device in story.devices[:3]:
        story.random.choice([choose, choose, rewrite_disputed])(story.hands, device)
    newcomer = story.new_device("nadia new computer")
    newcomer.shelf.cursors.clear()
    story.devices.append(newcomer)
    _come_to_rest(story)


def _come_to_rest(story: Story) -> None:
    for _ in range(6):
        late = [device for device in story.devices if _is_late(story, device)]
        for device in late:
            device.settle()
        if not late:
            return
    story.findings.append(Finding("diverged", "devices never come to rest"))


def _is_late(story: Story, device: Device) -> bool:
    """Tell whether a device has something to say or to hear."""
    readable = story.readable[story.people[device.name].id]
    held = {scope: cursor[1] for scope, cursor in device.shelf.cursors.items()}
    versions = story.stage.versions()
    current = {scope: versions[scope] for scope in readable if versions[scope]}
    return device.shelf.is_waiting or device.is_paging or held != current


def _account(story: Story) -> Iterator[Finding]:
    """Check every promise."""
    with story.stage.app.app_context(), read_only() as session:
        truth = checks.read_truth(session, story.readable)
    yield from checks.diverged(truth, story.devices, story.people)
    yield from checks.apart(truth)
    yield from checks.gapless(truth, story.stage.witness.versions, story.start)
    yield from checks.duplicated(truth, story.ledger, story.past)
    yield from accounts.lost(truth, story.ledger, story.people)
    if not story.network.faults["device cloned"]:  # a copy repeats another's gestures
        yield from accounts.quarrels(truth, story.ledger)
