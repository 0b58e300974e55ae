import type { ReactNode } from 'react';
import type { ReorganisationChange, StaffChange } from '../../shared/api/organisation';
import { useT } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { PeriodWords } from './period-words';

interface ChangeRowProps {
  change: Pick<StaffChange | ReorganisationChange, 'list' | 'line' | 'change' | 'name' | 'from' | 'to'>;
  /** By which the list names it. */
  code: string;
  /** Where it belongs. */
  children: ReactNode;
}

/** A line of a list, and what it adds, changes or ends. */
export function ChangeRow({ change, code, children }: ChangeRowProps) {
  const t = useT();
  const { list, line, change: what, name, from, to } = change;
  return (
    <tr className="border-b border-line align-top">
      <td className="py-2 pr-3 whitespace-nowrap">
        {t(`transfers.${list}`)} {line}
      </td>
      <td className="py-2 pr-3">
        <Chip tone={what === 'ended' ? 'warn' : 'plain'}>{t(`transfers.change.${what}`)}</Chip>
      </td>
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        {name} <span className="text-13 text-quiet">{code}</span>
      </th>
      <td className="py-2 pr-3">{children}</td>
      <td className="py-2">{from && <PeriodWords from={from} to={to} />}</td>
    </tr>
  );
}
