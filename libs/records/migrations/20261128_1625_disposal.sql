-- 廃棄・移管の評価 (RULE-88): one batch for what has expired in a section; `no` counts the batches of a fiscal year.
create table records.disposal_batch (
  id               uuid primary key,
  fiscal_year      int         not null,
  section_code     text        not null,
  section_name     text        not null,
  no               int         not null check (no >= 1),
  step             text        not null default 'assessment'
    check (step in ('assessment', 'review', 'consultation', 'decision', 'execution', 'finished')),
  version          int         not null default 1 check (version >= 1),
  listed_at        timestamptz not null,
  -- 課の評価
  submitted_at     timestamptz,
  submitted_by     text,
  submitted_name   text,
  -- 文書主管課の確認
  reviewed_at      timestamptz,
  reviewed_by      text,
  reviewed_name    text,
  returned_reason  text,
  -- 公文書館の意見
  opinion_due_on   date,
  opinion          text,
  opined_at        timestamptz,
  opined_by        text,
  opined_name      text,
  -- 廃棄・移管の決裁: an ordinary approval.
  document_id      uuid unique references documents.document,
  proposed_by      text,
  -- Digest of the revision that was submitted with the batch: what is decided is this and nothing else.
  content_digest   bytea check (octet_length(content_digest) = 32),
  decided_at       timestamptz,
  decided_by_name  text,
  executable_on    date,
  -- A third person agrees to more than the usual volume (reliability 4.10).
  confirmed_at     timestamptz,
  confirmed_by     text,
  confirmed_name   text,
  confirmed_count  int,
  -- 実行
  started_at       timestamptz,
  started_by       text,
  started_name     text,
  finished_at      timestamptz,
  unique (fiscal_year, section_code, no),
  check (started_at is null or (decided_at is not null and executable_on is not null)),
  check ((confirmed_at is null) = (confirmed_by is null))
);

-- 簿冊 in a batch, in at most one that is under way.
create table records.disposal_item (
  id              uuid primary key,
  batch_id        uuid not null references records.disposal_batch,
  file_id         uuid not null references records.record_file,
  state           text not null default 'open' check (state in ('open', 'agreed', 'approved', 'left_out', 'refused', 'executed')),
  -- Expiry by which it was listed: another day is another matter.
  expires_on      date not null,
  -- 基準による案; null: to be appraised.
  proposal        text check (proposal in ('destroy', 'transfer', 'extend')),
  -- The disposal was refused: only a new retention period is possible (RULE-88).
  must_extend     boolean not null default false,
  measure         text check (measure in ('destroy', 'transfer', 'extend')),
  reason          text,
  extend_years    int check (extend_years between 1 and 30),
  archives_wish   text,
  important       boolean not null default false,
  document_count  int  not null default 0 check (document_count >= 0),
  -- Over the documents that lie in it: what was agreed is these and no others.
  contents_digest bytea check (octet_length(contents_digest) = 32),
  -- Why it was left out or refused: {code, until, caseNo, ...}.
  outcome         jsonb,
  ended_at        timestamptz,
  check (state not in ('agreed', 'approved', 'executed') or (measure is not null and contents_digest is not null)),
  check (measure is distinct from 'extend' or extend_years is not null),
  check ((state in ('left_out', 'refused', 'executed')) = (ended_at is not null))
);
create unique index disposal_item_under_way on records.disposal_item (file_id) where state in ('open', 'agreed', 'approved');
create index disposal_item_of_batch on records.disposal_item (batch_id);
create index disposal_item_of_file on records.disposal_item (file_id, ended_at);

-- 廃棄簿, 移管簿: what went, who decided, when and how; kept 30 years (RULE-85).
create table records.disposal_entry (
  id               uuid primary key,
  item_id          uuid        not null unique references records.disposal_item,
  batch_id         uuid        not null references records.disposal_batch,
  kind             text        not null check (kind in ('destroyed', 'transferred')),
  file_id          uuid        not null references records.record_file,
  title            text        not null,
  class_code       text        not null,
  class_name       text        not null,
  section_name     text        not null,
  fiscal_year      int         not null,
  volume           int         not null,
  retention_label  text        not null,
  starts_on        date,
  expires_on       date        not null,
  document_count   int         not null,
  decision_id      uuid        not null references documents.document,
  decision_number  text,
  decided_by_name  text        not null,
  decided_at       timestamptz not null,
  executed_by      text        not null,
  executed_name    text        not null,
  executed_at      timestamptz not null
);
create index disposal_entry_of_time on records.disposal_entry (kind, executed_at desc, id desc);
create index disposal_entry_of_batch on records.disposal_entry (batch_id);

create table records.disposal_entry_document (
  entry_id       uuid not null references records.disposal_entry,
  document_id    uuid not null unique references records.record,
  number         text,
  title          text not null,
  decided_on     date not null,
  content_digest bytea,
  -- [{sha256, bytes, mediaType}] of every file it carried.
  files          jsonb not null,
  primary key (entry_id, document_id)
);

-- 廃棄証明書: the bytes that its digest covers.
create table records.disposal_certificate (
  batch_id  uuid primary key references records.disposal_batch,
  issued_at timestamptz not null,
  canonical bytea not null,
  digest    bytea not null check (digest = sha256(canonical))
);

-- Every day that was seen to pass, by three clocks: a leap of one of them is a hole here (reliability I15).
create table records.clock_witness (
  day       date primary key,
  at        timestamptz not null,
  host_at   timestamptz not null,
  ledger_at timestamptz
);

create trigger disposal_entry_is_append_only before update or delete on records.disposal_entry
  for each row execute function platform.refuse_change();
create trigger disposal_entry_document_is_append_only before update or delete on records.disposal_entry_document
  for each row execute function platform.refuse_change();
create trigger disposal_certificate_is_append_only before update or delete on records.disposal_certificate
  for each row execute function platform.refuse_change();
create trigger clock_witness_is_append_only before update or delete on records.clock_witness
  for each row execute function platform.refuse_change();
create trigger disposal_batch_stays before delete on records.disposal_batch
  for each row execute function records.refuse_deletion();
create trigger disposal_item_stays before delete on records.disposal_item
  for each row execute function records.refuse_deletion();
create trigger disposal_entry_is_not_truncated before truncate on records.disposal_entry
  for each statement execute function records.refuse_deletion();
