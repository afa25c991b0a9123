"""What every attack needs: the world of one unpublished application, and no limit on how often we ask."""

import pytest

from tests import unpublished
from tests.addresses import places


@pytest.fixture
def world(settings, db):
    settings.API_RATE = settings.API_RATE_SIGNED_IN = 10**9
    return unpublished.made()


@pytest.fixture
def addresses(world):
    """One address of each route that the walk knows."""
    return list({place.route: place for place in places(world)}.values())
