"""The demo is made of legal, believable data and is made once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from server import create_app
from server.caseloads.models import Assignment, YoungPerson
from server.config import Config
from server.extensions import db
from server.fixtures.demo import fill_demo
from server.fixtures.personas import HERE
from server.identity.models import Account
from server.kernel.database import read_only
from server.messaging.models import Message, Thread, Triage
from server.replication.doctor import differences
from tests.conftest import ORIGIN, empty_database


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def demo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """The application with a small demo that was just filled; these tests leave it as it is."""
    data = tmp_path_factory.mktemp("demo")
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else ""
    app = create_app(Config(origin=ORIGIN, data=data, database_url=url, demo="small", test=True))
    with app.app_context():
        empty_database()
        fill_demo(size="small", data_dir=data)
        yield app
        db.session.remove()
        db.engine.dispose()


def test_a_small_demo_has_its_people(demo: Flask) -> None:
    with read_only() as session:
        caseloads = session.execute(
            select(Account.first_name, func.count())
            .join(Assignment, Assignment.advisor_id == Account.id)
            .group_by(Account.first_name)
        )

        assert dict(caseloads.all()) == {"Nadia": 14, "Marc": 14, "Hélène": 5, "Julien": 7}


def test_four_of_nadias_young_people_wait_for_her_answer(demo: Flask) -> None:
    with read_only() as session:
        waiting = session.scalars(
            select(Account.first_name)
            .join(Thread, Thread.id == Account.id)
            .join(Message, (Message.thread_id == Thread.id) & (Message.seq == Thread.last_seq))
            .join(Assignment, Assignment.young_person_id == Account.id)
            .outerjoin(Triage, Triage.id == Thread.id)
            .where(
                Message.side == "young_person",
                Message.seq > func.coalesce(Triage.handled, 0),
                Assignment.advisor_id == _account_id("Nadia"),
            )
        )

        assert set(waiting) == {"Karim", "Lucas", "Fatou", "Océane"}


def test_two_young_people_of_one_advisor_share_a_name(demo: Flask) -> None:
    with read_only() as session:
        birthdays = session.scalars(
            select(YoungPerson.birth_on)
            .join(Account, Account.id == YoungPerson.id)
            .where(Account.first_name == "Sarah", Account.last_name == "Martin")
        ).all()

    assert len(birthdays) == len(set(birthdays)) == 2


def test_what_is_filled_is_projected_as_it_stands(demo: Flask) -> None:
    with read_only() as session:
        assert list(differences(session)) == []


def test_filling_again_changes_nothing(demo: Flask) -> None:
    before = _count_messages()
    config: Config = demo.config["PASSERELLE"]

    fill_demo(size="small", data_dir=config.data)

    assert _count_messages() == before > 900


def test_the_first_young_person_who_can_sign_in_is_karim(demo: Flask) -> None:
    config: Config = demo.config["PASSERELLE"]
    personas = json.loads((config.data / "demo.json").read_text())["personas"]
    first = next(one for one in personas if one["role"] == "young_person")

    answer = demo.test_client().post(
        first["sign_in"]["path"], json=first["sign_in"]["json"], headers={"Origin": ORIGIN}
    )

    assert (answer.status_code, first["name"]) == (200, "Karim Haddad")


@pytest.mark.parametrize("file", sorted(HERE.glob("*/*.json")), ids=lambda file: file.stem)
def test_advisors_write_with_correct_typography(file: Path) -> None:
    said = re.findall(r'"by": "advisor".*?"say": "(.*?)"[,}]', file.read_text(encoding="utf-8"))

    assert said
    assert [one for one in said if re.search(r"'| [;!?:»]|« |\d h\b", one)] == []


def _account_id(first_name: str) -> object:
    return select(Account.id).where(Account.first_name == first_name).scalar_subquery()


def _count_messages() -> int:
    with read_only() as session:
        return session.scalar(select(func.count()).select_from(Message)) or 0
