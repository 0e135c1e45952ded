-- What was sealed: place 1 is the referral, 2 and on are its addenda. Content and PDF lie in pieces
-- like files; facts: who, when, digests and the rest, as the record of kind 'sealed' says.
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

-- The copies of attachments that leave with it; one that leaves as it came shares its bytes.
CREATE TABLE sealed_copies (
    number INTEGER PRIMARY KEY,
    sealed INTEGER NOT NULL REFERENCES sealed (number),
    attachment TEXT NOT NULL,
    file INTEGER NOT NULL REFERENCES file_bodies (number),
    UNIQUE (sealed, attachment)
) STRICT;

CREATE INDEX sealed_contents ON sealed (content);
CREATE INDEX sealed_pdfs ON sealed (pdf);
CREATE INDEX sealed_copies_files ON sealed_copies (file);

-- What is sealed never changes, and goes only with its referral: its tombstone is then there.
CREATE TRIGGER sealed_stays BEFORE UPDATE ON sealed
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE TRIGGER sealed_goes_with_its_referral BEFORE DELETE ON sealed
WHEN NOT EXISTS (
    SELECT 1 FROM tombstones JOIN referrals ON referrals.id = tombstones.id
    WHERE referrals.number = OLD.referral
)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE TRIGGER sealed_copies_stay BEFORE UPDATE ON sealed_copies
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE TRIGGER sealed_copies_go_with_their_referral BEFORE DELETE ON sealed_copies
WHEN NOT EXISTS (
    SELECT 1 FROM sealed JOIN referrals ON referrals.number = sealed.referral
    JOIN tombstones ON tombstones.id = referrals.id WHERE sealed.number = OLD.sealed
)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

-- The pieces of what is sealed stay as well, and none joins them.
CREATE TRIGGER sealed_pieces_stay BEFORE UPDATE ON file_pieces
WHEN EXISTS (SELECT 1 FROM sealed WHERE content = OLD.file)
OR EXISTS (SELECT 1 FROM sealed WHERE pdf = OLD.file)
OR EXISTS (SELECT 1 FROM sealed_copies WHERE file = OLD.file)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE TRIGGER sealed_pieces_go_last BEFORE DELETE ON file_pieces
WHEN EXISTS (SELECT 1 FROM sealed WHERE content = OLD.file)
OR EXISTS (SELECT 1 FROM sealed WHERE pdf = OLD.file)
OR EXISTS (SELECT 1 FROM sealed_copies WHERE file = OLD.file)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE TRIGGER sealed_pieces_are_all BEFORE INSERT ON file_pieces
WHEN EXISTS (SELECT 1 FROM sealed WHERE content = NEW.file)
OR EXISTS (SELECT 1 FROM sealed WHERE pdf = NEW.file)
OR EXISTS (SELECT 1 FROM sealed_copies WHERE file = NEW.file)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
