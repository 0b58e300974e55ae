import { Link } from '@tanstack/react-router';
import type { Approval } from '../api/types';
import { useT } from '../i18n/translate';
import { RouteReasons } from '../sheet/route-reasons';
import { buttonClass } from '../ui/button';
import { History } from './history';
import { Instructions } from './instructions';

/** 経過: the way to past days, what was done in all rounds, what deciders said beforehand, and the route with its reasons. */
export default function CoursePanel({ approval }: { approval: Approval }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-5 bg-white p-4">
      <Link
        to="/documents/$id/as-of"
        params={{ id: approval.documentId }}
        className={buttonClass('link', 'no-print self-start')}
      >
        {t('past.open')}
      </Link>
      <History entries={approval.history} basis={approval.delegationTable?.words ?? null} />
      <Instructions given={approval.instructions} />
      <section aria-label={t('route.reasons')}>
        <h3 className="mb-2">{t('route.reasons')}</h3>
        <RouteReasons steps={approval.steps} />
      </section>
    </div>
  );
}
