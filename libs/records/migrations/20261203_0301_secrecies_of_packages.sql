-- 秘密区分 of what 移管資料 hold: whoever takes them is proven anew where the municipality asks that (ID-24).
alter table records.transfer_package add column secrecies text[] not null default '{}';
select ledger.protect('records.transfer_package', null);
