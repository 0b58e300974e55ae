import { type FormEvent, useState } from 'react';
import {
  type FilingPlan,
  useDiscardPlan,
  usePublishPlan,
  useShorterClasses,
  useWithdrawPlan,
} from '../../shared/api/filing-plan';
import { useMe } from '../../shared/api/session';
import { LabelledTick } from '../../shared/form/picked';
import { DateInput, TextAreaInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { AskSheet } from '../../shared/versions/ask-sheet';
import { DiscardSheet } from '../../shared/versions/discard-sheet';
import { VersionActs } from '../../shared/versions/version-acts';
import { parseDate } from '../../shared/wareki/parse';

interface SheetProps {
  readonly id: number;
  readonly plan: FilingPlan;
  readonly onClose: () => void;
}

/** 1 April that comes next: the day that a plan of next year is published for. */
export function nextYearsDay(today: string): string {
  const [y, m] = today.split('-').map(Number);
  return `${(y ?? 0) + ((m ?? 1) < 4 ? 0 : 1)}-04-01`;
}

function PublishSheet({ id, plan, onClose }: SheetProps) {
  const t = useT();
  const me = useMe();
  const announce = useAnnounce();
  const publish = usePublishPlan(id);
  const [typed, setTyped] = useState(nextYearsDay(me.today));
  const [reason, setReason] = useState('');
  const [shorten, setShorten] = useState(false);
  const [asked, setAsked] = useState(false);
  const reading = parseDate(typed, me.today);
  const day = reading.ok ? reading.iso : null;
  const shorter = useShorterClasses(id, plan.revision, day).data ?? 0;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (day === null || reason.trim() === '') return;
    publish.mutate(
      { revision: plan.revision, validFrom: day, reason: reason.trim(), shorten },
      {
        onSuccess: ({ words }) => {
          announce(t('plan.published', { words }));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t('plan.publish')} onClose={onClose} dismissable={!publish.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <p>{t('plan.publishText')}</p>
        <DateInput
          id="plan-from"
          label={t('plan.validFrom')}
          required
          today={me.today}
          value={typed}
          error={asked && day === null ? t('form.missing') : undefined}
          onChange={setTyped}
        />
        <TextAreaInput
          id="plan-reason"
          rows={2}
          label={t('plan.reason')}
          required
          value={reason}
          error={asked && reason.trim() === '' ? t('form.missing') : undefined}
          onChange={setReason}
        />
        {shorter > 0 && (
          <LabelledTick
            label={t('plan.shorten', { n: shorter })}
            checked={shorten}
            onChange={() => setShorten(!shorten)}
          />
        )}
        {publish.error && <ProblemNote error={publish.error} />}
        <SheetFoot>
          <Button onClick={onClose}>{t('common.back')}</Button>
          <Button type="submit" look="primary" disabled={publish.isPending}>
            {t('plan.publish')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}

function WithdrawSheet({ id, onClose }: Omit<SheetProps, 'plan'>) {
  const t = useT();
  const announce = useAnnounce();
  const withdraw = useWithdrawPlan(id);
  const onSuccess = () => {
    announce(t('plan.withdrawn'));
    onClose();
  };
  return (
    <AskSheet
      act={t('plan.withdraw')}
      text={t('plan.askWithdraw')}
      write={withdraw}
      onClose={onClose}
      onSend={() => withdraw.mutate('withdraw', { onSuccess })}
    />
  );
}

interface PlanActsProps {
  readonly plan: FilingPlan;
  readonly onGone: () => void;
}

/** What may be done with a version of the filing plan; the plan of before the first version has none. */
export function PlanActs({ plan, onGone }: PlanActsProps) {
  return plan.id === null ? null : <ActsOfVersion id={plan.id} plan={plan} onGone={onGone} />;
}

function ActsOfVersion({ id, plan, onGone }: PlanActsProps & { readonly id: number }) {
  const t = useT();
  const discard = useDiscardPlan(id);
  return (
    <VersionActs
      allowed={plan.allowed}
      acts={[
        {
          kind: 'publish',
          look: 'primary',
          label: t('plan.publish'),
          sheet: (onClose) => <PublishSheet id={id} plan={plan} onClose={onClose} />,
        },
        {
          kind: 'withdraw',
          look: 'danger',
          label: t('plan.withdraw'),
          sheet: (onClose) => <WithdrawSheet id={id} onClose={onClose} />,
        },
        {
          kind: 'discard',
          look: 'danger',
          label: t('version.discard'),
          sheet: (onClose) => <DiscardSheet discard={discard} onClose={onClose} onGone={onGone} />,
        },
      ]}
    />
  );
}
