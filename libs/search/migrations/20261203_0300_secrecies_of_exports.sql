-- 秘密区分 of what an export holds: whoever takes it is proven anew where the municipality asks that (ID-24).
alter table search.export add column secrecies text[] not null default '{}';
select ledger.protect('search.export', null);
