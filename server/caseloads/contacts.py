"""How a young person is reached and called: a telephone number, an e-mail, a usual first name.

The young person and the advisors who follow them change it, each field for itself; two changes made
without knowing each other are both kept, for the two sides of the dossier.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from marshmallow import ValidationError, validate

from server.identity.schemas import NAME_MAX
from server.kernel.choices import put_back
from server.kernel.conflicts import settle
from server.kernel.edit import Edit
from server.kernel.errors import Invalid, Missing
from server.kernel.fields import clean
from server.kernel.policy import SYSTEM, Actor, require
from server.kernel.replicated import registry
from server.kernel.strings import t
from server.kernel.unit_of_work import UnitOfWork
from sync.decision import is_same

from .models import Contact
from .policy import relations_to_young_person

EMAIL_MAX = 254
PHONE_MAX = 40
#: How people write numbers, here or abroad: E.164 has 15 digits at most.
_PHONE = re.compile(r"\+?[0-9 ().\-/]+")
_DIGITS_MIN, _DIGITS_MAX = 6, 15
_is_email = validate.Email(error=t("form.email"))


def set_contact(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    contact_id: str,
    changes: Mapping[str, str | None],
    edit: Edit,
) -> None:
    """Change some fields; nothing written clears one.

    The record's id is the young person's. Raises Missing for anybody else's, Invalid for a number
    or an address that cannot be one.
    """
    require(by, "intent contact.set", relations_to_young_person(uow, by, young_person_id))
    if contact_id != young_person_id:
        raise Missing()
    values = {field: _CHECKS[field](text or "") for field, text in changes.items()}
    contact = uow.session.get(Contact, young_person_id)
    if contact is None:
        if not any(values.values()):
            return
        contact = Contact(id=young_person_id, written_by={}, changed_at={})
        uow.session.add(contact)
    for field, value in values.items():
        _set_field(uow, contact, field, value, by=by, edit=edit)
    if edit.has_changed:
        uow.audit("contact.set", about=young_person_id)


def _set_field(
    uow: UnitOfWork, contact: Contact, field: str, value: str | None, *, by: Actor, edit: Edit
) -> None:
    home = ("d", contact.id)
    decision = settle(uow, contact, field, value, by=by, home=home, kind="contact", edit=edit)
    if decision.outcome != "noop" and is_same(decision.value, value):
        contact.changed_at = {**contact.changed_at, field: edit.at}


def restore_field(
    uow: UnitOfWork,
    young_person_id: str,
    field: str,
    *,
    value: str | None,
    over: str | None,
    edit: Edit,
) -> None:
    """Put back the value that somebody chose between two of the same field.

    `over` is what they were shown beside it: anything else now in its place is kept in its turn.
    Raises Missing when it is not there or no longer theirs.
    """
    by = uow.by or SYSTEM
    require(by, "intent contact.set", relations_to_young_person(uow, by, young_person_id))
    contact = uow.session.get(Contact, young_person_id)
    if contact is None:
        raise Missing()
    home = ("d", contact.id)
    decision = put_back(
        uow, contact, field, value, over=over, by=by, home=home, kind="contact", edit=edit
    )
    if decision.outcome == "noop":
        return
    contact.changed_at = {**contact.changed_at, field: edit.at}
    uow.audit("contact.set", about=young_person_id)


registry.restores("contact", restore_field)


def _phone(text: str) -> str | None:
    number = clean(text)
    if not number:
        return None
    digits = sum(letter.isdigit() for letter in number)
    is_number = _PHONE.fullmatch(number) and _DIGITS_MIN <= digits <= _DIGITS_MAX
    if not is_number or len(number) > PHONE_MAX:
        raise Invalid(fields={"phone": [t("caseloads.phone")]})
    return number


def _email(text: str) -> str | None:
    address = clean(text)
    if not address:
        return None
    try:
        _is_email(address)
    except ValidationError as error:
        raise Invalid(fields={"email": [t("form.email")]}) from error
    if len(address) > EMAIL_MAX:
        raise Invalid(fields={"email": [t("form.too_long", most=EMAIL_MAX)]})
    return address


def _first_name(text: str) -> str | None:
    name = clean(text)
    if len(name) > NAME_MAX:
        raise Invalid(fields={"usual_first_name": [t("form.too_long", most=NAME_MAX)]})
    return name or None


_CHECKS = {"phone": _phone, "email": _email, "usual_first_name": _first_name}
