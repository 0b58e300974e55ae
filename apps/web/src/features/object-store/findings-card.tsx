import type { ObjectFinding } from '../../shared/api/store';
import { useLanguage } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { formatDay, townDay } from '../../shared/wareki/format';
import { Card, RowName, StoreTable } from './store-parts';
import { remedy, shortHash } from './store-words';

function FindingLine({ finding }: { finding: ObjectFinding }) {
  const { t, locale } = useLanguage();
  const { sha256, place, fault, foundBy, foundAt, settledAt } = finding;
  const day = (at: string) => formatDay(townDay(at), locale);
  return (
    <tr className="align-top">
      <RowName>
        <code title={sha256}>{shortHash(sha256)}</code>
      </RowName>
      <td className="min-w-44 py-1.5 pr-3">{t(`store.fault.${fault}`, { place: t(`store.place.${place}`) })}</td>
      <td className="min-w-64 py-1.5 pr-3">{t(remedy(finding))}</td>
      <td className="py-1.5 pr-3 whitespace-nowrap">
        {day(foundAt)}
        <span className="block text-13 text-quiet">{t(`store.by.${foundBy}`)}</span>
      </td>
      <td className="py-1.5 whitespace-nowrap">
        {settledAt === null ? (
          <Chip tone="again">{t('store.isOpen')}</Chip>
        ) : (
          t('store.settled', { day: day(settledAt) })
        )}
      </td>
    </tr>
  );
}

/** 異状: what the checks found, the open ones first, each with what mends it. */
export function FindingsCard({ findings }: { findings: readonly ObjectFinding[] }) {
  const { t } = useLanguage();
  const title = t('store.findings');
  if (findings.length === 0)
    return (
      <Card title={title}>
        <p>{t('store.noFindings')}</p>
      </Card>
    );
  const columns = [
    { label: t('store.hash') },
    { label: t('store.fault') },
    { label: t('store.whatToDo'), wide: true },
    { label: t('store.foundAt') },
    { label: t('store.state') },
  ];
  return (
    <Card title={title} help={t('store.findingsHelp')}>
      <StoreTable title={title} columns={columns}>
        {findings.map((finding) => (
          <FindingLine key={finding.id} finding={finding} />
        ))}
      </StoreTable>
    </Card>
  );
}
