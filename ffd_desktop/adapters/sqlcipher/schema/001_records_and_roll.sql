-- Which vault this is.
CREATE TABLE vault (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    vault_id TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the shelf lists. changed_at and children are as of the last settling.
CREATE TABLE referrals (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL,
    council TEXT NOT NULL,
    form TEXT NOT NULL,
    children TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

-- Everything that was ever done to a referral, in order. seq orders; the clocks only tell.
-- kind 'created' holds the whole first referral, 'edit' one edit, 'state' the new state.
CREATE TABLE records (
    seq INTEGER PRIMARY KEY,
    referral INTEGER NOT NULL REFERENCES referrals (number),
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    monotonic REAL NOT NULL,
    actor TEXT NOT NULL,
    screen TEXT NOT NULL,
    salt BLOB NOT NULL,
    body BLOB NOT NULL,
    digest BLOB NOT NULL,
    link BLOB NOT NULL
) STRICT;

CREATE INDEX records_of_referral ON records (referral, seq);

-- The referral after record upto_seq, so that opening one need not replay its whole history.
CREATE TABLE snapshots (
    referral INTEGER PRIMARY KEY REFERENCES referrals (number),
    upto_seq INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

-- Referrals with records that their snapshot and the index of words do not hold yet.
CREATE TABLE unsettled (
    referral INTEGER PRIMARY KEY REFERENCES referrals (number)
) STRICT;

CREATE TABLE places (
    referral INTEGER PRIMARY KEY REFERENCES referrals (number),
    body BLOB NOT NULL
) STRICT;

-- What is left of destroyed records: their link's digest, so that the chain can still be checked.
CREATE TABLE destroyed_records (
    seq INTEGER PRIMARY KEY,
    digest BLOB NOT NULL
) STRICT;

-- A tombstone is itself a link of the chain.
CREATE TABLE tombstones (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    reference TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    monotonic REAL NOT NULL,
    actor TEXT NOT NULL,
    screen TEXT NOT NULL,
    salt BLOB NOT NULL,
    digest BLOB NOT NULL,
    link BLOB NOT NULL
) STRICT;

-- Words are folded (accents, case, apostrophes) before they come here; no text is kept.
CREATE VIRTUAL TABLE findable USING fts5 (
    head, words,
    content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);

-- The school's roll, one at a time. Bodies stand apart, so that looking through names is quick.
CREATE TABLE pupils (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    sort_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    fingerprint BLOB NOT NULL
) STRICT;

CREATE INDEX pupils_in_order ON pupils (sort_key, key, search_key);

CREATE TABLE pupil_bodies (
    pupil INTEGER PRIMARY KEY REFERENCES pupils (number),
    body BLOB NOT NULL
) STRICT;

CREATE TABLE pupil_families (
    family_key INTEGER NOT NULL,
    pupil INTEGER NOT NULL REFERENCES pupils (number),
    PRIMARY KEY (family_key, pupil)
) STRICT, WITHOUT ROWID;

CREATE TABLE roll_source (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    body BLOB NOT NULL
) STRICT;

-- Any three letters in a row of the search keys; a hint only, the keys themselves decide.
CREATE VIRTUAL TABLE pupil_letters USING fts5 (
    search_key,
    content = '', detail = none, columnsize = 0,
    tokenize = "trigram case_sensitive 1"
);

-- Which three letters in a row there are at all, so that one or two can be looked for as well.
CREATE VIRTUAL TABLE pupil_threes USING fts5vocab (pupil_letters, 'row');
