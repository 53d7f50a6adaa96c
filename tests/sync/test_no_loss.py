"""Hypothesis: every word that is no longer shown was read by who replaced it, or is kept."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from sync.policies import DELETE_WINS, LAST_WRITER, Policy
from tests.sync.writings import Register, Writing


@dataclass
class Person:
    """A device that reads sometimes; `knows` holds every value its owner wrote or saw replaced."""

    name: str
    base: int = 0
    n: int = 0
    knows: set[object] = field(default_factory=set)


@dataclass
class Story:
    """A group, its writers, and what each shown value was known to replace."""

    group: Register
    people: list[Person] = field(default_factory=lambda: [Person(name) for name in "abc"])
    behind: dict[object, set[object]] = field(default_factory=dict)

    def read(self, person: Person) -> None:
        """Receive what is shown, and with it what its author had replaced knowingly."""
        person.base = self.group.version
        person.knows |= {self.group.value} | self.behind.get(self.group.value, set())

    def write(self, person: Person, value: object, at: int) -> None:
        """Write without reading first."""
        person.n += 1
        self.behind[value] = self.behind.get(value, set()) | person.knows
        self.group.receive(Writing(person.name, person.n, value, at, person.base))
        person.knows.add(value)

    def unaccounted(self) -> set[object]:
        """Values neither shown, nor kept, nor replaced by someone who knew them."""
        kept = {loser.value for loser in self.group.lost} | {self.group.value}
        replaced = {old for value in self.behind for old in self.behind[value]}
        return set(self.behind) - kept - replaced - {None}


STEPS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["read", "write", "write", "delete"]),
              st.integers(-5, 5)),
    max_size=25,
)  # fmt: skip


@given(STEPS, st.sampled_from([LAST_WRITER, DELETE_WINS]))
def test_no_word_disappears(steps: list[tuple[int, str, int]], policy: Policy) -> None:
    story = Story(Register(policy=policy))

    for number, (who, gesture, at) in enumerate(steps):
        person = story.people[who]
        if gesture == "read":
            story.read(person)
        elif gesture == "delete" and policy is DELETE_WINS:
            story.write(person, None, at)
        else:
            story.write(person, f"words {number}", at)

    assert story.unaccounted() == set()


@given(STEPS)
def test_each_kept_value_can_be_restored_as_it_was(steps: list[tuple[int, str, int]]) -> None:
    story = Story(Register())
    for number, (who, _, at) in enumerate(steps):
        story.write(story.people[who], f"words {number}", at)

    for loser in list(story.group.lost):
        reader = story.people[0]
        story.read(reader)
        story.write(reader, loser.value, at=-(2**40))

        assert story.group.value == loser.value
