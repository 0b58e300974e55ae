-- 緊急閲覧の確認者: the second of the two persons by whom a matter is opened in an emergency (ID-23).
alter table organisation.role_grant drop constraint role_grant_role_check;
alter table organisation.role_grant add constraint role_grant_role_check check (role in
  ('records_officer', 'records_clerk', 'deputy_records_clerk', 'seal_keeper', 'archivist', 'auditor', 'org_admin', 'system_admin',
   'intake_system', 'emergency_confirmer'));
