import { useMe } from '../../shared/api/session';
import { readDay } from '../../shared/form/day-field';
import { SelectInput } from '../../shared/form/picked';
import { DateInput, TextAreaInput, TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { type Basis, bases, yearsOf } from './years-typed';

const dispositions = ['destroy', 'transfer', 'appraise', 'review'] as const;

export interface TypedClass {
  readonly code: string;
  readonly label: string;
  readonly years: string;
  /** Null: as the settings say. */
  readonly basis: Basis | null;
  readonly disposition: (typeof dispositions)[number];
  /** What a law demands at least, and which. */
  readonly least: string;
  readonly law: string;
  readonly from: string;
  readonly reason: string;
}

export const nothingTyped: TypedClass = {
  code: '',
  label: '',
  years: '',
  basis: null,
  disposition: 'destroy',
  least: '',
  law: '',
  from: '',
  reason: '',
};

interface FieldsProps {
  readonly typed: TypedClass;
  readonly usualBasis: Basis;
  /** Somebody has tried to send it: what is missing is said. */
  readonly asked: boolean;
  readonly onChange: (change: Partial<TypedClass>) => void;
}

/** What a new 保存期間の区分 says, what a law demands of it, and from when it may be used. */
export function RetentionClassFields({ typed, usualBasis, asked, onChange }: FieldsProps) {
  const t = useT();
  const { today } = useMe();
  const day = readDay(typed.from, today);
  const missing = (text: string) => (asked && text.trim() === '' ? t('form.missing') : undefined);
  const bad = (text: string) => (yearsOf(text) === undefined ? t('rule.badYears') : undefined);
  const text = (name: 'code' | 'label' | 'years' | 'least' | 'law') => ({
    id: `class-${name}`,
    value: typed[name],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  return (
    <>
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <TextInput
          {...text('code')}
          label={t('class.code')}
          help={t('class.codeHelp')}
          required
          error={missing(typed.code)}
        />
        <TextInput {...text('label')} label={t('rule.label')} required error={missing(typed.label)} />
        <TextInput {...text('years')} label={t('rule.years')} help={t('rule.yearsHelp')} error={bad(typed.years)} />
        <SelectInput
          above
          label={t('rule.basis')}
          value={typed.basis ?? usualBasis}
          options={bases.map((one) => [one, t(`rule.basis.${one}`)] as const)}
          onChange={(basis) => onChange({ basis })}
        />
        <SelectInput
          above
          label={t('plan.disposition')}
          value={typed.disposition}
          options={dispositions.map((one) => [one, t(`plan.disposition.${one}`)] as const)}
          onChange={(disposition) => onChange({ disposition })}
        />
        <DateInput
          id="class-from"
          label={t('class.from')}
          required
          today={today}
          value={typed.from}
          error={asked && !day.iso ? t(day.isBad ? 'form.badDay' : 'form.missing') : undefined}
          onChange={(from) => onChange({ from })}
        />
        <TextInput {...text('least')} label={t('class.least')} help={t('class.leastHelp')} error={bad(typed.least)} />
        <div className="sm:col-span-2">
          <TextInput {...text('law')} label={t('class.law')} />
        </div>
      </div>
      <TextAreaInput
        id="class-reason"
        rows={2}
        label={t('class.reason')}
        required
        value={typed.reason}
        error={missing(typed.reason)}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  );
}
