"""Nationality words as clues to a country: a demonym names no place by itself."""

from functools import lru_cache

from testigo.reference import nationality_words


@lru_cache(maxsize=10_000)
def countries_of(word: str) -> tuple[str, ...]:
    """Give the ISO codes of the countries whose nationality word (or its plural) this is; empty where it is none.

    One that fits two countries ("Dominican", "Congolese") gives both: the text has to tell them apart.
    """
    table = nationality_words()
    for form in (word, word.removesuffix("s")):
        if form in table and not form.isupper() and "." not in form:
            return table[form]
    return ()
