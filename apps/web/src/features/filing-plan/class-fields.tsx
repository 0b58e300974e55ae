import { type FilingPlan, usePlanChoices } from '../../shared/api/filing-plan';
import { useMe } from '../../shared/api/session';
import { LabelledTick, SelectInput } from '../../shared/form/picked';
import { TextInput } from '../../shared/form/text-inputs';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { formatFiscalYear } from '../../shared/wareki/format';
import { type TypedClass, yearsByLaw } from './class-wish';

const disclosures = ['open', 'partial', 'closed'] as const;
const dispositions = ['destroy', 'transfer', 'appraise', 'review'] as const;

export interface ClassFieldsProps {
  readonly typed: TypedClass;
  readonly level: number;
  readonly set: (change: Partial<TypedClass>) => void;
}

type Options = readonly (readonly [string, string])[];
const named = (choices: readonly { code: string; name: string }[] | undefined): Options =>
  (choices ?? []).map(({ code, name }) => [code, `${code} ${name}`] as const);

/** How long and by whom files of a class of the third level are kept. */
export function KeepingFields({ typed, set }: ClassFieldsProps) {
  const t = useT();
  const choices = usePlanChoices().data;
  const retention: Options = (choices?.retentionClasses ?? []).map(({ code, name }) => [code, name] as const);
  return (
    <>
      <SelectInput
        above
        label={t('plan.retention')}
        value={typed.retentionClass}
        options={[['', t('plan.noRetention')], ...retention]}
        onChange={(retentionClass) => set({ retentionClass })}
      />
      <SelectInput
        above
        label={t('plan.disposition')}
        value={typed.disposition}
        options={[
          ['', t('plan.asRetention')],
          ...dispositions.map((one) => [one, t(`plan.disposition.${one}`)] as const),
        ]}
        onChange={(disposition) => set({ disposition })}
      />
      <SelectInput
        above
        label={t('plan.disclosure')}
        value={typed.disclosureClass}
        options={disclosures.map((one) => [one, t(`plan.disclosure.${one}`)] as const)}
        onChange={(disclosureClass) => set({ disclosureClass })}
      />
      <SelectInput
        above
        label={t('plan.section')}
        value={typed.sectionCode}
        options={[['', t('plan.common')], ...named(choices?.sections)]}
        onChange={(sectionCode) => set({ sectionCode })}
      />
      <div className="flex flex-wrap gap-x-6 sm:col-span-2">
        <LabelledTick
          label={t('plan.personal')}
          checked={typed.personalData}
          onChange={() => set({ personalData: !typed.personalData })}
        />
        <LabelledTick
          label={t('plan.adjustment')}
          checked={typed.adjustmentPeriod}
          onChange={() => set({ adjustmentPeriod: !typed.adjustmentPeriod })}
        />
      </div>
    </>
  );
}

/** Function, last year and law: what classes of every level may say. */
export function RuleFields({ typed, set }: ClassFieldsProps) {
  const { t, locale } = useLanguage();
  const me = useMe();
  const choices = usePlanChoices().data;
  const [y, m] = me.today.split('-').map(Number);
  const thisYear = (y ?? 0) - ((m ?? 1) < 4 ? 1 : 0);
  const years = [...new Set([...[-1, 0, 1, 2].map((step) => String(thisYear + step)), typed.lastYear])].filter(Boolean);
  return (
    <>
      <SelectInput
        above
        label={t('plan.function')}
        value={typed.functionCode}
        options={[['', t('plan.inherits')], ...named(choices?.functions)]}
        onChange={(functionCode) => set({ functionCode })}
      />
      <SelectInput
        above
        label={t('plan.lastYear')}
        value={typed.lastYear}
        options={[
          ['', t('plan.goesOn')],
          ...years.map((year) => [year, t('plan.ends', { year: formatFiscalYear(Number(year), locale) })] as const),
        ]}
        onChange={(lastYear) => set({ lastYear })}
      />
      <TextInput
        id="plan-law-years"
        label={t('plan.statutoryYears')}
        value={typed.statutoryYears}
        error={yearsByLaw(typed.statutoryYears) === undefined ? t('plan.badYears') : undefined}
        onChange={(statutoryYears) => set({ statutoryYears })}
      />
      <TextInput
        id="plan-law"
        label={t('plan.statutoryLaw')}
        value={typed.statutoryLaw}
        onChange={(statutoryLaw) => set({ statutoryLaw })}
      />
    </>
  );
}

/** Classes under which this one may stand: first and second level, and of a class that is there those of its own level above. */
export function parentsOf({ classes }: FilingPlan, level: number | null): Options {
  const fits = (parent: number) => (level === null ? parent < 3 : parent === level - 1);
  return classes.filter((one) => fits(one.level)).map(({ code, name }) => [code, `${code} ${name}`] as const);
}
