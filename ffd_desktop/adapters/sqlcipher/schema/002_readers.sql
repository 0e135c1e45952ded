-- Who may read a referral that was restricted; one without a row here is for everybody. The ids are
-- those of the people in vault.keys. The record of kind 'readers' says who chose them, and when.
CREATE TABLE readers (
    referral INTEGER NOT NULL REFERENCES referrals (number),
    person TEXT NOT NULL,
    PRIMARY KEY (referral, person)
) STRICT, WITHOUT ROWID;
