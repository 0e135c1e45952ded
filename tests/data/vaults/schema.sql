CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE destroyed_records (
    seq INTEGER PRIMARY KEY,
    digest BLOB NOT NULL
) STRICT;

CREATE TABLE file_bodies (
    number INTEGER PRIMARY KEY,
    is_whole INTEGER NOT NULL
) STRICT;

CREATE TABLE file_pieces (
    number INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES file_bodies (number),
    place INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE files (
    number INTEGER PRIMARY KEY,
    referral INTEGER NOT NULL REFERENCES referrals (number),
    id TEXT NOT NULL,
    file INTEGER NOT NULL REFERENCES file_bodies (number),
    facts BLOB NOT NULL,
    UNIQUE (referral, id)
) STRICT;

CREATE VIRTUAL TABLE findable USING fts5 (
    head, words,
    content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);

CREATE TABLE 'findable_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'findable_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'findable_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'findable_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE outbox (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    sealed INTEGER NOT NULL REFERENCES sealed (number),
    is_open INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE INDEX outbox_of_sealed ON outbox (sealed, number);

CREATE INDEX outbox_open ON outbox (is_open) WHERE is_open = 1;

CREATE UNIQUE INDEX pieces_of_file ON file_pieces (file, place);

CREATE TABLE places (
    referral INTEGER PRIMARY KEY REFERENCES referrals (number),
    body BLOB NOT NULL
) STRICT;

CREATE TABLE pupil_bodies (
    pupil INTEGER PRIMARY KEY REFERENCES pupils (number),
    body BLOB NOT NULL
) STRICT;

CREATE TABLE pupil_families (
    family_key INTEGER NOT NULL,
    pupil INTEGER NOT NULL REFERENCES pupils (number),
    PRIMARY KEY (family_key, pupil)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE pupil_letters USING fts5 (
    search_key,
    content = '', detail = none, columnsize = 0,
    tokenize = "trigram case_sensitive 1"
);

CREATE TABLE 'pupil_letters_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'pupil_letters_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'pupil_letters_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE VIRTUAL TABLE pupil_threes USING fts5vocab (pupil_letters, 'row');

CREATE TABLE pupils (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    sort_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    fingerprint BLOB NOT NULL
) STRICT;

CREATE INDEX pupils_in_order ON pupils (sort_key, key, search_key);

CREATE TABLE readers (
    referral INTEGER NOT NULL REFERENCES referrals (number),
    person TEXT NOT NULL,
    PRIMARY KEY (referral, person)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE roll_source (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    body BLOB NOT NULL
) STRICT;

CREATE TABLE sealed (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    referral INTEGER NOT NULL REFERENCES referrals (number),
    place INTEGER NOT NULL,
    content INTEGER NOT NULL REFERENCES file_bodies (number),
    pdf INTEGER NOT NULL REFERENCES file_bodies (number),
    facts BLOB NOT NULL,
    UNIQUE (referral, place)
) STRICT;

CREATE INDEX sealed_contents ON sealed (content);

CREATE TABLE sealed_copies (
    number INTEGER PRIMARY KEY,
    sealed INTEGER NOT NULL REFERENCES sealed (number),
    attachment TEXT NOT NULL,
    file INTEGER NOT NULL REFERENCES file_bodies (number),
    UNIQUE (sealed, attachment)
) STRICT;

CREATE INDEX sealed_copies_files ON sealed_copies (file);

CREATE TRIGGER sealed_copies_go_with_their_referral BEFORE DELETE ON sealed_copies
WHEN NOT EXISTS (
    SELECT 1 FROM sealed JOIN referrals ON referrals.number = sealed.referral
    JOIN tombstones ON tombstones.id = referrals.id WHERE sealed.number = OLD.sealed
)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE TRIGGER sealed_copies_stay BEFORE UPDATE ON sealed_copies
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE TRIGGER sealed_goes_with_its_referral BEFORE DELETE ON sealed
WHEN NOT EXISTS (
    SELECT 1 FROM tombstones JOIN referrals ON referrals.id = tombstones.id
    WHERE referrals.number = OLD.referral
)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE INDEX sealed_pdfs ON sealed (pdf);

CREATE TRIGGER sealed_pieces_are_all BEFORE INSERT ON file_pieces
WHEN EXISTS (SELECT 1 FROM sealed WHERE content = NEW.file)
OR EXISTS (SELECT 1 FROM sealed WHERE pdf = NEW.file)
OR EXISTS (SELECT 1 FROM sealed_copies WHERE file = NEW.file)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE TRIGGER sealed_pieces_go_last BEFORE DELETE ON file_pieces
WHEN EXISTS (SELECT 1 FROM sealed WHERE content = OLD.file)
OR EXISTS (SELECT 1 FROM sealed WHERE pdf = OLD.file)
OR EXISTS (SELECT 1 FROM sealed_copies WHERE file = OLD.file)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE TRIGGER sealed_pieces_stay BEFORE UPDATE ON file_pieces
WHEN EXISTS (SELECT 1 FROM sealed WHERE content = OLD.file)
OR EXISTS (SELECT 1 FROM sealed WHERE pdf = OLD.file)
OR EXISTS (SELECT 1 FROM sealed_copies WHERE file = OLD.file)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE TRIGGER sealed_stays BEFORE UPDATE ON sealed
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
    referral INTEGER PRIMARY KEY REFERENCES referrals (number),
    upto_seq INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

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

CREATE TABLE unsettled (
    referral INTEGER PRIMARY KEY REFERENCES referrals (number)
) STRICT;

CREATE TABLE vault (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    vault_id TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
