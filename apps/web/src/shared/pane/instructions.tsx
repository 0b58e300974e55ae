import type { Approval } from '../api/types';
import { useLanguage } from '../i18n/translate';
import { formatDay } from '../wareki/format';

/** 事前の指示: what deciders said beforehand, and who wrote it down. */
export function Instructions({ given }: { given: Approval['instructions'] }) {
  const { t, locale } = useLanguage();
  if (given.length === 0) return null;
  return (
    <section aria-label={t('instructions.title')}>
      <h3 className="mb-2">{t('instructions.title')}</h3>
      <ul className="flex flex-col gap-2">
        {given.map((one, at) => (
          <li key={at}>
            <p className="whitespace-pre-wrap">{one.text}</p>
            <p className="text-13 text-quiet">
              {t('instructions.by', {
                post: one.postTitle,
                name: one.givenByName,
                day: formatDay(one.givenOn, locale),
                recorder: one.recordedByName,
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
