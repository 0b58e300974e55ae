-- Guards look at what is there, whoever asks: row policies (ADR 0037) hold for people and not for triggers.
alter function records.guard_executed_item() security definer set search_path = pg_catalog, pg_temp;

insert into platform.walled (table_name, standing, reason) values
  ('records.record', 'open', 'where and how long a document is kept, without its words: files are counted whole'),
  ('records.disposal_batch', 'open', 'the document is the decision on it'),
  ('records.disposal_entry', 'open', 'the document is the decision on it');
