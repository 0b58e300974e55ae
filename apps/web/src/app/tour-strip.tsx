import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useMe } from '../shared/api/session';
import { useT } from '../shared/i18n/translate';
import { Button } from '../shared/ui/button';
import { roomOf } from '../shared/ui/room';
import { takeTour, useTour } from './tour-state';
import { tourOf, type TourStep } from './tour-steps';

const tourRoom = roomOf('tour');

function Strip({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <aside
      ref={tourRoom}
      aria-label={t('tour.title')}
      className="no-print flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t-4 border-key-900 bg-key-50 px-4 py-2"
    >
      {children}
    </aside>
  );
}

function Offer({ onStart }: { onStart: () => void }) {
  const t = useT();
  return (
    <Strip>
      <p className="min-w-0 flex-1 basis-60">{t('tour.offer')}</p>
      <Button onClick={() => takeTour('left')}>{t('tour.later')}</Button>
      <Button look="primary" onClick={onStart}>
        {t('tour.start')}
      </Button>
    </Strip>
  );
}

interface StepProps {
  steps: readonly TourStep[];
  at: number;
  onStep: (to: number) => void;
}

/** One step; its words take the focus, so that they are read aloud. */
function Step({ steps, at, onStep }: StepProps) {
  const t = useT();
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => words.current?.focus(), [at]);
  const step = steps[at];
  if (!step) return null;
  const last = at === steps.length - 1;
  return (
    <Strip>
      <div ref={words} tabIndex={-1} className="min-w-0 flex-1 basis-80 outline-none">
        <p className="font-bold">{t('tour.step', { n: at + 1, of: steps.length, title: t(step.title) })}</p>
        <p>{t(step.text)}</p>
      </div>
      <Button look="quiet" onClick={() => takeTour('left')}>
        {t('tour.leave')}
      </Button>
      <Button disabled={at === 0} onClick={() => onStep(at - 1)}>
        {t('tour.back')}
      </Button>
      <Button look="primary" onClick={() => (last ? takeTour('left') : onStep(at + 1))}>
        {t(last ? 'tour.end' : 'tour.next')}
      </Button>
    </Strip>
  );
}

/** はじめての案内: a strip below the screens, which stay usable; it covers nothing, can be left and found again. */
export function TourStrip() {
  const { allowed, duty } = useMe();
  const navigate = useNavigate();
  const tour = useTour();
  const steps = tourOf(allowed);
  const go = (to: number) => {
    takeTour(to);
    const step = steps[to];
    if (step) void navigate({ to: step.to });
  };
  if (duty || tour === 'left') return null;
  if (tour === 'offered') return <Offer onStart={() => go(0)} />;
  return <Step steps={steps} at={Math.min(tour, steps.length - 1)} onStep={go} />;
}
