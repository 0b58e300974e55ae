import { Link } from '@tanstack/react-router';
import type { PlanVersion } from '../../shared/api/filing-plan';
import { useT } from '../../shared/i18n/translate';
import { Chip, type ChipTone } from '../../shared/ui/chip';
import { cx } from '../../shared/ui/class-names';

const tones: Readonly<Record<PlanVersion['state'], ChipTone>> = {
  draft: 'again',
  scheduled: 'level',
  in_force: 'good',
  past: 'plain',
  withdrawn: 'plain',
};

const card = (isCurrent: boolean) =>
  cx(
    'touch-target flex flex-col rounded-8 border px-3 py-2',
    isCurrent ? 'border-2 border-key-900 bg-key-50' : 'border-line bg-white',
  );

/** The plan of today, drafts, and every version with how much it changes. */
export function PlanVersions({ versions, current }: { versions: readonly PlanVersion[]; current: number | undefined }) {
  const t = useT();
  return (
    <nav aria-label={t('plan.versions')}>
      <ul className="flex flex-wrap gap-2">
        <li>
          <Link
            to="/filing-plan"
            aria-current={current === undefined ? 'page' : undefined}
            className={card(current === undefined)}
          >
            <b className="text-14">{t('plan.inForce')}</b>
            <span className="text-13 text-quiet">{t('plan.inForceHelp')}</span>
          </Link>
        </li>
        {versions.map((version) => (
          <li key={version.id}>
            <Link
              to="/filing-plan"
              search={{ id: version.id }}
              aria-current={version.id === current ? 'page' : undefined}
              className={card(version.id === current)}
            >
              <span className="flex items-center gap-2">
                <Chip tone={tones[version.state]}>{t(`plan.state.${version.state}`)}</Chip>
                <b className="text-14">{version.words}</b>
              </span>
              <span className="flex gap-3 text-13 text-quiet">
                <span>{t('plan.changes', { n: version.changes })}</span>
                <span>{version.createdByName}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
