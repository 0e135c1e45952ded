from collections.abc import Iterable, Mapping
from enum import IntEnum, IntFlag

class Blob:
    data: bytes
    @classmethod
    def from_file_path(cls, filename: str) -> Blob: ...

class Face:
    upem: int
    blob: Blob
    def __init__(self, blob: Blob) -> None: ...

class FontExtents:
    ascender: int
    descender: int

class OTMetricsTag(IntEnum):
    CAP_HEIGHT = ...

class Font:
    def __init__(self, face: Face) -> None: ...
    def get_nominal_glyph(self, unicode: int) -> int | None: ...
    def get_glyph_h_advance(self, gid: int) -> int: ...
    def get_font_extents(self, direction: str) -> FontExtents: ...
    def get_metric_position_with_fallback(self, tag: OTMetricsTag) -> int: ...
    def draw_glyph_with_pen(self, gid: int, pen: object) -> None: ...

class GlyphInfo:
    codepoint: int
    cluster: int

class GlyphPosition:
    x_advance: int
    x_offset: int
    y_offset: int

class Buffer:
    direction: str
    glyph_infos: list[GlyphInfo]
    glyph_positions: list[GlyphPosition]
    def add_str(self, text: str) -> None: ...
    def guess_segment_properties(self) -> None: ...

def shape(font: Font, buffer: Buffer, features: Mapping[str, bool] | None = ...) -> None: ...

class SubsetFlags(IntFlag):
    NO_LAYOUT_CLOSURE = ...
    NOTDEF_OUTLINE = ...

class Set:
    def update(self, values: Iterable[int]) -> None: ...

class SubsetInput:
    glyph_set: Set
    drop_table_tag_set: Set
    flags: SubsetFlags

class SubsetPlan:
    old_to_new_glyph_mapping: Mapping[int, int]
    def __init__(self, face: Face, input: SubsetInput) -> None: ...
    def execute(self) -> Face: ...
