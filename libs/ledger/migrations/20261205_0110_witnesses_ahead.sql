-- A witness that holds what this database does not have (WITNESS-5): the root of its leaves, by which a release names it.
alter table ledger.witness add column root bytea check (octet_length(root) = 32);
insert into ledger.manifest (table_name, column_name, standing, reason)
  values ('ledger.witness', 'root', 'derived', 'derived: tells of other tables and places; nothing rests on it');
