"""Hypothesis writes the story: any gestures, any losses, and everybody ends with the same words.

The real application, on SQLite and on PostgreSQL. A failing story is printed step by step.
"""

from __future__ import annotations

from random import Random

from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from server.caseloads.operations import add_young_person
from server.identity.operations import add_advisor
from server.identity.sessions import actor_of
from server.kernel import live
from server.kernel.clock import now_ms
from server.kernel.database import read_only
from server.kernel.feed import FeedEntry
from server.kernel.policy import SYSTEM, Actor
from server.kernel.scopes import Scope, ScopeGrant
from server.kernel.unit_of_work import unit_of_work
from tests.devices.device import Device
from tests.devices.tab import Answer, Sent
from tests.factories import World
from tests.rings import accounts, checks
from tests.rings.ledger import Ledger
from tests.rings.server import Witness
from tests.server.wire import ORIGIN

#: Whose device, and by how much its clock is wrong (milliseconds).
CAST = {"karim": 0, "karim tablet": -3_600_000, "nadia": 2**41, "ines": 0}
WHO = st.sampled_from(sorted(CAST))
FAULTS = st.sampled_from(["request lost", "answer lost", "request twice", "answer late"])


class Conversation(RuleBasedStateMachine):
    """Karim on two devices, Nadia on one, and Inès, whose dossier is none of theirs."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.people = self._new_people()
        self.browsers: dict[str, FlaskClient] = {
            name: self.world.browser(person) for name, person in self.people.items()
        }
        with read_only() as session:
            self.past = {(k, i) for k, i in session.execute(select(FeedEntry.kind, FeedEntry.id))}
            self.start = dict(session.execute(select(Scope.id, Scope.version)).all())
            grants = session.scalars(select(ScopeGrant)).all()
        own = {person.id for person in self.people.values()}
        self.readable: dict[str, set[int]] = {person: set() for person in own}
        for grant in grants:
            if grant.user_id in own:
                self.readable[grant.user_id].add(grant.scope_id)
        self.witness = Witness()
        live.plug(self.witness)
        self.ledger = Ledger()
        self.devices = {name: self._device(name, skew) for name, skew in CAST.items()}
        self.fault: str | None = None
        self.late: list[tuple[Sent, Answer]] = []
        self.findings: list[str] = []

    # -- the world -------------------------------------------------------------------------------

    def _new_people(self) -> dict[str, Actor]:
        nadia, karim = self._pair()
        _, ines = self._pair()
        return {"karim": karim, "karim tablet": karim, "nadia": nadia, "ines": ines}

    def _pair(self) -> tuple[Actor, Actor]:
        with unit_of_work(by=SYSTEM) as uow:
            advisor = add_advisor(
                uow,
                structure_id=self.world.structure_id,
                first_name="Nadia",
                last_name="Benali",
                email=f"{now_ms()}.{id(uow)}@example.org",
                title="conseillère",
            )
            young_person = add_young_person(
                uow, advisor_id=advisor.id, first_name="Karim", last_name="Haddad"
            )
            accounts = advisor.account, young_person.account
            return actor_of(uow.session, accounts[0]), actor_of(uow.session, accounts[1])

    def _device(self, name: str, skew: int) -> Device:
        return Device(
            name,
            exchange=self._exchange,
            clock=lambda: now_ms() + skew,
            random=Random(f"{name} {self.people[name].id}"),
        )

    def _exchange(self, sent: Sent) -> Answer | None:
        fault, self.fault = self.fault, None
        if fault == "request lost":
            return None
        answer = self._ask(sent)
        if fault == "request twice":
            return self._ask(sent)
        if fault == "answer late":
            sent.tab.is_busy = True
            self.late.append((sent, answer))
        return None if fault in ("answer lost", "answer late") else answer

    def _ask(self, sent: Sent) -> Answer:
        name = sent.tab.device.name
        response = self.browsers[name].post(
            "/api/sync/1", data=sent.body, content_type="application/json", headers=ORIGIN
        )
        self._overhear(name, response.data.decode())
        return response.status_code, response.data

    def _overhear(self, name: str, body: str) -> None:
        foreign = {"ines"} if name != "ines" else {"karim", "nadia"}
        if any(f"<{other}>" in body for other in foreign):
            self.findings.append(f"{name} was sent somebody else's words")
        if name != "nadia" and '"k":"triage"' in body:
            self.findings.append(f"{name} was sent the advisors' notes")

    # -- what people do --------------------------------------------------------------------------

    def _dossier(self, name: str) -> int:
        owner = self.people["ines" if name == "ines" else "karim"]
        return self.world.dossier(owner)

    def _own_words(self, name: str) -> list[str]:
        """List the messages this person may still change, as this device shows them."""
        scope, mine = self._dossier(name), self.people[name].id
        device = self.devices[name]
        rows = device.shelf.base[scope]
        return [
            message
            for message, text in device.shelf.shown(scope).items()
            if text is not None
            and rows.get(("message", message), {"d": {"author": mine}})["d"]["author"] == mine
        ]

    @rule(who=WHO, number=st.integers(0, 10**9))
    def writes(self, who: str, number: int) -> None:
        self.ledger.write(self.devices[who], self._dossier(who), f"<{who.split()[0]}> {number}")

    @rule(who=WHO, which=st.integers(0, 3), times=st.integers(1, 3), number=st.integers(0, 10**9))
    def rewrites(self, who: str, which: int, times: int, number: int) -> None:
        for message in self._own_words(who)[which : which + 1] * times:
            text = f"<{who.split()[0]}> rewritten {number} {len(self.ledger.gestures)}"
            self.ledger.rewrite(self.devices[who], self._dossier(who), message, text)

    @rule(which=st.integers(0, 3), number=st.integers(0, 10**9))
    def karim_disagrees_with_his_tablet(self, which: int, number: int) -> None:
        for who in ("karim", "karim tablet"):
            self.devices[who].sync()
        for message in self._own_words("karim")[which : which + 1]:
            for who in ("karim", "karim tablet"):
                if self.devices[who].shelf.shown(self._dossier(who)).get(message) is not None:
                    text = f"<karim> {number} {len(self.ledger.gestures)}"
                    self.ledger.rewrite(self.devices[who], self._dossier(who), message, text)

    @rule(who=WHO, which=st.integers(0, 9))
    def takes_back(self, who: str, which: int) -> None:
        for message in self._own_words(who)[which : which + 1]:
            self.ledger.take_back(self.devices[who], self._dossier(who), message)

    @rule(who=WHO, seq=st.integers(0, 9))
    def reads(self, who: str, seq: int) -> None:
        device, owner = self.devices[who], "ines" if who == "ines" else "karim"
        record = ("thread", self.people[owner].id)
        read = device.write(self._dossier(who), "thread.read", record, {"seq": seq})
        self.ledger.gesture(device, read)

    @rule(is_flagged=st.booleans())
    def nadia_flags(self, is_flagged: bool) -> None:
        karim = self.people["karim"]
        device, record = self.devices["nadia"], ("triage", karim.id)
        values = {"flagged": is_flagged}
        flag = device.write(self.world.notes(karim), "triage.flag", record, values, values)
        self.ledger.gesture(device, flag)

    # -- what happens to them --------------------------------------------------------------------

    @rule(who=WHO)
    def syncs(self, who: str) -> None:
        self.devices[who].sync()

    @rule(who=WHO, fault=FAULTS)
    def syncs_badly(self, who: str, fault: str) -> None:
        self.fault = fault
        self.devices[who].sync()

    @rule(which=st.integers(0, 3))
    def an_old_answer_arrives(self, which: int) -> None:
        for sent, answer in self.late[which : which + 1]:
            self.late.remove((sent, answer))
            sent.tab.is_busy = False
            if sent.tab in sent.tab.device.tabs:
                sent.tab.receive(sent, answer)

    @rule(who=WHO)
    def restarts(self, who: str) -> None:
        self.devices[who].restart()

    # -- what must hold --------------------------------------------------------------------------

    @invariant()
    def nobody_is_sent_what_is_not_theirs(self) -> None:
        assert self.findings == []

    @invariant()
    def everybody_sees_their_own_words(self) -> None:
        for name, messages in self.ledger.own.items():
            shelf = self.devices[name].shelf
            refused = {pending.id for pending in shelf.refused}
            for message, scope in messages.items():
                assert message in refused or message in shelf.shown(scope)

    def teardown(self) -> None:
        """Stop the faults; three rounds later (« Reçu » takes one), hold everybody to account."""
        for _ in range(3):
            for device in self.devices.values():
                device.settle()
        with read_only() as session:
            truth = checks.read_truth(session, self.readable)
        found = [
            *checks.diverged(truth, list(self.devices.values()), self.people),
            *checks.gapless(truth, self.witness.versions, self.start),
            *checks.duplicated(truth, self.ledger, self.past),
            *accounts.lost(truth, self.ledger, self.people),
            *accounts.quarrels(truth, self.ledger),
        ]
        assert found == []


def test_any_story_ends_with_the_same_words_everywhere(world: World) -> None:
    story: type[Conversation] = type("Story", (Conversation,), {"world": world})

    run_state_machine_as_test(
        story,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
