"""Places things in a row as near as may be to where each wants to be, in order and apart."""

from __future__ import annotations

from collections.abc import Sequence

Bounds = tuple[float, float]


def placed(
    wanted: Sequence[float], apart: Sequence[float], bounds: Bounds | None = None
) -> list[float]:
    """Give the places nearest to those wanted (least squares) that keep their distances.

    ``apart[i]`` is the least distance of the places i and i + 1; neighbours that want the same
    place are pooled, and share what neither gets (isotonic regression). All lie within
    ``bounds``, where the whole row fits into them.
    """
    offsets = [0.0]
    for gap in apart:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while pools and pools[-1][0] >= mean:
            before, number = pools.pop()
            mean = (mean * count + before * number) / (count + number)
            count += number
        pools.append((mean, count))
    means = [mean for mean, count in pools for _ in range(count)]
    if bounds is not None:
        low, high = bounds[0], max(bounds[1] - offsets[-1], bounds[0])
        means = [min(max(mean, low), high) for mean in means]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
