"""Every screen there is, by address: what the tests of reading, reflow and offline start visit."""

from __future__ import annotations

PUBLIC = ("/aide", "/mentions-legales", "/donnees-personnelles", "/accessibilite", "/installer")
YOUNG = ("/accueil", "/messages", "/profil", "/envois")
#: {id} is a young person the advisor follows.
ADVISOR = ("/portefeuille", "/messages", "/messages/{id}", "/jeunes/{id}", "/profil", "/envois")
SIGN_IN = "/connexion"
