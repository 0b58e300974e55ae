-- Whether sort_on is the day of a decision: 決裁日 is asked for by it. Entries of before say so when they are indexed anew.
alter table search.search_document add column decided boolean not null default false;
update search.search_document set decided = true where state in ('decided', 'executed', 'closed');
