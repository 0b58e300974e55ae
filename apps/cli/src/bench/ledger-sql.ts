/**
 * Takes out what the ledger does in the database while an act runs: the lines of changed rows and the entry of the act. Only the lock of the
 * chain's head is left. For throw-away towns alone.
 */
const SWITCH = (state: 'enable' | 'disable'): string => `
do $$ declare t record; begin
  for t in select tgname, tgrelid::regclass::text as relation from pg_trigger
           where not tgisinternal and tgname in ('rows_inserted', 'rows_updated', 'rows_deleted') loop
    execute format('alter table %s ${state} trigger %I', t.relation, t.tgname);
  end loop;
end $$;`;

export const LEDGER_OFF = `${SWITCH('disable')}
create or replace function ledger.no_entry() returns trigger language plpgsql as $$ begin return null; end $$;
create or replace trigger no_entry before insert on ledger.entry for each row execute function ledger.no_entry();`;

export const LEDGER_ON = `${SWITCH('enable')}
drop trigger if exists no_entry on ledger.entry;`;
