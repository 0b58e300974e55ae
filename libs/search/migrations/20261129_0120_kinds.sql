-- 文書 or 収受: what an entry is of. Those that are there are of documents; the worker adds receipts when it renews the index (SEA-17).
alter table search.search_document add column kind text not null default 'document' check (kind in ('document', 'receipt'));
