"""The record chain."""

from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.vault import chain

KEY, SALT = bytes(range(32)), bytes(16)
FACTS = st.tuples(st.integers(0, 2**53), st.text(max_size=9), st.floats(allow_nan=False))


@given(st.lists(st.binary(max_size=8), min_size=2, max_size=8), st.data())
def test_a_change_anywhere_changes_the_head(bodies: list[bytes], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(bodies) - 1))
    changed = [*bodies[:at], bodies[at] + b"!", *bodies[at + 1 :]]
    assert head_of(bodies) != head_of(changed)
    assert head_of(bodies) != head_of([*bodies[:at], *bodies[at + 1 :]])
    assert head_of(bodies).count == len(bodies)


def head_of(bodies: list[bytes]) -> chain.Anchor:
    head = chain.EMPTY
    for body in bodies:
        head = chain.link(KEY, head, chain.digest(KEY, salt=SALT, facts=(1,), body=body))
    return head


@given(FACTS, st.binary(max_size=9), FACTS, st.binary(max_size=9))
def test_a_digest_stands_for_one_record_only(
    facts: tuple[int, str, float], body: bytes, others: tuple[int, str, float], other: bytes
) -> None:
    one = chain.digest(KEY, salt=SALT, facts=facts, body=body)
    two = chain.digest(KEY, salt=SALT, facts=others, body=other)
    assert (one == two) == ((repr(facts), body) == (repr(others), other))


def test_without_the_key_or_the_salt_a_digest_tells_nothing() -> None:
    digest = chain.digest(KEY, salt=SALT, facts=(1,), body=b"yes")
    assert chain.digest(bytes(32), salt=SALT, facts=(1,), body=b"yes") != digest
    assert chain.digest(KEY, salt=bytes([1] * 16), facts=(1,), body=b"yes") != digest
    assert chain.fresh_salt() != chain.fresh_salt()


def test_the_same_record_at_another_place_has_another_link() -> None:
    digest = chain.digest(KEY, salt=SALT, facts=(1,), body=b"")
    one = chain.link(KEY, chain.EMPTY, digest)
    assert chain.link(KEY, one, digest).head != one.head
