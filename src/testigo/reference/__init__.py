"""What the world is called: places, armed actors, nationalities, and the comparison of names.

In: the shipped tables and the user's own, which win. Out: frozen places and actors that a name may stand for.
Promises: all candidates or none, in an order that does not vary; nothing is opened before it is asked for; a name
known here helps to recognise words in a report and never adds a claim that the report does not make.
"""

from testigo.reference.demonyms import country_of_demonym, country_words, nationality_words
from testigo.reference.gazetteer import Gazetteer
from testigo.reference.names import acronym_of, fold_name, is_acronym, person_words, same_person_name, stands_for
from testigo.reference.places import GazetteerPlace
from testigo.reference.precision import PRECISION_CODES, PrecisionCodes, precision_codes, radius_km_of
from testigo.reference.register import Register, RegisterActor

__all__ = [
    "PRECISION_CODES", "Gazetteer", "GazetteerPlace", "PrecisionCodes", "Register", "RegisterActor", "acronym_of",
    "country_of_demonym", "country_words", "fold_name", "is_acronym", "nationality_words", "person_words",
    "precision_codes", "radius_km_of", "same_person_name", "stands_for",
]  # fmt: skip
