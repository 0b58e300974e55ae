-- 不在 or 事故: incapacity calls the statutory deputy in (RULE-43); somebody else may have to register it.
alter table organisation.absence
  add column kind text not null default 'absence' check (kind in ('absence', 'incapacity')),
  add column registered_by text references organisation.person,
  -- Why somebody else registered it; nobody needs to say why for oneself.
  add column on_behalf_because text;
update organisation.absence set registered_by = staff_no;
alter table organisation.absence
  alter column kind drop default,
  alter column registered_by set not null,
  add check (registered_by = staff_no or on_behalf_because is not null),
  -- An accident may meet a person who is away already, but nobody is away twice in one kind.
  add exclude using gist (staff_no with =, kind with =, tstzrange(from_at, until_at) with &&) where (cancelled_at is null);
create index absence_in_time on organisation.absence using gist (tstzrange(from_at, until_at)) where cancelled_at is null;

-- 代理 (RULE-47): the seat of one post, given by its holder to another person for a time. In force from from_at up to the
-- earlier of until_at and ended_at; one that ended before it began was taken back whole.
create table organisation.proxy (
  id            uuid primary key,
  post_code     text        not null,
  giver         text        not null references organisation.person,
  taker         text        not null references organisation.person,
  -- The post by which the taker was chosen: when either leaves the post, the proxy ends.
  taker_post    text        not null,
  from_at       timestamptz not null,
  until_at      timestamptz not null,
  reason        text        not null,
  given_by      text        not null references organisation.person,
  given_at      timestamptz not null,
  ended_at      timestamptz,
  ended_by      text,
  ended_because text check (ended_because in ('cancelled', 'transfer')),
  check (taker <> giver),
  check (until_at > from_at),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null)),
  exclude using gist (post_code with =, giver with =, tstzrange(from_at, greatest(from_at, least(until_at, ended_at))) with &&)
);
create index proxy_of_taker on organisation.proxy (taker, until_at);
