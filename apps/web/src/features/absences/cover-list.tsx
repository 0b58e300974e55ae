import type { Cover, StandInPerson } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { useSpanWords } from './span-words';

/** Who acts for one post over one stretch of time: a deputy, persons by order, a proxy, or nobody. */
function Acting({ cover }: { cover: Cover }) {
  const { t } = useLanguage();
  const name = ({ unitName, postTitle, name: person }: StandInPerson) => `${unitName} ${postTitle} ${person}`;
  const withTypes = (person: StandInPerson) =>
    person.matterTypes.length === 0
      ? name(person)
      : t('absence.actingFor', { who: name(person), types: person.matterTypes.join(', ') });
  const post = cover.deputy?.postTitle ?? cover.postTitle;
  return (
    <>
      {cover.deputy && <p>{t('absence.deputy', { who: name(cover.deputy) })}</p>}
      {cover.acting.length > 0 && <p>{t('absence.acting', { post, who: cover.acting.map(withTypes).join(' / ') })}</p>}
      {cover.proxy && <p>{t('absence.proxy', { who: name(cover.proxy) })}</p>}
      {cover.uncovered && (
        <p>
          <Chip tone="warn">{t('absence.uncovered', { post: cover.postTitle })}</Chip>
          <span className="block text-13 text-quiet">{t('absence.uncoveredHelp')}</span>
        </p>
      )}
    </>
  );
}

interface CoverListProps {
  covers: readonly Cover[];
  /** Name the holder and why they are away: for lists of other people. */
  withHolder?: boolean;
}

/** 代わりに立つ人, stretch by stretch. */
export function CoverList({ covers, withHolder = false }: CoverListProps) {
  const { t } = useLanguage();
  const words = useSpanWords();
  return (
    <ul className="flex flex-col gap-3">
      {covers.map((cover) => (
        <li key={`${cover.postCode}/${cover.from}`} className="border-l-4 border-solid-gray-300 pl-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            {withHolder && <b>{cover.holderName}</b>}
            <span>
              {cover.unitName} {cover.postTitle}
            </span>
            {withHolder && cover.away && (
              <Chip>
                {t(`absence.kind.${cover.away.kind}`)}
                {cover.away.reason ? `: ${cover.away.reason}` : ''}
              </Chip>
            )}
            <span className="text-13 text-quiet">{words(cover)}</span>
          </p>
          <Acting cover={cover} />
        </li>
      ))}
    </ul>
  );
}
