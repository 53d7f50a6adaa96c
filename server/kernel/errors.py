"""What can go wrong, as one tree; each error has a status, a stable code and a French title.

    AppError
      NotSignedIn   401  no session, or the proof given was wrong
      Refused       403  known to you, but not yours to do
      Missing       404  not there, or not yours: the same answer
      Outdated      409  the state moved meanwhile
      Gone          409  it was deleted
      TooLate       409  the time to do it has passed
      TooLarge      413  more than we accept
      Invalid       422  the data, field by field
      TooMany       429  try later; says when
      Unavailable   503  our fault, try later; says when

Operations raise them; views let them pass; `problems.py` turns them into problem+json.
`why` is the reason a device reads when the same error refuses an intent (PROTOCOL.md).
"""

from __future__ import annotations

from collections.abc import Mapping


class AppError(Exception):
    """Base of every refusal a person may meet."""

    status = 500
    code = "failed"
    why = "failed"

    def __init__(
        self,
        code: str | None = None,
        *,
        fields: Mapping[str, list[str]] | None = None,
        retry_after: int | None = None,
    ) -> None:
        self.code = code or type(self).code
        self.fields = dict(fields or {})
        self.retry_after = retry_after
        super().__init__(self.code)


class NotSignedIn(AppError):
    """Nobody is signed in, or what proved it was wrong."""

    status, code, why = 401, "auth", "forbidden"


class Refused(AppError):
    """The policy said no to someone who may know the thing exists."""

    status, code, why = 403, "forbidden", "forbidden"


class Missing(AppError):
    """Not there, or not yours: nobody can tell which."""

    status, code, why = 404, "missing", "forbidden"


class Outdated(AppError):
    """The state moved: this step is no longer possible."""

    status, code, why = 409, "invalid_transition", "invalid_transition"


class Gone(AppError):
    """It was deleted meanwhile."""

    status, code, why = 409, "gone", "gone"


class TooLate(AppError):
    """The time in which it could be done has passed."""

    status, code, why = 409, "too_late", "too_late"


class TooLarge(AppError):
    """More bytes or characters than we accept."""

    status, code, why = 413, "too_large", "too_large"


class Invalid(AppError):
    """The data is wrong; `fields` says where."""

    status, code, why = 422, "validation", "validation"


class TooMany(AppError):
    """Asked too often; `retry_after` is in seconds."""

    status, code, why = 429, "too_many", "failed"


class Unavailable(AppError):
    """We cannot now; `retry_after` is in seconds."""

    status, code, why = 503, "unavailable", "failed"
