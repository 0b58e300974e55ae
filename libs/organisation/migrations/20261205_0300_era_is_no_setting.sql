-- calendarEra never had an effect and is no setting any more: versions that hold it would not be read. Its history stays.
update organisation.settings_version set settings = settings - 'calendarEra' where settings ? 'calendarEra';
select ledger.close_unit('system:migrate');
