"""Everything the engine can refuse, as one tree with stable codes.

SyncError
  BadEnvelope    bad_request    the request cannot be read: nothing of it was done
  BadValue       validation     a value no policy can compare
"""


class SyncError(Exception):
    """Stop, with a code that clients and logs may rely on. The text is for developers only."""

    code = "sync"


class BadEnvelope(SyncError):
    """The request as a whole cannot be read."""

    code = "bad_request"


class BadValue(SyncError):
    """A policy was given a value it cannot order. We would rather stop than guess."""

    code = "validation"
