-- 決裁後の追加 (RULE-61): a file that came after the decision, with why and from which post; null for what was decided on.
alter table documents.attachment
  add column addition jsonb
    constraint attachment_addition_check check (addition is null or addition ?& array['reason', 'postTitle', 'unitName']);

-- It stays as it came: neither changed nor taken out, and nothing becomes one later.
create trigger addition_is_kept before update on documents.attachment
  for each row when (old.addition is not null or new.addition is not null) execute function platform.refuse_change();
