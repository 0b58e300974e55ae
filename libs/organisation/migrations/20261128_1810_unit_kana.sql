-- よみ of a unit, by which pickers find it. Empty until the next import that has the column.
alter table organisation.org_unit add column kana text;
