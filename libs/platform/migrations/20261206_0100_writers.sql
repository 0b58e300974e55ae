-- The wall of rows for writes (ADR 0065): what everybody may look at is written by those only whom the condition lets. One policy for
-- each command, so that the condition may ask tables whose own policies look at this one. `checked` is for rows as a change leaves them,
-- where that is not the condition.
create function platform.wall_writes(place regclass, condition text, checked text default null) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create policy onlookers on %s for select using (true)', place);
  execute format('create policy makers on %s for insert with check (%s)', place, condition);
  execute format('create policy changers on %s for update using (%s) with check (%s)', place, condition, coalesce(checked, condition));
  execute format('create policy removers on %s for delete using (%s)', place, condition);
  execute format('alter table %s enable row level security', place);
end $$;
revoke execute on function platform.wall_writes(regclass, text, text) from public;
