"""Errors, split first by whose fault they are.

    TestigoError
    ├── InputError      this document cannot be read; the run goes on without it
    │   ├── FormatError     a record that is not what its format says (unknown, newer, broken evidence)
    │   └── EmptyError      nothing to read
    ├── ConfigError     this run was set up wrongly (a bad option, a broken user table)
    └── StoreError      the case file
        ├── BusyError       another process holds it
        └── BrokenError     its chain, evidence or schema does not hold

Everything else is a fault of ours and should crash.
"""


class TestigoError(Exception):
    """Base of every error that a user can act on."""


class InputError(TestigoError):
    """One document that cannot be read.

    name: what the user called it; stage: the step that gave up; code: a stable word for it, listed in the docs;
    message: what is wrong and the way out.
    """

    def __init__(self, message: str, *, name: str = "", stage: str = "read", code: str = "unreadable") -> None:
        super().__init__(f"{name}: {message}" if name else message)
        self.message, self.name, self.stage, self.code = message, name, stage, code


class FormatError(InputError):
    """A record that is not what its format says."""

    def __init__(self, message: str, *, name: str = "", code: str = "bad_record") -> None:
        super().__init__(message, name=name, stage="load", code=code)


class EmptyError(InputError):
    """A document with nothing to read in it."""


class ConfigError(TestigoError):
    """A run that was set up wrongly."""


class StoreError(TestigoError):
    """A case file that cannot be used as asked."""


class BusyError(StoreError):
    """A case file that another process is writing to."""


class BrokenError(StoreError):
    """A case file whose chain, evidence or schema does not hold."""
