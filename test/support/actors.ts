import fc from 'fast-check';
import { type PostCode, type StaffNo, type UnitCode, localDate } from '@fubako/kernel';
import { type Actor, ROLES } from '@fubako/platform/authz';

/** Random people on 11 May 2026, of these sections and roles in them; some with an emergency that opens some of the matters. */
export function randomActors(
  people: readonly string[],
  sections: readonly string[],
  matters: readonly string[],
): fc.Arbitrary<Actor> {
  const roles = fc.record({ role: fc.constantFrom(...ROLES), unitCode: fc.constantFrom(null, ...sections) });
  return fc
    .record({
      staffNo: fc.constantFrom(...people),
      units: fc.subarray([...sections]),
      roles: fc.array(roles, { maxLength: 3 }),
      emergency: fc.option(
        fc.record({
          matters: fc.subarray([...matters]),
          units: fc.subarray(sections as UnitCode[]),
          reason: fc.constant('災害'),
        }),
      ),
    })
    .map(({ staffNo, units, roles: held, emergency }) => ({
      ...(emergency && { emergency }),
      staffNo: staffNo as StaffNo,
      name: staffNo,
      on: localDate('2026-05-11'),
      posts: [
        {
          code: 'P' as PostCode,
          title: '主事',
          rank: 20,
          unitCode: 'U' as UnitCode,
          unitName: 'U',
          kind: 'main' as const,
        },
      ],
      units: units as UnitCode[],
      roles: held.map(({ role, unitCode }) => ({ role, unitCode: unitCode as UnitCode | null })),
    }));
}
