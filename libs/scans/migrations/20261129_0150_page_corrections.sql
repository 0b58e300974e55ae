-- 文字の訂正: what a person read on a page where recognition read otherwise. Every one is a version with its author and time; what was
-- recognised stays in page_text as it is, and the last version is the text that is shown and found.
create table scans.page_correction (
  source_sha256     bytea       not null,
  page              int         not null,
  version           int         not null check (version >= 1),
  text              text        not null check (text <> ''),
  corrected_by      text        not null,
  corrected_by_name text        not null,
  corrected_at      timestamptz not null,
  primary key (source_sha256, page, version),
  foreign key (source_sha256, page) references scans.page_text
);
