-- What the register of files said at the end of a day: one row for each day on which something in it changed, so that
-- the register of any past day can be read and printed (RULE-85, RULE-100).
create table records.file_history (
  file_id          uuid not null references records.record_file,
  since            date not null,
  class_code       text not null,
  section_code     text not null,
  section_name     text not null,
  fiscal_year      int  not null,
  volume           int  not null,
  title            text not null,
  retention_class  text not null,
  disclosure_class text not null,
  disposition      text not null,
  state            text not null,
  custody          text not null,
  medium           text not null,
  secret           boolean not null,
  starts_on        date,
  expires_on       date,
  closed_on        date,
  primary key (file_id, since)
);
create index file_history_of_section on records.file_history (section_code, since);

insert into records.file_history (file_id, since, class_code, section_code, section_name, fiscal_year, volume, title,
  retention_class, disclosure_class, disposition, state, custody, medium, secret, starts_on, expires_on, closed_on)
select id, (opened_at at time zone 'Asia/Tokyo')::date, class_code, section_code, section_name, fiscal_year, volume, title,
  retention_class, disclosure_class, disposition, state, custody, medium, secret, starts_on, expires_on, closed_on
from records.record_file;

create function records.keep_file_history() returns trigger language plpgsql as $$
begin
  insert into records.file_history (file_id, since, class_code, section_code, section_name, fiscal_year, volume, title,
    retention_class, disclosure_class, disposition, state, custody, medium, secret, starts_on, expires_on, closed_on)
  values (new.id, platform.today(), new.class_code, new.section_code, new.section_name, new.fiscal_year, new.volume, new.title,
    new.retention_class, new.disclosure_class, new.disposition, new.state, new.custody, new.medium, new.secret,
    new.starts_on, new.expires_on, new.closed_on)
  on conflict (file_id, since) do update set class_code = excluded.class_code, section_code = excluded.section_code,
    section_name = excluded.section_name, fiscal_year = excluded.fiscal_year, volume = excluded.volume, title = excluded.title,
    retention_class = excluded.retention_class, disclosure_class = excluded.disclosure_class, disposition = excluded.disposition,
    state = excluded.state, custody = excluded.custody, medium = excluded.medium, secret = excluded.secret,
    starts_on = excluded.starts_on, expires_on = excluded.expires_on, closed_on = excluded.closed_on;
  return null;
end $$;
create trigger file_is_remembered after insert on records.record_file
  for each row execute function records.keep_file_history();
create trigger file_change_is_remembered after update on records.record_file
  for each row when ((old.class_code, old.section_code, old.section_name, old.fiscal_year, old.volume, old.title,
      old.retention_class, old.disclosure_class, old.disposition, old.state, old.custody, old.medium, old.secret,
      old.starts_on, old.expires_on, old.closed_on)
    is distinct from (new.class_code, new.section_code, new.section_name, new.fiscal_year, new.volume, new.title,
      new.retention_class, new.disclosure_class, new.disposition, new.state, new.custody, new.medium, new.secret,
      new.starts_on, new.expires_on, new.closed_on))
  execute function records.keep_file_history();

-- ファイル管理簿 as it was made public: word for word, to be shown again whatever is renamed later.
create table records.register_issue (
  id             uuid        primary key,
  as_of          date        not null,
  issued_at      timestamptz not null,
  issued_by      text        not null,
  issued_by_name text        not null,
  files          int         not null,
  sha256         text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content        text        not null
);
create index register_issue_list on records.register_issue (issued_at desc, id);
