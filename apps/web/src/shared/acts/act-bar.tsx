import { Link } from '@tanstack/react-router';
import type { Approval } from '../api/types';
import { useT } from '../i18n/translate';
import { Button, buttonClass, type ButtonLook } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import type { ActKind } from './act-request';
import type { Acts } from './use-acts';

const lookOf: Partial<Record<ActKind, ButtonLook>> = {
  approve: 'primary',
  reject: 'danger',
  abandon: 'danger',
  withdraw: 'danger',
};
const order: readonly ActKind[] = ['approve', 'return', 'reject', 'pull_back', 'withdraw', 'abandon'];
const shortcutOf: Partial<Record<ActKind, string>> = { approve: 'A', return: 'R' };

interface ActBarProps {
  approval: Approval | undefined;
  acts: Acts;
  /** The inbox approves in its own quick way. */
  onApprove?: () => void;
}

/** The acts open to this person, always at the same place for repeated thumbs; labels are the server's. */
export function ActBar({ approval, acts, onApprove }: ActBarProps) {
  const t = useT();
  const shown = order.flatMap((kind) => acts.allowed.filter((one) => one.kind === kind));
  const submit = approval?.allowed.find((one) => one.kind === 'submit');
  if (shown.length === 0 && !submit && !acts.dialog) return null;
  return (
    <div className="no-print flex shrink-0 flex-col short:sticky short:bottom-0 short:z-10 gap-2 border-t border-line bg-white px-4 py-3">
      {acts.error !== null && acts.error !== undefined && <ProblemNote error={acts.error} />}
      <div className="flex flex-wrap items-center gap-2">
        {approval && submit && (
          <Link to="/draft/form" search={{ doc: approval.documentId }} className={buttonClass('primary', 'min-w-32')}>
            {t('acts.edit')}
          </Link>
        )}
        {shown.map((one) => {
          const kind = one.kind as ActKind;
          return (
            <Button
              key={kind}
              look={lookOf[kind] ?? 'secondary'}
              className={kind === 'approve' ? 'min-w-36' : ''}
              disabled={acts.pending}
              aria-keyshortcuts={shortcutOf[kind]}
              onClick={() => (kind === 'approve' && onApprove ? onApprove() : acts.start(kind))}
            >
              {one.label}
            </Button>
          );
        })}
        {shown.some((one) => one.kind === 'approve') && (
          <Button look="link" className="ml-auto" disabled={acts.pending} onClick={acts.comment}>
            {t('acts.addOpinion')}
          </Button>
        )}
      </div>
      {acts.dialog}
    </div>
  );
}
