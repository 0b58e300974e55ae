-- 継続簿冊 in use has no end, so it is looked at at the end of every fiscal year, as 常用 is (RULE-80, CONT-5).
update records.record_file
  set review_on = make_date(extract(year from platform.today() - interval '3 months')::int + 1, 3, 31)
  where continuing and state = 'open' and review_on is null;
select ledger.protect('records.record_file', 'id');
