"""The stores that the contract suite runs over."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from testigo.store import Store


@pytest.fixture(params=["sqlite"])
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Opens the same case again at each call. Another database joins `params` and opens its own here."""
    opened: list[Store] = []

    def open_() -> Store:
        opened.append(Store.open(tmp_path / "case.testigo", create=True, busy_timeout_s=0.3))
        return opened[-1]

    yield open_
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    return open_store()
