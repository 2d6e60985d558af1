"""Which language a text is in."""

from functools import cache
from typing import Any

# Languages of reports that users are likely to hold. A short list keeps a short English text from being taken for one
# of the hundred others that the model knows (Latin, Esperanto, Luxembourgish).
LANGUAGES = (
    "am", "ar", "bn", "de", "en", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "ku", "ms", "my", "ne", "nl",
    "pl", "ps", "pt", "ru", "sw", "ta", "th", "tl", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
_SAMPLE = 3_000  # characters; the surest are sure after two hundred, and time grows with it
_SHORTEST = 20  # letters
_SURE = 0.7


def find_language(text: str) -> str | None:
    """Give the ISO 639-1 code of the text's language, None where it is too short to tell."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < _SHORTEST:
        return None
    language, sure = _identifier().classify(sample)
    return str(language) if sure >= _SURE else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads a model: only when asked

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier
