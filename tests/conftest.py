"""What every suite shares: the settings of random tests, and the two samples built once."""

import os
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, settings

from tests.built import Built, build_samples

settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.register_profile(
    "nightly", max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that accepts what the program writes today as right."""
    parser.addoption(
        "--update-golden", action="store_true", help="store the handbooks as they are written now"
    )


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Built]:
    """Give both sample companies, built by the real pipeline; whoever changes one copies it."""
    return build_samples(tmp_path_factory.mktemp("samples"))
