-- An import may change several rules at once: they are one question, and their files follow together (FIL-7).
create unique index rule_change_of_rule_under_way on records.rule_change (kind, code) where finished_at is null;
drop index records.rule_change_under_way;
