import { useState } from 'react';
import type { FilingPlan, PlanClass } from '../../shared/api/filing-plan';
import { LabelledTick, SelectInput } from '../../shared/form/picked';
import { TextInput } from '../../shared/form/text-inputs';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip, type ChipTone } from '../../shared/ui/chip';
import { formatFiscalYear } from '../../shared/wareki/format';
import { ClassSheet } from './class-sheet';
import { type PlanFilter, fittingClasses, planParts } from './plan-rows';

const heads = [
  'code',
  'name',
  'section',
  'retention',
  'statute',
  'disclosure',
  'disposition',
  'marks',
  'lastYear',
  'change',
] as const;
const indents = ['', 'font-bold', 'pl-4', 'pl-8'];
const tones: Readonly<Record<string, ChipTone>> = { added: 'good', changed: 'warn', ended: 'again' };
const kinds = ['added', 'changed', 'ended'] as const;
const disclosures = ['open', 'partial', 'closed'] as const;
const dispositions = ['destroy', 'transfer', 'appraise', 'review'] as const;

const cell = 'py-1 pr-3 align-top';

function ClassLine({ one, onEdit }: { one: PlanClass; onEdit: ((one: PlanClass) => void) | null }) {
  const { t, locale } = useLanguage();
  const kind = kinds.find((known) => known === one.change);
  const disclosure = disclosures.find((known) => known === one.disclosureClass);
  const disposition = dispositions.find((known) => known === one.disposition);
  const marks = [one.personalData ? t('plan.personal') : '', one.adjustmentPeriod ? t('plan.adjustment') : ''];
  const { statutoryYears: years, statutoryLaw: law } = one;
  return (
    <tr className={kind ? 'border-b border-line bg-orange-50' : 'border-b border-line'}>
      <td className={`${cell} whitespace-nowrap tabular-nums`}>{one.code}</td>
      <th scope="row" className={`${cell} text-left font-normal ${indents[one.level] ?? ''}`}>
        {onEdit ? (
          <button type="button" className="touch-target text-left text-key-900 underline" onClick={() => onEdit(one)}>
            {one.name}
          </button>
        ) : (
          one.name
        )}
        {one.before && one.before.name !== one.name && (
          <span className="block text-13 text-quiet">{t('plan.was', { text: one.before.name })}</span>
        )}
      </th>
      <td className={cell}>{one.level === 3 && (one.sectionName ?? t('plan.common'))}</td>
      <td className={cell}>{one.retentionLabel}</td>
      <td className={cell}>{years !== null && t('plan.statuteWords', { years, law: law ?? '' })}</td>
      <td className={`${cell} whitespace-nowrap`}>{disclosure && t(`plan.disclosure.${disclosure}`)}</td>
      <td className={`${cell} whitespace-nowrap`}>{disposition && t(`plan.disposition.${disposition}`)}</td>
      <td className={cell}>{marks.filter(Boolean).join(' ')}</td>
      <td className={`${cell} whitespace-nowrap`}>{one.lastYear !== null && formatFiscalYear(one.lastYear, locale)}</td>
      <td className={cell}>{kind && <Chip tone={tones[kind] ?? 'plain'}>{t(`plan.change.${kind}`)}</Chip>}</td>
    </tr>
  );
}

interface FiltersProps {
  filter: PlanFilter;
  onFilter: (filter: PlanFilter) => void;
}

function Filters({ filter, onFilter }: FiltersProps) {
  const t = useT();
  return (
    <>
      <TextInput
        id="plan-find"
        label={t('plan.find')}
        value={filter.words}
        onChange={(words) => onFilter({ ...filter, words })}
      />
      <SelectInput
        above
        label={t('plan.part')}
        value={filter.part}
        options={planParts.map((part) => [part, t(`plan.part.${part}`)] as const)}
        onChange={(part) => onFilter({ ...filter, part })}
      />
      <LabelledTick
        label={t('plan.onlyChanged')}
        checked={filter.onlyChanged}
        onChange={() => onFilter({ ...filter, onlyChanged: !filter.onlyChanged })}
      />
    </>
  );
}

/** The whole plan as a version makes it: what it changes is tinted; a draft is changed class by class. */
export function PlanTable({ plan }: { plan: FilingPlan }) {
  const t = useT();
  const [filter, setFilter] = useState<PlanFilter>({ words: '', part: 'all', onlyChanged: false });
  const [edited, setEdited] = useState<PlanClass | 'new' | null>(null);
  const mayEdit = plan.allowed.includes('edit');
  const shown = fittingClasses(plan.classes, filter);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-4">
        <Filters filter={filter} onFilter={setFilter} />
        {mayEdit && <Button onClick={() => setEdited('new')}>{t('plan.add')}</Button>}
      </div>
      {mayEdit && <p className="text-13 text-quiet">{t('plan.keys')}</p>}
      {shown.length === 0 && <p className="py-4">{t('plan.none')}</p>}
      {shown.length > 0 && (
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('plan.tab.plan')}>
          <table className="w-full min-w-240 border-collapse text-14">
            <caption className="sr-only">{plan.words}</caption>
            <thead className="border-b border-solid-gray-536 text-left text-13">
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col" className="py-1 pr-3 font-normal whitespace-nowrap">
                    {t(`plan.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <ClassLine key={one.code} one={one} onEdit={mayEdit ? setEdited : null} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {edited && plan.id !== null && (
        <ClassSheet id={plan.id} plan={plan} one={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}
