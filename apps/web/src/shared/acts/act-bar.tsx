import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Approval } from '../api/types';
import { useT } from '../i18n/translate';
import { afterFirst } from '../ui/first-rest';
import { Button, buttonClass, type ButtonLook } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import type { ActMenuItem } from './act-menu';
import type { ActKind } from './act-request';
import type { OfferedAct } from './offered-acts';
import type { Acts } from './use-acts';
import { footRoom } from '../ui/room';

// The menu brings a library of its own; the bar stands before it is there.
const ActMenu = lazy(afterFirst(() => import('./act-menu')));

const shortcutOf: Partial<Record<ActKind, string>> = { return: 'R', hold: 'H', recall: 'Z' };
const grave: readonly ActKind[] = ['reject', 'abandon', 'withdraw'];

interface ActBarProps {
  approval: Approval | undefined;
  acts: Acts;
  /** The inbox approves in its own quick way. */
  onApprove?: () => void;
}

/** The acts of the menu; 修正 is done in the form of the document. */
function useMenuItems(approval: Approval | undefined, acts: Acts): ActMenuItem[] {
  const t = useT();
  const navigate = useNavigate();
  const open = (offer: OfferedAct) => {
    if (offer.kind !== 'revise' || !approval || !offer.act.seatId) return acts.start(offer);
    void navigate({ to: '/draft/revision', search: { doc: approval.documentId, seat: offer.act.seatId } });
  };
  const items = acts.menu.map((offer) => ({
    key: offer.key,
    label: acts.label(offer),
    shortcut: shortcutOf[offer.kind],
    danger: grave.includes(offer.kind),
    run: () => open(offer),
  }));
  const { instruct } = acts;
  return instruct ? [...items, { key: 'instruct', label: t('acts.instruct'), run: instruct }] : items;
}

/** Keeps the place of the menu. */
function MenuToCome({ shown }: { shown: boolean }) {
  const t = useT();
  return shown ? <span className={buttonClass('secondary')}>{t('acts.more')} ▾</span> : null;
}

/** The acts open to this person, always at the same place for repeated thumbs; labels are the server's. */
export function ActBar({ approval, acts, onApprove }: ActBarProps) {
  const t = useT();
  const items = useMenuItems(approval, acts);
  const submit = approval?.allowed.find((one) => one.kind === 'submit');
  const shown = acts.primary.length + acts.secondary.length + items.length + acts.refused.length;
  if (shown === 0 && !submit && !acts.dialog) return null;
  const act = (offer: OfferedAct, look: ButtonLook, index: number) => (
    <Button
      key={offer.key}
      look={look}
      className={look === 'primary' ? 'min-w-36' : ''}
      disabled={acts.pending}
      aria-keyshortcuts={look === 'primary' && index === 0 ? 'A' : shortcutOf[offer.kind]}
      onClick={() => (offer.kind === 'approve' && onApprove ? onApprove() : acts.start(offer))}
    >
      {acts.label(offer)}
    </Button>
  );
  const agrees = acts.primary.some(({ kind }) => kind === 'approve' || kind === 'post_review');
  return (
    <div
      ref={footRoom}
      className="foot-bar no-print flex shrink-0 flex-col short:sticky short:bottom-0 short:z-10 gap-2 border-t border-line bg-white px-4 py-3"
    >
      {acts.error !== null && acts.error !== undefined && <ProblemNote error={acts.error} />}
      <div className="flex flex-wrap items-center gap-2">
        {approval && submit && (
          <Link to="/draft/form" search={{ doc: approval.documentId }} className={buttonClass('primary', 'min-w-32')}>
            {t('acts.edit')}
          </Link>
        )}
        {acts.primary.map((offer, index) => act(offer, 'primary', index))}
        {acts.secondary.map((offer, index) => act(offer, 'secondary', index))}
        <Suspense fallback={<MenuToCome shown={items.length + acts.refused.length > 0} />}>
          <ActMenu items={items} refused={acts.refused} disabled={acts.pending} />
        </Suspense>
        {agrees && (
          <Button look="link" className="ml-auto" disabled={acts.pending} aria-keyshortcuts="C" onClick={acts.comment}>
            {t('acts.addOpinion')}
          </Button>
        )}
      </div>
      {acts.dialog}
    </div>
  );
}
