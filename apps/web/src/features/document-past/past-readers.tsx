import type { PastReaders } from '../../shared/api/past';
import { type PlainKey, useLanguage } from '../../shared/i18n/translate';
import { Section } from './section';

const ROLES = ['records_officer', 'records_clerk', 'deputy_records_clerk', 'auditor', 'archivist'] as const;
const roleLabel = (role: string | null): PlainKey | null => {
  const known = ROLES.find((one) => one === role);
  return known ? `past.role.${known}` : null;
};

/** Who could read it on that day, and on what ground. */
export function PastReadersList({ readers }: { readers: readonly PastReaders[] }) {
  const { t, locale } = useLanguage();
  return (
    <Section title={t('past.readers')}>
      <p className="text-13 text-quiet">{t('past.readersHelp')}</p>
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {readers.map(({ ground, role, people }) => {
          const named = roleLabel(role);
          return (
            <div key={`${ground}${role ?? ''}`} className="contents">
              <dt className="font-bold">{named ? t(named) : t(`past.ground.${ground}`)}</dt>
              <dd>{people.map(({ name }) => name).join(locale === 'ja' ? '、' : ', ')}</dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
