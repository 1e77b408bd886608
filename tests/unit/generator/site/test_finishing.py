"""The last steps of a site, without building one."""

import pytest

from generator.site.finishing import cut_source_map


@pytest.mark.parametrize(
    ("content", "shorter"),
    [
        (b"a;", b"a;"),
        (b"a;\n \n//# sourceMappingURL=a.js.map\n", b"a;\n"),
        (b"a{}\n/*# sourceMappingURL=a.css.map */", b"a{}\n"),
        (b"//# sourceMappingURL=x\na;", b"//# sourceMappingURL=x\na;"),
        (b'x="sourceMappingURL=";', b'x="sourceMappingURL=";'),
    ],
)
def test_source_map_comment(content: bytes, shorter: bytes) -> None:
    """Only the comment at the very end goes; a text that merely names it stays."""
    assert cut_source_map(content) == shorter
