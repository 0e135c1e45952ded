"""Sealing a family with some 10 MB of pictures, paper and all, as the command line does it."""

from __future__ import annotations

import io
import random
from functools import partial
from pathlib import Path

import msgspec
from PIL import Image

from ffd_desktop.adapters.portal.jwe import encrypted
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.app import attaching, sealing
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.referral.edits import replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.sending import errands
from tests.bench.measuring import Row, seconds, within
from tests.builders import referrals as built
from tests.builders.submissions import queued
from tests.builders.vaults import new_vault
from tests.reference_portal.opening import Opener
from tests.reference_portal.sealing import new_key

FILES, SIDE = 4, 1_780
TIMES = 3
MOST_S = 2.0


def seal(folder: Path) -> list[Row]:
    """Seal copies of one referral, each with the same files; one of them lies on its side.

    Then each is queued, and encrypted for a council's portal as it is before it goes out.
    """
    made, _ = new_vault(folder)
    program = Program(folder=folder)
    desk = program.desk_of(made)
    first = msgspec.structs.replace(built.typical(), attachments=())
    made.referrals.create(first, by=desk.by("bench"))
    size = _attach(made, desk, first)
    key = Opener().public_key
    taken, whole = [], []
    for _ in range(TIMES):
        copied = desk.copy(first.id, screen="bench").id
        taken.append(seconds(partial(sealing.seal, program, desk, copied, screen="bench")))
        whole.append(taken[-1] + seconds(partial(_queue, desk, copied, key)))
    desk.close()
    about = f"a family, {size / 1e6:.0f} MB of pictures"
    return [
        within(f"seal {about}", taken, most=MOST_S),
        within(f"seal, encrypt and queue {about}", whole, most=MOST_S),
    ]


def _queue(desk: Desk, referral_id: str, key: dict[str, str]) -> None:
    (facts,), by = desk.sealed.of(referral_id), desk.by("bench")
    desk.outbox.put(queued(facts, new_key()), by=by)
    errand = errands.take(desk.outbox, facts.id, by=by)
    assert errand is not None
    encrypted(errands.filled(errand, desk.sealed, errands.directly).package, key)


def _attach(vault: OpenVault, desk: Desk, here: Referral) -> int:
    """Take in pictures that cannot be packed; give how large they are together."""
    size, chance = 0, random.Random(1)
    for number in range(FILES):
        data = _noise(chance, turn=6 if number == 0 else 1)
        size += len(data)
        file = attaching.bring_in(desk, here.id, attaching.looked_at(f"{number}.jpg", data))
        edits = attaching.attach(file, referral=here)
        here = replay(here, edits)
        vault.referrals.append(here.id, edits, here, by=desk.by("bench"))
    return size


def _noise(chance: random.Random, *, turn: int) -> bytes:
    picture = Image.frombytes("RGB", (SIDE, SIDE), chance.randbytes(SIDE * SIDE * 3))
    exif, made = Image.Exif(), io.BytesIO()
    exif[0x0112] = turn
    picture.save(made, "JPEG", quality=88, exif=exif)
    return made.getvalue()
