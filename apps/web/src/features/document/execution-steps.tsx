import { useState } from 'react';
import ReasonDialog from '../../shared/acts/reason-dialog';
import { type ExecutionStep, useExecutionStep } from '../../shared/api/execution';
import type { Document, Execution } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { CopyForm, DispatchForm, SealForm } from './execution-forms';
import { NumberForm } from './number-form';

type Reasoned = 'undo' | 'waive' | 'abandon';
const reasoned: readonly Reasoned[] = ['undo', 'waive', 'abandon'];

interface ExecutionStepsProps {
  document: Document;
  execution: Execution;
}

/** What can be done next, in the order of the chain; and for what cannot, the reason in words. */
export function ExecutionSteps({ document, execution }: ExecutionStepsProps) {
  const t = useT();
  const announce = useAnnounce();
  const step = useExecutionStep(document.id);
  const [asked, setAsked] = useState<Reasoned | null>(null);
  const may = (act: Execution['allowed'][number]) => execution.allowed.includes(act);
  const take = (taken: ExecutionStep) =>
    step.mutate(taken, {
      onSuccess: () => {
        setAsked(null);
        announce(t('execution.done'));
      },
    });
  const confirm = (reason: string) => {
    if (asked === 'undo') take({ step: 'undo', body: { entryId: execution.lastEntryId ?? '', reason } });
    else if (asked) take({ step: asked, body: { reason } });
  };
  const forms = { pending: step.isPending, onTake: take };
  const copyDigest = execution.cleanCopy?.digest ?? '';
  const closed = execution.acts.filter(({ allowed }) => !allowed);
  return (
    <section aria-label={t('execution.next')} className="flex flex-col gap-4">
      {step.error && asked === null && <ProblemNote error={step.error} />}
      {may('number') && execution.numbers.every(({ voidedAt }) => voidedAt) && <NumberForm {...forms} />}
      {may('clean_copy') && <CopyForm {...forms} />}
      {may('collate') && (
        <p>
          <Button
            look="primary"
            disabled={step.isPending}
            onClick={() => take({ step: 'collate', body: { copyDigest } })}
          >
            {t('execution.act.collate')}
          </Button>
        </p>
      )}
      {may('seal') && <SealForm {...forms} copyDigest={copyDigest} />}
      {may('dispatch') && <DispatchForm {...forms} remaining={execution.remaining} />}
      <div className="flex flex-wrap gap-2">
        {reasoned.filter(may).map((act) => (
          <Button key={act} look="quiet" onClick={() => setAsked(act)}>
            {t(`execution.act.${act}`)}
          </Button>
        ))}
      </div>
      {closed.length > 0 && (
        <details>
          <summary>{t('execution.why')}</summary>
          <ul className="list-disc pl-6 text-13">
            {closed.map(({ act, reason, rule }) => (
              <li key={act}>
                {t(`execution.name.${act}`)}: {reason} <span className="text-quiet">{rule}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asked && (
        <ReasonDialog
          title={asked === 'undo' ? t('execution.undoTitle') : t(`execution.act.${asked}`)}
          subject={document.title}
          confirm={t(`execution.act.${asked}`)}
          danger
          required
          pending={step.isPending}
          error={step.error}
          onClose={() => {
            step.reset();
            setAsked(null);
          }}
          onConfirm={confirm}
        />
      )}
    </section>
  );
}
