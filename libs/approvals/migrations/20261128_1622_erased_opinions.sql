-- Acts stay as they were done; the words that came with them go with the content of a document that was disposed of (RULE-85).
drop trigger act_is_append_only on approvals.act;
create function approvals.keep_act() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and exists (select from documents.erasure e where e.document_id = old.document_id)
    and new.comment is null and new.detail is null
    and (to_jsonb(new) - 'comment' - 'detail') = (to_jsonb(old) - 'comment' - 'detail') then
    return new;
  end if;
  raise exception 'append-only: % on approvals.act is refused', tg_op using errcode = '42501';
end $$;
create trigger act_is_append_only before update or delete on approvals.act
  for each row execute function approvals.keep_act();

drop trigger prior_instruction_is_append_only on approvals.prior_instruction;
create function approvals.keep_instruction() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and exists (select from documents.erasure e where e.document_id = old.document_id)
    and new.text = '' and (to_jsonb(new) - 'text') = (to_jsonb(old) - 'text') then
    return new;
  end if;
  raise exception 'append-only: % on approvals.prior_instruction is refused', tg_op using errcode = '42501';
end $$;
create trigger prior_instruction_is_append_only before update or delete on approvals.prior_instruction
  for each row execute function approvals.keep_instruction();
