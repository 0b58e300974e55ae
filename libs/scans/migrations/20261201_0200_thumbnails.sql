-- 縮小画像: small pictures of the pages of an original, all in one derived object; `ends` tells where each of them ends in it.
alter table scans.rendition
  drop constraint rendition_kind_check,
  add constraint rendition_kind_check check (kind in ('pdf', 'thumbnails')),
  add column ends int[],
  add constraint rendition_ends_check check ((kind = 'thumbnails' and state = 'ready') = (ends is not null));
