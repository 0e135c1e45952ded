-- The bytes of files that go with referrals, as they came. A file counts once it is whole; what was
-- stopped or killed on the way in is cleared away at the next opening. A copied referral shares
-- the bytes of the first; they go when the last referral that has them is destroyed.
CREATE TABLE file_bodies (
    number INTEGER PRIMARY KEY,
    is_whole INTEGER NOT NULL
) STRICT;

-- In pieces, each written in a transaction of its own, so that no save waits for a whole file.
CREATE TABLE file_pieces (
    number INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES file_bodies (number),
    place INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX pieces_of_file ON file_pieces (file, place);

-- Which referral has which file. facts: its name, type, size and digest, as the record says.
CREATE TABLE files (
    number INTEGER PRIMARY KEY,
    referral INTEGER NOT NULL REFERENCES referrals (number),
    id TEXT NOT NULL,
    file INTEGER NOT NULL REFERENCES file_bodies (number),
    facts BLOB NOT NULL,
    UNIQUE (referral, id)
) STRICT;
