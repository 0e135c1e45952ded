"""Sending survives: a model walked long in memory, and shorter against the reference portal."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from ffd_desktop.adapters.portal.client import HttpPortal
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.sending.sealed import Sealed
from ffd_desktop.sending.submission import as_digest
from tests.builders.vaults import new_vault, reopened
from tests.fakes.portal import FakePortal
from tests.faults.sending_machine import THINGS, Sending
from tests.integration.portal.at_the_portal import client, wire
from tests.reference_portal.misbehaving import Fault
from tests.reference_portal.server import Portal

ANY = list(HealthCheck)
LONG = settings(max_examples=400, stateful_step_count=20, deadline=None, suppress_health_check=ANY)
SHORT = settings(
    max_examples=25,
    stateful_step_count=16,
    deadline=None,
    suppress_health_check=ANY,
    derandomize=True,
    database=None,
)
HEX = {as_digest(one.digest): one.digest for one in THINGS}


class InMemory(Sending):
    """The portal is a fake that keeps the same contract; requests may arrive late."""

    real: FakePortal

    def make_portal(self) -> FakePortal:
        return FakePortal()

    def fails(self, faults: list[Fault]) -> None:
        self.real.next_times.clear()
        self.real.next_times.extend(faults)

    def stored(self) -> dict[str, str]:
        return {key: HEX[found.content_digest] for key, found in self.real.ledger.items()}

    @rule()
    def what_was_slow_on_the_way_arrives(self) -> None:
        self.real.arrive()

    @rule(at=st.sampled_from(THINGS))
    def the_council_refuses(self, at: Sealed) -> None:
        found = self.kept.of(at.id)
        if found is not None and found.key not in self.real.ledger:
            self.real.refuses.add(found.key)

    def heal(self) -> None:
        for one in THINGS:
            found = self.kept.of(one.id)
            if found is not None and found.is_open:
                self.real.refuses.discard(found.key)


class OverHttps(Sending):
    """The portal is the reference portal, which may be killed as well."""

    real: HttpPortal

    def make_portal(self) -> HttpPortal:
        self.folder = tempfile.TemporaryDirectory()
        self.server = Portal(Path(self.folder.name))
        self.server.start()
        return client(self.server, wire=wire(self.server, answer_s=0.3))

    def fails(self, faults: list[Fault]) -> None:
        switches = self.server.switches
        switches.next_times.clear()
        switches.next_times.extend(faults)
        if Fault.SLOW in faults:
            switches.slow_until.clear()

    def stored(self) -> dict[str, str]:
        return {one.key: HEX[one.content_digest] for one in self.server.ledger.all()}

    @rule()
    def what_was_slow_on_the_way_arrives(self) -> None:
        self.server.switches.slow_until.set()

    @rule()
    def the_portal_is_killed(self) -> None:
        self.server.stop()

    @rule()
    def the_portal_is_started_again(self) -> None:
        self.server.start()

    def heal(self) -> None:
        self.server.switches.slow_until.set()
        self.server.start()

    def teardown(self) -> None:
        try:
            super().teardown()
        finally:
            self.server.stop()
            self.folder.cleanup()


class InTheVault(InMemory):
    """The outbox is the vault's own, which is opened anew after each kill."""

    def make_store(self) -> OpenVault:
        self.folder = tempfile.TemporaryDirectory()
        self.place = Path(self.folder.name) / "v"
        return new_vault(self.place)[0]

    def start_again(self) -> None:
        self.store.lock()
        self.store = reopened(self.place)

    def teardown(self) -> None:
        try:
            super().teardown()
            assert self.store.verify().faults == ()
        finally:
            self.store.lock()
            self.folder.cleanup()


def test_nothing_is_lost_doubled_or_called_delivered_falsely() -> None:
    run_state_machine_as_test(InMemory, settings=LONG)


def test_nor_against_a_real_server_that_misbehaves_and_is_killed(loopback: None) -> None:
    run_state_machine_as_test(OverHttps, settings=SHORT)


@pytest.mark.slow
def test_nor_with_the_outbox_of_a_vault_that_is_opened_anew() -> None:
    run_state_machine_as_test(InTheVault, settings=SHORT)
