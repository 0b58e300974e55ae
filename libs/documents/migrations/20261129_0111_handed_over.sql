-- 移管: since when the archives keep the document. What they have taken over, and what was erased, takes no more files (RULE-61).
alter table documents.document add column handed_over_at timestamptz;

create function documents.refuse_late_addition() returns trigger language plpgsql as $$
begin
  -- Whoever adds holds the document, so that a handing over at the same time waits, or is seen.
  if exists (
      select from documents.document d
      where d.id = new.document_id and (d.handed_over_at is not null or d.erased_at is not null)) then
    raise exception 'Document % has left: nothing is added to it any more.', new.document_id using errcode = '42501';
  end if;
  return new;
end $$;
create trigger addition_is_in_time before insert on documents.attachment
  for each row when (new.addition is not null) execute function documents.refuse_late_addition();
