-- Written by "npm run db:schema" from the migrations. Do not edit.

create schema approvals;

create schema documents;

create schema execution;

create schema identity;

create schema intake;

create schema ledger;

create schema notifications;

create schema organisation;

create schema platform;

create schema records;

create schema scans;

create schema search;

create table approvals.act (
  id uuid not null,
  document_id uuid not null,
  round integer not null,
  revision_no integer not null,
  seat_id uuid,
  kind text not null,
  outcome text,
  actor text not null,
  actor_name text not null,
  post_title text not null,
  unit_name text not null,
  comment text,
  content_digest bytea not null,
  bulk_key text,
  acted_at timestamp with time zone not null,
  attempt integer not null default 1,
  closes boolean not null default true,
  capacity text not null default 'main'::text,
  for_staff_no text,
  for_name text,
  for_post_title text,
  detail jsonb
);

create table approvals.approval_case (
  document_id uuid not null,
  version integer not null,
  round integer not null,
  revision_no integer not null,
  content_digest bytea not null,
  rule_set_id integer not null,
  decision_label text not null,
  decision_rank integer not null,
  drafter_staff_no text not null,
  submitted_at timestamp with time zone not null,
  settings_version integer not null,
  requested jsonb not null default '{}'::jsonb
);

create table approvals.bulk_outcome (
  actor text not null,
  key text not null,
  seat_id uuid not null,
  document_id uuid not null,
  outcome text not null,
  code text,
  dispatch_number text,
  at timestamp with time zone not null,
  kind text not null default 'approve'::text
);

create table approvals.case_past (
  document_id uuid not null,
  since date not null,
  round integer not null,
  decision_label text not null
);

create table approvals.coverage_check (
  id uuid not null,
  day date not null,
  until date not null,
  gaps integer not null,
  sha256 bytea not null,
  told boolean not null,
  checked_at timestamp with time zone not null
);

create table approvals.definition_draft (
  id integer not null generated always as identity,
  kind text not null,
  code text not null,
  state text not null default 'draft'::text,
  based_on integer,
  content jsonb not null,
  revision integer not null default 1,
  note text,
  created_at timestamp with time zone not null,
  created_by text not null,
  created_by_name text not null,
  document_id uuid,
  proposed_from date,
  proposed_text text,
  proposed_sha256 text,
  proposal_fault text,
  version integer,
  valid_from date,
  published_at timestamp with time zone,
  published_by text,
  published_by_name text
);

create table approvals.delegation_rule (
  set_id integer not null,
  matter_type text not null,
  "position" integer not null,
  priority integer not null,
  condition text not null,
  min_amount bigint,
  max_amount bigint,
  decider_rank integer not null,
  decider_post_code text,
  concurrence jsonb not null,
  reason text not null
);

create table approvals.delegation_rule_set (
  id integer not null generated always as identity,
  sha256 text,
  created_at timestamp with time zone not null default clock_timestamp(),
  state text not null default 'draft'::text,
  version integer,
  valid_from date,
  based_on integer,
  revision integer not null default 1,
  note text,
  created_by text,
  created_by_name text,
  published_at timestamp with time zone,
  published_by text,
  published_by_name text,
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  document_id uuid,
  proposed_from date,
  proposed_text text,
  proposed_sha256 text,
  proposal_fault text
);

create table approvals.post_review (
  seat_id uuid not null,
  attempt integer not null,
  document_id uuid not null,
  round integer not null,
  cause text not null,
  principal text,
  principal_name text,
  opened_at timestamp with time zone not null,
  outcome text,
  act_id uuid,
  done_at timestamp with time zone,
  lapsed_at timestamp with time zone
);

create table approvals.prior_instruction (
  id uuid not null,
  document_id uuid not null,
  post_code text not null,
  post_title text not null,
  given_by text not null,
  given_by_name text not null,
  given_on date not null,
  text text not null,
  recorded_by text not null,
  recorded_name text not null,
  recorded_at timestamp with time zone not null
);

create table approvals.reminder (
  seat_id uuid not null,
  attempt integer not null,
  kind text not null,
  day date not null,
  sent_at timestamp with time zone not null
);

create table approvals.saved_view (
  id uuid not null,
  owner text not null,
  owner_name text not null,
  name text not null,
  conditions jsonb not null,
  section_code text,
  section_name text,
  created_at timestamp with time zone not null
);

create table approvals.seat (
  id uuid not null,
  document_id uuid not null,
  round integer not null,
  step_no integer not null,
  seat_no integer not null,
  post_code text not null,
  post_title text not null,
  rank integer not null,
  unit_code text not null,
  unit_name text not null,
  planned_holder text,
  planned_name text,
  planned_kind text,
  reason jsonb not null,
  skip text,
  state text not null,
  principal text,
  principal_name text,
  principal_kind text,
  opened_at timestamp with time zone,
  act_id uuid,
  carried boolean not null default false,
  branch integer not null default 1,
  turn integer not null default 1,
  origin text not null default 'rule'::text,
  attempt integer not null default 1,
  held_until date,
  handed_to text,
  pass_over boolean not null default false,
  passed_by uuid,
  due_on date,
  away text,
  away_until timestamp with time zone,
  stand_in text,
  stand_in_name text,
  step_kind text,
  urgent boolean not null default false,
  matter_due_on date
);

create table approvals.seat_past (
  document_id uuid not null,
  seat_id uuid not null,
  since date not null,
  image jsonb not null
);

create table approvals.seat_succession (
  id bigint not null generated always as identity,
  document_id uuid not null,
  seat_id uuid not null,
  attempt integer not null,
  post_title text not null,
  from_staff text not null,
  from_name text,
  to_staff text,
  to_name text,
  at timestamp with time zone not null
);

create table approvals.staged_decision (
  id uuid not null,
  document_id uuid not null,
  seat_id uuid not null,
  attempt integer not null,
  version integer not null,
  content_digest bytea not null,
  act jsonb not null,
  actor text not null,
  author jsonb not null,
  idempotency_key text,
  bulk_key text,
  verdict text not null,
  staged_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  state text not null default 'staged'::text,
  cause text,
  settled_at timestamp with time zone
);

create table approvals.step (
  document_id uuid not null,
  round integer not null,
  no integer not null,
  kind text not null,
  "position" double precision not null,
  need integer
);

create table documents.attachment (
  id uuid not null,
  document_id uuid not null,
  sort integer not null,
  file_name text not null,
  label text,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  pages integer,
  added_at timestamp with time zone not null,
  added_by text not null,
  added_by_name text not null,
  removed_at timestamp with time zone,
  addition jsonb
);

create table documents.document (
  id uuid not null,
  version integer not null default 1,
  state text not null default 'drafting'::text,
  matter_type text not null,
  form_name text not null,
  form_version integer not null,
  title text not null,
  fields jsonb not null,
  amount bigint,
  class_code text not null,
  disclosure_class text not null,
  disclosure_reason text,
  confidentiality text not null,
  urgent boolean not null,
  urgency_reason text,
  due_on date,
  escalations text[] not null,
  drafter_staff_no text not null,
  drafter_name text not null,
  drafter_post_code text not null,
  drafter_post_title text not null,
  unit_code text not null,
  unit_name text not null,
  section_code text not null,
  section_name text not null,
  symbol text not null,
  revision_no integer not null default 0,
  content_digest bytea,
  draft_number text,
  dispatch_number text,
  drafted_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  decided_at timestamp with time zone,
  closed_on date,
  matter_type_version integer not null,
  executed_at timestamp with time zone,
  execution_waived_at timestamp with time zone,
  left_at timestamp with time zone,
  redraft_of uuid,
  erased_at timestamp with time zone,
  medium text not null default 'electronic'::text,
  paper_reason text,
  paper_note text,
  paper_attachments text[] not null default '{}'::text[],
  confidential_until date,
  handed_over_at timestamp with time zone
);

create table documents.document_past (
  document_id uuid not null,
  since date not null,
  image jsonb not null
);

create table documents.erasure (
  document_id uuid not null,
  grounds uuid not null,
  erased_by text not null,
  erased_at timestamp with time zone not null
);

create table documents.follow_up (
  document_id uuid not null,
  series_code text not null,
  symbol text not null,
  year integer not null,
  serial integer not null,
  branch integer not null default 0,
  noted_at timestamp with time zone not null,
  noted_by text not null
);

create table documents.form (
  name text not null,
  version integer not null,
  schema jsonb not null,
  sha256 text not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  valid_from date not null
);

create table documents.former_participant (
  id bigint not null generated always as identity,
  document_id uuid not null,
  staff_no text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null
);

create table documents.issued_number (
  series_code text not null,
  symbol text not null,
  year integer not null,
  serial integer not null,
  branch integer not null default 0,
  text text not null,
  document_id uuid,
  issued_at timestamp with time zone,
  issued_by text,
  voided_at timestamp with time zone,
  void_reason text,
  bearer_kind text,
  bearer_id uuid,
  addressee text,
  voided_by text,
  reserved_at timestamp with time zone,
  reserved_by text,
  reserve_reason text
);

create table documents.matter_type (
  code text not null
);

create table documents.matter_type_version (
  code text not null,
  version integer not null,
  valid_from date not null,
  name text not null,
  description text not null,
  form_name text not null,
  default_class_code text not null,
  default_series_code text not null,
  review text not null,
  execution text not null,
  substance_fields text[] not null,
  sort integer not null,
  created_at timestamp with time zone not null default clock_timestamp()
);

create table documents.number_counter (
  series_code text not null,
  symbol text not null,
  year integer not null,
  last integer not null,
  last_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by text,
  close_reason text
);

create table documents.number_series (
  code text not null,
  kind text not null,
  unit_code text,
  format text not null,
  year_basis text not null,
  start_at integer not null,
  step integer
);

create table documents.participant (
  document_id uuid not null,
  staff_no text not null,
  since timestamp with time zone not null,
  foreseen boolean not null default false
);

create table documents.read_mark (
  staff_no text not null,
  document_id uuid not null,
  item text not null,
  at timestamp with time zone not null
);

create table documents.revision (
  document_id uuid not null,
  no integer not null,
  canonical bytea,
  digest bytea not null,
  title text not null,
  note text,
  created_at timestamp with time zone not null,
  created_by text not null,
  created_by_name text not null
);

create table documents.takeover (
  id bigint not null generated always as identity,
  document_id uuid not null,
  from_staff text not null,
  from_name text not null,
  from_post_title text not null,
  from_unit_name text not null,
  to_staff text not null,
  to_name text not null,
  at timestamp with time zone not null
);

create table execution.clean_copy (
  entry_id uuid not null,
  canonical bytea,
  digest bytea not null
);

create table execution.entry (
  id uuid not null,
  document_id uuid not null,
  no integer not null,
  kind text not null,
  particulars jsonb not null,
  occurred_on date not null,
  reason text,
  undoes uuid,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  recorded_by_name text not null,
  post_title text not null
);

create table identity.account (
  staff_no text not null,
  password_hash text not null,
  demo boolean not null default false,
  created_at timestamp with time zone not null,
  password_set_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  password_temporary boolean not null default false
);

create table identity.demo_password (
  only_one boolean not null default true,
  password text not null
);

create table identity.emergency_reading (
  id uuid not null,
  asker text not null,
  asker_name text not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  until timestamp with time zone not null,
  matters uuid[] not null,
  numbers text[] not null,
  unit_code text,
  unit_name text,
  concerned_units text[] not null,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  confirmed_name text,
  ended_at timestamp with time zone,
  ended_by text,
  ended_name text
);

create table identity.passkey (
  credential_id text not null,
  staff_no text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  name text not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone
);

create table identity.passkey_challenge (
  challenge text not null,
  purpose text not null,
  staff_no text,
  expires_at timestamp with time zone not null
);

create table identity.provider_flow (
  browser_sha256 bytea not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  expires_at timestamp with time zone not null
);

create table identity.provider_link (
  staff_no text not null,
  issuer text not null,
  subject text not null,
  linked_at timestamp with time zone not null
);

create table identity.recovery_code (
  staff_no text not null,
  code_sha256 bytea not null,
  used_at timestamp with time zone
);

create table identity.sealing_key (
  only_one boolean not null default true,
  name bytea not null
);

create table identity.session (
  token_sha256 bytea not null,
  staff_no text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  absolute_end timestamp with time zone not null,
  revoked_at timestamp with time zone,
  client text not null,
  id uuid not null default gen_random_uuid(),
  idle_minutes integer not null default 30,
  proven_at timestamp with time zone,
  second_factor boolean not null default false,
  duty text,
  former_sha256 bytea,
  former_until timestamp with time zone
);

create table identity.sign_in_failure (
  subject text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  blocked_until timestamp with time zone
);

create table identity.totp (
  staff_no text not null,
  secret bytea,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  sealed bytea
);

create table intake.attachment (
  id uuid not null,
  receipt_id uuid not null,
  sort integer not null,
  file_name text not null,
  label text,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  pages integer,
  added_at timestamp with time zone not null,
  added_by text not null,
  added_by_name text not null,
  removed_at timestamp with time zone
);

create table intake.audience (
  circulation_id uuid not null,
  section_code text not null,
  section_name text not null
);

create table intake.circulation (
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  mode text not null,
  title text not null,
  note text,
  read_by_on date,
  section_code text not null,
  section_name text not null,
  started_at timestamp with time zone not null,
  started_by text not null,
  started_by_name text not null,
  started_by_post text not null,
  completed_at timestamp with time zone,
  stopped_at timestamp with time zone,
  stopped_by_name text,
  stop_reason text
);

create table intake.ending (
  receipt_id uuid not null,
  no integer not null,
  kind text not null,
  section_code text not null,
  section_name text not null,
  section_symbol text not null,
  to_section_code text,
  to_section_name text,
  document_id uuid,
  reason text,
  at timestamp with time zone not null,
  by_staff_no text not null,
  by_name text not null,
  by_post_title text not null,
  version integer not null,
  undone_at timestamp with time zone,
  undone_by text,
  undone_by_name text,
  undo_reason text
);

create table intake.held (
  receipt_id uuid not null,
  section_code text not null,
  since timestamp with time zone not null
);

create table intake.online_application (
  portal text not null,
  application_number text not null,
  receipt_id uuid not null,
  content_sha256 text not null,
  handed_in_by text not null,
  handed_in_at timestamp with time zone not null
);

create table intake.participant (
  receipt_id uuid not null,
  staff_no text not null,
  since timestamp with time zone not null
);

create table intake.reader (
  circulation_id uuid not null,
  staff_no text not null,
  name text not null,
  post_code text not null,
  post_title text not null,
  unit_name text not null,
  required boolean not null,
  sort integer not null,
  added_at timestamp with time zone not null,
  added_by text not null,
  read_at timestamp with time zone,
  comment text,
  asks_for_draft boolean not null default false
);

create table intake.receipt (
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  subject text not null,
  channel text not null,
  sender text not null,
  sender_number text,
  sender_date date,
  note text,
  confidentiality text not null,
  arrival_at timestamp with time zone not null,
  arrival_is_exact boolean not null,
  back_dating_reason text,
  received_at timestamp with time zone,
  received_by_name text,
  accepted_at timestamp with time zone,
  accepted_by_name text,
  receipt_number text,
  series_code text,
  number_year integer,
  serial integer,
  section_code text not null,
  section_name text not null,
  section_symbol text not null,
  reply_due_on date,
  replied_at timestamp with time zone,
  ending text,
  document_id uuid,
  registered_at timestamp with time zone not null,
  registered_by text not null,
  registered_by_name text not null,
  updated_at timestamp with time zone not null,
  confidential_until date
);

create table intake.receipt_kind (
  code text not null,
  name text not null,
  series_code text,
  exact_time boolean not null,
  sort integer not null
);

create table intake.scan_arrival (
  id uuid not null,
  inlet text not null,
  place text not null,
  file_name text not null,
  mark text not null,
  bytes bigint not null,
  sha256 bytea,
  state text not null,
  reason jsonb,
  arrived_at timestamp with time zone not null,
  noted_at timestamp with time zone not null
);

create table intake.scan_inlet (
  code text not null,
  name text not null,
  section_code text not null,
  kind text not null,
  channel text not null,
  split_by text not null
);

create table intake.scanned_receipt (
  receipt_id uuid not null,
  arrival_id uuid not null,
  part integer not null
);

create table ledger.chain_head (
  subject_kind text not null,
  subject_id text not null,
  seq integer not null,
  hash bytea not null
);

create table ledger.checkpoint (
  size bigint not null,
  at timestamp with time zone not null,
  root bytea not null,
  note text not null,
  frontier bytea[] not null,
  entries_to bigint not null,
  changes_to bigint not null,
  entries_seen bigint not null,
  changes_seen bigint not null,
  seen_before text not null
);

create table ledger.entry (
  id bigint not null generated always as identity,
  subject_kind text not null,
  subject_id text not null,
  seq integer not null,
  at timestamp with time zone not null,
  kind text not null,
  actor text not null,
  canonical bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  unit text
);

create table ledger.leaf (
  "position" bigint not null,
  entry_id bigint,
  change_id bigint,
  hash bytea not null
);

create table ledger.manifest (
  table_name text not null,
  column_name text not null,
  standing text not null,
  reason text not null
);

create table ledger.reading (
  id bigint not null generated always as identity,
  staff_no text not null,
  reader_name text not null,
  subject_kind text not null,
  subject_id text not null,
  part text not null default ''::text,
  means text not null,
  role text not null default ''::text,
  secret boolean not null,
  entered boolean not null,
  reason text,
  on_day date not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  times integer not null default 1
);

create table ledger.row_change (
  id bigint not null generated always as identity,
  unit text not null,
  op text not null,
  shape integer not null,
  table_name text not null,
  key text not null,
  owner text,
  digest bytea,
  tags bytea,
  salt bytea
);

create table ledger.shape (
  id integer not null generated always as identity,
  table_name text not null,
  key_columns text[] not null,
  columns text[] not null,
  forms text[] not null,
  owner_column text
);

create table ledger.subtree (
  place bigint not null,
  hash bytea not null
);

create table ledger.timestamp_token (
  size bigint not null,
  token bytea not null,
  taken_at timestamp with time zone not null
);

create table ledger.witness (
  name text not null,
  size bigint not null,
  taken_at timestamp with time zone not null,
  fault text,
  failing_since timestamp with time zone,
  root bytea
);

create table notifications.notice (
  id uuid not null,
  event_id uuid not null,
  staff_no text not null,
  kind text not null,
  document_id uuid not null,
  facts jsonb not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  read_at timestamp with time zone,
  subject_kind text not null default 'document'::text
);

create table organisation.absence (
  id uuid not null,
  staff_no text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  reason text not null,
  registered_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  kind text not null,
  registered_by text not null,
  on_behalf_because text
);

create table organisation.acting_order (
  post_code text not null,
  mode text not null,
  place integer not null,
  acting_post_code text not null,
  matter_types text[] not null,
  valid_from date not null,
  valid_to date
);

create table organisation.announced_day (
  date date not null,
  revision bigint not null,
  announced_at timestamp with time zone not null
);

create table organisation.assignment (
  staff_no text not null,
  post_code text not null,
  kind text not null,
  valid_from date not null,
  valid_to date
);

create table organisation.calendar_override (
  date date not null,
  open boolean not null
);

create table organisation.closing_day (
  date date not null,
  name text not null,
  open boolean not null
);

create table organisation.municipality (
  only_one boolean not null default true,
  code text not null,
  name text not null,
  kana text not null,
  name_en text not null,
  revision bigint not null default nextval('organisation.revision'::regclass)
);

create table organisation.org_function (
  code text not null,
  name text not null,
  org_unit_code text not null,
  valid_from date not null,
  valid_to date
);

create table organisation.org_unit (
  code text not null,
  name text not null,
  kind text not null,
  parent_code text,
  symbol text,
  sort integer not null,
  valid_from date not null,
  valid_to date,
  succeeds text[] not null,
  kana text
);

create table organisation.person (
  staff_no text not null,
  name text not null,
  kana text not null,
  login text not null,
  email text
);

create table organisation.post (
  code text not null,
  title text not null,
  org_unit_code text not null,
  rank integer not null,
  headship boolean not null,
  valid_from date not null,
  valid_to date
);

create table organisation.proxy (
  id uuid not null,
  post_code text not null,
  giver text not null,
  taker text not null,
  taker_post text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  reason text not null,
  given_by text not null,
  given_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  ended_because text
);

create table organisation.role_grant (
  staff_no text not null,
  role text not null,
  org_unit_code text,
  valid_from date not null,
  valid_to date
);

create table organisation.setting_change (
  id bigint not null generated always as identity,
  setting text not null,
  valid_from date not null,
  before jsonb,
  after jsonb,
  reason text,
  set_by text not null,
  set_at timestamp with time zone not null
);

create table organisation.settings_version (
  version integer not null,
  valid_from date not null,
  settings jsonb not null,
  created_at timestamp with time zone not null default clock_timestamp()
);

create table platform.idempotency (
  actor text not null,
  key text not null,
  request_sha256 bytea not null,
  status integer,
  body text,
  created_at timestamp with time zone not null default clock_timestamp()
);

create table platform.migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default clock_timestamp()
);

create table platform.outbox (
  id bigint not null generated always as identity,
  consumer text not null,
  event_id uuid not null,
  event_name text not null,
  subject text not null,
  payload jsonb not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  published_at timestamp with time zone,
  done_at timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  publications integer not null default 0
);

create table platform.walled (
  table_name text not null,
  standing text not null,
  reason text
);

create table records.clock_witness (
  day date not null,
  at timestamp with time zone not null,
  host_at timestamp with time zone not null,
  ledger_at timestamp with time zone
);

create table records.disposal_batch (
  id uuid not null,
  fiscal_year integer not null,
  section_code text not null,
  section_name text not null,
  no integer not null,
  step text not null default 'assessment'::text,
  version integer not null default 1,
  listed_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  submitted_by text,
  submitted_name text,
  reviewed_at timestamp with time zone,
  reviewed_by text,
  reviewed_name text,
  returned_reason text,
  opinion_due_on date,
  opinion text,
  opined_at timestamp with time zone,
  opined_by text,
  opined_name text,
  document_id uuid,
  proposed_by text,
  content_digest bytea,
  decided_at timestamp with time zone,
  decided_by_name text,
  executable_on date,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  confirmed_name text,
  confirmed_count integer,
  started_at timestamp with time zone,
  started_by text,
  started_name text,
  finished_at timestamp with time zone
);

create table records.disposal_certificate (
  batch_id uuid not null,
  issued_at timestamp with time zone not null,
  canonical bytea not null,
  digest bytea not null
);

create table records.disposal_entry (
  id uuid not null,
  item_id uuid not null,
  batch_id uuid not null,
  kind text not null,
  file_id uuid not null,
  title text not null,
  class_code text not null,
  class_name text not null,
  section_name text not null,
  fiscal_year integer not null,
  volume integer not null,
  retention_label text not null,
  starts_on date,
  expires_on date not null,
  document_count integer not null,
  decision_id uuid not null,
  decision_number text,
  decided_by_name text not null,
  decided_at timestamp with time zone not null,
  executed_by text not null,
  executed_name text not null,
  executed_at timestamp with time zone not null,
  papers jsonb not null default '[]'::jsonb
);

create table records.disposal_entry_document (
  entry_id uuid not null,
  document_id uuid not null,
  number text,
  title text not null,
  decided_on date not null,
  content_digest bytea,
  files jsonb not null
);

create table records.disposal_item (
  id uuid not null,
  batch_id uuid not null,
  file_id uuid not null,
  state text not null default 'open'::text,
  expires_on date not null,
  proposal text,
  must_extend boolean not null default false,
  measure text,
  reason text,
  extend_years integer,
  archives_wish text,
  important boolean not null default false,
  document_count integer not null default 0,
  contents_digest bytea,
  outcome jsonb,
  ended_at timestamp with time zone
);

create table records.disposal_release (
  witness text not null,
  size bigint not null,
  root text not null,
  released_at timestamp with time zone not null,
  released_by text not null,
  released_by_name text not null,
  reason text not null
);

create table records.extension_batch (
  id uuid not null,
  years integer not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  asked_by_name text not null,
  stopped_at timestamp with time zone,
  stopped_by text,
  finished_at timestamp with time zone
);

create table records.extension_item (
  batch_id uuid not null,
  file_id uuid not null,
  outcome text,
  code text,
  from_on date,
  to_on date,
  done_at timestamp with time zone
);

create table records.file_history (
  file_id uuid not null,
  since date not null,
  class_code text not null,
  section_code text not null,
  section_name text not null,
  fiscal_year integer not null,
  volume integer not null,
  title text not null,
  retention_class text not null,
  disclosure_class text not null,
  disposition text not null,
  state text not null,
  custody text not null,
  medium text not null,
  secret boolean not null,
  starts_on date,
  expires_on date,
  closed_on date,
  retention_label text,
  retention_years integer
);

create table records.file_place (
  id uuid not null,
  file_id uuid not null,
  place_code text,
  note text,
  since timestamp with time zone not null,
  since_by text not null,
  until timestamp with time zone
);

create table records.filing_class (
  code text not null,
  name text not null,
  level integer not null,
  parent_code text,
  function_code text,
  retention_class text,
  disclosure_class text,
  disposition text,
  statutory_years integer,
  statutory_law text,
  section_code text,
  adjustment_period boolean not null default false,
  personal_data boolean not null default false,
  last_year integer
);

create table records.filing_class_history (
  code text not null,
  since date not null,
  class jsonb not null
);

create table records.finding (
  file_id uuid not null,
  kind text not null,
  found_on date not null,
  seen_on date not null,
  id uuid not null default gen_random_uuid(),
  settled_on date
);

create table records.handover (
  id uuid not null,
  fiscal_year integer not null,
  section_code text not null,
  section_name text not null,
  proposed_at timestamp with time zone not null,
  proposed_by text not null,
  proposed_by_name text not null,
  received_at timestamp with time zone,
  received_by text,
  received_by_name text,
  withdrawn_at timestamp with time zone
);

create table records.handover_file (
  handover_id uuid not null,
  file_id uuid not null,
  place_code text,
  returned_at timestamp with time zone,
  returned_by text,
  return_reason text,
  taken_off_at timestamp with time zone,
  taken_off_by text,
  taken_off_reason text
);

create table records.hold (
  id uuid not null,
  ground text not null,
  case_no text,
  reason text not null,
  triggered_on date not null,
  decided_on date,
  ends_on date,
  placed_at timestamp with time zone not null,
  placed_by text not null,
  placed_by_name text not null,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  released_at timestamp with time zone,
  released_by text,
  release_reason text
);

create table records.hold_target (
  hold_id uuid not null,
  file_id uuid,
  document_id uuid
);

create table records.loan (
  id uuid not null,
  file_id uuid not null,
  purpose text not null,
  requested_at timestamp with time zone not null,
  requested_by text not null,
  requested_by_name text not null,
  section_code text not null,
  section_name text not null,
  due_on date not null,
  lent_at timestamp with time zone,
  lent_by text,
  lent_by_name text,
  refused_at timestamp with time zone,
  refused_by text,
  refusal text,
  returned_at timestamp with time zone,
  returned_to text,
  returned_to_name text,
  reminded_on date
);

create table records.paper_record (
  id uuid not null,
  file_id uuid not null,
  title text not null,
  document_number text,
  documented_on date not null,
  pages integer not null,
  location text,
  disposition boolean not null default false,
  issued_on date,
  registered_at timestamp with time zone not null,
  registered_by text not null,
  registered_by_name text not null
);

create table records.plan_change (
  version_id integer not null,
  code text not null,
  is_new boolean not null,
  columns jsonb not null,
  was jsonb
);

create table records.plan_version (
  id integer not null generated always as identity,
  state text not null default 'draft'::text,
  version integer,
  valid_from date,
  revision integer not null default 1,
  note text,
  created_at timestamp with time zone not null,
  created_by text not null,
  created_by_name text not null,
  reason text,
  published_at timestamp with time zone,
  published_by text,
  published_by_name text,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_by_name text,
  entered_at timestamp with time zone
);

create table records.record (
  document_id uuid not null,
  file_id uuid not null,
  filed_at timestamp with time zone not null,
  filed_by text not null,
  retention_class text not null,
  basis text not null,
  decided_on date not null,
  closed_on date not null,
  provisional boolean not null,
  event_on date,
  starts_on date,
  expires_on date,
  explanation jsonb not null,
  state text not null default 'held_in_file'::text,
  medium text not null default 'electronic'::text,
  review_on date,
  keep_until date
);

create table records.record_file (
  id uuid not null,
  class_code text not null,
  function_code text,
  section_code text not null,
  section_name text not null,
  fiscal_year integer not null,
  volume integer not null default 1,
  title text not null,
  retention_class text not null,
  state text not null default 'open'::text,
  disclosure_class text not null,
  disposition text not null,
  starts_on date,
  expires_on date,
  opened_at timestamp with time zone not null,
  closed_on date,
  custody text not null default 'office'::text,
  medium text not null default 'electronic'::text,
  continuing boolean not null default false,
  event_on date,
  review_on date,
  permanent_ground text,
  extended_to date,
  extension_count integer not null default 0,
  statutory_years integer,
  statutory_law text,
  kept_basis text,
  kept_years integer,
  kept_label text,
  adjustment_period boolean not null default false,
  personal_data boolean not null default false,
  secret boolean not null default false,
  closing_reason text,
  removal_reason text
);

create table records.record_past (
  document_id uuid not null,
  since date not null,
  file_id uuid not null,
  retention_class text not null,
  closed_on date not null,
  provisional boolean not null,
  starts_on date,
  expires_on date
);

create table records.register_issue (
  id uuid not null,
  as_of date not null,
  issued_at timestamp with time zone not null,
  issued_by text not null,
  issued_by_name text not null,
  files integer not null,
  sha256 text not null,
  content text not null
);

create table records.retention_class (
  code text not null,
  label text not null,
  years integer,
  basis text not null,
  disposition text not null,
  valid_from date,
  statutory_years integer,
  statutory_law text
);

create table records.retention_class_version (
  code text not null,
  version integer not null,
  valid_from date,
  label text not null,
  years integer,
  basis text not null,
  disposition text not null,
  statutory_years integer,
  statutory_law text
);

create table records.rule_change (
  id uuid not null,
  kind text not null,
  code text not null,
  before jsonb not null,
  after jsonb not null,
  retroactive boolean not null,
  shorten boolean not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  asked_by_name text not null,
  stopped_at timestamp with time zone,
  stopped_by text,
  finished_at timestamp with time zone
);

create table records.rule_change_file (
  change_id uuid not null,
  file_id uuid not null,
  from_on date,
  outcome text,
  code text,
  to_on date,
  done_at timestamp with time zone
);

create table records.scan_substitute (
  id uuid not null,
  paper_record_id uuid not null,
  sha256 text not null,
  file_name text not null,
  media_type text not null,
  bytes bigint not null,
  pages integer not null,
  scanned_at timestamp with time zone not null,
  scanned_by text not null,
  scanned_by_name text not null,
  checked_at timestamp with time zone,
  checked_by text,
  checked_by_name text,
  approved_at timestamp with time zone,
  approved_by text,
  approved_by_name text,
  refused_at timestamp with time zone,
  refused_by text,
  refused_by_name text,
  refusal text,
  destruction_decided_at timestamp with time zone,
  destruction_decided_by text,
  destruction_decided_by_name text,
  destroyed_on date,
  destroyed_at timestamp with time zone,
  destroyed_by text,
  destroyed_by_name text,
  method text,
  object_sha256 bytea
);

create table records.stack_place (
  code text not null,
  room text not null,
  shelf text not null,
  box text,
  note text,
  added_at timestamp with time zone not null,
  added_by text not null
);

create table records.transfer_package (
  id uuid not null,
  batch_id uuid not null,
  state text not null default 'waiting'::text,
  total integer not null,
  done integer not null default 0,
  withheld integer not null default 0,
  fault text,
  ordered_at timestamp with time zone not null,
  ordered_by text not null,
  ordered_by_name text not null,
  expires_at timestamp with time zone,
  object_key text,
  sha256 text,
  bytes bigint,
  chunk_hashes bytea,
  secrecies text[] not null default '{}'::text[]
);

create table records.year_choice (
  fiscal_year integer not null,
  class_code text not null,
  section_code text not null,
  title text not null,
  personal_data boolean not null,
  secret boolean not null,
  skipped boolean not null,
  chosen_by text not null,
  chosen_at timestamp with time zone not null
);

create table records.year_line (
  id uuid not null,
  fiscal_year integer not null,
  class_code text not null,
  section_code text not null,
  section_name text not null,
  function_code text,
  title text not null,
  personal_data boolean not null,
  secret boolean not null,
  carried_file uuid,
  done_at timestamp with time zone,
  file_id uuid,
  class_name text,
  retention_class text
);

create table records.year_plan (
  fiscal_year integer not null,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  confirmed_by_name text,
  begun_at timestamp with time zone,
  opened_at timestamp with time zone,
  counters_closed_at timestamp with time zone
);

create table scans.arrival (
  sha256 bytea not null,
  bytes bigint not null,
  arrived_at timestamp with time zone not null
);

create table scans.download (
  capability_sha256 bytea not null,
  session_id uuid not null,
  purpose text not null,
  sha256 bytea not null,
  file_name text not null,
  media_type text not null,
  expires_at timestamp with time zone not null
);

create table scans.object_finding (
  id uuid not null,
  sha256 bytea not null,
  place text not null,
  fault text not null,
  found_by text not null,
  found_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  settled_at timestamp with time zone
);

create table scans.object_lock (
  sha256 bytea not null,
  retain_until timestamp with time zone not null,
  checked_at timestamp with time zone not null,
  drifted_at timestamp with time zone,
  drift text
);

create table scans.page_correction (
  source_sha256 bytea not null,
  page integer not null,
  version integer not null,
  text text not null,
  corrected_by text not null,
  corrected_by_name text not null,
  corrected_at timestamp with time zone not null
);

create table scans.page_text (
  source_sha256 bytea not null,
  page integer not null,
  text text not null,
  engine text not null,
  confidence real,
  words jsonb
);

create table scans.removed_object (
  sha256 bytea not null,
  bytes bigint not null,
  grounds text not null,
  removed_at timestamp with time zone not null,
  state text not null default 'owed'::text,
  gone_at timestamp with time zone
);

create table scans.rendition (
  source_sha256 bytea not null,
  kind text not null,
  state text not null,
  object_sha256 bytea,
  detail text,
  updated_at timestamp with time zone not null,
  ends integer[]
);

create table scans.sending (
  id uuid not null,
  staff_no text not null,
  file_name text not null,
  bytes bigint not null,
  started_at timestamp with time zone not null,
  upload_id uuid,
  waiting_since timestamp with time zone,
  refused_at timestamp with time zone,
  refusal jsonb
);

create table scans.sending_piece (
  sending_id uuid not null,
  n integer not null,
  bytes integer not null,
  object_id uuid not null,
  sha256 bytea not null,
  chunk_hashes bytea not null
);

create table scans.stored_object (
  sha256 bytea not null,
  bytes bigint not null,
  media_type text not null,
  chunk_hashes bytea not null,
  pages integer,
  active_content text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  verified_at timestamp with time zone not null
);

create table scans.text_state (
  source_sha256 bytea not null,
  state text not null,
  engine text,
  detail text,
  updated_at timestamp with time zone not null
);

create table scans.upload (
  id uuid not null,
  staff_no text not null,
  file_name text not null,
  media_type text not null,
  sha256 bytea not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone
);

create table search.changed_entry (
  document_id uuid not null,
  seq bigint not null generated always as identity
);

create table search.disposed (
  document_id uuid not null,
  folded text not null
);

create table search.ended_secrecy (
  before date
);

create table search.export (
  id uuid not null,
  staff_no text not null,
  kind text not null,
  conditions jsonb not null,
  reason text not null,
  state text not null default 'waiting'::text,
  total integer not null,
  done integer not null default 0,
  fault text,
  ordered_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  object_key text,
  sha256 text,
  bytes bigint,
  chunk_hashes bytea,
  secrecies text[] not null default '{}'::text[]
);

create table search.fiscal_year (
  fy smallint not null
);

create table search.indexed_document (
  document_id uuid not null,
  fy smallint,
  content_sha256 bytea
);

create table search.known_hit (
  search_id uuid not null,
  staff_no text not null,
  document_id uuid not null
);

create table search.opening (
  id uuid not null,
  document_id uuid not null,
  staff_no text not null,
  reason text not null,
  opened_at timestamp with time zone not null,
  closes_at timestamp with time zone not null
);

create table search.reading_digest (
  id uuid not null,
  from_day date not null,
  until_day date not null,
  post_code text,
  lines jsonb not null,
  made_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  acknowledged_by text,
  acknowledged_name text,
  remark text
);

create table search.renewal (
  make integer not null,
  last uuid,
  documents bigint not null default 0,
  total bigint not null,
  started_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  finished_at timestamp with time zone
);

create table search.saved_search (
  id uuid not null,
  staff_no text not null,
  name text not null,
  conditions jsonb not null,
  unit_code text,
  created_at timestamp with time zone not null
);

create table search.saved_search_place (
  staff_no text not null,
  search_id uuid not null,
  place integer not null
);

create table search.search_document (
  fy smallint not null,
  document_id uuid not null,
  sort_on date not null,
  state text not null,
  matter_type text not null,
  drafter_staff_no text not null,
  owner_unit text not null,
  confidentiality text not null,
  amount bigint,
  serials integer[] not null,
  folded text not null,
  grams integer[] not null,
  layout json not null,
  card jsonb not null,
  decided boolean not null default false,
  confidential_until date,
  kind text not null default 'document'::text
) partition by LIST (fy);

create table search.subscription (
  search_id uuid not null,
  staff_no text not null,
  subscribed_at timestamp with time zone not null
);

alter table approvals.act add constraint act_capacity_check CHECK ((capacity = ANY (ARRAY['main'::text, 'concurrent'::text, 'acting_holder'::text, 'statutory_deputy'::text, 'handed'::text, 'acting'::text, 'proxy'::text, 'drafter'::text, 'records_office'::text])));

alter table approvals.act add constraint act_content_digest_check CHECK ((octet_length(content_digest) = 32));

alter table approvals.act add constraint act_document_id_fkey FOREIGN KEY (document_id) REFERENCES approvals.approval_case(document_id);

alter table approvals.act add constraint act_pkey PRIMARY KEY (id);

alter table approvals.approval_case add constraint approval_case_content_digest_check CHECK ((octet_length(content_digest) = 32));

alter table approvals.approval_case add constraint approval_case_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table approvals.approval_case add constraint approval_case_pkey PRIMARY KEY (document_id);

alter table approvals.approval_case add constraint approval_case_round_check CHECK ((round >= 1));

alter table approvals.approval_case add constraint approval_case_rule_set_id_fkey FOREIGN KEY (rule_set_id) REFERENCES approvals.delegation_rule_set(id);

alter table approvals.approval_case add constraint approval_case_settings_version_fkey FOREIGN KEY (settings_version) REFERENCES organisation.settings_version(version);

alter table approvals.approval_case add constraint approval_case_version_check CHECK ((version >= 1));

alter table approvals.bulk_outcome add constraint bulk_outcome_kind_check CHECK ((kind = ANY (ARRAY['approve'::text, 'return'::text, 'post_review'::text])));

alter table approvals.bulk_outcome add constraint bulk_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['applied'::text, 'staged'::text, 'excluded'::text, 'conflict'::text, 'refused'::text])));

alter table approvals.bulk_outcome add constraint bulk_outcome_pkey PRIMARY KEY (actor, key, seat_id);

alter table approvals.case_past add constraint case_past_document_id_fkey FOREIGN KEY (document_id) REFERENCES approvals.approval_case(document_id);

alter table approvals.case_past add constraint case_past_pkey PRIMARY KEY (document_id, since);

alter table approvals.coverage_check add constraint coverage_check_day_key UNIQUE (day);

alter table approvals.coverage_check add constraint coverage_check_gaps_check CHECK ((gaps >= 0));

alter table approvals.coverage_check add constraint coverage_check_pkey PRIMARY KEY (id);

alter table approvals.definition_draft add constraint definition_draft_based_on_check CHECK ((based_on >= 1));

alter table approvals.definition_draft add constraint definition_draft_check CHECK ((num_nulls(document_id, proposed_from, proposed_text, proposed_sha256) = ANY (ARRAY[0, 4])));

alter table approvals.definition_draft add constraint definition_draft_check1 CHECK ((num_nulls(version, valid_from, published_at, published_by, published_by_name) =
CASE state
    WHEN 'draft'::text THEN 5
    ELSE 0
END));

alter table approvals.definition_draft add constraint definition_draft_code_check CHECK (((length(code) >= 1) AND (length(code) <= 64)));

alter table approvals.definition_draft add constraint definition_draft_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table approvals.definition_draft add constraint definition_draft_kind_check CHECK ((kind = ANY (ARRAY['form'::text, 'matter_type'::text])));

alter table approvals.definition_draft add constraint definition_draft_pkey PRIMARY KEY (id);

alter table approvals.definition_draft add constraint definition_draft_proposal_fault_check CHECK ((proposal_fault = ANY (ARRAY['differs'::text, 'has-faults'::text])));

alter table approvals.definition_draft add constraint definition_draft_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])));

alter table approvals.definition_draft add constraint definition_draft_version_check CHECK ((version >= 1));

alter table approvals.delegation_rule add constraint delegation_rule_pkey PRIMARY KEY (set_id, matter_type, "position");

alter table approvals.delegation_rule add constraint delegation_rule_set_id_fkey FOREIGN KEY (set_id) REFERENCES approvals.delegation_rule_set(id);

alter table approvals.delegation_rule_set add constraint delegation_rule_set_based_on_fkey FOREIGN KEY (based_on) REFERENCES approvals.delegation_rule_set(id);

alter table approvals.delegation_rule_set add constraint delegation_rule_set_check CHECK (((state = 'draft'::text) = (version IS NULL)));

alter table approvals.delegation_rule_set add constraint delegation_rule_set_check1 CHECK (((state = 'draft'::text) OR ((valid_from IS NOT NULL) AND (sha256 IS NOT NULL) AND (published_at IS NOT NULL))));

alter table approvals.delegation_rule_set add constraint delegation_rule_set_check2 CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)));

alter table approvals.delegation_rule_set add constraint delegation_rule_set_check3 CHECK ((num_nulls(document_id, proposed_from, proposed_text, proposed_sha256) = ANY (ARRAY[0, 4])));

alter table approvals.delegation_rule_set add constraint delegation_rule_set_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table approvals.delegation_rule_set add constraint delegation_rule_set_pkey PRIMARY KEY (id);

alter table approvals.delegation_rule_set add constraint delegation_rule_set_proposal_fault_check CHECK ((proposal_fault = ANY (ARRAY['differs'::text, 'has-faults'::text])));

alter table approvals.delegation_rule_set add constraint delegation_rule_set_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])));

alter table approvals.delegation_rule_set add constraint delegation_rule_set_version_check CHECK ((version >= 1));

alter table approvals.delegation_rule_set add constraint delegation_rule_set_version_key UNIQUE (version);

alter table approvals.post_review add constraint post_review_act_id_fkey FOREIGN KEY (act_id) REFERENCES approvals.act(id);

alter table approvals.post_review add constraint post_review_cause_check CHECK ((cause = ANY (ARRAY['acting'::text, 'pull_up'::text, 'absence'::text])));

alter table approvals.post_review add constraint post_review_check CHECK (((outcome IS NULL) = (done_at IS NULL)));

alter table approvals.post_review add constraint post_review_document_id_fkey FOREIGN KEY (document_id) REFERENCES approvals.approval_case(document_id);

alter table approvals.post_review add constraint post_review_outcome_check CHECK ((outcome = ANY (ARRAY['acknowledged'::text, 'opinion'::text])));

alter table approvals.post_review add constraint post_review_pkey PRIMARY KEY (seat_id, attempt);

alter table approvals.post_review add constraint post_review_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES approvals.seat(id);

alter table approvals.prior_instruction add constraint prior_instruction_document_id_fkey FOREIGN KEY (document_id) REFERENCES approvals.approval_case(document_id);

alter table approvals.prior_instruction add constraint prior_instruction_pkey PRIMARY KEY (id);

alter table approvals.reminder add constraint reminder_kind_check CHECK ((kind = ANY (ARRAY['due'::text, 'overdue'::text, 'escalated'::text, 'held'::text])));

alter table approvals.reminder add constraint reminder_pkey PRIMARY KEY (seat_id, attempt, kind, day);

alter table approvals.reminder add constraint reminder_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES approvals.seat(id);

alter table approvals.saved_view add constraint saved_view_pkey PRIMARY KEY (id);

alter table approvals.seat add constraint seat_act_id_fkey FOREIGN KEY (act_id) REFERENCES approvals.act(id);

alter table approvals.seat add constraint seat_attempt_check CHECK ((attempt >= 1));

alter table approvals.seat add constraint seat_away_check CHECK ((away = ANY (ARRAY['absence'::text, 'incapacity'::text, 'vacancy'::text])));

alter table approvals.seat add constraint seat_check CHECK (((state = 'done'::text) = (act_id IS NOT NULL)));

alter table approvals.seat add constraint seat_document_id_round_step_no_fkey FOREIGN KEY (document_id, round, step_no) REFERENCES approvals.step(document_id, round, no);

alter table approvals.seat add constraint seat_origin_check CHECK ((origin = ANY (ARRAY['rule'::text, 'drafter'::text, 'participant'::text])));

alter table approvals.seat add constraint seat_passed_by_fkey FOREIGN KEY (passed_by) REFERENCES approvals.seat(id);

alter table approvals.seat add constraint seat_pkey PRIMARY KEY (id);

alter table approvals.seat add constraint seat_skip_check CHECK ((skip = ANY (ARRAY['drafter'::text, 'vacant'::text, 'same-person'::text, 'own-section'::text, 'not-needed'::text, 'removed'::text])));

alter table approvals.seat add constraint seat_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'active'::text, 'done'::text, 'suspended'::text, 'skipped'::text, 'passed'::text, 'removed'::text])));

alter table approvals.seat_past add constraint seat_past_pkey PRIMARY KEY (document_id, seat_id, since);

alter table approvals.seat_past add constraint seat_past_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES approvals.seat(id);

alter table approvals.seat_succession add constraint seat_succession_document_id_fkey FOREIGN KEY (document_id) REFERENCES approvals.approval_case(document_id);

alter table approvals.seat_succession add constraint seat_succession_pkey PRIMARY KEY (id);

alter table approvals.seat_succession add constraint seat_succession_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES approvals.seat(id);

alter table approvals.staged_decision add constraint staged_decision_check CHECK ((due_at >= staged_at));

alter table approvals.staged_decision add constraint staged_decision_check1 CHECK (((state = 'staged'::text) = (settled_at IS NULL)));

alter table approvals.staged_decision add constraint staged_decision_check2 CHECK (((state = 'dropped'::text) = (cause IS NOT NULL)));

alter table approvals.staged_decision add constraint staged_decision_content_digest_check CHECK ((length(content_digest) = 32));

alter table approvals.staged_decision add constraint staged_decision_document_id_fkey FOREIGN KEY (document_id) REFERENCES approvals.approval_case(document_id);

alter table approvals.staged_decision add constraint staged_decision_pkey PRIMARY KEY (id);

alter table approvals.staged_decision add constraint staged_decision_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES approvals.seat(id);

alter table approvals.staged_decision add constraint staged_decision_state_check CHECK ((state = ANY (ARRAY['staged'::text, 'effective'::text, 'undone'::text, 'dropped'::text])));

alter table approvals.staged_decision add constraint staged_decision_verdict_check CHECK ((verdict = ANY (ARRAY['decided'::text, 'rejected'::text])));

alter table approvals.step add constraint step_document_id_fkey FOREIGN KEY (document_id) REFERENCES approvals.approval_case(document_id);

alter table approvals.step add constraint step_kind_check CHECK ((kind = ANY (ARRAY['line'::text, 'review'::text, 'concurrence'::text, 'decision'::text, 'confirmation'::text, 'circulation'::text])));

alter table approvals.step add constraint step_need_check CHECK ((need >= 1));

alter table approvals.step add constraint step_pkey PRIMARY KEY (document_id, round, no);

alter table documents.attachment add constraint attachment_addition_check CHECK (((addition IS NULL) OR (addition ?& ARRAY['reason'::text, 'postTitle'::text, 'unitName'::text])));

alter table documents.attachment add constraint attachment_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.attachment add constraint attachment_pkey PRIMARY KEY (id);

alter table documents.attachment add constraint attachment_sha256_fkey FOREIGN KEY (sha256) REFERENCES scans.stored_object(sha256);

alter table documents.document add constraint document_amount_check CHECK ((amount >= 0));

alter table documents.document add constraint document_confidentiality_check CHECK ((confidentiality = ANY (ARRAY['none'::text, 'secret'::text, 'top_secret'::text, 'personnel'::text])));

alter table documents.document add constraint document_content_digest_check CHECK ((octet_length(content_digest) = 32));

alter table documents.document add constraint document_disclosure_class_check CHECK ((disclosure_class = ANY (ARRAY['open'::text, 'partial'::text, 'closed'::text])));

alter table documents.document add constraint document_form_name_form_version_fkey FOREIGN KEY (form_name, form_version) REFERENCES documents.form(name, version);

alter table documents.document add constraint document_matter_type_fkey FOREIGN KEY (matter_type) REFERENCES documents.matter_type(code);

alter table documents.document add constraint document_matter_type_matter_type_version_fkey FOREIGN KEY (matter_type, matter_type_version) REFERENCES documents.matter_type_version(code, version);

alter table documents.document add constraint document_medium_check CHECK ((medium = ANY (ARRAY['electronic'::text, 'hybrid'::text, 'paper'::text])));

alter table documents.document add constraint document_pkey PRIMARY KEY (id);

alter table documents.document add constraint document_redraft_of_fkey FOREIGN KEY (redraft_of) REFERENCES documents.document(id);

alter table documents.document add constraint document_state_check CHECK ((state = ANY (ARRAY['drafting'::text, 'circulating'::text, 'returned'::text, 'pulled_back'::text, 'decided'::text, 'executed'::text, 'rejected'::text, 'withdrawn'::text, 'abandoned'::text, 'closed'::text])));

alter table documents.document add constraint document_version_check CHECK ((version >= 1));

alter table documents.document_past add constraint document_past_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.document_past add constraint document_past_pkey PRIMARY KEY (document_id, since);

alter table documents.erasure add constraint erasure_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.erasure add constraint erasure_pkey PRIMARY KEY (document_id);

alter table documents.follow_up add constraint follow_up_branch_check CHECK ((branch = 0));

alter table documents.follow_up add constraint follow_up_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.follow_up add constraint follow_up_pkey PRIMARY KEY (document_id);

alter table documents.follow_up add constraint follow_up_series_code_symbol_year_serial_branch_fkey FOREIGN KEY (series_code, symbol, year, serial, branch) REFERENCES documents.issued_number(series_code, symbol, year, serial, branch);

alter table documents.form add constraint form_pkey PRIMARY KEY (name, version);

alter table documents.form add constraint form_version_check CHECK ((version >= 1));

alter table documents.former_participant add constraint former_participant_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.former_participant add constraint former_participant_pkey PRIMARY KEY (id);

alter table documents.issued_number add constraint issued_number_bearer CHECK (((bearer_kind IS NULL) = (bearer_id IS NULL)));

alter table documents.issued_number add constraint issued_number_branch CHECK (((branch = 0) OR (branch >= 2)));

alter table documents.issued_number add constraint issued_number_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));

alter table documents.issued_number add constraint issued_number_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.issued_number add constraint issued_number_issued CHECK (((num_nonnulls(document_id, bearer_id) = num_nonnulls(issued_at)) AND ((issued_at IS NULL) = (issued_by IS NULL))));

alter table documents.issued_number add constraint issued_number_pkey PRIMARY KEY (series_code, symbol, year, serial, branch);

alter table documents.issued_number add constraint issued_number_reserved CHECK ((((reserved_at IS NULL) = (reserved_by IS NULL)) AND ((reserved_at IS NULL) = (reserve_reason IS NULL)) AND ((issued_at IS NOT NULL) OR (reserved_at IS NOT NULL))));

alter table documents.issued_number add constraint issued_number_voided CHECK (((voided_at IS NULL) = (voided_by IS NULL)));

alter table documents.matter_type add constraint matter_type_pkey PRIMARY KEY (code);

alter table documents.matter_type_version add constraint matter_type_version_code_fkey FOREIGN KEY (code) REFERENCES documents.matter_type(code);

alter table documents.matter_type_version add constraint matter_type_version_default_series_code_fkey FOREIGN KEY (default_series_code) REFERENCES documents.number_series(code);

alter table documents.matter_type_version add constraint matter_type_version_execution_check CHECK ((execution = ANY (ARRAY['none'::text, 'dispatch'::text, 'directive'::text, 'contract'::text])));

alter table documents.matter_type_version add constraint matter_type_version_pkey PRIMARY KEY (code, version);

alter table documents.matter_type_version add constraint matter_type_version_review_check CHECK ((review = ANY (ARRAY['none'::text, 'before'::text, 'after'::text])));

alter table documents.matter_type_version add constraint matter_type_version_version_check CHECK ((version >= 1));

alter table documents.number_counter add constraint number_counter_closed CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (close_reason IS NULL))));

alter table documents.number_counter add constraint number_counter_pkey PRIMARY KEY (series_code, symbol, year);

alter table documents.number_counter add constraint number_counter_series_code_fkey FOREIGN KEY (series_code) REFERENCES documents.number_series(code);

alter table documents.number_series add constraint number_series_pkey PRIMARY KEY (code);

alter table documents.number_series add constraint number_series_start_at_check CHECK ((start_at >= 1));

alter table documents.number_series add constraint number_series_step_check CHECK ((step >= 1));

alter table documents.number_series add constraint number_series_year_basis_check CHECK ((year_basis = ANY (ARRAY['fiscal'::text, 'calendar'::text])));

alter table documents.participant add constraint participant_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.participant add constraint participant_pkey PRIMARY KEY (staff_no, document_id);

alter table documents.read_mark add constraint read_mark_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.read_mark add constraint read_mark_pkey PRIMARY KEY (staff_no, document_id, item);

alter table documents.revision add constraint revision_check CHECK ((digest = sha256(canonical)));

alter table documents.revision add constraint revision_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.revision add constraint revision_no_check CHECK ((no >= 1));

alter table documents.revision add constraint revision_pkey PRIMARY KEY (document_id, no);

alter table documents.takeover add constraint takeover_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.takeover add constraint takeover_pkey PRIMARY KEY (id);

alter table execution.clean_copy add constraint clean_copy_check CHECK ((digest = sha256(canonical)));

alter table execution.clean_copy add constraint clean_copy_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES execution.entry(id);

alter table execution.clean_copy add constraint clean_copy_pkey PRIMARY KEY (entry_id);

alter table execution.entry add constraint entry_check CHECK (((kind = 'undo'::text) = (undoes IS NOT NULL)));

alter table execution.entry add constraint entry_check1 CHECK (((reason IS NOT NULL) OR (kind <> ALL (ARRAY['undo'::text, 'waiver'::text]))));

alter table execution.entry add constraint entry_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table execution.entry add constraint entry_document_id_no_key UNIQUE (document_id, no);

alter table execution.entry add constraint entry_kind_check CHECK ((kind = ANY (ARRAY['clean_copy'::text, 'collation'::text, 'seal'::text, 'dispatch'::text, 'waiver'::text, 'addition'::text, 'undo'::text])));

alter table execution.entry add constraint entry_no_check CHECK ((no >= 1));

alter table execution.entry add constraint entry_pkey PRIMARY KEY (id);

alter table execution.entry add constraint entry_undoes_fkey FOREIGN KEY (undoes) REFERENCES execution.entry(id);

alter table execution.entry add constraint entry_undoes_key UNIQUE (undoes);

alter table identity.account add constraint account_password_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text));

alter table identity.account add constraint account_pkey PRIMARY KEY (staff_no);

alter table identity.account add constraint account_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES organisation.person(staff_no);

alter table identity.demo_password add constraint demo_password_only_one_check CHECK (only_one);

alter table identity.demo_password add constraint demo_password_pkey PRIMARY KEY (only_one);

alter table identity.emergency_reading add constraint emergency_reading_check CHECK ((until > asked_at));

alter table identity.emergency_reading add constraint emergency_reading_check1 CHECK (((unit_code IS NULL) = (cardinality(matters) > 0)));

alter table identity.emergency_reading add constraint emergency_reading_check2 CHECK (((unit_code IS NULL) = (unit_name IS NULL)));

alter table identity.emergency_reading add constraint emergency_reading_check3 CHECK ((((confirmed_at IS NULL) = (confirmed_by IS NULL)) AND ((confirmed_at IS NULL) = (confirmed_name IS NULL))));

alter table identity.emergency_reading add constraint emergency_reading_check4 CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (ended_name IS NULL))));

alter table identity.emergency_reading add constraint emergency_reading_pkey PRIMARY KEY (id);

alter table identity.emergency_reading add constraint emergency_reading_reason_check CHECK ((reason <> ''::text));

alter table identity.emergency_reading add constraint emergency_reading_two_persons CHECK ((confirmed_by <> asker));

alter table identity.passkey add constraint passkey_counter_check CHECK ((counter >= 0));

alter table identity.passkey add constraint passkey_pkey PRIMARY KEY (credential_id);

alter table identity.passkey add constraint passkey_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES identity.account(staff_no);

alter table identity.passkey_challenge add constraint passkey_challenge_check CHECK (((purpose = 'sign_in'::text) = (staff_no IS NULL)));

alter table identity.passkey_challenge add constraint passkey_challenge_pkey PRIMARY KEY (challenge);

alter table identity.passkey_challenge add constraint passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'enrol'::text, 'proof'::text])));

alter table identity.passkey_challenge add constraint passkey_challenge_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES identity.account(staff_no);

alter table identity.provider_flow add constraint provider_flow_browser_sha256_check CHECK ((octet_length(browser_sha256) = 32));

alter table identity.provider_flow add constraint provider_flow_pkey PRIMARY KEY (browser_sha256);

alter table identity.provider_link add constraint provider_link_issuer_subject_key UNIQUE (issuer, subject);

alter table identity.provider_link add constraint provider_link_pkey PRIMARY KEY (staff_no);

alter table identity.provider_link add constraint provider_link_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES identity.account(staff_no);

alter table identity.recovery_code add constraint recovery_code_code_sha256_check CHECK ((octet_length(code_sha256) = 32));

alter table identity.recovery_code add constraint recovery_code_pkey PRIMARY KEY (staff_no, code_sha256);

alter table identity.recovery_code add constraint recovery_code_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES identity.account(staff_no);

alter table identity.sealing_key add constraint sealing_key_name_check CHECK ((octet_length(name) = 8));

alter table identity.sealing_key add constraint sealing_key_only_one_check CHECK (only_one);

alter table identity.sealing_key add constraint sealing_key_pkey PRIMARY KEY (only_one);

alter table identity.session add constraint session_check CHECK ((absolute_end > created_at));

alter table identity.session add constraint session_duty_check CHECK ((duty = ANY (ARRAY['new_password'::text, 'second_factor'::text])));

alter table identity.session add constraint session_former CHECK (((former_sha256 IS NULL) = (former_until IS NULL)));

alter table identity.session add constraint session_former_sha256_check CHECK ((octet_length(former_sha256) = 32));

alter table identity.session add constraint session_idle_minutes_check CHECK ((idle_minutes > 0));

alter table identity.session add constraint session_pkey PRIMARY KEY (token_sha256);

alter table identity.session add constraint session_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES identity.account(staff_no);

alter table identity.session add constraint session_token_sha256_check CHECK ((octet_length(token_sha256) = 32));

alter table identity.sign_in_failure add constraint sign_in_failure_failures_check CHECK ((failures >= 0));

alter table identity.sign_in_failure add constraint sign_in_failure_pkey PRIMARY KEY (subject);

alter table identity.totp add constraint totp_one_form CHECK (((secret IS NULL) <> (sealed IS NULL)));

alter table identity.totp add constraint totp_pkey PRIMARY KEY (staff_no);

alter table identity.totp add constraint totp_secret_check CHECK ((octet_length(secret) = 20));

alter table identity.totp add constraint totp_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES identity.account(staff_no);

alter table intake.attachment add constraint attachment_pkey PRIMARY KEY (id);

alter table intake.attachment add constraint attachment_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES intake.receipt(id);

alter table intake.attachment add constraint attachment_sha256_fkey FOREIGN KEY (sha256) REFERENCES scans.stored_object(sha256);

alter table intake.audience add constraint audience_circulation_id_fkey FOREIGN KEY (circulation_id) REFERENCES intake.circulation(id);

alter table intake.audience add constraint audience_pkey PRIMARY KEY (section_code, circulation_id);

alter table intake.circulation add constraint circulation_check CHECK (((stopped_at IS NULL) = (stop_reason IS NULL)));

alter table intake.circulation add constraint circulation_check1 CHECK (((stopped_at IS NULL) OR (completed_at IS NULL)));

alter table intake.circulation add constraint circulation_check2 CHECK (((mode = 'reading'::text) OR (completed_at IS NULL)));

alter table intake.circulation add constraint circulation_mode_check CHECK ((mode = ANY (ARRAY['reading'::text, 'broadcast'::text])));

alter table intake.circulation add constraint circulation_pkey PRIMARY KEY (id);

alter table intake.circulation add constraint circulation_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['receipt'::text, 'document'::text])));

alter table intake.ending add constraint ending_check CHECK (((kind = 'rerouted'::text) = (to_section_code IS NOT NULL)));

alter table intake.ending add constraint ending_check1 CHECK (((kind = 'drafted'::text) = (document_id IS NOT NULL)));

alter table intake.ending add constraint ending_check2 CHECK (((kind <> ALL (ARRAY['not_needed'::text, 'rerouted'::text, 'sent_back'::text])) OR (reason IS NOT NULL)));

alter table intake.ending add constraint ending_check3 CHECK (((undone_at IS NULL) = (undo_reason IS NULL)));

alter table intake.ending add constraint ending_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table intake.ending add constraint ending_kind_check CHECK ((kind = ANY (ARRAY['read'::text, 'drafted'::text, 'not_needed'::text, 'rerouted'::text, 'sent_back'::text])));

alter table intake.ending add constraint ending_no_check CHECK ((no >= 1));

alter table intake.ending add constraint ending_pkey PRIMARY KEY (receipt_id, no);

alter table intake.ending add constraint ending_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES intake.receipt(id);

alter table intake.held add constraint held_pkey PRIMARY KEY (section_code, receipt_id);

alter table intake.held add constraint held_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES intake.receipt(id);

alter table intake.online_application add constraint online_application_pkey PRIMARY KEY (portal, application_number);

alter table intake.online_application add constraint online_application_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES intake.receipt(id) DEFERRABLE INITIALLY DEFERRED;

alter table intake.online_application add constraint online_application_receipt_id_key UNIQUE (receipt_id);

alter table intake.participant add constraint participant_pkey PRIMARY KEY (staff_no, receipt_id);

alter table intake.participant add constraint participant_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES intake.receipt(id);

alter table intake.reader add constraint reader_check CHECK (((read_at IS NOT NULL) OR ((comment IS NULL) AND (NOT asks_for_draft))));

alter table intake.reader add constraint reader_circulation_id_fkey FOREIGN KEY (circulation_id) REFERENCES intake.circulation(id);

alter table intake.reader add constraint reader_pkey PRIMARY KEY (circulation_id, staff_no);

alter table intake.receipt add constraint receipt_channel_check CHECK ((channel = ANY (ARRAY['post'::text, 'counter'::text, 'email'::text, 'fax'::text, 'courier'::text, 'lgwan'::text, 'online'::text, 'internal'::text])));

alter table intake.receipt add constraint receipt_check CHECK ((arrival_at <= registered_at));

alter table intake.receipt add constraint receipt_check1 CHECK (((receipt_number IS NULL) OR (received_at IS NOT NULL)));

alter table intake.receipt add constraint receipt_check2 CHECK (((accepted_at IS NULL) OR (received_at IS NOT NULL)));

alter table intake.receipt add constraint receipt_check3 CHECK (((NOT (ending IS DISTINCT FROM 'drafted'::text)) = (document_id IS NOT NULL)));

alter table intake.receipt add constraint receipt_confidentiality_check CHECK ((confidentiality = ANY (ARRAY['none'::text, 'secret'::text, 'top_secret'::text, 'personnel'::text])));

alter table intake.receipt add constraint receipt_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table intake.receipt add constraint receipt_ending_check CHECK ((ending = ANY (ARRAY['read'::text, 'drafted'::text, 'not_needed'::text, 'sent_back'::text])));

alter table intake.receipt add constraint receipt_kind_fkey FOREIGN KEY (kind) REFERENCES intake.receipt_kind(code);

alter table intake.receipt add constraint receipt_pkey PRIMARY KEY (id);

alter table intake.receipt add constraint receipt_version_check CHECK ((version >= 1));

alter table intake.receipt_kind add constraint receipt_kind_pkey PRIMARY KEY (code);

alter table intake.receipt_kind add constraint receipt_kind_series_code_fkey FOREIGN KEY (series_code) REFERENCES documents.number_series(code);

alter table intake.scan_arrival add constraint scan_arrival_bytes_check CHECK ((bytes >= 0));

alter table intake.scan_arrival add constraint scan_arrival_check CHECK (((state = ANY (ARRAY['refused'::text, 'waiting'::text])) = (reason IS NOT NULL)));

alter table intake.scan_arrival add constraint scan_arrival_check1 CHECK (((state <> ALL (ARRAY['taken'::text, 'repeated'::text])) OR (sha256 IS NOT NULL)));

alter table intake.scan_arrival add constraint scan_arrival_inlet_fkey FOREIGN KEY (inlet) REFERENCES intake.scan_inlet(code);

alter table intake.scan_arrival add constraint scan_arrival_inlet_place_file_name_mark_key UNIQUE (inlet, place, file_name, mark);

alter table intake.scan_arrival add constraint scan_arrival_pkey PRIMARY KEY (id);

alter table intake.scan_arrival add constraint scan_arrival_place_check CHECK ((place = ANY (ARRAY['folder'::text, 'bucket'::text])));

alter table intake.scan_arrival add constraint scan_arrival_sha256_check CHECK ((octet_length(sha256) = 32));

alter table intake.scan_arrival add constraint scan_arrival_state_check CHECK ((state = ANY (ARRAY['taken'::text, 'repeated'::text, 'refused'::text, 'waiting'::text])));

alter table intake.scan_inlet add constraint scan_inlet_channel_check CHECK ((channel = ANY (ARRAY['post'::text, 'counter'::text, 'email'::text, 'fax'::text, 'courier'::text, 'lgwan'::text, 'online'::text, 'internal'::text])));

alter table intake.scan_inlet add constraint scan_inlet_kind_fkey FOREIGN KEY (kind) REFERENCES intake.receipt_kind(code);

alter table intake.scan_inlet add constraint scan_inlet_pkey PRIMARY KEY (code);

alter table intake.scan_inlet add constraint scan_inlet_split_by_check CHECK ((split_by = ANY (ARRAY['none'::text, 'blank'::text, 'separator'::text])));

alter table intake.scanned_receipt add constraint scanned_receipt_arrival_id_fkey FOREIGN KEY (arrival_id) REFERENCES intake.scan_arrival(id);

alter table intake.scanned_receipt add constraint scanned_receipt_part_check CHECK ((part >= 1));

alter table intake.scanned_receipt add constraint scanned_receipt_pkey PRIMARY KEY (receipt_id);

alter table intake.scanned_receipt add constraint scanned_receipt_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES intake.receipt(id);

alter table ledger.chain_head add constraint chain_head_pkey PRIMARY KEY (subject_kind, subject_id);

alter table ledger.checkpoint add constraint checkpoint_pkey PRIMARY KEY (size);

alter table ledger.checkpoint add constraint checkpoint_root_check CHECK ((octet_length(root) = 32));

alter table ledger.entry add constraint entry_check CHECK ((hash = sha256(('\x00'::bytea || canonical))));

alter table ledger.entry add constraint entry_pkey PRIMARY KEY (id);

alter table ledger.entry add constraint entry_prev_hash_check CHECK ((octet_length(prev_hash) = 32));

alter table ledger.entry add constraint entry_seq_check CHECK ((seq >= 1));

alter table ledger.entry add constraint entry_subject_kind_subject_id_seq_key UNIQUE (subject_kind, subject_id, seq);

alter table ledger.leaf add constraint leaf_change_id_key UNIQUE (change_id);

alter table ledger.leaf add constraint leaf_check CHECK ((num_nonnulls(entry_id, change_id) = 1));

alter table ledger.leaf add constraint leaf_entry_id_key UNIQUE (entry_id);

alter table ledger.leaf add constraint leaf_hash_check CHECK ((octet_length(hash) = 32));

alter table ledger.leaf add constraint leaf_pkey PRIMARY KEY ("position");

alter table ledger.manifest add constraint manifest_pkey PRIMARY KEY (table_name, column_name);

alter table ledger.manifest add constraint manifest_standing_check CHECK ((standing = ANY (ARRAY['protected'::text, 'derived'::text, 'excluded'::text])));

alter table ledger.reading add constraint reading_means_check CHECK ((means = ANY (ARRAY['screen'::text, 'file'::text, 'print'::text, 'search'::text, 'export'::text, 'opening'::text])));

alter table ledger.reading add constraint reading_pkey PRIMARY KEY (id);

alter table ledger.row_change add constraint row_change_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text, 'bind'::text])));

alter table ledger.row_change add constraint row_change_pkey PRIMARY KEY (id);

alter table ledger.row_change add constraint row_change_shape_fkey FOREIGN KEY (shape) REFERENCES ledger.shape(id);

alter table ledger.shape add constraint shape_pkey PRIMARY KEY (id);

alter table ledger.subtree add constraint subtree_hash_check CHECK ((octet_length(hash) = 32));

alter table ledger.subtree add constraint subtree_pkey PRIMARY KEY (place);

alter table ledger.timestamp_token add constraint timestamp_token_pkey PRIMARY KEY (size);

alter table ledger.timestamp_token add constraint timestamp_token_size_fkey FOREIGN KEY (size) REFERENCES ledger.checkpoint(size);

alter table ledger.witness add constraint witness_pkey PRIMARY KEY (name);

alter table ledger.witness add constraint witness_root_check CHECK ((octet_length(root) = 32));

alter table notifications.notice add constraint notice_event_id_staff_no_key UNIQUE (event_id, staff_no);

alter table notifications.notice add constraint notice_pkey PRIMARY KEY (id);

alter table notifications.notice add constraint notice_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['document'::text, 'receipt'::text, 'coverage'::text, 'finding'::text, 'object'::text, 'record-file'::text, 'readings'::text, 'emergency'::text, 'sending'::text])));

alter table organisation.absence add constraint absence_check CHECK ((until_at > from_at));

alter table organisation.absence add constraint absence_check1 CHECK (((registered_by = staff_no) OR (on_behalf_because IS NOT NULL)));

alter table organisation.absence add constraint absence_kind_check CHECK ((kind = ANY (ARRAY['absence'::text, 'incapacity'::text])));

alter table organisation.absence add constraint absence_pkey PRIMARY KEY (id);

alter table organisation.absence add constraint absence_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES organisation.person(staff_no);

alter table organisation.absence add constraint absence_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES organisation.person(staff_no);

alter table organisation.absence add constraint absence_staff_no_kind_tstzrange_excl EXCLUDE USING gist (staff_no WITH =, kind WITH =, tstzrange(from_at, until_at) WITH &&) WHERE ((cancelled_at IS NULL));

alter table organisation.acting_order add constraint acting_order_check CHECK ((acting_post_code <> post_code));

alter table organisation.acting_order add constraint acting_order_check1 CHECK ((valid_to >= valid_from));

alter table organisation.acting_order add constraint acting_order_mode_check CHECK ((mode = ANY (ARRAY['acting_decision'::text, 'statutory_deputy'::text])));

alter table organisation.acting_order add constraint acting_order_pkey PRIMARY KEY (post_code, mode, place, valid_from);

alter table organisation.acting_order add constraint acting_order_place_check CHECK ((place >= 1));

alter table organisation.acting_order add constraint acting_order_post_code_mode_place_daterange_excl EXCLUDE USING gist (post_code WITH =, mode WITH =, place WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) DEFERRABLE;

alter table organisation.announced_day add constraint announced_day_pkey PRIMARY KEY (date, revision);

alter table organisation.assignment add constraint assignment_check CHECK ((valid_to >= valid_from));

alter table organisation.assignment add constraint assignment_kind_check CHECK ((kind = ANY (ARRAY['main'::text, 'concurrent'::text, 'acting_holder'::text])));

alter table organisation.assignment add constraint assignment_pkey PRIMARY KEY (staff_no, post_code, valid_from);

alter table organisation.assignment add constraint assignment_post_code_daterange_excl EXCLUDE USING gist (post_code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((kind = 'main'::text)) DEFERRABLE;

alter table organisation.assignment add constraint assignment_staff_no_daterange_excl EXCLUDE USING gist (staff_no WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((kind = 'main'::text)) DEFERRABLE;

alter table organisation.assignment add constraint assignment_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES organisation.person(staff_no);

alter table organisation.assignment add constraint assignment_staff_no_post_code_daterange_excl EXCLUDE USING gist (staff_no WITH =, post_code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) DEFERRABLE;

alter table organisation.calendar_override add constraint calendar_override_pkey PRIMARY KEY (date);

alter table organisation.closing_day add constraint closing_day_pkey PRIMARY KEY (date);

alter table organisation.municipality add constraint municipality_code_check CHECK ((code ~ '^[0-9]{6}$'::text));

alter table organisation.municipality add constraint municipality_only_one_check CHECK (only_one);

alter table organisation.municipality add constraint municipality_pkey PRIMARY KEY (only_one);

alter table organisation.org_function add constraint org_function_check CHECK ((valid_to >= valid_from));

alter table organisation.org_function add constraint org_function_code_daterange_excl EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) DEFERRABLE;

alter table organisation.org_function add constraint org_function_pkey PRIMARY KEY (code, valid_from);

alter table organisation.org_unit add constraint org_unit_check CHECK ((valid_to >= valid_from));

alter table organisation.org_unit add constraint org_unit_code_daterange_excl EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) DEFERRABLE;

alter table organisation.org_unit add constraint org_unit_kind_check CHECK ((kind = ANY (ARRAY['body'::text, 'department'::text, 'section'::text, 'unit'::text, 'committee'::text])));

alter table organisation.org_unit add constraint org_unit_pkey PRIMARY KEY (code, valid_from);

alter table organisation.person add constraint person_login UNIQUE (login) DEFERRABLE;

alter table organisation.person add constraint person_pkey PRIMARY KEY (staff_no);

alter table organisation.post add constraint post_check CHECK ((valid_to >= valid_from));

alter table organisation.post add constraint post_code_daterange_excl EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) DEFERRABLE;

alter table organisation.post add constraint post_org_unit_code_daterange_excl EXCLUDE USING gist (org_unit_code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE (headship) DEFERRABLE;

alter table organisation.post add constraint post_pkey PRIMARY KEY (code, valid_from);

alter table organisation.proxy add constraint proxy_check CHECK ((taker <> giver));

alter table organisation.proxy add constraint proxy_check1 CHECK ((until_at > from_at));

alter table organisation.proxy add constraint proxy_check2 CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (ended_because IS NULL))));

alter table organisation.proxy add constraint proxy_ended_because_check CHECK ((ended_because = ANY (ARRAY['cancelled'::text, 'transfer'::text])));

alter table organisation.proxy add constraint proxy_given_by_fkey FOREIGN KEY (given_by) REFERENCES organisation.person(staff_no);

alter table organisation.proxy add constraint proxy_giver_fkey FOREIGN KEY (giver) REFERENCES organisation.person(staff_no);

alter table organisation.proxy add constraint proxy_pkey PRIMARY KEY (id);

alter table organisation.proxy add constraint proxy_post_code_giver_tstzrange_excl EXCLUDE USING gist (post_code WITH =, giver WITH =, tstzrange(from_at, GREATEST(from_at, LEAST(until_at, ended_at))) WITH &&);

alter table organisation.proxy add constraint proxy_taker_fkey FOREIGN KEY (taker) REFERENCES organisation.person(staff_no);

alter table organisation.role_grant add constraint role_grant_check CHECK ((valid_to >= valid_from));

alter table organisation.role_grant add constraint role_grant_role_check CHECK ((role = ANY (ARRAY['records_officer'::text, 'records_clerk'::text, 'deputy_records_clerk'::text, 'seal_keeper'::text, 'archivist'::text, 'auditor'::text, 'org_admin'::text, 'system_admin'::text, 'intake_system'::text, 'emergency_confirmer'::text])));

alter table organisation.role_grant add constraint role_grant_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES organisation.person(staff_no);

alter table organisation.role_grant add constraint role_grant_staff_no_role_coalesce_daterange_excl EXCLUDE USING gist (staff_no WITH =, role WITH =, COALESCE(org_unit_code, ''::text) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) DEFERRABLE;

alter table organisation.role_grant add constraint role_grant_staff_no_role_org_unit_code_valid_from_key UNIQUE NULLS NOT DISTINCT (staff_no, role, org_unit_code, valid_from);

alter table organisation.setting_change add constraint setting_change_pkey PRIMARY KEY (id);

alter table organisation.settings_version add constraint settings_version_pkey PRIMARY KEY (version);

alter table organisation.settings_version add constraint settings_version_version_check CHECK ((version >= 1));

alter table platform.idempotency add constraint idempotency_key_check CHECK (((length(key) >= 16) AND (length(key) <= 128)));

alter table platform.idempotency add constraint idempotency_pkey PRIMARY KEY (actor, key);

alter table platform.idempotency add constraint idempotency_request_sha256_check CHECK ((octet_length(request_sha256) = 32));

alter table platform.migration add constraint migration_pkey PRIMARY KEY (name);

alter table platform.outbox add constraint outbox_consumer_event_id_key UNIQUE (consumer, event_id);

alter table platform.outbox add constraint outbox_pkey PRIMARY KEY (id);

alter table platform.walled add constraint walled_check CHECK (((standing <> 'open'::text) OR (reason IS NOT NULL)));

alter table platform.walled add constraint walled_pkey PRIMARY KEY (table_name);

alter table platform.walled add constraint walled_standing_check CHECK ((standing = ANY (ARRAY['walled'::text, 'closed'::text, 'open'::text])));

alter table records.clock_witness add constraint clock_witness_pkey PRIMARY KEY (day);

alter table records.disposal_batch add constraint disposal_batch_check CHECK (((started_at IS NULL) OR ((decided_at IS NOT NULL) AND (executable_on IS NOT NULL))));

alter table records.disposal_batch add constraint disposal_batch_check1 CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL)));

alter table records.disposal_batch add constraint disposal_batch_content_digest_check CHECK ((octet_length(content_digest) = 32));

alter table records.disposal_batch add constraint disposal_batch_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table records.disposal_batch add constraint disposal_batch_document_id_key UNIQUE (document_id);

alter table records.disposal_batch add constraint disposal_batch_fiscal_year_section_code_no_key UNIQUE (fiscal_year, section_code, no);

alter table records.disposal_batch add constraint disposal_batch_no_check CHECK ((no >= 1));

alter table records.disposal_batch add constraint disposal_batch_pkey PRIMARY KEY (id);

alter table records.disposal_batch add constraint disposal_batch_step_check CHECK ((step = ANY (ARRAY['assessment'::text, 'review'::text, 'consultation'::text, 'decision'::text, 'execution'::text, 'finished'::text])));

alter table records.disposal_batch add constraint disposal_batch_version_check CHECK ((version >= 1));

alter table records.disposal_certificate add constraint disposal_certificate_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES records.disposal_batch(id);

alter table records.disposal_certificate add constraint disposal_certificate_check CHECK ((digest = sha256(canonical)));

alter table records.disposal_certificate add constraint disposal_certificate_pkey PRIMARY KEY (batch_id);

alter table records.disposal_entry add constraint disposal_entry_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES records.disposal_batch(id);

alter table records.disposal_entry add constraint disposal_entry_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES documents.document(id);

alter table records.disposal_entry add constraint disposal_entry_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.disposal_entry add constraint disposal_entry_item_id_fkey FOREIGN KEY (item_id) REFERENCES records.disposal_item(id);

alter table records.disposal_entry add constraint disposal_entry_item_id_key UNIQUE (item_id);

alter table records.disposal_entry add constraint disposal_entry_kind_check CHECK ((kind = ANY (ARRAY['destroyed'::text, 'transferred'::text])));

alter table records.disposal_entry add constraint disposal_entry_pkey PRIMARY KEY (id);

alter table records.disposal_entry_document add constraint disposal_entry_document_document_id_fkey FOREIGN KEY (document_id) REFERENCES records.record(document_id);

alter table records.disposal_entry_document add constraint disposal_entry_document_document_id_key UNIQUE (document_id);

alter table records.disposal_entry_document add constraint disposal_entry_document_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES records.disposal_entry(id);

alter table records.disposal_entry_document add constraint disposal_entry_document_pkey PRIMARY KEY (entry_id, document_id);

alter table records.disposal_item add constraint disposal_item_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES records.disposal_batch(id);

alter table records.disposal_item add constraint disposal_item_check CHECK (((state <> ALL (ARRAY['agreed'::text, 'approved'::text, 'executed'::text])) OR ((measure IS NOT NULL) AND (contents_digest IS NOT NULL))));

alter table records.disposal_item add constraint disposal_item_check1 CHECK (((measure IS DISTINCT FROM 'extend'::text) OR (extend_years IS NOT NULL)));

alter table records.disposal_item add constraint disposal_item_check2 CHECK (((state = ANY (ARRAY['left_out'::text, 'refused'::text, 'executed'::text])) = (ended_at IS NOT NULL)));

alter table records.disposal_item add constraint disposal_item_contents_digest_check CHECK ((octet_length(contents_digest) = 32));

alter table records.disposal_item add constraint disposal_item_document_count_check CHECK ((document_count >= 0));

alter table records.disposal_item add constraint disposal_item_extend_years_check CHECK (((extend_years >= 1) AND (extend_years <= 30)));

alter table records.disposal_item add constraint disposal_item_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.disposal_item add constraint disposal_item_measure_check CHECK ((measure = ANY (ARRAY['destroy'::text, 'transfer'::text, 'extend'::text])));

alter table records.disposal_item add constraint disposal_item_pkey PRIMARY KEY (id);

alter table records.disposal_item add constraint disposal_item_proposal_check CHECK ((proposal = ANY (ARRAY['destroy'::text, 'transfer'::text, 'extend'::text])));

alter table records.disposal_item add constraint disposal_item_state_check CHECK ((state = ANY (ARRAY['open'::text, 'agreed'::text, 'approved'::text, 'left_out'::text, 'refused'::text, 'executed'::text])));

alter table records.disposal_release add constraint disposal_release_pkey PRIMARY KEY (witness, size, root);

alter table records.disposal_release add constraint disposal_release_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));

alter table records.disposal_release add constraint disposal_release_root_check CHECK ((root ~ '^[0-9a-f]{64}$'::text));

alter table records.disposal_release add constraint disposal_release_size_check CHECK ((size > 0));

alter table records.disposal_release add constraint disposal_release_witness_check CHECK (((length(witness) >= 1) AND (length(witness) <= 500)));

alter table records.extension_batch add constraint extension_batch_pkey PRIMARY KEY (id);

alter table records.extension_batch add constraint extension_batch_years_check CHECK (((years >= 1) AND (years <= 30)));

alter table records.extension_item add constraint extension_item_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES records.extension_batch(id);

alter table records.extension_item add constraint extension_item_check CHECK (((outcome IS NULL) = (done_at IS NULL)));

alter table records.extension_item add constraint extension_item_check1 CHECK (((outcome = 'extended'::text) = (to_on IS NOT NULL)));

alter table records.extension_item add constraint extension_item_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.extension_item add constraint extension_item_outcome_check CHECK ((outcome = ANY (ARRAY['extended'::text, 'refused'::text])));

alter table records.extension_item add constraint extension_item_pkey PRIMARY KEY (batch_id, file_id);

alter table records.file_history add constraint file_history_check CHECK (((retention_years IS NULL) OR (retention_label IS NOT NULL)));

alter table records.file_history add constraint file_history_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.file_history add constraint file_history_pkey PRIMARY KEY (file_id, since);

alter table records.file_history add constraint file_history_retention_years_check CHECK (((retention_years >= 0) AND (retention_years <= 100)));

alter table records.file_place add constraint file_place_check CHECK ((num_nonnulls(place_code, note) >= 1));

alter table records.file_place add constraint file_place_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.file_place add constraint file_place_pkey PRIMARY KEY (id);

alter table records.file_place add constraint file_place_place_code_fkey FOREIGN KEY (place_code) REFERENCES records.stack_place(code);

alter table records.filing_class add constraint filing_class_check CHECK (((level = 1) = (parent_code IS NULL)));

alter table records.filing_class add constraint filing_class_check1 CHECK (((level < 3) OR ((retention_class IS NOT NULL) AND (disclosure_class IS NOT NULL))));

alter table records.filing_class add constraint filing_class_disclosure_class_check CHECK ((disclosure_class = ANY (ARRAY['open'::text, 'partial'::text, 'closed'::text])));

alter table records.filing_class add constraint filing_class_disposition_check CHECK ((disposition = ANY (ARRAY['destroy'::text, 'transfer'::text, 'appraise'::text, 'review'::text])));

alter table records.filing_class add constraint filing_class_level_check CHECK (((level >= 1) AND (level <= 3)));

alter table records.filing_class add constraint filing_class_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES records.filing_class(code) DEFERRABLE;

alter table records.filing_class add constraint filing_class_pkey PRIMARY KEY (code);

alter table records.filing_class add constraint filing_class_retention_class_fkey FOREIGN KEY (retention_class) REFERENCES records.retention_class(code);

alter table records.filing_class add constraint filing_class_statutory_years_check CHECK (((statutory_years >= 1) AND (statutory_years <= 100)));

alter table records.filing_class_history add constraint filing_class_history_code_fkey FOREIGN KEY (code) REFERENCES records.filing_class(code);

alter table records.filing_class_history add constraint filing_class_history_pkey PRIMARY KEY (code, since);

alter table records.finding add constraint finding_check CHECK ((settled_on >= found_on));

alter table records.finding add constraint finding_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.finding add constraint finding_kind_check CHECK ((kind = ANY (ARRAY['unknown_expiry'::text, 'mixed_years'::text, 'mixed_retention'::text])));

alter table records.finding add constraint finding_pkey PRIMARY KEY (id);

alter table records.handover add constraint handover_check CHECK (((received_at IS NULL) OR (withdrawn_at IS NULL)));

alter table records.handover add constraint handover_pkey PRIMARY KEY (id);

alter table records.handover_file add constraint handover_file_check CHECK ((((taken_off_at IS NULL) = (taken_off_by IS NULL)) AND ((taken_off_at IS NULL) = (taken_off_reason IS NULL))));

alter table records.handover_file add constraint handover_file_check1 CHECK (((taken_off_at IS NULL) OR ((place_code IS NULL) AND (returned_at IS NULL))));

alter table records.handover_file add constraint handover_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.handover_file add constraint handover_file_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES records.handover(id);

alter table records.handover_file add constraint handover_file_pkey PRIMARY KEY (handover_id, file_id);

alter table records.handover_file add constraint handover_file_place_code_fkey FOREIGN KEY (place_code) REFERENCES records.stack_place(code);

alter table records.handover_file add constraint handover_file_taken_off_reason_check CHECK (((length(taken_off_reason) >= 1) AND (length(taken_off_reason) <= 500)));

alter table records.hold add constraint hold_check CHECK ((decided_on >= triggered_on));

alter table records.hold add constraint hold_check1 CHECK ((ends_on >= triggered_on));

alter table records.hold add constraint hold_check2 CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL)));

alter table records.hold add constraint hold_check3 CHECK ((((released_at IS NULL) = (released_by IS NULL)) AND ((released_at IS NULL) = (release_reason IS NULL))));

alter table records.hold add constraint hold_ground_check CHECK ((ground = ANY (ARRAY['disclosure_request'::text, 'appeal'::text, 'lawsuit'::text, 'audit'::text, 'own'::text])));

alter table records.hold add constraint hold_pkey PRIMARY KEY (id);

alter table records.hold_target add constraint hold_target_check CHECK ((num_nonnulls(file_id, document_id) = 1));

alter table records.hold_target add constraint hold_target_document_id_fkey FOREIGN KEY (document_id) REFERENCES records.record(document_id);

alter table records.hold_target add constraint hold_target_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.hold_target add constraint hold_target_hold_id_file_id_document_id_key UNIQUE NULLS NOT DISTINCT (hold_id, file_id, document_id);

alter table records.hold_target add constraint hold_target_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES records.hold(id);

alter table records.loan add constraint loan_check CHECK (((lent_at IS NULL) OR (refused_at IS NULL)));

alter table records.loan add constraint loan_check1 CHECK (((returned_at IS NULL) OR (lent_at IS NOT NULL)));

alter table records.loan add constraint loan_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.loan add constraint loan_pkey PRIMARY KEY (id);

alter table records.paper_record add constraint paper_record_check CHECK (((NOT disposition) OR (issued_on IS NOT NULL)));

alter table records.paper_record add constraint paper_record_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.paper_record add constraint paper_record_pages_check CHECK (((pages >= 1) AND (pages <= 100000)));

alter table records.paper_record add constraint paper_record_pkey PRIMARY KEY (id);

alter table records.plan_change add constraint plan_change_columns_check CHECK ((jsonb_typeof(columns) = 'object'::text));

alter table records.plan_change add constraint plan_change_pkey PRIMARY KEY (version_id, code);

alter table records.plan_change add constraint plan_change_version_id_fkey FOREIGN KEY (version_id) REFERENCES records.plan_version(id) ON DELETE CASCADE;

alter table records.plan_version add constraint plan_version_check CHECK (((state = 'draft'::text) = (version IS NULL)));

alter table records.plan_version add constraint plan_version_check1 CHECK (((version IS NULL) = (valid_from IS NULL)));

alter table records.plan_version add constraint plan_version_check2 CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)));

alter table records.plan_version add constraint plan_version_check3 CHECK (((entered_at IS NULL) OR (state = 'published'::text)));

alter table records.plan_version add constraint plan_version_pkey PRIMARY KEY (id);

alter table records.plan_version add constraint plan_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])));

alter table records.plan_version add constraint plan_version_version_key UNIQUE (version);

alter table records.record add constraint record_basis_check CHECK ((basis = ANY (ARRAY['closed'::text, 'created'::text, 'file_earliest'::text, 'file_latest'::text, 'event'::text])));

alter table records.record add constraint record_check CHECK ((closed_on >= decided_on));

alter table records.record add constraint record_check1 CHECK ((expires_on >= starts_on));

alter table records.record add constraint record_check2 CHECK (((expires_on IS NULL) OR (starts_on IS NOT NULL)));

alter table records.record add constraint record_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table records.record add constraint record_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.record add constraint record_medium_check CHECK ((medium = ANY (ARRAY['electronic'::text, 'paper'::text, 'hybrid'::text])));

alter table records.record add constraint record_pkey PRIMARY KEY (document_id);

alter table records.record add constraint record_retention_class_fkey FOREIGN KEY (retention_class) REFERENCES records.retention_class(code);

alter table records.record add constraint record_state_check CHECK ((state = ANY (ARRAY['held_in_file'::text, 'transferred'::text, 'disposed'::text])));

alter table records.record_file add constraint continuing_file_in_use_has_no_end CHECK (((NOT (continuing AND (state = 'open'::text))) OR ((starts_on IS NULL) AND (expires_on IS NULL))));

alter table records.record_file add constraint record_file_check CHECK ((expires_on >= starts_on));

alter table records.record_file add constraint record_file_check1 CHECK (((extended_to IS NULL) OR (expires_on IS NULL) OR (expires_on >= extended_to)));

alter table records.record_file add constraint record_file_check2 CHECK (((kept_basis IS NULL) = (kept_label IS NULL)));

alter table records.record_file add constraint record_file_check3 CHECK (((closing_reason IS NULL) OR (continuing AND (state <> 'open'::text) AND ((length(closing_reason) >= 1) AND (length(closing_reason) <= 500)))));

alter table records.record_file add constraint record_file_class_code_fkey FOREIGN KEY (class_code) REFERENCES records.filing_class(code);

alter table records.record_file add constraint record_file_class_code_section_code_fiscal_year_volume_key UNIQUE (class_code, section_code, fiscal_year, volume);

alter table records.record_file add constraint record_file_custody_check CHECK ((custody = ANY (ARRAY['office'::text, 'stack'::text])));

alter table records.record_file add constraint record_file_disclosure_class_check CHECK ((disclosure_class = ANY (ARRAY['open'::text, 'partial'::text, 'closed'::text])));

alter table records.record_file add constraint record_file_disposition_check CHECK ((disposition = ANY (ARRAY['destroy'::text, 'transfer'::text, 'appraise'::text, 'review'::text])));

alter table records.record_file add constraint record_file_extension_count_check CHECK ((extension_count >= 0));

alter table records.record_file add constraint record_file_kept_basis_check CHECK ((kept_basis = ANY (ARRAY['closed'::text, 'created'::text, 'file_earliest'::text, 'file_latest'::text, 'event'::text])));

alter table records.record_file add constraint record_file_kept_years_check CHECK (((kept_years >= 0) AND (kept_years <= 100)));

alter table records.record_file add constraint record_file_medium_check CHECK ((medium = ANY (ARRAY['electronic'::text, 'paper'::text, 'hybrid'::text])));

alter table records.record_file add constraint record_file_pkey PRIMARY KEY (id);

alter table records.record_file add constraint record_file_removal_reason_check CHECK (((length(removal_reason) >= 1) AND (length(removal_reason) <= 500)));

alter table records.record_file add constraint record_file_retention_class_fkey FOREIGN KEY (retention_class) REFERENCES records.retention_class(code);

alter table records.record_file add constraint record_file_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'transferred'::text, 'disposed'::text, 'removed'::text])));

alter table records.record_file add constraint record_file_statutory_years_check CHECK (((statutory_years >= 1) AND (statutory_years <= 100)));

alter table records.record_file add constraint record_file_volume_check CHECK ((volume >= 1));

alter table records.record_file add constraint removed_with_a_reason CHECK (((state = 'removed'::text) = (removal_reason IS NOT NULL)));

alter table records.record_past add constraint record_past_document_id_fkey FOREIGN KEY (document_id) REFERENCES records.record(document_id);

alter table records.record_past add constraint record_past_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.record_past add constraint record_past_pkey PRIMARY KEY (document_id, since);

alter table records.register_issue add constraint register_issue_pkey PRIMARY KEY (id);

alter table records.register_issue add constraint register_issue_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));

alter table records.retention_class add constraint retention_class_basis_check CHECK ((basis = ANY (ARRAY['closed'::text, 'created'::text, 'file_earliest'::text, 'file_latest'::text, 'event'::text])));

alter table records.retention_class add constraint retention_class_check CHECK (((statutory_years IS NULL) = (statutory_law IS NULL)));

alter table records.retention_class add constraint retention_class_check1 CHECK (((statutory_years IS NULL) OR (years IS NULL) OR (years >= statutory_years)));

alter table records.retention_class add constraint retention_class_disposition_check CHECK ((disposition = ANY (ARRAY['destroy'::text, 'transfer'::text, 'appraise'::text, 'review'::text])));

alter table records.retention_class add constraint retention_class_pkey PRIMARY KEY (code);

alter table records.retention_class add constraint retention_class_statutory_years_check CHECK (((statutory_years >= 1) AND (statutory_years <= 100)));

alter table records.retention_class add constraint retention_class_years_check CHECK (((years >= 0) AND (years <= 100)));

alter table records.retention_class_version add constraint retention_class_version_code_fkey FOREIGN KEY (code) REFERENCES records.retention_class(code);

alter table records.retention_class_version add constraint retention_class_version_pkey PRIMARY KEY (code, version);

alter table records.retention_class_version add constraint retention_class_version_version_check CHECK ((version > 0));

alter table records.rule_change add constraint rule_change_check CHECK ((retroactive OR (NOT shorten)));

alter table records.rule_change add constraint rule_change_kind_check CHECK ((kind = ANY (ARRAY['terms'::text, 'class'::text])));

alter table records.rule_change add constraint rule_change_pkey PRIMARY KEY (id);

alter table records.rule_change_file add constraint rule_change_file_change_id_fkey FOREIGN KEY (change_id) REFERENCES records.rule_change(id);

alter table records.rule_change_file add constraint rule_change_file_check CHECK (((outcome IS NULL) = (done_at IS NULL)));

alter table records.rule_change_file add constraint rule_change_file_check1 CHECK (((outcome IS DISTINCT FROM 'stayed'::text) = (code IS NULL)));

alter table records.rule_change_file add constraint rule_change_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.rule_change_file add constraint rule_change_file_outcome_check CHECK ((outcome = ANY (ARRAY['followed'::text, 'stayed'::text])));

alter table records.rule_change_file add constraint rule_change_file_pkey PRIMARY KEY (change_id, file_id);

alter table records.scan_substitute add constraint scan_substitute_bytes_check CHECK ((bytes > 0));

alter table records.scan_substitute add constraint scan_substitute_check CHECK (((checked_by IS NULL) OR (checked_by <> scanned_by)));

alter table records.scan_substitute add constraint scan_substitute_check1 CHECK (((approved_by IS NULL) OR (checked_by IS NOT NULL)));

alter table records.scan_substitute add constraint scan_substitute_check2 CHECK (((destruction_decided_by IS NULL) OR (approved_by IS NOT NULL)));

alter table records.scan_substitute add constraint scan_substitute_check3 CHECK (((destroyed_by IS NULL) OR ((destruction_decided_by IS NOT NULL) AND (destroyed_by <> destruction_decided_by))));

alter table records.scan_substitute add constraint scan_substitute_check4 CHECK (((refused_at IS NULL) OR (approved_at IS NULL)));

alter table records.scan_substitute add constraint scan_substitute_object_sha256_fkey FOREIGN KEY (object_sha256) REFERENCES scans.stored_object(sha256);

alter table records.scan_substitute add constraint scan_substitute_pages_check CHECK ((pages > 0));

alter table records.scan_substitute add constraint scan_substitute_paper_record_id_fkey FOREIGN KEY (paper_record_id) REFERENCES records.paper_record(id);

alter table records.scan_substitute add constraint scan_substitute_pkey PRIMARY KEY (id);

alter table records.scan_substitute add constraint scan_substitute_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));

alter table records.stack_place add constraint stack_place_pkey PRIMARY KEY (code);

alter table records.stack_place add constraint stack_place_room_shelf_box_key UNIQUE NULLS NOT DISTINCT (room, shelf, box);

alter table records.transfer_package add constraint transfer_package_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES records.disposal_batch(id);

alter table records.transfer_package add constraint transfer_package_check CHECK (((state = 'ready'::text) <= ((object_key IS NOT NULL) AND (sha256 IS NOT NULL) AND (bytes IS NOT NULL) AND (chunk_hashes IS NOT NULL) AND (expires_at IS NOT NULL))));

alter table records.transfer_package add constraint transfer_package_done_check CHECK ((done >= 0));

alter table records.transfer_package add constraint transfer_package_pkey PRIMARY KEY (id);

alter table records.transfer_package add constraint transfer_package_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text])));

alter table records.transfer_package add constraint transfer_package_total_check CHECK ((total >= 0));

alter table records.transfer_package add constraint transfer_package_withheld_check CHECK ((withheld >= 0));

alter table records.year_choice add constraint year_choice_pkey PRIMARY KEY (fiscal_year, class_code, section_code);

alter table records.year_line add constraint year_line_carried_file_fkey FOREIGN KEY (carried_file) REFERENCES records.record_file(id);

alter table records.year_line add constraint year_line_check CHECK (((done_at IS NULL) = (file_id IS NULL)));

alter table records.year_line add constraint year_line_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.year_line add constraint year_line_fiscal_year_fkey FOREIGN KEY (fiscal_year) REFERENCES records.year_plan(fiscal_year);

alter table records.year_line add constraint year_line_pkey PRIMARY KEY (id);

alter table records.year_plan add constraint year_plan_check CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL)));

alter table records.year_plan add constraint year_plan_pkey PRIMARY KEY (fiscal_year);

alter table scans.arrival add constraint arrival_bytes_check CHECK ((bytes > 0));

alter table scans.arrival add constraint arrival_pkey PRIMARY KEY (sha256);

alter table scans.arrival add constraint arrival_sha256_check CHECK ((octet_length(sha256) = 32));

alter table scans.download add constraint download_capability_sha256_check CHECK ((octet_length(capability_sha256) = 32));

alter table scans.download add constraint download_file_name_check CHECK ((file_name <> ''::text));

alter table scans.download add constraint download_media_type_check CHECK ((media_type <> ''::text));

alter table scans.download add constraint download_pkey PRIMARY KEY (capability_sha256);

alter table scans.download add constraint download_purpose_check CHECK ((purpose = ANY (ARRAY['document'::text, 'receipt'::text, 'opening'::text])));

alter table scans.download add constraint download_session_id_fkey FOREIGN KEY (session_id) REFERENCES identity.session(id) ON DELETE CASCADE;

alter table scans.download add constraint download_sha256_check CHECK ((octet_length(sha256) = 32));

alter table scans.object_finding add constraint object_finding_check CHECK ((last_seen_at >= found_at));

alter table scans.object_finding add constraint object_finding_fault_check CHECK ((fault = ANY (ARRAY['missing'::text, 'short'::text, 'long'::text, 'changed'::text])));

alter table scans.object_finding add constraint object_finding_found_by_check CHECK ((found_by = ANY (ARRAY['reading'::text, 'keeping'::text, 'schedule'::text, 'verification'::text])));

alter table scans.object_finding add constraint object_finding_pkey PRIMARY KEY (id);

alter table scans.object_finding add constraint object_finding_place_check CHECK ((place = ANY (ARRAY['first'::text, 'second'::text])));

alter table scans.object_finding add constraint object_finding_sha256_check CHECK ((octet_length(sha256) = 32));

alter table scans.object_lock add constraint object_lock_check CHECK (((drift IS NULL) = (drifted_at IS NULL)));

alter table scans.object_lock add constraint object_lock_drift_check CHECK ((drift = ANY (ARRAY['no-retention'::text, 'shorter'::text, 'no-hold'::text, 'missing'::text])));

alter table scans.object_lock add constraint object_lock_pkey PRIMARY KEY (sha256);

alter table scans.object_lock add constraint object_lock_sha256_fkey FOREIGN KEY (sha256) REFERENCES scans.stored_object(sha256) ON DELETE CASCADE;

alter table scans.page_correction add constraint page_correction_pkey PRIMARY KEY (source_sha256, page, version);

alter table scans.page_correction add constraint page_correction_source_sha256_page_fkey FOREIGN KEY (source_sha256, page) REFERENCES scans.page_text(source_sha256, page);

alter table scans.page_correction add constraint page_correction_text_check CHECK ((text <> ''::text));

alter table scans.page_correction add constraint page_correction_version_check CHECK ((version >= 1));

alter table scans.page_text add constraint page_text_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (100)::double precision)));

alter table scans.page_text add constraint page_text_page_check CHECK ((page >= 1));

alter table scans.page_text add constraint page_text_pkey PRIMARY KEY (source_sha256, page);

alter table scans.page_text add constraint page_text_source_sha256_fkey FOREIGN KEY (source_sha256) REFERENCES scans.text_state(source_sha256);

alter table scans.page_text add constraint page_text_text_check CHECK ((text <> ''::text));

alter table scans.page_text add constraint page_text_words_check CHECK ((jsonb_typeof(words) = 'array'::text));

alter table scans.removed_object add constraint removed_object_bytes_check CHECK ((bytes > 0));

alter table scans.removed_object add constraint removed_object_check CHECK (((state = 'gone'::text) = (gone_at IS NOT NULL)));

alter table scans.removed_object add constraint removed_object_grounds_check CHECK ((grounds <> ''::text));

alter table scans.removed_object add constraint removed_object_pkey PRIMARY KEY (sha256);

alter table scans.removed_object add constraint removed_object_sha256_check CHECK ((octet_length(sha256) = 32));

alter table scans.removed_object add constraint removed_object_state_check CHECK ((state = ANY (ARRAY['owed'::text, 'removing'::text, 'gone'::text, 'returned'::text])));

alter table scans.rendition add constraint rendition_check CHECK (((state = 'ready'::text) = (object_sha256 IS NOT NULL)));

alter table scans.rendition add constraint rendition_check1 CHECK (((state = ANY (ARRAY['pending'::text, 'ready'::text])) OR (detail IS NOT NULL)));

alter table scans.rendition add constraint rendition_ends_check CHECK ((((kind = 'thumbnails'::text) AND (state = 'ready'::text)) = (ends IS NOT NULL)));

alter table scans.rendition add constraint rendition_kind_check CHECK ((kind = ANY (ARRAY['pdf'::text, 'thumbnails'::text])));

alter table scans.rendition add constraint rendition_object_sha256_fkey FOREIGN KEY (object_sha256) REFERENCES scans.stored_object(sha256);

alter table scans.rendition add constraint rendition_pkey PRIMARY KEY (source_sha256, kind);

alter table scans.rendition add constraint rendition_source_sha256_fkey FOREIGN KEY (source_sha256) REFERENCES scans.stored_object(sha256);

alter table scans.rendition add constraint rendition_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'ready'::text, 'unsupported'::text, 'failed'::text])));

alter table scans.sending add constraint sending_bytes_check CHECK ((bytes > 0));

alter table scans.sending add constraint sending_file_name_check CHECK ((file_name <> ''::text));

alter table scans.sending add constraint sending_pkey PRIMARY KEY (id);

alter table scans.sending add constraint sending_refused CHECK ((((refused_at IS NULL) = (refusal IS NULL)) AND ((refusal IS NULL) OR (upload_id IS NULL))));

alter table scans.sending add constraint sending_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES scans.upload(id) ON DELETE CASCADE;

alter table scans.sending_piece add constraint sending_piece_bytes_check CHECK ((bytes > 0));

alter table scans.sending_piece add constraint sending_piece_n_check CHECK ((n >= 0));

alter table scans.sending_piece add constraint sending_piece_pkey PRIMARY KEY (sending_id, n);

alter table scans.sending_piece add constraint sending_piece_sending_id_fkey FOREIGN KEY (sending_id) REFERENCES scans.sending(id) ON DELETE CASCADE;

alter table scans.sending_piece add constraint sending_piece_sha256_check CHECK ((octet_length(sha256) = 32));

alter table scans.stored_object add constraint stored_object_bytes_check CHECK ((bytes > 0));

alter table scans.stored_object add constraint stored_object_check CHECK ((octet_length(chunk_hashes) = (32 * ((bytes + 1048575) / 1048576))));

alter table scans.stored_object add constraint stored_object_pages_check CHECK ((pages > 0));

alter table scans.stored_object add constraint stored_object_pkey PRIMARY KEY (sha256);

alter table scans.stored_object add constraint stored_object_sha256_check CHECK ((octet_length(sha256) = 32));

alter table scans.text_state add constraint text_state_pkey PRIMARY KEY (source_sha256);

alter table scans.text_state add constraint text_state_source_sha256_fkey FOREIGN KEY (source_sha256) REFERENCES scans.stored_object(sha256);

alter table scans.text_state add constraint text_state_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'ready'::text, 'none'::text, 'failed'::text])));

alter table scans.upload add constraint upload_file_name_check CHECK ((file_name <> ''::text));

alter table scans.upload add constraint upload_pkey PRIMARY KEY (id);

alter table scans.upload add constraint upload_sha256_fkey FOREIGN KEY (sha256) REFERENCES scans.stored_object(sha256);

alter table search.changed_entry add constraint changed_entry_pkey PRIMARY KEY (seq);

alter table search.disposed add constraint disposed_pkey PRIMARY KEY (document_id);

alter table search.export add constraint export_check CHECK (((state = 'ready'::text) <= ((object_key IS NOT NULL) AND (sha256 IS NOT NULL) AND (bytes IS NOT NULL) AND (chunk_hashes IS NOT NULL) AND (expires_at IS NOT NULL))));

alter table search.export add constraint export_done_check CHECK ((done >= 0));

alter table search.export add constraint export_kind_check CHECK ((kind = ANY (ARRAY['list'::text, 'package'::text])));

alter table search.export add constraint export_pkey PRIMARY KEY (id);

alter table search.export add constraint export_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text, 'cancelled'::text, 'expired'::text])));

alter table search.export add constraint export_total_check CHECK ((total >= 0));

alter table search.fiscal_year add constraint fiscal_year_pkey PRIMARY KEY (fy);

alter table search.indexed_document add constraint indexed_document_content_sha256_check CHECK ((octet_length(content_sha256) = 32));

alter table search.indexed_document add constraint indexed_document_pkey PRIMARY KEY (document_id);

alter table search.known_hit add constraint known_hit_pkey PRIMARY KEY (search_id, staff_no, document_id);

alter table search.known_hit add constraint known_hit_search_id_staff_no_fkey FOREIGN KEY (search_id, staff_no) REFERENCES search.subscription(search_id, staff_no) ON DELETE CASCADE;

alter table search.opening add constraint opening_check CHECK ((closes_at > opened_at));

alter table search.opening add constraint opening_pkey PRIMARY KEY (id);

alter table search.reading_digest add constraint reading_digest_from_day_key UNIQUE (from_day);

alter table search.reading_digest add constraint reading_digest_pkey PRIMARY KEY (id);

alter table search.renewal add constraint renewal_documents_check CHECK ((documents >= 0));

alter table search.renewal add constraint renewal_pkey PRIMARY KEY (make);

alter table search.renewal add constraint renewal_total_check CHECK ((total >= 0));

alter table search.saved_search add constraint saved_search_pkey PRIMARY KEY (id);

alter table search.saved_search_place add constraint saved_search_place_pkey PRIMARY KEY (staff_no, search_id);

alter table search.saved_search_place add constraint saved_search_place_search_id_fkey FOREIGN KEY (search_id) REFERENCES search.saved_search(id) ON DELETE CASCADE;

alter table search.search_document add constraint search_document_check CHECK (((fy)::numeric = EXTRACT(year FROM (sort_on - '3 mons'::interval))));

alter table search.search_document add constraint search_document_kind_check CHECK ((kind = ANY (ARRAY['document'::text, 'receipt'::text])));

alter table search.search_document add constraint search_document_pkey PRIMARY KEY (fy, document_id);

alter table search.subscription add constraint subscription_pkey PRIMARY KEY (search_id, staff_no);

alter table search.subscription add constraint subscription_search_id_fkey FOREIGN KEY (search_id) REFERENCES search.saved_search(id) ON DELETE CASCADE;

CREATE INDEX act_of_document ON approvals.act USING btree (document_id, acted_at, id);

CREATE UNIQUE INDEX act_of_seat ON approvals.act USING btree (seat_id, attempt) WHERE ((seat_id IS NOT NULL) AND closes);

CREATE INDEX definition_draft_of_document ON approvals.definition_draft USING btree (document_id) WHERE (document_id IS NOT NULL);

CREATE UNIQUE INDEX definition_draft_of_version ON approvals.definition_draft USING btree (kind, code, version) WHERE (state = 'published'::text);

CREATE INDEX delegation_rule_set_in_force ON approvals.delegation_rule_set USING btree (valid_from DESC, version DESC) WHERE (state = 'published'::text);

CREATE INDEX delegation_rule_set_of_document ON approvals.delegation_rule_set USING btree (document_id) WHERE (document_id IS NOT NULL);

CREATE UNIQUE INDEX one_draft_of_a_definition ON approvals.definition_draft USING btree (kind, code) WHERE (state = 'draft'::text);

CREATE INDEX post_review_inbox ON approvals.post_review USING btree (principal, opened_at) WHERE ((outcome IS NULL) AND (lapsed_at IS NULL));

CREATE INDEX post_review_of_document ON approvals.post_review USING btree (document_id);

CREATE INDEX prior_instruction_of_document ON approvals.prior_instruction USING btree (document_id);

CREATE INDEX saved_view_of_owner ON approvals.saved_view USING btree (owner, created_at, id);

CREATE INDEX saved_view_of_section ON approvals.saved_view USING btree (section_code, created_at, id) WHERE (section_code IS NOT NULL);

CREATE INDEX seat_due ON approvals.seat USING btree (LEAST(due_on, held_until)) WHERE (state = 'active'::text);

CREATE INDEX seat_open ON approvals.seat USING btree (principal, urgent DESC, COALESCE(LEAST(matter_due_on, due_on), 'infinity'::date), opened_at, document_id) INCLUDE (id, step_kind, due_on, matter_due_on, held_until) WHERE (state = 'active'::text);

CREATE UNIQUE INDEX seat_place ON approvals.seat USING btree (document_id, round, step_no, seat_no);

CREATE INDEX seat_stand_in ON approvals.seat USING btree (stand_in, opened_at, id) WHERE ((state = 'active'::text) AND (stand_in IS NOT NULL));

CREATE INDEX seat_succession_of_document ON approvals.seat_succession USING btree (document_id, from_staff);

CREATE INDEX seat_under_way ON approvals.seat USING btree (post_code) INCLUDE (document_id, state, principal, principal_kind, handed_to, away, away_until, stand_in) WHERE (state = ANY (ARRAY['active'::text, 'waiting'::text]));

CREATE INDEX staged_decision_due ON approvals.staged_decision USING btree (due_at) WHERE (state = 'staged'::text);

CREATE INDEX staged_decision_of_author ON approvals.staged_decision USING btree (actor, staged_at) WHERE (state = 'staged'::text);

CREATE UNIQUE INDEX staged_decision_once ON approvals.staged_decision USING btree (document_id) WHERE (state = 'staged'::text);

CREATE INDEX attachment_of_document ON documents.attachment USING btree (document_id, sort) WHERE (removed_at IS NULL);

CREATE INDEX attachment_of_object ON documents.attachment USING btree (sha256);

CREATE INDEX document_circulating ON documents.document USING btree (section_code, submitted_at) WHERE (state = 'circulating'::text);

CREATE INDEX document_decided ON documents.document USING btree (decided_at) WHERE (decided_at IS NOT NULL);

CREATE INDEX document_of_drafter ON documents.document USING btree (drafter_staff_no, updated_at DESC, id DESC);

CREATE INDEX document_of_section ON documents.document USING btree (section_code, updated_at DESC, id DESC);

CREATE INDEX document_order ON documents.document USING btree (id) INCLUDE (due_on, urgent, amount);

CREATE INDEX document_redraft_of ON documents.document USING btree (redraft_of) WHERE (redraft_of IS NOT NULL);

CREATE INDEX document_sent_back ON documents.document USING btree (drafter_staff_no) WHERE (state = ANY (ARRAY['returned'::text, 'pulled_back'::text]));

CREATE INDEX document_submitted ON documents.document USING btree (submitted_at) WHERE (submitted_at IS NOT NULL);

CREATE INDEX document_to_execute ON documents.document USING btree (decided_at, id) WHERE ((state = 'decided'::text) AND (execution_waived_at IS NULL));

CREATE INDEX draft_on_desk ON documents.document USING btree (section_code, drafter_staff_no) WHERE (state = ANY (ARRAY['drafting'::text, 'returned'::text, 'pulled_back'::text]));

CREATE INDEX follow_up_of_number ON documents.follow_up USING btree (series_code, symbol, year, serial);

CREATE INDEX form_in_force ON documents.form USING btree (name, valid_from DESC, version DESC);

CREATE INDEX former_participant_of ON documents.former_participant USING btree (document_id);

CREATE UNIQUE INDEX issued_number_of_bearer ON documents.issued_number USING btree (bearer_kind, bearer_id, branch) WHERE ((bearer_id IS NOT NULL) AND (voided_at IS NULL));

CREATE INDEX issued_number_of_document ON documents.issued_number USING btree (document_id);

CREATE INDEX issued_number_voids ON documents.issued_number USING btree (voided_at DESC) WHERE (voided_at IS NOT NULL);

CREATE INDEX matter_type_in_force ON documents.matter_type_version USING btree (code, valid_from DESC, version DESC);

CREATE INDEX participant_foreseen ON documents.participant USING btree (document_id) WHERE foreseen;

CREATE INDEX participant_of_document ON documents.participant USING btree (document_id);

CREATE INDEX takeover_of_document ON documents.takeover USING btree (document_id, id);

CREATE INDEX entry_of_register ON execution.entry USING btree (kind, occurred_on DESC, id DESC);

CREATE INDEX emergency_reading_by_day ON identity.emergency_reading USING btree (asked_at);

CREATE INDEX emergency_reading_of_asker ON identity.emergency_reading USING btree (asker) WHERE ((confirmed_at IS NOT NULL) AND (ended_at IS NULL));

CREATE INDEX passkey_challenge_age ON identity.passkey_challenge USING btree (expires_at);

CREATE INDEX passkey_of_person ON identity.passkey USING btree (staff_no);

CREATE INDEX provider_flow_age ON identity.provider_flow USING btree (expires_at);

CREATE UNIQUE INDEX session_former ON identity.session USING btree (former_sha256) WHERE (former_sha256 IS NOT NULL);

CREATE UNIQUE INDEX session_name ON identity.session USING btree (id);

CREATE INDEX session_of_person ON identity.session USING btree (staff_no) WHERE (revoked_at IS NULL);

CREATE INDEX sign_in_failure_age ON identity.sign_in_failure USING btree (last_at);

CREATE INDEX attachment_of_receipt ON intake.attachment USING btree (receipt_id, sort) WHERE (removed_at IS NULL);

CREATE INDEX attachment_of_received_object ON intake.attachment USING btree (sha256);

CREATE INDEX audience_of_circulation ON intake.audience USING btree (circulation_id);

CREATE INDEX circulation_of_subject ON intake.circulation USING btree (subject_kind, subject_id, started_at);

CREATE INDEX held_of_receipt ON intake.held USING btree (receipt_id);

CREATE UNIQUE INDEX one_ending ON intake.ending USING btree (receipt_id) WHERE ((undone_at IS NULL) AND (kind <> 'rerouted'::text));

CREATE UNIQUE INDEX one_reading ON intake.circulation USING btree (subject_kind, subject_id) WHERE ((mode = 'reading'::text) AND (completed_at IS NULL) AND (stopped_at IS NULL));

CREATE INDEX participant_of_receipt ON intake.participant USING btree (receipt_id);

CREATE INDEX reading_of_person ON intake.reader USING btree (staff_no, added_at DESC, circulation_id DESC);

CREATE INDEX receipt_changes ON intake.receipt USING btree (updated_at, id);

CREATE INDEX receipt_list ON intake.receipt USING btree (registered_at DESC, id DESC);

CREATE INDEX receipt_of_document ON intake.receipt USING btree (document_id) WHERE (document_id IS NOT NULL);

CREATE INDEX receipt_of_section ON intake.receipt USING btree (section_code, registered_at DESC, id DESC);

CREATE INDEX receipt_unfinished ON intake.receipt USING btree (section_code, reply_due_on) WHERE ((ending IS NULL) OR ((ending = 'drafted'::text) AND (replied_at IS NULL)));

CREATE INDEX scan_arrival_latest ON intake.scan_arrival USING btree (noted_at DESC, id DESC);

CREATE UNIQUE INDEX scan_taken_once ON intake.scan_arrival USING btree (inlet, sha256) WHERE (state = 'taken'::text);

CREATE INDEX scanned_receipt_of_arrival ON intake.scanned_receipt USING btree (arrival_id, part);

CREATE INDEX unread_of_person ON intake.reader USING btree (staff_no, circulation_id) WHERE (read_at IS NULL);

CREATE INDEX reading_by_role ON ledger.reading USING btree (last_at) WHERE (role <> ''::text);

CREATE UNIQUE INDEX reading_of_a_day ON ledger.reading USING btree (staff_no, subject_kind, subject_id, part, means, role, on_day) WHERE (NOT entered);

CREATE INDEX reading_of_reader ON ledger.reading USING btree (staff_no, last_at DESC);

CREATE INDEX reading_of_subject ON ledger.reading USING btree (subject_kind, subject_id, last_at DESC);

CREATE INDEX row_change_of_owner ON ledger.row_change USING btree (owner) WHERE (owner IS NOT NULL);

CREATE INDEX row_change_of_row ON ledger.row_change USING btree (table_name, key, id);

CREATE INDEX notice_age ON notifications.notice USING btree (created_at);

CREATE INDEX notice_of_person ON notifications.notice USING btree (staff_no, id DESC);

CREATE INDEX notice_unread ON notifications.notice USING btree (staff_no) WHERE (read_at IS NULL);

CREATE INDEX absence_in_time ON organisation.absence USING gist (tstzrange(from_at, until_at)) WHERE (cancelled_at IS NULL);

CREATE INDEX absence_of_person ON organisation.absence USING btree (staff_no, until_at) WHERE (cancelled_at IS NULL);

CREATE INDEX proxy_of_taker ON organisation.proxy USING btree (taker, until_at);

CREATE INDEX setting_change_of_setting ON organisation.setting_change USING btree (setting, id);

CREATE INDEX settings_version_in_force ON organisation.settings_version USING btree (valid_from DESC, version DESC);

CREATE INDEX idempotency_age ON platform.idempotency USING btree (created_at);

CREATE INDEX outbox_undone ON platform.outbox USING btree (created_at) WHERE (done_at IS NULL);

CREATE INDEX outbox_unpublished ON platform.outbox USING btree (id) WHERE (published_at IS NULL);

CREATE INDEX disposal_entry_of_batch ON records.disposal_entry USING btree (batch_id);

CREATE INDEX disposal_entry_of_time ON records.disposal_entry USING btree (kind, executed_at DESC, id DESC);

CREATE INDEX disposal_item_of_batch ON records.disposal_item USING btree (batch_id);

CREATE INDEX disposal_item_of_file ON records.disposal_item USING btree (file_id, ended_at);

CREATE UNIQUE INDEX disposal_item_under_way ON records.disposal_item USING btree (file_id) WHERE (state = ANY (ARRAY['open'::text, 'agreed'::text, 'approved'::text]));

CREATE INDEX extension_item_left ON records.extension_item USING btree (batch_id, file_id) WHERE (outcome IS NULL);

CREATE INDEX extension_of_file ON records.extension_item USING btree (file_id) WHERE (outcome = 'extended'::text);

CREATE INDEX file_history_of_section ON records.file_history USING btree (section_code, since);

CREATE UNIQUE INDEX file_place_now ON records.file_place USING btree (file_id) WHERE (until IS NULL);

CREATE INDEX file_place_of_place ON records.file_place USING btree (place_code) WHERE (until IS NULL);

CREATE INDEX finding_list ON records.finding USING btree (found_on DESC, id DESC);

CREATE UNIQUE INDEX finding_open_once ON records.finding USING btree (kind, file_id) WHERE (settled_on IS NULL);

CREATE INDEX handover_list ON records.handover USING btree (proposed_at DESC, id);

CREATE INDEX handover_of_file ON records.handover_file USING btree (file_id);

CREATE INDEX hold_in_force ON records.hold USING btree (ends_on, id) WHERE (released_at IS NULL);

CREATE INDEX hold_on_document ON records.hold_target USING btree (document_id) WHERE (document_id IS NOT NULL);

CREATE INDEX hold_on_file ON records.hold_target USING btree (file_id) WHERE (file_id IS NOT NULL);

CREATE INDEX loan_of_file ON records.loan USING btree (file_id, requested_at DESC);

CREATE INDEX loan_open ON records.loan USING btree (due_on) WHERE ((returned_at IS NULL) AND (refused_at IS NULL));

CREATE UNIQUE INDEX loan_out ON records.loan USING btree (file_id) WHERE ((lent_at IS NOT NULL) AND (returned_at IS NULL));

CREATE INDEX paper_record_of_file ON records.paper_record USING btree (file_id, documented_on, id);

CREATE INDEX plan_version_to_enter ON records.plan_version USING btree (valid_from) WHERE ((state = 'published'::text) AND (entered_at IS NULL));

CREATE INDEX record_file_due ON records.record_file USING btree (expires_on, section_code, id) WHERE (state = ANY (ARRAY['open'::text, 'closed'::text]));

CREATE INDEX record_file_list ON records.record_file USING btree (fiscal_year DESC, class_code, section_code, volume);

CREATE INDEX record_file_of_section ON records.record_file USING btree (section_code, fiscal_year DESC);

CREATE INDEX record_file_review ON records.record_file USING btree (review_on, id) WHERE ((review_on IS NOT NULL) AND (state = ANY (ARRAY['open'::text, 'closed'::text])));

CREATE INDEX record_file_still_open ON records.record_file USING btree (fiscal_year) WHERE (state = 'open'::text);

CREATE INDEX record_file_without_end ON records.record_file USING btree (section_code, id) WHERE ((expires_on IS NULL) AND (state = ANY (ARRAY['open'::text, 'closed'::text])));

CREATE INDEX record_of_file ON records.record USING btree (file_id);

CREATE INDEX register_issue_list ON records.register_issue USING btree (issued_at DESC, id);

CREATE INDEX rule_change_file_left ON records.rule_change_file USING btree (change_id, file_id) WHERE (outcome IS NULL);

CREATE INDEX rule_change_file_waiting ON records.rule_change_file USING btree (file_id) WHERE (outcome IS NULL);

CREATE UNIQUE INDEX rule_change_of_rule_under_way ON records.rule_change USING btree (kind, code) WHERE (finished_at IS NULL);

CREATE INDEX scan_substitute_of_object ON records.scan_substitute USING btree (object_sha256);

CREATE UNIQUE INDEX scan_substitute_once ON records.scan_substitute USING btree (paper_record_id) WHERE (refused_at IS NULL);

CREATE INDEX transfer_package_of_batch ON records.transfer_package USING btree (batch_id, ordered_at DESC);

CREATE UNIQUE INDEX transfer_package_under_way ON records.transfer_package USING btree (batch_id, ordered_by) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

CREATE UNIQUE INDEX year_line_carried_once ON records.year_line USING btree (fiscal_year, carried_file) WHERE (carried_file IS NOT NULL);

CREATE UNIQUE INDEX year_line_once ON records.year_line USING btree (fiscal_year, class_code, section_code) WHERE (carried_file IS NULL);

CREATE INDEX year_line_to_do ON records.year_line USING btree (fiscal_year, class_code, section_code) WHERE (done_at IS NULL);

CREATE INDEX arrival_oldest ON scans.arrival USING btree (arrived_at);

CREATE INDEX download_end ON scans.download USING btree (expires_at);

CREATE INDEX download_session ON scans.download USING btree (session_id);

CREATE INDEX object_finding_latest ON scans.object_finding USING btree (found_at DESC);

CREATE UNIQUE INDEX object_finding_open ON scans.object_finding USING btree (sha256, place) WHERE (settled_at IS NULL);

CREATE INDEX object_lock_checked ON scans.object_lock USING btree (checked_at);

CREATE INDEX removed_object_owed ON scans.removed_object USING btree (removed_at) WHERE (state = ANY (ARRAY['owed'::text, 'removing'::text]));

CREATE INDEX rendition_of_object ON scans.rendition USING btree (object_sha256);

CREATE INDEX sending_of_person ON scans.sending USING btree (staff_no, started_at) WHERE (upload_id IS NULL);

CREATE INDEX sending_oldest ON scans.sending USING btree (started_at);

CREATE INDEX sending_upload ON scans.sending USING btree (upload_id);

CREATE INDEX sending_waiting ON scans.sending USING btree (waiting_since) WHERE ((waiting_since IS NOT NULL) AND (upload_id IS NULL));

CREATE INDEX stored_object_unverified ON scans.stored_object USING btree (verified_at);

CREATE INDEX upload_of_object ON scans.upload USING btree (sha256);

CREATE INDEX upload_unused ON scans.upload USING btree (created_at) WHERE (used_at IS NULL);

CREATE INDEX export_of_person ON search.export USING btree (staff_no, ordered_at DESC);

CREATE INDEX export_to_expire ON search.export USING btree (expires_at) WHERE (state = 'ready'::text);

CREATE INDEX saved_search_of_person ON search.saved_search USING btree (staff_no);

CREATE INDEX saved_search_of_unit ON search.saved_search USING btree (unit_code) WHERE (unit_code IS NOT NULL);

CREATE INDEX search_document_grams ON ONLY search.search_document USING gin (grams, serials) WITH (fastupdate=off);

CREATE INDEX search_document_newest ON ONLY search.search_document USING btree (sort_on DESC, document_id DESC);

CREATE INDEX search_document_secrecy ON ONLY search.search_document USING btree (confidential_until) WHERE (confidential_until IS NOT NULL);

CREATE OR REPLACE FUNCTION approvals.keep_act()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE'
    and exists (select from documents.erasure e where e.document_id = old.document_id)
    and new.comment is null and new.detail is null
    and (to_jsonb(new) - 'comment' - 'detail') = (to_jsonb(old) - 'comment' - 'detail') then
    return new;
  end if;
  raise exception 'append-only: % on approvals.act is refused', tg_op using errcode = '42501';
end $function$
;

CREATE OR REPLACE FUNCTION approvals.keep_case_past()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into approvals.case_past (document_id, since, round, decision_label)
  values (new.document_id, platform.today(), new.round, new.decision_label)
  on conflict (document_id, since) do update set round = excluded.round, decision_label = excluded.decision_label;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION approvals.keep_instruction()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE'
    and exists (select from documents.erasure e where e.document_id = old.document_id)
    and new.text = '' and (to_jsonb(new) - 'text') = (to_jsonb(old) - 'text') then
    return new;
  end if;
  raise exception 'append-only: % on approvals.prior_instruction is refused', tg_op using errcode = '42501';
end $function$
;

CREATE OR REPLACE FUNCTION approvals.keep_seats_past()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into approvals.seat_past (document_id, seat_id, since, image)
  select n.document_id, n.id, platform.today(),
    to_jsonb(n) - '{id,document_id,round,step_no,seat_no,planned_holder,planned_name,planned_kind,reason,branch,turn,origin,pass_over,urgent,matter_due_on}'::text[]
  from new_rows n
  on conflict (document_id, seat_id, since) do update set image = excluded.image;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION approvals.refuse_change_of_published_definition()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'A published definition does not change.';
end $function$
;

CREATE OR REPLACE FUNCTION approvals.refuse_change_of_published_rules()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from approvals.delegation_rule_set s
             where s.id = any(array[case when tg_op <> 'DELETE' then new.set_id end, case when tg_op <> 'INSERT' then old.set_id end]) and s.state <> 'draft') then
    raise exception 'The rules of a published delegation table do not change.';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$
;

CREATE OR REPLACE FUNCTION approvals.seat_learns_its_matter()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  select k.kind, d.urgent, d.due_on into new.step_kind, new.urgent, new.matter_due_on
  from approvals.step k join documents.document d on d.id = k.document_id
  where k.document_id = new.document_id and k.round = new.round and k.no = new.step_no;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION approvals.seats_follow_their_matter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update approvals.seat set urgent = new.urgent, matter_due_on = new.due_on where document_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION approvals.seats_follow_their_step()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update approvals.seat set step_kind = new.kind where document_id = new.document_id and round = new.round and step_no = new.no;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION approvals.tell_drafters()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform approvals.tell_inboxes(array(
    select c.drafter_staff_no from fresh f join approvals.approval_case c using (document_id)
    where f.kind in ('return', 'pull_back', 'withdraw', 'abandon')));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION approvals.tell_inboxes(people text[])
 RETURNS void
 LANGUAGE sql
AS $function$
  select pg_notify('fubako_inbox', case when length(names) > 7000 then '*' else names end)
  from (select string_agg(distinct p, ',') as names from unnest(people) p where p is not null) n where names is not null
$function$
;

CREATE OR REPLACE FUNCTION approvals.tell_of_changed_seats()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform approvals.tell_inboxes(array(
    select unnest(array[o.principal, o.stand_in, f.principal, f.stand_in])
    from old_seat o join fresh f using (id)
    where (o.state = 'active' or f.state = 'active')
      and (o.state, o.principal, o.stand_in, o.held_until, o.due_on) is distinct from (f.state, f.principal, f.stand_in, f.held_until, f.due_on)));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION approvals.tell_of_new_seats()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform approvals.tell_inboxes(array(
    select unnest(array[principal, stand_in]) from fresh where state = 'active'));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION approvals.tell_of_reviews()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform approvals.tell_inboxes(array(select principal from fresh));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION documents.keep_attachment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from documents.erasure e where e.document_id = old.document_id) then
    return old;
  end if;
  raise exception 'An attachment is never deleted: it is taken out.' using errcode = '42501';
end $function$
;

CREATE OR REPLACE FUNCTION documents.keep_content()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION documents.keep_number()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception 'A number is never deleted: it is made void.' using errcode = 'restrict_violation';
  end if;
  if (old.series_code, old.symbol, old.year, old.serial, old.branch, old.text)
      is distinct from (new.series_code, new.symbol, new.year, new.serial, new.branch, new.text)
    or (old.issued_at is not null
      and (old.document_id, old.bearer_kind, old.bearer_id) is distinct from (new.document_id, new.bearer_kind, new.bearer_id))
    or (old.voided_at is not null and old is distinct from new) then
    raise exception 'The number % is not to be changed.', old.text using errcode = 'restrict_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION documents.keep_past()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  without constant text[] := '{id,version,updated_at,title,fields,amount,disclosure_reason,urgency_reason,paper_reason,paper_note,paper_attachments,redraft_of}';
begin
  if tg_op = 'INSERT' then
    insert into documents.document_past (document_id, since, image)
    select n.id, platform.today(), to_jsonb(n) - without from new_rows n
    on conflict (document_id, since) do update set image = excluded.image;
  else
    insert into documents.document_past (document_id, since, image)
    select n.id, platform.today(), to_jsonb(n) - without from new_rows n join old_rows o on o.id = n.id
    where to_jsonb(n) - without <> to_jsonb(o) - without
    on conflict (document_id, since) do update set image = excluded.image;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION documents.keep_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE'
    and exists (select from documents.erasure e where e.document_id = old.document_id)
    and new.canonical is null and new.note is null
    and (new.document_id, new.no, new.digest, new.title, new.created_at, new.created_by, new.created_by_name)
      is not distinct from (old.document_id, old.no, old.digest, old.title, old.created_at, old.created_by, old.created_by_name) then
    return new;
  end if;
  raise exception 'append-only: % on documents.revision is refused', tg_op using errcode = '42501';
end $function$
;

CREATE OR REPLACE FUNCTION documents.readable_when(id text, drafter text, section text, state text, is_left text, confidentiality text, confidential_until text, way text DEFAULT ''::text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select format($text$(
    %2$s = (select platform.reader())
    or (%6$s = 'none' or coalesce(%7$s < (select platform.reader_day()), false))
      and (%3$s = any((select platform.reader_units())::text[]) and (%4$s <> 'drafting' or %5$s)
        or %4$s <> 'drafting' and (select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}')) && array[%3$s, '*'])
    or exists (select from documents.participant p where p.document_id = %1$s and p.staff_no = (select platform.reader()) %8$s)
  )$text$, id, drafter, section, state, is_left, confidentiality, confidential_until, way) $function$
;

CREATE OR REPLACE FUNCTION documents.refuse_late_addition()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  -- Whoever adds holds the document, so that a handing over at the same time waits, or is seen.
  if exists (
      select from documents.document d
      where d.id = new.document_id and (d.handed_over_at is not null or d.erased_at is not null)) then
    raise exception 'Document % has left: nothing is added to it any more.', new.document_id using errcode = '42501';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION documents.seats_of(staff text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET enable_indexscan TO 'on'
AS $function$
  select coalesce(array_agg(document_id), '{}') from documents.participant where staff_no = staff $function$
;

CREATE OR REPLACE FUNCTION execution.keep_copy()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE'
    and new.canonical is null and (new.entry_id, new.digest) = (old.entry_id, old.digest)
    and exists (select from execution.entry x join documents.erasure e on e.document_id = x.document_id where x.id = old.entry_id) then
    return new;
  end if;
  raise exception 'append-only: % on execution.clean_copy is refused', tg_op using errcode = '42501';
end $function$
;

CREATE OR REPLACE FUNCTION intake.circulated_to(sections text[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET enable_indexscan TO 'on'
AS $function$
  select coalesce(array_agg(receipt_id order by receipt_id), '{}') from intake.audience_of_receipt where section_code = any(sections) $function$
;

CREATE OR REPLACE FUNCTION intake.concerning(staff text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET enable_indexscan TO 'on'
AS $function$
  select coalesce(array_agg(receipt_id), '{}') from intake.participant where staff_no = staff $function$
;

CREATE OR REPLACE FUNCTION intake.has_registered(receipt uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from intake.receipt r where r.id = receipt and r.registered_by = (select platform.reader())) $function$
;

CREATE OR REPLACE FUNCTION intake.held_by(sections text[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET enable_indexscan TO 'on'
AS $function$
  select coalesce(array_agg(receipt_id order by receipt_id), '{}') from intake.held where section_code = any(sections) $function$
;

CREATE OR REPLACE FUNCTION intake.readable_when(id text, section text, confidentiality text, confidential_until text, way text DEFAULT ''::text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select format($text$(
    %2$s = any((select platform.reader_holds('{records_clerk,deputy_records_clerk}'))::text[])
    or (%3$s = 'none' or coalesce(%4$s < (select platform.reader_day()), false))
      and ('*' = any((select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'))::text[])
        or exists (select from intake.held h where h.receipt_id = %1$s and (h.section_code = any((select platform.reader_units())::text[])
          or h.section_code = any((select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'))::text[])) %5$s)
        or exists (select from intake.audience_of_receipt a where a.receipt_id = %1$s and (select platform.reader_holds('{in_office}')) is not null
          and (a.section_code = '*' or a.section_code = any((select platform.reader_units())::text[])) %5$s))
    or exists (select from intake.participant p where p.receipt_id = %1$s and p.staff_no = (select platform.reader()) %5$s)
  )$text$, id, section, confidentiality, confidential_until, way) $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_act()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 14, 'approvals.act', r.id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 14, 'approvals.act',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.round::text, r.revision_no::text, r.seat_id::text, r.kind::text, r.outcome::text, r.actor::text, r.actor_name::text, r.post_title::text, r.unit_name::text, r.comment::text, ('\x' || encode(r.content_digest, 'hex')), r.bulk_key::text, (extract(epoch from r.acted_at) * 1000000)::bigint::text, r.attempt::text, (case when r.closes then 't' when not r.closes then 'f' end), r.capacity::text, r.for_staff_no::text, r.for_name::text, r.for_post_title::text, r.detail::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x726f756e6400","\\\\x7265766973696f6e5f6e6f00","\\\\x736561745f696400","\\\\x6b696e6400","\\\\x6f7574636f6d6500","\\\\x6163746f7200","\\\\x6163746f725f6e616d6500","\\\\x706f73745f7469746c6500","\\\\x756e69745f6e616d6500","\\\\x636f6d6d656e7400","\\\\x636f6e74656e745f64696765737400","\\\\x62756c6b5f6b657900","\\\\x61637465645f617400","\\\\x617474656d707400","\\\\x636c6f73657300","\\\\x636170616369747900","\\\\x666f725f73746166665f6e6f00","\\\\x666f725f6e616d6500","\\\\x666f725f706f73745f7469746c6500","\\\\x64657461696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 14, 'approvals.act',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.round::text, r.revision_no::text, r.seat_id::text, r.kind::text, r.outcome::text, r.actor::text, r.actor_name::text, r.post_title::text, r.unit_name::text, r.comment::text, ('\x' || encode(r.content_digest, 'hex')), r.bulk_key::text, (extract(epoch from r.acted_at) * 1000000)::bigint::text, r.attempt::text, (case when r.closes then 't' when not r.closes then 'f' end), r.capacity::text, r.for_staff_no::text, r.for_name::text, r.for_post_title::text, r.detail::text] as texts from (select acted_at, actor, actor_name, attempt, bulk_key, capacity, closes, comment, content_digest, detail, document_id, for_name, for_post_title, for_staff_no, id, kind, outcome, post_title, revision_no, round, seat_id, unit_name from new_rows except select acted_at, actor, actor_name, attempt, bulk_key, capacity, closes, comment, content_digest, detail, document_id, for_name, for_post_title, for_staff_no, id, kind, outcome, post_title, revision_no, round, seat_id, unit_name from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x726f756e6400","\\\\x7265766973696f6e5f6e6f00","\\\\x736561745f696400","\\\\x6b696e6400","\\\\x6f7574636f6d6500","\\\\x6163746f7200","\\\\x6163746f725f6e616d6500","\\\\x706f73745f7469746c6500","\\\\x756e69745f6e616d6500","\\\\x636f6d6d656e7400","\\\\x636f6e74656e745f64696765737400","\\\\x62756c6b5f6b657900","\\\\x61637465645f617400","\\\\x617474656d707400","\\\\x636c6f73657300","\\\\x636170616369747900","\\\\x666f725f73746166665f6e6f00","\\\\x666f725f6e616d6500","\\\\x666f725f706f73745f7469746c6500","\\\\x64657461696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_approval_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 15, 'approvals.approval_case', r.document_id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 15, 'approvals.approval_case',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.document_id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.version::text, r.round::text, r.revision_no::text, ('\x' || encode(r.content_digest, 'hex')), r.rule_set_id::text, r.decision_label::text, r.decision_rank::text, r.drafter_staff_no::text, (extract(epoch from r.submitted_at) * 1000000)::bigint::text, r.settings_version::text, r.requested::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x76657273696f6e00","\\\\x726f756e6400","\\\\x7265766973696f6e5f6e6f00","\\\\x636f6e74656e745f64696765737400","\\\\x72756c655f7365745f696400","\\\\x6465636973696f6e5f6c6162656c00","\\\\x6465636973696f6e5f72616e6b00","\\\\x647261667465725f73746166665f6e6f00","\\\\x7375626d69747465645f617400","\\\\x73657474696e67735f76657273696f6e00","\\\\x72657175657374656400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 15, 'approvals.approval_case',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.document_id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.version::text, r.round::text, r.revision_no::text, ('\x' || encode(r.content_digest, 'hex')), r.rule_set_id::text, r.decision_label::text, r.decision_rank::text, r.drafter_staff_no::text, (extract(epoch from r.submitted_at) * 1000000)::bigint::text, r.settings_version::text, r.requested::text] as texts from (select content_digest, decision_label, decision_rank, document_id, drafter_staff_no, requested, revision_no, round, rule_set_id, settings_version, submitted_at, version from new_rows except select content_digest, decision_label, decision_rank, document_id, drafter_staff_no, requested, revision_no, round, rule_set_id, settings_version, submitted_at, version from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x76657273696f6e00","\\\\x726f756e6400","\\\\x7265766973696f6e5f6e6f00","\\\\x636f6e74656e745f64696765737400","\\\\x72756c655f7365745f696400","\\\\x6465636973696f6e5f6c6162656c00","\\\\x6465636973696f6e5f72616e6b00","\\\\x647261667465725f73746166665f6e6f00","\\\\x7375626d69747465645f617400","\\\\x73657474696e67735f76657273696f6e00","\\\\x72657175657374656400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_case_past()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 91, 'approvals.case_past', coalesce(r.document_id::text, '') || '/' || coalesce(r.since::text, ''), r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 91, 'approvals.case_past',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.since::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.since::text, r.round::text, r.decision_label::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x73696e636500","\\\\x726f756e6400","\\\\x6465636973696f6e5f6c6162656c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 91, 'approvals.case_past',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.since::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.since::text, r.round::text, r.decision_label::text] as texts from (select decision_label, document_id, round, since from new_rows except select decision_label, document_id, round, since from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x73696e636500","\\\\x726f756e6400","\\\\x6465636973696f6e5f6c6162656c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_definition_draft()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 99, 'approvals.definition_draft', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 99, 'approvals.definition_draft',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.kind::text, r.code::text, r.state::text, r.based_on::text, r.content::text, r.revision::text, r.note::text, (extract(epoch from r.created_at) * 1000000)::bigint::text, r.created_by::text, r.created_by_name::text, r.document_id::text, r.proposed_from::text, r.proposed_text::text, r.proposed_sha256::text, r.proposal_fault::text, r.version::text, r.valid_from::text, (extract(epoch from r.published_at) * 1000000)::bigint::text, r.published_by::text, r.published_by_name::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x6b696e6400","\\\\x636f646500","\\\\x737461746500","\\\\x62617365645f6f6e00","\\\\x636f6e74656e7400","\\\\x7265766973696f6e00","\\\\x6e6f746500","\\\\x637265617465645f617400","\\\\x637265617465645f627900","\\\\x637265617465645f62795f6e616d6500","\\\\x646f63756d656e745f696400","\\\\x70726f706f7365645f66726f6d00","\\\\x70726f706f7365645f7465787400","\\\\x70726f706f7365645f73686132353600","\\\\x70726f706f73616c5f6661756c7400","\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x7075626c69736865645f617400","\\\\x7075626c69736865645f627900","\\\\x7075626c69736865645f62795f6e616d6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 99, 'approvals.definition_draft',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.kind::text, r.code::text, r.state::text, r.based_on::text, r.content::text, r.revision::text, r.note::text, (extract(epoch from r.created_at) * 1000000)::bigint::text, r.created_by::text, r.created_by_name::text, r.document_id::text, r.proposed_from::text, r.proposed_text::text, r.proposed_sha256::text, r.proposal_fault::text, r.version::text, r.valid_from::text, (extract(epoch from r.published_at) * 1000000)::bigint::text, r.published_by::text, r.published_by_name::text] as texts from (select based_on, code, content, created_at, created_by, created_by_name, document_id, id, kind, note, proposal_fault, proposed_from, proposed_sha256, proposed_text, published_at, published_by, published_by_name, revision, state, valid_from, version from new_rows except select based_on, code, content, created_at, created_by, created_by_name, document_id, id, kind, note, proposal_fault, proposed_from, proposed_sha256, proposed_text, published_at, published_by, published_by_name, revision, state, valid_from, version from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x6b696e6400","\\\\x636f646500","\\\\x737461746500","\\\\x62617365645f6f6e00","\\\\x636f6e74656e7400","\\\\x7265766973696f6e00","\\\\x6e6f746500","\\\\x637265617465645f617400","\\\\x637265617465645f627900","\\\\x637265617465645f62795f6e616d6500","\\\\x646f63756d656e745f696400","\\\\x70726f706f7365645f66726f6d00","\\\\x70726f706f7365645f7465787400","\\\\x70726f706f7365645f73686132353600","\\\\x70726f706f73616c5f6661756c7400","\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x7075626c69736865645f617400","\\\\x7075626c69736865645f627900","\\\\x7075626c69736865645f62795f6e616d6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_delegation_rule()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 23, 'approvals.delegation_rule', coalesce(r.set_id::text, '') || '/' || replace(replace(coalesce(r.matter_type, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r."position"::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 23, 'approvals.delegation_rule',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.set_id::text, '') || '/' || replace(replace(coalesce(r.matter_type, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r."position"::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.set_id::text, r.matter_type::text, r."position"::text, r.priority::text, r.condition::text, r.min_amount::text, r.max_amount::text, r.decider_rank::text, r.decider_post_code::text, r.concurrence::text, r.reason::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x7365745f696400","\\\\x6d61747465725f7479706500","\\\\x706f736974696f6e00","\\\\x7072696f7269747900","\\\\x636f6e646974696f6e00","\\\\x6d696e5f616d6f756e7400","\\\\x6d61785f616d6f756e7400","\\\\x646563696465725f72616e6b00","\\\\x646563696465725f706f73745f636f646500","\\\\x636f6e63757272656e636500","\\\\x726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 23, 'approvals.delegation_rule',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.set_id::text, '') || '/' || replace(replace(coalesce(r.matter_type, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r."position"::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.set_id::text, r.matter_type::text, r."position"::text, r.priority::text, r.condition::text, r.min_amount::text, r.max_amount::text, r.decider_rank::text, r.decider_post_code::text, r.concurrence::text, r.reason::text] as texts from (select "position", concurrence, condition, decider_post_code, decider_rank, matter_type, max_amount, min_amount, priority, reason, set_id from new_rows except select "position", concurrence, condition, decider_post_code, decider_rank, matter_type, max_amount, min_amount, priority, reason, set_id from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x7365745f696400","\\\\x6d61747465725f7479706500","\\\\x706f736974696f6e00","\\\\x7072696f7269747900","\\\\x636f6e646974696f6e00","\\\\x6d696e5f616d6f756e7400","\\\\x6d61785f616d6f756e7400","\\\\x646563696465725f72616e6b00","\\\\x646563696465725f706f73745f636f646500","\\\\x636f6e63757272656e636500","\\\\x726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_delegation_rule_set()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 22, 'approvals.delegation_rule_set', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 22, 'approvals.delegation_rule_set',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.sha256::text, (extract(epoch from r.created_at) * 1000000)::bigint::text, r.state::text, r.version::text, r.valid_from::text, r.based_on::text, r.revision::text, r.note::text, r.created_by::text, r.created_by_name::text, (extract(epoch from r.published_at) * 1000000)::bigint::text, r.published_by::text, r.published_by_name::text, (extract(epoch from r.withdrawn_at) * 1000000)::bigint::text, r.withdrawn_by_name::text, r.document_id::text, r.proposed_from::text, r.proposed_text::text, r.proposed_sha256::text, r.proposal_fault::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x73686132353600","\\\\x637265617465645f617400","\\\\x737461746500","\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x62617365645f6f6e00","\\\\x7265766973696f6e00","\\\\x6e6f746500","\\\\x637265617465645f627900","\\\\x637265617465645f62795f6e616d6500","\\\\x7075626c69736865645f617400","\\\\x7075626c69736865645f627900","\\\\x7075626c69736865645f62795f6e616d6500","\\\\x77697468647261776e5f617400","\\\\x77697468647261776e5f62795f6e616d6500","\\\\x646f63756d656e745f696400","\\\\x70726f706f7365645f66726f6d00","\\\\x70726f706f7365645f7465787400","\\\\x70726f706f7365645f73686132353600","\\\\x70726f706f73616c5f6661756c7400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 22, 'approvals.delegation_rule_set',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.sha256::text, (extract(epoch from r.created_at) * 1000000)::bigint::text, r.state::text, r.version::text, r.valid_from::text, r.based_on::text, r.revision::text, r.note::text, r.created_by::text, r.created_by_name::text, (extract(epoch from r.published_at) * 1000000)::bigint::text, r.published_by::text, r.published_by_name::text, (extract(epoch from r.withdrawn_at) * 1000000)::bigint::text, r.withdrawn_by_name::text, r.document_id::text, r.proposed_from::text, r.proposed_text::text, r.proposed_sha256::text, r.proposal_fault::text] as texts from (select based_on, created_at, created_by, created_by_name, document_id, id, note, proposal_fault, proposed_from, proposed_sha256, proposed_text, published_at, published_by, published_by_name, revision, sha256, state, valid_from, version, withdrawn_at, withdrawn_by_name from new_rows except select based_on, created_at, created_by, created_by_name, document_id, id, note, proposal_fault, proposed_from, proposed_sha256, proposed_text, published_at, published_by, published_by_name, revision, sha256, state, valid_from, version, withdrawn_at, withdrawn_by_name from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x73686132353600","\\\\x637265617465645f617400","\\\\x737461746500","\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x62617365645f6f6e00","\\\\x7265766973696f6e00","\\\\x6e6f746500","\\\\x637265617465645f627900","\\\\x637265617465645f62795f6e616d6500","\\\\x7075626c69736865645f617400","\\\\x7075626c69736865645f627900","\\\\x7075626c69736865645f62795f6e616d6500","\\\\x77697468647261776e5f617400","\\\\x77697468647261776e5f62795f6e616d6500","\\\\x646f63756d656e745f696400","\\\\x70726f706f7365645f66726f6d00","\\\\x70726f706f7365645f7465787400","\\\\x70726f706f7365645f73686132353600","\\\\x70726f706f73616c5f6661756c7400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_post_review()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 20, 'approvals.post_review', coalesce(r.seat_id::text, '') || '/' || coalesce(r.attempt::text, ''), r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 20, 'approvals.post_review',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.seat_id::text, '') || '/' || coalesce(r.attempt::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.seat_id::text, r.attempt::text, r.document_id::text, r.round::text, r.cause::text, r.principal::text, r.principal_name::text, (extract(epoch from r.opened_at) * 1000000)::bigint::text, r.outcome::text, r.act_id::text, (extract(epoch from r.done_at) * 1000000)::bigint::text, (extract(epoch from r.lapsed_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x736561745f696400","\\\\x617474656d707400","\\\\x646f63756d656e745f696400","\\\\x726f756e6400","\\\\x636175736500","\\\\x7072696e636970616c00","\\\\x7072696e636970616c5f6e616d6500","\\\\x6f70656e65645f617400","\\\\x6f7574636f6d6500","\\\\x6163745f696400","\\\\x646f6e655f617400","\\\\x6c61707365645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 20, 'approvals.post_review',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.seat_id::text, '') || '/' || coalesce(r.attempt::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.seat_id::text, r.attempt::text, r.document_id::text, r.round::text, r.cause::text, r.principal::text, r.principal_name::text, (extract(epoch from r.opened_at) * 1000000)::bigint::text, r.outcome::text, r.act_id::text, (extract(epoch from r.done_at) * 1000000)::bigint::text, (extract(epoch from r.lapsed_at) * 1000000)::bigint::text] as texts from (select act_id, attempt, cause, document_id, done_at, lapsed_at, opened_at, outcome, principal, principal_name, round, seat_id from new_rows except select act_id, attempt, cause, document_id, done_at, lapsed_at, opened_at, outcome, principal, principal_name, round, seat_id from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x736561745f696400","\\\\x617474656d707400","\\\\x646f63756d656e745f696400","\\\\x726f756e6400","\\\\x636175736500","\\\\x7072696e636970616c00","\\\\x7072696e636970616c5f6e616d6500","\\\\x6f70656e65645f617400","\\\\x6f7574636f6d6500","\\\\x6163745f696400","\\\\x646f6e655f617400","\\\\x6c61707365645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_prior_instruction()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 21, 'approvals.prior_instruction', r.id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 21, 'approvals.prior_instruction',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.post_code::text, r.post_title::text, r.given_by::text, r.given_by_name::text, r.given_on::text, r.text::text, r.recorded_by::text, r.recorded_name::text, (extract(epoch from r.recorded_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x706f73745f636f646500","\\\\x706f73745f7469746c6500","\\\\x676976656e5f627900","\\\\x676976656e5f62795f6e616d6500","\\\\x676976656e5f6f6e00","\\\\x7465787400","\\\\x7265636f726465645f627900","\\\\x7265636f726465645f6e616d6500","\\\\x7265636f726465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 21, 'approvals.prior_instruction',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.post_code::text, r.post_title::text, r.given_by::text, r.given_by_name::text, r.given_on::text, r.text::text, r.recorded_by::text, r.recorded_name::text, (extract(epoch from r.recorded_at) * 1000000)::bigint::text] as texts from (select document_id, given_by, given_by_name, given_on, id, post_code, post_title, recorded_at, recorded_by, recorded_name, text from new_rows except select document_id, given_by, given_by_name, given_on, id, post_code, post_title, recorded_at, recorded_by, recorded_name, text from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x706f73745f636f646500","\\\\x706f73745f7469746c6500","\\\\x676976656e5f627900","\\\\x676976656e5f62795f6e616d6500","\\\\x676976656e5f6f6e00","\\\\x7465787400","\\\\x7265636f726465645f627900","\\\\x7265636f726465645f6e616d6500","\\\\x7265636f726465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_seat()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 17, 'approvals.seat', r.id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 17, 'approvals.seat',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.round::text, r.step_no::text, r.seat_no::text, r.post_code::text, r.post_title::text, r.rank::text, r.unit_code::text, r.unit_name::text, r.planned_holder::text, r.planned_name::text, r.planned_kind::text, r.reason::text, r.skip::text, r.state::text, r.principal::text, r.principal_name::text, r.principal_kind::text, (extract(epoch from r.opened_at) * 1000000)::bigint::text, r.act_id::text, (case when r.carried then 't' when not r.carried then 'f' end), r.branch::text, r.turn::text, r.origin::text, r.attempt::text, r.held_until::text, r.handed_to::text, (case when r.pass_over then 't' when not r.pass_over then 'f' end), r.passed_by::text, r.due_on::text, r.away::text, (extract(epoch from r.away_until) * 1000000)::bigint::text, r.stand_in::text, r.stand_in_name::text, r.step_kind::text, (case when r.urgent then 't' when not r.urgent then 'f' end), r.matter_due_on::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x726f756e6400","\\\\x737465705f6e6f00","\\\\x736561745f6e6f00","\\\\x706f73745f636f646500","\\\\x706f73745f7469746c6500","\\\\x72616e6b00","\\\\x756e69745f636f646500","\\\\x756e69745f6e616d6500","\\\\x706c616e6e65645f686f6c64657200","\\\\x706c616e6e65645f6e616d6500","\\\\x706c616e6e65645f6b696e6400","\\\\x726561736f6e00","\\\\x736b697000","\\\\x737461746500","\\\\x7072696e636970616c00","\\\\x7072696e636970616c5f6e616d6500","\\\\x7072696e636970616c5f6b696e6400","\\\\x6f70656e65645f617400","\\\\x6163745f696400","\\\\x6361727269656400","\\\\x6272616e636800","\\\\x7475726e00","\\\\x6f726967696e00","\\\\x617474656d707400","\\\\x68656c645f756e74696c00","\\\\x68616e6465645f746f00","\\\\x706173735f6f76657200","\\\\x7061737365645f627900","\\\\x6475655f6f6e00","\\\\x6177617900","\\\\x617761795f756e74696c00","\\\\x7374616e645f696e00","\\\\x7374616e645f696e5f6e616d6500","\\\\x737465705f6b696e6400","\\\\x757267656e7400","\\\\x6d61747465725f6475655f6f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 17, 'approvals.seat',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.round::text, r.step_no::text, r.seat_no::text, r.post_code::text, r.post_title::text, r.rank::text, r.unit_code::text, r.unit_name::text, r.planned_holder::text, r.planned_name::text, r.planned_kind::text, r.reason::text, r.skip::text, r.state::text, r.principal::text, r.principal_name::text, r.principal_kind::text, (extract(epoch from r.opened_at) * 1000000)::bigint::text, r.act_id::text, (case when r.carried then 't' when not r.carried then 'f' end), r.branch::text, r.turn::text, r.origin::text, r.attempt::text, r.held_until::text, r.handed_to::text, (case when r.pass_over then 't' when not r.pass_over then 'f' end), r.passed_by::text, r.due_on::text, r.away::text, (extract(epoch from r.away_until) * 1000000)::bigint::text, r.stand_in::text, r.stand_in_name::text, r.step_kind::text, (case when r.urgent then 't' when not r.urgent then 'f' end), r.matter_due_on::text] as texts from (select act_id, attempt, away, away_until, branch, carried, document_id, due_on, handed_to, held_until, id, matter_due_on, opened_at, origin, pass_over, passed_by, planned_holder, planned_kind, planned_name, post_code, post_title, principal, principal_kind, principal_name, rank, reason, round, seat_no, skip, stand_in, stand_in_name, state, step_kind, step_no, turn, unit_code, unit_name, urgent from new_rows except select act_id, attempt, away, away_until, branch, carried, document_id, due_on, handed_to, held_until, id, matter_due_on, opened_at, origin, pass_over, passed_by, planned_holder, planned_kind, planned_name, post_code, post_title, principal, principal_kind, principal_name, rank, reason, round, seat_no, skip, stand_in, stand_in_name, state, step_kind, step_no, turn, unit_code, unit_name, urgent from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x726f756e6400","\\\\x737465705f6e6f00","\\\\x736561745f6e6f00","\\\\x706f73745f636f646500","\\\\x706f73745f7469746c6500","\\\\x72616e6b00","\\\\x756e69745f636f646500","\\\\x756e69745f6e616d6500","\\\\x706c616e6e65645f686f6c64657200","\\\\x706c616e6e65645f6e616d6500","\\\\x706c616e6e65645f6b696e6400","\\\\x726561736f6e00","\\\\x736b697000","\\\\x737461746500","\\\\x7072696e636970616c00","\\\\x7072696e636970616c5f6e616d6500","\\\\x7072696e636970616c5f6b696e6400","\\\\x6f70656e65645f617400","\\\\x6163745f696400","\\\\x6361727269656400","\\\\x6272616e636800","\\\\x7475726e00","\\\\x6f726967696e00","\\\\x617474656d707400","\\\\x68656c645f756e74696c00","\\\\x68616e6465645f746f00","\\\\x706173735f6f76657200","\\\\x7061737365645f627900","\\\\x6475655f6f6e00","\\\\x6177617900","\\\\x617761795f756e74696c00","\\\\x7374616e645f696e00","\\\\x7374616e645f696e5f6e616d6500","\\\\x737465705f6b696e6400","\\\\x757267656e7400","\\\\x6d61747465725f6475655f6f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_seat_past()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 90, 'approvals.seat_past', coalesce(r.document_id::text, '') || '/' || coalesce(r.seat_id::text, '') || '/' || coalesce(r.since::text, ''), r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 90, 'approvals.seat_past',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.seat_id::text, '') || '/' || coalesce(r.since::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.seat_id::text, r.since::text, r.image::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x736561745f696400","\\\\x73696e636500","\\\\x696d61676500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 90, 'approvals.seat_past',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.seat_id::text, '') || '/' || coalesce(r.since::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.seat_id::text, r.since::text, r.image::text] as texts from (select document_id, image, seat_id, since from new_rows except select document_id, image, seat_id, since from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x736561745f696400","\\\\x73696e636500","\\\\x696d61676500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_seat_succession()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 18, 'approvals.seat_succession', r.id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 18, 'approvals.seat_succession',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.seat_id::text, r.attempt::text, r.post_title::text, r.from_staff::text, r.from_name::text, r.to_staff::text, r.to_name::text, (extract(epoch from r.at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x736561745f696400","\\\\x617474656d707400","\\\\x706f73745f7469746c6500","\\\\x66726f6d5f737461666600","\\\\x66726f6d5f6e616d6500","\\\\x746f5f737461666600","\\\\x746f5f6e616d6500","\\\\x617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 18, 'approvals.seat_succession',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.seat_id::text, r.attempt::text, r.post_title::text, r.from_staff::text, r.from_name::text, r.to_staff::text, r.to_name::text, (extract(epoch from r.at) * 1000000)::bigint::text] as texts from (select at, attempt, document_id, from_name, from_staff, id, post_title, seat_id, to_name, to_staff from new_rows except select at, attempt, document_id, from_name, from_staff, id, post_title, seat_id, to_name, to_staff from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x736561745f696400","\\\\x617474656d707400","\\\\x706f73745f7469746c6500","\\\\x66726f6d5f737461666600","\\\\x66726f6d5f6e616d6500","\\\\x746f5f737461666600","\\\\x746f5f6e616d6500","\\\\x617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_staged_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 19, 'approvals.staged_decision', r.id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 19, 'approvals.staged_decision',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.seat_id::text, r.attempt::text, r.version::text, ('\x' || encode(r.content_digest, 'hex')), r.act::text, r.actor::text, r.author::text, r.idempotency_key::text, r.bulk_key::text, r.verdict::text, (extract(epoch from r.staged_at) * 1000000)::bigint::text, (extract(epoch from r.due_at) * 1000000)::bigint::text, r.state::text, r.cause::text, (extract(epoch from r.settled_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x736561745f696400","\\\\x617474656d707400","\\\\x76657273696f6e00","\\\\x636f6e74656e745f64696765737400","\\\\x61637400","\\\\x6163746f7200","\\\\x617574686f7200","\\\\x6964656d706f74656e63795f6b657900","\\\\x62756c6b5f6b657900","\\\\x7665726469637400","\\\\x7374616765645f617400","\\\\x6475655f617400","\\\\x737461746500","\\\\x636175736500","\\\\x736574746c65645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 19, 'approvals.staged_decision',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.seat_id::text, r.attempt::text, r.version::text, ('\x' || encode(r.content_digest, 'hex')), r.act::text, r.actor::text, r.author::text, r.idempotency_key::text, r.bulk_key::text, r.verdict::text, (extract(epoch from r.staged_at) * 1000000)::bigint::text, (extract(epoch from r.due_at) * 1000000)::bigint::text, r.state::text, r.cause::text, (extract(epoch from r.settled_at) * 1000000)::bigint::text] as texts from (select act, actor, attempt, author, bulk_key, cause, content_digest, document_id, due_at, id, idempotency_key, seat_id, settled_at, staged_at, state, verdict, version from new_rows except select act, actor, attempt, author, bulk_key, cause, content_digest, document_id, due_at, id, idempotency_key, seat_id, settled_at, staged_at, state, verdict, version from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x736561745f696400","\\\\x617474656d707400","\\\\x76657273696f6e00","\\\\x636f6e74656e745f64696765737400","\\\\x61637400","\\\\x6163746f7200","\\\\x617574686f7200","\\\\x6964656d706f74656e63795f6b657900","\\\\x62756c6b5f6b657900","\\\\x7665726469637400","\\\\x7374616765645f617400","\\\\x6475655f617400","\\\\x737461746500","\\\\x636175736500","\\\\x736574746c65645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_approvals_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 16, 'approvals.step', coalesce(r.document_id::text, '') || '/' || coalesce(r.round::text, '') || '/' || coalesce(r.no::text, ''), r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 16, 'approvals.step',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.round::text, '') || '/' || coalesce(r.no::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.round::text, r.no::text, r.kind::text, r."position"::text, r.need::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x726f756e6400","\\\\x6e6f00","\\\\x6b696e6400","\\\\x706f736974696f6e00","\\\\x6e65656400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 16, 'approvals.step',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.round::text, '') || '/' || coalesce(r.no::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.round::text, r.no::text, r.kind::text, r."position"::text, r.need::text] as texts from (select "position", document_id, kind, need, no, round from new_rows except select "position", document_id, kind, need, no, round from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x726f756e6400","\\\\x6e6f00","\\\\x6b696e6400","\\\\x706f736974696f6e00","\\\\x6e65656400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_attachment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 3, 'documents.attachment', r.id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 3, 'documents.attachment',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.sort::text, r.file_name::text, r.label::text, r.media_type::text, r.bytes::text, ('\x' || encode(r.sha256, 'hex')), r.pages::text, (extract(epoch from r.added_at) * 1000000)::bigint::text, r.added_by::text, r.added_by_name::text, (extract(epoch from r.removed_at) * 1000000)::bigint::text, r.addition::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x736f727400","\\\\x66696c655f6e616d6500","\\\\x6c6162656c00","\\\\x6d656469615f7479706500","\\\\x627974657300","\\\\x73686132353600","\\\\x706167657300","\\\\x61646465645f617400","\\\\x61646465645f627900","\\\\x61646465645f62795f6e616d6500","\\\\x72656d6f7665645f617400","\\\\x6164646974696f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 3, 'documents.attachment',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.sort::text, r.file_name::text, r.label::text, r.media_type::text, r.bytes::text, ('\x' || encode(r.sha256, 'hex')), r.pages::text, (extract(epoch from r.added_at) * 1000000)::bigint::text, r.added_by::text, r.added_by_name::text, (extract(epoch from r.removed_at) * 1000000)::bigint::text, r.addition::text] as texts from (select added_at, added_by, added_by_name, addition, bytes, document_id, file_name, id, label, media_type, pages, removed_at, sha256, sort from new_rows except select added_at, added_by, added_by_name, addition, bytes, document_id, file_name, id, label, media_type, pages, removed_at, sha256, sort from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x736f727400","\\\\x66696c655f6e616d6500","\\\\x6c6162656c00","\\\\x6d656469615f7479706500","\\\\x627974657300","\\\\x73686132353600","\\\\x706167657300","\\\\x61646465645f617400","\\\\x61646465645f627900","\\\\x61646465645f62795f6e616d6500","\\\\x72656d6f7665645f617400","\\\\x6164646974696f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 1, 'documents.document', r.id::text, r.id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 1, 'documents.document',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.version::text, r.state::text, r.matter_type::text, r.form_name::text, r.form_version::text, r.title::text, r.fields::text, r.amount::text, r.class_code::text, r.disclosure_class::text, r.disclosure_reason::text, r.confidentiality::text, (case when r.urgent then 't' when not r.urgent then 'f' end), r.urgency_reason::text, r.due_on::text, r.escalations::text, r.drafter_staff_no::text, r.drafter_name::text, r.drafter_post_code::text, r.drafter_post_title::text, r.unit_code::text, r.unit_name::text, r.section_code::text, r.section_name::text, r.symbol::text, r.revision_no::text, ('\x' || encode(r.content_digest, 'hex')), r.draft_number::text, r.dispatch_number::text, (extract(epoch from r.drafted_at) * 1000000)::bigint::text, (extract(epoch from r.updated_at) * 1000000)::bigint::text, (extract(epoch from r.submitted_at) * 1000000)::bigint::text, (extract(epoch from r.decided_at) * 1000000)::bigint::text, r.closed_on::text, r.matter_type_version::text, (extract(epoch from r.executed_at) * 1000000)::bigint::text, (extract(epoch from r.execution_waived_at) * 1000000)::bigint::text, (extract(epoch from r.left_at) * 1000000)::bigint::text, r.redraft_of::text, (extract(epoch from r.erased_at) * 1000000)::bigint::text, r.medium::text, r.paper_reason::text, r.paper_note::text, r.paper_attachments::text, r.confidential_until::text, (extract(epoch from r.handed_over_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x76657273696f6e00","\\\\x737461746500","\\\\x6d61747465725f7479706500","\\\\x666f726d5f6e616d6500","\\\\x666f726d5f76657273696f6e00","\\\\x7469746c6500","\\\\x6669656c647300","\\\\x616d6f756e7400","\\\\x636c6173735f636f646500","\\\\x646973636c6f737572655f636c61737300","\\\\x646973636c6f737572655f726561736f6e00","\\\\x636f6e666964656e7469616c69747900","\\\\x757267656e7400","\\\\x757267656e63795f726561736f6e00","\\\\x6475655f6f6e00","\\\\x657363616c6174696f6e7300","\\\\x647261667465725f73746166665f6e6f00","\\\\x647261667465725f6e616d6500","\\\\x647261667465725f706f73745f636f646500","\\\\x647261667465725f706f73745f7469746c6500","\\\\x756e69745f636f646500","\\\\x756e69745f6e616d6500","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x73796d626f6c00","\\\\x7265766973696f6e5f6e6f00","\\\\x636f6e74656e745f64696765737400","\\\\x64726166745f6e756d62657200","\\\\x64697370617463685f6e756d62657200","\\\\x647261667465645f617400","\\\\x757064617465645f617400","\\\\x7375626d69747465645f617400","\\\\x646563696465645f617400","\\\\x636c6f7365645f6f6e00","\\\\x6d61747465725f747970655f76657273696f6e00","\\\\x65786563757465645f617400","\\\\x657865637574696f6e5f7761697665645f617400","\\\\x6c6566745f617400","\\\\x726564726166745f6f6600","\\\\x6572617365645f617400","\\\\x6d656469756d00","\\\\x70617065725f726561736f6e00","\\\\x70617065725f6e6f746500","\\\\x70617065725f6174746163686d656e747300","\\\\x636f6e666964656e7469616c5f756e74696c00","\\\\x68616e6465645f6f7665725f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 1, 'documents.document',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.version::text, r.state::text, r.matter_type::text, r.form_name::text, r.form_version::text, r.title::text, r.fields::text, r.amount::text, r.class_code::text, r.disclosure_class::text, r.disclosure_reason::text, r.confidentiality::text, (case when r.urgent then 't' when not r.urgent then 'f' end), r.urgency_reason::text, r.due_on::text, r.escalations::text, r.drafter_staff_no::text, r.drafter_name::text, r.drafter_post_code::text, r.drafter_post_title::text, r.unit_code::text, r.unit_name::text, r.section_code::text, r.section_name::text, r.symbol::text, r.revision_no::text, ('\x' || encode(r.content_digest, 'hex')), r.draft_number::text, r.dispatch_number::text, (extract(epoch from r.drafted_at) * 1000000)::bigint::text, (extract(epoch from r.updated_at) * 1000000)::bigint::text, (extract(epoch from r.submitted_at) * 1000000)::bigint::text, (extract(epoch from r.decided_at) * 1000000)::bigint::text, r.closed_on::text, r.matter_type_version::text, (extract(epoch from r.executed_at) * 1000000)::bigint::text, (extract(epoch from r.execution_waived_at) * 1000000)::bigint::text, (extract(epoch from r.left_at) * 1000000)::bigint::text, r.redraft_of::text, (extract(epoch from r.erased_at) * 1000000)::bigint::text, r.medium::text, r.paper_reason::text, r.paper_note::text, r.paper_attachments::text, r.confidential_until::text, (extract(epoch from r.handed_over_at) * 1000000)::bigint::text] as texts from (select amount, class_code, closed_on, confidential_until, confidentiality, content_digest, decided_at, disclosure_class, disclosure_reason, dispatch_number, draft_number, drafted_at, drafter_name, drafter_post_code, drafter_post_title, drafter_staff_no, due_on, erased_at, escalations, executed_at, execution_waived_at, fields, form_name, form_version, handed_over_at, id, left_at, matter_type, matter_type_version, medium, paper_attachments, paper_note, paper_reason, redraft_of, revision_no, section_code, section_name, state, submitted_at, symbol, title, unit_code, unit_name, updated_at, urgency_reason, urgent, version from new_rows except select amount, class_code, closed_on, confidential_until, confidentiality, content_digest, decided_at, disclosure_class, disclosure_reason, dispatch_number, draft_number, drafted_at, drafter_name, drafter_post_code, drafter_post_title, drafter_staff_no, due_on, erased_at, escalations, executed_at, execution_waived_at, fields, form_name, form_version, handed_over_at, id, left_at, matter_type, matter_type_version, medium, paper_attachments, paper_note, paper_reason, redraft_of, revision_no, section_code, section_name, state, submitted_at, symbol, title, unit_code, unit_name, updated_at, urgency_reason, urgent, version from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x76657273696f6e00","\\\\x737461746500","\\\\x6d61747465725f7479706500","\\\\x666f726d5f6e616d6500","\\\\x666f726d5f76657273696f6e00","\\\\x7469746c6500","\\\\x6669656c647300","\\\\x616d6f756e7400","\\\\x636c6173735f636f646500","\\\\x646973636c6f737572655f636c61737300","\\\\x646973636c6f737572655f726561736f6e00","\\\\x636f6e666964656e7469616c69747900","\\\\x757267656e7400","\\\\x757267656e63795f726561736f6e00","\\\\x6475655f6f6e00","\\\\x657363616c6174696f6e7300","\\\\x647261667465725f73746166665f6e6f00","\\\\x647261667465725f6e616d6500","\\\\x647261667465725f706f73745f636f646500","\\\\x647261667465725f706f73745f7469746c6500","\\\\x756e69745f636f646500","\\\\x756e69745f6e616d6500","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x73796d626f6c00","\\\\x7265766973696f6e5f6e6f00","\\\\x636f6e74656e745f64696765737400","\\\\x64726166745f6e756d62657200","\\\\x64697370617463685f6e756d62657200","\\\\x647261667465645f617400","\\\\x757064617465645f617400","\\\\x7375626d69747465645f617400","\\\\x646563696465645f617400","\\\\x636c6f7365645f6f6e00","\\\\x6d61747465725f747970655f76657273696f6e00","\\\\x65786563757465645f617400","\\\\x657865637574696f6e5f7761697665645f617400","\\\\x6c6566745f617400","\\\\x726564726166745f6f6600","\\\\x6572617365645f617400","\\\\x6d656469756d00","\\\\x70617065725f726561736f6e00","\\\\x70617065725f6e6f746500","\\\\x70617065725f6174746163686d656e747300","\\\\x636f6e666964656e7469616c5f756e74696c00","\\\\x68616e6465645f6f7665725f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_document_past()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 88, 'documents.document_past', coalesce(r.document_id::text, '') || '/' || coalesce(r.since::text, ''), r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 88, 'documents.document_past',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.since::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.since::text, r.image::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x73696e636500","\\\\x696d61676500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 88, 'documents.document_past',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.since::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.since::text, r.image::text] as texts from (select document_id, image, since from new_rows except select document_id, image, since from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x73696e636500","\\\\x696d61676500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_erasure()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 4, 'documents.erasure', r.document_id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 4, 'documents.erasure',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.document_id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.grounds::text, r.erased_by::text, (extract(epoch from r.erased_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x67726f756e647300","\\\\x6572617365645f627900","\\\\x6572617365645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 4, 'documents.erasure',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.document_id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.grounds::text, r.erased_by::text, (extract(epoch from r.erased_at) * 1000000)::bigint::text] as texts from (select document_id, erased_at, erased_by, grounds from new_rows except select document_id, erased_at, erased_by, grounds from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x67726f756e647300","\\\\x6572617365645f627900","\\\\x6572617365645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_follow_up()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 8, 'documents.follow_up', r.document_id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 8, 'documents.follow_up',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.document_id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.series_code::text, r.symbol::text, r.year::text, r.serial::text, r.branch::text, (extract(epoch from r.noted_at) * 1000000)::bigint::text, r.noted_by::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x7365726965735f636f646500","\\\\x73796d626f6c00","\\\\x7965617200","\\\\x73657269616c00","\\\\x6272616e636800","\\\\x6e6f7465645f617400","\\\\x6e6f7465645f627900"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 8, 'documents.follow_up',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.document_id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.series_code::text, r.symbol::text, r.year::text, r.serial::text, r.branch::text, (extract(epoch from r.noted_at) * 1000000)::bigint::text, r.noted_by::text] as texts from (select branch, document_id, noted_at, noted_by, serial, series_code, symbol, year from new_rows except select branch, document_id, noted_at, noted_by, serial, series_code, symbol, year from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x7365726965735f636f646500","\\\\x73796d626f6c00","\\\\x7965617200","\\\\x73657269616c00","\\\\x6272616e636800","\\\\x6e6f7465645f617400","\\\\x6e6f7465645f627900"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_form()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 11, 'documents.form', replace(replace(coalesce(r.name, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.version::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 11, 'documents.form',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.name, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.version::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.name::text, r.version::text, r.schema::text, r.sha256::text, (extract(epoch from r.created_at) * 1000000)::bigint::text, r.valid_from::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x6e616d6500","\\\\x76657273696f6e00","\\\\x736368656d6100","\\\\x73686132353600","\\\\x637265617465645f617400","\\\\x76616c69645f66726f6d00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 11, 'documents.form',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.name, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.version::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.name::text, r.version::text, r.schema::text, r.sha256::text, (extract(epoch from r.created_at) * 1000000)::bigint::text, r.valid_from::text] as texts from (select created_at, name, schema, sha256, valid_from, version from new_rows except select created_at, name, schema, sha256, valid_from, version from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x6e616d6500","\\\\x76657273696f6e00","\\\\x736368656d6100","\\\\x73686132353600","\\\\x637265617465645f617400","\\\\x76616c69645f66726f6d00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_former_participant()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 89, 'documents.former_participant', r.id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 89, 'documents.former_participant',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.staff_no::text, (extract(epoch from r.since) * 1000000)::bigint::text, (extract(epoch from r.until) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x73746166665f6e6f00","\\\\x73696e636500","\\\\x756e74696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 89, 'documents.former_participant',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.staff_no::text, (extract(epoch from r.since) * 1000000)::bigint::text, (extract(epoch from r.until) * 1000000)::bigint::text] as texts from (select document_id, id, since, staff_no, until from new_rows except select document_id, id, since, staff_no, until from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x73746166665f6e6f00","\\\\x73696e636500","\\\\x756e74696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_issued_number()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 7, 'documents.issued_number', replace(replace(coalesce(r.series_code, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.symbol, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.year::text, '') || '/' || coalesce(r.serial::text, '') || '/' || coalesce(r.branch::text, ''), r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 7, 'documents.issued_number',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.series_code, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.symbol, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.year::text, '') || '/' || coalesce(r.serial::text, '') || '/' || coalesce(r.branch::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.series_code::text, r.symbol::text, r.year::text, r.serial::text, r.branch::text, r.text::text, r.document_id::text, (extract(epoch from r.issued_at) * 1000000)::bigint::text, r.issued_by::text, (extract(epoch from r.voided_at) * 1000000)::bigint::text, r.void_reason::text, r.bearer_kind::text, r.bearer_id::text, r.addressee::text, r.voided_by::text, (extract(epoch from r.reserved_at) * 1000000)::bigint::text, r.reserved_by::text, r.reserve_reason::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x7365726965735f636f646500","\\\\x73796d626f6c00","\\\\x7965617200","\\\\x73657269616c00","\\\\x6272616e636800","\\\\x7465787400","\\\\x646f63756d656e745f696400","\\\\x6973737565645f617400","\\\\x6973737565645f627900","\\\\x766f696465645f617400","\\\\x766f69645f726561736f6e00","\\\\x6265617265725f6b696e6400","\\\\x6265617265725f696400","\\\\x61646472657373656500","\\\\x766f696465645f627900","\\\\x72657365727665645f617400","\\\\x72657365727665645f627900","\\\\x726573657276655f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 7, 'documents.issued_number',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.series_code, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.symbol, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.year::text, '') || '/' || coalesce(r.serial::text, '') || '/' || coalesce(r.branch::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.series_code::text, r.symbol::text, r.year::text, r.serial::text, r.branch::text, r.text::text, r.document_id::text, (extract(epoch from r.issued_at) * 1000000)::bigint::text, r.issued_by::text, (extract(epoch from r.voided_at) * 1000000)::bigint::text, r.void_reason::text, r.bearer_kind::text, r.bearer_id::text, r.addressee::text, r.voided_by::text, (extract(epoch from r.reserved_at) * 1000000)::bigint::text, r.reserved_by::text, r.reserve_reason::text] as texts from (select addressee, bearer_id, bearer_kind, branch, document_id, issued_at, issued_by, reserve_reason, reserved_at, reserved_by, serial, series_code, symbol, text, void_reason, voided_at, voided_by, year from new_rows except select addressee, bearer_id, bearer_kind, branch, document_id, issued_at, issued_by, reserve_reason, reserved_at, reserved_by, serial, series_code, symbol, text, void_reason, voided_at, voided_by, year from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x7365726965735f636f646500","\\\\x73796d626f6c00","\\\\x7965617200","\\\\x73657269616c00","\\\\x6272616e636800","\\\\x7465787400","\\\\x646f63756d656e745f696400","\\\\x6973737565645f617400","\\\\x6973737565645f627900","\\\\x766f696465645f617400","\\\\x766f69645f726561736f6e00","\\\\x6265617265725f6b696e6400","\\\\x6265617265725f696400","\\\\x61646472657373656500","\\\\x766f696465645f627900","\\\\x72657365727665645f617400","\\\\x72657365727665645f627900","\\\\x726573657276655f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_matter_type()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 12, 'documents.matter_type', r.code::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 12, 'documents.matter_type',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 12, 'documents.matter_type',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text] as texts from (select code from new_rows except select code from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_matter_type_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 13, 'documents.matter_type_version', replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.version::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 13, 'documents.matter_type_version',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.version::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.version::text, r.valid_from::text, r.name::text, r.description::text, r.form_name::text, r.default_class_code::text, r.default_series_code::text, r.review::text, r.execution::text, r.substance_fields::text, r.sort::text, (extract(epoch from r.created_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x6e616d6500","\\\\x6465736372697074696f6e00","\\\\x666f726d5f6e616d6500","\\\\x64656661756c745f636c6173735f636f646500","\\\\x64656661756c745f7365726965735f636f646500","\\\\x72657669657700","\\\\x657865637574696f6e00","\\\\x7375627374616e63655f6669656c647300","\\\\x736f727400","\\\\x637265617465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 13, 'documents.matter_type_version',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.version::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.version::text, r.valid_from::text, r.name::text, r.description::text, r.form_name::text, r.default_class_code::text, r.default_series_code::text, r.review::text, r.execution::text, r.substance_fields::text, r.sort::text, (extract(epoch from r.created_at) * 1000000)::bigint::text] as texts from (select code, created_at, default_class_code, default_series_code, description, execution, form_name, name, review, sort, substance_fields, valid_from, version from new_rows except select code, created_at, default_class_code, default_series_code, description, execution, form_name, name, review, sort, substance_fields, valid_from, version from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x6e616d6500","\\\\x6465736372697074696f6e00","\\\\x666f726d5f6e616d6500","\\\\x64656661756c745f636c6173735f636f646500","\\\\x64656661756c745f7365726965735f636f646500","\\\\x72657669657700","\\\\x657865637574696f6e00","\\\\x7375627374616e63655f6669656c647300","\\\\x736f727400","\\\\x637265617465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_number_counter()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 9, 'documents.number_counter', replace(replace(coalesce(r.series_code, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.symbol, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.year::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 9, 'documents.number_counter',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.series_code, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.symbol, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.year::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.series_code::text, r.symbol::text, r.year::text, r.last::text, (extract(epoch from r.last_at) * 1000000)::bigint::text, (extract(epoch from r.closed_at) * 1000000)::bigint::text, r.closed_by::text, r.close_reason::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x7365726965735f636f646500","\\\\x73796d626f6c00","\\\\x7965617200","\\\\x6c61737400","\\\\x6c6173745f617400","\\\\x636c6f7365645f617400","\\\\x636c6f7365645f627900","\\\\x636c6f73655f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 9, 'documents.number_counter',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.series_code, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.symbol, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.year::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.series_code::text, r.symbol::text, r.year::text, r.last::text, (extract(epoch from r.last_at) * 1000000)::bigint::text, (extract(epoch from r.closed_at) * 1000000)::bigint::text, r.closed_by::text, r.close_reason::text] as texts from (select close_reason, closed_at, closed_by, last, last_at, series_code, symbol, year from new_rows except select close_reason, closed_at, closed_by, last, last_at, series_code, symbol, year from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x7365726965735f636f646500","\\\\x73796d626f6c00","\\\\x7965617200","\\\\x6c61737400","\\\\x6c6173745f617400","\\\\x636c6f7365645f617400","\\\\x636c6f7365645f627900","\\\\x636c6f73655f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_number_series()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 10, 'documents.number_series', r.code::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 10, 'documents.number_series',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.kind::text, r.unit_code::text, r.format::text, r.year_basis::text, r.start_at::text, r.step::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6b696e6400","\\\\x756e69745f636f646500","\\\\x666f726d617400","\\\\x796561725f626173697300","\\\\x73746172745f617400","\\\\x7374657000"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 10, 'documents.number_series',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.kind::text, r.unit_code::text, r.format::text, r.year_basis::text, r.start_at::text, r.step::text] as texts from (select code, format, kind, start_at, step, unit_code, year_basis from new_rows except select code, format, kind, start_at, step, unit_code, year_basis from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6b696e6400","\\\\x756e69745f636f646500","\\\\x666f726d617400","\\\\x796561725f626173697300","\\\\x73746172745f617400","\\\\x7374657000"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_participant()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 5, 'documents.participant', replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.document_id::text, ''), r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 5, 'documents.participant',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.document_id::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.staff_no::text, (extract(epoch from r.since) * 1000000)::bigint::text, (case when r.foreseen then 't' when not r.foreseen then 'f' end)] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x73746166665f6e6f00","\\\\x73696e636500","\\\\x666f72657365656e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 5, 'documents.participant',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.document_id::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.staff_no::text, (extract(epoch from r.since) * 1000000)::bigint::text, (case when r.foreseen then 't' when not r.foreseen then 'f' end)] as texts from (select document_id, foreseen, since, staff_no from new_rows except select document_id, foreseen, since, staff_no from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x73746166665f6e6f00","\\\\x73696e636500","\\\\x666f72657365656e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_revision()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 2, 'documents.revision', coalesce(r.document_id::text, '') || '/' || coalesce(r.no::text, ''), r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 2, 'documents.revision',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.no::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.no::text, ('\x' || encode(r.canonical, 'hex')), ('\x' || encode(r.digest, 'hex')), r.title::text, r.note::text, (extract(epoch from r.created_at) * 1000000)::bigint::text, r.created_by::text, r.created_by_name::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x6e6f00","\\\\x63616e6f6e6963616c00","\\\\x64696765737400","\\\\x7469746c6500","\\\\x6e6f746500","\\\\x637265617465645f617400","\\\\x637265617465645f627900","\\\\x637265617465645f62795f6e616d6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 2, 'documents.revision',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.no::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.no::text, ('\x' || encode(r.canonical, 'hex')), ('\x' || encode(r.digest, 'hex')), r.title::text, r.note::text, (extract(epoch from r.created_at) * 1000000)::bigint::text, r.created_by::text, r.created_by_name::text] as texts from (select canonical, created_at, created_by, created_by_name, digest, document_id, no, note, title from new_rows except select canonical, created_at, created_by, created_by_name, digest, document_id, no, note, title from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x6e6f00","\\\\x63616e6f6e6963616c00","\\\\x64696765737400","\\\\x7469746c6500","\\\\x6e6f746500","\\\\x637265617465645f617400","\\\\x637265617465645f627900","\\\\x637265617465645f62795f6e616d6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_documents_takeover()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 6, 'documents.takeover', r.id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 6, 'documents.takeover',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.from_staff::text, r.from_name::text, r.from_post_title::text, r.from_unit_name::text, r.to_staff::text, r.to_name::text, (extract(epoch from r.at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x66726f6d5f737461666600","\\\\x66726f6d5f6e616d6500","\\\\x66726f6d5f706f73745f7469746c6500","\\\\x66726f6d5f756e69745f6e616d6500","\\\\x746f5f737461666600","\\\\x746f5f6e616d6500","\\\\x617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 6, 'documents.takeover',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.from_staff::text, r.from_name::text, r.from_post_title::text, r.from_unit_name::text, r.to_staff::text, r.to_name::text, (extract(epoch from r.at) * 1000000)::bigint::text] as texts from (select at, document_id, from_name, from_post_title, from_staff, from_unit_name, id, to_name, to_staff from new_rows except select at, document_id, from_name, from_post_title, from_staff, from_unit_name, id, to_name, to_staff from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x66726f6d5f737461666600","\\\\x66726f6d5f6e616d6500","\\\\x66726f6d5f706f73745f7469746c6500","\\\\x66726f6d5f756e69745f6e616d6500","\\\\x746f5f737461666600","\\\\x746f5f6e616d6500","\\\\x617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_execution_clean_copy()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 25, 'execution.clean_copy', r.entry_id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 25, 'execution.clean_copy',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.entry_id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.entry_id::text, ('\x' || encode(r.canonical, 'hex')), ('\x' || encode(r.digest, 'hex'))] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x656e7472795f696400","\\\\x63616e6f6e6963616c00","\\\\x64696765737400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 25, 'execution.clean_copy',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.entry_id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.entry_id::text, ('\x' || encode(r.canonical, 'hex')), ('\x' || encode(r.digest, 'hex'))] as texts from (select canonical, digest, entry_id from new_rows except select canonical, digest, entry_id from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x656e7472795f696400","\\\\x63616e6f6e6963616c00","\\\\x64696765737400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_execution_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 24, 'execution.entry', r.id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 24, 'execution.entry',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.no::text, r.kind::text, r.particulars::text, r.occurred_on::text, r.reason::text, r.undoes::text, (extract(epoch from r.recorded_at) * 1000000)::bigint::text, r.recorded_by::text, r.recorded_by_name::text, r.post_title::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x6e6f00","\\\\x6b696e6400","\\\\x706172746963756c61727300","\\\\x6f636375727265645f6f6e00","\\\\x726561736f6e00","\\\\x756e646f657300","\\\\x7265636f726465645f617400","\\\\x7265636f726465645f627900","\\\\x7265636f726465645f62795f6e616d6500","\\\\x706f73745f7469746c6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 24, 'execution.entry',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.no::text, r.kind::text, r.particulars::text, r.occurred_on::text, r.reason::text, r.undoes::text, (extract(epoch from r.recorded_at) * 1000000)::bigint::text, r.recorded_by::text, r.recorded_by_name::text, r.post_title::text] as texts from (select document_id, id, kind, no, occurred_on, particulars, post_title, reason, recorded_at, recorded_by, recorded_by_name, undoes from new_rows except select document_id, id, kind, no, occurred_on, particulars, post_title, reason, recorded_at, recorded_by, recorded_by_name, undoes from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x6e6f00","\\\\x6b696e6400","\\\\x706172746963756c61727300","\\\\x6f636375727265645f6f6e00","\\\\x726561736f6e00","\\\\x756e646f657300","\\\\x7265636f726465645f617400","\\\\x7265636f726465645f627900","\\\\x7265636f726465645f62795f6e616d6500","\\\\x706f73745f7469746c6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_identity_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 77, 'identity.account', r.staff_no::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 77, 'identity.account',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.staff_no::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.staff_no::text, (case when r.demo then 't' when not r.demo then 'f' end), (extract(epoch from r.created_at) * 1000000)::bigint::text, (extract(epoch from r.password_set_at) * 1000000)::bigint::text, (extract(epoch from r.disabled_at) * 1000000)::bigint::text, (case when r.password_temporary then 't' when not r.password_temporary then 'f' end)] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73746166665f6e6f00","\\\\x64656d6f00","\\\\x637265617465645f617400","\\\\x70617373776f72645f7365745f617400","\\\\x64697361626c65645f617400","\\\\x70617373776f72645f74656d706f7261727900"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 77, 'identity.account',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.staff_no::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.staff_no::text, (case when r.demo then 't' when not r.demo then 'f' end), (extract(epoch from r.created_at) * 1000000)::bigint::text, (extract(epoch from r.password_set_at) * 1000000)::bigint::text, (extract(epoch from r.disabled_at) * 1000000)::bigint::text, (case when r.password_temporary then 't' when not r.password_temporary then 'f' end)] as texts from (select created_at, demo, disabled_at, password_set_at, password_temporary, staff_no from new_rows except select created_at, demo, disabled_at, password_set_at, password_temporary, staff_no from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73746166665f6e6f00","\\\\x64656d6f00","\\\\x637265617465645f617400","\\\\x70617373776f72645f7365745f617400","\\\\x64697361626c65645f617400","\\\\x70617373776f72645f74656d706f7261727900"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_identity_emergency_reading()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 87, 'identity.emergency_reading', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 87, 'identity.emergency_reading',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.asker::text, r.asker_name::text, r.reason::text, (extract(epoch from r.asked_at) * 1000000)::bigint::text, (extract(epoch from r.until) * 1000000)::bigint::text, r.matters::text, r.numbers::text, r.unit_code::text, r.unit_name::text, r.concerned_units::text, (extract(epoch from r.confirmed_at) * 1000000)::bigint::text, r.confirmed_by::text, r.confirmed_name::text, (extract(epoch from r.ended_at) * 1000000)::bigint::text, r.ended_by::text, r.ended_name::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x61736b657200","\\\\x61736b65725f6e616d6500","\\\\x726561736f6e00","\\\\x61736b65645f617400","\\\\x756e74696c00","\\\\x6d61747465727300","\\\\x6e756d6265727300","\\\\x756e69745f636f646500","\\\\x756e69745f6e616d6500","\\\\x636f6e6365726e65645f756e69747300","\\\\x636f6e6669726d65645f617400","\\\\x636f6e6669726d65645f627900","\\\\x636f6e6669726d65645f6e616d6500","\\\\x656e6465645f617400","\\\\x656e6465645f627900","\\\\x656e6465645f6e616d6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 87, 'identity.emergency_reading',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.asker::text, r.asker_name::text, r.reason::text, (extract(epoch from r.asked_at) * 1000000)::bigint::text, (extract(epoch from r.until) * 1000000)::bigint::text, r.matters::text, r.numbers::text, r.unit_code::text, r.unit_name::text, r.concerned_units::text, (extract(epoch from r.confirmed_at) * 1000000)::bigint::text, r.confirmed_by::text, r.confirmed_name::text, (extract(epoch from r.ended_at) * 1000000)::bigint::text, r.ended_by::text, r.ended_name::text] as texts from (select asked_at, asker, asker_name, concerned_units, confirmed_at, confirmed_by, confirmed_name, ended_at, ended_by, ended_name, id, matters, numbers, reason, unit_code, unit_name, until from new_rows except select asked_at, asker, asker_name, concerned_units, confirmed_at, confirmed_by, confirmed_name, ended_at, ended_by, ended_name, id, matters, numbers, reason, unit_code, unit_name, until from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x61736b657200","\\\\x61736b65725f6e616d6500","\\\\x726561736f6e00","\\\\x61736b65645f617400","\\\\x756e74696c00","\\\\x6d61747465727300","\\\\x6e756d6265727300","\\\\x756e69745f636f646500","\\\\x756e69745f6e616d6500","\\\\x636f6e6365726e65645f756e69747300","\\\\x636f6e6669726d65645f617400","\\\\x636f6e6669726d65645f627900","\\\\x636f6e6669726d65645f6e616d6500","\\\\x656e6465645f617400","\\\\x656e6465645f627900","\\\\x656e6465645f6e616d6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_identity_passkey()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 78, 'identity.passkey', r.credential_id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 78, 'identity.passkey',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.credential_id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.credential_id::text, r.staff_no::text, ('\x' || encode(r.public_key, 'hex')), r.transports::text, r.name::text, (extract(epoch from r.created_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x63726564656e7469616c5f696400","\\\\x73746166665f6e6f00","\\\\x7075626c69635f6b657900","\\\\x7472616e73706f72747300","\\\\x6e616d6500","\\\\x637265617465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 78, 'identity.passkey',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.credential_id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.credential_id::text, r.staff_no::text, ('\x' || encode(r.public_key, 'hex')), r.transports::text, r.name::text, (extract(epoch from r.created_at) * 1000000)::bigint::text] as texts from (select created_at, credential_id, name, public_key, staff_no, transports from new_rows except select created_at, credential_id, name, public_key, staff_no, transports from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x63726564656e7469616c5f696400","\\\\x73746166665f6e6f00","\\\\x7075626c69635f6b657900","\\\\x7472616e73706f72747300","\\\\x6e616d6500","\\\\x637265617465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_identity_provider_link()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 86, 'identity.provider_link', r.staff_no::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 86, 'identity.provider_link',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.staff_no::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.staff_no::text, r.issuer::text, r.subject::text, (extract(epoch from r.linked_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73746166665f6e6f00","\\\\x69737375657200","\\\\x7375626a65637400","\\\\x6c696e6b65645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 86, 'identity.provider_link',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.staff_no::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.staff_no::text, r.issuer::text, r.subject::text, (extract(epoch from r.linked_at) * 1000000)::bigint::text] as texts from (select issuer, linked_at, staff_no, subject from new_rows except select issuer, linked_at, staff_no, subject from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73746166665f6e6f00","\\\\x69737375657200","\\\\x7375626a65637400","\\\\x6c696e6b65645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_intake_attachment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 53, 'intake.attachment', r.id::text, r.receipt_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 53, 'intake.attachment',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.receipt_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.receipt_id::text, r.sort::text, r.file_name::text, r.label::text, r.media_type::text, r.bytes::text, ('\x' || encode(r.sha256, 'hex')), r.pages::text, (extract(epoch from r.added_at) * 1000000)::bigint::text, r.added_by::text, r.added_by_name::text, (extract(epoch from r.removed_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x726563656970745f696400","\\\\x736f727400","\\\\x66696c655f6e616d6500","\\\\x6c6162656c00","\\\\x6d656469615f7479706500","\\\\x627974657300","\\\\x73686132353600","\\\\x706167657300","\\\\x61646465645f617400","\\\\x61646465645f627900","\\\\x61646465645f62795f6e616d6500","\\\\x72656d6f7665645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 53, 'intake.attachment',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.receipt_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.receipt_id::text, r.sort::text, r.file_name::text, r.label::text, r.media_type::text, r.bytes::text, ('\x' || encode(r.sha256, 'hex')), r.pages::text, (extract(epoch from r.added_at) * 1000000)::bigint::text, r.added_by::text, r.added_by_name::text, (extract(epoch from r.removed_at) * 1000000)::bigint::text] as texts from (select added_at, added_by, added_by_name, bytes, file_name, id, label, media_type, pages, receipt_id, removed_at, sha256, sort from new_rows except select added_at, added_by, added_by_name, bytes, file_name, id, label, media_type, pages, receipt_id, removed_at, sha256, sort from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x726563656970745f696400","\\\\x736f727400","\\\\x66696c655f6e616d6500","\\\\x6c6162656c00","\\\\x6d656469615f7479706500","\\\\x627974657300","\\\\x73686132353600","\\\\x706167657300","\\\\x61646465645f617400","\\\\x61646465645f627900","\\\\x61646465645f62795f6e616d6500","\\\\x72656d6f7665645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_intake_audience()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 57, 'intake.audience', replace(replace(coalesce(r.section_code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.circulation_id::text, ''), r.circulation_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 57, 'intake.audience',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.section_code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.circulation_id::text, '') as k, r.circulation_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.circulation_id::text, r.section_code::text, r.section_name::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x63697263756c6174696f6e5f696400","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 57, 'intake.audience',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.section_code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.circulation_id::text, '') as k, r.circulation_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.circulation_id::text, r.section_code::text, r.section_name::text] as texts from (select circulation_id, section_code, section_name from new_rows except select circulation_id, section_code, section_name from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x63697263756c6174696f6e5f696400","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_intake_circulation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 56, 'intake.circulation', r.id::text, r.id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 56, 'intake.circulation',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.subject_kind::text, r.subject_id::text, r.mode::text, r.title::text, r.note::text, r.read_by_on::text, r.section_code::text, r.section_name::text, (extract(epoch from r.started_at) * 1000000)::bigint::text, r.started_by::text, r.started_by_name::text, r.started_by_post::text, (extract(epoch from r.completed_at) * 1000000)::bigint::text, (extract(epoch from r.stopped_at) * 1000000)::bigint::text, r.stopped_by_name::text, r.stop_reason::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x7375626a6563745f6b696e6400","\\\\x7375626a6563745f696400","\\\\x6d6f646500","\\\\x7469746c6500","\\\\x6e6f746500","\\\\x726561645f62795f6f6e00","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x737461727465645f617400","\\\\x737461727465645f627900","\\\\x737461727465645f62795f6e616d6500","\\\\x737461727465645f62795f706f737400","\\\\x636f6d706c657465645f617400","\\\\x73746f707065645f617400","\\\\x73746f707065645f62795f6e616d6500","\\\\x73746f705f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 56, 'intake.circulation',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.subject_kind::text, r.subject_id::text, r.mode::text, r.title::text, r.note::text, r.read_by_on::text, r.section_code::text, r.section_name::text, (extract(epoch from r.started_at) * 1000000)::bigint::text, r.started_by::text, r.started_by_name::text, r.started_by_post::text, (extract(epoch from r.completed_at) * 1000000)::bigint::text, (extract(epoch from r.stopped_at) * 1000000)::bigint::text, r.stopped_by_name::text, r.stop_reason::text] as texts from (select completed_at, id, mode, note, read_by_on, section_code, section_name, started_at, started_by, started_by_name, started_by_post, stop_reason, stopped_at, stopped_by_name, subject_id, subject_kind, title from new_rows except select completed_at, id, mode, note, read_by_on, section_code, section_name, started_at, started_by, started_by_name, started_by_post, stop_reason, stopped_at, stopped_by_name, subject_id, subject_kind, title from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x7375626a6563745f6b696e6400","\\\\x7375626a6563745f696400","\\\\x6d6f646500","\\\\x7469746c6500","\\\\x6e6f746500","\\\\x726561645f62795f6f6e00","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x737461727465645f617400","\\\\x737461727465645f627900","\\\\x737461727465645f62795f6e616d6500","\\\\x737461727465645f62795f706f737400","\\\\x636f6d706c657465645f617400","\\\\x73746f707065645f617400","\\\\x73746f707065645f62795f6e616d6500","\\\\x73746f705f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_intake_ending()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 52, 'intake.ending', coalesce(r.receipt_id::text, '') || '/' || coalesce(r.no::text, ''), r.receipt_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 52, 'intake.ending',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.receipt_id::text, '') || '/' || coalesce(r.no::text, '') as k, r.receipt_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.receipt_id::text, r.no::text, r.kind::text, r.section_code::text, r.section_name::text, r.section_symbol::text, r.to_section_code::text, r.to_section_name::text, r.document_id::text, r.reason::text, (extract(epoch from r.at) * 1000000)::bigint::text, r.by_staff_no::text, r.by_name::text, r.by_post_title::text, r.version::text, (extract(epoch from r.undone_at) * 1000000)::bigint::text, r.undone_by::text, r.undone_by_name::text, r.undo_reason::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x726563656970745f696400","\\\\x6e6f00","\\\\x6b696e6400","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x73656374696f6e5f73796d626f6c00","\\\\x746f5f73656374696f6e5f636f646500","\\\\x746f5f73656374696f6e5f6e616d6500","\\\\x646f63756d656e745f696400","\\\\x726561736f6e00","\\\\x617400","\\\\x62795f73746166665f6e6f00","\\\\x62795f6e616d6500","\\\\x62795f706f73745f7469746c6500","\\\\x76657273696f6e00","\\\\x756e646f6e655f617400","\\\\x756e646f6e655f627900","\\\\x756e646f6e655f62795f6e616d6500","\\\\x756e646f5f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 52, 'intake.ending',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.receipt_id::text, '') || '/' || coalesce(r.no::text, '') as k, r.receipt_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.receipt_id::text, r.no::text, r.kind::text, r.section_code::text, r.section_name::text, r.section_symbol::text, r.to_section_code::text, r.to_section_name::text, r.document_id::text, r.reason::text, (extract(epoch from r.at) * 1000000)::bigint::text, r.by_staff_no::text, r.by_name::text, r.by_post_title::text, r.version::text, (extract(epoch from r.undone_at) * 1000000)::bigint::text, r.undone_by::text, r.undone_by_name::text, r.undo_reason::text] as texts from (select at, by_name, by_post_title, by_staff_no, document_id, kind, no, reason, receipt_id, section_code, section_name, section_symbol, to_section_code, to_section_name, undo_reason, undone_at, undone_by, undone_by_name, version from new_rows except select at, by_name, by_post_title, by_staff_no, document_id, kind, no, reason, receipt_id, section_code, section_name, section_symbol, to_section_code, to_section_name, undo_reason, undone_at, undone_by, undone_by_name, version from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x726563656970745f696400","\\\\x6e6f00","\\\\x6b696e6400","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x73656374696f6e5f73796d626f6c00","\\\\x746f5f73656374696f6e5f636f646500","\\\\x746f5f73656374696f6e5f6e616d6500","\\\\x646f63756d656e745f696400","\\\\x726561736f6e00","\\\\x617400","\\\\x62795f73746166665f6e6f00","\\\\x62795f6e616d6500","\\\\x62795f706f73745f7469746c6500","\\\\x76657273696f6e00","\\\\x756e646f6e655f617400","\\\\x756e646f6e655f627900","\\\\x756e646f6e655f62795f6e616d6500","\\\\x756e646f5f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_intake_online_application()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 55, 'intake.online_application', replace(replace(coalesce(r.portal, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.application_number, ''), '%', '%25'), '/', '%2F'), r.receipt_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 55, 'intake.online_application',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.portal, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.application_number, ''), '%', '%25'), '/', '%2F') as k, r.receipt_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.portal::text, r.application_number::text, r.receipt_id::text, r.content_sha256::text, r.handed_in_by::text, (extract(epoch from r.handed_in_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x706f7274616c00","\\\\x6170706c69636174696f6e5f6e756d62657200","\\\\x726563656970745f696400","\\\\x636f6e74656e745f73686132353600","\\\\x68616e6465645f696e5f627900","\\\\x68616e6465645f696e5f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 55, 'intake.online_application',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.portal, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.application_number, ''), '%', '%25'), '/', '%2F') as k, r.receipt_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.portal::text, r.application_number::text, r.receipt_id::text, r.content_sha256::text, r.handed_in_by::text, (extract(epoch from r.handed_in_at) * 1000000)::bigint::text] as texts from (select application_number, content_sha256, handed_in_at, handed_in_by, portal, receipt_id from new_rows except select application_number, content_sha256, handed_in_at, handed_in_by, portal, receipt_id from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x706f7274616c00","\\\\x6170706c69636174696f6e5f6e756d62657200","\\\\x726563656970745f696400","\\\\x636f6e74656e745f73686132353600","\\\\x68616e6465645f696e5f627900","\\\\x68616e6465645f696e5f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_intake_participant()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 54, 'intake.participant', replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.receipt_id::text, ''), r.receipt_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 54, 'intake.participant',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.receipt_id::text, '') as k, r.receipt_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.receipt_id::text, r.staff_no::text, (extract(epoch from r.since) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x726563656970745f696400","\\\\x73746166665f6e6f00","\\\\x73696e636500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 54, 'intake.participant',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.receipt_id::text, '') as k, r.receipt_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.receipt_id::text, r.staff_no::text, (extract(epoch from r.since) * 1000000)::bigint::text] as texts from (select receipt_id, since, staff_no from new_rows except select receipt_id, since, staff_no from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x726563656970745f696400","\\\\x73746166665f6e6f00","\\\\x73696e636500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_intake_reader()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 58, 'intake.reader', coalesce(r.circulation_id::text, '') || '/' || replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F'), r.circulation_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 58, 'intake.reader',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.circulation_id::text, '') || '/' || replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') as k, r.circulation_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.circulation_id::text, r.staff_no::text, r.name::text, r.post_code::text, r.post_title::text, r.unit_name::text, (case when r.required then 't' when not r.required then 'f' end), r.sort::text, (extract(epoch from r.added_at) * 1000000)::bigint::text, r.added_by::text, (extract(epoch from r.read_at) * 1000000)::bigint::text, r.comment::text, (case when r.asks_for_draft then 't' when not r.asks_for_draft then 'f' end)] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x63697263756c6174696f6e5f696400","\\\\x73746166665f6e6f00","\\\\x6e616d6500","\\\\x706f73745f636f646500","\\\\x706f73745f7469746c6500","\\\\x756e69745f6e616d6500","\\\\x726571756972656400","\\\\x736f727400","\\\\x61646465645f617400","\\\\x61646465645f627900","\\\\x726561645f617400","\\\\x636f6d6d656e7400","\\\\x61736b735f666f725f647261667400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 58, 'intake.reader',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.circulation_id::text, '') || '/' || replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') as k, r.circulation_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.circulation_id::text, r.staff_no::text, r.name::text, r.post_code::text, r.post_title::text, r.unit_name::text, (case when r.required then 't' when not r.required then 'f' end), r.sort::text, (extract(epoch from r.added_at) * 1000000)::bigint::text, r.added_by::text, (extract(epoch from r.read_at) * 1000000)::bigint::text, r.comment::text, (case when r.asks_for_draft then 't' when not r.asks_for_draft then 'f' end)] as texts from (select added_at, added_by, asks_for_draft, circulation_id, comment, name, post_code, post_title, read_at, required, sort, staff_no, unit_name from new_rows except select added_at, added_by, asks_for_draft, circulation_id, comment, name, post_code, post_title, read_at, required, sort, staff_no, unit_name from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x63697263756c6174696f6e5f696400","\\\\x73746166665f6e6f00","\\\\x6e616d6500","\\\\x706f73745f636f646500","\\\\x706f73745f7469746c6500","\\\\x756e69745f6e616d6500","\\\\x726571756972656400","\\\\x736f727400","\\\\x61646465645f617400","\\\\x61646465645f627900","\\\\x726561645f617400","\\\\x636f6d6d656e7400","\\\\x61736b735f666f725f647261667400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_intake_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 84, 'intake.receipt', r.id::text, r.id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 84, 'intake.receipt',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.version::text, r.kind::text, r.subject::text, r.channel::text, r.sender::text, r.sender_number::text, r.sender_date::text, r.note::text, r.confidentiality::text, (extract(epoch from r.arrival_at) * 1000000)::bigint::text, (case when r.arrival_is_exact then 't' when not r.arrival_is_exact then 'f' end), r.back_dating_reason::text, (extract(epoch from r.received_at) * 1000000)::bigint::text, r.received_by_name::text, (extract(epoch from r.accepted_at) * 1000000)::bigint::text, r.accepted_by_name::text, r.receipt_number::text, r.series_code::text, r.number_year::text, r.serial::text, r.section_code::text, r.section_name::text, r.section_symbol::text, r.reply_due_on::text, (extract(epoch from r.replied_at) * 1000000)::bigint::text, r.ending::text, r.document_id::text, (extract(epoch from r.registered_at) * 1000000)::bigint::text, r.registered_by::text, r.registered_by_name::text, (extract(epoch from r.updated_at) * 1000000)::bigint::text, r.confidential_until::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x76657273696f6e00","\\\\x6b696e6400","\\\\x7375626a65637400","\\\\x6368616e6e656c00","\\\\x73656e64657200","\\\\x73656e6465725f6e756d62657200","\\\\x73656e6465725f6461746500","\\\\x6e6f746500","\\\\x636f6e666964656e7469616c69747900","\\\\x6172726976616c5f617400","\\\\x6172726976616c5f69735f657861637400","\\\\x6261636b5f646174696e675f726561736f6e00","\\\\x72656365697665645f617400","\\\\x72656365697665645f62795f6e616d6500","\\\\x61636365707465645f617400","\\\\x61636365707465645f62795f6e616d6500","\\\\x726563656970745f6e756d62657200","\\\\x7365726965735f636f646500","\\\\x6e756d6265725f7965617200","\\\\x73657269616c00","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x73656374696f6e5f73796d626f6c00","\\\\x7265706c795f6475655f6f6e00","\\\\x7265706c6965645f617400","\\\\x656e64696e6700","\\\\x646f63756d656e745f696400","\\\\x726567697374657265645f617400","\\\\x726567697374657265645f627900","\\\\x726567697374657265645f62795f6e616d6500","\\\\x757064617465645f617400","\\\\x636f6e666964656e7469616c5f756e74696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 84, 'intake.receipt',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.version::text, r.kind::text, r.subject::text, r.channel::text, r.sender::text, r.sender_number::text, r.sender_date::text, r.note::text, r.confidentiality::text, (extract(epoch from r.arrival_at) * 1000000)::bigint::text, (case when r.arrival_is_exact then 't' when not r.arrival_is_exact then 'f' end), r.back_dating_reason::text, (extract(epoch from r.received_at) * 1000000)::bigint::text, r.received_by_name::text, (extract(epoch from r.accepted_at) * 1000000)::bigint::text, r.accepted_by_name::text, r.receipt_number::text, r.series_code::text, r.number_year::text, r.serial::text, r.section_code::text, r.section_name::text, r.section_symbol::text, r.reply_due_on::text, (extract(epoch from r.replied_at) * 1000000)::bigint::text, r.ending::text, r.document_id::text, (extract(epoch from r.registered_at) * 1000000)::bigint::text, r.registered_by::text, r.registered_by_name::text, (extract(epoch from r.updated_at) * 1000000)::bigint::text, r.confidential_until::text] as texts from (select accepted_at, accepted_by_name, arrival_at, arrival_is_exact, back_dating_reason, channel, confidential_until, confidentiality, document_id, ending, id, kind, note, number_year, receipt_number, received_at, received_by_name, registered_at, registered_by, registered_by_name, replied_at, reply_due_on, section_code, section_name, section_symbol, sender, sender_date, sender_number, serial, series_code, subject, updated_at, version from new_rows except select accepted_at, accepted_by_name, arrival_at, arrival_is_exact, back_dating_reason, channel, confidential_until, confidentiality, document_id, ending, id, kind, note, number_year, receipt_number, received_at, received_by_name, registered_at, registered_by, registered_by_name, replied_at, reply_due_on, section_code, section_name, section_symbol, sender, sender_date, sender_number, serial, series_code, subject, updated_at, version from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x76657273696f6e00","\\\\x6b696e6400","\\\\x7375626a65637400","\\\\x6368616e6e656c00","\\\\x73656e64657200","\\\\x73656e6465725f6e756d62657200","\\\\x73656e6465725f6461746500","\\\\x6e6f746500","\\\\x636f6e666964656e7469616c69747900","\\\\x6172726976616c5f617400","\\\\x6172726976616c5f69735f657861637400","\\\\x6261636b5f646174696e675f726561736f6e00","\\\\x72656365697665645f617400","\\\\x72656365697665645f62795f6e616d6500","\\\\x61636365707465645f617400","\\\\x61636365707465645f62795f6e616d6500","\\\\x726563656970745f6e756d62657200","\\\\x7365726965735f636f646500","\\\\x6e756d6265725f7965617200","\\\\x73657269616c00","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x73656374696f6e5f73796d626f6c00","\\\\x7265706c795f6475655f6f6e00","\\\\x7265706c6965645f617400","\\\\x656e64696e6700","\\\\x646f63756d656e745f696400","\\\\x726567697374657265645f617400","\\\\x726567697374657265645f627900","\\\\x726567697374657265645f62795f6e616d6500","\\\\x757064617465645f617400","\\\\x636f6e666964656e7469616c5f756e74696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_intake_receipt_kind()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 59, 'intake.receipt_kind', r.code::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 59, 'intake.receipt_kind',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.name::text, r.series_code::text, (case when r.exact_time then 't' when not r.exact_time then 'f' end), r.sort::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6e616d6500","\\\\x7365726965735f636f646500","\\\\x65786163745f74696d6500","\\\\x736f727400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 59, 'intake.receipt_kind',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.name::text, r.series_code::text, (case when r.exact_time then 't' when not r.exact_time then 'f' end), r.sort::text] as texts from (select code, exact_time, name, series_code, sort from new_rows except select code, exact_time, name, series_code, sort from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6e616d6500","\\\\x7365726965735f636f646500","\\\\x65786163745f74696d6500","\\\\x736f727400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_intake_scan_inlet()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 83, 'intake.scan_inlet', r.code::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 83, 'intake.scan_inlet',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.name::text, r.section_code::text, r.kind::text, r.channel::text, r.split_by::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6e616d6500","\\\\x73656374696f6e5f636f646500","\\\\x6b696e6400","\\\\x6368616e6e656c00","\\\\x73706c69745f627900"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 83, 'intake.scan_inlet',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.name::text, r.section_code::text, r.kind::text, r.channel::text, r.split_by::text] as texts from (select channel, code, kind, name, section_code, split_by from new_rows except select channel, code, kind, name, section_code, split_by from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6e616d6500","\\\\x73656374696f6e5f636f646500","\\\\x6b696e6400","\\\\x6368616e6e656c00","\\\\x73706c69745f627900"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_organisation_absence()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 67, 'organisation.absence', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 67, 'organisation.absence',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.staff_no::text, (extract(epoch from r.from_at) * 1000000)::bigint::text, (extract(epoch from r.until_at) * 1000000)::bigint::text, r.reason::text, (extract(epoch from r.registered_at) * 1000000)::bigint::text, (extract(epoch from r.cancelled_at) * 1000000)::bigint::text, r.kind::text, r.registered_by::text, r.on_behalf_because::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x73746166665f6e6f00","\\\\x66726f6d5f617400","\\\\x756e74696c5f617400","\\\\x726561736f6e00","\\\\x726567697374657265645f617400","\\\\x63616e63656c6c65645f617400","\\\\x6b696e6400","\\\\x726567697374657265645f627900","\\\\x6f6e5f626568616c665f6265636175736500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 67, 'organisation.absence',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.staff_no::text, (extract(epoch from r.from_at) * 1000000)::bigint::text, (extract(epoch from r.until_at) * 1000000)::bigint::text, r.reason::text, (extract(epoch from r.registered_at) * 1000000)::bigint::text, (extract(epoch from r.cancelled_at) * 1000000)::bigint::text, r.kind::text, r.registered_by::text, r.on_behalf_because::text] as texts from (select cancelled_at, from_at, id, kind, on_behalf_because, reason, registered_at, registered_by, staff_no, until_at from new_rows except select cancelled_at, from_at, id, kind, on_behalf_because, reason, registered_at, registered_by, staff_no, until_at from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x73746166665f6e6f00","\\\\x66726f6d5f617400","\\\\x756e74696c5f617400","\\\\x726561736f6e00","\\\\x726567697374657265645f617400","\\\\x63616e63656c6c65645f617400","\\\\x6b696e6400","\\\\x726567697374657265645f627900","\\\\x6f6e5f626568616c665f6265636175736500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_organisation_acting_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 65, 'organisation.acting_order', replace(replace(coalesce(r.post_code, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.mode, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.place::text, '') || '/' || coalesce(r.valid_from::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 65, 'organisation.acting_order',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.post_code, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.mode, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.place::text, '') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.post_code::text, r.mode::text, r.place::text, r.acting_post_code::text, r.matter_types::text, r.valid_from::text, r.valid_to::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x706f73745f636f646500","\\\\x6d6f646500","\\\\x706c61636500","\\\\x616374696e675f706f73745f636f646500","\\\\x6d61747465725f747970657300","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 65, 'organisation.acting_order',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.post_code, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.mode, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.place::text, '') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.post_code::text, r.mode::text, r.place::text, r.acting_post_code::text, r.matter_types::text, r.valid_from::text, r.valid_to::text] as texts from (select acting_post_code, matter_types, mode, place, post_code, valid_from, valid_to from new_rows except select acting_post_code, matter_types, mode, place, post_code, valid_from, valid_to from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x706f73745f636f646500","\\\\x6d6f646500","\\\\x706c61636500","\\\\x616374696e675f706f73745f636f646500","\\\\x6d61747465725f747970657300","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_organisation_assignment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 64, 'organisation.assignment', replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.post_code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 64, 'organisation.assignment',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.post_code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.staff_no::text, r.post_code::text, r.kind::text, r.valid_from::text, r.valid_to::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73746166665f6e6f00","\\\\x706f73745f636f646500","\\\\x6b696e6400","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 64, 'organisation.assignment',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.post_code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.staff_no::text, r.post_code::text, r.kind::text, r.valid_from::text, r.valid_to::text] as texts from (select kind, post_code, staff_no, valid_from, valid_to from new_rows except select kind, post_code, staff_no, valid_from, valid_to from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73746166665f6e6f00","\\\\x706f73745f636f646500","\\\\x6b696e6400","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_organisation_org_function()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 63, 'organisation.org_function', replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 63, 'organisation.org_function',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.name::text, r.org_unit_code::text, r.valid_from::text, r.valid_to::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6e616d6500","\\\\x6f72675f756e69745f636f646500","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 63, 'organisation.org_function',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.name::text, r.org_unit_code::text, r.valid_from::text, r.valid_to::text] as texts from (select code, name, org_unit_code, valid_from, valid_to from new_rows except select code, name, org_unit_code, valid_from, valid_to from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6e616d6500","\\\\x6f72675f756e69745f636f646500","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_organisation_org_unit()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 62, 'organisation.org_unit', replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 62, 'organisation.org_unit',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.name::text, r.kind::text, r.parent_code::text, r.symbol::text, r.sort::text, r.valid_from::text, r.valid_to::text, r.succeeds::text, r.kana::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6e616d6500","\\\\x6b696e6400","\\\\x706172656e745f636f646500","\\\\x73796d626f6c00","\\\\x736f727400","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00","\\\\x737563636565647300","\\\\x6b616e6100"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 62, 'organisation.org_unit',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.name::text, r.kind::text, r.parent_code::text, r.symbol::text, r.sort::text, r.valid_from::text, r.valid_to::text, r.succeeds::text, r.kana::text] as texts from (select code, kana, kind, name, parent_code, sort, succeeds, symbol, valid_from, valid_to from new_rows except select code, kana, kind, name, parent_code, sort, succeeds, symbol, valid_from, valid_to from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6e616d6500","\\\\x6b696e6400","\\\\x706172656e745f636f646500","\\\\x73796d626f6c00","\\\\x736f727400","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00","\\\\x737563636565647300","\\\\x6b616e6100"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_organisation_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 60, 'organisation.person', r.staff_no::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 60, 'organisation.person',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.staff_no::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.staff_no::text, r.name::text, r.kana::text, r.login::text, r.email::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73746166665f6e6f00","\\\\x6e616d6500","\\\\x6b616e6100","\\\\x6c6f67696e00","\\\\x656d61696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 60, 'organisation.person',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.staff_no::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.staff_no::text, r.name::text, r.kana::text, r.login::text, r.email::text] as texts from (select email, kana, login, name, staff_no from new_rows except select email, kana, login, name, staff_no from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73746166665f6e6f00","\\\\x6e616d6500","\\\\x6b616e6100","\\\\x6c6f67696e00","\\\\x656d61696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_organisation_post()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 61, 'organisation.post', replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 61, 'organisation.post',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.title::text, r.org_unit_code::text, r.rank::text, (case when r.headship then 't' when not r.headship then 'f' end), r.valid_from::text, r.valid_to::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x7469746c6500","\\\\x6f72675f756e69745f636f646500","\\\\x72616e6b00","\\\\x686561647368697000","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 61, 'organisation.post',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.title::text, r.org_unit_code::text, r.rank::text, (case when r.headship then 't' when not r.headship then 'f' end), r.valid_from::text, r.valid_to::text] as texts from (select code, headship, org_unit_code, rank, title, valid_from, valid_to from new_rows except select code, headship, org_unit_code, rank, title, valid_from, valid_to from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x7469746c6500","\\\\x6f72675f756e69745f636f646500","\\\\x72616e6b00","\\\\x686561647368697000","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_organisation_proxy()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 68, 'organisation.proxy', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 68, 'organisation.proxy',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.post_code::text, r.giver::text, r.taker::text, r.taker_post::text, (extract(epoch from r.from_at) * 1000000)::bigint::text, (extract(epoch from r.until_at) * 1000000)::bigint::text, r.reason::text, r.given_by::text, (extract(epoch from r.given_at) * 1000000)::bigint::text, (extract(epoch from r.ended_at) * 1000000)::bigint::text, r.ended_by::text, r.ended_because::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x706f73745f636f646500","\\\\x676976657200","\\\\x74616b657200","\\\\x74616b65725f706f737400","\\\\x66726f6d5f617400","\\\\x756e74696c5f617400","\\\\x726561736f6e00","\\\\x676976656e5f627900","\\\\x676976656e5f617400","\\\\x656e6465645f617400","\\\\x656e6465645f627900","\\\\x656e6465645f6265636175736500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 68, 'organisation.proxy',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.post_code::text, r.giver::text, r.taker::text, r.taker_post::text, (extract(epoch from r.from_at) * 1000000)::bigint::text, (extract(epoch from r.until_at) * 1000000)::bigint::text, r.reason::text, r.given_by::text, (extract(epoch from r.given_at) * 1000000)::bigint::text, (extract(epoch from r.ended_at) * 1000000)::bigint::text, r.ended_by::text, r.ended_because::text] as texts from (select ended_at, ended_because, ended_by, from_at, given_at, given_by, giver, id, post_code, reason, taker, taker_post, until_at from new_rows except select ended_at, ended_because, ended_by, from_at, given_at, given_by, giver, id, post_code, reason, taker, taker_post, until_at from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x706f73745f636f646500","\\\\x676976657200","\\\\x74616b657200","\\\\x74616b65725f706f737400","\\\\x66726f6d5f617400","\\\\x756e74696c5f617400","\\\\x726561736f6e00","\\\\x676976656e5f627900","\\\\x676976656e5f617400","\\\\x656e6465645f617400","\\\\x656e6465645f627900","\\\\x656e6465645f6265636175736500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_organisation_role_grant()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 66, 'organisation.role_grant', replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.role, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.org_unit_code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 66, 'organisation.role_grant',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.role, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.org_unit_code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.staff_no::text, r.role::text, r.org_unit_code::text, r.valid_from::text, r.valid_to::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73746166665f6e6f00","\\\\x726f6c6500","\\\\x6f72675f756e69745f636f646500","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 66, 'organisation.role_grant',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.staff_no, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.role, ''), '%', '%25'), '/', '%2F') || '/' || replace(replace(coalesce(r.org_unit_code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.valid_from::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.staff_no::text, r.role::text, r.org_unit_code::text, r.valid_from::text, r.valid_to::text] as texts from (select org_unit_code, role, staff_no, valid_from, valid_to from new_rows except select org_unit_code, role, staff_no, valid_from, valid_to from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73746166665f6e6f00","\\\\x726f6c6500","\\\\x6f72675f756e69745f636f646500","\\\\x76616c69645f66726f6d00","\\\\x76616c69645f746f00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_organisation_setting_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 100, 'organisation.setting_change', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 100, 'organisation.setting_change',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.setting::text, r.valid_from::text, r.before::text, r.after::text, r.reason::text, r.set_by::text, (extract(epoch from r.set_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x73657474696e6700","\\\\x76616c69645f66726f6d00","\\\\x6265666f726500","\\\\x616674657200","\\\\x726561736f6e00","\\\\x7365745f627900","\\\\x7365745f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 100, 'organisation.setting_change',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.setting::text, r.valid_from::text, r.before::text, r.after::text, r.reason::text, r.set_by::text, (extract(epoch from r.set_at) * 1000000)::bigint::text] as texts from (select after, before, id, reason, set_at, set_by, setting, valid_from from new_rows except select after, before, id, reason, set_at, set_by, setting, valid_from from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x73657474696e6700","\\\\x76616c69645f66726f6d00","\\\\x6265666f726500","\\\\x616674657200","\\\\x726561736f6e00","\\\\x7365745f627900","\\\\x7365745f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_organisation_settings_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 69, 'organisation.settings_version', r.version::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 69, 'organisation.settings_version',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.version::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.version::text, r.valid_from::text, r.settings::text, (extract(epoch from r.created_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x73657474696e677300","\\\\x637265617465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 69, 'organisation.settings_version',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.version::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.version::text, r.valid_from::text, r.settings::text, (extract(epoch from r.created_at) * 1000000)::bigint::text] as texts from (select created_at, settings, valid_from, version from new_rows except select created_at, settings, valid_from, version from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x73657474696e677300","\\\\x637265617465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_disposal_batch()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 33, 'records.disposal_batch', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 33, 'records.disposal_batch',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.fiscal_year::text, r.section_code::text, r.section_name::text, r.no::text, r.step::text, r.version::text, (extract(epoch from r.listed_at) * 1000000)::bigint::text, (extract(epoch from r.submitted_at) * 1000000)::bigint::text, r.submitted_by::text, r.submitted_name::text, (extract(epoch from r.reviewed_at) * 1000000)::bigint::text, r.reviewed_by::text, r.reviewed_name::text, r.returned_reason::text, r.opinion_due_on::text, r.opinion::text, (extract(epoch from r.opined_at) * 1000000)::bigint::text, r.opined_by::text, r.opined_name::text, r.document_id::text, r.proposed_by::text, ('\x' || encode(r.content_digest, 'hex')), (extract(epoch from r.decided_at) * 1000000)::bigint::text, r.decided_by_name::text, r.executable_on::text, (extract(epoch from r.confirmed_at) * 1000000)::bigint::text, r.confirmed_by::text, r.confirmed_name::text, r.confirmed_count::text, (extract(epoch from r.started_at) * 1000000)::bigint::text, r.started_by::text, r.started_name::text, (extract(epoch from r.finished_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66697363616c5f7965617200","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x6e6f00","\\\\x7374657000","\\\\x76657273696f6e00","\\\\x6c69737465645f617400","\\\\x7375626d69747465645f617400","\\\\x7375626d69747465645f627900","\\\\x7375626d69747465645f6e616d6500","\\\\x72657669657765645f617400","\\\\x72657669657765645f627900","\\\\x72657669657765645f6e616d6500","\\\\x72657475726e65645f726561736f6e00","\\\\x6f70696e696f6e5f6475655f6f6e00","\\\\x6f70696e696f6e00","\\\\x6f70696e65645f617400","\\\\x6f70696e65645f627900","\\\\x6f70696e65645f6e616d6500","\\\\x646f63756d656e745f696400","\\\\x70726f706f7365645f627900","\\\\x636f6e74656e745f64696765737400","\\\\x646563696465645f617400","\\\\x646563696465645f62795f6e616d6500","\\\\x65786563757461626c655f6f6e00","\\\\x636f6e6669726d65645f617400","\\\\x636f6e6669726d65645f627900","\\\\x636f6e6669726d65645f6e616d6500","\\\\x636f6e6669726d65645f636f756e7400","\\\\x737461727465645f617400","\\\\x737461727465645f627900","\\\\x737461727465645f6e616d6500","\\\\x66696e69736865645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 33, 'records.disposal_batch',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.fiscal_year::text, r.section_code::text, r.section_name::text, r.no::text, r.step::text, r.version::text, (extract(epoch from r.listed_at) * 1000000)::bigint::text, (extract(epoch from r.submitted_at) * 1000000)::bigint::text, r.submitted_by::text, r.submitted_name::text, (extract(epoch from r.reviewed_at) * 1000000)::bigint::text, r.reviewed_by::text, r.reviewed_name::text, r.returned_reason::text, r.opinion_due_on::text, r.opinion::text, (extract(epoch from r.opined_at) * 1000000)::bigint::text, r.opined_by::text, r.opined_name::text, r.document_id::text, r.proposed_by::text, ('\x' || encode(r.content_digest, 'hex')), (extract(epoch from r.decided_at) * 1000000)::bigint::text, r.decided_by_name::text, r.executable_on::text, (extract(epoch from r.confirmed_at) * 1000000)::bigint::text, r.confirmed_by::text, r.confirmed_name::text, r.confirmed_count::text, (extract(epoch from r.started_at) * 1000000)::bigint::text, r.started_by::text, r.started_name::text, (extract(epoch from r.finished_at) * 1000000)::bigint::text] as texts from (select confirmed_at, confirmed_by, confirmed_count, confirmed_name, content_digest, decided_at, decided_by_name, document_id, executable_on, finished_at, fiscal_year, id, listed_at, no, opined_at, opined_by, opined_name, opinion, opinion_due_on, proposed_by, returned_reason, reviewed_at, reviewed_by, reviewed_name, section_code, section_name, started_at, started_by, started_name, step, submitted_at, submitted_by, submitted_name, version from new_rows except select confirmed_at, confirmed_by, confirmed_count, confirmed_name, content_digest, decided_at, decided_by_name, document_id, executable_on, finished_at, fiscal_year, id, listed_at, no, opined_at, opined_by, opined_name, opinion, opinion_due_on, proposed_by, returned_reason, reviewed_at, reviewed_by, reviewed_name, section_code, section_name, started_at, started_by, started_name, step, submitted_at, submitted_by, submitted_name, version from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66697363616c5f7965617200","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x6e6f00","\\\\x7374657000","\\\\x76657273696f6e00","\\\\x6c69737465645f617400","\\\\x7375626d69747465645f617400","\\\\x7375626d69747465645f627900","\\\\x7375626d69747465645f6e616d6500","\\\\x72657669657765645f617400","\\\\x72657669657765645f627900","\\\\x72657669657765645f6e616d6500","\\\\x72657475726e65645f726561736f6e00","\\\\x6f70696e696f6e5f6475655f6f6e00","\\\\x6f70696e696f6e00","\\\\x6f70696e65645f617400","\\\\x6f70696e65645f627900","\\\\x6f70696e65645f6e616d6500","\\\\x646f63756d656e745f696400","\\\\x70726f706f7365645f627900","\\\\x636f6e74656e745f64696765737400","\\\\x646563696465645f617400","\\\\x646563696465645f62795f6e616d6500","\\\\x65786563757461626c655f6f6e00","\\\\x636f6e6669726d65645f617400","\\\\x636f6e6669726d65645f627900","\\\\x636f6e6669726d65645f6e616d6500","\\\\x636f6e6669726d65645f636f756e7400","\\\\x737461727465645f617400","\\\\x737461727465645f627900","\\\\x737461727465645f6e616d6500","\\\\x66696e69736865645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_disposal_certificate()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 37, 'records.disposal_certificate', r.batch_id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 37, 'records.disposal_certificate',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.batch_id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.batch_id::text, (extract(epoch from r.issued_at) * 1000000)::bigint::text, ('\x' || encode(r.canonical, 'hex')), ('\x' || encode(r.digest, 'hex'))] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x62617463685f696400","\\\\x6973737565645f617400","\\\\x63616e6f6e6963616c00","\\\\x64696765737400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 37, 'records.disposal_certificate',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.batch_id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.batch_id::text, (extract(epoch from r.issued_at) * 1000000)::bigint::text, ('\x' || encode(r.canonical, 'hex')), ('\x' || encode(r.digest, 'hex'))] as texts from (select batch_id, canonical, digest, issued_at from new_rows except select batch_id, canonical, digest, issued_at from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x62617463685f696400","\\\\x6973737565645f617400","\\\\x63616e6f6e6963616c00","\\\\x64696765737400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_disposal_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 95, 'records.disposal_entry', r.id::text, r.file_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 95, 'records.disposal_entry',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.item_id::text, r.batch_id::text, r.kind::text, r.file_id::text, r.title::text, r.class_code::text, r.class_name::text, r.section_name::text, r.fiscal_year::text, r.volume::text, r.retention_label::text, r.starts_on::text, r.expires_on::text, r.document_count::text, r.decision_id::text, r.decision_number::text, r.decided_by_name::text, (extract(epoch from r.decided_at) * 1000000)::bigint::text, r.executed_by::text, r.executed_name::text, (extract(epoch from r.executed_at) * 1000000)::bigint::text, r.papers::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x6974656d5f696400","\\\\x62617463685f696400","\\\\x6b696e6400","\\\\x66696c655f696400","\\\\x7469746c6500","\\\\x636c6173735f636f646500","\\\\x636c6173735f6e616d6500","\\\\x73656374696f6e5f6e616d6500","\\\\x66697363616c5f7965617200","\\\\x766f6c756d6500","\\\\x726574656e74696f6e5f6c6162656c00","\\\\x7374617274735f6f6e00","\\\\x657870697265735f6f6e00","\\\\x646f63756d656e745f636f756e7400","\\\\x6465636973696f6e5f696400","\\\\x6465636973696f6e5f6e756d62657200","\\\\x646563696465645f62795f6e616d6500","\\\\x646563696465645f617400","\\\\x65786563757465645f627900","\\\\x65786563757465645f6e616d6500","\\\\x65786563757465645f617400","\\\\x70617065727300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 95, 'records.disposal_entry',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.item_id::text, r.batch_id::text, r.kind::text, r.file_id::text, r.title::text, r.class_code::text, r.class_name::text, r.section_name::text, r.fiscal_year::text, r.volume::text, r.retention_label::text, r.starts_on::text, r.expires_on::text, r.document_count::text, r.decision_id::text, r.decision_number::text, r.decided_by_name::text, (extract(epoch from r.decided_at) * 1000000)::bigint::text, r.executed_by::text, r.executed_name::text, (extract(epoch from r.executed_at) * 1000000)::bigint::text, r.papers::text] as texts from (select batch_id, class_code, class_name, decided_at, decided_by_name, decision_id, decision_number, document_count, executed_at, executed_by, executed_name, expires_on, file_id, fiscal_year, id, item_id, kind, papers, retention_label, section_name, starts_on, title, volume from new_rows except select batch_id, class_code, class_name, decided_at, decided_by_name, decision_id, decision_number, document_count, executed_at, executed_by, executed_name, expires_on, file_id, fiscal_year, id, item_id, kind, papers, retention_label, section_name, starts_on, title, volume from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x6974656d5f696400","\\\\x62617463685f696400","\\\\x6b696e6400","\\\\x66696c655f696400","\\\\x7469746c6500","\\\\x636c6173735f636f646500","\\\\x636c6173735f6e616d6500","\\\\x73656374696f6e5f6e616d6500","\\\\x66697363616c5f7965617200","\\\\x766f6c756d6500","\\\\x726574656e74696f6e5f6c6162656c00","\\\\x7374617274735f6f6e00","\\\\x657870697265735f6f6e00","\\\\x646f63756d656e745f636f756e7400","\\\\x6465636973696f6e5f696400","\\\\x6465636973696f6e5f6e756d62657200","\\\\x646563696465645f62795f6e616d6500","\\\\x646563696465645f617400","\\\\x65786563757465645f627900","\\\\x65786563757465645f6e616d6500","\\\\x65786563757465645f617400","\\\\x70617065727300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_disposal_entry_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 36, 'records.disposal_entry_document', coalesce(r.entry_id::text, '') || '/' || coalesce(r.document_id::text, ''), r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 36, 'records.disposal_entry_document',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.entry_id::text, '') || '/' || coalesce(r.document_id::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.entry_id::text, r.document_id::text, r.number::text, r.title::text, r.decided_on::text, ('\x' || encode(r.content_digest, 'hex')), r.files::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x656e7472795f696400","\\\\x646f63756d656e745f696400","\\\\x6e756d62657200","\\\\x7469746c6500","\\\\x646563696465645f6f6e00","\\\\x636f6e74656e745f64696765737400","\\\\x66696c657300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 36, 'records.disposal_entry_document',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.entry_id::text, '') || '/' || coalesce(r.document_id::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.entry_id::text, r.document_id::text, r.number::text, r.title::text, r.decided_on::text, ('\x' || encode(r.content_digest, 'hex')), r.files::text] as texts from (select content_digest, decided_on, document_id, entry_id, files, number, title from new_rows except select content_digest, decided_on, document_id, entry_id, files, number, title from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x656e7472795f696400","\\\\x646f63756d656e745f696400","\\\\x6e756d62657200","\\\\x7469746c6500","\\\\x646563696465645f6f6e00","\\\\x636f6e74656e745f64696765737400","\\\\x66696c657300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_disposal_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 34, 'records.disposal_item', r.id::text, r.file_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 34, 'records.disposal_item',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.batch_id::text, r.file_id::text, r.state::text, r.expires_on::text, r.proposal::text, (case when r.must_extend then 't' when not r.must_extend then 'f' end), r.measure::text, r.reason::text, r.extend_years::text, r.archives_wish::text, (case when r.important then 't' when not r.important then 'f' end), r.document_count::text, ('\x' || encode(r.contents_digest, 'hex')), r.outcome::text, (extract(epoch from r.ended_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x62617463685f696400","\\\\x66696c655f696400","\\\\x737461746500","\\\\x657870697265735f6f6e00","\\\\x70726f706f73616c00","\\\\x6d7573745f657874656e6400","\\\\x6d65617375726500","\\\\x726561736f6e00","\\\\x657874656e645f796561727300","\\\\x61726368697665735f7769736800","\\\\x696d706f7274616e7400","\\\\x646f63756d656e745f636f756e7400","\\\\x636f6e74656e74735f64696765737400","\\\\x6f7574636f6d6500","\\\\x656e6465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 34, 'records.disposal_item',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.batch_id::text, r.file_id::text, r.state::text, r.expires_on::text, r.proposal::text, (case when r.must_extend then 't' when not r.must_extend then 'f' end), r.measure::text, r.reason::text, r.extend_years::text, r.archives_wish::text, (case when r.important then 't' when not r.important then 'f' end), r.document_count::text, ('\x' || encode(r.contents_digest, 'hex')), r.outcome::text, (extract(epoch from r.ended_at) * 1000000)::bigint::text] as texts from (select archives_wish, batch_id, contents_digest, document_count, ended_at, expires_on, extend_years, file_id, id, important, measure, must_extend, outcome, proposal, reason, state from new_rows except select archives_wish, batch_id, contents_digest, document_count, ended_at, expires_on, extend_years, file_id, id, important, measure, must_extend, outcome, proposal, reason, state from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x62617463685f696400","\\\\x66696c655f696400","\\\\x737461746500","\\\\x657870697265735f6f6e00","\\\\x70726f706f73616c00","\\\\x6d7573745f657874656e6400","\\\\x6d65617375726500","\\\\x726561736f6e00","\\\\x657874656e645f796561727300","\\\\x61726368697665735f7769736800","\\\\x696d706f7274616e7400","\\\\x646f63756d656e745f636f756e7400","\\\\x636f6e74656e74735f64696765737400","\\\\x6f7574636f6d6500","\\\\x656e6465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_disposal_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 102, 'records.disposal_release', replace(replace(coalesce(r.witness, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.size::text, '') || '/' || replace(replace(coalesce(r.root, ''), '%', '%25'), '/', '%2F'), r.witness::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 102, 'records.disposal_release',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.witness, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.size::text, '') || '/' || replace(replace(coalesce(r.root, ''), '%', '%25'), '/', '%2F') as k, r.witness::text as o, uuid_send(gen_random_uuid()) as salt, array[r.witness::text, r.size::text, r.root::text, (extract(epoch from r.released_at) * 1000000)::bigint::text, r.released_by::text, r.released_by_name::text, r.reason::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x7769746e65737300","\\\\x73697a6500","\\\\x726f6f7400","\\\\x72656c65617365645f617400","\\\\x72656c65617365645f627900","\\\\x72656c65617365645f62795f6e616d6500","\\\\x726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 102, 'records.disposal_release',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.witness, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.size::text, '') || '/' || replace(replace(coalesce(r.root, ''), '%', '%25'), '/', '%2F') as k, r.witness::text as o, uuid_send(gen_random_uuid()) as salt, array[r.witness::text, r.size::text, r.root::text, (extract(epoch from r.released_at) * 1000000)::bigint::text, r.released_by::text, r.released_by_name::text, r.reason::text] as texts from (select reason, released_at, released_by, released_by_name, root, size, witness from new_rows except select reason, released_at, released_by, released_by_name, root, size, witness from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x7769746e65737300","\\\\x73697a6500","\\\\x726f6f7400","\\\\x72656c65617365645f617400","\\\\x72656c65617365645f627900","\\\\x72656c65617365645f62795f6e616d6500","\\\\x726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_extension_batch()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 38, 'records.extension_batch', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 38, 'records.extension_batch',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.years::text, r.reason::text, (extract(epoch from r.asked_at) * 1000000)::bigint::text, r.asked_by::text, r.asked_by_name::text, (extract(epoch from r.stopped_at) * 1000000)::bigint::text, r.stopped_by::text, (extract(epoch from r.finished_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x796561727300","\\\\x726561736f6e00","\\\\x61736b65645f617400","\\\\x61736b65645f627900","\\\\x61736b65645f62795f6e616d6500","\\\\x73746f707065645f617400","\\\\x73746f707065645f627900","\\\\x66696e69736865645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 38, 'records.extension_batch',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.years::text, r.reason::text, (extract(epoch from r.asked_at) * 1000000)::bigint::text, r.asked_by::text, r.asked_by_name::text, (extract(epoch from r.stopped_at) * 1000000)::bigint::text, r.stopped_by::text, (extract(epoch from r.finished_at) * 1000000)::bigint::text] as texts from (select asked_at, asked_by, asked_by_name, finished_at, id, reason, stopped_at, stopped_by, years from new_rows except select asked_at, asked_by, asked_by_name, finished_at, id, reason, stopped_at, stopped_by, years from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x796561727300","\\\\x726561736f6e00","\\\\x61736b65645f617400","\\\\x61736b65645f627900","\\\\x61736b65645f62795f6e616d6500","\\\\x73746f707065645f617400","\\\\x73746f707065645f627900","\\\\x66696e69736865645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_extension_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 39, 'records.extension_item', coalesce(r.batch_id::text, '') || '/' || coalesce(r.file_id::text, ''), r.file_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 39, 'records.extension_item',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.batch_id::text, '') || '/' || coalesce(r.file_id::text, '') as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.batch_id::text, r.file_id::text, r.outcome::text, r.code::text, r.from_on::text, r.to_on::text, (extract(epoch from r.done_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x62617463685f696400","\\\\x66696c655f696400","\\\\x6f7574636f6d6500","\\\\x636f646500","\\\\x66726f6d5f6f6e00","\\\\x746f5f6f6e00","\\\\x646f6e655f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 39, 'records.extension_item',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.batch_id::text, '') || '/' || coalesce(r.file_id::text, '') as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.batch_id::text, r.file_id::text, r.outcome::text, r.code::text, r.from_on::text, r.to_on::text, (extract(epoch from r.done_at) * 1000000)::bigint::text] as texts from (select batch_id, code, done_at, file_id, from_on, outcome, to_on from new_rows except select batch_id, code, done_at, file_id, from_on, outcome, to_on from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x62617463685f696400","\\\\x66696c655f696400","\\\\x6f7574636f6d6500","\\\\x636f646500","\\\\x66726f6d5f6f6e00","\\\\x746f5f6f6e00","\\\\x646f6e655f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_file_history()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 28, 'records.file_history', coalesce(r.file_id::text, '') || '/' || coalesce(r.since::text, ''), r.file_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 28, 'records.file_history',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.file_id::text, '') || '/' || coalesce(r.since::text, '') as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.file_id::text, r.since::text, r.class_code::text, r.section_code::text, r.section_name::text, r.fiscal_year::text, r.volume::text, r.title::text, r.retention_class::text, r.disclosure_class::text, r.disposition::text, r.state::text, r.custody::text, r.medium::text, (case when r.secret then 't' when not r.secret then 'f' end), r.starts_on::text, r.expires_on::text, r.closed_on::text, r.retention_label::text, r.retention_years::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x66696c655f696400","\\\\x73696e636500","\\\\x636c6173735f636f646500","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x66697363616c5f7965617200","\\\\x766f6c756d6500","\\\\x7469746c6500","\\\\x726574656e74696f6e5f636c61737300","\\\\x646973636c6f737572655f636c61737300","\\\\x646973706f736974696f6e00","\\\\x737461746500","\\\\x637573746f647900","\\\\x6d656469756d00","\\\\x73656372657400","\\\\x7374617274735f6f6e00","\\\\x657870697265735f6f6e00","\\\\x636c6f7365645f6f6e00","\\\\x726574656e74696f6e5f6c6162656c00","\\\\x726574656e74696f6e5f796561727300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 28, 'records.file_history',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.file_id::text, '') || '/' || coalesce(r.since::text, '') as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.file_id::text, r.since::text, r.class_code::text, r.section_code::text, r.section_name::text, r.fiscal_year::text, r.volume::text, r.title::text, r.retention_class::text, r.disclosure_class::text, r.disposition::text, r.state::text, r.custody::text, r.medium::text, (case when r.secret then 't' when not r.secret then 'f' end), r.starts_on::text, r.expires_on::text, r.closed_on::text, r.retention_label::text, r.retention_years::text] as texts from (select class_code, closed_on, custody, disclosure_class, disposition, expires_on, file_id, fiscal_year, medium, retention_class, retention_label, retention_years, secret, section_code, section_name, since, starts_on, state, title, volume from new_rows except select class_code, closed_on, custody, disclosure_class, disposition, expires_on, file_id, fiscal_year, medium, retention_class, retention_label, retention_years, secret, section_code, section_name, since, starts_on, state, title, volume from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x66696c655f696400","\\\\x73696e636500","\\\\x636c6173735f636f646500","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x66697363616c5f7965617200","\\\\x766f6c756d6500","\\\\x7469746c6500","\\\\x726574656e74696f6e5f636c61737300","\\\\x646973636c6f737572655f636c61737300","\\\\x646973706f736974696f6e00","\\\\x737461746500","\\\\x637573746f647900","\\\\x6d656469756d00","\\\\x73656372657400","\\\\x7374617274735f6f6e00","\\\\x657870697265735f6f6e00","\\\\x636c6f7365645f6f6e00","\\\\x726574656e74696f6e5f6c6162656c00","\\\\x726574656e74696f6e5f796561727300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_file_place()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 42, 'records.file_place', r.id::text, r.file_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 42, 'records.file_place',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.file_id::text, r.place_code::text, r.note::text, (extract(epoch from r.since) * 1000000)::bigint::text, r.since_by::text, (extract(epoch from r.until) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66696c655f696400","\\\\x706c6163655f636f646500","\\\\x6e6f746500","\\\\x73696e636500","\\\\x73696e63655f627900","\\\\x756e74696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 42, 'records.file_place',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.file_id::text, r.place_code::text, r.note::text, (extract(epoch from r.since) * 1000000)::bigint::text, r.since_by::text, (extract(epoch from r.until) * 1000000)::bigint::text] as texts from (select file_id, id, note, place_code, since, since_by, until from new_rows except select file_id, id, note, place_code, since, since_by, until from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66696c655f696400","\\\\x706c6163655f636f646500","\\\\x6e6f746500","\\\\x73696e636500","\\\\x73696e63655f627900","\\\\x756e74696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_filing_class()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 29, 'records.filing_class', r.code::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 29, 'records.filing_class',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.name::text, r.level::text, r.parent_code::text, r.function_code::text, r.retention_class::text, r.disclosure_class::text, r.disposition::text, r.statutory_years::text, r.statutory_law::text, r.section_code::text, (case when r.adjustment_period then 't' when not r.adjustment_period then 'f' end), (case when r.personal_data then 't' when not r.personal_data then 'f' end), r.last_year::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6e616d6500","\\\\x6c6576656c00","\\\\x706172656e745f636f646500","\\\\x66756e6374696f6e5f636f646500","\\\\x726574656e74696f6e5f636c61737300","\\\\x646973636c6f737572655f636c61737300","\\\\x646973706f736974696f6e00","\\\\x7374617475746f72795f796561727300","\\\\x7374617475746f72795f6c617700","\\\\x73656374696f6e5f636f646500","\\\\x61646a7573746d656e745f706572696f6400","\\\\x706572736f6e616c5f6461746100","\\\\x6c6173745f7965617200"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 29, 'records.filing_class',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.name::text, r.level::text, r.parent_code::text, r.function_code::text, r.retention_class::text, r.disclosure_class::text, r.disposition::text, r.statutory_years::text, r.statutory_law::text, r.section_code::text, (case when r.adjustment_period then 't' when not r.adjustment_period then 'f' end), (case when r.personal_data then 't' when not r.personal_data then 'f' end), r.last_year::text] as texts from (select adjustment_period, code, disclosure_class, disposition, function_code, last_year, level, name, parent_code, personal_data, retention_class, section_code, statutory_law, statutory_years from new_rows except select adjustment_period, code, disclosure_class, disposition, function_code, last_year, level, name, parent_code, personal_data, retention_class, section_code, statutory_law, statutory_years from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6e616d6500","\\\\x6c6576656c00","\\\\x706172656e745f636f646500","\\\\x66756e6374696f6e5f636f646500","\\\\x726574656e74696f6e5f636c61737300","\\\\x646973636c6f737572655f636c61737300","\\\\x646973706f736974696f6e00","\\\\x7374617475746f72795f796561727300","\\\\x7374617475746f72795f6c617700","\\\\x73656374696f6e5f636f646500","\\\\x61646a7573746d656e745f706572696f6400","\\\\x706572736f6e616c5f6461746100","\\\\x6c6173745f7965617200"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_filing_class_history()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 74, 'records.filing_class_history', replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.since::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 74, 'records.filing_class_history',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.since::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.since::text, r.class::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x73696e636500","\\\\x636c61737300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 74, 'records.filing_class_history',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.since::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.since::text, r.class::text] as texts from (select class, code, since from new_rows except select class, code, since from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x73696e636500","\\\\x636c61737300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_handover()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 40, 'records.handover', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 40, 'records.handover',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.fiscal_year::text, r.section_code::text, r.section_name::text, (extract(epoch from r.proposed_at) * 1000000)::bigint::text, r.proposed_by::text, r.proposed_by_name::text, (extract(epoch from r.received_at) * 1000000)::bigint::text, r.received_by::text, r.received_by_name::text, (extract(epoch from r.withdrawn_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66697363616c5f7965617200","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x70726f706f7365645f617400","\\\\x70726f706f7365645f627900","\\\\x70726f706f7365645f62795f6e616d6500","\\\\x72656365697665645f617400","\\\\x72656365697665645f627900","\\\\x72656365697665645f62795f6e616d6500","\\\\x77697468647261776e5f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 40, 'records.handover',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.fiscal_year::text, r.section_code::text, r.section_name::text, (extract(epoch from r.proposed_at) * 1000000)::bigint::text, r.proposed_by::text, r.proposed_by_name::text, (extract(epoch from r.received_at) * 1000000)::bigint::text, r.received_by::text, r.received_by_name::text, (extract(epoch from r.withdrawn_at) * 1000000)::bigint::text] as texts from (select fiscal_year, id, proposed_at, proposed_by, proposed_by_name, received_at, received_by, received_by_name, section_code, section_name, withdrawn_at from new_rows except select fiscal_year, id, proposed_at, proposed_by, proposed_by_name, received_at, received_by, received_by_name, section_code, section_name, withdrawn_at from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66697363616c5f7965617200","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x70726f706f7365645f617400","\\\\x70726f706f7365645f627900","\\\\x70726f706f7365645f62795f6e616d6500","\\\\x72656365697665645f617400","\\\\x72656365697665645f627900","\\\\x72656365697665645f62795f6e616d6500","\\\\x77697468647261776e5f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_handover_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 98, 'records.handover_file', coalesce(r.handover_id::text, '') || '/' || coalesce(r.file_id::text, ''), r.file_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 98, 'records.handover_file',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.handover_id::text, '') || '/' || coalesce(r.file_id::text, '') as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.handover_id::text, r.file_id::text, r.place_code::text, (extract(epoch from r.returned_at) * 1000000)::bigint::text, r.returned_by::text, r.return_reason::text, (extract(epoch from r.taken_off_at) * 1000000)::bigint::text, r.taken_off_by::text, r.taken_off_reason::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x68616e646f7665725f696400","\\\\x66696c655f696400","\\\\x706c6163655f636f646500","\\\\x72657475726e65645f617400","\\\\x72657475726e65645f627900","\\\\x72657475726e5f726561736f6e00","\\\\x74616b656e5f6f66665f617400","\\\\x74616b656e5f6f66665f627900","\\\\x74616b656e5f6f66665f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 98, 'records.handover_file',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.handover_id::text, '') || '/' || coalesce(r.file_id::text, '') as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.handover_id::text, r.file_id::text, r.place_code::text, (extract(epoch from r.returned_at) * 1000000)::bigint::text, r.returned_by::text, r.return_reason::text, (extract(epoch from r.taken_off_at) * 1000000)::bigint::text, r.taken_off_by::text, r.taken_off_reason::text] as texts from (select file_id, handover_id, place_code, return_reason, returned_at, returned_by, taken_off_at, taken_off_by, taken_off_reason from new_rows except select file_id, handover_id, place_code, return_reason, returned_at, returned_by, taken_off_at, taken_off_by, taken_off_reason from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x68616e646f7665725f696400","\\\\x66696c655f696400","\\\\x706c6163655f636f646500","\\\\x72657475726e65645f617400","\\\\x72657475726e65645f627900","\\\\x72657475726e5f726561736f6e00","\\\\x74616b656e5f6f66665f617400","\\\\x74616b656e5f6f66665f627900","\\\\x74616b656e5f6f66665f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 31, 'records.hold', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 31, 'records.hold',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.ground::text, r.case_no::text, r.reason::text, r.triggered_on::text, r.decided_on::text, r.ends_on::text, (extract(epoch from r.placed_at) * 1000000)::bigint::text, r.placed_by::text, r.placed_by_name::text, (extract(epoch from r.confirmed_at) * 1000000)::bigint::text, r.confirmed_by::text, (extract(epoch from r.released_at) * 1000000)::bigint::text, r.released_by::text, r.release_reason::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x67726f756e6400","\\\\x636173655f6e6f00","\\\\x726561736f6e00","\\\\x7472696767657265645f6f6e00","\\\\x646563696465645f6f6e00","\\\\x656e64735f6f6e00","\\\\x706c616365645f617400","\\\\x706c616365645f627900","\\\\x706c616365645f62795f6e616d6500","\\\\x636f6e6669726d65645f617400","\\\\x636f6e6669726d65645f627900","\\\\x72656c65617365645f617400","\\\\x72656c65617365645f627900","\\\\x72656c656173655f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 31, 'records.hold',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.ground::text, r.case_no::text, r.reason::text, r.triggered_on::text, r.decided_on::text, r.ends_on::text, (extract(epoch from r.placed_at) * 1000000)::bigint::text, r.placed_by::text, r.placed_by_name::text, (extract(epoch from r.confirmed_at) * 1000000)::bigint::text, r.confirmed_by::text, (extract(epoch from r.released_at) * 1000000)::bigint::text, r.released_by::text, r.release_reason::text] as texts from (select case_no, confirmed_at, confirmed_by, decided_on, ends_on, ground, id, placed_at, placed_by, placed_by_name, reason, release_reason, released_at, released_by, triggered_on from new_rows except select case_no, confirmed_at, confirmed_by, decided_on, ends_on, ground, id, placed_at, placed_by, placed_by_name, reason, release_reason, released_at, released_by, triggered_on from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x67726f756e6400","\\\\x636173655f6e6f00","\\\\x726561736f6e00","\\\\x7472696767657265645f6f6e00","\\\\x646563696465645f6f6e00","\\\\x656e64735f6f6e00","\\\\x706c616365645f617400","\\\\x706c616365645f627900","\\\\x706c616365645f62795f6e616d6500","\\\\x636f6e6669726d65645f617400","\\\\x636f6e6669726d65645f627900","\\\\x72656c65617365645f617400","\\\\x72656c65617365645f627900","\\\\x72656c656173655f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_hold_target()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 32, 'records.hold_target', coalesce(r.hold_id::text, '') || '/' || coalesce(r.file_id::text, '') || '/' || coalesce(r.document_id::text, ''), r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 32, 'records.hold_target',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.hold_id::text, '') || '/' || coalesce(r.file_id::text, '') || '/' || coalesce(r.document_id::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.hold_id::text, r.file_id::text, r.document_id::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x686f6c645f696400","\\\\x66696c655f696400","\\\\x646f63756d656e745f696400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 32, 'records.hold_target',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.hold_id::text, '') || '/' || coalesce(r.file_id::text, '') || '/' || coalesce(r.document_id::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.hold_id::text, r.file_id::text, r.document_id::text] as texts from (select document_id, file_id, hold_id from new_rows except select document_id, file_id, hold_id from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x686f6c645f696400","\\\\x66696c655f696400","\\\\x646f63756d656e745f696400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_loan()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 44, 'records.loan', r.id::text, r.file_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 44, 'records.loan',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.file_id::text, r.purpose::text, (extract(epoch from r.requested_at) * 1000000)::bigint::text, r.requested_by::text, r.requested_by_name::text, r.section_code::text, r.section_name::text, r.due_on::text, (extract(epoch from r.lent_at) * 1000000)::bigint::text, r.lent_by::text, r.lent_by_name::text, (extract(epoch from r.refused_at) * 1000000)::bigint::text, r.refused_by::text, r.refusal::text, (extract(epoch from r.returned_at) * 1000000)::bigint::text, r.returned_to::text, r.returned_to_name::text, r.reminded_on::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66696c655f696400","\\\\x707572706f736500","\\\\x7265717565737465645f617400","\\\\x7265717565737465645f627900","\\\\x7265717565737465645f62795f6e616d6500","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x6475655f6f6e00","\\\\x6c656e745f617400","\\\\x6c656e745f627900","\\\\x6c656e745f62795f6e616d6500","\\\\x726566757365645f617400","\\\\x726566757365645f627900","\\\\x7265667573616c00","\\\\x72657475726e65645f617400","\\\\x72657475726e65645f746f00","\\\\x72657475726e65645f746f5f6e616d6500","\\\\x72656d696e6465645f6f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 44, 'records.loan',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.file_id::text, r.purpose::text, (extract(epoch from r.requested_at) * 1000000)::bigint::text, r.requested_by::text, r.requested_by_name::text, r.section_code::text, r.section_name::text, r.due_on::text, (extract(epoch from r.lent_at) * 1000000)::bigint::text, r.lent_by::text, r.lent_by_name::text, (extract(epoch from r.refused_at) * 1000000)::bigint::text, r.refused_by::text, r.refusal::text, (extract(epoch from r.returned_at) * 1000000)::bigint::text, r.returned_to::text, r.returned_to_name::text, r.reminded_on::text] as texts from (select due_on, file_id, id, lent_at, lent_by, lent_by_name, purpose, refusal, refused_at, refused_by, reminded_on, requested_at, requested_by, requested_by_name, returned_at, returned_to, returned_to_name, section_code, section_name from new_rows except select due_on, file_id, id, lent_at, lent_by, lent_by_name, purpose, refusal, refused_at, refused_by, reminded_on, requested_at, requested_by, requested_by_name, returned_at, returned_to, returned_to_name, section_code, section_name from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66696c655f696400","\\\\x707572706f736500","\\\\x7265717565737465645f617400","\\\\x7265717565737465645f627900","\\\\x7265717565737465645f62795f6e616d6500","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x6475655f6f6e00","\\\\x6c656e745f617400","\\\\x6c656e745f627900","\\\\x6c656e745f62795f6e616d6500","\\\\x726566757365645f617400","\\\\x726566757365645f627900","\\\\x7265667573616c00","\\\\x72657475726e65645f617400","\\\\x72657475726e65645f746f00","\\\\x72657475726e65645f746f5f6e616d6500","\\\\x72656d696e6465645f6f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_paper_record()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 45, 'records.paper_record', r.id::text, r.file_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 45, 'records.paper_record',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.file_id::text, r.title::text, r.document_number::text, r.documented_on::text, r.pages::text, r.location::text, (case when r.disposition then 't' when not r.disposition then 'f' end), r.issued_on::text, (extract(epoch from r.registered_at) * 1000000)::bigint::text, r.registered_by::text, r.registered_by_name::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66696c655f696400","\\\\x7469746c6500","\\\\x646f63756d656e745f6e756d62657200","\\\\x646f63756d656e7465645f6f6e00","\\\\x706167657300","\\\\x6c6f636174696f6e00","\\\\x646973706f736974696f6e00","\\\\x6973737565645f6f6e00","\\\\x726567697374657265645f617400","\\\\x726567697374657265645f627900","\\\\x726567697374657265645f62795f6e616d6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 45, 'records.paper_record',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.file_id::text, r.title::text, r.document_number::text, r.documented_on::text, r.pages::text, r.location::text, (case when r.disposition then 't' when not r.disposition then 'f' end), r.issued_on::text, (extract(epoch from r.registered_at) * 1000000)::bigint::text, r.registered_by::text, r.registered_by_name::text] as texts from (select disposition, document_number, documented_on, file_id, id, issued_on, location, pages, registered_at, registered_by, registered_by_name, title from new_rows except select disposition, document_number, documented_on, file_id, id, issued_on, location, pages, registered_at, registered_by, registered_by_name, title from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66696c655f696400","\\\\x7469746c6500","\\\\x646f63756d656e745f6e756d62657200","\\\\x646f63756d656e7465645f6f6e00","\\\\x706167657300","\\\\x6c6f636174696f6e00","\\\\x646973706f736974696f6e00","\\\\x6973737565645f6f6e00","\\\\x726567697374657265645f617400","\\\\x726567697374657265645f627900","\\\\x726567697374657265645f62795f6e616d6500"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_plan_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 75, 'records.plan_change', coalesce(r.version_id::text, '') || '/' || replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F'), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 75, 'records.plan_change',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.version_id::text, '') || '/' || replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.version_id::text, r.code::text, (case when r.is_new then 't' when not r.is_new then 'f' end), r.columns::text, r.was::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x76657273696f6e5f696400","\\\\x636f646500","\\\\x69735f6e657700","\\\\x636f6c756d6e7300","\\\\x77617300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 75, 'records.plan_change',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.version_id::text, '') || '/' || replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.version_id::text, r.code::text, (case when r.is_new then 't' when not r.is_new then 'f' end), r.columns::text, r.was::text] as texts from (select code, columns, is_new, version_id, was from new_rows except select code, columns, is_new, version_id, was from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x76657273696f6e5f696400","\\\\x636f646500","\\\\x69735f6e657700","\\\\x636f6c756d6e7300","\\\\x77617300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_plan_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 76, 'records.plan_version', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 76, 'records.plan_version',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.state::text, r.version::text, r.valid_from::text, r.revision::text, r.note::text, (extract(epoch from r.created_at) * 1000000)::bigint::text, r.created_by::text, r.created_by_name::text, r.reason::text, (extract(epoch from r.published_at) * 1000000)::bigint::text, r.published_by::text, r.published_by_name::text, (extract(epoch from r.withdrawn_at) * 1000000)::bigint::text, r.withdrawn_by::text, r.withdrawn_by_name::text, (extract(epoch from r.entered_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x737461746500","\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x7265766973696f6e00","\\\\x6e6f746500","\\\\x637265617465645f617400","\\\\x637265617465645f627900","\\\\x637265617465645f62795f6e616d6500","\\\\x726561736f6e00","\\\\x7075626c69736865645f617400","\\\\x7075626c69736865645f627900","\\\\x7075626c69736865645f62795f6e616d6500","\\\\x77697468647261776e5f617400","\\\\x77697468647261776e5f627900","\\\\x77697468647261776e5f62795f6e616d6500","\\\\x656e74657265645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 76, 'records.plan_version',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.state::text, r.version::text, r.valid_from::text, r.revision::text, r.note::text, (extract(epoch from r.created_at) * 1000000)::bigint::text, r.created_by::text, r.created_by_name::text, r.reason::text, (extract(epoch from r.published_at) * 1000000)::bigint::text, r.published_by::text, r.published_by_name::text, (extract(epoch from r.withdrawn_at) * 1000000)::bigint::text, r.withdrawn_by::text, r.withdrawn_by_name::text, (extract(epoch from r.entered_at) * 1000000)::bigint::text] as texts from (select created_at, created_by, created_by_name, entered_at, id, note, published_at, published_by, published_by_name, reason, revision, state, valid_from, version, withdrawn_at, withdrawn_by, withdrawn_by_name from new_rows except select created_at, created_by, created_by_name, entered_at, id, note, published_at, published_by, published_by_name, reason, revision, state, valid_from, version, withdrawn_at, withdrawn_by, withdrawn_by_name from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x737461746500","\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x7265766973696f6e00","\\\\x6e6f746500","\\\\x637265617465645f617400","\\\\x637265617465645f627900","\\\\x637265617465645f62795f6e616d6500","\\\\x726561736f6e00","\\\\x7075626c69736865645f617400","\\\\x7075626c69736865645f627900","\\\\x7075626c69736865645f62795f6e616d6500","\\\\x77697468647261776e5f617400","\\\\x77697468647261776e5f627900","\\\\x77697468647261776e5f62795f6e616d6500","\\\\x656e74657265645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_record()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 26, 'records.record', r.document_id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 26, 'records.record',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.document_id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.file_id::text, (extract(epoch from r.filed_at) * 1000000)::bigint::text, r.filed_by::text, r.retention_class::text, r.basis::text, r.decided_on::text, r.closed_on::text, (case when r.provisional then 't' when not r.provisional then 'f' end), r.event_on::text, r.starts_on::text, r.expires_on::text, r.explanation::text, r.state::text, r.medium::text, r.review_on::text, r.keep_until::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x66696c655f696400","\\\\x66696c65645f617400","\\\\x66696c65645f627900","\\\\x726574656e74696f6e5f636c61737300","\\\\x626173697300","\\\\x646563696465645f6f6e00","\\\\x636c6f7365645f6f6e00","\\\\x70726f766973696f6e616c00","\\\\x6576656e745f6f6e00","\\\\x7374617274735f6f6e00","\\\\x657870697265735f6f6e00","\\\\x6578706c616e6174696f6e00","\\\\x737461746500","\\\\x6d656469756d00","\\\\x7265766965775f6f6e00","\\\\x6b6565705f756e74696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 26, 'records.record',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.document_id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.file_id::text, (extract(epoch from r.filed_at) * 1000000)::bigint::text, r.filed_by::text, r.retention_class::text, r.basis::text, r.decided_on::text, r.closed_on::text, (case when r.provisional then 't' when not r.provisional then 'f' end), r.event_on::text, r.starts_on::text, r.expires_on::text, r.explanation::text, r.state::text, r.medium::text, r.review_on::text, r.keep_until::text] as texts from (select basis, closed_on, decided_on, document_id, event_on, expires_on, explanation, file_id, filed_at, filed_by, keep_until, medium, provisional, retention_class, review_on, starts_on, state from new_rows except select basis, closed_on, decided_on, document_id, event_on, expires_on, explanation, file_id, filed_at, filed_by, keep_until, medium, provisional, retention_class, review_on, starts_on, state from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x66696c655f696400","\\\\x66696c65645f617400","\\\\x66696c65645f627900","\\\\x726574656e74696f6e5f636c61737300","\\\\x626173697300","\\\\x646563696465645f6f6e00","\\\\x636c6f7365645f6f6e00","\\\\x70726f766973696f6e616c00","\\\\x6576656e745f6f6e00","\\\\x7374617274735f6f6e00","\\\\x657870697265735f6f6e00","\\\\x6578706c616e6174696f6e00","\\\\x737461746500","\\\\x6d656469756d00","\\\\x7265766965775f6f6e00","\\\\x6b6565705f756e74696c00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_record_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 103, 'records.record_file', r.id::text, r.id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 103, 'records.record_file',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.class_code::text, r.function_code::text, r.section_code::text, r.section_name::text, r.fiscal_year::text, r.volume::text, r.title::text, r.retention_class::text, r.state::text, r.disclosure_class::text, r.disposition::text, r.starts_on::text, r.expires_on::text, (extract(epoch from r.opened_at) * 1000000)::bigint::text, r.closed_on::text, r.custody::text, r.medium::text, (case when r.continuing then 't' when not r.continuing then 'f' end), r.event_on::text, r.review_on::text, r.permanent_ground::text, r.extended_to::text, r.extension_count::text, r.statutory_years::text, r.statutory_law::text, r.kept_basis::text, r.kept_years::text, r.kept_label::text, (case when r.adjustment_period then 't' when not r.adjustment_period then 'f' end), (case when r.personal_data then 't' when not r.personal_data then 'f' end), (case when r.secret then 't' when not r.secret then 'f' end), r.closing_reason::text, r.removal_reason::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x636c6173735f636f646500","\\\\x66756e6374696f6e5f636f646500","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x66697363616c5f7965617200","\\\\x766f6c756d6500","\\\\x7469746c6500","\\\\x726574656e74696f6e5f636c61737300","\\\\x737461746500","\\\\x646973636c6f737572655f636c61737300","\\\\x646973706f736974696f6e00","\\\\x7374617274735f6f6e00","\\\\x657870697265735f6f6e00","\\\\x6f70656e65645f617400","\\\\x636c6f7365645f6f6e00","\\\\x637573746f647900","\\\\x6d656469756d00","\\\\x636f6e74696e75696e6700","\\\\x6576656e745f6f6e00","\\\\x7265766965775f6f6e00","\\\\x7065726d616e656e745f67726f756e6400","\\\\x657874656e6465645f746f00","\\\\x657874656e73696f6e5f636f756e7400","\\\\x7374617475746f72795f796561727300","\\\\x7374617475746f72795f6c617700","\\\\x6b6570745f626173697300","\\\\x6b6570745f796561727300","\\\\x6b6570745f6c6162656c00","\\\\x61646a7573746d656e745f706572696f6400","\\\\x706572736f6e616c5f6461746100","\\\\x73656372657400","\\\\x636c6f73696e675f726561736f6e00","\\\\x72656d6f76616c5f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 103, 'records.record_file',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.class_code::text, r.function_code::text, r.section_code::text, r.section_name::text, r.fiscal_year::text, r.volume::text, r.title::text, r.retention_class::text, r.state::text, r.disclosure_class::text, r.disposition::text, r.starts_on::text, r.expires_on::text, (extract(epoch from r.opened_at) * 1000000)::bigint::text, r.closed_on::text, r.custody::text, r.medium::text, (case when r.continuing then 't' when not r.continuing then 'f' end), r.event_on::text, r.review_on::text, r.permanent_ground::text, r.extended_to::text, r.extension_count::text, r.statutory_years::text, r.statutory_law::text, r.kept_basis::text, r.kept_years::text, r.kept_label::text, (case when r.adjustment_period then 't' when not r.adjustment_period then 'f' end), (case when r.personal_data then 't' when not r.personal_data then 'f' end), (case when r.secret then 't' when not r.secret then 'f' end), r.closing_reason::text, r.removal_reason::text] as texts from (select adjustment_period, class_code, closed_on, closing_reason, continuing, custody, disclosure_class, disposition, event_on, expires_on, extended_to, extension_count, fiscal_year, function_code, id, kept_basis, kept_label, kept_years, medium, opened_at, permanent_ground, personal_data, removal_reason, retention_class, review_on, secret, section_code, section_name, starts_on, state, statutory_law, statutory_years, title, volume from new_rows except select adjustment_period, class_code, closed_on, closing_reason, continuing, custody, disclosure_class, disposition, event_on, expires_on, extended_to, extension_count, fiscal_year, function_code, id, kept_basis, kept_label, kept_years, medium, opened_at, permanent_ground, personal_data, removal_reason, retention_class, review_on, secret, section_code, section_name, starts_on, state, statutory_law, statutory_years, title, volume from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x636c6173735f636f646500","\\\\x66756e6374696f6e5f636f646500","\\\\x73656374696f6e5f636f646500","\\\\x73656374696f6e5f6e616d6500","\\\\x66697363616c5f7965617200","\\\\x766f6c756d6500","\\\\x7469746c6500","\\\\x726574656e74696f6e5f636c61737300","\\\\x737461746500","\\\\x646973636c6f737572655f636c61737300","\\\\x646973706f736974696f6e00","\\\\x7374617274735f6f6e00","\\\\x657870697265735f6f6e00","\\\\x6f70656e65645f617400","\\\\x636c6f7365645f6f6e00","\\\\x637573746f647900","\\\\x6d656469756d00","\\\\x636f6e74696e75696e6700","\\\\x6576656e745f6f6e00","\\\\x7265766965775f6f6e00","\\\\x7065726d616e656e745f67726f756e6400","\\\\x657874656e6465645f746f00","\\\\x657874656e73696f6e5f636f756e7400","\\\\x7374617475746f72795f796561727300","\\\\x7374617475746f72795f6c617700","\\\\x6b6570745f626173697300","\\\\x6b6570745f796561727300","\\\\x6b6570745f6c6162656c00","\\\\x61646a7573746d656e745f706572696f6400","\\\\x706572736f6e616c5f6461746100","\\\\x73656372657400","\\\\x636c6f73696e675f726561736f6e00","\\\\x72656d6f76616c5f726561736f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_record_past()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 92, 'records.record_past', coalesce(r.document_id::text, '') || '/' || coalesce(r.since::text, ''), r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 92, 'records.record_past',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.since::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.since::text, r.file_id::text, r.retention_class::text, r.closed_on::text, (case when r.provisional then 't' when not r.provisional then 'f' end), r.starts_on::text, r.expires_on::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x73696e636500","\\\\x66696c655f696400","\\\\x726574656e74696f6e5f636c61737300","\\\\x636c6f7365645f6f6e00","\\\\x70726f766973696f6e616c00","\\\\x7374617274735f6f6e00","\\\\x657870697265735f6f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 92, 'records.record_past',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.document_id::text, '') || '/' || coalesce(r.since::text, '') as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.document_id::text, r.since::text, r.file_id::text, r.retention_class::text, r.closed_on::text, (case when r.provisional then 't' when not r.provisional then 'f' end), r.starts_on::text, r.expires_on::text] as texts from (select closed_on, document_id, expires_on, file_id, provisional, retention_class, since, starts_on from new_rows except select closed_on, document_id, expires_on, file_id, provisional, retention_class, since, starts_on from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x646f63756d656e745f696400","\\\\x73696e636500","\\\\x66696c655f696400","\\\\x726574656e74696f6e5f636c61737300","\\\\x636c6f7365645f6f6e00","\\\\x70726f766973696f6e616c00","\\\\x7374617274735f6f6e00","\\\\x657870697265735f6f6e00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_register_issue()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 47, 'records.register_issue', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 47, 'records.register_issue',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.as_of::text, (extract(epoch from r.issued_at) * 1000000)::bigint::text, r.issued_by::text, r.issued_by_name::text, r.files::text, r.sha256::text, r.content::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x61735f6f6600","\\\\x6973737565645f617400","\\\\x6973737565645f627900","\\\\x6973737565645f62795f6e616d6500","\\\\x66696c657300","\\\\x73686132353600","\\\\x636f6e74656e7400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 47, 'records.register_issue',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.as_of::text, (extract(epoch from r.issued_at) * 1000000)::bigint::text, r.issued_by::text, r.issued_by_name::text, r.files::text, r.sha256::text, r.content::text] as texts from (select as_of, content, files, id, issued_at, issued_by, issued_by_name, sha256 from new_rows except select as_of, content, files, id, issued_at, issued_by, issued_by_name, sha256 from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x61735f6f6600","\\\\x6973737565645f617400","\\\\x6973737565645f627900","\\\\x6973737565645f62795f6e616d6500","\\\\x66696c657300","\\\\x73686132353600","\\\\x636f6e74656e7400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_retention_class()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 81, 'records.retention_class', r.code::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 81, 'records.retention_class',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.label::text, r.years::text, r.basis::text, r.disposition::text, r.valid_from::text, r.statutory_years::text, r.statutory_law::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6c6162656c00","\\\\x796561727300","\\\\x626173697300","\\\\x646973706f736974696f6e00","\\\\x76616c69645f66726f6d00","\\\\x7374617475746f72795f796561727300","\\\\x7374617475746f72795f6c617700"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 81, 'records.retention_class',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.label::text, r.years::text, r.basis::text, r.disposition::text, r.valid_from::text, r.statutory_years::text, r.statutory_law::text] as texts from (select basis, code, disposition, label, statutory_law, statutory_years, valid_from, years from new_rows except select basis, code, disposition, label, statutory_law, statutory_years, valid_from, years from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x6c6162656c00","\\\\x796561727300","\\\\x626173697300","\\\\x646973706f736974696f6e00","\\\\x76616c69645f66726f6d00","\\\\x7374617475746f72795f796561727300","\\\\x7374617475746f72795f6c617700"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_retention_class_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 82, 'records.retention_class_version', replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.version::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 82, 'records.retention_class_version',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.version::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.version::text, r.valid_from::text, r.label::text, r.years::text, r.basis::text, r.disposition::text, r.statutory_years::text, r.statutory_law::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x6c6162656c00","\\\\x796561727300","\\\\x626173697300","\\\\x646973706f736974696f6e00","\\\\x7374617475746f72795f796561727300","\\\\x7374617475746f72795f6c617700"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 82, 'records.retention_class_version',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select replace(replace(coalesce(r.code, ''), '%', '%25'), '/', '%2F') || '/' || coalesce(r.version::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.version::text, r.valid_from::text, r.label::text, r.years::text, r.basis::text, r.disposition::text, r.statutory_years::text, r.statutory_law::text] as texts from (select basis, code, disposition, label, statutory_law, statutory_years, valid_from, version, years from new_rows except select basis, code, disposition, label, statutory_law, statutory_years, valid_from, version, years from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x76657273696f6e00","\\\\x76616c69645f66726f6d00","\\\\x6c6162656c00","\\\\x796561727300","\\\\x626173697300","\\\\x646973706f736974696f6e00","\\\\x7374617475746f72795f796561727300","\\\\x7374617475746f72795f6c617700"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_rule_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 79, 'records.rule_change', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 79, 'records.rule_change',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.kind::text, r.code::text, r.before::text, r.after::text, (case when r.retroactive then 't' when not r.retroactive then 'f' end), (case when r.shorten then 't' when not r.shorten then 'f' end), r.reason::text, (extract(epoch from r.asked_at) * 1000000)::bigint::text, r.asked_by::text, r.asked_by_name::text, (extract(epoch from r.stopped_at) * 1000000)::bigint::text, r.stopped_by::text, (extract(epoch from r.finished_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x6b696e6400","\\\\x636f646500","\\\\x6265666f726500","\\\\x616674657200","\\\\x726574726f61637469766500","\\\\x73686f7274656e00","\\\\x726561736f6e00","\\\\x61736b65645f617400","\\\\x61736b65645f627900","\\\\x61736b65645f62795f6e616d6500","\\\\x73746f707065645f617400","\\\\x73746f707065645f627900","\\\\x66696e69736865645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 79, 'records.rule_change',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.kind::text, r.code::text, r.before::text, r.after::text, (case when r.retroactive then 't' when not r.retroactive then 'f' end), (case when r.shorten then 't' when not r.shorten then 'f' end), r.reason::text, (extract(epoch from r.asked_at) * 1000000)::bigint::text, r.asked_by::text, r.asked_by_name::text, (extract(epoch from r.stopped_at) * 1000000)::bigint::text, r.stopped_by::text, (extract(epoch from r.finished_at) * 1000000)::bigint::text] as texts from (select after, asked_at, asked_by, asked_by_name, before, code, finished_at, id, kind, reason, retroactive, shorten, stopped_at, stopped_by from new_rows except select after, asked_at, asked_by, asked_by_name, before, code, finished_at, id, kind, reason, retroactive, shorten, stopped_at, stopped_by from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x6b696e6400","\\\\x636f646500","\\\\x6265666f726500","\\\\x616674657200","\\\\x726574726f61637469766500","\\\\x73686f7274656e00","\\\\x726561736f6e00","\\\\x61736b65645f617400","\\\\x61736b65645f627900","\\\\x61736b65645f62795f6e616d6500","\\\\x73746f707065645f617400","\\\\x73746f707065645f627900","\\\\x66696e69736865645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_rule_change_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 80, 'records.rule_change_file', coalesce(r.change_id::text, '') || '/' || coalesce(r.file_id::text, ''), r.file_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 80, 'records.rule_change_file',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.change_id::text, '') || '/' || coalesce(r.file_id::text, '') as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.change_id::text, r.file_id::text, r.from_on::text, r.outcome::text, r.code::text, r.to_on::text, (extract(epoch from r.done_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x6368616e67655f696400","\\\\x66696c655f696400","\\\\x66726f6d5f6f6e00","\\\\x6f7574636f6d6500","\\\\x636f646500","\\\\x746f5f6f6e00","\\\\x646f6e655f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 80, 'records.rule_change_file',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select coalesce(r.change_id::text, '') || '/' || coalesce(r.file_id::text, '') as k, r.file_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.change_id::text, r.file_id::text, r.from_on::text, r.outcome::text, r.code::text, r.to_on::text, (extract(epoch from r.done_at) * 1000000)::bigint::text] as texts from (select change_id, code, done_at, file_id, from_on, outcome, to_on from new_rows except select change_id, code, done_at, file_id, from_on, outcome, to_on from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x6368616e67655f696400","\\\\x66696c655f696400","\\\\x66726f6d5f6f6e00","\\\\x6f7574636f6d6500","\\\\x636f646500","\\\\x746f5f6f6e00","\\\\x646f6e655f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_scan_substitute()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 96, 'records.scan_substitute', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 96, 'records.scan_substitute',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.paper_record_id::text, r.sha256::text, r.file_name::text, r.media_type::text, r.bytes::text, r.pages::text, (extract(epoch from r.scanned_at) * 1000000)::bigint::text, r.scanned_by::text, r.scanned_by_name::text, (extract(epoch from r.checked_at) * 1000000)::bigint::text, r.checked_by::text, r.checked_by_name::text, (extract(epoch from r.approved_at) * 1000000)::bigint::text, r.approved_by::text, r.approved_by_name::text, (extract(epoch from r.refused_at) * 1000000)::bigint::text, r.refused_by::text, r.refused_by_name::text, r.refusal::text, (extract(epoch from r.destruction_decided_at) * 1000000)::bigint::text, r.destruction_decided_by::text, r.destruction_decided_by_name::text, r.destroyed_on::text, (extract(epoch from r.destroyed_at) * 1000000)::bigint::text, r.destroyed_by::text, r.destroyed_by_name::text, r.method::text, ('\x' || encode(r.object_sha256, 'hex'))] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x70617065725f7265636f72645f696400","\\\\x73686132353600","\\\\x66696c655f6e616d6500","\\\\x6d656469615f7479706500","\\\\x627974657300","\\\\x706167657300","\\\\x7363616e6e65645f617400","\\\\x7363616e6e65645f627900","\\\\x7363616e6e65645f62795f6e616d6500","\\\\x636865636b65645f617400","\\\\x636865636b65645f627900","\\\\x636865636b65645f62795f6e616d6500","\\\\x617070726f7665645f617400","\\\\x617070726f7665645f627900","\\\\x617070726f7665645f62795f6e616d6500","\\\\x726566757365645f617400","\\\\x726566757365645f627900","\\\\x726566757365645f62795f6e616d6500","\\\\x7265667573616c00","\\\\x6465737472756374696f6e5f646563696465645f617400","\\\\x6465737472756374696f6e5f646563696465645f627900","\\\\x6465737472756374696f6e5f646563696465645f62795f6e616d6500","\\\\x64657374726f7965645f6f6e00","\\\\x64657374726f7965645f617400","\\\\x64657374726f7965645f627900","\\\\x64657374726f7965645f62795f6e616d6500","\\\\x6d6574686f6400","\\\\x6f626a6563745f73686132353600"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 96, 'records.scan_substitute',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.paper_record_id::text, r.sha256::text, r.file_name::text, r.media_type::text, r.bytes::text, r.pages::text, (extract(epoch from r.scanned_at) * 1000000)::bigint::text, r.scanned_by::text, r.scanned_by_name::text, (extract(epoch from r.checked_at) * 1000000)::bigint::text, r.checked_by::text, r.checked_by_name::text, (extract(epoch from r.approved_at) * 1000000)::bigint::text, r.approved_by::text, r.approved_by_name::text, (extract(epoch from r.refused_at) * 1000000)::bigint::text, r.refused_by::text, r.refused_by_name::text, r.refusal::text, (extract(epoch from r.destruction_decided_at) * 1000000)::bigint::text, r.destruction_decided_by::text, r.destruction_decided_by_name::text, r.destroyed_on::text, (extract(epoch from r.destroyed_at) * 1000000)::bigint::text, r.destroyed_by::text, r.destroyed_by_name::text, r.method::text, ('\x' || encode(r.object_sha256, 'hex'))] as texts from (select approved_at, approved_by, approved_by_name, bytes, checked_at, checked_by, checked_by_name, destroyed_at, destroyed_by, destroyed_by_name, destroyed_on, destruction_decided_at, destruction_decided_by, destruction_decided_by_name, file_name, id, media_type, method, object_sha256, pages, paper_record_id, refusal, refused_at, refused_by, refused_by_name, scanned_at, scanned_by, scanned_by_name, sha256 from new_rows except select approved_at, approved_by, approved_by_name, bytes, checked_at, checked_by, checked_by_name, destroyed_at, destroyed_by, destroyed_by_name, destroyed_on, destruction_decided_at, destruction_decided_by, destruction_decided_by_name, file_name, id, media_type, method, object_sha256, pages, paper_record_id, refusal, refused_at, refused_by, refused_by_name, scanned_at, scanned_by, scanned_by_name, sha256 from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x70617065725f7265636f72645f696400","\\\\x73686132353600","\\\\x66696c655f6e616d6500","\\\\x6d656469615f7479706500","\\\\x627974657300","\\\\x706167657300","\\\\x7363616e6e65645f617400","\\\\x7363616e6e65645f627900","\\\\x7363616e6e65645f62795f6e616d6500","\\\\x636865636b65645f617400","\\\\x636865636b65645f627900","\\\\x636865636b65645f62795f6e616d6500","\\\\x617070726f7665645f617400","\\\\x617070726f7665645f627900","\\\\x617070726f7665645f62795f6e616d6500","\\\\x726566757365645f617400","\\\\x726566757365645f627900","\\\\x726566757365645f62795f6e616d6500","\\\\x7265667573616c00","\\\\x6465737472756374696f6e5f646563696465645f617400","\\\\x6465737472756374696f6e5f646563696465645f627900","\\\\x6465737472756374696f6e5f646563696465645f62795f6e616d6500","\\\\x64657374726f7965645f6f6e00","\\\\x64657374726f7965645f617400","\\\\x64657374726f7965645f627900","\\\\x64657374726f7965645f62795f6e616d6500","\\\\x6d6574686f6400","\\\\x6f626a6563745f73686132353600"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_stack_place()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 43, 'records.stack_place', r.code::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 43, 'records.stack_place',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.room::text, r.shelf::text, r.box::text, r.note::text, (extract(epoch from r.added_at) * 1000000)::bigint::text, r.added_by::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x726f6f6d00","\\\\x7368656c6600","\\\\x626f7800","\\\\x6e6f746500","\\\\x61646465645f617400","\\\\x61646465645f627900"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 43, 'records.stack_place',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.code::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.code::text, r.room::text, r.shelf::text, r.box::text, r.note::text, (extract(epoch from r.added_at) * 1000000)::bigint::text, r.added_by::text] as texts from (select added_at, added_by, box, code, note, room, shelf from new_rows except select added_at, added_by, box, code, note, room, shelf from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x636f646500","\\\\x726f6f6d00","\\\\x7368656c6600","\\\\x626f7800","\\\\x6e6f746500","\\\\x61646465645f617400","\\\\x61646465645f627900"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_records_transfer_package()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 94, 'records.transfer_package', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 94, 'records.transfer_package',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.batch_id::text, r.state::text, r.total::text, r.done::text, r.withheld::text, r.fault::text, (extract(epoch from r.ordered_at) * 1000000)::bigint::text, r.ordered_by::text, r.ordered_by_name::text, (extract(epoch from r.expires_at) * 1000000)::bigint::text, r.object_key::text, r.sha256::text, r.bytes::text, ('\x' || encode(r.chunk_hashes, 'hex')), r.secrecies::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x62617463685f696400","\\\\x737461746500","\\\\x746f74616c00","\\\\x646f6e6500","\\\\x7769746868656c6400","\\\\x6661756c7400","\\\\x6f7264657265645f617400","\\\\x6f7264657265645f627900","\\\\x6f7264657265645f62795f6e616d6500","\\\\x657870697265735f617400","\\\\x6f626a6563745f6b657900","\\\\x73686132353600","\\\\x627974657300","\\\\x6368756e6b5f68617368657300","\\\\x73656372656369657300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 94, 'records.transfer_package',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.batch_id::text, r.state::text, r.total::text, r.done::text, r.withheld::text, r.fault::text, (extract(epoch from r.ordered_at) * 1000000)::bigint::text, r.ordered_by::text, r.ordered_by_name::text, (extract(epoch from r.expires_at) * 1000000)::bigint::text, r.object_key::text, r.sha256::text, r.bytes::text, ('\x' || encode(r.chunk_hashes, 'hex')), r.secrecies::text] as texts from (select batch_id, bytes, chunk_hashes, done, expires_at, fault, id, object_key, ordered_at, ordered_by, ordered_by_name, secrecies, sha256, state, total, withheld from new_rows except select batch_id, bytes, chunk_hashes, done, expires_at, fault, id, object_key, ordered_at, ordered_by, ordered_by_name, secrecies, sha256, state, total, withheld from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x62617463685f696400","\\\\x737461746500","\\\\x746f74616c00","\\\\x646f6e6500","\\\\x7769746868656c6400","\\\\x6661756c7400","\\\\x6f7264657265645f617400","\\\\x6f7264657265645f627900","\\\\x6f7264657265645f62795f6e616d6500","\\\\x657870697265735f617400","\\\\x6f626a6563745f6b657900","\\\\x73686132353600","\\\\x627974657300","\\\\x6368756e6b5f68617368657300","\\\\x73656372656369657300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_scans_page_correction()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 73, 'scans.page_correction', encode(r.source_sha256, 'hex') || '/' || coalesce(r.page::text, '') || '/' || coalesce(r.version::text, ''), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 73, 'scans.page_correction',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select encode(r.source_sha256, 'hex') || '/' || coalesce(r.page::text, '') || '/' || coalesce(r.version::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[('\x' || encode(r.source_sha256, 'hex')), r.page::text, r.version::text, r.text::text, r.corrected_by::text, r.corrected_by_name::text, (extract(epoch from r.corrected_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x736f757263655f73686132353600","\\\\x7061676500","\\\\x76657273696f6e00","\\\\x7465787400","\\\\x636f727265637465645f627900","\\\\x636f727265637465645f62795f6e616d6500","\\\\x636f727265637465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 73, 'scans.page_correction',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select encode(r.source_sha256, 'hex') || '/' || coalesce(r.page::text, '') || '/' || coalesce(r.version::text, '') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[('\x' || encode(r.source_sha256, 'hex')), r.page::text, r.version::text, r.text::text, r.corrected_by::text, r.corrected_by_name::text, (extract(epoch from r.corrected_at) * 1000000)::bigint::text] as texts from (select corrected_at, corrected_by, corrected_by_name, page, source_sha256, text, version from new_rows except select corrected_at, corrected_by, corrected_by_name, page, source_sha256, text, version from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x736f757263655f73686132353600","\\\\x7061676500","\\\\x76657273696f6e00","\\\\x7465787400","\\\\x636f727265637465645f627900","\\\\x636f727265637465645f62795f6e616d6500","\\\\x636f727265637465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_scans_removed_object()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 50, 'scans.removed_object', encode(r.sha256, 'hex'), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 50, 'scans.removed_object',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select encode(r.sha256, 'hex') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[('\x' || encode(r.sha256, 'hex')), r.bytes::text, r.grounds::text, (extract(epoch from r.removed_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73686132353600","\\\\x627974657300","\\\\x67726f756e647300","\\\\x72656d6f7665645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 50, 'scans.removed_object',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select encode(r.sha256, 'hex') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[('\x' || encode(r.sha256, 'hex')), r.bytes::text, r.grounds::text, (extract(epoch from r.removed_at) * 1000000)::bigint::text] as texts from (select bytes, grounds, removed_at, sha256 from new_rows except select bytes, grounds, removed_at, sha256 from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73686132353600","\\\\x627974657300","\\\\x67726f756e647300","\\\\x72656d6f7665645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_scans_stored_object()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 49, 'scans.stored_object', encode(r.sha256, 'hex'), null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 49, 'scans.stored_object',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select encode(r.sha256, 'hex') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[('\x' || encode(r.sha256, 'hex')), r.bytes::text, r.media_type::text, ('\x' || encode(r.chunk_hashes, 'hex')), r.pages::text, r.active_content::text, (extract(epoch from r.created_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73686132353600","\\\\x627974657300","\\\\x6d656469615f7479706500","\\\\x6368756e6b5f68617368657300","\\\\x706167657300","\\\\x6163746976655f636f6e74656e7400","\\\\x637265617465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 49, 'scans.stored_object',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select encode(r.sha256, 'hex') as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[('\x' || encode(r.sha256, 'hex')), r.bytes::text, r.media_type::text, ('\x' || encode(r.chunk_hashes, 'hex')), r.pages::text, r.active_content::text, (extract(epoch from r.created_at) * 1000000)::bigint::text] as texts from (select active_content, bytes, chunk_hashes, created_at, media_type, pages, sha256 from new_rows except select active_content, bytes, chunk_hashes, created_at, media_type, pages, sha256 from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x73686132353600","\\\\x627974657300","\\\\x6d656469615f7479706500","\\\\x6368756e6b5f68617368657300","\\\\x706167657300","\\\\x6163746976655f636f6e74656e7400","\\\\x637265617465645f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_search_export()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 93, 'search.export', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 93, 'search.export',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.staff_no::text, r.kind::text, r.conditions::text, r.reason::text, r.state::text, r.total::text, r.done::text, r.fault::text, (extract(epoch from r.ordered_at) * 1000000)::bigint::text, (extract(epoch from r.expires_at) * 1000000)::bigint::text, r.object_key::text, r.sha256::text, r.bytes::text, ('\x' || encode(r.chunk_hashes, 'hex')), r.secrecies::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x73746166665f6e6f00","\\\\x6b696e6400","\\\\x636f6e646974696f6e7300","\\\\x726561736f6e00","\\\\x737461746500","\\\\x746f74616c00","\\\\x646f6e6500","\\\\x6661756c7400","\\\\x6f7264657265645f617400","\\\\x657870697265735f617400","\\\\x6f626a6563745f6b657900","\\\\x73686132353600","\\\\x627974657300","\\\\x6368756e6b5f68617368657300","\\\\x73656372656369657300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 93, 'search.export',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.staff_no::text, r.kind::text, r.conditions::text, r.reason::text, r.state::text, r.total::text, r.done::text, r.fault::text, (extract(epoch from r.ordered_at) * 1000000)::bigint::text, (extract(epoch from r.expires_at) * 1000000)::bigint::text, r.object_key::text, r.sha256::text, r.bytes::text, ('\x' || encode(r.chunk_hashes, 'hex')), r.secrecies::text] as texts from (select bytes, chunk_hashes, conditions, done, expires_at, fault, id, kind, object_key, ordered_at, reason, secrecies, sha256, staff_no, state, total from new_rows except select bytes, chunk_hashes, conditions, done, expires_at, fault, id, kind, object_key, ordered_at, reason, secrecies, sha256, staff_no, state, total from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x73746166665f6e6f00","\\\\x6b696e6400","\\\\x636f6e646974696f6e7300","\\\\x726561736f6e00","\\\\x737461746500","\\\\x746f74616c00","\\\\x646f6e6500","\\\\x6661756c7400","\\\\x6f7264657265645f617400","\\\\x657870697265735f617400","\\\\x6f626a6563745f6b657900","\\\\x73686132353600","\\\\x627974657300","\\\\x6368756e6b5f68617368657300","\\\\x73656372656369657300"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_search_opening()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 71, 'search.opening', r.id::text, r.document_id::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 71, 'search.opening',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.staff_no::text, r.reason::text, (extract(epoch from r.opened_at) * 1000000)::bigint::text, (extract(epoch from r.closes_at) * 1000000)::bigint::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x73746166665f6e6f00","\\\\x726561736f6e00","\\\\x6f70656e65645f617400","\\\\x636c6f7365735f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 71, 'search.opening',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, r.document_id::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.document_id::text, r.staff_no::text, r.reason::text, (extract(epoch from r.opened_at) * 1000000)::bigint::text, (extract(epoch from r.closes_at) * 1000000)::bigint::text] as texts from (select closes_at, document_id, id, opened_at, reason, staff_no from new_rows except select closes_at, document_id, id, opened_at, reason, staff_no from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x646f63756d656e745f696400","\\\\x73746166665f6e6f00","\\\\x726561736f6e00","\\\\x6f70656e65645f617400","\\\\x636c6f7365735f617400"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.bind_search_reading_digest()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO, YMD'
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'delete', 85, 'search.reading_digest', r.id::text, null::text, null, null, null from old_rows r;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'insert', 85, 'search.reading_digest',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.from_day::text, r.until_day::text, r.post_code::text, r.lines::text, (extract(epoch from r.made_at) * 1000000)::bigint::text, (extract(epoch from r.acknowledged_at) * 1000000)::bigint::text, r.acknowledged_by::text, r.acknowledged_name::text, r.remark::text] as texts from new_rows r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66726f6d5f64617900","\\\\x756e74696c5f64617900","\\\\x706f73745f636f646500","\\\\x6c696e657300","\\\\x6d6164655f617400","\\\\x61636b6e6f776c65646765645f617400","\\\\x61636b6e6f776c65646765645f627900","\\\\x61636b6e6f776c65646765645f6e616d6500","\\\\x72656d61726b00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      else insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), 'update', 85, 'search.reading_digest',  made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select r.id::text as k, null::text as o, uuid_send(gen_random_uuid()) as salt, array[r.id::text, r.from_day::text, r.until_day::text, r.post_code::text, r.lines::text, (extract(epoch from r.made_at) * 1000000)::bigint::text, (extract(epoch from r.acknowledged_at) * 1000000)::bigint::text, r.acknowledged_by::text, r.acknowledged_name::text, r.remark::text] as texts from (select acknowledged_at, acknowledged_by, acknowledged_name, from_day, id, lines, made_at, post_code, remark, until_day from new_rows except select acknowledged_at, acknowledged_by, acknowledged_name, from_day, id, lines, made_at, post_code, remark, until_day from old_rows) r offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '' order by n) as tags
      from (select n, name, case when value is null then '\x00'::bytea else '\x01'::bytea || int4send(octet_length(value)) || convert_to(value, 'UTF8') end as field from unnest(made.texts, E'{"\\\\x696400","\\\\x66726f6d5f64617900","\\\\x756e74696c5f64617900","\\\\x706f73745f636f646500","\\\\x6c696e657300","\\\\x6d6164655f617400","\\\\x61636b6e6f776c65646765645f617400","\\\\x61636b6e6f776c65646765645f627900","\\\\x61636b6e6f776c65646765645f6e616d6500","\\\\x72656d61726b00"}'::bytea[]) with ordinality as u(value, name, n)) fields) sealed;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION ledger.broken_rows(target text)
 RETURNS TABLE(key text, col text)
 LANGUAGE plpgsql
 STABLE
 SET "DateStyle" TO 'ISO, YMD'
AS $function$
declare
  s ledger.shape;
  keys text;
  fields text;
  whole text;
  broken text;
begin
  select * into s from ledger.shape h where h.table_name = target order by id desc limit 1;
  keys := ledger.key_of(s);
  select string_agg(format('%s as e%s', ledger.field(ledger.reading('r', c, f)), n), ', ' order by n),
    string_agg('e' || n, ' || ' order by n),
    string_agg(format('case when substr(sha256(salt || %L::bytea || e%s), 1, 8) is distinct from substr(tags, %s, 8) then %L end',
      convert_to(c, 'UTF8') || '\x00'::bytea, n, n * 8 - 7, c), ', ' order by n)
    into fields, whole, broken from unnest(s.columns, s.forms) with ordinality u(c, f, n);
  return query execute format($q$
    with line as (select distinct on (c.key) c.key, c.op, c.shape, c.digest, c.tags, c.salt from ledger.row_change c where c.table_name = %1$L order by c.key, c.id desc),
         now as (select %2$s as k, %3$s from %1$s r),
         met as (select coalesce(line.key, k) as name, k is not null as there, line.*, now.* from line full join now on k = line.key)
    select name, 'line' from met where (op is null) or (there and op = 'delete') or (not there and op <> 'delete') or (there and (salt is null or shape <> %4$s))
    union all
    select name, coalesce(b, 'line') from met
      left join lateral (select b from unnest(array[%5$s]) b where b is not null) wrong on true
      where there and op <> 'delete' and salt is not null and shape = %4$s and sha256(salt || %6$s) is distinct from digest
    union all
    select name, b from met cross join lateral unnest(array[%5$s]) b
      where there and op <> 'delete' and salt is not null and shape = %4$s and sha256(salt || %6$s) is not distinct from digest and b is not null
    $q$, target, keys, fields, s.id, broken, whole);
end $function$
;

CREATE OR REPLACE FUNCTION ledger.change_bytes(c ledger.row_change, s ledger.shape)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
  select convert_to(E'fubako-row-1\n', 'UTF8')
    || (select string_agg(int4send(octet_length(convert_to(f, 'UTF8'))) || convert_to(f, 'UTF8'), ''::bytea order by n)
        from unnest(array[c.unit, c.op, c.table_name, c.key, coalesce(c.owner, ''), array_to_string(s.key_columns, ','),
          (select string_agg(name || ':' || form, ',' order by m) from unnest(s.columns, s.forms) with ordinality as u(name, form, m))]) with ordinality as v(f, n))
    || int4send(coalesce(octet_length(c.digest), 0)) || coalesce(c.digest, ''::bytea)
    || int4send(coalesce(octet_length(c.tags), 0)) || coalesce(c.tags, ''::bytea) $function$
;

CREATE OR REPLACE FUNCTION ledger.close_unit(actor text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('fubako.bound', true) is distinct from 'yes' then return; end if;
  perform ledger.write_entry('unit', ledger.unit(), 'ledger.rows-written', actor, '{}');
end $function$
;

CREATE OR REPLACE FUNCTION ledger.copy_lines(target text)
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE
 SET "DateStyle" TO 'ISO, YMD'
 SET "TimeZone" TO 'UTC'
AS $function$
declare
  texts text := (select string_agg(case when format_type(atttypid, null) = 'boolean' then format('coalesce(case when r.%1$I then ''t'' when not r.%1$I then ''f'' end, ''\N'')', attname)
      else format($x$coalesce(replace(replace(replace(replace(r.%I::text, '\', '\\'), E'\n', '\n'), E'\r', '\r'), E'\t', '\t'), '\N')$x$, attname) end, ', ' order by attnum)
    from pg_attribute where attrelid = target::regclass and attnum > 0 and not attisdropped);
  names text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = target::regclass and attnum > 0 and not attisdropped);
begin
  return next format('COPY %s (%s) FROM stdin;', target, names);
  return query execute format($q$select concat_ws(E'\t', %s) from %s r$q$, texts, target);
  return next '\.';
end $function$
;

CREATE OR REPLACE FUNCTION ledger.field(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select format('case when %1$s is null then ''\x00''::bytea else ''\x01''::bytea || int4send(octet_length(%1$s)) || convert_to(%1$s, ''UTF8'') end', value) $function$
;

CREATE OR REPLACE FUNCTION ledger.forget(owners text[])
 RETURNS void
 LANGUAGE sql
AS $function$
  update ledger.row_change c set salt = null
  where c.owner = any(owners) and c.salt is not null
    and c.id < (select max(l.id) from ledger.row_change l where l.table_name = c.table_name and l.key = c.key) $function$
;

CREATE OR REPLACE FUNCTION ledger.form_of(type text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case type when 'timestamp with time zone' then 'instant' when 'boolean' then 'bool' when 'bytea' then 'bytea' else 'text' end $function$
;

CREATE OR REPLACE FUNCTION ledger.keep_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.salt is null
     and (new.id, new.unit, new.op, new.shape, new.table_name, new.key, new.owner, new.digest, new.tags)
         is not distinct from (old.id, old.unit, old.op, old.shape, old.table_name, old.key, old.owner, old.digest, old.tags) then
    return new;
  end if;
  raise exception 'ledger.row_change is append-only';
end $function$
;

CREATE OR REPLACE FUNCTION ledger.key_of(s ledger.shape)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select string_agg(case when f in ('text', 'character varying') and cardinality(s.key_columns) > 1
      then format('replace(replace(coalesce(r.%I, ''''), ''%%'', ''%%25''), ''/'', ''%%2F'')', k)
      when f = 'bytea' then format('encode(r.%I, ''hex'')', k)
      when cardinality(s.key_columns) > 1 then format('coalesce(r.%I::text, '''')', k) else format('r.%I::text', k) end, ' || ''/'' || ' order by n)
  from unnest(s.key_columns) with ordinality u(k, n)
  join lateral (select format_type(atttypid, null) f from pg_attribute where attrelid = s.table_name::regclass and attname = k) t on true $function$
;

CREATE OR REPLACE FUNCTION ledger.leave_out(target text, reason text)
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from ledger.manifest where table_name = target;
  insert into ledger.manifest
    select target, a.attname, case when reason like 'derived: %' then 'derived' else 'excluded' end, reason from pg_attribute a where a.attrelid = target::regclass and a.attnum > 0 and not a.attisdropped $function$
;

CREATE OR REPLACE FUNCTION ledger.lines_of(s ledger.shape, op text, source text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  keys text := (select string_agg(case when f in ('text', 'character varying') and cardinality(s.key_columns) > 1
      then format('replace(replace(coalesce(r.%I, ''''), ''%%'', ''%%25''), ''/'', ''%%2F'')', k)
      when f = 'bytea' then format('encode(r.%I, ''hex'')', k)
      when cardinality(s.key_columns) > 1 then format('coalesce(r.%I::text, '''')', k) else format('r.%I::text', k) end, $x$ || '/' || $x$ order by n)
    from unnest(s.key_columns) with ordinality u(k, n)
    join lateral (select format_type(atttypid, null) f from pg_attribute where attrelid = s.table_name::regclass and attname = k) t on true);
  texts text := (select string_agg(ledger.reading('r', c, f), ', ' order by n) from unnest(s.columns, s.forms) with ordinality u(c, f, n));
  names bytea[] := (select array_agg(convert_to(c, 'UTF8') || '\x00'::bytea order by n) from unnest(s.columns) with ordinality u(c, n));
  owner text := case when s.owner_column is null then 'null::text' else format('r.%I::text', s.owner_column) end;
  head text := format('insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), %L, %s, %L, ',
    op, s.id, s.table_name);
begin
  if op = 'delete' then return format('%s%s, %s, null, null, null from %s', head, keys, owner, source); end if;
  return format('%s made.k, made.o, sealed.digest, sealed.tags, made.salt
    from (select %s as k, %s as o, uuid_send(gen_random_uuid()) as salt, array[%s] as texts from %s offset 0) made
    cross join lateral (
      select sha256(made.salt || string_agg(field, '''' order by n)) as digest, string_agg(substr(sha256(made.salt || name || field), 1, 8), '''' order by n) as tags
      from (select n, name, %s as field from unnest(made.texts, %L::bytea[]) with ordinality as u(value, name, n)) fields) sealed',
    head, keys, owner, texts, source, ledger.field('value'), names);
end $function$
;

CREATE OR REPLACE FUNCTION ledger.protect(target text, owner_column text, left_out jsonb DEFAULT '{}'::jsonb, own_key text[] DEFAULT NULL::text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  s ledger.shape;
  found_rows bigint;
begin
  delete from ledger.manifest where table_name = target;
  insert into ledger.manifest
    select target, a.attname,
      case when not left_out ? a.attname then 'protected' when left_out ->> a.attname like 'derived: %' then 'derived' else 'excluded' end,
      coalesce(left_out ->> a.attname, 'bound by the digest of its row')
    from pg_attribute a where a.attrelid = target::regclass and a.attnum > 0 and not a.attisdropped;
  insert into ledger.shape (table_name, key_columns, columns, forms, owner_column)
    select target, coalesce(own_key,
      (select array_agg(k.attname::text order by array_position(i.indkey::int2[], k.attnum))
       from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey) where i.indrelid = target::regclass and i.indisprimary)),
      array_agg(a.attname::text order by a.attnum), array_agg(ledger.form_of(format_type(a.atttypid, null)) order by a.attnum), $2
    from pg_attribute a where a.attrelid = target::regclass and a.attnum > 0 and not a.attisdropped and not left_out ? a.attname
    returning * into s;
  perform ledger.watch(s);
  execute ledger.lines_of(s, 'bind', target || ' r');
  get diagnostics found_rows = row_count;
  if found_rows > 0 then
    perform ledger.write_entry('table', target, 'ledger.rows-bound', 'system:migrate', format('{"rows":%s}', found_rows));
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION ledger.reading(alias text, name text, form text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case form
    when 'instant' then format('(extract(epoch from %s.%I) * 1000000)::bigint::text', alias, name)
    when 'bool' then format('(case when %1$s.%2$I then ''t'' when not %1$s.%2$I then ''f'' end)', alias, name)
    when 'bytea' then format('(''\x'' || encode(%s.%I, ''hex''))', alias, name)
    else format('%s.%I::text', alias, name) end $function$
;

CREATE OR REPLACE FUNCTION ledger.texts_of(target text, owner text)
 RETURNS TABLE(key text, texts jsonb)
 LANGUAGE plpgsql
 STABLE
 SET "DateStyle" TO 'ISO, YMD'
AS $function$
declare
  s ledger.shape;
begin
  select * into s from ledger.shape h where h.table_name = target order by h.id desc limit 1;
  return query execute format($q$select %s, jsonb_build_array(%s) from %s r where r.%I::text = $1$q$, ledger.key_of(s),
    (select string_agg(ledger.reading('r', c, f), ', ' order by n) from unnest(s.columns, s.forms) with ordinality u(c, f, n)), target, s.owner_column)
  using owner;
end $function$
;

CREATE OR REPLACE FUNCTION ledger.unit()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select pg_current_xact_id()::text || '-' || (extract(epoch from transaction_timestamp()) * 1000000)::bigint::text $function$
;

CREATE OR REPLACE FUNCTION ledger.watch(s ledger.shape)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  name text := 'bind_' || replace(s.table_name, '.', '_');
  looked_at text := (select string_agg(distinct format('%I', c), ', ') from unnest(s.columns || s.key_columns || s.owner_column) c where c is not null);
begin
  execute format($f$
    create or replace function ledger.%I() returns trigger language plpgsql security definer set datestyle = 'ISO, YMD' set search_path = pg_catalog, pg_temp as $b$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        %s;
      elsif not exists (select from new_rows) then return null;
      elsif tg_op = 'INSERT' then %s;
      else %s;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $b$ $f$, name, ledger.lines_of(s, 'delete', 'old_rows r'), ledger.lines_of(s, 'insert', 'new_rows r'),
    ledger.lines_of(s, 'update', format('(select %1$s from new_rows except select %1$s from old_rows) r', looked_at)));
  execute format('drop trigger if exists rows_inserted on %s', s.table_name);
  execute format('drop trigger if exists rows_updated on %s', s.table_name);
  execute format('drop trigger if exists rows_deleted on %s', s.table_name);
  execute format('create trigger rows_inserted after insert on %s referencing new table as new_rows for each statement execute function ledger.%I()', s.table_name, name);
  execute format('create trigger rows_updated after update on %s referencing old table as old_rows new table as new_rows for each statement execute function ledger.%I()', s.table_name, name);
  execute format('create trigger rows_deleted after delete on %s referencing old table as old_rows for each statement execute function ledger.%I()', s.table_name, name);
end $function$
;

CREATE OR REPLACE FUNCTION ledger.write_entry(subject_kind text, subject_id text, kind text, actor text, facts text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  head ledger.chain_head;
  moment timestamptz := date_trunc('milliseconds', clock_timestamp());
  bytes bytea;
begin
  insert into ledger.chain_head as h values (subject_kind, subject_id, 0, decode(repeat('00', 32), 'hex'))
    on conflict on constraint chain_head_pkey do update set seq = h.seq returning * into head;
  bytes := convert_to(format('{"actor":%s,"at":%s,"facts":%s,"kind":%s,"prev":"%s","seq":%s,"subject":{"id":%s,"kind":%s},"unit":%s,"v":2}',
    to_json(actor), to_json(to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), facts, to_json(kind),
    encode(head.hash, 'hex'), head.seq + 1, to_json(subject_id), to_json(subject_kind), to_json(ledger.unit())), 'UTF8');
  insert into ledger.entry (subject_kind, subject_id, seq, at, kind, actor, canonical, prev_hash, hash, unit)
    values (subject_kind, subject_id, head.seq + 1, moment, kind, actor, bytes, head.hash, sha256('\x00'::bytea || bytes), ledger.unit());
  update ledger.chain_head h set seq = h.seq + 1, hash = sha256('\x00'::bytea || bytes)
    where h.subject_kind = head.subject_kind and h.subject_id = head.subject_id;
end $function$
;

CREATE OR REPLACE FUNCTION platform.in_emergency_when(id text, section text, confidentiality text, confidential_until text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select format($text$(
    %1$s = any((select platform.reader_emergency_matters())::uuid[])
    or %2$s = any((select platform.reader_emergency_units())::text[])
      and (%3$s = 'none' or coalesce(%4$s < (select platform.reader_day()), false))
  )$text$, id, section, confidentiality, confidential_until) $function$
;

CREATE OR REPLACE FUNCTION platform.is_office()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select current_user <> 'fubako_api' $function$
;

CREATE OR REPLACE FUNCTION platform.keep_to_itself()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  execute format('revoke connect, temporary on database %I from public', current_database());
  if exists (select from pg_roles where rolname = 'fubako_sealer') then
    execute format('grant connect on database %I to fubako_sealer', current_database());
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION platform.open_to_office()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  place record;
begin
  if not exists (select from pg_roles where rolname = 'fubako_office') then return; end if;
  for place in
    select n.nspname as name from pg_namespace n
    where n.nspname not like 'pg\_%' and n.nspname not in ('information_schema', 'public', 'bullmq') and n.nspowner = (select oid from pg_roles where rolname = current_user)
  loop
    execute format('grant usage on schema %I to fubako_office', place.name);
    execute format('grant select, insert, update, delete on all tables in schema %I to fubako_office', place.name);
    execute format('grant usage on all sequences in schema %I to fubako_office', place.name);
  end loop;
  for place in select r.rolname as name from pg_roles r where r.rolname in ('fubako_office', 'fubako_api') loop
    execute format('revoke insert, update, delete on platform.migration, platform.walled, ledger.manifest, ledger.shape, ledger.leaf,
      ledger.subtree, ledger.checkpoint, ledger.timestamp_token, ledger.witness from %I', place.name);
    -- Lines of rows are written by triggers that act as the owner; a salt may go.
    execute format('revoke insert, delete on ledger.row_change from %I', place.name);
  end loop;
  for place in
    select c.oid::regclass as name from platform.walled w join pg_class c on c.oid = to_regclass(w.table_name)
    where c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'office')
  loop
    execute format('create policy office on %s to fubako_office using (true)', place.name);
  end loop;
  -- Who reads is said by the office before the role of readers is taken (ADR 0037).
  if (select rolsuper from pg_roles where rolname = current_user) then
    revoke execute on function set_config(text, text, boolean) from public;
    grant execute on function set_config(text, text, boolean) to fubako_office;
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION platform.open_to_readers()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  place record;
begin
  if not exists (select from pg_roles where rolname = 'fubako_api') then return; end if;
  for place in
    select n.nspname as name from pg_namespace n
    where n.nspname not like 'pg\_%' and n.nspname not in ('information_schema', 'public', 'bullmq') and n.nspowner = (select oid from pg_roles where rolname = current_user)
  loop
    execute format('grant usage on schema %I to fubako_api', place.name);
    execute format('grant select, insert, update, delete on all tables in schema %I to fubako_api', place.name);
    execute format('grant usage on all sequences in schema %I to fubako_api', place.name);
  end loop;
  for place in select c.oid::regclass as name from pg_class c where c.relispartition and c.relkind = 'r' and c.relowner = (select oid from pg_roles where rolname = current_user) loop
    execute format('revoke all on %s from fubako_api', place.name);
  end loop;
  for place in select to_regclass(w.table_name) as name from platform.walled w where w.standing = 'closed' loop
    execute format('revoke all on %s from fubako_api', place.name);
  end loop;
  revoke insert, update, delete on platform.migration, platform.walled from fubako_api;
end $function$
;

CREATE OR REPLACE FUNCTION platform.reader()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('fubako.reader', true), '') $function$
;

CREATE OR REPLACE FUNCTION platform.reader_day()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('fubako.day', true), '')::date $function$
;

CREATE OR REPLACE FUNCTION platform.reader_emergency_matters()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('fubako.emergency_matters', true), '')::uuid[] $function$
;

CREATE OR REPLACE FUNCTION platform.reader_emergency_units()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('fubako.emergency_units', true), '')::text[] $function$
;

CREATE OR REPLACE FUNCTION platform.reader_holds(roles text[])
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select array_agg(split_part(held, '@', 2))
  from unnest(nullif(current_setting('fubako.roles', true), '')::text[]) held where split_part(held, '@', 1) = any(roles) $function$
;

CREATE OR REPLACE FUNCTION platform.reader_units()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('fubako.units', true), '')::text[] $function$
;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name using errcode = '42501';
end $function$
;

CREATE OR REPLACE FUNCTION platform.today()
 RETURNS date
 LANGUAGE sql
AS $function$ select (clock_timestamp() at time zone 'Asia/Tokyo')::date $function$
;

CREATE OR REPLACE FUNCTION platform.wall_writes(place regclass, condition text, checked text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  execute format('create policy onlookers on %s for select using (true)', place);
  execute format('create policy makers on %s for insert with check (%s)', place, condition);
  execute format('create policy changers on %s for update using (%s) with check (%s)', place, condition, coalesce(checked, condition));
  execute format('create policy removers on %s for delete using (%s)', place, condition);
  execute format('alter table %s enable row level security', place);
end $function$
;

CREATE OR REPLACE FUNCTION records.disposal_item_executed(file uuid, document uuid, outcome text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from records.disposal_item i
    where i.file_id = disposal_item_executed.file and i.state = 'executed'
      and i.measure = case disposal_item_executed.outcome when 'disposed' then 'destroy' when 'transferred' then 'transfer' end)
$function$
;

CREATE OR REPLACE FUNCTION records.file_kept_when(section text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select format($text$(
    (select '*' = any(platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist,auditor}')))
    or %1$s = any((select platform.reader_units())::text[])
    or %1$s = any((select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist,auditor}'))::text[])
  )$text$, section) $function$
;

CREATE OR REPLACE FUNCTION records.guard_end_of_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if records.is_held(new.id, null, platform.today()) then
    raise exception 'File % is held.', new.id using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  if new.state = 'disposed' and (old.expires_on is null or old.expires_on >= platform.today()
      or new.expires_on is distinct from old.expires_on) then
    raise exception 'File % has not expired.', new.id using errcode = 'restrict_violation', constraint = 'record_file_has_not_expired';
  end if;
  if not records.disposal_item_executed(new.id, null, new.state) then
    raise exception 'No executed disposal names the file %.', new.id
      using errcode = 'restrict_violation', constraint = 'record_file_without_disposal';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_end_of_paper()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  paper records.paper_record;
  standing text;
begin
  if old.destroyed_by is not null or old.destruction_decided_by is not null and new.destruction_decided_by is distinct from old.destruction_decided_by then
    raise exception 'What was decided of substitute % stays.', old.id using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  select p.* into paper from records.paper_record p where p.id = old.paper_record_id;
  -- Whoever holds the file, holds its paper: a hold that comes at the same time waits, or is seen.
  select f.state into standing from records.record_file f where f.id = paper.file_id for no key update;
  if standing not in ('open', 'closed') then
    raise exception 'File % has left.', paper.file_id using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if records.is_held(paper.file_id, null, platform.today()) then
    raise exception 'File % is held.', paper.file_id using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  if exists (select from records.loan l where l.file_id = paper.file_id and l.lent_at is not null and l.returned_at is null) then
    raise exception 'File % is lent.', paper.file_id using errcode = 'restrict_violation', constraint = 'record_file_is_lent';
  end if;
  if new.approved_at is null or new.refused_at is not null or paper.disposition and paper.issued_on + 90 >= platform.today() then
    raise exception 'The paper in file % is still kept.', paper.file_id using errcode = 'restrict_violation', constraint = 'paper_is_kept';
  end if;
  if records.is_locked_by_witness() then
    raise exception 'Disposals are locked: the paper in file % stays.', paper.file_id
      using errcode = 'restrict_violation', constraint = 'disposals_are_locked';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_end_of_record()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  file records.record_file;
begin
  -- Whoever holds the file, holds its records: a hold that comes at the same time waits, or is seen.
  select * into file from records.record_file where id = old.file_id for no key update;
  if records.is_held(old.file_id, new.document_id, platform.today()) then
    raise exception 'Document % is held.', new.document_id using errcode = 'restrict_violation', constraint = 'record_is_held';
  end if;
  if new.state = 'disposed' and (old.expires_on is null or old.expires_on >= platform.today()
      or new.expires_on is distinct from old.expires_on or file.expires_on is null or file.expires_on >= platform.today()) then
    raise exception 'Document % has not expired.', new.document_id
      using errcode = 'restrict_violation', constraint = 'record_has_not_expired';
  end if;
  if not records.disposal_item_executed(old.file_id, new.document_id, new.state) then
    raise exception 'No executed disposal names the document %.', new.document_id
      using errcode = 'restrict_violation', constraint = 'record_without_disposal';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_erasure()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (
      select from records.record r join records.disposal_item i on i.file_id = r.file_id and i.state = 'executed' and i.measure = 'destroy'
      where r.document_id = new.document_id and r.state = 'disposed') then
    raise exception 'The content of document % is not to be erased.', new.document_id
      using errcode = 'restrict_violation', constraint = 'erasure_without_disposal';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_executed_contents()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  file records.record_file;
begin
  if records.is_locked_by_witness() then
    raise exception 'Disposals are locked: item % stays.', old.id using errcode = 'restrict_violation', constraint = 'disposals_are_locked';
  end if;
  -- Whoever puts something into the file waits, or is seen.
  select f.* into file from records.record_file f where f.id = new.file_id for no key update;
  if new.document_count <> old.document_count or file.expires_on is distinct from new.expires_on
      or new.document_count <> greatest(
        (select count(*) from records.record r where r.file_id = file.id) + (select count(*) from records.paper_record p where p.file_id = file.id),
        case when file.medium = 'paper' then 1 else 0 end) then
    raise exception 'File % is not as it was decided.', file.id using errcode = 'restrict_violation', constraint = 'disposal_item_differs';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_executed_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  batch records.disposal_batch;
begin
  if old.state in ('left_out', 'refused', 'executed') then
    raise exception 'Item % has ended.', old.id using errcode = 'restrict_violation', constraint = 'disposal_item_has_ended';
  end if;
  if new.state in ('approved', 'executed') and old.state <> new.state then
    select * into batch from records.disposal_batch where id = new.batch_id;
    if batch.decided_at is null or not exists (
        select from documents.document d where d.id = batch.document_id and d.decided_at is not null) then
      raise exception 'Item % was not decided.', old.id using errcode = 'restrict_violation', constraint = 'disposal_item_without_decision';
    end if;
  end if;
  if new.state = 'executed' and new.measure = 'destroy'
    and (old.state <> 'approved' or batch.step <> 'execution' or batch.started_at is null or batch.executable_on > platform.today()) then
    raise exception 'Item % is not to be executed yet.', old.id using errcode = 'restrict_violation', constraint = 'disposal_item_not_due';
  end if;
  if old.state = 'approved' and (new.file_id, new.batch_id, new.measure, new.expires_on, new.contents_digest)
      is distinct from (old.file_id, old.batch_id, old.measure, old.expires_on, old.contents_digest) then
    raise exception 'What was decided of item % does not change.', old.id
      using errcode = 'restrict_violation', constraint = 'disposal_item_is_decided';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_held_dates()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  ends_earlier boolean := case when old.expires_on is null then old.starts_on is not null and new.expires_on is not null
    else coalesce(new.expires_on < old.expires_on, false) end;
begin
  if old.state in ('transferred', 'disposed') and new.state is distinct from old.state then
    raise exception 'What has been % does not come back.', old.state using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if tg_table_name = 'record' then
    if (ends_earlier
        or new.keep_until is null and old.keep_until is not null and not coalesce(new.expires_on >= old.keep_until, false))
        and records.is_held(old.file_id, old.document_id, platform.today()) then
      raise exception 'Document % is held and not to be kept shorter.', old.document_id
        using errcode = 'restrict_violation', constraint = 'record_is_held';
    end if;
  elsif (coalesce(new.extended_to < old.extended_to, false) or new.extended_to is null and old.extended_to is not null
      or old.medium <> 'electronic' and ends_earlier)
      and records.is_held(old.id, null, platform.today()) then
    raise exception 'File % is held and not to be kept shorter.', old.id
      using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.released_at is not null then
    raise exception 'Hold % was released and stays so.', old.id using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if (new.id, new.placed_at, new.placed_by, new.placed_by_name) is distinct from (old.id, old.placed_at, old.placed_by, old.placed_by_name)
      or old.confirmed_at is not null and (new.confirmed_at, new.confirmed_by) is distinct from (old.confirmed_at, old.confirmed_by)
      or new.released_at is not null
        and (new.ground, new.case_no, new.reason, new.triggered_on, new.decided_on, new.ends_on)
          is distinct from (old.ground, old.case_no, old.reason, old.triggered_on, old.decided_on, old.ends_on) then
    raise exception 'Hold % stays as it was placed.', old.id using errcode = 'restrict_violation', constraint = 'hold_stays_as_placed';
  end if;
  -- HOLD-3 No end but a year after the decision or the ruling; an end that goes makes the hold last longer.
  if new.ends_on is distinct from old.ends_on and new.ends_on is not null
      and not coalesce(new.ground in ('disclosure_request', 'appeal') and new.ends_on >= new.decided_on + interval '1 year', false) then
    raise exception 'Hold % does not end on % by any decision.', old.id, new.ends_on
      using errcode = 'restrict_violation', constraint = 'hold_end_without_decision';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_hold_target()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  file records.record_file;
  record_state text;
begin
  select f.* into file from records.record_file f
    where f.id = coalesce(new.file_id, (select r.file_id from records.record r where r.document_id = new.document_id))
    for no key update;
  if new.document_id is not null then
    select r.state into record_state from records.record r where r.document_id = new.document_id for no key update;
  end if;
  if file.state in ('transferred', 'disposed') or record_state in ('transferred', 'disposed') then
    raise exception 'What has left cannot be held.' using errcode = 'restrict_violation', constraint = 'hold_comes_too_late';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_lent_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if exists (select from records.loan l where l.file_id = new.id and l.lent_at is not null and l.returned_at is null) then
    raise exception 'File % is lent.', new.id using errcode = 'restrict_violation', constraint = 'record_file_is_lent';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_move()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform from records.record_file f where f.id = old.file_id for no key update;
  if exists (
      select from records.hold_target t join records.hold h on h.id = t.hold_id
      where t.file_id = old.file_id and h.released_at is null and (h.ends_on is null or h.ends_on >= platform.today())
        and not exists (select from records.hold_target o
          where o.hold_id = h.id and (o.document_id = new.document_id or o.file_id = new.file_id))) then
    raise exception 'Document % is held where it lies.', old.document_id using errcode = 'restrict_violation', constraint = 'record_is_held';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_removed_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.state = 'removed' then
    raise exception 'What was removed does not come back.' using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if records.is_held(old.id, null, platform.today()) then
    raise exception 'File % is held.', old.id using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  if old.state <> 'closed' or old.medium <> 'electronic' or exists (select from records.record r where r.file_id = old.id)
      or exists (select from records.paper_record p where p.file_id = old.id) then
    raise exception 'File % is not empty.', old.id using errcode = 'restrict_violation', constraint = 'removed_file_is_empty';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_scan()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if (new.sha256, new.paper_record_id) is distinct from (old.sha256, old.paper_record_id) or new.object_sha256 is not null
      or not exists (select from records.paper_record p join records.record_file f on f.id = p.file_id
        where p.id = old.paper_record_id and f.state = 'disposed') then
    raise exception 'The scan of substitute % stays.', old.id using errcode = 'restrict_violation', constraint = 'scan_stays_with_its_file';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_trace_of_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  today date := platform.today();
  act jsonb;
begin
  if new.released_at is not null then
    -- What began before midnight may end after it.
    if new.release_reason !~ '\S' or new.released_at < new.placed_at or (new.released_at at time zone 'Asia/Tokyo')::date > today
        or ((new.released_at + interval '1 hour') at time zone 'Asia/Tokyo')::date < today then
      raise exception 'Hold % is not released at that time, or without a reason.', new.id
        using errcode = 'restrict_violation', constraint = 'hold_release_is_of_today';
    end if;
  elsif new.decided_on > today and new.decided_on is distinct from old.decided_on then
    raise exception 'Hold % is not decided yet.', new.id using errcode = 'restrict_violation', constraint = 'hold_end_without_decision';
  end if;
  for act in
    select convert_from(e.canonical, 'UTF8')::jsonb from ledger.entry e
    where e.subject_kind = 'hold' and e.subject_id = new.id::text and e.unit = ledger.unit()
      and e.kind = any(case when new.released_at is null then array['records.hold-changed', 'records.hold-decided'] else array['records.hold-released'] end)
  loop
    if new.released_at is not null and act ->> 'actor' = new.released_by and act #>> '{facts,reason}' = new.release_reason
        or new.released_at is null and act #>> '{facts,note}' ~ '\S' and (act #>> '{facts,endsOn}')::date is not distinct from new.ends_on then
      return null;
    end if;
  end loop;
  raise exception 'Hold % is neither released nor changed without an act in the ledger.', new.id
    using errcode = 'restrict_violation', constraint = 'hold_act_without_trace';
end $function$
;

CREATE OR REPLACE FUNCTION records.has_borrowed(file uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from records.loan l where l.file_id = file and l.requested_by = (select platform.reader())) $function$
;

CREATE OR REPLACE FUNCTION records.is_held(file uuid, document uuid, day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
      select from records.hold_target t join records.hold h on h.id = t.hold_id
      where t.file_id = file and h.released_at is null and (h.ends_on is null or h.ends_on >= day))
    or exists (
      select from records.hold_target t join records.hold h on h.id = t.hold_id
      where t.document_id = document and h.released_at is null and (h.ends_on is null or h.ends_on >= day))
    or (document is null and exists (
      select from records.record r join records.hold_target t on t.document_id = r.document_id join records.hold h on h.id = t.hold_id
      where r.file_id = file and h.released_at is null and (h.ends_on is null or h.ends_on >= day)))
$function$
;

CREATE OR REPLACE FUNCTION records.is_locked_by_witness()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (
    select from ledger.witness w where w.root is not null and not exists (
      select from records.disposal_release r where (r.witness, r.size, r.root) = (w.name, w.size, encode(w.root, 'hex'))))
$function$
;

CREATE OR REPLACE FUNCTION records.keep_class_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into records.filing_class_history (code, since, class) values (new.code, platform.today(), to_jsonb(new))
    on conflict (code, since) do update set class = excluded.class;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION records.keep_file_history()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform records.remember_files(array[new.id]);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION records.keep_history_of_reached_files()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform records.remember_files(array(
    select n.file_id from new_rows n join old_rows o on o.change_id = n.change_id and o.file_id = n.file_id
    where o.outcome is null and n.outcome = 'followed'));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION records.keep_history_of_renamed_class()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform records.remember_files(array(
    select f.id from records.record_file f
    where f.retention_class = new.code and f.kept_label is null and f.state in ('open', 'closed')));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION records.keep_record_past()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into records.record_past (document_id, since, file_id, retention_class, closed_on, provisional, starts_on, expires_on)
  values (new.document_id, platform.today(), new.file_id, new.retention_class, new.closed_on, new.provisional, new.starts_on, new.expires_on)
  on conflict (document_id, since) do update set file_id = excluded.file_id, retention_class = excluded.retention_class,
    closed_on = excluded.closed_on, provisional = excluded.provisional, starts_on = excluded.starts_on, expires_on = excluded.expires_on;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION records.keep_retention_class_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into records.retention_class_version (code, version, valid_from, label, years, basis, disposition, statutory_years, statutory_law)
  select new.code, coalesce(max(v.version), 0) + 1,
    case when tg_op = 'INSERT' then coalesce(new.valid_from, platform.today()) else greatest(platform.today(), new.valid_from) end,
    new.label, new.years, new.basis, new.disposition, new.statutory_years, new.statutory_law
  from records.retention_class_version v where v.code = new.code;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION records.keeps_file(file uuid)
 RETURNS boolean
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select exists (select from records.record_file f where f.id = file and (
    f.section_code = any((select platform.reader_units())::text[])
    or (select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}')) && array[f.section_code, '*']
  )) $function$
;

CREATE OR REPLACE FUNCTION records.refuse_deletion()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'Rows of %.% are not deleted.', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation', constraint = 'records_stay';
end $function$
;

CREATE OR REPLACE FUNCTION records.refuse_move()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'The paper in file % stays in it.', old.file_id using errcode = 'restrict_violation', constraint = 'paper_stays_in_its_file';
end $function$
;

CREATE OR REPLACE FUNCTION records.refuse_removed_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  standing text;
begin
  -- Whoever ends the file holds the row: this waits for them, and sees what they did.
  select f.state into standing from records.record_file f
    where f.id = new.file_id and f.state in ('removed', 'transferred', 'disposed') for key share;
  if standing = 'removed' then
    raise exception 'File % was removed.', new.file_id using errcode = 'restrict_violation', constraint = 'removed_file_is_empty';
  elsif standing is not null then
    raise exception 'File % has left.', new.file_id using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.remember_files(ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into records.file_history (file_id, since, class_code, section_code, section_name, fiscal_year, volume, title,
    retention_class, retention_label, retention_years, disclosure_class, disposition, state, custody, medium, secret,
    starts_on, expires_on, closed_on)
  select f.id, platform.today(), f.class_code, f.section_code, f.section_name, f.fiscal_year, f.volume, f.title,
    f.retention_class, coalesce(f.kept_label, w.before ->> 'label', t.label),
    case when f.kept_basis is not null then f.kept_years when w.before is not null then (w.before ->> 'years')::int else t.years end,
    f.disclosure_class, f.disposition, f.state, f.custody, f.medium, f.secret, f.starts_on, f.expires_on, f.closed_on
  from records.record_file f
    join records.retention_class t on t.code = f.retention_class
    left join lateral (
      select c.before from records.rule_change_file i join records.rule_change c on c.id = i.change_id
      where i.file_id = f.id and i.outcome is null and c.kind = 'terms' and c.code = f.retention_class limit 1) w on true
  where f.id = any(ids)
  on conflict (file_id, since) do update set class_code = excluded.class_code, section_code = excluded.section_code,
    section_name = excluded.section_name, fiscal_year = excluded.fiscal_year, volume = excluded.volume, title = excluded.title,
    retention_class = excluded.retention_class, retention_label = excluded.retention_label, retention_years = excluded.retention_years,
    disclosure_class = excluded.disclosure_class, disposition = excluded.disposition,
    state = excluded.state, custody = excluded.custody, medium = excluded.medium, secret = excluded.secret,
    starts_on = excluded.starts_on, expires_on = excluded.expires_on, closed_on = excluded.closed_on
$function$
;

CREATE OR REPLACE FUNCTION records.section_kept_when(section text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select format($text$(
    %1$s = any((select platform.reader_units())::text[])
    or (select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}')) && array[%1$s, '*']
  )$text$, section) $function$
;

CREATE OR REPLACE FUNCTION scans.referred_from_outside(candidates bytea[])
 RETURNS SETOF bytea
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  reference record;
begin
  for reference in
    select c.conrelid::regclass as relation, a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'scans.stored_object'::regclass and c.connamespace <> 'scans'::regnamespace
    order by 1
  loop
    return query execute format('select distinct r.%1$I from %2$s r where r.%1$I = any($1)', reference.name, reference.relation)
      using candidates;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION search.ensure_years(years smallint[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  wanted smallint;
begin
  for wanted in select distinct y from unnest(years) y order by y loop
    if exists (select from search.fiscal_year where fy = wanted) then
      perform pg_advisory_xact_lock_shared(hashtextextended('search.fiscal_year', wanted));
      continue;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('search.fiscal_year', wanted));
    insert into search.fiscal_year (fy) values (wanted) on conflict do nothing;
    continue when not found;
    execute format('create table search.search_document_%s (like search.search_document including all) with (toast_tuple_target = 128)', wanted);
    execute format('alter table search.search_document_%s alter column grams set statistics 300', wanted);
    execute format('alter table search.search_document attach partition search.search_document_%s for values in (%s)', wanted, wanted);
    perform search.tune_year(format('search.search_document_%s', wanted)::regclass);
  end loop;
  lock table only search.search_document in row share mode;
end $function$
;

CREATE OR REPLACE FUNCTION search.number_key(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select regexp_replace(regexp_replace(number, '(\d+)', '0000000\1', 'g'), '\d*(\d{8})', '\1', 'g') collate "C"
$function$
;

CREATE OR REPLACE FUNCTION search.title_is_known(document uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from documents.document d where d.id = document and d.state <> 'drafting'
    and platform.reader_holds('{records_officer}') && array[d.section_code, '*']) $function$
;

CREATE OR REPLACE FUNCTION search.tune_year(partition regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  lookup regclass;
begin
  for lookup in select i.indexrelid from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
                where i.indrelid = partition and a.amname = 'gin' loop
    execute format('alter index %s set (fastupdate = on, gin_pending_list_limit = 2048)', lookup);
  end loop;
end $function$
;

CREATE TRIGGER act_is_append_only BEFORE DELETE OR UPDATE ON approvals.act FOR EACH ROW EXECUTE FUNCTION approvals.keep_act();

CREATE TRIGGER returns_are_told AFTER INSERT ON approvals.act REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION approvals.tell_drafters();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.act REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_act();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.act REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_act();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.act REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_act();

CREATE TRIGGER past_begins AFTER INSERT ON approvals.approval_case FOR EACH ROW EXECUTE FUNCTION approvals.keep_case_past();

CREATE TRIGGER past_goes_on AFTER UPDATE ON approvals.approval_case FOR EACH ROW WHEN (((old.round IS DISTINCT FROM new.round) OR (old.decision_label IS DISTINCT FROM new.decision_label))) EXECUTE FUNCTION approvals.keep_case_past();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.approval_case REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_approval_case();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.approval_case REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_approval_case();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.approval_case REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_approval_case();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.case_past REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_case_past();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.case_past REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_case_past();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.case_past REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_case_past();

CREATE TRIGGER published_definitions_stay BEFORE DELETE OR UPDATE ON approvals.definition_draft FOR EACH ROW WHEN ((old.state = 'published'::text)) EXECUTE FUNCTION approvals.refuse_change_of_published_definition();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.definition_draft REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_definition_draft();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.definition_draft REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_definition_draft();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.definition_draft REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_definition_draft();

CREATE TRIGGER published_rules_stay BEFORE INSERT OR DELETE OR UPDATE ON approvals.delegation_rule FOR EACH ROW EXECUTE FUNCTION approvals.refuse_change_of_published_rules();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.delegation_rule REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_delegation_rule();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.delegation_rule REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_delegation_rule();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.delegation_rule REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_delegation_rule();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.delegation_rule_set REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_delegation_rule_set();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.delegation_rule_set REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_delegation_rule_set();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.delegation_rule_set REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_delegation_rule_set();

CREATE TRIGGER done_reviews_are_told AFTER UPDATE ON approvals.post_review REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION approvals.tell_of_reviews();

CREATE TRIGGER new_reviews_are_told AFTER INSERT ON approvals.post_review REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION approvals.tell_of_reviews();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.post_review REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_post_review();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.post_review REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_post_review();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.post_review REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_post_review();

CREATE TRIGGER prior_instruction_is_append_only BEFORE DELETE OR UPDATE ON approvals.prior_instruction FOR EACH ROW EXECUTE FUNCTION approvals.keep_instruction();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.prior_instruction REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_prior_instruction();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.prior_instruction REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_prior_instruction();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.prior_instruction REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_prior_instruction();

CREATE TRIGGER changed_seats_are_told AFTER UPDATE ON approvals.seat REFERENCING OLD TABLE AS old_seat NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION approvals.tell_of_changed_seats();

CREATE TRIGGER new_seats_are_told AFTER INSERT ON approvals.seat REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION approvals.tell_of_new_seats();

CREATE TRIGGER past_begins AFTER INSERT ON approvals.seat REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION approvals.keep_seats_past();

CREATE TRIGGER past_goes_on AFTER UPDATE ON approvals.seat REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION approvals.keep_seats_past();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.seat REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_seat();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.seat REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_seat();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.seat REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_seat();

CREATE TRIGGER seat_learns_its_matter BEFORE INSERT ON approvals.seat FOR EACH ROW EXECUTE FUNCTION approvals.seat_learns_its_matter();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.seat_past REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_seat_past();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.seat_past REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_seat_past();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.seat_past REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_seat_past();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.seat_succession REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_seat_succession();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.seat_succession REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_seat_succession();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.seat_succession REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_seat_succession();

CREATE TRIGGER seat_succession_is_append_only BEFORE DELETE OR UPDATE ON approvals.seat_succession FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.staged_decision REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_staged_decision();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.staged_decision REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_staged_decision();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.staged_decision REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_staged_decision();

CREATE TRIGGER rows_deleted AFTER DELETE ON approvals.step REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_step();

CREATE TRIGGER rows_inserted AFTER INSERT ON approvals.step REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_step();

CREATE TRIGGER rows_updated AFTER UPDATE ON approvals.step REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_approvals_step();

CREATE TRIGGER seats_follow_their_step AFTER UPDATE OF kind ON approvals.step FOR EACH ROW WHEN ((old.kind IS DISTINCT FROM new.kind)) EXECUTE FUNCTION approvals.seats_follow_their_step();

CREATE TRIGGER addition_is_in_time BEFORE INSERT ON documents.attachment FOR EACH ROW WHEN ((new.addition IS NOT NULL)) EXECUTE FUNCTION documents.refuse_late_addition();

CREATE TRIGGER addition_is_kept BEFORE UPDATE ON documents.attachment FOR EACH ROW WHEN (((old.addition IS NOT NULL) OR (new.addition IS NOT NULL))) EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER attachment_is_kept BEFORE DELETE ON documents.attachment FOR EACH ROW EXECUTE FUNCTION documents.keep_attachment();

CREATE TRIGGER attachment_is_not_truncated BEFORE TRUNCATE ON documents.attachment FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.attachment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_attachment();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.attachment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_attachment();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.attachment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_attachment();

CREATE TRIGGER content_is_kept BEFORE UPDATE OF erased_at, fields, title ON documents.document FOR EACH ROW EXECUTE FUNCTION documents.keep_content();

CREATE TRIGGER document_is_kept BEFORE DELETE ON documents.document FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER document_is_not_truncated BEFORE TRUNCATE ON documents.document FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER past_begins AFTER INSERT ON documents.document REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION documents.keep_past();

CREATE TRIGGER past_goes_on AFTER UPDATE ON documents.document REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION documents.keep_past();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.document REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_document();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.document REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_document();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.document REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_document();

CREATE TRIGGER seats_follow_their_matter AFTER UPDATE OF urgent, due_on ON documents.document FOR EACH ROW WHEN (((old.urgent IS DISTINCT FROM new.urgent) OR (old.due_on IS DISTINCT FROM new.due_on))) EXECUTE FUNCTION approvals.seats_follow_their_matter();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.document_past REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_document_past();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.document_past REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_document_past();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.document_past REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_document_past();

CREATE TRIGGER erasure_follows_disposal BEFORE INSERT ON documents.erasure FOR EACH ROW EXECUTE FUNCTION records.guard_erasure();

CREATE TRIGGER erasure_is_append_only BEFORE DELETE OR UPDATE ON documents.erasure FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER erasure_is_not_truncated BEFORE TRUNCATE ON documents.erasure FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.erasure REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_erasure();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.erasure REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_erasure();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.erasure REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_erasure();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.follow_up REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_follow_up();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.follow_up REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_follow_up();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.follow_up REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_follow_up();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.form REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_form();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.form REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_form();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.form REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_form();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.former_participant REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_former_participant();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.former_participant REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_former_participant();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.former_participant REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_former_participant();

CREATE TRIGGER number_is_kept BEFORE DELETE OR UPDATE ON documents.issued_number FOR EACH ROW EXECUTE FUNCTION documents.keep_number();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.issued_number REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_issued_number();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.issued_number REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_issued_number();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.issued_number REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_issued_number();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.matter_type REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_matter_type();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.matter_type REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_matter_type();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.matter_type REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_matter_type();

CREATE TRIGGER matter_type_version_is_append_only BEFORE DELETE OR UPDATE ON documents.matter_type_version FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.matter_type_version REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_matter_type_version();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.matter_type_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_matter_type_version();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.matter_type_version REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_matter_type_version();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.number_counter REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_number_counter();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.number_counter REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_number_counter();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.number_counter REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_number_counter();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.number_series REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_number_series();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.number_series REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_number_series();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.number_series REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_number_series();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.participant REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_participant();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.participant REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_participant();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.participant REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_participant();

CREATE TRIGGER revision_is_append_only BEFORE DELETE OR UPDATE ON documents.revision FOR EACH ROW EXECUTE FUNCTION documents.keep_revision();

CREATE TRIGGER revision_is_not_truncated BEFORE TRUNCATE ON documents.revision FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.revision REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_revision();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.revision REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_revision();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.revision REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_revision();

CREATE TRIGGER rows_deleted AFTER DELETE ON documents.takeover REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_takeover();

CREATE TRIGGER rows_inserted AFTER INSERT ON documents.takeover REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_takeover();

CREATE TRIGGER rows_updated AFTER UPDATE ON documents.takeover REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_documents_takeover();

CREATE TRIGGER takeover_is_append_only BEFORE DELETE OR UPDATE ON documents.takeover FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER clean_copy_is_append_only BEFORE DELETE OR UPDATE ON execution.clean_copy FOR EACH ROW EXECUTE FUNCTION execution.keep_copy();

CREATE TRIGGER rows_deleted AFTER DELETE ON execution.clean_copy REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_execution_clean_copy();

CREATE TRIGGER rows_inserted AFTER INSERT ON execution.clean_copy REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_execution_clean_copy();

CREATE TRIGGER rows_updated AFTER UPDATE ON execution.clean_copy REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_execution_clean_copy();

CREATE TRIGGER entry_is_append_only BEFORE DELETE OR UPDATE ON execution.entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rows_deleted AFTER DELETE ON execution.entry REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_execution_entry();

CREATE TRIGGER rows_inserted AFTER INSERT ON execution.entry REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_execution_entry();

CREATE TRIGGER rows_updated AFTER UPDATE ON execution.entry REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_execution_entry();

CREATE TRIGGER rows_deleted AFTER DELETE ON identity.account REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_account();

CREATE TRIGGER rows_inserted AFTER INSERT ON identity.account REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_account();

CREATE TRIGGER rows_updated AFTER UPDATE ON identity.account REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_account();

CREATE TRIGGER rows_deleted AFTER DELETE ON identity.emergency_reading REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_emergency_reading();

CREATE TRIGGER rows_inserted AFTER INSERT ON identity.emergency_reading REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_emergency_reading();

CREATE TRIGGER rows_updated AFTER UPDATE ON identity.emergency_reading REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_emergency_reading();

CREATE TRIGGER rows_deleted AFTER DELETE ON identity.passkey REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_passkey();

CREATE TRIGGER rows_inserted AFTER INSERT ON identity.passkey REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_passkey();

CREATE TRIGGER rows_updated AFTER UPDATE ON identity.passkey REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_passkey();

CREATE TRIGGER rows_deleted AFTER DELETE ON identity.provider_link REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_provider_link();

CREATE TRIGGER rows_inserted AFTER INSERT ON identity.provider_link REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_provider_link();

CREATE TRIGGER rows_updated AFTER UPDATE ON identity.provider_link REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_identity_provider_link();

CREATE TRIGGER rows_deleted AFTER DELETE ON intake.attachment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_attachment();

CREATE TRIGGER rows_inserted AFTER INSERT ON intake.attachment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_attachment();

CREATE TRIGGER rows_updated AFTER UPDATE ON intake.attachment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_attachment();

CREATE TRIGGER rows_deleted AFTER DELETE ON intake.audience REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_audience();

CREATE TRIGGER rows_inserted AFTER INSERT ON intake.audience REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_audience();

CREATE TRIGGER rows_updated AFTER UPDATE ON intake.audience REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_audience();

CREATE TRIGGER rows_deleted AFTER DELETE ON intake.circulation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_circulation();

CREATE TRIGGER rows_inserted AFTER INSERT ON intake.circulation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_circulation();

CREATE TRIGGER rows_updated AFTER UPDATE ON intake.circulation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_circulation();

CREATE TRIGGER rows_deleted AFTER DELETE ON intake.ending REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_ending();

CREATE TRIGGER rows_inserted AFTER INSERT ON intake.ending REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_ending();

CREATE TRIGGER rows_updated AFTER UPDATE ON intake.ending REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_ending();

CREATE TRIGGER rows_deleted AFTER DELETE ON intake.online_application REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_online_application();

CREATE TRIGGER rows_inserted AFTER INSERT ON intake.online_application REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_online_application();

CREATE TRIGGER rows_updated AFTER UPDATE ON intake.online_application REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_online_application();

CREATE TRIGGER rows_deleted AFTER DELETE ON intake.participant REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_participant();

CREATE TRIGGER rows_inserted AFTER INSERT ON intake.participant REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_participant();

CREATE TRIGGER rows_updated AFTER UPDATE ON intake.participant REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_participant();

CREATE TRIGGER rows_deleted AFTER DELETE ON intake.reader REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_reader();

CREATE TRIGGER rows_inserted AFTER INSERT ON intake.reader REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_reader();

CREATE TRIGGER rows_updated AFTER UPDATE ON intake.reader REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_reader();

CREATE TRIGGER rows_deleted AFTER DELETE ON intake.receipt REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_receipt();

CREATE TRIGGER rows_inserted AFTER INSERT ON intake.receipt REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_receipt();

CREATE TRIGGER rows_updated AFTER UPDATE ON intake.receipt REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_receipt();

CREATE TRIGGER rows_deleted AFTER DELETE ON intake.receipt_kind REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_receipt_kind();

CREATE TRIGGER rows_inserted AFTER INSERT ON intake.receipt_kind REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_receipt_kind();

CREATE TRIGGER rows_updated AFTER UPDATE ON intake.receipt_kind REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_receipt_kind();

CREATE TRIGGER rows_deleted AFTER DELETE ON intake.scan_inlet REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_scan_inlet();

CREATE TRIGGER rows_inserted AFTER INSERT ON intake.scan_inlet REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_scan_inlet();

CREATE TRIGGER rows_updated AFTER UPDATE ON intake.scan_inlet REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_intake_scan_inlet();

CREATE TRIGGER checkpoint_is_append_only BEFORE DELETE OR UPDATE ON ledger.checkpoint FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER entry_is_append_only BEFORE DELETE OR UPDATE ON ledger.entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER entry_is_not_truncated BEFORE TRUNCATE ON ledger.entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER leaf_is_append_only BEFORE DELETE OR UPDATE ON ledger.leaf FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER leaf_is_not_truncated BEFORE TRUNCATE ON ledger.leaf FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER row_change_is_append_only BEFORE DELETE OR UPDATE ON ledger.row_change FOR EACH ROW EXECUTE FUNCTION ledger.keep_change();

CREATE TRIGGER row_change_is_not_truncated BEFORE TRUNCATE ON ledger.row_change FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER subtree_is_append_only BEFORE DELETE OR UPDATE ON ledger.subtree FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER token_is_append_only BEFORE DELETE OR UPDATE ON ledger.timestamp_token FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rows_deleted AFTER DELETE ON organisation.absence REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_absence();

CREATE TRIGGER rows_inserted AFTER INSERT ON organisation.absence REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_absence();

CREATE TRIGGER rows_updated AFTER UPDATE ON organisation.absence REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_absence();

CREATE TRIGGER rows_deleted AFTER DELETE ON organisation.acting_order REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_acting_order();

CREATE TRIGGER rows_inserted AFTER INSERT ON organisation.acting_order REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_acting_order();

CREATE TRIGGER rows_updated AFTER UPDATE ON organisation.acting_order REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_acting_order();

CREATE TRIGGER announced_day_is_append_only BEFORE DELETE OR UPDATE ON organisation.announced_day FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rows_deleted AFTER DELETE ON organisation.assignment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_assignment();

CREATE TRIGGER rows_inserted AFTER INSERT ON organisation.assignment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_assignment();

CREATE TRIGGER rows_updated AFTER UPDATE ON organisation.assignment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_assignment();

CREATE TRIGGER rows_deleted AFTER DELETE ON organisation.org_function REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_org_function();

CREATE TRIGGER rows_inserted AFTER INSERT ON organisation.org_function REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_org_function();

CREATE TRIGGER rows_updated AFTER UPDATE ON organisation.org_function REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_org_function();

CREATE TRIGGER rows_deleted AFTER DELETE ON organisation.org_unit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_org_unit();

CREATE TRIGGER rows_inserted AFTER INSERT ON organisation.org_unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_org_unit();

CREATE TRIGGER rows_updated AFTER UPDATE ON organisation.org_unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_org_unit();

CREATE TRIGGER rows_deleted AFTER DELETE ON organisation.person REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_person();

CREATE TRIGGER rows_inserted AFTER INSERT ON organisation.person REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_person();

CREATE TRIGGER rows_updated AFTER UPDATE ON organisation.person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_person();

CREATE TRIGGER rows_deleted AFTER DELETE ON organisation.post REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_post();

CREATE TRIGGER rows_inserted AFTER INSERT ON organisation.post REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_post();

CREATE TRIGGER rows_updated AFTER UPDATE ON organisation.post REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_post();

CREATE TRIGGER rows_deleted AFTER DELETE ON organisation.proxy REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_proxy();

CREATE TRIGGER rows_inserted AFTER INSERT ON organisation.proxy REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_proxy();

CREATE TRIGGER rows_updated AFTER UPDATE ON organisation.proxy REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_proxy();

CREATE TRIGGER rows_deleted AFTER DELETE ON organisation.role_grant REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_role_grant();

CREATE TRIGGER rows_inserted AFTER INSERT ON organisation.role_grant REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_role_grant();

CREATE TRIGGER rows_updated AFTER UPDATE ON organisation.role_grant REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_role_grant();

CREATE TRIGGER rows_deleted AFTER DELETE ON organisation.setting_change REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_setting_change();

CREATE TRIGGER rows_inserted AFTER INSERT ON organisation.setting_change REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_setting_change();

CREATE TRIGGER rows_updated AFTER UPDATE ON organisation.setting_change REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_setting_change();

CREATE TRIGGER rows_deleted AFTER DELETE ON organisation.settings_version REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_settings_version();

CREATE TRIGGER rows_inserted AFTER INSERT ON organisation.settings_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_settings_version();

CREATE TRIGGER rows_updated AFTER UPDATE ON organisation.settings_version REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_organisation_settings_version();

CREATE TRIGGER clock_witness_is_append_only BEFORE DELETE OR UPDATE ON records.clock_witness FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER disposal_batch_stays BEFORE DELETE ON records.disposal_batch FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER rows_are_not_truncated BEFORE TRUNCATE ON records.disposal_batch FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.disposal_batch REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_batch();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.disposal_batch REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_batch();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.disposal_batch REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_batch();

CREATE TRIGGER disposal_certificate_is_append_only BEFORE DELETE OR UPDATE ON records.disposal_certificate FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rows_are_not_truncated BEFORE TRUNCATE ON records.disposal_certificate FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.disposal_certificate REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_certificate();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.disposal_certificate REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_certificate();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.disposal_certificate REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_certificate();

CREATE TRIGGER disposal_entry_is_append_only BEFORE DELETE OR UPDATE ON records.disposal_entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER disposal_entry_is_not_truncated BEFORE TRUNCATE ON records.disposal_entry FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.disposal_entry REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_entry();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.disposal_entry REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_entry();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.disposal_entry REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_entry();

CREATE TRIGGER disposal_entry_document_is_append_only BEFORE DELETE OR UPDATE ON records.disposal_entry_document FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rows_are_not_truncated BEFORE TRUNCATE ON records.disposal_entry_document FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.disposal_entry_document REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_entry_document();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.disposal_entry_document REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_entry_document();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.disposal_entry_document REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_entry_document();

CREATE TRIGGER disposal_item_stays BEFORE DELETE ON records.disposal_item FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER item_is_as_decided BEFORE UPDATE OF state ON records.disposal_item FOR EACH ROW WHEN (((new.state = 'executed'::text) AND (old.state IS DISTINCT FROM new.state) AND (new.measure = ANY (ARRAY['destroy'::text, 'transfer'::text])))) EXECUTE FUNCTION records.guard_executed_contents();

CREATE TRIGGER item_is_executed_lawfully BEFORE UPDATE ON records.disposal_item FOR EACH ROW EXECUTE FUNCTION records.guard_executed_item();

CREATE TRIGGER rows_are_not_truncated BEFORE TRUNCATE ON records.disposal_item FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.disposal_item REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_item();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.disposal_item REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_item();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.disposal_item REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_item();

CREATE TRIGGER disposal_release_is_append_only BEFORE DELETE OR UPDATE ON records.disposal_release FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rows_are_not_truncated BEFORE TRUNCATE ON records.disposal_release FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.disposal_release REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_release();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.disposal_release REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_release();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.disposal_release REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_disposal_release();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.extension_batch REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_extension_batch();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.extension_batch REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_extension_batch();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.extension_batch REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_extension_batch();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.extension_item REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_extension_item();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.extension_item REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_extension_item();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.extension_item REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_extension_item();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.file_history REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_file_history();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.file_history REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_file_history();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.file_history REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_file_history();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.file_place REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_file_place();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.file_place REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_file_place();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.file_place REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_file_place();

CREATE TRIGGER class_change_is_remembered AFTER UPDATE ON records.filing_class FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION records.keep_class_history();

CREATE TRIGGER class_is_remembered AFTER INSERT ON records.filing_class FOR EACH ROW EXECUTE FUNCTION records.keep_class_history();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.filing_class REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_filing_class();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.filing_class REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_filing_class();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.filing_class REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_filing_class();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.filing_class_history REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_filing_class_history();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.filing_class_history REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_filing_class_history();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.filing_class_history REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_filing_class_history();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.handover REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_handover();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.handover REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_handover();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.handover REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_handover();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.handover_file REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_handover_file();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.handover_file REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_handover_file();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.handover_file REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_handover_file();

CREATE CONSTRAINT TRIGGER hold_ends_by_an_act AFTER UPDATE ON records.hold DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((((((old.released_at IS DISTINCT FROM new.released_at) OR (old.ground IS DISTINCT FROM new.ground)) OR (old.case_no IS DISTINCT FROM new.case_no)) OR (old.reason IS DISTINCT FROM new.reason)) OR (old.triggered_on IS DISTINCT FROM new.triggered_on)) OR (old.decided_on IS DISTINCT FROM new.decided_on)) OR (old.ends_on IS DISTINCT FROM new.ends_on))) EXECUTE FUNCTION records.guard_trace_of_hold();

CREATE TRIGGER hold_ends_lawfully BEFORE UPDATE ON records.hold FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION records.guard_hold();

CREATE TRIGGER hold_is_not_truncated BEFORE TRUNCATE ON records.hold FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER hold_stays BEFORE DELETE ON records.hold FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.hold REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_hold();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.hold REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_hold();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.hold REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_hold();

CREATE TRIGGER hold_meets_what_is_there BEFORE INSERT ON records.hold_target FOR EACH ROW EXECUTE FUNCTION records.guard_hold_target();

CREATE TRIGGER hold_target_is_not_truncated BEFORE TRUNCATE ON records.hold_target FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER hold_target_stays BEFORE DELETE OR UPDATE ON records.hold_target FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER nothing_holds_a_removed_file BEFORE INSERT ON records.hold_target FOR EACH ROW WHEN ((new.file_id IS NOT NULL)) EXECUTE FUNCTION records.refuse_removed_file();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.hold_target REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_hold_target();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.hold_target REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_hold_target();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.hold_target REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_hold_target();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.loan REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_loan();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.loan REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_loan();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.loan REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_loan();

CREATE TRIGGER nothing_comes_into_a_removed_file BEFORE INSERT OR UPDATE OF file_id ON records.paper_record FOR EACH ROW EXECUTE FUNCTION records.refuse_removed_file();

CREATE TRIGGER paper_stays BEFORE DELETE ON records.paper_record FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER paper_stays_in_its_file BEFORE UPDATE OF file_id ON records.paper_record FOR EACH ROW WHEN ((old.file_id IS DISTINCT FROM new.file_id)) EXECUTE FUNCTION records.refuse_move();

CREATE TRIGGER rows_are_not_truncated BEFORE TRUNCATE ON records.paper_record FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.paper_record REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_paper_record();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.paper_record REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_paper_record();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.paper_record REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_paper_record();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.plan_change REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_plan_change();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.plan_change REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_plan_change();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.plan_change REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_plan_change();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.plan_version REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_plan_version();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.plan_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_plan_version();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.plan_version REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_plan_version();

CREATE TRIGGER held_record_is_not_shortened BEFORE UPDATE OF state, expires_on, keep_until ON records.record FOR EACH ROW EXECUTE FUNCTION records.guard_held_dates();

CREATE TRIGGER held_record_moves_with_its_hold BEFORE UPDATE OF file_id ON records.record FOR EACH ROW WHEN ((old.file_id IS DISTINCT FROM new.file_id)) EXECUTE FUNCTION records.guard_move();

CREATE TRIGGER nothing_comes_into_a_removed_file BEFORE INSERT OR UPDATE OF file_id ON records.record FOR EACH ROW EXECUTE FUNCTION records.refuse_removed_file();

CREATE TRIGGER past_begins AFTER INSERT ON records.record FOR EACH ROW EXECUTE FUNCTION records.keep_record_past();

CREATE TRIGGER past_goes_on AFTER UPDATE ON records.record FOR EACH ROW WHEN (((((((old.file_id IS DISTINCT FROM new.file_id) OR (old.retention_class IS DISTINCT FROM new.retention_class)) OR (old.closed_on IS DISTINCT FROM new.closed_on)) OR (old.provisional IS DISTINCT FROM new.provisional)) OR (old.starts_on IS DISTINCT FROM new.starts_on)) OR (old.expires_on IS DISTINCT FROM new.expires_on))) EXECUTE FUNCTION records.keep_record_past();

CREATE TRIGGER record_ends_lawfully BEFORE UPDATE OF state ON records.record FOR EACH ROW WHEN (((new.state = ANY (ARRAY['transferred'::text, 'disposed'::text])) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION records.guard_end_of_record();

CREATE TRIGGER record_is_not_truncated BEFORE TRUNCATE ON records.record FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER record_stays BEFORE DELETE ON records.record FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.record REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_record();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.record REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_record();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.record REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_record();

CREATE TRIGGER empty_file_is_removed BEFORE UPDATE OF state ON records.record_file FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) AND (('removed'::text = old.state) OR ('removed'::text = new.state)))) EXECUTE FUNCTION records.guard_removed_file();

CREATE TRIGGER file_change_is_remembered AFTER UPDATE ON records.record_file FOR EACH ROW WHEN ((((((((((((((((((((old.class_code IS DISTINCT FROM new.class_code) OR (old.section_code IS DISTINCT FROM new.section_code)) OR (old.section_name IS DISTINCT FROM new.section_name)) OR (old.fiscal_year IS DISTINCT FROM new.fiscal_year)) OR (old.volume IS DISTINCT FROM new.volume)) OR (old.title IS DISTINCT FROM new.title)) OR (old.retention_class IS DISTINCT FROM new.retention_class)) OR (old.kept_basis IS DISTINCT FROM new.kept_basis)) OR (old.kept_years IS DISTINCT FROM new.kept_years)) OR (old.kept_label IS DISTINCT FROM new.kept_label)) OR (old.disclosure_class IS DISTINCT FROM new.disclosure_class)) OR (old.disposition IS DISTINCT FROM new.disposition)) OR (old.state IS DISTINCT FROM new.state)) OR (old.custody IS DISTINCT FROM new.custody)) OR (old.medium IS DISTINCT FROM new.medium)) OR (old.secret IS DISTINCT FROM new.secret)) OR (old.starts_on IS DISTINCT FROM new.starts_on)) OR (old.expires_on IS DISTINCT FROM new.expires_on)) OR (old.closed_on IS DISTINCT FROM new.closed_on))) EXECUTE FUNCTION records.keep_file_history();

CREATE TRIGGER file_ends_lawfully BEFORE UPDATE OF state ON records.record_file FOR EACH ROW WHEN (((new.state = ANY (ARRAY['transferred'::text, 'disposed'::text])) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION records.guard_end_of_file();

CREATE TRIGGER file_is_not_truncated BEFORE TRUNCATE ON records.record_file FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER file_is_remembered AFTER INSERT ON records.record_file FOR EACH ROW EXECUTE FUNCTION records.keep_file_history();

CREATE TRIGGER file_stays BEFORE DELETE ON records.record_file FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER held_file_is_not_shortened BEFORE UPDATE OF state, extended_to, expires_on ON records.record_file FOR EACH ROW EXECUTE FUNCTION records.guard_held_dates();

CREATE TRIGGER lent_file_stays BEFORE UPDATE OF state ON records.record_file FOR EACH ROW WHEN (((new.state = ANY (ARRAY['transferred'::text, 'disposed'::text])) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION records.guard_lent_file();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.record_file REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_record_file();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.record_file REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_record_file();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.record_file REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_record_file();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.record_past REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_record_past();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.record_past REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_record_past();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.record_past REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_record_past();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.register_issue REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_register_issue();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.register_issue REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_register_issue();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.register_issue REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_register_issue();

CREATE TRIGGER renamed_class_is_remembered AFTER UPDATE OF label ON records.retention_class FOR EACH ROW WHEN (((old.label IS DISTINCT FROM new.label) AND (NOT ((old.years IS DISTINCT FROM new.years) OR (old.basis IS DISTINCT FROM new.basis))))) EXECUTE FUNCTION records.keep_history_of_renamed_class();

CREATE TRIGGER retention_class_change_is_remembered AFTER UPDATE ON records.retention_class FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION records.keep_retention_class_version();

CREATE TRIGGER retention_class_is_remembered AFTER INSERT ON records.retention_class FOR EACH ROW EXECUTE FUNCTION records.keep_retention_class_version();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.retention_class REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_retention_class();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.retention_class REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_retention_class();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.retention_class REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_retention_class();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.retention_class_version REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_retention_class_version();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.retention_class_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_retention_class_version();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.retention_class_version REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_retention_class_version();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.rule_change REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_rule_change();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.rule_change REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_rule_change();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.rule_change REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_rule_change();

CREATE TRIGGER reached_files_are_remembered AFTER UPDATE ON records.rule_change_file REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION records.keep_history_of_reached_files();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.rule_change_file REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_rule_change_file();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.rule_change_file REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_rule_change_file();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.rule_change_file REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_rule_change_file();

CREATE TRIGGER paper_ends_lawfully BEFORE UPDATE ON records.scan_substitute FOR EACH ROW WHEN (((old.destruction_decided_by IS DISTINCT FROM new.destruction_decided_by) OR (old.destroyed_by IS DISTINCT FROM new.destroyed_by))) EXECUTE FUNCTION records.guard_end_of_paper();

CREATE TRIGGER rows_are_not_truncated BEFORE TRUNCATE ON records.scan_substitute FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.scan_substitute REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_scan_substitute();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.scan_substitute REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_scan_substitute();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.scan_substitute REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_scan_substitute();

CREATE TRIGGER scan_stays BEFORE DELETE ON records.scan_substitute FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER scan_stays_with_its_file BEFORE UPDATE ON records.scan_substitute FOR EACH ROW WHEN ((((old.sha256 IS DISTINCT FROM new.sha256) OR (old.paper_record_id IS DISTINCT FROM new.paper_record_id)) OR (old.object_sha256 IS DISTINCT FROM new.object_sha256))) EXECUTE FUNCTION records.guard_scan();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.stack_place REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_stack_place();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.stack_place REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_stack_place();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.stack_place REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_stack_place();

CREATE TRIGGER rows_deleted AFTER DELETE ON records.transfer_package REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_transfer_package();

CREATE TRIGGER rows_inserted AFTER INSERT ON records.transfer_package REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_transfer_package();

CREATE TRIGGER rows_updated AFTER UPDATE ON records.transfer_package REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_records_transfer_package();

CREATE TRIGGER rows_deleted AFTER DELETE ON scans.page_correction REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_scans_page_correction();

CREATE TRIGGER rows_inserted AFTER INSERT ON scans.page_correction REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_scans_page_correction();

CREATE TRIGGER rows_updated AFTER UPDATE ON scans.page_correction REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_scans_page_correction();

CREATE TRIGGER rows_deleted AFTER DELETE ON scans.removed_object REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_scans_removed_object();

CREATE TRIGGER rows_inserted AFTER INSERT ON scans.removed_object REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_scans_removed_object();

CREATE TRIGGER rows_updated AFTER UPDATE ON scans.removed_object REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_scans_removed_object();

CREATE TRIGGER rows_deleted AFTER DELETE ON scans.stored_object REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_scans_stored_object();

CREATE TRIGGER rows_inserted AFTER INSERT ON scans.stored_object REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_scans_stored_object();

CREATE TRIGGER rows_updated AFTER UPDATE ON scans.stored_object REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_scans_stored_object();

CREATE TRIGGER rows_deleted AFTER DELETE ON search.export REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_search_export();

CREATE TRIGGER rows_inserted AFTER INSERT ON search.export REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_search_export();

CREATE TRIGGER rows_updated AFTER UPDATE ON search.export REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_search_export();

CREATE TRIGGER rows_deleted AFTER DELETE ON search.opening REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_search_opening();

CREATE TRIGGER rows_inserted AFTER INSERT ON search.opening REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_search_opening();

CREATE TRIGGER rows_updated AFTER UPDATE ON search.opening REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_search_opening();

CREATE TRIGGER rows_deleted AFTER DELETE ON search.reading_digest REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_search_reading_digest();

CREATE TRIGGER rows_inserted AFTER INSERT ON search.reading_digest REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_search_reading_digest();

CREATE TRIGGER rows_updated AFTER UPDATE ON search.reading_digest REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger.bind_search_reading_digest();

create view intake.audience_of_receipt as  SELECT c.subject_id AS receipt_id,
    a.section_code
   FROM (intake.circulation c
     JOIN intake.audience a ON ((a.circulation_id = c.id)))
  WHERE (c.subject_kind = 'receipt'::text);

create view search.entry as  SELECT fy,
    document_id,
    sort_on,
    state,
    matter_type,
    drafter_staff_no,
    owner_unit,
    confidentiality,
    amount,
    serials,
    folded,
    grams,
    layout,
    card,
    decided,
    confidential_until,
    kind
   FROM search.search_document d
  WHERE (( SELECT platform.is_office() AS is_office) OR
        CASE kind
            WHEN 'document'::text THEN ((drafter_staff_no = ( SELECT platform.reader() AS reader)) OR (((confidentiality = 'none'::text) OR COALESCE((confidential_until < ( SELECT platform.reader_day() AS reader_day)), false)) AND (((owner_unit = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) AND ((state <> 'drafting'::text) OR false)) OR ((state <> 'drafting'::text) AND (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'::text[]) AS reader_holds) && ARRAY[owner_unit, '*'::text])))) OR (EXISTS ( SELECT
               FROM documents.participant p
              WHERE ((p.document_id = d.document_id) AND (p.staff_no = ( SELECT platform.reader() AS reader)))
             OFFSET 0)) OR ((state <> 'drafting'::text) AND ((document_id = ANY (( SELECT platform.reader_emergency_matters() AS reader_emergency_matters)::uuid[])) OR ((owner_unit = ANY (( SELECT platform.reader_emergency_units() AS reader_emergency_units)::text[])) AND ((confidentiality = 'none'::text) OR COALESCE((confidential_until < ( SELECT platform.reader_day() AS reader_day)), false))))))
            WHEN 'receipt'::text THEN ((owner_unit = ANY (( SELECT platform.reader_holds('{records_clerk,deputy_records_clerk}'::text[]) AS reader_holds)::text[])) OR (((confidentiality = 'none'::text) OR COALESCE((confidential_until < ( SELECT platform.reader_day() AS reader_day)), false)) AND (('*'::text = ANY (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'::text[]) AS reader_holds)::text[])) OR (EXISTS ( SELECT
               FROM intake.held h
              WHERE ((h.receipt_id = d.document_id) AND ((h.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (h.section_code = ANY (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'::text[]) AS reader_holds)::text[]))))
             OFFSET 0)) OR (EXISTS ( SELECT
               FROM intake.audience_of_receipt a
              WHERE ((a.receipt_id = d.document_id) AND (( SELECT platform.reader_holds('{in_office}'::text[]) AS reader_holds) IS NOT NULL) AND ((a.section_code = '*'::text) OR (a.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[]))))
             OFFSET 0)))) OR (EXISTS ( SELECT
               FROM intake.participant p
              WHERE ((p.receipt_id = d.document_id) AND (p.staff_no = ( SELECT platform.reader() AS reader)))
             OFFSET 0)) OR ((document_id = ANY (( SELECT platform.reader_emergency_matters() AS reader_emergency_matters)::uuid[])) OR ((owner_unit = ANY (( SELECT platform.reader_emergency_units() AS reader_emergency_units)::text[])) AND ((confidentiality = 'none'::text) OR COALESCE((confidential_until < ( SELECT platform.reader_day() AS reader_day)), false)))))
            ELSE false
        END);

create view search.known_title as  SELECT document_id,
    kind,
    state,
    drafter_staff_no,
    owner_unit,
    confidentiality,
    confidential_until,
    grams,
    split_part(split_part(substr(folded, 1, 1000), ''::text, 1), '
'::text, 1) AS folded_title,
    (card ->> 'title'::text) AS title,
    (card ->> 'number'::text) AS number,
    (card ->> 'numberKeys'::text) AS number_keys
   FROM search.search_document d
  WHERE ((kind = 'document'::text) AND (( SELECT platform.is_office() AS is_office) OR ((state <> 'drafting'::text) AND (( SELECT platform.reader_holds('{records_officer}'::text[]) AS reader_holds) && ARRAY[owner_unit, '*'::text]))));

create sequence organisation.revision;

create policy office on approvals.act to fubako_office using (true);

create policy readers on approvals.act using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = act.document_id))));

create policy office on approvals.approval_case to fubako_office using (true);

create policy readers on approvals.approval_case using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = approval_case.document_id))));

create policy office on approvals.bulk_outcome to fubako_office using (true);

create policy readers on approvals.bulk_outcome using (((actor = ( SELECT platform.reader() AS reader)) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = bulk_outcome.document_id)))));

create policy office on approvals.case_past to fubako_office using (true);

create policy readers on approvals.case_past using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = case_past.document_id))));

create policy changers on approvals.definition_draft for update using (((( SELECT platform.reader_holds('{records_officer,org_admin}'::text[]) AS reader_holds) IS NOT NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = definition_draft.document_id))))) with check (((( SELECT platform.reader_holds('{records_officer,org_admin}'::text[]) AS reader_holds) IS NOT NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = definition_draft.document_id)))));

create policy makers on approvals.definition_draft for insert with check (((( SELECT platform.reader_holds('{records_officer,org_admin}'::text[]) AS reader_holds) IS NOT NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = definition_draft.document_id)))));

create policy office on approvals.definition_draft to fubako_office using (true);

create policy onlookers on approvals.definition_draft for select using (true);

create policy removers on approvals.definition_draft for delete using (((( SELECT platform.reader_holds('{records_officer,org_admin}'::text[]) AS reader_holds) IS NOT NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = definition_draft.document_id)))));

create policy changers on approvals.delegation_rule_set for update using (((( SELECT platform.reader_holds('{records_officer,org_admin}'::text[]) AS reader_holds) IS NOT NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = delegation_rule_set.document_id))))) with check (((( SELECT platform.reader_holds('{records_officer,org_admin}'::text[]) AS reader_holds) IS NOT NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = delegation_rule_set.document_id)))));

create policy makers on approvals.delegation_rule_set for insert with check (((( SELECT platform.reader_holds('{records_officer,org_admin}'::text[]) AS reader_holds) IS NOT NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = delegation_rule_set.document_id)))));

create policy office on approvals.delegation_rule_set to fubako_office using (true);

create policy onlookers on approvals.delegation_rule_set for select using (true);

create policy removers on approvals.delegation_rule_set for delete using (((( SELECT platform.reader_holds('{records_officer,org_admin}'::text[]) AS reader_holds) IS NOT NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = delegation_rule_set.document_id)))));

create policy office on approvals.post_review to fubako_office using (true);

create policy readers on approvals.post_review using (((principal = ( SELECT platform.reader() AS reader)) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = post_review.document_id)))));

create policy office on approvals.prior_instruction to fubako_office using (true);

create policy readers on approvals.prior_instruction using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = prior_instruction.document_id))));

create policy changers on approvals.saved_view for update using ((owner = ( SELECT platform.reader() AS reader))) with check ((owner = ( SELECT platform.reader() AS reader)));

create policy makers on approvals.saved_view for insert with check ((owner = ( SELECT platform.reader() AS reader)));

create policy office on approvals.saved_view to fubako_office using (true);

create policy onlookers on approvals.saved_view for select using (true);

create policy removers on approvals.saved_view for delete using ((owner = ( SELECT platform.reader() AS reader)));

create policy office on approvals.seat to fubako_office using (true);

create policy readers on approvals.seat using (((principal = ( SELECT platform.reader() AS reader)) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = seat.document_id)))));

create policy office on approvals.seat_past to fubako_office using (true);

create policy readers on approvals.seat_past using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = seat_past.document_id))));

create policy office on approvals.seat_succession to fubako_office using (true);

create policy readers on approvals.seat_succession using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = seat_succession.document_id))));

create policy office on approvals.staged_decision to fubako_office using (true);

create policy readers on approvals.staged_decision using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = staged_decision.document_id))));

create policy office on approvals.step to fubako_office using (true);

create policy readers on approvals.step using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = step.document_id))));

create policy office on documents.attachment to fubako_office using (true);

create policy readers on documents.attachment using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = attachment.document_id))));

create policy changers on documents.document for update using (((drafter_staff_no = ( SELECT platform.reader() AS reader)) OR (EXISTS ( SELECT
   FROM documents.participant p
  WHERE ((p.document_id = document.id) AND (p.staff_no = ( SELECT platform.reader() AS reader))))) OR (((confidentiality = 'none'::text) OR COALESCE((confidential_until < ( SELECT platform.reader_day() AS reader_day)), false)) AND (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) AND ((state <> 'drafting'::text) OR (left_at IS NOT NULL))) OR ((state <> 'drafting'::text) AND (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text])))))) with check (true);

create policy drafters on documents.document for insert with check ((drafter_staff_no = ( SELECT platform.reader() AS reader)));

create policy emergency_readers on documents.document for select using (((state <> 'drafting'::text) AND ((id = ANY (( SELECT platform.reader_emergency_matters() AS reader_emergency_matters)::uuid[])) OR ((section_code = ANY (( SELECT platform.reader_emergency_units() AS reader_emergency_units)::text[])) AND ((confidentiality = 'none'::text) OR COALESCE((confidential_until < ( SELECT platform.reader_day() AS reader_day)), false))))));

create policy office on documents.document to fubako_office using (true);

create policy openers on documents.document for select using ((EXISTS ( SELECT
   FROM search.opening o
  WHERE ((o.document_id = document.id) AND (o.staff_no = ( SELECT platform.reader() AS reader)) AND (((o.opened_at AT TIME ZONE 'Asia/Tokyo'::text))::date = ( SELECT platform.reader_day() AS reader_day))))));

create policy readers on documents.document for select using (((drafter_staff_no = ( SELECT platform.reader() AS reader)) OR (EXISTS ( SELECT
   FROM documents.participant p
  WHERE ((p.document_id = document.id) AND (p.staff_no = ( SELECT platform.reader() AS reader))))) OR (((confidentiality = 'none'::text) OR COALESCE((confidential_until < ( SELECT platform.reader_day() AS reader_day)), false)) AND (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) AND ((state <> 'drafting'::text) OR (left_at IS NOT NULL))) OR ((state <> 'drafting'::text) AND (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text]))))));

create policy office on documents.document_past to fubako_office using (true);

create policy readers on documents.document_past using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = document_past.document_id))));

create policy changers on documents.erasure for update using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = erasure.document_id)))) with check ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = erasure.document_id))));

create policy makers on documents.erasure for insert with check ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = erasure.document_id))));

create policy office on documents.erasure to fubako_office using (true);

create policy onlookers on documents.erasure for select using (true);

create policy removers on documents.erasure for delete using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = erasure.document_id))));

create policy office on documents.follow_up to fubako_office using (true);

create policy readers on documents.follow_up using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = follow_up.document_id))));

create policy changers on documents.former_participant for update using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = former_participant.document_id)))) with check ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = former_participant.document_id))));

create policy makers on documents.former_participant for insert with check ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = former_participant.document_id))));

create policy office on documents.former_participant to fubako_office using (true);

create policy onlookers on documents.former_participant for select using (true);

create policy removers on documents.former_participant for delete using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = former_participant.document_id))));

create policy changers on documents.issued_number for update using (((document_id IS NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = issued_number.document_id))))) with check (((document_id IS NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = issued_number.document_id)))));

create policy makers on documents.issued_number for insert with check (((document_id IS NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = issued_number.document_id)))));

create policy office on documents.issued_number to fubako_office using (true);

create policy onlookers on documents.issued_number for select using (true);

create policy removers on documents.issued_number for delete using (((document_id IS NULL) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = issued_number.document_id)))));

create policy changers on documents.participant for update using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = participant.document_id)))) with check ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = participant.document_id))));

create policy makers on documents.participant for insert with check ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = participant.document_id))));

create policy office on documents.participant to fubako_office using (true);

create policy onlookers on documents.participant for select using (true);

create policy removers on documents.participant for delete using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = participant.document_id))));

create policy office on documents.read_mark to fubako_office using (true);

create policy readers on documents.read_mark using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = read_mark.document_id))));

create policy office on documents.revision to fubako_office using (true);

create policy readers on documents.revision using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = revision.document_id))));

create policy office on documents.takeover to fubako_office using (true);

create policy readers on documents.takeover using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = takeover.document_id))));

create policy office on execution.clean_copy to fubako_office using (true);

create policy readers on execution.clean_copy using ((EXISTS ( SELECT
   FROM (execution.entry e
     JOIN documents.document d ON ((d.id = e.document_id)))
  WHERE (e.id = clean_copy.entry_id))));

create policy changers on execution.entry for update using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = entry.document_id)))) with check ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = entry.document_id))));

create policy makers on execution.entry for insert with check ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = entry.document_id))));

create policy office on execution.entry to fubako_office using (true);

create policy onlookers on execution.entry for select using (true);

create policy removers on execution.entry for delete using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = entry.document_id))));

create policy office on intake.attachment to fubako_office using (true);

create policy readers on intake.attachment using ((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = attachment.receipt_id))));

create policy changers on intake.audience for update using ((EXISTS ( SELECT
   FROM intake.circulation c
  WHERE (c.id = audience.circulation_id)))) with check ((EXISTS ( SELECT
   FROM intake.circulation c
  WHERE (c.id = audience.circulation_id))));

create policy makers on intake.audience for insert with check ((EXISTS ( SELECT
   FROM intake.circulation c
  WHERE (c.id = audience.circulation_id))));

create policy office on intake.audience to fubako_office using (true);

create policy onlookers on intake.audience for select using (true);

create policy removers on intake.audience for delete using ((EXISTS ( SELECT
   FROM intake.circulation c
  WHERE (c.id = audience.circulation_id))));

create policy office on intake.circulation to fubako_office using (true);

create policy readers on intake.circulation using (
CASE subject_kind
    WHEN 'receipt'::text THEN (EXISTS ( SELECT
       FROM intake.receipt r
      WHERE (r.id = circulation.subject_id)))
    ELSE (EXISTS ( SELECT
       FROM documents.document d
      WHERE (d.id = circulation.subject_id)))
END);

create policy changers on intake.ending for update using (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = ending.receipt_id))) OR intake.has_registered(receipt_id))) with check (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = ending.receipt_id))) OR intake.has_registered(receipt_id)));

create policy makers on intake.ending for insert with check (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = ending.receipt_id))) OR intake.has_registered(receipt_id)));

create policy office on intake.ending to fubako_office using (true);

create policy onlookers on intake.ending for select using (true);

create policy removers on intake.ending for delete using (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = ending.receipt_id))) OR intake.has_registered(receipt_id)));

create policy changers on intake.held for update using (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = held.receipt_id))) OR intake.has_registered(receipt_id))) with check (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = held.receipt_id))) OR intake.has_registered(receipt_id)));

create policy makers on intake.held for insert with check (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = held.receipt_id))) OR intake.has_registered(receipt_id)));

create policy office on intake.held to fubako_office using (true);

create policy onlookers on intake.held for select using (true);

create policy removers on intake.held for delete using (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = held.receipt_id))) OR intake.has_registered(receipt_id)));

create policy changers on intake.online_application for update using (((handed_in_by = ( SELECT platform.reader() AS reader)) AND (( SELECT platform.reader_holds('{intake_system}'::text[]) AS reader_holds) IS NOT NULL))) with check (((handed_in_by = ( SELECT platform.reader() AS reader)) AND (( SELECT platform.reader_holds('{intake_system}'::text[]) AS reader_holds) IS NOT NULL)));

create policy makers on intake.online_application for insert with check (((handed_in_by = ( SELECT platform.reader() AS reader)) AND (( SELECT platform.reader_holds('{intake_system}'::text[]) AS reader_holds) IS NOT NULL)));

create policy office on intake.online_application to fubako_office using (true);

create policy onlookers on intake.online_application for select using (true);

create policy removers on intake.online_application for delete using (((handed_in_by = ( SELECT platform.reader() AS reader)) AND (( SELECT platform.reader_holds('{intake_system}'::text[]) AS reader_holds) IS NOT NULL)));

create policy changers on intake.participant for update using (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = participant.receipt_id))) OR intake.has_registered(receipt_id))) with check (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = participant.receipt_id))) OR intake.has_registered(receipt_id)));

create policy makers on intake.participant for insert with check (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = participant.receipt_id))) OR intake.has_registered(receipt_id)));

create policy office on intake.participant to fubako_office using (true);

create policy onlookers on intake.participant for select using (true);

create policy removers on intake.participant for delete using (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = participant.receipt_id))) OR intake.has_registered(receipt_id)));

create policy office on intake.reader to fubako_office using (true);

create policy readers on intake.reader using ((EXISTS ( SELECT
   FROM intake.circulation c
  WHERE (c.id = reader.circulation_id))));

create policy changers on intake.receipt for update using (((EXISTS ( SELECT
   FROM intake.participant p
  WHERE ((p.receipt_id = receipt.id) AND (p.staff_no = ( SELECT platform.reader() AS reader))))) OR (section_code = ANY (( SELECT platform.reader_holds('{records_clerk,deputy_records_clerk}'::text[]) AS reader_holds)::text[])) OR (((confidentiality = 'none'::text) OR COALESCE((confidential_until < ( SELECT platform.reader_day() AS reader_day)), false)) AND (('*'::text = ANY (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'::text[]) AS reader_holds)::text[])) OR (EXISTS ( SELECT
   FROM intake.held h
  WHERE ((h.receipt_id = receipt.id) AND ((h.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (h.section_code = ANY (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'::text[]) AS reader_holds)::text[])))))) OR (EXISTS ( SELECT
   FROM intake.audience_of_receipt a
  WHERE ((a.receipt_id = receipt.id) AND (( SELECT platform.reader_holds('{in_office}'::text[]) AS reader_holds) IS NOT NULL) AND ((a.section_code = '*'::text) OR (a.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])))))))))) with check (true);

create policy emergency_readers on intake.receipt for select using (((id = ANY (( SELECT platform.reader_emergency_matters() AS reader_emergency_matters)::uuid[])) OR ((section_code = ANY (( SELECT platform.reader_emergency_units() AS reader_emergency_units)::text[])) AND ((confidentiality = 'none'::text) OR COALESCE((confidential_until < ( SELECT platform.reader_day() AS reader_day)), false)))));

create policy office on intake.receipt to fubako_office using (true);

create policy readers on intake.receipt for select using (((EXISTS ( SELECT
   FROM intake.participant p
  WHERE ((p.receipt_id = receipt.id) AND (p.staff_no = ( SELECT platform.reader() AS reader))))) OR (section_code = ANY (( SELECT platform.reader_holds('{records_clerk,deputy_records_clerk}'::text[]) AS reader_holds)::text[])) OR (((confidentiality = 'none'::text) OR COALESCE((confidential_until < ( SELECT platform.reader_day() AS reader_day)), false)) AND (('*'::text = ANY (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'::text[]) AS reader_holds)::text[])) OR (EXISTS ( SELECT
   FROM intake.held h
  WHERE ((h.receipt_id = receipt.id) AND ((h.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (h.section_code = ANY (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'::text[]) AS reader_holds)::text[])))))) OR (EXISTS ( SELECT
   FROM intake.audience_of_receipt a
  WHERE ((a.receipt_id = receipt.id) AND (( SELECT platform.reader_holds('{in_office}'::text[]) AS reader_holds) IS NOT NULL) AND ((a.section_code = '*'::text) OR (a.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[]))))))))));

create policy registrars on intake.receipt for insert with check ((registered_by = ( SELECT platform.reader() AS reader)));

create policy changers on intake.scanned_receipt for update using (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = scanned_receipt.receipt_id))) OR intake.has_registered(receipt_id))) with check (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = scanned_receipt.receipt_id))) OR intake.has_registered(receipt_id)));

create policy makers on intake.scanned_receipt for insert with check (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = scanned_receipt.receipt_id))) OR intake.has_registered(receipt_id)));

create policy office on intake.scanned_receipt to fubako_office using (true);

create policy onlookers on intake.scanned_receipt for select using (true);

create policy removers on intake.scanned_receipt for delete using (((EXISTS ( SELECT
   FROM intake.receipt r
  WHERE (r.id = scanned_receipt.receipt_id))) OR intake.has_registered(receipt_id)));

create policy changers on notifications.notice for update using ((staff_no = ( SELECT platform.reader() AS reader))) with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy makers on notifications.notice for insert with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy office on notifications.notice to fubako_office using (true);

create policy onlookers on notifications.notice for select using (true);

create policy removers on notifications.notice for delete using ((staff_no = ( SELECT platform.reader() AS reader)));

create policy changers on records.disposal_batch for update using (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text]) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = disposal_batch.document_id))))) with check (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text]) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = disposal_batch.document_id))) OR (document_id IS NULL)));

create policy makers on records.disposal_batch for insert with check (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text]) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = disposal_batch.document_id)))));

create policy office on records.disposal_batch to fubako_office using (true);

create policy onlookers on records.disposal_batch for select using (true);

create policy removers on records.disposal_batch for delete using (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text]) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = disposal_batch.document_id)))));

create policy changers on records.disposal_entry for update using ((EXISTS ( SELECT
   FROM records.disposal_batch b
  WHERE ((b.id = disposal_entry.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
           FROM documents.document d
          WHERE (d.id = b.document_id)))))))) with check ((EXISTS ( SELECT
   FROM records.disposal_batch b
  WHERE ((b.id = disposal_entry.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
           FROM documents.document d
          WHERE (d.id = b.document_id))))))));

create policy makers on records.disposal_entry for insert with check ((EXISTS ( SELECT
   FROM records.disposal_batch b
  WHERE ((b.id = disposal_entry.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
           FROM documents.document d
          WHERE (d.id = b.document_id))))))));

create policy office on records.disposal_entry to fubako_office using (true);

create policy onlookers on records.disposal_entry for select using (true);

create policy removers on records.disposal_entry for delete using ((EXISTS ( SELECT
   FROM records.disposal_batch b
  WHERE ((b.id = disposal_entry.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
           FROM documents.document d
          WHERE (d.id = b.document_id))))))));

create policy changers on records.disposal_entry_document for update using ((EXISTS ( SELECT
   FROM records.disposal_entry e
  WHERE ((e.id = disposal_entry_document.entry_id) AND (EXISTS ( SELECT
           FROM records.disposal_batch b
          WHERE ((b.id = e.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
                   FROM documents.document d
                  WHERE (d.id = b.document_id))))))))))) with check ((EXISTS ( SELECT
   FROM records.disposal_entry e
  WHERE ((e.id = disposal_entry_document.entry_id) AND (EXISTS ( SELECT
           FROM records.disposal_batch b
          WHERE ((b.id = e.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
                   FROM documents.document d
                  WHERE (d.id = b.document_id)))))))))));

create policy makers on records.disposal_entry_document for insert with check ((EXISTS ( SELECT
   FROM records.disposal_entry e
  WHERE ((e.id = disposal_entry_document.entry_id) AND (EXISTS ( SELECT
           FROM records.disposal_batch b
          WHERE ((b.id = e.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
                   FROM documents.document d
                  WHERE (d.id = b.document_id)))))))))));

create policy office on records.disposal_entry_document to fubako_office using (true);

create policy onlookers on records.disposal_entry_document for select using (true);

create policy removers on records.disposal_entry_document for delete using ((EXISTS ( SELECT
   FROM records.disposal_entry e
  WHERE ((e.id = disposal_entry_document.entry_id) AND (EXISTS ( SELECT
           FROM records.disposal_batch b
          WHERE ((b.id = e.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
                   FROM documents.document d
                  WHERE (d.id = b.document_id)))))))))));

create policy changers on records.disposal_item for update using ((EXISTS ( SELECT
   FROM records.disposal_batch b
  WHERE ((b.id = disposal_item.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
           FROM documents.document d
          WHERE (d.id = b.document_id)))))))) with check ((EXISTS ( SELECT
   FROM records.disposal_batch b
  WHERE ((b.id = disposal_item.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
           FROM documents.document d
          WHERE (d.id = b.document_id))))))));

create policy makers on records.disposal_item for insert with check ((EXISTS ( SELECT
   FROM records.disposal_batch b
  WHERE ((b.id = disposal_item.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
           FROM documents.document d
          WHERE (d.id = b.document_id))))))));

create policy office on records.disposal_item to fubako_office using (true);

create policy onlookers on records.disposal_item for select using (true);

create policy removers on records.disposal_item for delete using ((EXISTS ( SELECT
   FROM records.disposal_batch b
  WHERE ((b.id = disposal_item.batch_id) AND ((b.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[b.section_code, '*'::text]) OR (EXISTS ( SELECT
           FROM documents.document d
          WHERE (d.id = b.document_id))))))));

create policy changers on records.extension_item for update using ((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = extension_item.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text])))))) with check ((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = extension_item.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text]))))));

create policy makers on records.extension_item for insert with check ((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = extension_item.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text]))))));

create policy office on records.extension_item to fubako_office using (true);

create policy onlookers on records.extension_item for select using (true);

create policy removers on records.extension_item for delete using ((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = extension_item.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text]))))));

create policy changers on records.file_history for update using (false) with check (false);

create policy makers on records.file_history for insert with check (false);

create policy office on records.file_history to fubako_office using (true);

create policy onlookers on records.file_history for select using (true);

create policy removers on records.file_history for delete using (false);

create policy office on records.file_place to fubako_office using (true);

create policy readers on records.file_place using ((EXISTS ( SELECT
   FROM records.record_file f
  WHERE (f.id = file_place.file_id))));

create policy changers on records.finding for update using ((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = finding.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text])))))) with check ((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = finding.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text]))))));

create policy makers on records.finding for insert with check ((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = finding.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text]))))));

create policy office on records.finding to fubako_office using (true);

create policy onlookers on records.finding for select using (true);

create policy removers on records.finding for delete using ((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = finding.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text]))))));

create policy changers on records.handover for update using (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text]))) with check (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text])));

create policy makers on records.handover for insert with check (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text])));

create policy office on records.handover to fubako_office using (true);

create policy onlookers on records.handover for select using (true);

create policy removers on records.handover for delete using (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text])));

create policy changers on records.handover_file for update using ((EXISTS ( SELECT
   FROM records.handover h
  WHERE ((h.id = handover_file.handover_id) AND ((h.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[h.section_code, '*'::text])))))) with check ((EXISTS ( SELECT
   FROM records.handover h
  WHERE ((h.id = handover_file.handover_id) AND ((h.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[h.section_code, '*'::text]))))));

create policy makers on records.handover_file for insert with check ((EXISTS ( SELECT
   FROM records.handover h
  WHERE ((h.id = handover_file.handover_id) AND ((h.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[h.section_code, '*'::text]))))));

create policy office on records.handover_file to fubako_office using (true);

create policy onlookers on records.handover_file for select using (true);

create policy removers on records.handover_file for delete using ((EXISTS ( SELECT
   FROM records.handover h
  WHERE ((h.id = handover_file.handover_id) AND ((h.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[h.section_code, '*'::text]))))));

create policy changers on records.hold for update using ((( SELECT platform.reader_holds('{records_officer}'::text[]) AS reader_holds) IS NOT NULL));

create policy makers on records.hold for insert with check ((placed_by = ( SELECT platform.reader() AS reader)));

create policy office on records.hold to fubako_office using (true);

create policy onlookers on records.hold for select using (true);

create policy changers on records.hold_target for update using (((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = hold_target.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text]))))) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = hold_target.document_id))))) with check (((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = hold_target.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text]))))) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = hold_target.document_id)))));

create policy makers on records.hold_target for insert with check (((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = hold_target.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text]))))) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = hold_target.document_id)))));

create policy office on records.hold_target to fubako_office using (true);

create policy onlookers on records.hold_target for select using (true);

create policy removers on records.hold_target for delete using (((EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = hold_target.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text]))))) OR (EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = hold_target.document_id)))));

create policy office on records.loan to fubako_office using (true);

create policy readers on records.loan using ((EXISTS ( SELECT
   FROM records.record_file f
  WHERE (f.id = loan.file_id))));

create policy office on records.paper_record to fubako_office using (true);

create policy readers on records.paper_record using ((EXISTS ( SELECT
   FROM records.record_file f
  WHERE (f.id = paper_record.file_id))));

create policy changers on records.record for update using (((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = record.document_id))) OR (EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = record.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text]))))))) with check (((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = record.document_id))) OR (EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = record.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text])))))));

create policy makers on records.record for insert with check (((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = record.document_id))) OR (EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = record.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text])))))));

create policy office on records.record to fubako_office using (true);

create policy onlookers on records.record for select using (true);

create policy removers on records.record for delete using (((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = record.document_id))) OR (EXISTS ( SELECT
   FROM records.record_file f
  WHERE ((f.id = record.file_id) AND ((f.section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[f.section_code, '*'::text])))))));

create policy keepers on records.record_file for update using (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text])));

create policy office on records.record_file to fubako_office using (true);

create policy openers on records.record_file for insert with check (((section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}'::text[]) AS reader_holds) && ARRAY[section_code, '*'::text])));

create policy readers on records.record_file for select using ((( SELECT ('*'::text = ANY (platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist,auditor}'::text[])))) OR (section_code = ANY (( SELECT platform.reader_units() AS reader_units)::text[])) OR (section_code = ANY (( SELECT platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist,auditor}'::text[]) AS reader_holds)::text[])) OR (EXISTS ( SELECT
   FROM (records.record r
     JOIN documents.document d ON ((d.id = r.document_id)))
  WHERE (r.file_id = record_file.id)
 OFFSET 0)) OR records.has_borrowed(id)));

create policy office on records.record_past to fubako_office using (true);

create policy readers on records.record_past using ((EXISTS ( SELECT
   FROM documents.document d
  WHERE (d.id = record_past.document_id))));

create policy changers on records.rule_change_file for update using (((( SELECT platform.reader_holds('{records_officer}'::text[]) AS reader_holds) IS NOT NULL) OR records.keeps_file(file_id))) with check (((( SELECT platform.reader_holds('{records_officer}'::text[]) AS reader_holds) IS NOT NULL) OR records.keeps_file(file_id)));

create policy makers on records.rule_change_file for insert with check (((( SELECT platform.reader_holds('{records_officer}'::text[]) AS reader_holds) IS NOT NULL) OR records.keeps_file(file_id)));

create policy office on records.rule_change_file to fubako_office using (true);

create policy onlookers on records.rule_change_file for select using (true);

create policy removers on records.rule_change_file for delete using (((( SELECT platform.reader_holds('{records_officer}'::text[]) AS reader_holds) IS NOT NULL) OR records.keeps_file(file_id)));

create policy office on records.scan_substitute to fubako_office using (true);

create policy readers on records.scan_substitute using ((EXISTS ( SELECT
   FROM records.paper_record p
  WHERE (p.id = scan_substitute.paper_record_id))));

create policy changers on records.year_line for update using ((( SELECT platform.reader_holds('{records_officer}'::text[]) AS reader_holds) IS NOT NULL)) with check ((( SELECT platform.reader_holds('{records_officer}'::text[]) AS reader_holds) IS NOT NULL));

create policy makers on records.year_line for insert with check ((( SELECT platform.reader_holds('{records_officer}'::text[]) AS reader_holds) IS NOT NULL));

create policy office on records.year_line to fubako_office using (true);

create policy onlookers on records.year_line for select using (true);

create policy removers on records.year_line for delete using ((( SELECT platform.reader_holds('{records_officer}'::text[]) AS reader_holds) IS NOT NULL));

create policy office on scans.page_correction to fubako_office using (true);

create policy readers on scans.page_correction using (((EXISTS ( SELECT
   FROM documents.attachment a
  WHERE (a.sha256 = page_correction.source_sha256)
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM intake.attachment a
  WHERE (a.sha256 = page_correction.source_sha256)
 OFFSET 0))));

create policy office on scans.page_text to fubako_office using (true);

create policy readers on scans.page_text using (((EXISTS ( SELECT
   FROM documents.attachment a
  WHERE (a.sha256 = page_text.source_sha256)
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM intake.attachment a
  WHERE (a.sha256 = page_text.source_sha256)
 OFFSET 0))));

create policy changers on search.export for update using ((staff_no = ( SELECT platform.reader() AS reader))) with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy makers on search.export for insert with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy office on search.export to fubako_office using (true);

create policy onlookers on search.export for select using (true);

create policy removers on search.export for delete using ((staff_no = ( SELECT platform.reader() AS reader)));

create policy changers on search.known_hit for update using ((staff_no = ( SELECT platform.reader() AS reader))) with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy makers on search.known_hit for insert with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy office on search.known_hit to fubako_office using (true);

create policy onlookers on search.known_hit for select using (true);

create policy removers on search.known_hit for delete using ((staff_no = ( SELECT platform.reader() AS reader)));

create policy office on search.opening to fubako_office using (true);

create policy openers on search.opening using ((staff_no = ( SELECT platform.reader() AS reader))) with check (((staff_no = ( SELECT platform.reader() AS reader)) AND search.title_is_known(document_id)));

create policy changers on search.saved_search for update using ((staff_no = ( SELECT platform.reader() AS reader))) with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy makers on search.saved_search for insert with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy office on search.saved_search to fubako_office using (true);

create policy onlookers on search.saved_search for select using (true);

create policy removers on search.saved_search for delete using ((staff_no = ( SELECT platform.reader() AS reader)));

create policy changers on search.saved_search_place for update using ((staff_no = ( SELECT platform.reader() AS reader))) with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy makers on search.saved_search_place for insert with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy office on search.saved_search_place to fubako_office using (true);

create policy onlookers on search.saved_search_place for select using (true);

create policy removers on search.saved_search_place for delete using ((staff_no = ( SELECT platform.reader() AS reader)));

create policy changers on search.subscription for update using ((staff_no = ( SELECT platform.reader() AS reader))) with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy makers on search.subscription for insert with check ((staff_no = ( SELECT platform.reader() AS reader)));

create policy office on search.subscription to fubako_office using (true);

create policy onlookers on search.subscription for select using (true);

create policy removers on search.subscription for delete using ((staff_no = ( SELECT platform.reader() AS reader)));
