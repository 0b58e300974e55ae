-- 時限秘: the last day of the secrecy; null without an end. Afterwards the document is read like any other.
alter table documents.document add column confidential_until date;
