"""A folder looked at where it lies: services by their notes, names and marks; links; the disk."""

import json
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from ffd_desktop.adapters.places.cloud import Clouds
from ffd_desktop.adapters.places.disk import Disk, Profile
from ffd_desktop.adapters.places.looking import look_at
from ffd_desktop.adapters.places.macos import MacOS
from ffd_desktop.vault.surroundings import Fleeting


class Plain:
    """A system with one good disk, or the one it is given."""

    def __init__(self, disk: Disk | None = None, profile: Profile | None = None) -> None:
        self._disk, self._profile = disk or Disk(), profile or Profile()

    def disk(self, folder: Path) -> Disk:
        assert folder.is_dir()
        return self._disk

    def profile(self, folder: Path) -> Profile:
        del folder
        return self._profile


def cloud_of(folder: Path, home: Path, platform: str = "linux", **environment: str) -> str:
    here = look_at(
        folder, platform=platform, environment=environment, home=str(home), system=Plain()
    )
    return here.cloud


def test_a_plain_folder_that_is_not_there_yet_has_nothing_against_it(home: Path) -> None:
    here = look_at(home / "a" / "b" / "vault", environment={}, home=str(home), system=Plain())
    assert (here.cloud, here.by_link, here.network, here.fleeting) == ("", False, False, None)
    assert here.writable
    assert here.free is not None


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Larkrise School", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Larkrise)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("iCloudDrive", "iCloud Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Documents", ""),
        ("Dropboxes", ""),
    ],
)
def test_a_folder_of_a_service_in_the_home_is_known_by_its_name(
    home: Path, name: str, service: str
) -> None:
    assert cloud_of(home / name / "deep" / "vault", home) == service
    assert cloud_of(home / "Pictures" / name, home) == ""


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox.cache", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_a1b2c3.db", "Nextcloud"),
        (".tmp.driveupload", "Google Drive"),
        (".stfolder", "Syncthing"),
    ],
)
def test_a_folder_of_a_service_elsewhere_is_known_by_its_mark(
    tmp_path: Path, home: Path, mark: str, service: str
) -> None:
    (tmp_path / "Work" / mark).mkdir(parents=True)
    assert cloud_of(tmp_path / "Work" / "2026" / "vault", home) == service
    assert cloud_of(tmp_path / "Other", home) == ""


def test_dropboxes_own_settings_in_the_home_are_no_mark(home: Path) -> None:
    (home / ".dropbox").mkdir()
    assert cloud_of(home / ".local", home) == ""


def test_dropbox_is_believed_about_where_it_lives(tmp_path: Path, home: Path) -> None:
    (home / ".dropbox").mkdir()
    note = {"personal": {"path": str(tmp_path / "D"), "host": 1}, "business": {}}
    (home / ".dropbox" / "info.json").write_text(json.dumps(note))
    assert cloud_of(tmp_path / "D" / "vault", home) == "Dropbox"
    assert cloud_of(tmp_path / "DD", home) == ""


@pytest.mark.parametrize("note", ["", "[]", "{", '{"personal": 3}', "\ud800"])
def test_a_note_of_dropbox_that_cannot_be_read_harms_nothing(home: Path, note: str) -> None:
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").write_bytes(note.encode("utf-8", "surrogatepass"))
    assert cloud_of(home / "vault", home) == ""


def test_on_windows_onedrive_is_known_by_the_environment_and_dropbox_by_its_note(
    tmp_path: Path,
) -> None:
    (tmp_path / "Dropbox").mkdir()
    note = {"business": {"path": r"E:\Team Dropbox"}}
    (tmp_path / "Dropbox" / "info.json").write_text(json.dumps(note))
    clouds = Clouds(
        platform="win32",
        environment={
            "OneDrive": r"C:\Users\dsl\OD",
            "OneDriveCommercial": r"D:\School Files",
            "LOCALAPPDATA": str(tmp_path),
        },
        home=r"C:\Users\dsl",
    )
    for folder, service in {
        r"c:\users\DSL\od\vault": "OneDrive",
        r"D:\School Files\x": "OneDrive",
        r"E:\Team Dropbox\vault": "Dropbox",
        r"C:\Users\dsl\OneDrive - Larkrise\x": "OneDrive",
        r"C:\Users\dsl\AppData\Local\FFD Desktop": "",
    }.items():
        assert clouds.service(PureWindowsPath(folder)) == service, folder
    assert clouds.service(PureWindowsPath(r"G:\x"), label="Google Drive") == "Google Drive"


def test_on_macos_the_library_tells(home: Path) -> None:
    clouds = Clouds(platform="darwin", environment={}, home=str(home))

    def service(name: str) -> str:
        return clouds.service(PurePosixPath(home, name))

    assert service("Library/Mobile Documents/com~apple~CloudDocs/x") == "iCloud Drive"
    assert service("Library/CloudStorage/OneDrive-Larkrise/x") == "OneDrive"
    assert service("Library/CloudStorage/GoogleDrive-dsl@x/My Drive") == "Google Drive"
    assert service("Library/CloudStorage/Tresorit/x") == "Tresorit"
    assert service("Documents/vault") == service("Library/Application Support") == ""
    (home / "Library/Mobile Documents/com~apple~CloudDocs/Documents").mkdir(parents=True)
    assert service("Documents/vault") == "iCloud Drive"
    assert service("Desktop/vault") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a right there")
def test_a_link_that_leads_into_a_service_is_followed(tmp_path: Path, home: Path) -> None:
    (home / "Nextcloud").mkdir()
    (tmp_path / "innocent").symlink_to(home / "Nextcloud", target_is_directory=True)
    here = look_at(tmp_path / "innocent" / "vault", environment={}, home=str(home), system=Plain())
    assert (here.cloud, here.by_link) == ("Nextcloud", True)


def test_what_the_system_tells_of_disk_and_profile_is_passed_on(home: Path) -> None:
    disk = Disk(network=True, removable=True, read_only=True, file_system="cifs")
    profile = Profile(roaming=True)
    here = look_at(home / "v", environment={}, home=str(home), system=Plain(disk, profile))
    assert here.network
    assert here.removable
    assert here.roaming
    assert not here.writable
    assert here.file_system == "cifs"
    memory = look_at(home, environment={}, home=str(home), system=Plain(Disk(memory=True)))
    assert memory.fleeting is Fleeting.MEMORY


def test_a_folder_without_the_right_to_write_is_told(home: Path) -> None:
    assert look_at(Path("/proc/1"), environment={}, home=str(home)).writable in {True, False}
    (home / "shut").mkdir(mode=0o500)
    disk = Disk(read_only=True)
    assert not look_at(home / "shut", environment={}, home=str(home), system=Plain(disk)).writable


def test_this_system_is_asked_when_no_other_is_given(home: Path) -> None:
    here = look_at(home)
    assert here.free is not None
    assert here.writable
    assert look_at(home, platform="win32").network is False
    assert look_at(home, platform="darwin", system=MacOS({})).file_system == ""
