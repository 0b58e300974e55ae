import { type Reader, type UnitOfWork, asOffice, enteringOf, sql } from '@fubako/platform/database';

/** From here on the running unit of a visit is this person's, as if a request of theirs had begun it. */
export async function goOnAs(uow: UnitOfWork, reader: Reader): Promise<void> {
  await uow.rows(asOffice(enteringOf({ reader })));
  // Entering has left the office, of which the unit does not know before it is asked by somebody else.
  await uow.rows(sql`select`);
}
