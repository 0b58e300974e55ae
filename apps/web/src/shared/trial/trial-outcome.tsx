import { Link } from '@tanstack/react-router';
import type { RouteTrial, TriedMatter } from '../api/types';
import { useLanguage, useT } from '../i18n/translate';
import { formatYen } from '../money/yen';
import { Chip } from '../ui/chip';

function Says({ title, says }: { title: string; says: RouteTrial['gained'] }) {
  const t = useT();
  return (
    <section aria-label={title} className="flex min-w-60 flex-col gap-1">
      <h3 className="text-14">{title}</h3>
      {says.length === 0 && <p className="text-14 text-quiet">{t('delegation.nobody')}</p>}
      <ul className="text-14">
        {says.map((say) => (
          <li key={say.postCode} className="flex justify-between gap-4 border-b border-line py-0.5">
            <span>
              {say.unitName} {say.postTitle}
            </span>
            <span className="tabular-nums">{t('delegation.times', { n: say.count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decider({ decision }: { decision: TriedMatter['before'] }) {
  const t = useT();
  if (!decision) return <b className="text-vermilion">{t('delegation.noRoute')}</b>;
  return (
    <>
      <b>{decision.label}</b> {decision.decider.unitName} {decision.decider.postTitle}
    </>
  );
}

function MatterLine({ matter }: { matter: TriedMatter }) {
  const { t, locale } = useLanguage();
  const names = (says: TriedMatter['gained']) => says.map((say) => `${say.unitName} ${say.postTitle}`).join('、');
  return (
    <tr className="border-b border-line align-top">
      <td className="py-1.5 pr-3">
        <Link to="/documents/$id" params={{ id: matter.documentId }} className="font-bold text-key-900 underline">
          {matter.title}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-13 text-quiet">
          <span>{matter.matterTypeName}</span>
          <span>{matter.sectionName}</span>
          {matter.amount !== null && <span>{formatYen(matter.amount, locale)}</span>}
          <Chip>{t(matter.decided ? 'delegation.decidedMatter' : 'delegation.running')}</Chip>
        </p>
      </td>
      <td className="py-1.5 pr-3 text-14">
        <Decider decision={matter.before} />
      </td>
      <td className="py-1.5 pr-3 text-14">
        <Decider decision={matter.after} />
      </td>
      <td className="py-1.5 pr-3 text-13">{names(matter.gained)}</td>
      <td className="py-1.5 text-13">{names(matter.lost)}</td>
    </tr>
  );
}

const heads = ['changedMatters', 'before', 'after', 'gained', 'lost'] as const;

function Matters({ matters }: { matters: readonly TriedMatter[] }) {
  const t = useT();
  if (matters.length === 0) return null;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('delegation.changedMatters')}>
      <table className="w-full min-w-160 border-collapse">
        <caption className="sr-only">{t('delegation.changedMatters')}</caption>
        <thead className="border-b border-solid-gray-536 text-left text-13">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="pr-3 font-normal whitespace-nowrap">
                {t(`delegation.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matters.map((matter) => (
            <MatterLine key={`${matter.documentId} ${matter.decided}`} matter={matter} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a trial says: figures, seats gained and lost, and the matters that would go another way. */
export function TrialOutcome({ trial }: { trial: RouteTrial }) {
  const t = useT();
  const { open, decided, changed, deciderChanged, stranded } = trial;
  return (
    <div className="flex flex-col gap-4">
      <div role="status">
        <p className="text-18 font-bold">{t('delegation.result', { total: open + decided, n: changed })}</p>
        <p className="text-14">{t('delegation.resultParts', { open, decided, decider: deciderChanged, stranded })}</p>
      </div>
      <div className="flex flex-wrap gap-8">
        <Says title={t('delegation.gained')} says={trial.gained} />
        <Says title={t('delegation.lost')} says={trial.lost} />
      </div>
      <Matters matters={trial.matters} />
      {trial.unlisted > 0 && <p className="text-14">{t('delegation.unlisted', { n: trial.unlisted })}</p>}
    </div>
  );
}
