-- What came back to a drafter, counted in the inbox without reading everything that they ever drafted.
create index document_sent_back on documents.document (drafter_staff_no) where state in ('returned', 'pulled_back');
