import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMe } from '../shared/api/session';
import { useT, type Translate } from '../shared/i18n/translate';
import { Button } from '../shared/ui/button';
import { SheetDialog, SheetFoot } from '../shared/ui/sheet-dialog';
import { townTime } from '../shared/wareki/format';
import { noteActivity } from './activity';
import { useInboxNews } from './inbox-news';
import { ProofDialog } from './proof-dialog';
import { useProofRequest, watchRequests } from './proof-request';
import ReSignIn from './re-sign-in';
import { useSessionEnded } from './session-end';
import { type SessionEnd, useSessionEndWarning } from './use-session-end';

watchRequests();
// Loading a page is the first sign of somebody.
noteActivity();

/** Everything about the session that the first screen can do without: news, proofs, its end, and what is due before all else. */
export default function SessionWatch() {
  const me = useMe();
  const ended = useSessionEnded();
  const proof = useProofRequest();
  useInboxNews(me.allowed.includes('approve') && !ended);
  useDuty(me.duty);
  if (ended) return <ReSignIn />;
  return (
    <>
      <EndWarning />
      {proof && <ProofDialog wanted={proof} onSettled={proof.settle} />}
    </>
  );
}

/** Nothing opens before a duty is done, so that is where it leads. */
function useDuty(duty: string | null): void {
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    if (duty && path !== '/my') void navigate({ to: '/my' });
  }, [duty, path, navigate]);
}

function EndWarning() {
  const end = useSessionEndWarning();
  const [seen, setSeen] = useState(false);
  if (end.warns === 'idle') return <IdleDialog end={end} />;
  return end.warns === 'absolute' && !seen ? <AbsoluteDialog left={end.left} onSeen={() => setSeen(true)} /> : null;
}

function IdleDialog({ end: { left, stay } }: { end: SessionEnd }) {
  const t = useT();
  return (
    <SheetDialog title={t('idle.title')} onClose={stay}>
      <p>{t('idle.text', { left: leftWords(left, t) })}</p>
      <SheetFoot>
        <Button look="primary" autoFocus onClick={stay}>
          {t('idle.stay')}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}

function AbsoluteDialog({ left, onSeen }: { left: number; onSeen: () => void }) {
  const t = useT();
  const { endsAt } = useMe();
  return (
    <SheetDialog title={t('idle.title')} onClose={onSeen}>
      <p>{t('idle.absolute', { at: townTime(endsAt), left: leftWords(left, t) })}</p>
      <SheetFoot>
        <Button look="primary" autoFocus onClick={onSeen}>
          {t('idle.seen')}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}

/** Minutes while there are some: a figure that changes every second is read out every second. */
function leftWords(left: number, t: Translate): string {
  return left >= 60_000
    ? t('idle.minutes', { n: Math.ceil(left / 60_000) })
    : t('idle.seconds', { n: Math.ceil(left / 10_000) * 10 });
}
