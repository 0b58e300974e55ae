-- ファイル基準表 in versions: what the records office drafts for a day to come. A version says what it changes, class by class and
-- column by column, so that what an import or the desk changes beside it stays. What holds today is `filing_class`.
create table records.plan_version (
  id                int         generated always as identity primary key,
  state             text        not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  -- 第n版; null for a draft.
  version           int         unique,
  valid_from        date,
  revision          int         not null default 1,
  note              text,
  created_at        timestamptz not null,
  created_by        text        not null,
  created_by_name   text        not null,
  -- Why, as whoever published it said.
  reason            text,
  published_at      timestamptz,
  published_by      text,
  published_by_name text,
  withdrawn_at      timestamptz,
  withdrawn_by      text,
  withdrawn_by_name text,
  -- Since when its changes are in `filing_class`.
  entered_at        timestamptz,
  check ((state = 'draft') = (version is null)),
  check ((version is null) = (valid_from is null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check (entered_at is null or state = 'published')
);
create index plan_version_to_enter on records.plan_version (valid_from) where state = 'published' and entered_at is null;

-- What a version makes of one class: the columns it changes; of a new class, all of them.
create table records.plan_change (
  version_id int     not null references records.plan_version on delete cascade,
  code       text    not null,
  is_new     boolean not null,
  columns    jsonb   not null check (jsonb_typeof(columns) = 'object'),
  -- What these columns said when the version came into force; null before, and for a new class.
  was        jsonb,
  primary key (version_id, code)
);

-- The plan of any past day (RULE-100): one row for each day on which a class changed, whoever changed it.
create table records.filing_class_history (
  code  text  not null references records.filing_class,
  since date  not null,
  class jsonb not null,
  primary key (code, since)
);
insert into records.filing_class_history (code, since, class) select c.code, platform.today(), to_jsonb(c) from records.filing_class c;

create function records.keep_class_history() returns trigger language plpgsql as $$
begin
  insert into records.filing_class_history (code, since, class) values (new.code, platform.today(), to_jsonb(new))
    on conflict (code, since) do update set class = excluded.class;
  return null;
end $$;
create trigger class_is_remembered after insert on records.filing_class
  for each row execute function records.keep_class_history();
create trigger class_change_is_remembered after update on records.filing_class
  for each row when (old is distinct from new) execute function records.keep_class_history();

-- A year is prepared by the plan of its first day, which may name classes that do not hold yet.
alter table records.year_choice drop constraint year_choice_class_code_fkey;
alter table records.year_line drop constraint year_line_class_code_fkey;

-- What the plan of the first day says of the class, for labels that are printed before it holds.
alter table records.year_line add column class_name text, add column retention_class text;
