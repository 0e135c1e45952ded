"""Sealing a family with some 10 MB of pictures, paper and all, as the command line does it."""

from __future__ import annotations

import io
import random
from functools import partial
from pathlib import Path

import msgspec
from PIL import Image

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.app import attaching, sealing
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.referral.edits import replay
from ffd_desktop.referral.model import Referral
from tests.bench.measuring import Row, seconds, within
from tests.builders import referrals as built
from tests.builders.vaults import new_vault

FILES, SIDE = 4, 1_780
TIMES = 3
MOST_S = 2.0


def seal(folder: Path) -> Row:
    """Seal copies of one referral, each with the same files; one of them lies on its side."""
    made, _ = new_vault(folder)
    program = Program(folder=folder)
    desk = program.desk_of(made)
    first = msgspec.structs.replace(built.typical(), attachments=())
    made.referrals.create(first, by=desk.by("bench"))
    size = _attach(made, desk, first)
    taken = []
    for _ in range(TIMES):
        copied = desk.copy(first.id, screen="bench").id
        taken.append(seconds(partial(sealing.seal, program, desk, copied, screen="bench")))
    desk.close()
    return within(f"seal a family, {size / 1e6:.0f} MB of pictures", taken, most=MOST_S)


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
