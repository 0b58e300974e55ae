-- 発番簿: void, reserved and branch numbers, addressees of a bulk issue (RULE-74, RULE-75, RULE-77).

-- Empty: the municipality's numberStep (RULE-74).
alter table documents.number_series alter column step drop not null;

alter table documents.number_counter
  -- Serials and times of issue stand in the same order, also when two units asked the clock before they waited for each other.
  add column last_at timestamptz,
  -- A closed counter keeps its last number and gives no other (RULE-77).
  add column closed_at timestamptz,
  add column closed_by text,
  add column close_reason text,
  add constraint number_counter_closed check (
    (closed_at is null) = (closed_by is null) and (closed_at is null) = (close_reason is null));

alter table documents.issued_number
  -- A reserved number has no bearer until it is taken.
  drop constraint issued_number_bearer,
  alter column issued_at drop not null,
  alter column issued_by drop not null,
  add column addressee text,
  add column voided_by text,
  add column reserved_at timestamptz,
  add column reserved_by text,
  add column reserve_reason text,
  add constraint issued_number_branch check (branch = 0 or branch >= 2),
  add constraint issued_number_bearer check ((bearer_kind is null) = (bearer_id is null)),
  add constraint issued_number_issued check (
    num_nonnulls(document_id, bearer_id) = num_nonnulls(issued_at) and (issued_at is null) = (issued_by is null)),
  add constraint issued_number_reserved check (
    (reserved_at is null) = (reserved_by is null) and (reserved_at is null) = (reserve_reason is null)
    and (issued_at is not null or reserved_at is not null)),
  add constraint issued_number_voided check ((voided_at is null) = (voided_by is null));
create index issued_number_voids on documents.issued_number (voided_at desc) where voided_at is not null;

-- A number once shown never changes hands, never disappears, and a void one stays void (RULE-75).
create function documents.keep_number() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'A number is never deleted: it is made void.' using errcode = 'restrict_violation';
  end if;
  if (old.series_code, old.symbol, old.year, old.serial, old.branch, old.text)
      is distinct from (new.series_code, new.symbol, new.year, new.serial, new.branch, new.text)
    or (old.issued_at is not null
      and (old.document_id, old.bearer_kind, old.bearer_id) is distinct from (new.document_id, new.bearer_kind, new.bearer_id))
    or (old.voided_at is not null and old is distinct from new) then
    raise exception 'The number % is not to be changed.', old.text using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger number_is_kept before update or delete on documents.issued_number
  for each row execute function documents.keep_number();

-- 続きの文書: takes a branch of the number of an earlier letter instead of a serial of its own (RULE-74).
create table documents.follow_up (
  document_id uuid        primary key references documents.document,
  series_code text        not null,
  symbol      text        not null,
  year        int         not null,
  serial      int         not null,
  branch      int         not null default 0 check (branch = 0),
  noted_at    timestamptz not null,
  noted_by    text        not null,
  foreign key (series_code, symbol, year, serial, branch) references documents.issued_number
);
create index follow_up_of_number on documents.follow_up (series_code, symbol, year, serial);
