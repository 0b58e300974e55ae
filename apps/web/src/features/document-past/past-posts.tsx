import type { DocumentOnDay } from '../../shared/api/past';
import { useLanguage } from '../../shared/i18n/translate';
import { Section } from './section';

/** The place of the drafter and the posts of the route, as the organisation of the day has them. */
export function PastPosts({ shown: { document, route } }: { shown: DocumentOnDay }) {
  const { t, locale } = useLanguage();
  const named = (holders: readonly string[]) =>
    holders.length > 0 ? holders.join(locale === 'ja' ? '、' : ', ') : t('past.vacant');
  const { sectionName, unitName, postTitle, holders } = document.place;
  return (
    <>
      <Section title={t('past.place')}>
        <p>
          {t('past.placeLine', {
            section: sectionName ?? document.drafter.sectionName,
            unit: unitName !== null && unitName !== sectionName ? unitName : '',
            post: postTitle ?? t('past.noPost'),
            holders: named(holders),
          })}
        </p>
      </Section>
      {route && (
        <Section title={t('past.posts')}>
          <ul className="flex flex-col gap-1">
            {route.posts.map((post) => (
              <li key={post.postCode}>
                {post.title === null ? (
                  <>
                    {post.postCode} <span className="text-quiet">{t('past.noPost')}</span>
                  </>
                ) : (
                  <>
                    {post.unitName} {post.title} <b>{named(post.holders)}</b>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
