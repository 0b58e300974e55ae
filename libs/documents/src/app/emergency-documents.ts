import { Injectable } from '@nestjs/common';
import { EmergencyMatters, type NumberedMatter } from '@fubako/identity';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** Documents as they are named in an emergency (ID-23): by any number that they bear, once they have left their drafter's desk. */
@Injectable()
export class EmergencyDocuments {
  constructor(uow: UnitOfWork, matters: EmergencyMatters) {
    // Whoever asks knows the number and may not see the row.
    matters.offer((numbers) =>
      uow.rows<NumberedMatter>(
        asOffice(sql`
          select distinct d.id, n.text as number, d.section_code as section
          from documents.issued_number n join documents.document d on d.id = n.document_id
          where n.text = any(${numbers}::text[]) and n.voided_at is null and d.state <> 'drafting'`),
      ),
    );
  }
}
