import { Link } from '@tanstack/react-router';
import type { DefinitionDraft } from '../../shared/api/definitions';
import { useLanguage } from '../../shared/i18n/translate';
import { formatDay } from '../../shared/wareki/format';

/** The decision on a draft: that it is on its way, or why it published nothing. */
export function DecisionNote({ draft }: { draft: DefinitionDraft }) {
  const { t, locale } = useLanguage();
  const { documentId, proposedFrom, proposalFault, state } = draft;
  if (documentId === null) return null;
  const words =
    state === 'proposed'
      ? t('definitions.proposedText', { day: proposedFrom ? formatDay(proposedFrom, locale) : '' })
      : proposalFault && t(`definitions.fault.${proposalFault}`);
  return (
    <p className="flex flex-wrap gap-x-3 rounded-8 border border-line bg-white px-3 py-2">
      {words && <span>{words}</span>}
      <DecisionLink documentId={documentId} />
    </p>
  );
}

export function DecisionLink({ documentId }: { documentId: string }) {
  const { t } = useLanguage();
  return (
    <Link to="/documents/$id" params={{ id: documentId }} className="text-key-900 underline">
      {t('definitions.decision')}
    </Link>
  );
}
