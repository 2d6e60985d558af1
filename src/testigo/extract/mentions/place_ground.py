"""The ground that a document stands on: which countries, divisions and stretches of the globe its names make likely."""

from dataclasses import dataclass, field

from testigo.extract.mentions.place_senses import Seat

Weights = dict[str, float]
Cells = dict[tuple[int, int], float]


@dataclass(slots=True)
class Ground:
    """What the names of a document make likely, by weight: countries, divisions, stretches of the globe."""

    countries: Weights = field(default_factory=dict)
    named: Weights = field(default_factory=dict)
    firsts: Weights = field(default_factory=dict)
    seconds: Weights = field(default_factory=dict)
    cells: Cells = field(default_factory=dict)
    close: Cells = field(default_factory=dict)
    total: float = 0.0

    def add(self, seat: Seat, weight: float) -> None:
        """Count a place as a sign."""
        place = seat.place
        if place.country:
            self.total += weight
            self.countries[place.country] = self.countries.get(place.country, 0.0) + weight
            if place.type == "country":
                self.named[place.country] = self.named.get(place.country, 0.0) + weight
        if seat.first:
            self.firsts[seat.first] = self.firsts.get(seat.first, 0.0) + weight
        if seat.second:
            self.seconds[seat.second] = self.seconds.get(seat.second, 0.0) + weight
        if seat.cell and seat.close and place.type != "first_level":
            self.cells[seat.cell] = self.cells.get(seat.cell, 0.0) + weight
            self.close[seat.close] = self.close.get(seat.close, 0.0) + weight


def left(of_all: Weights, own: Weights, key: str | None) -> float:
    return max(0.0, of_all.get(key, 0.0) - own.get(key, 0.0)) if key else 0.0


def around(of_all: Cells, own: Cells, cell: tuple[int, int] | None) -> float:
    """Sum a cell and the eight around it."""
    if cell is None or not of_all:
        return 0.0
    found = 0.0
    for north in (-1, 0, 1):
        for east in (-1, 0, 1):
            key = (cell[0] + north, cell[1] + east)
            if key in of_all:
                found += of_all[key] - own.get(key, 0.0)
    return max(0.0, found)
