-- Reports count what was submitted and decided in a span of days, and what is under way.
create index document_submitted on documents.document (submitted_at) where submitted_at is not null;
create index document_decided on documents.document (decided_at) where decided_at is not null;
create index document_circulating on documents.document (section_code, submitted_at) where state = 'circulating';
