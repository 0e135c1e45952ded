"""Each system's answers about a disk and a profile, with the system itself replaced."""

from pathlib import Path, PureWindowsPath
from typing import ClassVar, cast

import pytest

from ffd_desktop.adapters.places.disk import Disk, Profile
from ffd_desktop.adapters.places.linux import Linux, mount_of, read_table
from ffd_desktop.adapters.places.macos import MNT_LOCAL, MNT_RDONLY, MNT_REMOVABLE, MacOS, StatFs
from ffd_desktop.adapters.places.windows import Windows
from ffd_desktop.vault.surroundings import Fleeting

TABLE = """\
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
23 22 0:21 / /proc rw,nosuid shared:5 - proc proc rw
30 22 0:30 / /tmp rw shared:9 - tmpfs tmpfs rw,size=800k
31 22 0:31 / /home/dsl/share rw shared:11 - cifs //server/staff rw,vers=3.1
32 22 0:32 / /home/dsl/with\\040space rw shared:12 - nfs4 server:/home rw
33 22 8:17 / /media/dsl/STICK rw shared:13 - vfat /dev/sdb1 rw
34 22 8:33 / /mnt/old ro shared:14 - ext4 /dev/sdc1 ro
35 22 0:35 / /home/dsl/far rw - fuse.sshfs dsl@server:/ rw
36 22 8:49 / /data rw - ext4 /dev/sdd1 rw
nonsense
37 22 0:36 / /home/dsl/share rw shared:11 - ext4 /dev/sde1 rw
"""


def linux(tmp_path: Path, user: str = "dsl") -> Linux:
    table = tmp_path / "mountinfo"
    table.write_text(TABLE)
    if not (tmp_path / "8:49").is_symlink():
        (tmp_path / "sdd" / "sdd1").mkdir(parents=True)
        (tmp_path / "sdd" / "removable").write_text("1\n")
        (tmp_path / "8:49").symlink_to(tmp_path / "sdd" / "sdd1")
    return Linux({"USER": user}, mounts=table, devices=tmp_path)


@pytest.mark.parametrize(
    ("folder", "disk"),
    [
        ("/home/dsl/.local/share", Disk(file_system="ext4")),
        ("/tmp/deep/down", Disk(memory=True, file_system="tmpfs")),
        ("/home/dsl/with space/x", Disk(network=True, file_system="nfs4")),
        ("/home/dsl/far", Disk(network=True, file_system="fuse.sshfs")),
        ("/media/dsl/STICK/vault", Disk(removable=True, file_system="vfat")),
        ("/mnt/old", Disk(read_only=True, file_system="ext4")),
        ("/data/vault", Disk(removable=True, file_system="ext4")),
        ("/home/dsl/sharer", Disk(file_system="ext4")),
    ],
)
def test_linux_tells_the_disk_by_the_deepest_mount(tmp_path: Path, folder: str, disk: Disk) -> None:
    assert linux(tmp_path).disk(Path(folder)) == disk


def test_the_later_of_two_mounts_on_one_place_counts() -> None:
    mount = mount_of(Path("/home/dsl/share/x"), TABLE)
    assert mount is not None
    assert mount.kind == "ext4"
    earlier = mount_of(Path("/home/dsl/share/x"), TABLE.rpartition("37 ")[0])
    assert earlier is not None
    assert earlier.kind == "cifs"


def test_lines_that_are_no_mounts_are_left_out() -> None:
    assert len(list(read_table(TABLE))) == len(TABLE.splitlines()) - 1


def test_linux_without_a_table_tells_nothing(tmp_path: Path) -> None:
    assert Linux({}, mounts=tmp_path / "none").disk(tmp_path) == Disk()


@pytest.mark.parametrize(
    ("user", "fleeting"),
    [("dsl", None), ("guest-a1b2c3", Fleeting.GUEST), ("guest", Fleeting.GUEST), ("guested", None)],
)
def test_a_guest_of_linux_is_known_by_the_name(
    tmp_path: Path, user: str, fleeting: Fleeting | None
) -> None:
    assert linux(tmp_path, user).profile(tmp_path) == Profile(fleeting=fleeting)


HOME = r"C:\Users\dsl"
WINDOWS = {
    "USERPROFILE": HOME,
    "APPDATA": HOME + r"\AppData\Roaming",
    "LOCALAPPDATA": HOME + r"\AppData\Local",
}


class FakeWindows:
    """A Windows with a disk, a stick, a share, a memory disk and a Google Drive."""

    drives: ClassVar = {"C:\\": 3, "D:\\": 2, "S:\\": 4, "R:\\": 6, "G:\\": 3}
    volumes: ClassVar = {
        "C:\\": ("Windows", "NTFS", 0),
        "D:\\": ("STICK", "FAT32", 0x80000),
        "G:\\": ("Google Drive", "FAT32", 0),
    }

    def __init__(self, profile: int = 0) -> None:
        self._profile = profile

    def drive_type(self, root: str) -> int:
        return self.drives.get(root, 1)

    def volume(self, root: str) -> tuple[str, str, int]:
        return self.volumes.get(root, ("", "", 0))

    def profile_type(self) -> int:
        return self._profile


def path(text: str) -> Path:
    """A path of Windows, where this test may run on another system."""
    return cast("Path", PureWindowsPath(text))


@pytest.mark.parametrize(
    ("folder", "disk"),
    [
        (r"C:\Users\dsl", Disk(file_system="ntfs", label="Windows")),
        (r"D:\vault", Disk(removable=True, read_only=True, file_system="fat32", label="STICK")),
        (r"S:\staff", Disk(network=True)),
        (r"R:\x", Disk(memory=True)),
        (r"G:\My Drive\x", Disk(file_system="fat32", label="Google Drive")),
        (r"\\server\staff$\dsl", Disk(network=True)),
        (r"\\?\UNC\server\staff\dsl", Disk(network=True)),
    ],
)
def test_windows_tells_the_disk_by_its_drive(folder: str, disk: Disk) -> None:
    assert Windows(WINDOWS, FakeWindows()).disk(path(folder)) == disk


@pytest.mark.parametrize(
    ("flags", "folder", "profile"),
    [
        (0, r"C:\Users\dsl\AppData\Local\FFD Desktop", Profile()),
        (0, r"C:\Users\dsl\AppData\Roaming\FFD Desktop", Profile(roaming=True)),
        (2, r"C:\Users\dsl\AppData\Local\FFD Desktop", Profile()),
        (2, r"C:\Users\dsl\AppData\LocalLow\x", Profile()),
        (2, r"C:\Users\dsl\Documents", Profile(roaming=True)),
        (2, r"c:\users\DSL\documents", Profile(roaming=True)),
        (8, r"C:\Users\dsl\Documents", Profile(roaming=True)),
        (1, r"C:\Users\dsl\AppData\Local\x", Profile(fleeting=Fleeting.PROFILE)),
        (4, r"C:\Users\dsl\AppData\Local\x", Profile(fleeting=Fleeting.PROFILE)),
        (6, r"C:\Users\dsl\x", Profile(roaming=True, fleeting=Fleeting.PROFILE)),
        (7, r"D:\vault", Profile()),
        (2, r"C:\ProgramData\x", Profile()),
    ],
)
def test_windows_tells_what_becomes_of_a_folder_at_log_out(
    flags: int, folder: str, profile: Profile
) -> None:
    assert Windows(WINDOWS, FakeWindows(flags)).profile(path(folder)) == profile


class FakeMac:
    """A macOS with its own volume, a share and a stick."""

    def statfs(self, folder: str) -> tuple[int, str, str] | None:
        for point, told in {
            "/Volumes/staff": (0, "smbfs", "/Volumes/staff"),
            "/Volumes/STICK": (MNT_LOCAL | MNT_REMOVABLE, "msdos", "/Volumes/STICK"),
            "/Volumes/Image": (MNT_LOCAL | MNT_RDONLY, "hfs", "/Volumes/Image"),
            "/Users": (MNT_LOCAL, "apfs", "/System/Volumes/Data"),
        }.items():
            if folder.startswith(point):
                return told
        return None


@pytest.mark.parametrize(
    ("folder", "disk"),
    [
        ("/Users/dsl/Library", Disk(file_system="apfs")),
        ("/Volumes/staff/x", Disk(network=True, file_system="smbfs", label="staff")),
        ("/Volumes/STICK", Disk(removable=True, file_system="msdos", label="STICK")),
        ("/Volumes/Image", Disk(read_only=True, file_system="hfs", label="Image")),
        ("/refused", Disk()),
    ],
)
def test_macos_tells_the_disk_by_its_flags(folder: str, disk: Disk) -> None:
    assert MacOS({}, FakeMac()).disk(Path(folder)) == disk


def test_a_guest_of_macos_is_known_by_the_account() -> None:
    assert MacOS({"USER": "Guest"}, FakeMac()).profile(Path("/")).fleeting is Fleeting.GUEST
    assert MacOS({"USER": "dsl"}, FakeMac()).profile(Path("/")) == Profile()


def test_the_structure_of_statfs_is_laid_out_as_in_sys_mount_h() -> None:
    assert StatFs.f_flags.offset == 64
    assert StatFs.f_fstypename.offset == 72
    assert StatFs.f_mntonname.offset == 88
    assert StatFs.f_mntfromname.offset == 1112


def test_another_system_asked_for_real_tells_nothing() -> None:
    assert Windows({}).disk(path(r"C:\x")) == Disk()
    assert Windows({}).profile(path(r"C:\x")) == Profile()
