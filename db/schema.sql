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

create table approvals.coverage_check (
  id uuid not null,
  day date not null,
  until date not null,
  gaps integer not null,
  sha256 bytea not null,
  told boolean not null,
  checked_at timestamp with time zone not null
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
  confidential_until date
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
  disabled_at timestamp with time zone
);

create table identity.demo_password (
  only_one boolean not null default true,
  password text not null
);

create table identity.session (
  token_sha256 bytea not null,
  staff_no text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  absolute_end timestamp with time zone not null,
  revoked_at timestamp with time zone,
  client text not null
);

create table identity.sign_in_failure (
  subject text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  blocked_until timestamp with time zone
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
  updated_at timestamp with time zone not null
);

create table intake.receipt_kind (
  code text not null,
  name text not null,
  series_code text,
  exact_time boolean not null,
  sort integer not null
);

create table ledger.chain_head (
  subject_kind text not null,
  subject_id text not null,
  seq integer not null,
  hash bytea not null
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
  hash bytea not null
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
  executed_at timestamp with time zone not null
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
  return_reason text
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
  secret boolean not null default false
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
  disposition text not null
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
  method text
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
  chunk_hashes bytea
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
  file_id uuid
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
  updated_at timestamp with time zone not null
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
  chunk_hashes bytea
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
  confidential_until date
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

alter table approvals.coverage_check add constraint coverage_check_day_key UNIQUE (day);

alter table approvals.coverage_check add constraint coverage_check_gaps_check CHECK ((gaps >= 0));

alter table approvals.coverage_check add constraint coverage_check_pkey PRIMARY KEY (id);

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

alter table documents.erasure add constraint erasure_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.erasure add constraint erasure_pkey PRIMARY KEY (document_id);

alter table documents.follow_up add constraint follow_up_branch_check CHECK ((branch = 0));

alter table documents.follow_up add constraint follow_up_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id);

alter table documents.follow_up add constraint follow_up_pkey PRIMARY KEY (document_id);

alter table documents.follow_up add constraint follow_up_series_code_symbol_year_serial_branch_fkey FOREIGN KEY (series_code, symbol, year, serial, branch) REFERENCES documents.issued_number(series_code, symbol, year, serial, branch);

alter table documents.form add constraint form_pkey PRIMARY KEY (name, version);

alter table documents.form add constraint form_version_check CHECK ((version >= 1));

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

alter table identity.session add constraint session_check CHECK ((absolute_end > created_at));

alter table identity.session add constraint session_pkey PRIMARY KEY (token_sha256);

alter table identity.session add constraint session_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES identity.account(staff_no);

alter table identity.session add constraint session_token_sha256_check CHECK ((octet_length(token_sha256) = 32));

alter table identity.sign_in_failure add constraint sign_in_failure_failures_check CHECK ((failures >= 0));

alter table identity.sign_in_failure add constraint sign_in_failure_pkey PRIMARY KEY (subject);

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

alter table ledger.chain_head add constraint chain_head_pkey PRIMARY KEY (subject_kind, subject_id);

alter table ledger.entry add constraint entry_check CHECK ((hash = sha256(('\x00'::bytea || canonical))));

alter table ledger.entry add constraint entry_pkey PRIMARY KEY (id);

alter table ledger.entry add constraint entry_prev_hash_check CHECK ((octet_length(prev_hash) = 32));

alter table ledger.entry add constraint entry_seq_check CHECK ((seq >= 1));

alter table ledger.entry add constraint entry_subject_kind_subject_id_seq_key UNIQUE (subject_kind, subject_id, seq);

alter table notifications.notice add constraint notice_event_id_staff_no_key UNIQUE (event_id, staff_no);

alter table notifications.notice add constraint notice_pkey PRIMARY KEY (id);

alter table notifications.notice add constraint notice_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['document'::text, 'receipt'::text, 'coverage'::text, 'finding'::text, 'object'::text, 'record-file'::text])));

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

alter table organisation.role_grant add constraint role_grant_role_check CHECK ((role = ANY (ARRAY['records_officer'::text, 'records_clerk'::text, 'deputy_records_clerk'::text, 'seal_keeper'::text, 'archivist'::text, 'auditor'::text, 'org_admin'::text, 'system_admin'::text, 'intake_system'::text])));

alter table organisation.role_grant add constraint role_grant_staff_no_fkey FOREIGN KEY (staff_no) REFERENCES organisation.person(staff_no);

alter table organisation.role_grant add constraint role_grant_staff_no_role_coalesce_daterange_excl EXCLUDE USING gist (staff_no WITH =, role WITH =, COALESCE(org_unit_code, ''::text) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) DEFERRABLE;

alter table organisation.role_grant add constraint role_grant_staff_no_role_org_unit_code_valid_from_key UNIQUE NULLS NOT DISTINCT (staff_no, role, org_unit_code, valid_from);

alter table organisation.settings_version add constraint settings_version_pkey PRIMARY KEY (version);

alter table organisation.settings_version add constraint settings_version_version_check CHECK ((version >= 1));

alter table platform.idempotency add constraint idempotency_key_check CHECK (((length(key) >= 16) AND (length(key) <= 128)));

alter table platform.idempotency add constraint idempotency_pkey PRIMARY KEY (actor, key);

alter table platform.idempotency add constraint idempotency_request_sha256_check CHECK ((octet_length(request_sha256) = 32));

alter table platform.migration add constraint migration_pkey PRIMARY KEY (name);

alter table platform.outbox add constraint outbox_consumer_event_id_key UNIQUE (consumer, event_id);

alter table platform.outbox add constraint outbox_pkey PRIMARY KEY (id);

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

alter table records.disposal_entry_document add constraint disposal_entry_document_document_id_key UNIQUE (document_id);

alter table records.disposal_entry_document add constraint disposal_entry_document_document_id_fkey FOREIGN KEY (document_id) REFERENCES records.record(document_id);

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

alter table records.finding add constraint finding_check CHECK ((settled_on >= found_on));

alter table records.finding add constraint finding_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.finding add constraint finding_kind_check CHECK ((kind = ANY (ARRAY['unknown_expiry'::text, 'mixed_years'::text, 'mixed_retention'::text])));

alter table records.finding add constraint finding_pkey PRIMARY KEY (id);

alter table records.handover add constraint handover_check CHECK (((received_at IS NULL) OR (withdrawn_at IS NULL)));

alter table records.handover add constraint handover_pkey PRIMARY KEY (id);

alter table records.handover_file add constraint handover_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.handover_file add constraint handover_file_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES records.handover(id);

alter table records.handover_file add constraint handover_file_pkey PRIMARY KEY (handover_id, file_id);

alter table records.handover_file add constraint handover_file_place_code_fkey FOREIGN KEY (place_code) REFERENCES records.stack_place(code);

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

alter table records.record_file add constraint record_file_check CHECK ((expires_on >= starts_on));

alter table records.record_file add constraint record_file_check1 CHECK (((extended_to IS NULL) OR (expires_on IS NULL) OR (expires_on >= extended_to)));

alter table records.record_file add constraint record_file_check2 CHECK (((kept_basis IS NULL) = (kept_label IS NULL)));

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

alter table records.record_file add constraint record_file_retention_class_fkey FOREIGN KEY (retention_class) REFERENCES records.retention_class(code);

alter table records.record_file add constraint record_file_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'transferred'::text, 'disposed'::text])));

alter table records.record_file add constraint record_file_statutory_years_check CHECK (((statutory_years >= 1) AND (statutory_years <= 100)));

alter table records.record_file add constraint record_file_volume_check CHECK ((volume >= 1));

alter table records.register_issue add constraint register_issue_pkey PRIMARY KEY (id);

alter table records.register_issue add constraint register_issue_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));

alter table records.retention_class add constraint retention_class_basis_check CHECK ((basis = ANY (ARRAY['closed'::text, 'created'::text, 'file_earliest'::text, 'file_latest'::text, 'event'::text])));

alter table records.retention_class add constraint retention_class_disposition_check CHECK ((disposition = ANY (ARRAY['destroy'::text, 'transfer'::text, 'appraise'::text, 'review'::text])));

alter table records.retention_class add constraint retention_class_pkey PRIMARY KEY (code);

alter table records.retention_class add constraint retention_class_years_check CHECK (((years >= 0) AND (years <= 100)));

alter table records.scan_substitute add constraint scan_substitute_bytes_check CHECK ((bytes > 0));

alter table records.scan_substitute add constraint scan_substitute_check CHECK (((checked_by IS NULL) OR (checked_by <> scanned_by)));

alter table records.scan_substitute add constraint scan_substitute_check1 CHECK (((approved_by IS NULL) OR (checked_by IS NOT NULL)));

alter table records.scan_substitute add constraint scan_substitute_check2 CHECK (((destruction_decided_by IS NULL) OR (approved_by IS NOT NULL)));

alter table records.scan_substitute add constraint scan_substitute_check3 CHECK (((destroyed_by IS NULL) OR ((destruction_decided_by IS NOT NULL) AND (destroyed_by <> destruction_decided_by))));

alter table records.scan_substitute add constraint scan_substitute_check4 CHECK (((refused_at IS NULL) OR (approved_at IS NULL)));

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

alter table records.year_choice add constraint year_choice_class_code_fkey FOREIGN KEY (class_code) REFERENCES records.filing_class(code);

alter table records.year_choice add constraint year_choice_pkey PRIMARY KEY (fiscal_year, class_code, section_code);

alter table records.year_line add constraint year_line_carried_file_fkey FOREIGN KEY (carried_file) REFERENCES records.record_file(id);

alter table records.year_line add constraint year_line_check CHECK (((done_at IS NULL) = (file_id IS NULL)));

alter table records.year_line add constraint year_line_class_code_fkey FOREIGN KEY (class_code) REFERENCES records.filing_class(code);

alter table records.year_line add constraint year_line_file_id_fkey FOREIGN KEY (file_id) REFERENCES records.record_file(id);

alter table records.year_line add constraint year_line_fiscal_year_fkey FOREIGN KEY (fiscal_year) REFERENCES records.year_plan(fiscal_year);

alter table records.year_line add constraint year_line_pkey PRIMARY KEY (id);

alter table records.year_plan add constraint year_plan_check CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL)));

alter table records.year_plan add constraint year_plan_pkey PRIMARY KEY (fiscal_year);

alter table scans.arrival add constraint arrival_bytes_check CHECK ((bytes > 0));

alter table scans.arrival add constraint arrival_pkey PRIMARY KEY (sha256);

alter table scans.arrival add constraint arrival_sha256_check CHECK ((octet_length(sha256) = 32));

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

alter table scans.rendition add constraint rendition_kind_check CHECK ((kind = 'pdf'::text));

alter table scans.rendition add constraint rendition_object_sha256_fkey FOREIGN KEY (object_sha256) REFERENCES scans.stored_object(sha256);

alter table scans.rendition add constraint rendition_pkey PRIMARY KEY (source_sha256, kind);

alter table scans.rendition add constraint rendition_source_sha256_fkey FOREIGN KEY (source_sha256) REFERENCES scans.stored_object(sha256);

alter table scans.rendition add constraint rendition_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'ready'::text, 'unsupported'::text, 'failed'::text])));

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

alter table search.renewal add constraint renewal_documents_check CHECK ((documents >= 0));

alter table search.renewal add constraint renewal_pkey PRIMARY KEY (make);

alter table search.renewal add constraint renewal_total_check CHECK ((total >= 0));

alter table search.saved_search add constraint saved_search_pkey PRIMARY KEY (id);

alter table search.saved_search_place add constraint saved_search_place_pkey PRIMARY KEY (staff_no, search_id);

alter table search.saved_search_place add constraint saved_search_place_search_id_fkey FOREIGN KEY (search_id) REFERENCES search.saved_search(id) ON DELETE CASCADE;

alter table search.search_document add constraint search_document_check CHECK (((fy)::numeric = EXTRACT(year FROM (sort_on - '3 mons'::interval))));

alter table search.search_document add constraint search_document_pkey PRIMARY KEY (fy, document_id);

alter table search.subscription add constraint subscription_pkey PRIMARY KEY (search_id, staff_no);

alter table search.subscription add constraint subscription_search_id_fkey FOREIGN KEY (search_id) REFERENCES search.saved_search(id) ON DELETE CASCADE;

CREATE INDEX act_of_document ON approvals.act USING btree (document_id, acted_at, id);

CREATE UNIQUE INDEX act_of_seat ON approvals.act USING btree (seat_id, attempt) WHERE ((seat_id IS NOT NULL) AND closes);

CREATE INDEX delegation_rule_set_in_force ON approvals.delegation_rule_set USING btree (valid_from DESC, version DESC) WHERE (state = 'published'::text);

CREATE INDEX delegation_rule_set_of_document ON approvals.delegation_rule_set USING btree (document_id) WHERE (document_id IS NOT NULL);

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

CREATE UNIQUE INDEX issued_number_of_bearer ON documents.issued_number USING btree (bearer_kind, bearer_id, branch) WHERE ((bearer_id IS NOT NULL) AND (voided_at IS NULL));

CREATE INDEX issued_number_of_document ON documents.issued_number USING btree (document_id);

CREATE INDEX issued_number_voids ON documents.issued_number USING btree (voided_at DESC) WHERE (voided_at IS NOT NULL);

CREATE INDEX matter_type_in_force ON documents.matter_type_version USING btree (code, valid_from DESC, version DESC);

CREATE INDEX participant_foreseen ON documents.participant USING btree (document_id) WHERE foreseen;

CREATE INDEX participant_of_document ON documents.participant USING btree (document_id);

CREATE INDEX takeover_of_document ON documents.takeover USING btree (document_id, id);

CREATE INDEX entry_of_register ON execution.entry USING btree (kind, occurred_on DESC, id DESC);

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

CREATE INDEX unread_of_person ON intake.reader USING btree (staff_no, circulation_id) WHERE (read_at IS NULL);

CREATE INDEX notice_age ON notifications.notice USING btree (created_at);

CREATE INDEX notice_of_person ON notifications.notice USING btree (staff_no, id DESC);

CREATE INDEX notice_unread ON notifications.notice USING btree (staff_no) WHERE (read_at IS NULL);

CREATE INDEX absence_in_time ON organisation.absence USING gist (tstzrange(from_at, until_at)) WHERE (cancelled_at IS NULL);

CREATE INDEX absence_of_person ON organisation.absence USING btree (staff_no, until_at) WHERE (cancelled_at IS NULL);

CREATE INDEX proxy_of_taker ON organisation.proxy USING btree (taker, until_at);

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

CREATE INDEX record_file_due ON records.record_file USING btree (expires_on, section_code, id) WHERE (state = ANY (ARRAY['open'::text, 'closed'::text]));

CREATE INDEX record_file_list ON records.record_file USING btree (fiscal_year DESC, class_code, section_code, volume);

CREATE INDEX record_file_of_section ON records.record_file USING btree (section_code, fiscal_year DESC);

CREATE INDEX record_file_review ON records.record_file USING btree (review_on, id) WHERE ((review_on IS NOT NULL) AND (state = ANY (ARRAY['open'::text, 'closed'::text])));

CREATE INDEX record_file_still_open ON records.record_file USING btree (fiscal_year) WHERE (state = 'open'::text);

CREATE INDEX record_file_without_end ON records.record_file USING btree (section_code, id) WHERE ((expires_on IS NULL) AND (state = ANY (ARRAY['open'::text, 'closed'::text])));

CREATE INDEX record_of_file ON records.record USING btree (file_id);

CREATE INDEX register_issue_list ON records.register_issue USING btree (issued_at DESC, id);

CREATE UNIQUE INDEX scan_substitute_once ON records.scan_substitute USING btree (paper_record_id) WHERE (refused_at IS NULL);

CREATE INDEX transfer_package_of_batch ON records.transfer_package USING btree (batch_id, ordered_at DESC);

CREATE UNIQUE INDEX transfer_package_under_way ON records.transfer_package USING btree (batch_id, ordered_by) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

CREATE UNIQUE INDEX year_line_carried_once ON records.year_line USING btree (fiscal_year, carried_file) WHERE (carried_file IS NOT NULL);

CREATE UNIQUE INDEX year_line_once ON records.year_line USING btree (fiscal_year, class_code, section_code) WHERE (carried_file IS NULL);

CREATE INDEX year_line_to_do ON records.year_line USING btree (fiscal_year, class_code, section_code) WHERE (done_at IS NULL);

CREATE INDEX arrival_oldest ON scans.arrival USING btree (arrived_at);

CREATE INDEX object_finding_latest ON scans.object_finding USING btree (found_at DESC);

CREATE UNIQUE INDEX object_finding_open ON scans.object_finding USING btree (sha256, place) WHERE (settled_at IS NULL);

CREATE INDEX object_lock_checked ON scans.object_lock USING btree (checked_at);

CREATE INDEX removed_object_owed ON scans.removed_object USING btree (removed_at) WHERE (state = ANY (ARRAY['owed'::text, 'removing'::text]));

CREATE INDEX rendition_of_object ON scans.rendition USING btree (object_sha256);

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

CREATE OR REPLACE FUNCTION records.guard_end_of_file()
 RETURNS trigger
 LANGUAGE plpgsql
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

CREATE OR REPLACE FUNCTION records.guard_end_of_record()
 RETURNS trigger
 LANGUAGE plpgsql
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

CREATE OR REPLACE FUNCTION records.guard_executed_item()
 RETURNS trigger
 LANGUAGE plpgsql
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
AS $function$
begin
  if old.state in ('transferred', 'disposed') and new.state is distinct from old.state then
    raise exception 'What has been % does not come back.', old.state using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if tg_table_name = 'record' then
    if (coalesce(new.expires_on < old.expires_on, false) or new.keep_until is null and old.keep_until is not null)
        and records.is_held(old.file_id, old.document_id, platform.today()) then
      raise exception 'Document % is held and not to be kept shorter.', old.document_id
        using errcode = 'restrict_violation', constraint = 'record_is_held';
    end if;
  elsif (coalesce(new.extended_to < old.extended_to, false) or new.extended_to is null and old.extended_to is not null)
      and records.is_held(old.id, null, platform.today()) then
    raise exception 'File % is held and not to be kept shorter.', old.id
      using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION records.guard_hold_target()
 RETURNS trigger
 LANGUAGE plpgsql
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
AS $function$
begin
  if exists (select from records.loan l where l.file_id = new.id and l.lent_at is not null and l.returned_at is null) then
    raise exception 'File % is lent.', new.id using errcode = 'restrict_violation', constraint = 'record_file_is_lent';
  end if;
  return new;
end $function$
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

CREATE OR REPLACE FUNCTION records.keep_file_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into records.file_history (file_id, since, class_code, section_code, section_name, fiscal_year, volume, title,
    retention_class, retention_label, retention_years, disclosure_class, disposition, state, custody, medium, secret,
    starts_on, expires_on, closed_on)
  select new.id, platform.today(), new.class_code, new.section_code, new.section_name, new.fiscal_year, new.volume, new.title,
    new.retention_class, coalesce(new.kept_label, t.label), case when new.kept_basis is null then t.years else new.kept_years end,
    new.disclosure_class, new.disposition, new.state, new.custody, new.medium, new.secret,
    new.starts_on, new.expires_on, new.closed_on
  from records.retention_class t where t.code = new.retention_class
  on conflict (file_id, since) do update set class_code = excluded.class_code, section_code = excluded.section_code,
    section_name = excluded.section_name, fiscal_year = excluded.fiscal_year, volume = excluded.volume, title = excluded.title,
    retention_class = excluded.retention_class, retention_label = excluded.retention_label, retention_years = excluded.retention_years,
    disclosure_class = excluded.disclosure_class, disposition = excluded.disposition,
    state = excluded.state, custody = excluded.custody, medium = excluded.medium, secret = excluded.secret,
    starts_on = excluded.starts_on, expires_on = excluded.expires_on, closed_on = excluded.closed_on;
  return null;
end $function$
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
AS $function$
declare
  missing smallint;
begin
  for missing in select distinct y from unnest(years) y order by y loop
    insert into search.fiscal_year (fy) values (missing) on conflict do nothing;
    continue when not found;
    execute format('create table search.search_document_%s (like search.search_document including all) with (toast_tuple_target = 128)', missing);
    execute format('alter table search.search_document_%s alter column grams set statistics 300', missing);
    execute format('alter table search.search_document attach partition search.search_document_%s for values in (%s)', missing, missing);
    perform search.tune_year(format('search.search_document_%s', missing)::regclass);
  end loop;
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

CREATE OR REPLACE FUNCTION search.tune_year(partition regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  lookup regclass;
begin
  for lookup in select i.indexrelid from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
                where i.indrelid = partition and a.amname = 'gin' loop
    execute format('alter index %s set (fastupdate = on, gin_pending_list_limit = 256)', lookup);
  end loop;
end $function$
;

CREATE TRIGGER act_is_append_only BEFORE DELETE OR UPDATE ON approvals.act FOR EACH ROW EXECUTE FUNCTION approvals.keep_act();

CREATE TRIGGER returns_are_told AFTER INSERT ON approvals.act REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION approvals.tell_drafters();

CREATE TRIGGER published_rules_stay BEFORE INSERT OR DELETE OR UPDATE ON approvals.delegation_rule FOR EACH ROW EXECUTE FUNCTION approvals.refuse_change_of_published_rules();

CREATE TRIGGER done_reviews_are_told AFTER UPDATE ON approvals.post_review REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION approvals.tell_of_reviews();

CREATE TRIGGER new_reviews_are_told AFTER INSERT ON approvals.post_review REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION approvals.tell_of_reviews();

CREATE TRIGGER prior_instruction_is_append_only BEFORE DELETE OR UPDATE ON approvals.prior_instruction FOR EACH ROW EXECUTE FUNCTION approvals.keep_instruction();

CREATE TRIGGER changed_seats_are_told AFTER UPDATE ON approvals.seat REFERENCING OLD TABLE AS old_seat NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION approvals.tell_of_changed_seats();

CREATE TRIGGER new_seats_are_told AFTER INSERT ON approvals.seat REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION approvals.tell_of_new_seats();

CREATE TRIGGER seat_learns_its_matter BEFORE INSERT ON approvals.seat FOR EACH ROW EXECUTE FUNCTION approvals.seat_learns_its_matter();

CREATE TRIGGER seat_succession_is_append_only BEFORE DELETE OR UPDATE ON approvals.seat_succession FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER seats_follow_their_step AFTER UPDATE OF kind ON approvals.step FOR EACH ROW WHEN ((old.kind IS DISTINCT FROM new.kind)) EXECUTE FUNCTION approvals.seats_follow_their_step();

CREATE TRIGGER addition_is_kept BEFORE UPDATE ON documents.attachment FOR EACH ROW WHEN (((old.addition IS NOT NULL) OR (new.addition IS NOT NULL))) EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER attachment_is_kept BEFORE DELETE ON documents.attachment FOR EACH ROW EXECUTE FUNCTION documents.keep_attachment();

CREATE TRIGGER content_is_kept BEFORE UPDATE OF erased_at, fields, title ON documents.document FOR EACH ROW EXECUTE FUNCTION documents.keep_content();

CREATE TRIGGER document_is_kept BEFORE DELETE ON documents.document FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER document_is_not_truncated BEFORE TRUNCATE ON documents.document FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER seats_follow_their_matter AFTER UPDATE OF urgent, due_on ON documents.document FOR EACH ROW WHEN (((old.urgent IS DISTINCT FROM new.urgent) OR (old.due_on IS DISTINCT FROM new.due_on))) EXECUTE FUNCTION approvals.seats_follow_their_matter();

CREATE TRIGGER erasure_follows_disposal BEFORE INSERT ON documents.erasure FOR EACH ROW EXECUTE FUNCTION records.guard_erasure();

CREATE TRIGGER erasure_is_append_only BEFORE DELETE OR UPDATE ON documents.erasure FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER number_is_kept BEFORE DELETE OR UPDATE ON documents.issued_number FOR EACH ROW EXECUTE FUNCTION documents.keep_number();

CREATE TRIGGER matter_type_version_is_append_only BEFORE DELETE OR UPDATE ON documents.matter_type_version FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER revision_is_append_only BEFORE DELETE OR UPDATE ON documents.revision FOR EACH ROW EXECUTE FUNCTION documents.keep_revision();

CREATE TRIGGER takeover_is_append_only BEFORE DELETE OR UPDATE ON documents.takeover FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER clean_copy_is_append_only BEFORE DELETE OR UPDATE ON execution.clean_copy FOR EACH ROW EXECUTE FUNCTION execution.keep_copy();

CREATE TRIGGER entry_is_append_only BEFORE DELETE OR UPDATE ON execution.entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER entry_is_append_only BEFORE DELETE OR UPDATE ON ledger.entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER entry_is_not_truncated BEFORE TRUNCATE ON ledger.entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER announced_day_is_append_only BEFORE DELETE OR UPDATE ON organisation.announced_day FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER clock_witness_is_append_only BEFORE DELETE OR UPDATE ON records.clock_witness FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER disposal_batch_stays BEFORE DELETE ON records.disposal_batch FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER disposal_certificate_is_append_only BEFORE DELETE OR UPDATE ON records.disposal_certificate FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER disposal_entry_is_append_only BEFORE DELETE OR UPDATE ON records.disposal_entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER disposal_entry_is_not_truncated BEFORE TRUNCATE ON records.disposal_entry FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER disposal_entry_document_is_append_only BEFORE DELETE OR UPDATE ON records.disposal_entry_document FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER disposal_item_stays BEFORE DELETE ON records.disposal_item FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER item_is_executed_lawfully BEFORE UPDATE ON records.disposal_item FOR EACH ROW EXECUTE FUNCTION records.guard_executed_item();

CREATE TRIGGER hold_is_not_truncated BEFORE TRUNCATE ON records.hold FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER hold_stays BEFORE DELETE ON records.hold FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER hold_meets_what_is_there BEFORE INSERT ON records.hold_target FOR EACH ROW EXECUTE FUNCTION records.guard_hold_target();

CREATE TRIGGER hold_target_is_not_truncated BEFORE TRUNCATE ON records.hold_target FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER hold_target_stays BEFORE DELETE OR UPDATE ON records.hold_target FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER held_record_is_not_shortened BEFORE UPDATE OF state, expires_on, keep_until ON records.record FOR EACH ROW EXECUTE FUNCTION records.guard_held_dates();

CREATE TRIGGER record_ends_lawfully BEFORE UPDATE OF state ON records.record FOR EACH ROW WHEN (((new.state = ANY (ARRAY['transferred'::text, 'disposed'::text])) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION records.guard_end_of_record();

CREATE TRIGGER record_is_not_truncated BEFORE TRUNCATE ON records.record FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER record_stays BEFORE DELETE ON records.record FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER file_change_is_remembered AFTER UPDATE ON records.record_file FOR EACH ROW WHEN ((((((((((((((((((((old.class_code IS DISTINCT FROM new.class_code) OR (old.section_code IS DISTINCT FROM new.section_code)) OR (old.section_name IS DISTINCT FROM new.section_name)) OR (old.fiscal_year IS DISTINCT FROM new.fiscal_year)) OR (old.volume IS DISTINCT FROM new.volume)) OR (old.title IS DISTINCT FROM new.title)) OR (old.retention_class IS DISTINCT FROM new.retention_class)) OR (old.kept_basis IS DISTINCT FROM new.kept_basis)) OR (old.kept_years IS DISTINCT FROM new.kept_years)) OR (old.kept_label IS DISTINCT FROM new.kept_label)) OR (old.disclosure_class IS DISTINCT FROM new.disclosure_class)) OR (old.disposition IS DISTINCT FROM new.disposition)) OR (old.state IS DISTINCT FROM new.state)) OR (old.custody IS DISTINCT FROM new.custody)) OR (old.medium IS DISTINCT FROM new.medium)) OR (old.secret IS DISTINCT FROM new.secret)) OR (old.starts_on IS DISTINCT FROM new.starts_on)) OR (old.expires_on IS DISTINCT FROM new.expires_on)) OR (old.closed_on IS DISTINCT FROM new.closed_on))) EXECUTE FUNCTION records.keep_file_history();

CREATE TRIGGER file_ends_lawfully BEFORE UPDATE OF state ON records.record_file FOR EACH ROW WHEN (((new.state = ANY (ARRAY['transferred'::text, 'disposed'::text])) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION records.guard_end_of_file();

CREATE TRIGGER file_is_not_truncated BEFORE TRUNCATE ON records.record_file FOR EACH STATEMENT EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER file_is_remembered AFTER INSERT ON records.record_file FOR EACH ROW EXECUTE FUNCTION records.keep_file_history();

CREATE TRIGGER file_stays BEFORE DELETE ON records.record_file FOR EACH ROW EXECUTE FUNCTION records.refuse_deletion();

CREATE TRIGGER held_file_is_not_shortened BEFORE UPDATE OF state, extended_to ON records.record_file FOR EACH ROW EXECUTE FUNCTION records.guard_held_dates();

CREATE TRIGGER lent_file_stays BEFORE UPDATE OF state ON records.record_file FOR EACH ROW WHEN (((new.state = ANY (ARRAY['transferred'::text, 'disposed'::text])) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION records.guard_lent_file();

create sequence organisation.revision;
