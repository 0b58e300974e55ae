import { Link } from '@tanstack/react-router';
import type { DefinitionSummary } from '../../shared/api/definitions';
import { useLanguage } from '../../shared/i18n/translate';
import { Chip, type ChipTone } from '../../shared/ui/chip';
import { cx } from '../../shared/ui/class-names';
import { Day } from '../../shared/wareki/day';
import { formatDay } from '../../shared/wareki/format';
import type { DefinitionsSearch } from './definitions-search';

const tones: Readonly<Record<string, ChipTone>> = { in_force: 'good', scheduled: 'level', past: 'plain' };

interface VersionsBarProps {
  item: DefinitionSummary;
  search: DefinitionsSearch;
  /** The version that is shown, unless the draft is. */
  version: number | null;
}

/** 現行・下書き・予約: every version, and how many documents keep it. */
export function VersionsBar({ item, search, version }: VersionsBarProps) {
  const { t, locale } = useLanguage();
  const { kind, code, draft } = item;
  const look = (isCurrent: boolean) =>
    cx(
      'touch-target flex flex-col rounded-8 border px-3 py-2',
      isCurrent ? 'border-2 border-key-900 bg-key-50' : 'border-line bg-white',
    );
  return (
    <nav aria-label={t('definitions.versions')}>
      <ul className="flex flex-wrap gap-2">
        {draft && (
          <li>
            <Link
              to="/definitions"
              search={{ kind, code, draft: draft.id }}
              aria-current={search.draft === draft.id ? 'page' : undefined}
              className={look(search.draft === draft.id)}
            >
              <span className="flex items-center gap-2">
                <Chip tone="warn">
                  {t(draft.underDecision ? 'definitions.state.proposed' : 'definitions.state.draft')}
                </Chip>
                {draft.proposedFrom && draft.underDecision && (
                  <b className="text-14">
                    <Day on={draft.proposedFrom} />
                  </b>
                )}
              </span>
              <span className="text-13 text-quiet">{t('definitions.by', { name: draft.createdByName })}</span>
            </Link>
          </li>
        )}
        {item.versions.map((one) => (
          <li key={one.version}>
            <Link
              to="/definitions"
              search={{ kind, code, version: one.version }}
              aria-current={one.version === version ? 'page' : undefined}
              className={look(one.version === version)}
            >
              <span className="flex items-center gap-2">
                <Chip tone={tones[one.state] ?? 'plain'}>{t(`definitions.state.${one.state}`)}</Chip>
                <b className="text-14">
                  {t('definitions.versionFrom', { n: one.version, day: formatDay(one.validFrom, locale) })}
                </b>
              </span>
              <span className="text-13 text-quiet">{t('definitions.openDocuments', { n: one.openDocuments })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
