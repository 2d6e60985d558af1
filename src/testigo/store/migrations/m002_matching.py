"""Step 2: what reconciliation keeps, so that new reports cost no more than themselves.

Also the words on which a case id was founded, so that another reading of them keeps it, and all names of an actor, so
that lists of actors open no report. Ids minted before have no words: they go by the local id of their founder.
"""

_THING = "INTEGER NOT NULL REFERENCES things (no) ON DELETE CASCADE"

STATEMENTS = (
    """CREATE TABLE things (
        no INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        local TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('incident', 'actor')),
        first INTEGER NOT NULL, last INTEGER NOT NULL, record {bytes} NOT NULL,
        paired INTEGER NOT NULL DEFAULT 0, stale INTEGER NOT NULL DEFAULT 1, UNIQUE (document, local)
    ) {strict}""",
    "CREATE INDEX things_unpaired ON things (no) WHERE paired = 0",
    "CREATE INDEX things_stale ON things (no) WHERE stale = 1",
    f"CREATE TABLE keys (key TEXT NOT NULL, thing {_THING}, PRIMARY KEY (key, thing)) {{strict}}",
    "CREATE INDEX keys_thing ON keys (thing)",
    f"CREATE TABLE pairs (a {_THING}, b {_THING}, score REAL NOT NULL, PRIMARY KEY (a, b)) {{strict}}",
    "CREATE INDEX pairs_b ON pairs (b)",
    "CREATE INDEX pairs_score ON pairs (score)",
    """CREATE TABLE profiled (
        document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
        report INTEGER NOT NULL, version TEXT NOT NULL
    ) {strict}""",
    """CREATE TABLE anchored (
        document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, kind TEXT NOT NULL,
        first INTEGER NOT NULL, last INTEGER NOT NULL, local TEXT, exact INTEGER NOT NULL,
        PRIMARY KEY (document, kind, first, last)
    ) {strict}""",
    "ALTER TABLE groups ADD COLUMN no INTEGER",
    "ALTER TABLE groups ADD COLUMN first INTEGER",
    "ALTER TABLE groups ADD COLUMN last INTEGER",
    "UPDATE groups SET no = (SELECT count(*) FROM groups AS other WHERE other.id <= groups.id)",
    "CREATE INDEX groups_no ON groups (no)",
    "CREATE INDEX groups_redirect ON groups (redirect)",
    "ALTER TABLE actors ADD COLUMN called TEXT",
    "CREATE INDEX actors_name ON actors (name)",
)
