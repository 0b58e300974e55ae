-- 時限秘: the last day on which a receipt is secret; null without an end. Afterwards it is read like any other.
alter table intake.receipt add column confidential_until date;
select ledger.protect('intake.receipt', 'id');
