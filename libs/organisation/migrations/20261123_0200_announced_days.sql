-- Days on which the organisation of a revision was announced to hold: each once, by whichever worker comes first.
create table organisation.announced_day (
  date         date        not null,
  revision     bigint      not null,
  announced_at timestamptz not null,
  primary key (date, revision)
);
create trigger announced_day_is_append_only before update or delete on organisation.announced_day
  for each row execute function platform.refuse_change();
