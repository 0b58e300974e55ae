-- What is proven about people, posts and rights (ledger.protect).
select ledger.protect('organisation.person', null);
select ledger.protect('organisation.post', null);
select ledger.protect('organisation.org_unit', null);
select ledger.protect('organisation.org_function', null);
select ledger.protect('organisation.assignment', null);
select ledger.protect('organisation.acting_order', null);
select ledger.protect('organisation.role_grant', null, '{}', array['staff_no', 'role', 'org_unit_code', 'valid_from']);
select ledger.protect('organisation.absence', null);
select ledger.protect('organisation.proxy', null);
select ledger.protect('organisation.settings_version', null);
select ledger.leave_out('organisation.announced_day', 'a mark of what was told to whom; no act');
select ledger.leave_out('organisation.calendar_override', 'days of a calendar, public');
select ledger.leave_out('organisation.closing_day', 'days of a calendar, public');
select ledger.leave_out('organisation.municipality', 'name and number of the last import; the import is an act');
