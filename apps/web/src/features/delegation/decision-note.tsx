import { Link } from '@tanstack/react-router';
import type { DelegationTable } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { formatDay } from '../../shared/wareki/format';

/** The decision (訓令) on a version: that it is on its way, that it published it, or why it did not. */
export function DecisionNote({ table }: { table: DelegationTable }) {
  const { t, locale } = useLanguage();
  const { documentId, proposedFrom, proposalFault, state } = table;
  if (documentId === null) return null;
  const words =
    state === 'proposed'
      ? t('delegation.proposedText', { day: proposedFrom ? formatDay(proposedFrom, locale) : '' })
      : proposalFault
        ? t(`delegation.fault.${proposalFault}`)
        : state === 'draft'
          ? null
          : t('delegation.decidedBy');
  return (
    <p className="flex flex-wrap gap-x-3 rounded-8 border border-line bg-white px-3 py-2">
      {words && <span>{words}</span>}
      <Link to="/documents/$id" params={{ id: documentId }} className="text-key-900 underline">
        {t('delegation.proposedLink')}
      </Link>
    </p>
  );
}
