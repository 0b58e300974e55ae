import { Injectable } from '@nestjs/common';
import { EmergencyMatters, type NumberedMatter } from '@fubako/identity';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** Receipts as they are named in an emergency (ID-23): by their 収受番号. */
@Injectable()
export class EmergencyReceipts {
  constructor(uow: UnitOfWork, matters: EmergencyMatters) {
    // Whoever asks knows the number and may not see the row.
    matters.offer((numbers) =>
      uow.rows<NumberedMatter>(
        asOffice(sql`
          select r.id, r.receipt_number as number, r.section_code as section from intake.receipt r
          where r.receipt_number = any(${numbers}::text[])`),
      ),
    );
  }
}
