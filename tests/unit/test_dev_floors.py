"""Coverage floors are held per room, over lines and branches together."""

from devkit.floors import Counts, below, by_room


def counts(statements: int, lines: int, branches: int = 0, taken: int = 0) -> Counts:
    return Counts(
        num_statements=statements,
        covered_lines=lines,
        num_branches=branches,
        covered_branches=taken,
    )


def test_a_room_is_the_folder_below_a_root_and_all_beneath_it() -> None:
    files = {
        "ffd_desktop/problems.py": counts(10, 10),
        "ffd_desktop/adapters/clock.py": counts(10, 10),
        "ffd_desktop\\adapters\\pdf\\page.py": counts(10, 0),
        "ui/__main__.py": counts(4, 1),
    }
    assert by_room(files) == {"ffd_desktop": 100, "ffd_desktop/adapters": 50, "ui": 25}


def test_branches_count_as_much_as_lines() -> None:
    assert by_room({"ui/shell/a.py": counts(6, 6, 4, 1)}) == {"ui/shell": 70}


def test_a_room_without_code_has_no_percentage() -> None:
    assert by_room({"ui/shell/__init__.py": counts(0, 0)}) == {}


def test_a_room_at_its_floor_holds_and_a_tenth_below_does_not() -> None:
    assert below({"ui": 85.0}, {"ui": 85}) == []
    assert below({"ui": 84.9}, {"ui": 85}) == ["  ui: 84.9 %, floor 85 %"]


def test_a_new_room_without_a_floor_is_refused() -> None:
    assert "no floor" in below({"ui/attic": 100.0}, {})[0]
