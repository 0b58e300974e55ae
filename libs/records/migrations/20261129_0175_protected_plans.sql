-- What is proven about versions of the filing plan (ledger.protect), as far as they are there.
do $$ declare name text; begin
  foreach name in array array['records.filing_class_history', 'records.plan_change', 'records.plan_version'] loop
    if to_regclass(name) is not null then perform ledger.protect(name, null); end if;
  end loop;
end $$;
