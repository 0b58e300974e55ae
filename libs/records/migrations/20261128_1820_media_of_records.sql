-- RULE-11 What was decided on paper, wholly or in part, is on paper in its file as well.
update records.record r set medium = d.medium from documents.document d
where d.id = r.document_id and d.medium <> 'electronic' and r.medium = 'electronic';

update records.record_file f set medium = 'hybrid'
where f.medium = 'electronic' and exists (select from records.record r where r.file_id = f.id and r.medium <> 'electronic');
