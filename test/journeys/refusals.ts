import { GatherReadings } from '@fubako/ledger';
import type { Answer, Town } from './town';

export type Language = 'ja' | 'en';

const PLACES = `
  select format('%I.%I', schemaname, tablename) as place, schemaname = 'ledger' as grows from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema', 'bullmq') order by 1`;

/** Rows of every table of the product, as one comparable text: what a refused request must leave alone. */
export async function rowCounts(town: Town): Promise<string> {
  const counts = await figuresOf(
    town,
    ({ place }) => `select '${place}' as place, count(*)::text as figure from ${place}`,
  );
  // A union of this many tables is read by several workers, in the order in which they finish.
  return [...counts]
    .map(([place, count]) => `${place} ${count}`)
    .sort()
    .join('\n');
}

/** What a request leaves behind whatever becomes of it: that the session was seen, and the key of the request. */
const TRACES = ['identity.session', 'platform.idempotency'];

/** What stands in every table of the product but those: rows and a sum of their hashes; of the ledger, which only grows, rows. */
export const tableDigests = (town: Town): Promise<ReadonlyMap<string, string>> =>
  figuresOf(town, ({ place, grows }) =>
    TRACES.includes(place)
      ? null
      : `select '${place}' as place, count(*) ${grows ? '::text' : `|| ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)`} as figure from ${place} t`,
  );

type Place = { readonly place: string; readonly grows: boolean };

async function figuresOf(town: Town, question: (place: Place) => string | null): Promise<ReadonlyMap<string, string>> {
  // Reads of before are written together a little later (LOG-5): they must not fall between two figures.
  await town.app.get(GatherReadings, { strict: false }).flush();
  const places: Place[] = await town.database.dataSource.query(PLACES);
  const rows: { place: string; figure: string }[] = await town.database.dataSource.query(
    places.flatMap((place) => question(place) ?? []).join(' union all '),
  );
  return new Map(rows.map(({ place, figure }) => [place, figure]));
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
  /** Pointers of `errors`, in any order. */
  readonly pointers?: readonly string[];
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Sends the same request to a Japanese and to an English reader: both are refused alike, in words of their language, and
 * nothing is written. @returns the Japanese answer
 */
export async function expectRefusal(
  town: Town,
  send: (language: Language) => Promise<Answer>,
  { status, code, pointers }: Refusal,
): Promise<Answer> {
  const before = await rowCounts(town);
  const [ja, en] = [await send('ja'), await send('en')];
  for (const answer of [ja, en]) {
    expect({ status: answer.status, code: answer.body?.code }).toEqual({ status, code });
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ type: `urn:fubako:problem:${code}`, status, traceId: expect.any(String) });
    if (pointers)
      expect((answer.body.errors ?? []).map((e: { pointer: string }) => e.pointer).sort()).toEqual(
        [...pointers].sort(),
      );
  }
  for (const words of wordsOf(ja)) expect(words).toMatch(JAPANESE);
  for (const words of wordsOf(en)) expect(words).toMatch(/[A-Za-z]{2}/);
  expect(en.body.title).not.toEqual(ja.body.title);
  expect(await rowCounts(town)).toEqual(before);
  return ja;
}

function wordsOf({ body }: Answer): string[] {
  const { title, detail, errors = [] } = body as { title: string; detail: string; errors?: { detail: string }[] };
  return [title, detail, ...errors.map((fault) => fault.detail)];
}

export const reader = (language: Language): { headers: Record<string, string> } => ({
  headers: { 'Accept-Language': language },
});
