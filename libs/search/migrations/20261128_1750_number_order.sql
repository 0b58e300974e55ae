-- Numbers in natural order: every run of digits is brought to eight, so that 第9号 comes before 第10号.
create function search.number_key(number text) returns text language sql immutable parallel safe as $$
  select regexp_replace(regexp_replace(number, '(\d+)', '0000000\1', 'g'), '\d*(\d{8})', '\1', 'g') collate "C"
$$;
