"""How an invitation is handed over: a link, and the same link as a QR code."""

from __future__ import annotations

import io

import segno

from server.kernel.strings import t

from .invitations import IssuedInvitation


def link_of(issued: IssuedInvitation, *, origin: str) -> str:
    """Give the address to open. The code is after the #, so that it reaches no server log."""
    return f"{origin}/connexion#{issued.code}"


def qr_svg(link: str) -> str:
    """Draw a link as a QR code, black on white in every theme so that any phone reads it."""
    drawn = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        drawn,
        kind="svg",
        border=4,
        dark="#000",
        light="#fff",
        title=t("identity.invitation.qr"),
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        nl=False,
    )
    return drawn.getvalue().decode().replace("<svg ", '<svg role="img" ', 1)


def card_of(issued: IssuedInvitation, *, origin: str) -> dict[str, object]:
    """Give everything an advisor needs to hand an invitation over."""
    link = link_of(issued, origin=origin)
    return {
        "code": issued.code,
        "link": link,
        "qr_svg": qr_svg(link),
        "expires_at": issued.expires_at,
    }
