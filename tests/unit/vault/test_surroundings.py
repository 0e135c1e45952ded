"""What speaks against a folder as a vault's home."""

import pytest

from ffd_desktop.vault.surroundings import (
    SCARCE,
    Fleeting,
    Surroundings,
    concerns,
    unagreed,
)

PLENTY = 50_000_000_000


@pytest.mark.parametrize(
    ("here", "codes"),
    [
        (Surroundings(), ()),
        (Surroundings(file_system="ext4", free=PLENTY), ()),
        (Surroundings(file_system="ntfs", free=SCARCE), ()),
        (Surroundings(free=SCARCE - 1), ("place_nearly_full",)),
        (Surroundings(free=0), ("place_nearly_full",)),
        (Surroundings(cloud="OneDrive"), ("place_cloud",)),
        (Surroundings(by_link=True), ()),
        (Surroundings(network=True), ("place_network",)),
        (Surroundings(network=True, roaming=True), ("place_network",)),
        (Surroundings(network=True, file_system="vfat"), ("place_network",)),
        (Surroundings(roaming=True), ("place_roaming",)),
        (Surroundings(removable=True), ("place_removable",)),
        (
            Surroundings(removable=True, file_system="exfat"),
            ("place_weak_disk", "place_removable"),
        ),
        (Surroundings(cloud="Google Drive", file_system="fat32"), ("place_cloud",)),
        (Surroundings(fleeting=Fleeting.MEMORY), ("place_fleeting",)),
        (Surroundings(fleeting=Fleeting.GUEST), ("place_fleeting",)),
        (Surroundings(fleeting=Fleeting.PROFILE), ("place_fleeting",)),
        (Surroundings(writable=False), ("place_read_only",)),
        (
            Surroundings(writable=False, cloud="Dropbox", network=True, free=1),
            ("place_read_only", "place_cloud", "place_network", "place_nearly_full"),
        ),
    ],
)
def test_each_fact_has_its_words_and_the_gravest_comes_first(
    here: Surroundings, codes: tuple[str, ...]
) -> None:
    found = concerns(here)
    assert tuple(one.code for one in found) == codes
    for one in found:
        assert one.why.endswith(".")
        assert one.instead.endswith(".")


def test_only_what_cannot_work_is_final_and_cannot_be_agreed_to() -> None:
    found = concerns(Surroundings(writable=False, cloud="Dropbox", network=True))
    assert [one.code for one in found if one.final] == ["place_read_only"]
    left = unagreed(found, [one.code for one in found])
    assert [one.code for one in left] == ["place_read_only"]


def test_what_was_agreed_to_is_not_said_again_and_what_was_not_is() -> None:
    found = concerns(Surroundings(cloud="Dropbox", network=True))
    assert [one.code for one in unagreed(found, ["place_cloud"])] == ["place_network"]


def test_the_service_and_the_way_there_are_named() -> None:
    direct, linked = (
        concerns(Surroundings(cloud="iCloud Drive", by_link=by_link))[0].words
        for by_link in (False, True)
    )
    assert "is inside iCloud Drive" in direct
    assert "leads by a link into iCloud Drive" in linked
