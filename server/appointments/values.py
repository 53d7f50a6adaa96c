"""The groups an appointment is written by, checked before anything is touched."""

from __future__ import annotations

from dataclasses import dataclass

from server.kernel.clock import DAY_MS, MINUTE_MS
from server.kernel.errors import Invalid, TooLarge

from .models import ATTENDANCES, COMING, MODALITIES, NOT_COMING, REASONS, TYPES

SHORT_MAX = 250
LONG_MAX = 1_024
LONGEST_MS = 12 * 60 * MINUTE_MS
#: How far from the gesture an appointment may start: one year and a day before, two years after.
EARLIEST_MS = 366 * DAY_MS
LATEST_MS = 2 * 365 * DAY_MS + DAY_MS


@dataclass(frozen=True, slots=True)
class WhenWhere:
    """From when to when (milliseconds UTC), and where: a room, a telephone number or a link."""

    starts: int
    ends: int
    modality: str
    place: str | None = None

    def checked(self, at: int) -> dict[str, object]:
        """Give the group as it is kept. Raises Invalid, TooLarge.

        `at` is when the gesture was made: the start lies within [one year and a day before, two
        years after] it, the end within 12 hours of the start (the reference application's bounds).
        """
        if self.modality not in MODALITIES:
            raise Invalid()
        if not at - EARLIEST_MS <= self.starts <= at + LATEST_MS:
            raise Invalid()
        if not 0 < self.ends - self.starts <= LONGEST_MS:
            raise Invalid()
        return {
            "starts": self.starts,
            "ends": self.ends,
            "modality": self.modality,
            "place": words(self.place, most=SHORT_MAX),
        }


@dataclass(frozen=True, slots=True)
class Details:
    """What kind of appointment, what to bring, and a note the young person reads."""

    type: str = "interview"
    precision: str | None = None
    bring: str | None = None
    note: str | None = None

    def checked(self) -> dict[str, object]:
        """Give the group as it is kept. Raises Invalid, as for « other » left unsaid; TooLarge."""
        precision = words(self.precision, most=SHORT_MAX)
        if self.type not in TYPES or (self.type == "other" and precision is None):
            raise Invalid()
        return {
            "type": self.type,
            "precision": precision,
            "bring": words(self.bring, most=LONG_MAX),
            "note": words(self.note, most=LONG_MAX),
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """Coming or not, and why not; nothing takes the answer back."""

    answer: str | None
    reason: str | None = None
    text: str | None = None

    def checked(self) -> dict[str, object] | None:
        """Give the group as it is kept. Raises Invalid, as for a reason to come; TooLarge."""
        text = words(self.text, most=SHORT_MAX)
        if self.answer not in (COMING, NOT_COMING, None):
            raise Invalid()
        if self.reason is not None and (self.answer != NOT_COMING or self.reason not in REASONS):
            raise Invalid()
        if self.answer is None:
            return None
        return {"answer": self.answer, "reason": self.reason, "text": text}


def attendance_code(code: str) -> str:
    """Give a code of attendance. Raises Invalid."""
    if code not in ATTENDANCES:
        raise Invalid()
    return code


def words(text: str | None, *, most: int) -> str | None:
    """Trim a text; only spaces is nothing. Raises TooLarge above `most` characters."""
    trimmed = (text or "").strip()
    if len(trimmed) > most:
        raise TooLarge()
    return trimmed or None
