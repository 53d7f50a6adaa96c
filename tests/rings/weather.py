"""What happens to a story: people write, devices speak, and everything that can go wrong does."""

from __future__ import annotations

import copy
from collections.abc import Callable

from sqlalchemy import select

from server.kernel.policy import SYSTEM
from server.kernel.scopes import Scope, ScopeGrant, grant_scope, revoke_grant
from server.kernel.unit_of_work import unit_of_work

from .chance import HOUR, MINUTE
from .gestures.repertoire import act, disagree
from .story import Story


def go_wrong(story: Story, steps: int) -> None:
    """Let people write and devices speak, in any order, under faults."""
    if story.random.random() < 0.6:
        _lend(story)
    happen, often = zip(*_EVENTS, strict=True)
    for _ in range(steps):
        story.random.choices(happen, often)[0](story)
        story.time.now += story.random.randint(1, 20_000)


def _gesture(story: Story) -> None:
    device = story.random.choice(story.devices)
    for _ in range(story.random.choice([1, 1, 2, 4])):
        act(story.hands, device)
        story.time.now += story.random.randint(200, 3_000)  # nobody does two things at once


def _disagree(story: Story) -> None:
    disagree(story.hands, story.devices)


def _sync(story: Story) -> None:
    device = story.random.choice(story.devices)
    device.sync()
    story.check_own_words(device)


def _wait(story: Story) -> None:
    story.time.now += story.random.choice([MINUTE, MINUTE, 20 * MINUTE, 30 * HOUR])


def _answer_arrives(story: Story) -> None:
    story.network.deliver_late()


def _close_tabs(story: Story) -> None:
    story.random.choice(story.devices).restart()
    story.network.faults["device restarted"] += 1


def _restart_server(story: Story) -> None:
    story.stage.restart()
    story.network.faults["server restarted"] += 1


def _clone(story: Story) -> None:
    """Restore a phone's backup on another phone: two devices with one name."""
    original = story.random.choice(story.devices)
    if any(device.name.startswith(f"{original.name} copy") for device in story.devices):
        return
    twin = story.new_device(f"{original.name} copy")
    twin.shelf = copy.deepcopy(original.shelf)
    story.devices.append(twin)
    story.network.faults["device cloned"] += 1


def _lend(story: Story) -> None:
    """Open a dossier of Nadia's to Marc, or close it."""
    world, lent = story.stage.world, story.random.choice(["karim", "karim", "lea"])
    with story.stage.app.app_context(), unit_of_work(by=SYSTEM) as uow:
        uow.lock([story.scopes["u", world.marc.id]])
        for kind in "dn":
            scope = uow.session.get_one(Scope, story.scopes[kind, story.stage.people[lent].id])
            grant = uow.session.scalar(
                select(ScopeGrant).where(
                    ScopeGrant.user_id == world.marc.id, ScopeGrant.scope_id == scope.id
                )
            )
            if grant is not None and grant.is_live(uow.at):
                revoke_grant(uow, grant)
            else:
                grant_scope(uow, user_id=world.marc.id, scope=scope, role="stand_in")
    story.learn_rights()


#: Each event, and how often it happens beside the others.
_EVENTS: tuple[tuple[Callable[[Story], None], int], ...] = (
    (_gesture, 20),
    (_disagree, 8),
    (_sync, 24),
    (_wait, 4),
    (_answer_arrives, 8),
    (_close_tabs, 2),
    (_restart_server, 1),
    (_clone, 2),
    (_lend, 5),
)
