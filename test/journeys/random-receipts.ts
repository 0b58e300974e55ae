import fc from 'fast-check';
import { type PostCode, type StaffNo, type UnitCode, foldKey, localDate, newId } from '@fubako/kernel';
import type { Actor, Role } from '@fubako/platform/authz';
import { type UnitOfWork, sql } from '@fubako/platform/database';

const PEOPLE = ['9001', '9002', '9003'];
const SECTIONS = ['X1', 'X2', 'X3'];
export const WORDS = ['占用', '占　用', '渡邉', '渡辺', 'ｶﾞｽ', 'ガス', '第12号', '照会'] as const;
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((some) => some.join(''));

/** Receipts with all that their reading policy looks at, and words in everything by which they are found. */
export const receipts = fc.array(
  fc.record({
    subject: words,
    sender: words,
    note: words,
    reason: words,
    comment: words,
    ending: fc.constantFrom(null, 'not_needed' as const),
    confidentiality: fc.constantFrom('none', 'none', 'secret', 'personnel'),
    confidentialUntil: fc.constantFrom(null, null, '2026-05-10', '2026-05-11'),
    section: fc.constantFrom(...SECTIONS),
    former: fc.subarray(SECTIONS),
    participants: fc.subarray(PEOPLE),
    audience: fc.subarray(['*', ...SECTIONS]),
    day: fc.constantFrom('2024-03-31', '2024-04-01', '2026-05-01'),
  }),
  { minLength: 8, maxLength: 16, size: 'max' },
);
export type Receipt = typeof receipts extends fc.Arbitrary<(infer R)[]> ? R & { readonly id: string } : never;

export const readers = fc
  .record({
    staffNo: fc.constantFrom(...PEOPLE),
    isSeated: fc.boolean(),
    units: fc.subarray(SECTIONS),
    roles: fc.array(
      fc.record({
        role: fc.constantFrom<Role>(
          'records_clerk',
          'deputy_records_clerk',
          'records_officer',
          'auditor',
          'system_admin',
        ),
        unitCode: fc.constantFrom(null, ...SECTIONS),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ staffNo, isSeated, units, roles }): Actor => {
    const post = {
      code: 'P' as PostCode,
      title: '主事',
      rank: 20,
      unitCode: 'U' as UnitCode,
      unitName: 'U',
      kind: 'main',
    };
    return {
      staffNo: staffNo as StaffNo,
      name: staffNo,
      on: localDate('2026-05-11'),
      posts: isSeated ? [post as Actor['posts'][number]] : [],
      units: (isSeated ? units : []) as UnitCode[],
      roles: roles.map(({ role, unitCode }) => ({ role, unitCode: unitCode as UnitCode | null })),
    };
  });

/** ACC-2 in words. */
export function mayRead(receipt: Receipt, { staffNo, posts, units, roles, on }: Actor): boolean {
  if (receipt.participants.includes(staffNo)) return true;
  if (
    roles.some(
      ({ role, unitCode }) =>
        (role === 'records_clerk' || role === 'deputy_records_clerk') && unitCode === receipt.section,
    )
  )
    return true;
  const { confidentiality, confidentialUntil: until } = receipt;
  if (confidentiality !== 'none' && !(until !== null && until < on)) return false;
  const sections: readonly string[] = [receipt.section, ...receipt.former];
  if (units.some((unit) => sections.includes(unit))) return true;
  if (posts.length > 0 && receipt.audience.some((to) => to === '*' || (units as readonly string[]).includes(to)))
    return true;
  return roles.some(
    ({ role, unitCode }) => role !== 'system_admin' && (unitCode === null || sections.includes(unitCode)),
  );
}

export const textsOf = ({ subject, sender, note, reason, comment, ending }: Receipt) => [
  subject,
  sender,
  note,
  ...(ending ? [reason || '理由'] : []),
  comment,
];
export const holds = (receipt: Receipt, word: string) =>
  textsOf(receipt).some((text) => foldKey(text).includes(foldKey(word)));

export async function insert(uow: UnitOfWork, r: Receipt): Promise<void> {
  const at = `${r.day}T03:00:00Z`;
  await uow.change(sql`
    insert into intake.receipt (id, kind, subject, channel, sender, note, confidentiality, confidential_until, arrival_at, arrival_is_exact, section_code,
      section_name, section_symbol, ending, registered_at, registered_by, registered_by_name, updated_at)
    values (${r.id}, 'general', ${r.subject}, 'post', ${r.sender}, ${r.note || null}, ${r.confidentiality}, ${r.confidentialUntil}, ${at}, false, ${r.section}, ${r.section}, '',
      ${r.ending}, ${at}, 'x', '', now())`);
  await uow.change(sql`
    insert into intake.held select ${r.id}, s, now() from unnest(${[...new Set([r.section, ...r.former])]}::text[]) s`);
  await uow.change(
    sql`insert into intake.participant select ${r.id}, s, now() from unnest(${r.participants}::text[]) s`,
  );
  if (r.ending)
    await uow.change(sql`
      insert into intake.ending (receipt_id, no, kind, section_code, section_name, section_symbol, reason, at, by_staff_no, by_name, by_post_title, version)
      values (${r.id}, 1, ${r.ending}, ${r.section}, '', '', ${r.reason || '理由'}, now(), 'x', '', '', 1)`);
  const circulation = newId<string>();
  await uow.change(sql`
    insert into intake.circulation (id, subject_kind, subject_id, mode, title, note, section_code, section_name, started_at, started_by,
      started_by_name, started_by_post) values (${circulation}, 'receipt', ${r.id}, 'broadcast', '', ${r.comment || null}, '', '', now(), '', '', '')`);
  await uow.change(sql`insert into intake.audience select ${circulation}, s, '' from unnest(${r.audience}::text[]) s`);
}
