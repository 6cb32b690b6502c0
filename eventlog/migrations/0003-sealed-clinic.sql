-- The peaks of the Merkle tree over the clinic's events in the order of their positions, and a seal over them by a key that
-- is not in the database: who rewrites the end of the record with all its hashes cannot make the seal. A tree may be behind
-- the record, where an older release wrote; the next append takes in what it lacks. No seal: never sealed so far.
ALTER TABLE eventlog.clinic ADD COLUMN tree bytea NOT NULL DEFAULT '', ADD COLUMN seal bytea;

GRANT UPDATE (tree, seal) ON eventlog.clinic TO keel_app;
