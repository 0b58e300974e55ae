import { useState } from 'react';
import type { DelegationRule, DelegationTable } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';
import { FaultList } from './fault-list';
import { columns } from './rule-rows';
import { TypeFilter } from './type-filter';

const amount = (value: number | null) => (value === null ? '' : formatNumber(value));

function RuleLine({ rule, place }: { rule: DelegationRule; place: number }) {
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="px-2 py-1 text-right text-13 font-normal whitespace-nowrap tabular-nums">
        {place}
      </th>
      <td className="px-2 py-1 whitespace-nowrap">{rule.matterTypeName}</td>
      <td className="px-2 py-1 text-right tabular-nums">{rule.priority}</td>
      <td className="min-w-24 px-2 py-1 text-13">{rule.when}</td>
      <td className="money px-2 py-1">{amount(rule.minAmount)}</td>
      <td className="money px-2 py-1">{amount(rule.maxAmount)}</td>
      <td className="px-2 py-1 text-right whitespace-nowrap tabular-nums">{rule.deciderRank}</td>
      <td className="px-2 py-1 whitespace-nowrap">{rule.deciderTitle ?? rule.deciderPostCode}</td>
      <td className="min-w-36 px-2 py-1">{rule.concurrenceNames}</td>
      <td className="px-2 py-1 whitespace-nowrap">{rule.reason}</td>
    </tr>
  );
}

/** A version that no longer changes. */
export function RulesView({ table }: { table: DelegationTable }) {
  const { t } = useLanguage();
  const [only, setOnly] = useState('');
  const lines = table.rules.map((rule, index) => ({ rule, place: index + 1 }));
  return (
    <div className="flex flex-col gap-3">
      <TypeFilter only={only} onChange={setOnly} />
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('delegation.tab.rules')}>
        <table className="w-full border-collapse text-14">
          <caption className="sr-only">{table.words}</caption>
          <thead className="border-b border-solid-gray-536 text-left text-13">
            <tr>
              <th scope="col" className="px-2 py-1 font-normal whitespace-nowrap">
                {t('delegation.rowNumber')}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="px-2 py-1 font-normal whitespace-nowrap">
                  {t(`delegation.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines
              .filter(({ rule }) => only === '' || rule.matterType === only)
              .map(({ rule, place }) => (
                <RuleLine key={place} rule={rule} place={place} />
              ))}
          </tbody>
        </table>
      </div>
      <FaultList faults={table.faults} />
    </div>
  );
}
