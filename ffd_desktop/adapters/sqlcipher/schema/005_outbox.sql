-- What was sealed, on its way to a council's portal: one row for each key. body: how it stands; the
-- records of kind 'sending' say when it was queued and how it ended.
CREATE TABLE outbox (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    sealed INTEGER NOT NULL REFERENCES sealed (number),
    is_open INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE INDEX outbox_of_sealed ON outbox (sealed, number);
CREATE INDEX outbox_open ON outbox (is_open) WHERE is_open = 1;
