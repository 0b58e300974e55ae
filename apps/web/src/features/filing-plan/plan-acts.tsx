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

interface AskProps extends SheetProps {
  readonly what: 'discard' | 'withdraw';
  readonly onGone: () => void;
}

function AskOfPlan({ id, what, onClose, onGone }: AskProps) {
  const t = useT();
  const announce = useAnnounce();
  const discard = useDiscardPlan(id);
  const withdraw = useWithdrawPlan(id);
  const tell = (words: 'plan.discarded' | 'plan.withdrawn', then: () => void) => ({
    onSuccess: () => {
      announce(t(words));
      then();
    },
  });
  const send = () =>
    what === 'discard'
      ? discard.mutate('discard', tell('plan.discarded', onGone))
      : withdraw.mutate('withdraw', tell('plan.withdrawn', onClose));
  return (
    <AskSheet
      act={t(`plan.${what}`)}
      text={t(what === 'discard' ? 'plan.askDiscard' : 'plan.askWithdraw')}
      write={what === 'discard' ? discard : withdraw}
      onClose={onClose}
      onSend={send}
    />
  );
}

const acts = [
  ['publish', 'primary'],
  ['withdraw', 'danger'],
  ['discard', 'danger'],
] as const;

/** What may be done with the version: the API says what, each asks once more. */
export function PlanActs({ plan, onGone }: { plan: FilingPlan; onGone: () => void }) {
  const t = useT();
  const [asking, setAsking] = useState<(typeof acts)[number][0] | null>(null);
  const close = () => setAsking(null);
  if (plan.id === null) return null;
  const sheet = { id: plan.id, plan, onClose: close };
  return (
    <>
      {acts.map(
        ([act, look]) =>
          plan.allowed.includes(act) && (
            <Button key={act} look={look} onClick={() => setAsking(act)}>
              {t(`plan.${act}`)}
            </Button>
          ),
      )}
      {asking === 'publish' && <PublishSheet {...sheet} />}
      {(asking === 'discard' || asking === 'withdraw') && <AskOfPlan {...sheet} what={asking} onGone={onGone} />}
    </>
  );
}
