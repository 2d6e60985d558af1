"""Exercises and reviews yield no incident; violence at a premiere or on an exercise does."""

import pytest
from incidents_by_hand import incidents


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers attacked a beach near Mahuta on Thursday in the navy's yearly exercise. Helicopters fired at a fort.",
        "Troops stormed a village during an exercise on Monday. The enemy surrendered before lunch.",
        "The new thriller opens with a murder. The director bombed a village for the second act. Critics and the audience "
        "applauded the actors, and the plot explodes at the end.",
    ],
)
def test_drills_and_reviews_tell_no_violence(text: str) -> None:
    assert incidents(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three soldiers near Mahuta on Thursday. The army had held a yearly exercise there in May.",
        "A bomb killed six people at the premiere of a film in Kirkuk on Tuesday.",
    ],
)
def test_violence_at_a_drill_or_a_premiere_is_read(text: str) -> None:
    assert len(incidents(text)) == 1
