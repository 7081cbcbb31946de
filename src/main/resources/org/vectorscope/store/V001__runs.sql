CREATE TABLE run (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    recipe TEXT NOT NULL,
    title TEXT NOT NULL,
    layers TEXT NOT NULL,
    n INTEGER NOT NULL,
    took_ms INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    used_ms INTEGER NOT NULL,
    saved INTEGER NOT NULL DEFAULT 0,
    name TEXT UNIQUE,
    replayed_ms INTEGER,
    replayed_equal INTEGER,
    binned_ms INTEGER
) STRICT;

CREATE INDEX run_by_kind ON run (kind, created_ms);

CREATE TABLE chunk (
    run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
    part TEXT NOT NULL,
    seq INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX chunk_by_place ON chunk (run, part, seq);

CREATE TABLE uses (
    run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
    key TEXT NOT NULL,
    PRIMARY KEY (run, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX uses_by_key ON uses (key);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
