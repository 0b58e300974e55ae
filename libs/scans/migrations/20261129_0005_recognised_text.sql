-- 文字認識: what was found on the picture of a page. Confidence is the mean over its letters, 0 to 100; words stand with their
-- boxes in ten-thousandths of the page's width and height, from its top left: [["契約", 1234, 456, 300, 120], …].
alter table scans.page_text
  add column confidence real check (confidence between 0 and 100),
  add column words jsonb check (jsonb_typeof(words) = 'array');
