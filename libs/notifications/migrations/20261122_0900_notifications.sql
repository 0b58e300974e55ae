create schema notifications;

-- お知らせ: in-app news for one person. A convenience, not a record: deleted after some time (RULE-53 does not apply).
create table notifications.notice (
  id          uuid        primary key,
  event_id    uuid        not null,
  staff_no    text        not null,
  kind        text        not null check (kind in ('decided', 'returned', 'rejected', 'seat_opened', 'needs_attention')),
  document_id uuid        not null,
  -- What the wording needs, as it was when it happened; the text itself is made when it is read, in the reader's language.
  facts       jsonb       not null,
  created_at  timestamptz not null default clock_timestamp(),
  read_at     timestamptz,
  -- An event delivered twice is news once.
  unique (event_id, staff_no)
);

-- The ids are time-ordered (UUID version 7), so they are the order of the list.
create index notice_of_person on notifications.notice (staff_no, id desc);
create index notice_unread on notifications.notice (staff_no) where read_at is null;
create index notice_age on notifications.notice (created_at);
