import { useMemo, useState, type ReactNode } from 'react';
import { useAct } from '../api/approval';
import type { ActRequest, Approval, Document } from '../api/types';
import { useT, withWords } from '../i18n/translate';
import { later } from '../ui/later';
import { useAnnounce } from '../ui/notice';
import { problemText } from '../ui/problem-note';
import { actRequest, type ActDetails, type ActKind } from './act-request';
import { deciderSeat, offerOf, type Offer, type OfferedAct } from './offered-acts';

const ActDialog = later(() => withWords(import('./act-dialog')));
const InstructDialog = later(() => withWords(import('./instruct-dialog')));

const nothing: Offer = { primary: [], secondary: [], menu: [], refused: [] };
/** These go out at once; every other act asks first. */
const direct: readonly ActKind[] = ['approve', 'post_review', 'release'];

interface ActsOptions {
  title: string;
  approval: Approval | undefined;
  document: Document | undefined;
  onActed: (kind: ActKind) => void;
}

export interface Acts extends Offer {
  readonly pending: boolean;
  readonly error: unknown;
  readonly dialog: ReactNode;
  /** What stands on the button of an act, with its seat. */
  label(offer: OfferedAct): string;
  start(offer: OfferedAct): void;
  /** By key: does nothing where the act is not open. */
  startKind(kind: ActKind): void;
  /** The first of the acts the person came for. */
  agree(): void;
  /** Agree with an opinion, concur in another way, or read afterwards with a remark. */
  comment(): void;
  /** 事前の指示, where the person has to do with the matter. */
  instruct: (() => void) | null;
}

/** `部長に代わって代決する`, `席を外す(財政課長)`. */
function useActLabel() {
  const t = useT();
  return ({ kind, act, seatName }: OfferedAct): string => {
    if (seatName === null) return act.label;
    const inStead = kind === 'acting_decide' || kind === 'acting_approve';
    return t(inStead ? 'acts.inStead' : 'acts.forSeat', { act: act.label, seat: seatName });
  };
}

type Asking = { readonly offer: OfferedAct } | 'instruct' | null;

/** The acts the server allows on this document now, their dialogs and their outcome. */
export function useActs({ title, approval, document, onActed }: ActsOptions): Acts {
  const t = useT();
  const announce = useAnnounce();
  const label = useActLabel();
  const act = useAct();
  const [asking, setAsking] = useState<Asking>(null);
  const offer = useMemo(() => (approval ? offerOf(approval) : nothing), [approval]);
  const all = [...offer.primary, ...offer.secondary, ...offer.menu];

  const send = async (one: OfferedAct, details: ActDetails = {}) => {
    if (!approval || act.isPending) return;
    try {
      const { documentId } = approval;
      const { staged } = await act.mutateAsync({ documentId, request: actRequest(approval, one.act, details) });
      setAsking(null);
      const undo = { kind: 'recall', ...(one.act.seatId ? { seatId: one.act.seatId } : {}) } as const;
      if (staged)
        announce(t('acts.staged', { title, s: staged.remainingSeconds }), 'done', {
          label: t('acts.undo'),
          shortcut: 'Z',
          run: () => void takeBack(documentId, undo),
        });
      else announce(t('acts.done', { act: label(one), title }));
      onActed(one.kind);
    } catch {
      // Shown beside the control by `error`.
    }
  };
  const takeBack = async (documentId: string, request: ActRequest) => {
    try {
      await act.mutateAsync({ documentId, request });
      announce(t('acts.undone', { title }));
    } catch (error) {
      announce(t('acts.notUndone', { title, reason: problemText(error, t) }), 'failed');
    }
  };
  const ask = (one: OfferedAct | undefined) => {
    act.reset();
    if (one) setAsking({ offer: one });
  };
  const start = (one: OfferedAct | undefined) => {
    // Undoing what has not taken effect asks nothing.
    const undoes = one?.kind === 'recall' && approval?.staged;
    if (one && (undoes || direct.includes(one.kind))) void send(one);
    else ask(one);
  };

  const close = () => setAsking(null);
  const seatId = approval ? deciderSeat(approval) : null;
  const concerned = all.length > 0 || offer.refused.length > 0;
  const shared = { title, onClose: close };
  return {
    ...offer,
    label,
    pending: act.isPending,
    error: asking ? null : act.error,
    dialog:
      asking !== null &&
      approval &&
      (asking === 'instruct' ? (
        seatId && <InstructDialog {...shared} approval={approval} seatId={seatId} />
      ) : (
        <ActDialog
          {...shared}
          offer={asking.offer}
          label={label(asking.offer)}
          approval={approval}
          document={document}
          pending={act.isPending}
          error={act.error}
          onConfirm={(details) => void send(asking.offer, details)}
        />
      )),
    start,
    startKind: (kind) => start(all.find((one) => one.kind === kind)),
    agree: () => start(offer.primary[0]),
    comment: () => ask(offer.primary[0]),
    instruct: seatId !== null && concerned ? () => setAsking('instruct') : null,
  };
}
