"""The tables that we export, column by column: the writer and the data dictionary both read this.

kind: `id` and `code` are ours and safe; `text` comes from reports and is guarded against being read as a formula.
"""

from dataclasses import dataclass
from typing import Literal

from testigo.records.codes import FIGURES

Kind = Literal["id", "code", "text", "integer", "number", "date", "boolean", "json"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; meaning: one sentence for the data dictionary."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """One file of rows that are all of one sort. name: the file's, without `.csv`."""

    name: str
    meaning: str
    columns: tuple[Column, ...]


def _columns(lines: str) -> tuple[Column, ...]:
    """Read columns from lines of name, kind and meaning, set apart by bars."""
    made = []
    for line in lines.strip().splitlines():
        name, kind, meaning = (part.strip() for part in line.split("|"))
        made.append(Column(name, kind, meaning))  # type: ignore[arg-type]  # the tests hold kinds to the list above
    return tuple(made)


_INCIDENT = "incident_id | id | The case incident; joins all tables."
_DOCUMENT = """document_id | id | SHA-256 of the document's bytes; joins all tables.
document | text | The name under which the document came."""
_WORDS = """stance | code | How firmly it is said: stated, suspected, possible, claimed, denied or planned.
speakers | text | Who says so: each chain outermost first, joined by " > "; chains joined by "; "; empty is the report itself.
quote | text | The exact words that it was read from; pieces joined by " … ".
start | integer | Where the first piece begins, in Unicode code points into the text layer.
end | integer | Where the first piece ends; the character there is no longer part of it.
spans | code | All pieces as start-end, joined by "; "."""
_ENDS = """low | integer | Lowest lower end that a source stands behind; empty is unknown, 0 is none.
high | integer | Highest upper end; an open one is replaced by its lower end.
best | integer | The figure published last that a source stands behind.
open_low | boolean | Whether a source gave an upper end alone ("up to 5").
open_high | boolean | Whether a source gave a lower end alone ("at least 16").
computed | boolean | Whether it was added up or counted, no source having said a total."""

INCIDENTS = Table(
    "incidents",
    "One row for each incident of the case, as all its reports together tell it.",
    _columns(f"""{_INCIDENT}
kind | code | What sort of violence; the list stands in the format.
scope | code | political, criminal, domestic, accident, self_harm or unclear.
stage | code | accomplished, attempted, threatened or planned.
date_start | date | First day; --MM-DD where no year is known.
date_end | date | Last day; empty where it goes on or is unknown.
date_precision | code | time, day, week, month, season, year, span or unknown.
place | text | The narrowest place that most sources agree with.
container | text | What directly holds that place.
country | code | ISO 3166 country of the place.
lat | number | Latitude of the place's point, in degrees; empty without a point.
lon | number | Longitude of the place's point, in degrees.
place_precision | code | How precise the point is: the type of place it stands for.
killed_low | integer | Killed, lowest end; empty is unknown, 0 is none.
killed_high | integer | Killed, highest end.
killed_best | integer | Killed, best-supported value.
injured_low | integer | Injured, lowest end; empty is unknown, 0 is none.
injured_high | integer | Injured, highest end.
injured_best | integer | Injured, best-supported value.
weapons | text | Types of weapons told of, joined by "; ".
disputed | code | Values that somebody denies, joined by "; ".
sources | integer | Documents that tell it.
independent_sources | integer | Sources behind the figures of killed, else documents with reprints once.
reviewed | boolean | Whether a person accepted or corrected every claim behind it."""),
)
CASUALTIES = Table(
    "casualties",
    "One row for each incident, figure and group of people that somebody gives a figure of.",
    _columns(f"""{_INCIDENT}
figure | code | {", ".join(FIGURES)}.
group | code | Whom it counts: all, or a group; groups are parts and are never added to all.
{_ENDS}
disputed | boolean | Whether somebody denies a figure of this sort."""),
)
ROLES = Table(
    "roles",
    "One row for each victim, perpetrator, side of a clash or doer of an incident.",
    _columns(f"""{_INCIDENT}
role | code | victim, perpetrator, participant or carried_out_by.
actor_id | id | The case actor, for doers; empty for victims and the unnamed.
name | text | Name; empty for the unnamed, "[withheld]" where it is kept out.
description | text | What words call the unnamed.
side | integer | Side of a clash.
fate | code | What became of a victim.
age | text | Age as said.
sex | code | female, male or other, where said.
count_low | integer | How many of this kind, lowest end.
count_high | integer | How many, highest end.
count_best | integer | How many, best-supported value.
stance | code | The firmest stance that any source takes; denials stand in denied_by.
sources | integer | Sources that say so.
because | text | What ties a doer to it, in the sources' words.
denied_by | text | Who denies it, joined by "; "."""),
)
MEMBERS = Table(
    "members",
    "One row for each report incident of a case incident.",
    _columns(f"""{_INCIDENT}
document | text | The name under which the document came.
report_incident | id | The incident's id in that report.
main | boolean | Whether the report exists because of it.
score | number | How well it fits the others, where that was measured.
reprint_of | text | The document whose text this one reprints."""),
)
CLAIMS = Table(
    "claims",
    "One row for each thing that one report says, with its exact words.",
    _columns(f"""claim_id | id | First digits of the document id, a colon, and the claim's id in its report.
{_DOCUMENT}
incident_id | id | The case incident that it is about; empty for claims about actors and places.
subject | id | What it is about, in its report: an incident (i), an actor (a) or a place (p).
subject_name | text | Name of the actor or place that it is about.
predicate | code | What is said; the list stands in the format.
value | json | The whole value, as the format has it.
low | integer | Lower end of a figure; empty where open or no figure.
high | integer | Upper end of a figure; empty where open or no figure.
approx | boolean | Whether the words hedge the figure.
group | code | Whom a figure or a victim claim counts.
actor | text | Name of the actor in the value.
place | text | Name of the place in the value.
date_start | date | First day of a date, or of the period of a value.
date_end | date | Last day of a date, or of the period of a value.
description | text | The value's own words.
{_WORDS}
confidence | number | Chance that the claim is right; empty where nobody measured it.
made_by | text | What made the claim."""),
)
ACTORS = Table(
    "actors",
    "One row for each actor of each report; those that are one across reports share actor_id.",
    _columns(f"""actor_id | id | The case actor.
{_DOCUMENT}
report_actor | id | The actor's id in that report.
type | code | armed_group, criminal_group, state_force, government, court, person, civilian_group, organisation or outlet.
name | text | The name that this report uses.
names | text | Other names in this report, joined by "; ".
ids | json | Ids in registers, where recognised.
mentions | integer | How often the report names it."""),
)
RELATIONS = Table(
    "relations",
    "One row for each tie or standing fact that a report tells of an actor.",
    _columns(f"""claim_id | id | The claim; the same row of claims has the whole value.
actor_id | id | The case actor that it is about.
actor | text | Its name in this report.
predicate | code | What is said: split_from, led_by, alias, status or another tie or standing fact.
other_actor_id | id | The case actor at the other end, where there is one.
other | text | Its name, or the words in its place.
role | text | Role in the tie, where said.
since | date | First day of the period, where said.
until | date | Last day of the period, where said.
{_DOCUMENT}
{_WORDS}"""),
)
PLACES = Table(
    "places",
    "One row for each place of each report.",
    _columns(f"""place_id | id | First digits of the document id, a colon, and the place's id in its report.
{_DOCUMENT}
type | code | country, first_level, second_level, settlement, neighbourhood, site, street, region, water or other.
name | text | The name that this report uses.
names | text | Other names in this report, joined by "; ".
within | text | What directly holds it, as told or known, joined by "; ".
country | code | ISO 3166 country.
gazetteer | id | Gazetteer and id there, where recognised.
lat | number | Latitude in degrees; empty without a point.
lon | number | Longitude in degrees.
precision | code | What the point stands for; without one, the smallest container told.
radius_km | number | Half-width of the place, in kilometres.
derived | boolean | Whether the point is another place's: the most populous settlement of a division.
mentions | integer | How often the report names it."""),
)
DOCUMENTS = Table(
    "documents",
    "One row for each document read.",
    _columns(f"""{_DOCUMENT}
title | text | Its title.
outlet | text | Who published it.
author | text | Who wrote it.
url | text | Where it was.
published | date | Day of publication.
published_from | code | What gave that day: given, meta, url, text, mail or feed.
language | code | Language of the text; only claims of languages that are read stand in the tables.
characters | integer | Length of the text layer, in Unicode code points.
claims | integer | Claims read from it.
problems | text | What went wrong or was left undone: code and message, joined by "; ".
reader | text | The reader and its version.
model | text | The reader's model.
gazetteer | text | The reader's gazetteer version.
register | text | The reader's actor register version."""),
)
DICTIONARY = Table(
    "data-dictionary",
    "One row for each column of each table.",
    _columns("""table | code | The file, without .csv.
column | code | The column.
kind | code | id, code, text, integer, number, date, boolean or json.
meaning | text | What it says."""),
)

TABLES = (INCIDENTS, CLAIMS, CASUALTIES, ROLES, MEMBERS, ACTORS, RELATIONS, PLACES, DOCUMENTS)
