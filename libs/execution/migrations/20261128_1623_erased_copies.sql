-- 浄書 never changes; its bytes may only go with the content of a document that was disposed of. The registers stay (RULE-85).
alter table execution.clean_copy alter column canonical drop not null;
drop trigger clean_copy_is_append_only on execution.clean_copy;
create function execution.keep_copy() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and new.canonical is null and (new.entry_id, new.digest) = (old.entry_id, old.digest)
    and exists (select from execution.entry x join documents.erasure e on e.document_id = x.document_id where x.id = old.entry_id) then
    return new;
  end if;
  raise exception 'append-only: % on execution.clean_copy is refused', tg_op using errcode = '42501';
end $$;
create trigger clean_copy_is_append_only before update or delete on execution.clean_copy
  for each row execute function execution.keep_copy();
