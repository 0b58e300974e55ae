-- 申請を受け付けるシステムの役割: an account that hands in online applications and nothing else (RULE-05).
alter table organisation.role_grant drop constraint role_grant_role_check;
alter table organisation.role_grant add constraint role_grant_role_check check (role in
  ('records_officer', 'records_clerk', 'deputy_records_clerk', 'seal_keeper', 'archivist', 'auditor', 'org_admin', 'system_admin',
   'intake_system'));
