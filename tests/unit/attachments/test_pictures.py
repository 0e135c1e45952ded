"""The copy of a picture that leaves: it draws the same and tells nothing."""

import io
import warnings

import pytest
from PIL import Image, ImageChops, ImageStat

from ffd_desktop.adapters import images
from ffd_desktop.app.attaching import leaving
from ffd_desktop.attachments import jpeg, png
from ffd_desktop.attachments.facts import MediaType
from ffd_desktop.attachments.pictures import Told, taken_out_words
from ffd_desktop.problems import ProblemForPerson
from tests.builders.files import SECRETS, photo, picture, segment

TURNS = range(1, 9)
MADE = {MediaType.JPEG: photo, MediaType.PNG: picture}


def opened(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the built photograph has a broken list of further ones
        image = Image.open(io.BytesIO(data))
    image.load()
    return image


def difference(one: Image.Image, other: Image.Image) -> float:
    assert one.size == other.size
    seen = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return max(ImageStat.Stat(seen).mean)


@pytest.mark.parametrize("kind", MADE)
def test_nothing_but_the_picture_is_in_the_copy(kind: MediaType) -> None:
    data = MADE[kind]()
    assert all(secret in data for secret in (b"zzplacezz", b"zzwordszz", b"zztrailzz", b"Nokia"))
    copy = leaving(kind, data)
    assert not any(secret in copy.data for secret in SECRETS)
    image = opened(copy.data)
    assert not image.getexif()
    assert not {"comment", "Comment", "exif", "XML:com.adobe.xmp", "xmp"} & image.info.keys()
    assert copy.taken_out == {Told.PLACE, Told.DEVICE, Told.WORDS, Told.MORE}


@pytest.mark.parametrize("kind", MADE)
def test_the_copy_of_an_upright_picture_draws_bit_for_bit_the_same(kind: MediaType) -> None:
    data = MADE[kind]()
    assert opened(leaving(kind, data).data).tobytes() == opened(data).tobytes()


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("kind", MADE)
def test_a_picture_that_lies_is_upright_in_the_copy(kind: MediaType, turn: int) -> None:
    from PIL import ImageOps

    data = MADE[kind](turn=turn)
    copy = leaving(kind, data)
    wanted = ImageOps.exif_transpose(opened(data))
    assert difference(opened(copy.data), wanted) < 4
    assert not any(secret in copy.data for secret in SECRETS)
    assert (jpeg if kind is MediaType.JPEG else png).measure(data).upright == wanted.size


def test_the_colours_of_a_photograph_keep_their_meaning() -> None:
    for turn in (1, 6):
        profile = opened(photo(turn=turn)).info["icc_profile"]
        assert opened(leaving("image/jpeg", photo(turn=turn)).data).info["icc_profile"] == profile


def test_progressive_and_grey_photographs_are_cleaned_as_well() -> None:
    for mode, progressive in (("L", False), ("RGB", True), ("CMYK", False)):
        made = io.BytesIO()
        Image.effect_noise((80, 60), 80).convert(mode).save(
            made, "JPEG", progressive=progressive, comment=b"zzwordszz"
        )
        copy = jpeg.cleaned(made.getvalue())
        assert b"zzwordszz" not in copy.data
        assert opened(copy.data).tobytes() == opened(made.getvalue()).tobytes()


def test_cleaning_a_clean_copy_changes_nothing() -> None:
    for kind, make in MADE.items():
        once = leaving(kind, make()).data
        assert leaving(kind, once) == (once, frozenset())


@pytest.mark.parametrize("kind", MADE)
def test_a_picture_that_is_cut_is_broken(kind: MediaType) -> None:
    data = leaving(kind, MADE[kind]()).data
    read = jpeg if kind is MediaType.JPEG else png
    for end in (3, 20, len(data) // 2, len(data) - 1):
        with pytest.raises(ProblemForPerson) as raised:
            read.measure(data[:end])
        assert raised.value.code == "file_broken"


def test_a_photograph_without_its_tables_is_broken() -> None:
    data = leaving("image/jpeg", photo()).data
    table = data.index(b"\xff\xdb")
    without = data[:table] + data[table + 2 + int.from_bytes(data[table + 2 : table + 4], "big") :]
    with pytest.raises(ProblemForPerson) as raised:
        images.demand_whole_jpeg(without)
    assert raised.value.code == "file_broken"


def test_a_segment_of_nonsense_in_place_of_exif_is_only_taken_out() -> None:
    for body in (b"Exif\x00\x00", b"Exif\x00\x00II*\x00\xff\xff\xff\xff", b"\xff" * 30):
        data = photo()[:2] + segment(0xE1, body) + photo()[2:]
        assert body not in jpeg.cleaned(data).data or body == b""
        assert jpeg.measure(data).turn == 1


def test_what_was_taken_out_is_said_in_words() -> None:
    both = frozenset({Told.PLACE, Told.DEVICE})
    assert taken_out_words(both).startswith("Taken out of the copy: place and device and time.")
    assert taken_out_words(frozenset()) == ""
