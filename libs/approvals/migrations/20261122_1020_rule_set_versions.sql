-- 専決規程 by version: 下書き is edited, 公布 counts from its day; in force (現行) is the newest published one that has begun.
alter table approvals.delegation_rule_set
  add column state             text not null default 'published' check (state in ('draft', 'published', 'withdrawn')),
  add column version           int unique check (version >= 1),
  add column valid_from        date,
  add column based_on          int references approvals.delegation_rule_set,
  -- Grows with every change of a draft, for optimistic locking.
  add column revision          int not null default 1,
  add column note              text,
  add column created_by        text,
  add column created_by_name   text,
  add column published_at      timestamptz,
  add column published_by      text,
  add column published_by_name text,
  add column withdrawn_at      timestamptz,
  add column withdrawn_by_name text,
  alter column sha256 drop not null;

update approvals.delegation_rule_set s set published_at = s.created_at, version = n.version,
  valid_from = case when n.version = 1 then coalesce((select min(valid_from) from organisation.post), (s.created_at at time zone 'Asia/Tokyo')::date)
               else (s.created_at at time zone 'Asia/Tokyo')::date end
from (select id, row_number() over (order by id) as version from approvals.delegation_rule_set) n where n.id = s.id;

alter table approvals.delegation_rule_set
  alter column state set default 'draft',
  add check ((state = 'draft') = (version is null)),
  add check (state = 'draft' or (valid_from is not null and sha256 is not null and published_at is not null)),
  add check ((state = 'withdrawn') = (withdrawn_at is not null));
create index delegation_rule_set_in_force on approvals.delegation_rule_set (valid_from desc, version desc) where state = 'published';

-- What was published is what cases were planned with: no row of it changes.
create function approvals.refuse_change_of_published_rules() returns trigger language plpgsql as $$
begin
  if exists (select from approvals.delegation_rule_set s
             where s.id = any(array[case when tg_op <> 'DELETE' then new.set_id end, case when tg_op <> 'INSERT' then old.set_id end]) and s.state <> 'draft') then
    raise exception 'The rules of a published delegation table do not change.';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger published_rules_stay before insert or update or delete on approvals.delegation_rule
  for each row execute function approvals.refuse_change_of_published_rules();

-- The settings under which a case was submitted (RULE-104).
alter table approvals.approval_case add column settings_version int references organisation.settings_version;
update approvals.approval_case set settings_version = (select max(version) from organisation.settings_version);
alter table approvals.approval_case alter column settings_version set not null;
