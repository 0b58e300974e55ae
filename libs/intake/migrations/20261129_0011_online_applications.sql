-- オンライン申請: one receipt for each 受付番号 of each portal, however often it is handed in (RULE-05).
create table intake.online_application (
  portal             text        not null,
  application_number text        not null,
  -- Written first, so that a second hand-in waits here for the first one.
  receipt_id         uuid        not null unique references intake.receipt deferrable initially deferred,
  -- Of what was handed in: the same number with other content is no repetition.
  content_sha256     text        not null,
  handed_in_by       text        not null,
  handed_in_at       timestamptz not null,
  primary key (portal, application_number)
);
create index receipt_changes on intake.receipt (updated_at, id);
