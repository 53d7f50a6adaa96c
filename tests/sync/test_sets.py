"""Sets filled from several devices: a concurrent addition survives any removal."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from sync.add_wins import Elements, merge_set
from tests.sync.writings import stamp


@dataclass
class Favourites:
    """A set in a scope, changed by gestures as they arrive."""

    elements: Elements = field(default_factory=dict)
    version: int = 0

    def add(self, offer: str, *, by: str, n: int, base: int = 0) -> bool:
        """Receive an addition; tell whether anything changed."""
        return self._receive(by, n, base, added=[offer])

    def remove(self, offer: str, *, by: str, n: int, base: int = 0) -> bool:
        """Receive a removal; tell whether anything changed."""
        return self._receive(by, n, base, removed=[offer])

    def _receive(
        self, by: str, n: int, base: int, *, added: list[str] | None = None,
        removed: list[str] | None = None,
    ) -> bool:  # fmt: skip
        decision = merge_set(
            self.elements, added=added or [], removed=removed or [], base_version=base,
            stamp=stamp(self.version + 1, by=by, n=n),
        )  # fmt: skip
        self.elements = decision.elements
        self.version += decision.is_changed
        return decision.is_changed


def test_removing_what_one_has_read_removes_it() -> None:
    favourites = Favourites()
    favourites.add("baker", by="phone", n=1)

    assert favourites.remove("baker", by="computer", n=1, base=1)
    assert favourites.elements == {}


def test_adding_and_removing_offline_on_one_phone_leaves_nothing() -> None:
    favourites = Favourites()
    favourites.add("baker", by="phone", n=1)
    favourites.remove("baker", by="phone", n=2)

    assert favourites.elements == {}


def test_an_addition_the_remover_had_not_received_survives() -> None:
    favourites = Favourites()
    favourites.add("baker", by="phone", n=1)
    favourites.add("baker", by="computer", n=1)

    favourites.remove("baker", by="phone", n=2)

    assert list(favourites.elements) == ["baker"]


def test_adding_again_what_one_sees_changes_nothing() -> None:
    favourites = Favourites()
    favourites.add("baker", by="phone", n=1)

    assert not favourites.add("baker", by="computer", n=1, base=1)
    assert not favourites.add("baker", by="phone", n=2)


def test_removing_what_is_not_there_changes_nothing() -> None:
    assert not Favourites().remove("baker", by="phone", n=1)


GESTURES = st.lists(st.tuples(st.sampled_from("ab"), st.booleans()), min_size=1, max_size=5)


@given(st.data(), GESTURES)
def test_the_set_is_the_same_in_every_order_of_arrival(
    data: st.DataObject, gestures: list[tuple[str, bool]]
) -> None:
    one, other = (data.draw(st.permutations([by for by, _ in gestures])) for _ in range(2))

    assert _present(one, gestures) == _present(other, gestures)


def _present(order: list[str], gestures: list[tuple[str, bool]]) -> bool:
    favourites = Favourites()
    lanes = {who: [is_added for by, is_added in gestures if by == who] for who in "ab"}
    for place, by in enumerate(order):
        n = order[:place].count(by) + 1
        gesture = favourites.add if lanes[by][n - 1] else favourites.remove
        gesture("baker", by=by, n=n)
    return "baker" in favourites.elements
