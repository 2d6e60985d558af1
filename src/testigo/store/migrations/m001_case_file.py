"""Step 1: documents, reports, groups, decisions, problems, settings.

The search index is not here: each database has its own (`search.py`).
"""

_DOCUMENT = "document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE"

STATEMENTS = (
    """CREATE TABLE documents (
        no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        title TEXT, outlet TEXT, author TEXT, url TEXT, published TEXT, language TEXT, signature TEXT,
        state TEXT NOT NULL CHECK (state IN ('read', 'unread', 'failed')),
        reprint_of TEXT, compared INTEGER NOT NULL DEFAULT 0
    ) {strict}""",
    "CREATE INDEX documents_name ON documents (name)",
    f"CREATE TABLE names ({_DOCUMENT}, name TEXT NOT NULL, PRIMARY KEY (document, name)) {{strict}}",
    f"""CREATE TABLE raw (
        {_DOCUMENT}, sha256 TEXT NOT NULL, media_type TEXT, size INTEGER NOT NULL, body {{bytes}} NOT NULL,
        PRIMARY KEY (document)
    ) {{strict}}""",
    f"""CREATE TABLE reports (
        no INTEGER PRIMARY KEY, {_DOCUMENT}, reader TEXT NOT NULL, record {{bytes}} NOT NULL, UNIQUE (document, reader)
    ) {{strict}}""",
    f"""CREATE TABLE incidents (
        {_DOCUMENT}, local TEXT NOT NULL, kind TEXT NOT NULL, scope TEXT NOT NULL, main INTEGER NOT NULL,
        PRIMARY KEY (document, local)
    ) {{strict}}""",
    f"""CREATE TABLE actors (
        {_DOCUMENT}, local TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, register TEXT,
        PRIMARY KEY (document, local)
    ) {{strict}}""",
    """CREATE TABLE groups (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('incident', 'actor')),
        document TEXT NOT NULL, local TEXT NOT NULL, redirect TEXT
    ) {strict}""",
    "CREATE UNIQUE INDEX groups_founder ON groups (document, local)",
    f"""CREATE TABLE members (
        {_DOCUMENT}, local TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL REFERENCES groups (id), score REAL,
        PRIMARY KEY (document, local)
    ) {{strict}}""",
    "CREATE INDEX members_group ON members (id)",
    """CREATE TABLE decisions (
        no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, prev TEXT, digest TEXT NOT NULL
    ) {strict}""",
    """CREATE TABLE contents (
        decision TEXT PRIMARY KEY REFERENCES decisions (id), salt TEXT, content TEXT
    ) {strict}""",
    "CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT, length INTEGER NOT NULL) {strict}",
    "INSERT INTO head (one, id, length) VALUES (1, NULL, 0)",
    """CREATE TABLE problems (
        no INTEGER PRIMARY KEY, document TEXT, name TEXT NOT NULL, stage TEXT NOT NULL, code TEXT NOT NULL,
        message TEXT NOT NULL
    ) {strict}""",
    "CREATE INDEX problems_document ON problems (document)",
    "CREATE INDEX problems_name ON problems (name)",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) {strict}",
)
