"""Which records travel and which intents are answered, gathered from the domains."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from server.actions import models as action_models
from server.actions import views as action_views
from server.appointments import models as appointment_models
from server.appointments import views as appointment_views
from server.caseloads import models as caseload_models
from server.caseloads import views as caseload_views
from server.identity import models as identity_models
from server.identity import views as identity_views
from server.kernel import conflicts, scopes
from server.kernel.intents import IntentDoor
from server.kernel.policy import Actor
from server.kernel.replicated import registry
from server.messaging import models as messaging_models
from server.messaging import operations as messaging_operations
from server.messaging import views as messaging_views
from server.notes import models as note_models
from server.notes import views as note_views
from server.structures import models as structure_models

_MODULES = (
    scopes,
    conflicts,
    structure_models,
    identity_models,
    caseload_models,
    messaging_models,
    action_models,
    appointment_models,
    note_models,
)
_VIEWS = (
    identity_views,
    caseload_views,
    messaging_views,
    action_views,
    appointment_views,
    note_views,
)

#: type -> door, for every intent of the product.
INTENTS: Mapping[str, IntentDoor] = {door.name: door for view in _VIEWS for door in view.INTENTS}


@dataclass(frozen=True, slots=True)
class Receipts:
    """How a domain learns that a device holds what others wrote."""

    #: (actor) -> scopes of the domain where something is not yet « Reçu », since which version.
    waiting: Callable[..., list[tuple[int, str, int]]]
    mark: Callable[..., None]


RECEIPTS = Receipts(
    waiting=messaging_operations.unreceived_threads, mark=messaging_operations.mark_received
)


def gather() -> None:
    """Declare every projection to the unit of work."""
    for module in _MODULES:
        registry.add(module.REPLICATED)


__all__ = ["INTENTS", "RECEIPTS", "Actor", "gather"]
