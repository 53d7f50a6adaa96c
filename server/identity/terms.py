"""Terms of use (CGU): accepted once per version."""

from __future__ import annotations

from server.kernel.errors import Invalid
from server.kernel.policy import Actor, require
from server.kernel.strings import t
from server.kernel.unit_of_work import UnitOfWork

from .models import Account
from .policy import relations_to_account

CURRENT = "1"


def check_terms(version: str, *, field: str = "version") -> None:
    """Refuse any version but the present one. Raises Invalid."""
    if version != CURRENT:
        raise Invalid(fields={field: [t("identity.terms.other_version")]})


def accept_terms(uow: UnitOfWork, *, by: Actor, version: str) -> None:
    """Remember that a person accepted the present terms. Raises Invalid for other ones."""
    require(by, "POST /api/me/terms", relations_to_account(by, by.id))
    check_terms(version)
    note_acceptance(uow, uow.session.get_one(Account, by.id))


def note_acceptance(uow: UnitOfWork, account: Account) -> None:
    """Date the acceptance of the present terms; a second time keeps the first date."""
    if account.terms_version == CURRENT:
        return
    account.terms_version, account.terms_accepted_at = CURRENT, uow.at
    uow.audit("terms.accept", about=account.id, thing=CURRENT)
