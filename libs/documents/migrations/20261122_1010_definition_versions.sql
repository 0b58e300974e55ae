-- 事案の種類 by version (RULE-100): in force is the newest that has begun; a document keeps the one it was submitted under.
create table documents.matter_type_version (
  code                text        not null references documents.matter_type,
  version             int         not null check (version >= 1),
  valid_from          date        not null,
  name                text        not null,
  description         text        not null,
  form_name           text        not null,
  default_class_code  text        not null,
  default_series_code text        not null references documents.number_series,
  review              text        not null check (review in ('none', 'before', 'after')),
  execution           text        not null check (execution in ('none', 'dispatch', 'directive', 'contract')),
  substance_fields    text[]      not null,
  sort                int         not null,
  created_at          timestamptz not null default clock_timestamp(),
  primary key (code, version)
);
create index matter_type_in_force on documents.matter_type_version (code, valid_from desc, version desc);
create trigger matter_type_version_is_append_only before update or delete on documents.matter_type_version
  for each row execute function platform.refuse_change();

insert into documents.matter_type_version (code, version, valid_from, name, description, form_name, default_class_code,
  default_series_code, review, execution, substance_fields, sort)
select code, 1, coalesce((select min(valid_from) from organisation.post), current_date), name, description, form_name,
  default_class_code, default_series_code, review, execution, substance_fields, sort
from documents.matter_type;

alter table documents.matter_type
  drop column name, drop column description, drop column form_name, drop column default_class_code, drop column default_series_code,
  drop column review, drop column execution, drop column substance_fields, drop column sort;

alter table documents.document add column matter_type_version int not null default 1;
alter table documents.document alter column matter_type_version drop default;
alter table documents.document add foreign key (matter_type, matter_type_version) references documents.matter_type_version (code, version);

-- 様式: a version is offered to new drafts from its day on.
alter table documents.form add column valid_from date;
update documents.form set valid_from = coalesce((select min(valid_from) from organisation.post), current_date);
alter table documents.form alter column valid_from set not null;
create index form_in_force on documents.form (name, valid_from desc, version desc);
