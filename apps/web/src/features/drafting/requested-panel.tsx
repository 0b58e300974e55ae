import { useState, type FormEvent } from 'react';
import type { Post, RouteSeat, RouteStep } from '../../shared/api/types';
import { inputClass } from '../../shared/form/field-frame';
import { useT } from '../../shared/i18n/translate';
import { seatTitle } from '../../shared/sheet/names';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import {
  choicesOf,
  togglePassOver,
  withAddition,
  withoutAddition,
  withoutUnit,
  withUnit,
  type Addition,
  type Requested,
  type SeatChoice,
} from './requested-seats';

interface RequestedProps {
  requested: Requested;
  onChange: (requested: Requested) => void;
}

/** Why a section that the rules ask is left out; everybody in the route reads it. */
function LeaveOut({ name, onLeave }: { name: string; onLeave: (reason: string) => void }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!asking) {
    return (
      <Button
        look="quiet"
        className="text-13"
        aria-label={t('requested.leaveOutOf', { name })}
        onClick={() => setAsking(true)}
      >
        {t('requested.leaveOut')}
      </Button>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      <input
        autoFocus
        type="text"
        maxLength={500}
        aria-label={t('requested.reasonOf', { name })}
        placeholder={t('requested.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        className={inputClass(false, 'max-w-80')}
      />
      <Button disabled={reason.trim() === ''} onClick={() => onLeave(reason.trim())}>
        {t('requested.leaveOut')}
      </Button>
      <Button look="link" onClick={() => setAsking(false)}>
        {t('common.back')}
      </Button>
    </span>
  );
}

/** What the drafter may do with one seat of the preview. */
export function SeatChoices({
  step,
  seat,
  requested,
  onChange,
}: RequestedProps & { step: RouteStep; seat: RouteSeat }) {
  const t = useT();
  const name = seatTitle(seat.unitName, seat.postTitle);
  const button = (label: 'requested.drop' | 'requested.putBack', run: () => void) => (
    <Button look="quiet" className="text-13" aria-label={t(`${label}Of`, { name })} onClick={run}>
      {t(label)}
    </Button>
  );
  const draw = (choice: SeatChoice) => {
    switch (choice) {
      case 'drop-addition':
        return button('requested.drop', () => onChange(withoutAddition(requested, seat.postCode)));
      case 'put-back':
        return button('requested.putBack', () => onChange(withUnit(requested, seat.unitCode)));
      case 'leave-out':
        return <LeaveOut name={name} onLeave={(why) => onChange(withoutUnit(requested, seat.unitCode, why))} />;
      case 'pass-over':
        return (
          <label className="touch-target flex items-center gap-2">
            <input
              type="checkbox"
              checked={requested.passOver.includes(seat.postCode)}
              onChange={() => onChange(togglePassOver(requested, seat.postCode))}
            />
            {t('requested.passOver', { name })}
          </label>
        );
    }
  };
  return choicesOf(step, seat, requested).map((choice) => <span key={choice}>{draw(choice)}</span>);
}

const PostPicker = later(
  async () => ({ default: (await import('../../shared/form/post-picker')).PostPicker }),
  <Loading lines={2} />,
);
const kinds: readonly Addition['kind'][] = ['concurrence', 'confirmation', 'circulation'];

/** Adds a section, a confirmation or a reader that no rule asks. */
export function AddSeat({ requested, onChange }: RequestedProps) {
  const t = useT();
  const [kind, setKind] = useState<Addition['kind']>('concurrence');
  const [post, setPost] = useState<Post | null>(null);
  const [cleared, setCleared] = useState(0);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!post) return;
    onChange(withAddition(requested, { kind, postCode: post.postCode }));
    setPost(null);
    setCleared((count) => count + 1);
  };
  return (
    <details className="rounded-8 border border-line bg-white px-3 py-2">
      <summary className="cursor-pointer py-1 text-key-900 underline">{t('requested.add')}</summary>
      <form onSubmit={add} className="flex flex-col gap-2 py-2">
        <fieldset className="flex flex-wrap gap-4">
          <legend className="mb-1 font-bold">{t('acts.additionKind')}</legend>
          {kinds.map((value) => (
            <label key={value} className="touch-target flex items-center gap-2">
              <input type="radio" name="requested-kind" checked={kind === value} onChange={() => setKind(value)} />
              {t(`addition.${value}`)}
            </label>
          ))}
        </fieldset>
        <PostPicker key={cleared} label={t('acts.additionPost')} onChange={setPost} />
        <div>
          <Button type="submit" disabled={!post}>
            {t('requested.doAdd')}
          </Button>
        </div>
      </form>
    </details>
  );
}
