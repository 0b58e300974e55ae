import { usePeople, usePosts, useUnits } from '../api/people';
import type { Person, Post, Unit } from '../api/types';
import { useT } from '../i18n/translate';
import { referenceWords, seatTitle } from '../sheet/names';
import { useDebounced } from '../ui/use-debounced';
import type { Pick } from './pick-box';

/** What a list offers for the words typed, and what it says while there is nothing. */
export interface Found<P> {
  readonly items: readonly (P & Pick)[];
  readonly none: string;
}

const pause = 200;

interface Answer<P> {
  readonly data: { readonly items: readonly P[] } | undefined;
  readonly isPlaceholderData: boolean;
}

/** Never offers what an earlier word found. */
function offered<P>(answer: Answer<P>, settled: boolean): readonly P[] | null {
  return settled && !answer.isPlaceholderData ? (answer.data?.items ?? []) : null;
}

/** Staff by name, reading, number, title or unit; the server searches, so that 渡辺 finds 渡邉. */
export function useFoundPeople(wanted: string): Found<Person> {
  const t = useT();
  const search = useDebounced(wanted, pause);
  const people = offered(usePeople(search), search === wanted);
  return {
    items: (people ?? []).map((one) => ({ ...one, id: one.staffNo, words: referenceWords(one) })),
    none: t(people ? 'person.none' : 'form.searching'),
  };
}

/** Units by name, reading, symbol or the name of their head. */
export function useFoundUnits(wanted: string): Found<Unit> {
  const t = useT();
  const search = useDebounced(wanted, pause);
  const units = offered(useUnits(search), search === wanted);
  return {
    items: (units ?? []).map((one) => ({ ...one, id: one.code, words: one.name })),
    none: t(units ? 'unit.none' : 'form.searching'),
  };
}

/** Posts by title, unit, or whoever sits in them, readings included. */
export function useFoundPosts(wanted: string): Found<Post> {
  const t = useT();
  const search = useDebounced(wanted, pause);
  const posts = offered(usePosts(search), search === wanted);
  return {
    items: (posts ?? []).map((one) => ({ ...one, id: one.postCode, words: seatTitle(one.unitName, one.postTitle) })),
    none: t(posts ? 'post.none' : 'form.searching'),
  };
}

export function PersonLine({ person }: { person: Person }) {
  return (
    <>
      <span>
        {person.name} <span className="text-13 text-quiet">{person.kana}</span>
      </span>
      <span className="text-13 text-quiet">
        {person.unitName} {person.postTitle}
      </span>
    </>
  );
}

export function UnitLine({ unit }: { unit: Unit }) {
  const t = useT();
  return (
    <>
      <span>
        {unit.name} <span className="text-13 text-quiet">{unit.kana}</span>
      </span>
      <span className="text-13 text-quiet">
        {unit.parentName} {unit.headTitle && `${unit.headTitle} ${unit.headName ?? t('stamp.vacant')}`}
      </span>
    </>
  );
}

export function PostLine({ post }: { post: Post }) {
  const t = useT();
  return (
    <>
      <span>{seatTitle(post.unitName, post.postTitle)}</span>
      <span className="text-13 text-quiet">
        {post.holderName ?? t('stamp.vacant')} {post.holderKana}
      </span>
    </>
  );
}
