-- Who asks which clinics there are must say so, as for the record; otherwise a clinic sees itself. The sign-in library's own
-- tables have no such wall: they are asked before it is known whose clinic it is, and hold nothing of patients.
ALTER TABLE access.clinic ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_clinic ON access.clinic
  USING (clinic_id = nullif(current_setting('keel.clinic_id', true), '')::uuid);

CREATE POLICY list_of_clinics ON access.clinic FOR SELECT
  USING (current_setting('keel.list_clinics', true) = 'on');
