-- 時限秘 as the entry keeps it: the reading policy compares it with the day of the question, so its end needs no new entry.
alter table search.search_document add column confidential_until date;
