-- 再起案 (RULE-52): the draft knows what it was copied from; the older document finds its followers by the index.
alter table documents.document add column redraft_of uuid references documents.document (id);
create index document_redraft_of on documents.document (redraft_of) where redraft_of is not null;
