"""The demo is made of legal, believable data and is made once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from server import create_app
from server.actions.models import Action, Comment
from server.appointments.models import Appointment, Participant
from server.caseloads.models import REFERENT, Assignment, Contact, YoungPerson
from server.config import Config
from server.extensions import db
from server.fixtures.calendar import moment_of
from server.fixtures.demo import fill_demo
from server.fixtures.personas import HERE
from server.followup.hours import local_day, monday_of, week_hours
from server.identity.models import Account
from server.kernel.clock import now_ms
from server.kernel.database import read_only
from server.kernel.feed import FeedEntry
from server.kernel.scopes import Scope, ScopeGrant
from server.messaging.models import Message, Thread, Triage
from server.notes.models import Note
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
            .where(Assignment.role == REFERENT)
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


def test_karims_week_counts_nine_hours_five_of_them_validated(demo: Flask) -> None:
    with read_only() as session:
        mine = {
            kind: [
                {"id": row.id, **json.loads(row.doc)}
                for row in session.execute(
                    select(FeedEntry.id, FeedEntry.doc)
                    .join(Scope, Scope.id == FeedEntry.scope_id)
                    .join(Account, Account.id == Scope.owner)
                    .where(FeedEntry.kind == kind, Account.last_name == "Haddad")
                )
            ]
            for kind in ("action", "appointment")
        }
    monday = monday_of(local_day(now_ms(), "Europe/Paris"))

    week = week_hours(mine["action"], mine["appointment"], monday, "Europe/Paris")

    assert (week["validated"], week["declared"]) == (5, 4)


def test_two_advisors_follow_karim_for_some_days(demo: Flask) -> None:
    with read_only() as session:
        followers = session.execute(
            select(Assignment.role, Assignment.until_on)
            .join(Account, Account.id == Assignment.young_person_id)
            .where(Account.last_name == "Haddad")
            .order_by(Assignment.role)
        ).all()
        granted = session.scalars(
            select(ScopeGrant.kind)
            .where(ScopeGrant.user_id == _account_id("Marc"), ScopeGrant.role == "stand_in")
            .order_by(ScopeGrant.kind)
        ).all()

    assert [row.role for row in followers] == ["referent", "stand_in"]
    assert 9 <= (followers[1].until_on - date.today()).days <= 11
    assert granted == ["d", "n"]


def test_every_meeting_is_in_office_hours_and_never_on_a_sunday(demo: Flask) -> None:
    with read_only() as session:
        made = session.scalars(select(Appointment)).all()
        starts = [moment_of(one.starts_at) for one in made]
        shared = session.scalar(
            select(func.count())
            .select_from(Participant)
            .group_by(Participant.appointment_id)
            .order_by(func.count().desc())
            .limit(1)
        )

    assert len(made) > 200
    assert all(one.weekday() < 5 and 9 <= one.hour < 18 for one in starts)
    assert shared is not None
    assert shared >= 4


def test_a_small_demo_stays_small(demo: Flask) -> None:
    with read_only() as session:
        counts = {
            model.__tablename__: session.scalar(select(func.count()).select_from(model)) or 0
            for model in (Action, Comment, Participant, Note, Contact)
        }

    assert 800 < counts["action"] < 2_000
    assert 50 < counts["comment"] < 300
    assert 250 < counts["appointment_participant"] < 700
    assert 15 < counts["note"] < 100
    assert 25 < counts["contact"] <= 40


def test_filling_again_changes_nothing(demo: Flask) -> None:
    before, meetings = _count_messages(), _count_meetings()
    config: Config = demo.config["PASSERELLE"]

    fill_demo(size="small", data_dir=config.data)

    assert _count_messages() == before > 900
    assert _count_meetings() == meetings


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


def _count_meetings() -> int:
    with read_only() as session:
        return session.scalar(select(func.count()).select_from(Appointment)) or 0


def _count_messages() -> int:
    with read_only() as session:
        return session.scalar(select(func.count()).select_from(Message)) or 0
