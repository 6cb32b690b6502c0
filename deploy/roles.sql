-- The roles that Keel works with, and the database given to the one that owns it. Run by a superuser with psql, in the
-- database that is to hold the record, as often as you like:
--
--   psql --dbname=keel --set=ON_ERROR_STOP=1 --set=owner_password=... --set=server_password=... --file=deploy/roles.sql
--
-- keel_owner owns the tables and brings them forward at each start: DATABASE_OWNER_URL.
-- keel_server is what the server works as; it owns nothing and may not change what was recorded: DATABASE_URL.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'keel_app') THEN
    CREATE ROLE keel_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'keel_owner') THEN
    CREATE ROLE keel_owner LOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'keel_server') THEN
    CREATE ROLE keel_server LOGIN NOSUPERUSER NOBYPASSRLS IN ROLE keel_app;
  END IF;
END
$$;

ALTER ROLE keel_owner PASSWORD :'owner_password';

ALTER ROLE keel_server PASSWORD :'server_password';

ALTER DATABASE :"DBNAME" OWNER TO keel_owner;

REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;

GRANT CONNECT ON DATABASE :"DBNAME" TO keel_server;
