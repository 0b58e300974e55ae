import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useAct } from '../api/approval';
import type { Approval } from '../api/types';
import { useT, type PlainKey } from '../i18n/translate';
import { useAnnounce } from '../ui/notice';
import { actRequest, stepOf, type ActKind, type AllowedAct, type ConcurrenceOutcome } from './act-request';

const ReasonDialog = lazy(() => import('./reason-dialog'));

const returnTemplates = [
  'reason.amount',
  'reason.evidence',
  'reason.wording',
  'reason.class',
  'reason.route',
  'reason.date',
] as const satisfies readonly PlainKey[];
const needsReason: readonly ActKind[] = ['return', 'reject'];
const grave: readonly ActKind[] = ['reject', 'abandon', 'withdraw'];

interface ActsOptions {
  title: string;
  approval: Approval | undefined;
  onActed: (kind: ActKind) => void;
}

export interface Acts {
  readonly allowed: readonly AllowedAct[];
  readonly pending: boolean;
  readonly error: unknown;
  readonly dialog: ReactNode;
  /** Approve goes out at once; everything else asks first. */
  start(kind: ActKind): void;
  /** Approve with an opinion, or concur in another way. */
  comment(): void;
}

/** The acts the server allows on this document now, their dialogs and their outcome. */
export function useActs({ title, approval, onActed }: ActsOptions): Acts {
  const t = useT();
  const announce = useAnnounce();
  const act = useAct();
  const [asking, setAsking] = useState<AllowedAct | null>(null);
  const allowed = (approval?.allowed ?? []).filter((one) => one.kind !== 'submit');
  const find = (kind: ActKind) => allowed.find((one) => one.kind === kind);

  const send = async (one: AllowedAct, comment?: string, outcome?: ConcurrenceOutcome) => {
    if (!approval || act.isPending) return;
    const kind = one.kind as ActKind;
    try {
      await act.mutateAsync({
        documentId: approval.documentId,
        request: actRequest(approval, one, { comment, outcome }),
      });
      setAsking(null);
      announce(t('acts.done', { act: one.label, title }));
      onActed(kind);
    } catch {
      // Shown beside the control by `error`.
    }
  };

  const begin = (one: AllowedAct | undefined) => {
    act.reset();
    if (one) setAsking(one);
  };
  const concurring = asking?.kind === 'approve' && approval && stepOf(approval, asking.seatId)?.kind === 'concurrence';
  const kind = asking?.kind as ActKind | undefined;
  const dialog = asking && kind && (
    <Suspense fallback={null}>
      <ReasonDialog
        title={kind === 'approve' ? t('acts.withOpinion') : t('acts.confirm', { act: asking.label })}
        subject={title}
        confirm={asking.label}
        danger={grave.includes(kind)}
        required={needsReason.includes(kind)}
        {...(kind === 'return' ? { templates: returnTemplates } : {})}
        {...(concurring ? { outcomes: ['consented', 'consented_with_opinion', 'objected'] as const } : {})}
        pending={act.isPending}
        error={act.error}
        onClose={() => setAsking(null)}
        onConfirm={(comment, outcome) => void send(asking, comment, outcome)}
      />
    </Suspense>
  );
  return {
    allowed,
    pending: act.isPending,
    error: asking ? null : act.error,
    dialog,
    start: (wanted) => {
      const one = find(wanted);
      if (one && wanted === 'approve') void send(one);
      else begin(one);
    },
    comment: () => begin(find('approve')),
  };
}
