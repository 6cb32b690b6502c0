-- Who may sign in. These tables are looked up before a clinic is known, so they carry no clinic in their keys and are
-- not distributed; everything about patients is in the record. Columns are named as the sign-in library asks.

CREATE TABLE access.clinic (
  clinic_id uuid PRIMARY KEY,
  name text NOT NULL,
  demo boolean NOT NULL
);

CREATE TABLE access."user" (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL,
  image text,
  "clinicId" uuid NOT NULL REFERENCES access.clinic,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);

CREATE TABLE access.session (
  id text PRIMARY KEY,
  "expiresAt" timestamptz NOT NULL,
  token text NOT NULL UNIQUE,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "userId" text NOT NULL REFERENCES access."user" ON DELETE CASCADE
);

CREATE INDEX session_of_user ON access.session ("userId");

-- A password is kept as an argon2id hash, never in the clear.
CREATE TABLE access.account (
  id text PRIMARY KEY,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" text NOT NULL REFERENCES access."user" ON DELETE CASCADE,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);

CREATE INDEX account_of_user ON access.account ("userId");

CREATE TABLE access.verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA access TO keel_app;

GRANT SELECT, INSERT ON access.clinic TO keel_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON access."user", access.session, access.account, access.verification TO keel_app;
