import type { Language } from '@fubako/platform/http';
import { gapWords } from '../core/gap-words';
import type { Coverage } from './delegation-views.dto';
import type { CoverageReport } from './read-coverage';

const SHOWN_ROUTES = 10;

export function coverageView({ gaps, ...report }: CoverageReport, language: Language): Coverage {
  return {
    ...report,
    gaps: gaps.map(({ routes, why, seat, from, until, days }) => ({
      from,
      until,
      days,
      seat,
      why,
      reason: gapWords(why, language),
      routeCount: routes.length,
      routes: routes
        .slice(0, SHOWN_ROUTES)
        .map(({ matterType, matterTypeName, rule, unitName }) => ({ matterType, matterTypeName, rule, unitName })),
    })),
  };
}
