-- Today in the municipality, by the clock of the database: what guards in the database compare days with (reliability I9, I15).
create function platform.today() returns date language sql volatile as
  $$ select (clock_timestamp() at time zone 'Asia/Tokyo')::date $$;
