-- サインイン at an identity provider (OpenID Connect, ADR 0039): what one browser went away with, answered once.
create table identity.provider_flow (
  browser_sha256 bytea primary key check (octet_length(browser_sha256) = 32),
  state          text        not null,
  nonce          text        not null,
  verifier       text        not null,
  expires_at     timestamptz not null
);
create index provider_flow_age on identity.provider_flow (expires_at);

-- Who somebody is at the provider: issuer and subject, noted at the first sign-in, never another person's afterwards.
create table identity.provider_link (
  staff_no  text primary key references identity.account,
  issuer    text        not null,
  subject   text        not null,
  linked_at timestamptz not null,
  unique (issuer, subject)
);

select ledger.leave_out('identity.provider_flow', 'of some minutes; answered once');
select ledger.protect('identity.provider_link', null, '{}');
