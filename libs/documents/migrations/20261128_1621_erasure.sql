-- 消去: the content of a document was lawfully removed; what describes it stays (RULE-85).
create table documents.erasure (
  document_id uuid primary key references documents.document,
  -- What allowed it: the id of an entry in the register of disposals.
  grounds     uuid        not null,
  erased_by   text        not null,
  erased_at   timestamptz not null
);
create trigger erasure_is_append_only before update or delete on documents.erasure
  for each row execute function platform.refuse_change();

alter table documents.document add column erased_at timestamptz;

-- A revision never changes; its bytes and its note may only go, and only with the content of an erased document.
alter table documents.revision alter column canonical drop not null;
drop trigger revision_is_append_only on documents.revision;
create function documents.keep_revision() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and exists (select from documents.erasure e where e.document_id = old.document_id)
    and new.canonical is null and new.note is null
    and (new.document_id, new.no, new.digest, new.title, new.created_at, new.created_by, new.created_by_name)
      is not distinct from (old.document_id, old.no, old.digest, old.title, old.created_at, old.created_by, old.created_by_name) then
    return new;
  end if;
  raise exception 'append-only: % on documents.revision is refused', tg_op using errcode = '42501';
end $$;
create trigger revision_is_append_only before update or delete on documents.revision
  for each row execute function documents.keep_revision();

-- Documents are never deleted, and attachments only with the content of an erased document.
create trigger document_is_kept before delete on documents.document
  for each row execute function platform.refuse_change();
create trigger document_is_not_truncated before truncate on documents.document
  for each statement execute function platform.refuse_change();
create function documents.keep_attachment() returns trigger language plpgsql as $$
begin
  if exists (select from documents.erasure e where e.document_id = old.document_id) then
    return old;
  end if;
  raise exception 'An attachment is never deleted: it is taken out.' using errcode = '42501';
end $$;
create trigger attachment_is_kept before delete on documents.attachment
  for each row execute function documents.keep_attachment();

-- What was decided does not change; erased content does not come back.
create function documents.keep_content() returns trigger language plpgsql as $$
begin
  if old.erased_at is null and new.erased_at is not null
    and not exists (select from documents.erasure e where e.document_id = new.id) then
    raise exception 'The content of document % was not erased by a disposal.', old.id using errcode = '42501';
  end if;
  if old.erased_at is not null
    and (new.erased_at, new.fields, new.title) is distinct from (old.erased_at, old.fields, old.title) then
    raise exception 'The content of document % was erased.', old.id using errcode = '42501';
  end if;
  return new;
end $$;
create trigger content_is_kept before update of erased_at, fields, title on documents.document
  for each row execute function documents.keep_content();
