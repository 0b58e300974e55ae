-- 時限秘: secrecies that ended before this day have been told to subscriptions; one row, null until they are first asked.
create table search.ended_secrecy (
  before date
);
insert into search.ended_secrecy values (null);
create index search_document_secrecy on search.search_document (confidential_until) where confidential_until is not null;
