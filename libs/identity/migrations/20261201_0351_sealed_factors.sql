-- 認証アプリ: secrets are sealed with a key that does not lie in the database (ID-21). Older ones are sealed when they are next used.
alter table identity.totp
  alter column secret drop not null,
  add column sealed bytea,
  add constraint totp_one_form check ((secret is null) <> (sealed is null));

-- The key that seals now, by name: a process without it must not begin a second one.
create table identity.sealing_key (
  only_one boolean primary key default true check (only_one),
  name     bytea not null check (octet_length(name) = 8)
);
select ledger.leave_out('identity.totp', 'a secret of its owner; that it was enrolled or removed is an act');
select ledger.leave_out('identity.sealing_key', 'the name of a key, of which nothing can be learnt');
