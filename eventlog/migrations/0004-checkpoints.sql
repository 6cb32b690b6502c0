-- Signed statements of what a clinic's record was, each with the hash of the one before it: a row for each. The body is the
-- text that was signed and is json, not jsonb, for the reason given at eventlog.event. The rest of a row repeats the body.
CREATE TABLE eventlog.checkpoint (
  clinic_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  position bigint NOT NULL CHECK (position >= 1),
  body json NOT NULL,
  PRIMARY KEY (clinic_id, number)
);

ALTER TABLE eventlog.checkpoint ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_clinic ON eventlog.checkpoint
  USING (clinic_id = nullif(current_setting('keel.clinic_id', true), '')::uuid);

GRANT SELECT, INSERT ON eventlog.checkpoint TO keel_app;
