-- A number may be borne by something other than a document (収受番号 of a receipt): by its kind and id.
alter table documents.issued_number
  alter column document_id drop not null,
  add column bearer_kind text,
  add column bearer_id   uuid,
  add constraint issued_number_bearer check (
    (bearer_kind is null) = (bearer_id is null) and (document_id is null) <> (bearer_id is null));
create unique index issued_number_of_bearer on documents.issued_number (bearer_kind, bearer_id, branch)
  where bearer_id is not null and voided_at is null;
