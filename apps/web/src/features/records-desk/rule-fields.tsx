import { useState } from 'react';
import { useRetentionClasses } from '../../shared/api/keeping';
import { useFilingClasses } from '../../shared/api/matter-types';
import type { RuleWish } from '../../shared/api/retention-rules';
import { SelectInput } from '../../shared/form/picked';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { type Basis, bases, yearsOf } from './years-typed';

type Kind = 'terms' | 'class';

interface Typed {
  readonly kind: Kind;
  readonly code: string;
  readonly label: string;
  readonly years: string;
  readonly basis: Basis;
  readonly retentionClass: string;
  /** Years and basis as they are. */
  readonly now: string;
}

const nothing: Typed = { kind: 'terms', code: '', label: '', years: '', basis: 'closed', retentionClass: '', now: '' };

const nowOf = (years: number | null | undefined, basis: string): string => `${years} ${basis}`;

/** Null while it says nothing else than what holds now. */
function wishOf({ kind, code, label, years, basis, retentionClass, now }: Typed): RuleWish | null {
  if (code === '') return null;
  if (kind === 'class') return retentionClass === '' ? null : { code, retentionClass };
  const number = yearsOf(years);
  if (now === nowOf(number, basis)) return null;
  return label.trim() === '' || number === undefined ? null : { code, label: label.trim(), years: number, basis };
}

/** What is typed of a rule; `wish` once it says something. */
export function useRuleWish() {
  const [typed, setTyped] = useState<Typed>(nothing);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  return { typed, set, wish: wishOf(typed) };
}

/** Which rule, and what it is to say from now on. */
export function RuleFields({ rule: { typed, set } }: { rule: ReturnType<typeof useRuleWish> }) {
  const t = useT();
  const retention = useRetentionClasses().data?.items ?? [];
  const classes = (useFilingClasses().data ?? []).filter(({ level }) => level === 3);
  const held = classes.find(({ code }) => code === typed.code)?.retentionLabel;
  const others = retention.filter(({ label, isToCome }) => label !== held && !isToCome);
  const pick = ['', t('retention.pick')] as const;
  const chooseTerms = (code: string) => {
    const now = retention.find((one) => one.code === code);
    const basis = bases.find((one) => one === now?.basis) ?? 'closed';
    const years = now?.years === null || !now ? '' : String(now.years);
    set({ code, label: now?.label ?? '', years, basis, now: nowOf(yearsOf(years), basis) });
  };
  return (
    <>
      <SelectInput
        above
        label={t('rule.kind')}
        value={typed.kind}
        options={[['terms', t('rule.kind.terms')] as const, ['class', t('rule.kind.class')] as const]}
        onChange={(kind) => set({ ...nothing, kind })}
      />
      {typed.kind === 'terms' ? (
        <>
          <SelectInput
            above
            label={t('rule.retention')}
            value={typed.code}
            options={[pick, ...retention.map(({ code, label }) => [code, `${code} ${label}`] as const)]}
            onChange={chooseTerms}
          />
          <div className="grid items-end gap-3 sm:grid-cols-3">
            <TextInput
              id="rule-label"
              label={t('rule.label')}
              value={typed.label}
              onChange={(label) => set({ label })}
            />
            <TextInput
              id="rule-years"
              label={t('rule.years')}
              help={t('rule.yearsHelp')}
              value={typed.years}
              error={yearsOf(typed.years) === undefined ? t('rule.badYears') : undefined}
              onChange={(years) => set({ years })}
            />
            <SelectInput
              above
              label={t('rule.basis')}
              value={typed.basis}
              options={bases.map((one) => [one, t(`rule.basis.${one}`)] as const)}
              onChange={(basis) => set({ basis })}
            />
          </div>
        </>
      ) : (
        <>
          <SelectInput
            above
            label={t('rule.class')}
            value={typed.code}
            options={[
              pick,
              ...classes.map(
                ({ code, name, retentionLabel }) => [code, `${code} ${name} ${retentionLabel ?? ''}`] as const,
              ),
            ]}
            onChange={(code) => set({ code })}
          />
          <SelectInput
            above
            label={t('rule.newRetention')}
            value={typed.retentionClass}
            options={[pick, ...others.map(({ code, label }) => [code, label] as const)]}
            onChange={(retentionClass) => set({ retentionClass })}
          />
        </>
      )}
    </>
  );
}
