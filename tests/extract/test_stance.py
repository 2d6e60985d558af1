"""How firmly words put something, by the cues of their own clause. The words asked about stand in {braces}."""

import hashlib

import pytest

from testigo.extract.claims.stance import stance_of
from testigo.extract.page import Page
from testigo.records import Document

CASES = [
    ("Gunmen killed {nine people} in the market.", "killed", "stated"),
    ("Police say {the Front} carried out the attack.", "perpetrator", "stated"),
    ("Police suspect {the Front} because leaflets were left.", "perpetrator", "suspected"),
    ("Police blamed {the Front} for the attack.", "perpetrator", "suspected"),
    ("{The Front} is accused of the attack.", "perpetrator", "suspected"),
    ("The attack was allegedly carried out by {the Front}.", "perpetrator", "suspected"),
    ("{suspected militants} fired on a bus.", "perpetrator", "suspected"),
    ("Three suspects were arrested: {the men} had guns.", "arrested", "stated"),
    ("{Three suspects} were arrested in the capital.", "arrested", "stated"),
    ("Police accused the Front of killing {nine people}.", "killed", "stated"),
    ("The bomb may have killed {nine people}.", "killed", "possible"),
    ("On 3 May {nine people} were killed.", "killed", "stated"),
    ("The army would shell {the camps} from Monday.", "target", "planned"),
    ("The Front threatened to kill {nine people}.", "killed", "planned"),
    ("The Front denied {any part} in the attack.", "perpetrator", "denied"),
    ("The Front denied the attack but claimed {the January bombing}.", "date", "stated"),
    ("It was the Column, and not {the Front}, who came.", "perpetrator", "denied"),
    ("{Velorte} had pleaded not guilty.", "perpetrator", "denied"),
    ("{No one was hurt} in the blast.", "injured", "stated"),
    ("There is no evidence that {the Front} was there.", "perpetrator", "denied"),
    ("They will join {Brode, who was sentenced to 25 years}.", "sentenced", "stated"),
    ("Along with the alleged members, {Brode was captured}.", "captured", "stated"),
    ("The mayor, who may resign, said {nine people} died.", "killed", "stated"),
]


@pytest.mark.parametrize(("marked", "predicate", "expected"), CASES)
def test_stance(marked: str, predicate: str, expected: str) -> None:
    """A cue governs its own clause and no other."""
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    page = Page(Document(id=f"sha256:{hashlib.sha256(text.encode()).hexdigest()}", name="x", text=text))
    assert stance_of(page, start, end, predicate) == expected
