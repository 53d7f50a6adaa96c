"""Every screen there is, by address: what the tests of reading, reflow and offline start visit."""

from __future__ import annotations

from pathlib import Path

from . import facts

PUBLIC = ("/aide", "/mentions-legales", "/donnees-personnelles", "/accessibilite", "/installer")
#: {id} is a young person the advisor follows; {action} and {appointment} are theirs.
YOUNG = (
    "/accueil",
    "/messages",
    "/suivi",
    "/suivi/nouvelle",
    "/suivi/actions/{action}",
    "/suivi/rendez-vous/{appointment}",
    "/a-relire",
    "/a-relire/{action}",
    "/profil",
    "/envois",
)
ADVISOR = (
    "/portefeuille",
    "/messages",
    "/messages/{id}",
    "/jeunes/{id}",
    "/jeunes/{id}?onglet=actions",
    "/jeunes/{id}?onglet=rendez-vous",
    "/jeunes/{id}?onglet=notes",
    "/jeunes/{id}?onglet=dossier",
    "/jeunes/{id}/actions/{action}",
    "/jeunes/{id}/rendez-vous/{appointment}",
    "/a-relire",
    "/a-relire/{action}",
    "/profil",
    "/envois",
)
SIGN_IN = "/connexion"


def filled(path: str, data: Path) -> str:
    """Give an address with the ids it needs."""
    return path.format(**facts.places(data))
