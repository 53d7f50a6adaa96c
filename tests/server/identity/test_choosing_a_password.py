"""A password of twelve characters, not one of those everybody tries, not made of one's name."""

from __future__ import annotations

import pytest

from server.identity.passwords import check_strength, hash_password, matches
from server.kernel.errors import Invalid

ABOUT = ("Nadia", "Benali", "nadia.benali@mission-val.example", "Mission Locale du Val")

REFUSED = {
    "Il faut au moins 12 caractères.": ["", "azerty", "Aa1!Aa1!Aa1", "x" * 11],
    "200 caractères au plus.": ["a bien plus que deux cents " * 8],
    "Ce mot de passe est trop facile à deviner. Ajoutez des mots à vous.": [
        "motdepasse123",
        "M0tDeP4sse!2026",
        "azertyuiop123",
        "Azerty123456",
        "qwertyuiop12",
        "123456789012",
        "aaaaaaaaaaaa",
        "abababababab",
        "Bonjour12345!",
        "soleilsoleil1",
        "janvier2026!!",
        "Passerelle2026",
        "P@ssw0rd1234",
        "conseiller2026",
        "marseille13013",
    ],
    "N’utilisez ni votre nom, ni votre adresse, ni le nom de votre structure.": [
        "Nadia-et-le-jardin",
        "jardin de N4d1a !",
        "le jardin benali 7",
        "mission impossible 9",
        "ma locale preferee 9",
    ],
}
ACCEPTED = [
    "tortue verte sous 41 nuages",
    "7G4!92k#81$x",
    "correct cheval pile agrafe",
    "un vélo rouge, deux pinces",
    "кошка спит на окне",
    "kW9vTq2LmX4z",
]


@pytest.mark.parametrize(
    ("sentence", "password"), [(told, one) for told, all_ in REFUSED.items() for one in all_]
)
def test_a_weak_password_is_refused_with_the_sentence_that_helps(
    sentence: str, password: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        check_strength(password, about=ABOUT)

    assert refusal.value.fields == {"password": [sentence]}


@pytest.mark.parametrize("password", ACCEPTED)
def test_a_password_of_ones_own_is_accepted(password: str) -> None:
    check_strength(password, about=ABOUT)


def test_only_the_right_password_matches_its_hash() -> None:
    held = hash_password("tortue verte sous 41 nuages")

    assert matches(held, "tortue verte sous 41 nuages")
    assert not matches(held, "Tortue verte sous 41 nuages")
    assert not matches("not a hash", "tortue verte sous 41 nuages")


def test_nothing_matches_an_account_without_a_password() -> None:
    assert not matches(None, "nobody has this password")
