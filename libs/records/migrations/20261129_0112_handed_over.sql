-- Documents that the archives have taken over already.
update documents.document d set handed_over_at = coalesce(
    (select max(i.ended_at) from records.disposal_item i where i.file_id = r.file_id and i.state = 'executed'), now())
from records.record r where r.document_id = d.id and r.state = 'transferred';
