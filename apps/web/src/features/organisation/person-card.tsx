import { type StaffAssignment, useStaff } from '../../shared/api/organisation';
import { useT } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { TableHead } from '../../shared/ui/table-head';
import { PeriodWords } from './period-words';

/** A member of staff with every post, to come, held and now over. */
export function PersonCard({ staffNo, onUnit }: { staffNo: string; onUnit: (code: string) => void }) {
  const t = useT();
  const staff = useStaff(staffNo);
  if (staff.error) return <ProblemNote error={staff.error} />;
  if (!staff.data) return <Loading lines={4} />;
  const { name, kana, items } = staff.data;
  return (
    <section aria-labelledby="person-name" className="flex flex-col gap-2 rounded-8 border border-line bg-white p-3">
      <h2 id="person-name" className="text-18">
        {name} <span className="text-13 font-normal text-quiet">{kana}</span>{' '}
        <span className="text-13 font-normal text-quiet">{staffNo}</span>
      </h2>
      {items.length === 0 && <p>{t('organisation.neverHeld')}</p>}
      {items.length > 0 && (
        <table className="w-full border-collapse">
          <TableHead columns={['organisation.post', 'organisation.kind', 'organisation.period']} />
          <tbody>
            {items.map((item) => (
              <AssignmentRow key={`${item.unitCode} ${item.postTitle} ${item.from}`} item={item} onUnit={onUnit} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function AssignmentRow({ item, onUnit }: { item: StaffAssignment; onUnit: (code: string) => void }) {
  const t = useT();
  const { postTitle, unitCode, unitName, kind, from, to, standing } = item;
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-1 pr-3 text-left font-normal">
        <button type="button" className="touch-target text-left underline" onClick={() => onUnit(unitCode)}>
          {unitName}
        </button>{' '}
        {postTitle}
      </th>
      <td className="py-2 pr-3">{t(`post.${kind}`)}</td>
      <td className="py-2">
        <PeriodWords from={from} to={to} />{' '}
        {standing !== 'past' && (
          <Chip tone={standing === 'now' ? 'good' : 'plain'}>{t(`organisation.standing.${standing}`)}</Chip>
        )}
      </td>
    </tr>
  );
}
