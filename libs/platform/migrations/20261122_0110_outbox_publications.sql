-- How often the row was given to the queue. Each publication is a job of its own: a queue that kept half a job would
-- otherwise take the next one for a duplicate and never run it.
alter table platform.outbox add column publications int not null default 0;
