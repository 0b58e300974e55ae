create schema identity;

-- アカウント: who of the staff may sign in, and by what. A person without one cannot.
create table identity.account (
  staff_no        text primary key references organisation.person,
  password_hash   text        not null check (password_hash like '$argon2id$%'),
  -- Shown with its password on the sign-in page of the sample town; never usable in production.
  demo            boolean     not null default false,
  created_at      timestamptz not null,
  password_set_at timestamptz not null,
  disabled_at     timestamptz
);

-- ログイン: the token itself is known to the browser alone.
create table identity.session (
  token_sha256 bytea primary key check (octet_length(token_sha256) = 32),
  staff_no     text        not null references identity.account,
  created_at   timestamptz not null,
  seen_at      timestamptz not null,
  absolute_end timestamptz not null,
  revoked_at   timestamptz,
  client       text        not null,
  check (absolute_end > created_at)
);
create index session_of_person on identity.session (staff_no) where revoked_at is null;

-- Failed sign-ins by login name and by client address; whether the name exists makes no difference.
create table identity.sign_in_failure (
  subject       text primary key,
  failures      int         not null check (failures >= 0),
  last_at       timestamptz not null,
  blocked_until timestamptz
);
create index sign_in_failure_age on identity.sign_in_failure (last_at);

-- The printed password of the demo accounts.
create table identity.demo_password (
  only_one boolean primary key default true check (only_one),
  password text not null
);
