import type { FileDetail } from '../../shared/api/keeping';
import { type PlainKey, useLanguage } from '../../shared/i18n/translate';
import { RuleLink } from '../../shared/sheet/rule-link';
import { formatDay } from '../../shared/wareki/format';

function factsOf(file: FileDetail, { t, locale }: ReturnType<typeof useLanguage>): [string, string][] {
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : t('filing.notYet'));
  const given = (label: PlainKey, text: string | null): [string, string][] => (text ? [[t(label), text]] : []);
  const state = t(`file.state.${file.state}` as PlainKey);
  return [
    [t('file.state'), file.continuing ? `${state} (${t('file.continuing')})` : state],
    [
      t('file.place'),
      `${t(`file.medium.${file.medium}` as PlainKey)} ${t(`file.custody.${file.custody}` as PlainKey)}`,
    ],
    [t('filing.retention'), file.retentionLabel],
    ...(file.basis === 'event' ? [[t('file.event'), day(file.eventOn)] as [string, string]] : []),
    [t('filing.startsOn'), day(file.startsOn)],
    [t('filing.expiresOn'), file.years === null ? t('dates.none') : day(file.expiresOn)],
    ...given(
      'file.extended',
      file.extendedTo && t('file.extendedTo', { day: day(file.extendedTo), n: file.extensionCount }),
    ),
    ...given('file.closedOn', file.closedOn && day(file.closedOn)),
    ...given('file.closing', file.closingReason),
    ...given('file.removal', file.removalReason),
    ...given('file.review', file.reviewOn && day(file.reviewOn)),
    ...given('file.ground', file.permanentGround),
    [t('file.measure'), t(`due.measure.${file.disposition}` as PlainKey)],
    [t('records.documents'), t('records.count', { n: file.documentCount })],
  ];
}

/** Its facts, and its dates with the rule of every step (RULE-80…87). */
export function FileFacts({ file }: { file: FileDetail }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <section aria-label={t('file.facts')}>
        <dl className="grid grid-cols-[fit-content(45%)_1fr] gap-x-4 gap-y-1">
          {factsOf(file, language).map(([label, text]) => (
            <div key={label} className="contents">
              <dt className="text-quiet">{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      {file.explanation.length > 0 && (
        <section aria-labelledby="why">
          <h2 id="why" className="mb-1 text-18">
            {t('file.why')}
          </h2>
          <ol className="list-decimal pl-6">
            {file.explanation.map((line) => (
              <li key={line.rule + line.text}>
                {line.text} <RuleLink rule={line.rule} chapter="files" />
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
