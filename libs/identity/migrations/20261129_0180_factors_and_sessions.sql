-- ログイン: a name that opens nothing, how long it may be idle, and when its person was last proven.
alter table identity.session
  add column id            uuid not null default gen_random_uuid(),
  add column idle_minutes  int  not null default 30 check (idle_minutes > 0),
  add column proven_at     timestamptz,
  add column second_factor boolean not null default false,
  -- What has to be done before anything else: a password of one's own, or a second factor that the role demands.
  add column duty          text check (duty in ('new_password', 'second_factor')),
  -- After a proof the token is another one; requests that were under way still carry the former for some seconds.
  add column former_sha256 bytea check (octet_length(former_sha256) = 32),
  add column former_until  timestamptz,
  add constraint session_former check ((former_sha256 is null) = (former_until is null));
create unique index session_name on identity.session (id);
create unique index session_former on identity.session (former_sha256) where former_sha256 is not null;

-- Given by an administrator: the person chooses another one at the next sign-in.
alter table identity.account add column password_temporary boolean not null default false;

-- 認証アプリ (RFC 6238): counts from its confirmation on; a step is used once.
create table identity.totp (
  staff_no     text primary key references identity.account,
  secret       bytea       not null check (octet_length(secret) = 20),
  created_at   timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint      not null default 0
);

-- 予備コード: each opens once.
create table identity.recovery_code (
  staff_no    text  not null references identity.account,
  code_sha256 bytea not null check (octet_length(code_sha256) = 32),
  used_at     timestamptz,
  primary key (staff_no, code_sha256)
);

-- パスキー (WebAuthn).
create table identity.passkey (
  credential_id text primary key,
  staff_no      text        not null references identity.account,
  public_key    bytea       not null,
  counter       bigint      not null check (counter >= 0),
  transports    text[]      not null default '{}',
  name          text        not null,
  created_at    timestamptz not null,
  used_at       timestamptz
);
create index passkey_of_person on identity.passkey (staff_no);

-- What an authenticator is asked to sign, answered once. Nobody is named before a sign-in.
create table identity.passkey_challenge (
  challenge  text primary key,
  purpose    text        not null check (purpose in ('sign_in', 'enrol', 'proof')),
  staff_no   text references identity.account,
  expires_at timestamptz not null,
  check ((purpose = 'sign_in') = (staff_no is null))
);
create index passkey_challenge_age on identity.passkey_challenge (expires_at);
