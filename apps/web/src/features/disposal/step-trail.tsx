import { useT } from '../../shared/i18n/translate';
import { cx } from '../../shared/ui/class-names';

const steps = ['assessment', 'review', 'consultation', 'decision', 'execution'] as const;

/** 段階 of the disposal, the present one filled. */
export function StepTrail({ step }: { step: string }) {
  const t = useT();
  return (
    <ol aria-label={t('disposal.steps')} className="flex flex-wrap gap-x-4 gap-y-1 text-13">
      {steps.map((name, index) => (
        <li
          key={name}
          aria-current={name === step ? 'step' : undefined}
          className={cx('flex items-center gap-1', name === step && 'font-bold')}
        >
          <span
            className={cx(
              'inline-flex size-6 items-center justify-center rounded-full border',
              name === step ? 'border-key-900 bg-key-900 text-white' : 'border-solid-gray-536',
            )}
          >
            {index + 1}
          </span>
          {t(`disposal.step.${name}`)}
        </li>
      ))}
    </ol>
  );
}
