-- A new one is set whenever a clinic's record or its views change. A batch that was decided ahead is stored only upon the
-- very revision it was decided upon; a position would not do, because another process may have written as many events.
ALTER TABLE eventlog.clinic ADD COLUMN revision uuid;

GRANT UPDATE (revision) ON eventlog.clinic TO keel_app;
