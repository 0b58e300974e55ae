import { type FormEvent, useState } from 'react';
import { type FilingPlan, type PlanClass, useSaveClass, useTakeBackClass } from '../../shared/api/filing-plan';
import { SelectInput } from '../../shared/form/picked';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { KeepingFields, RuleFields, parentsOf } from './class-fields';
import { newClass, typedOf, wishOf, yearsByLaw } from './class-wish';
import { nextCode } from './plan-rows';

interface ClassSheetProps {
  readonly id: number;
  readonly plan: FilingPlan;
  /** Null: a class is added. */
  readonly one: PlanClass | null;
  readonly onClose: () => void;
}

function useClass({ plan, one }: ClassSheetProps) {
  const firstParent = plan.classes.find(({ level }) => level === 2)?.code ?? '';
  const [typed, setTyped] = useState(() =>
    one ? typedOf(one) : newClass(nextCode(plan.classes, firstParent || null), firstParent),
  );
  const parent = plan.classes.find(({ code }) => code === typed.parentCode);
  const level = one?.level ?? (parent?.level ?? 0) + 1;
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const choose = (parentCode: string) =>
    set(one ? { parentCode } : { parentCode, code: nextCode(plan.classes, parentCode || null) });
  return { typed, level, set, choose };
}

/** A class of a draft: added, or said to be otherwise; what was changed is taken back here as well. */
export function ClassSheet(props: ClassSheetProps) {
  const { id, plan, one, onClose } = props;
  const t = useT();
  const announce = useAnnounce();
  const { typed, level, set, choose } = useClass(props);
  const save = useSaveClass(id);
  const takeBack = useTakeBackClass(id);
  const [asked, setAsked] = useState(false);
  const busy = save.isPending || takeBack.isPending;
  const done = (words: 'plan.saved' | 'plan.tookBack') => () => {
    announce(t(words));
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (typed.name.trim() === '' || typed.code.trim() === '' || yearsByLaw(typed.statutoryYears) === undefined) return;
    const wish = wishOf(typed, { level, revision: plan.revision, isNew: one === null });
    save.mutate(wish, { onSuccess: done('plan.saved') });
  };
  const missing = (value: string) => (asked && value.trim() === '' ? t('form.missing') : undefined);
  const fields = { typed, level, set };
  const top: readonly (readonly [string, string])[] = one === null || one.level === 1 ? [['', t('plan.top')]] : [];
  return (
    <SheetDialog title={t(one ? 'plan.edit' : 'plan.add')} onClose={onClose} wide dismissable={!busy}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <SelectInput
            above
            label={t('plan.parent')}
            value={typed.parentCode}
            options={[...top, ...parentsOf(plan, one?.level ?? null)]}
            onChange={choose}
          />
          {one ? (
            <p className="pb-2">
              {t('plan.code')}: <b className="tabular-nums">{one.code}</b>
            </p>
          ) : (
            <TextInput
              id="plan-code"
              label={t('plan.code')}
              required
              value={typed.code}
              error={missing(typed.code)}
              onChange={(code) => set({ code })}
            />
          )}
          <TextInput
            id="plan-name"
            label={t('plan.name')}
            required
            value={typed.name}
            error={missing(typed.name)}
            onChange={(name) => set({ name })}
          />
          {level === 3 && <KeepingFields {...fields} />}
          <RuleFields {...fields} />
        </div>
        {(save.error ?? takeBack.error) && <ProblemNote error={(save.error ?? takeBack.error) as Error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={busy}>
            {t('common.back')}
          </Button>
          {one?.change && (
            <Button
              look="danger"
              disabled={busy}
              onClick={() =>
                takeBack.mutate({ code: one.code, revision: plan.revision }, { onSuccess: done('plan.tookBack') })
              }
            >
              {t('plan.takeBack')}
            </Button>
          )}
          <Button type="submit" look="primary" disabled={busy}>
            {t('plan.save')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
