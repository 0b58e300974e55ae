-- May read because a matter is on its way to them, and only as long as it is. Everybody known so far may read for good.
alter table documents.participant add column foreseen boolean not null default false;
create index participant_foreseen on documents.participant (document_id) where foreseen;
