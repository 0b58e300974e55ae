import { type DefinitionSummary, useDefinition } from '../../shared/api/definitions';
import { useLanguage } from '../../shared/i18n/translate';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay } from '../../shared/wareki/format';
import { ChangesTable } from './changes-table';
import { DecisionLink } from './decision-note';
import { FormPreview } from './form-preview';

/** One published version: since when it holds, what it changed, and how it is met by those who draft. */
export function VersionPanel({ item, version }: { item: DefinitionSummary; version: number }) {
  const { t, locale } = useLanguage();
  const shown = useDefinition(item.kind, item.code, version);
  if (shown.error) return <ProblemNote error={shown.error} onRetry={() => void shown.refetch()} />;
  if (!shown.data) return <Loading lines={8} />;
  const { name, validFrom, changes, documentId, content } = shown.data;
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-18">
        {t('definitions.versionWords', { name, n: version, day: formatDay(validFrom, locale) })}
      </h2>
      {documentId && (
        <p className="flex flex-wrap gap-3">
          {t('definitions.decided')} <DecisionLink documentId={documentId} />
        </p>
      )}
      {(version > 1 || item.kind === 'matter_type') && (
        <ChangesTable
          changes={changes}
          caption={version > 1 ? t('definitions.changes', { n: version - 1 }) : t('definitions.changesNew')}
        />
      )}
      {item.kind === 'form' && <FormPreview form={content} />}
    </div>
  );
}
