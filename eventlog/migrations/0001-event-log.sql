-- The record. Each paragraph of this file is one statement, because Citus takes one definition at a time.
-- Every primary key and every unique index begins with clinic_id, so that the same tables distribute over machines by it.
-- There are no triggers and no rules: append-only is a matter of privileges, the hash chain is the application's.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'keel_app') THEN
    CREATE ROLE keel_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION
  -- Another database of the same server was migrated at this moment: roles belong to the server.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

-- One row a clinic. An append locks it, which makes positions gapless and puts them in the order of commits.
CREATE TABLE eventlog.clinic (
  clinic_id uuid NOT NULL,
  last_position bigint NOT NULL CHECK (last_position >= 0),
  PRIMARY KEY (clinic_id)
);

-- The last event of each stream, so that a stream whose tail was cut off is noticed.
CREATE TABLE eventlog.stream (
  clinic_id uuid NOT NULL,
  stream_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (clinic_id, stream_id)
);

-- data is json and not jsonb: the very text that was hashed is kept, to the digit.
CREATE TABLE eventlog.event (
  clinic_id uuid NOT NULL,
  position bigint NOT NULL CHECK (position >= 1),
  stream_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  type text COLLATE "C" NOT NULL,
  schema_version integer NOT NULL CHECK (schema_version >= 1),
  data json NOT NULL,
  at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  by_person_id text COLLATE "C" NOT NULL,
  by_role text COLLATE "C" NOT NULL,
  command_id uuid NOT NULL,
  command_hash bytea NOT NULL CHECK (octet_length(command_hash) = 32),
  ruleset text COLLATE "C",
  previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (clinic_id, stream_id, version)
);

CREATE UNIQUE INDEX event_position ON eventlog.event (clinic_id, position);

CREATE INDEX event_command ON eventlog.event (clinic_id, command_id);

-- Read models, made from the events and made again when their code changes.
CREATE TABLE eventlog.view_document (
  clinic_id uuid NOT NULL,
  view_name text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  grouping text COLLATE "C",
  doc jsonb NOT NULL,
  PRIMARY KEY (clinic_id, view_name, key)
);

CREATE INDEX view_document_grouping ON eventlog.view_document (clinic_id, view_name, grouping) WHERE grouping IS NOT NULL;

-- Which version of a view's code a clinic's documents were made by. No row: they are not up to date.
CREATE TABLE eventlog.view_state (
  clinic_id uuid NOT NULL,
  view_name text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (clinic_id, view_name)
);

ALTER TABLE eventlog.clinic ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

ALTER TABLE eventlog.stream ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

ALTER TABLE eventlog.event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

ALTER TABLE eventlog.view_document ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

ALTER TABLE eventlog.view_state ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_clinic ON eventlog.clinic
  USING (clinic_id = nullif(current_setting('keel.clinic_id', true), '')::uuid);

CREATE POLICY own_clinic ON eventlog.stream
  USING (clinic_id = nullif(current_setting('keel.clinic_id', true), '')::uuid);

CREATE POLICY own_clinic ON eventlog.event
  USING (clinic_id = nullif(current_setting('keel.clinic_id', true), '')::uuid);

CREATE POLICY own_clinic ON eventlog.view_document
  USING (clinic_id = nullif(current_setting('keel.clinic_id', true), '')::uuid);

CREATE POLICY own_clinic ON eventlog.view_state
  USING (clinic_id = nullif(current_setting('keel.clinic_id', true), '')::uuid);

-- Rebuilding views and verifying go through all clinics. Whoever says so may read which clinics there are, and no more.
CREATE POLICY list_of_clinics ON eventlog.clinic FOR SELECT
  USING (current_setting('keel.list_clinics', true) = 'on');

GRANT USAGE ON SCHEMA eventlog TO keel_app;

GRANT SELECT, INSERT ON eventlog.event TO keel_app;

GRANT SELECT, INSERT, UPDATE (version, hash) ON eventlog.stream TO keel_app;

GRANT SELECT, INSERT, UPDATE (last_position) ON eventlog.clinic TO keel_app;

GRANT SELECT, INSERT, UPDATE (grouping, doc), DELETE ON eventlog.view_document TO keel_app;

GRANT SELECT, INSERT, UPDATE (version), DELETE ON eventlog.view_state TO keel_app;
