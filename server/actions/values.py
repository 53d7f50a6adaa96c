"""What an action may hold: words trimmed and bounded, days that make sense where the person is."""

from __future__ import annotations

from datetime import date

from server.identity.models import Account
from server.kernel.edit import Edit
from server.kernel.errors import Invalid, Missing, TooLarge
from server.kernel.fields import clean
from server.kernel.strings import t
from server.kernel.unit_of_work import UnitOfWork
from server.structures.operations import local_date

TITLE_MAX = 60
DESCRIPTION_MAX = 1_024
COMMENT_MAX = 1_024
QUALIFICATION_COMMENT_MAX = 255
HOURS_MAX = 12
DAYS_WITHIN_YEARS = 2


def title_of(text: str) -> str:
    """Make one line of a title. Raises Invalid when nothing is left, TooLarge above 60."""
    return _bounded(_required(clean(text), "title"), TITLE_MAX)


def comment_of(text: str) -> str:
    """Trim a comment. Raises Invalid when nothing is left, TooLarge above 1,024 characters."""
    return _bounded(_required(text.strip(), "text"), COMMENT_MAX)


def optional_words(text: str | None, *, most: int) -> str | None:
    """Trim words that may be absent: nothing but blanks is none. Raises TooLarge."""
    return _bounded((text or "").strip(), most) or None


def due_of(uow: UnitOfWork, young_person_id: str, day: str) -> str:
    """Check a due day: at most two years from today where the person is. Raises Invalid."""
    today = _today(uow, young_person_id, uow.at)
    return _within(
        day, _years_from(today, -DAYS_WITHIN_YEARS), _years_from(today, DAYS_WITHIN_YEARS), "due"
    )


def done_day(uow: UnitOfWork, young_person_id: str, day: str | None, edit: Edit) -> str:
    """Give the day something was done: the edit's own unless told; never after it.

    Raises Invalid for a day after the edit, or more than two years before.
    """
    latest = _today(uow, young_person_id, edit.at)
    if day is None:
        return latest.isoformat()
    return _within(day, _years_from(latest, -DAYS_WITHIN_YEARS), latest, "done_on")


def value_of(uow: UnitOfWork, young_person_id: str, group: str, value: str | None) -> str | None:
    """Give one group of an action as it is kept. Raises Invalid, TooLarge."""
    match group:
        case "title":
            return title_of(value or "")
        case "description":
            return optional_words(value, most=DESCRIPTION_MAX)
        case "due":
            return due_of(uow, young_person_id, value or "")
    return value


def no_day(day: str | None) -> None:
    """Refuse a day of completion for what is not done. Raises Invalid."""
    if day is not None:
        raise Invalid(fields={"done_on": [t("form.invalid")]})


def _today(uow: UnitOfWork, young_person_id: str, at: int) -> date:
    account = uow.session.get(Account, young_person_id)
    if account is None:
        raise Missing()
    return local_date(account.structure, at)


def _years_from(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _within(day: str, first: date, last: date, field: str) -> str:
    if not first <= date.fromisoformat(day) <= last:
        raise Invalid(fields={field: [t("form.invalid")]})
    return day


def _required(text: str, field: str) -> str:
    if not text:
        raise Invalid(fields={field: [t("form.required")]})
    return text


def _bounded(text: str, most: int) -> str:
    if len(text) > most:
        raise TooLarge()
    return text
