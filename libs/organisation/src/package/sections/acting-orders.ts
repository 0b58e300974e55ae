import { type LocalDate, type PostCode, addDays, canonicalBytes } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { ACTING_MODES } from '../../core/facts';
import { checkLoops } from '../check-loops';
import { code, codes, date, int, mayBeMissing, oneOf } from '../column';
import { Faults } from '../fault';
import type { PackageFiles } from '../package-files';
import type { Register } from '../register';
import type { RowsOptions } from '../rows-section';
import { type PackageContents, sectionKey } from '../section';
import { type PackageRow, type ValuesOf, readTable, table } from '../table';
import { POSTS, postRows } from './posts';

const columns = {
  post_code: code<PostCode>(),
  order: int({ min: 1, max: 99 }),
  acting_post_code: code<PostCode>(),
  mode: oneOf(ACTING_MODES),
  matter_types: codes(),
  valid_from: mayBeMissing(date()),
  valid_to: mayBeMissing(date()),
};

export type ActingOrderValues = ValuesOf<typeof columns>;
const actingOrders = table({ file: 'acting_orders.csv', columns, key: ['post_code', 'mode', 'order'], dated: true });
export const ACTING_ORDERS = sectionKey<Register<ActingOrderValues>>('acting_orders');

/** 代決・職務代理. The file usually has no dates: a changed row then holds from the day of the import, and past days stay as they were (RULE-100). */
export const actingOrderRows: RowsOptions<ActingOrderValues> = {
  key: ACTING_ORDERS,
  table: actingOrders,
  stored: sql`
      select post_code, place as "order", acting_post_code, mode, matter_types, valid_from, valid_to
      from organisation.acting_order order by post_code, mode, place, valid_from`,
  write: (rows) => sql`
      insert into organisation.acting_order (post_code, place, acting_post_code, mode, matter_types, valid_from, valid_to)
      select * from jsonb_to_recordset(${rows}::jsonb)
        as r(post_code text, "order" int, acting_post_code text, mode text, matter_types text[], valid_from date, valid_to date)
      on conflict (post_code, mode, place, valid_from) do update set acting_post_code = excluded.acting_post_code,
        matter_types = excluded.matter_types, valid_to = excluded.valid_to`,
  settle: (rows, { stored, files, today }) => {
    const firstDays = firstDaysOfPosts(files);
    return rows.flatMap((row) =>
      settleRow(row, stored, { today, firstDay: firstDays.get(row.values.post_code) ?? today }),
    );
  },
  check: checkActingOrders,
};

/** The days of a row that names none: kept when nothing changed, otherwise the stored row ends yesterday and this one begins today. */
export function settleRow(
  row: PackageRow<ActingOrderValues>,
  stored: readonly ActingOrderValues[],
  { today, firstDay }: { readonly today: LocalDate; readonly firstDay: LocalDate },
): PackageRow<ActingOrderValues>[] {
  const { values } = row;
  if (values.valid_from !== null) return [row];
  const current = stored
    .filter((other) => isSameSeat(other, values) && (other.valid_to === null || other.valid_to >= today))
    .at(-1);
  const from = current?.valid_from ?? firstDay;
  if (!current || from >= today || values.valid_to !== null)
    return [{ ...row, values: { ...values, valid_from: from } }];
  if (saysTheSame(current, values)) return [{ ...row, values: current }];
  return [
    { ...row, values: { ...current, valid_to: addDays(today, -1) } },
    { ...row, values: { ...values, valid_from: today } },
  ];
}

function isSameSeat(a: ActingOrderValues, b: ActingOrderValues): boolean {
  return a.post_code === b.post_code && a.mode === b.mode && a.order === b.order;
}

function saysTheSame(a: ActingOrderValues, b: ActingOrderValues): boolean {
  const words = ({ acting_post_code: post, matter_types: types }: ActingOrderValues) => canonicalBytes([post, types]);
  return words(a).equals(words(b));
}

/** The first day of each post of the package: a new acting order without dates is as old as its post. */
function firstDaysOfPosts(files: PackageFiles): ReadonlyMap<string, LocalDate> {
  const days = new Map<string, LocalDate>();
  for (const { values } of readTable(postRows.table, files, new Faults()).rows) {
    const known = days.get(values.code);
    if (known === undefined || values.valid_from < known) days.set(values.code, values.valid_from);
  }
  return days;
}

function checkActingOrders(own: Register<ActingOrderValues>, all: PackageContents, faults: Faults): void {
  const known = all.of(POSTS);
  for (const entry of own.entries) {
    for (const column of ['post_code', 'acting_post_code'] as const) {
      const post = entry.values[column];
      if (known.knows(post)) continue;
      faults.add(own.placeOf(entry, column), 'package.unknown-reference', {
        ja: `「${column}」の職「${post}」が posts.csv にありません。コードを直すか、posts.csv に書き足してください。`,
        en: `“${column}”: “${post}” is not in posts.csv. Correct the code or add it there.`,
      });
    }
  }
  for (const mode of ACTING_MODES) {
    checkLoops(
      {
        register: own,
        from: (values) => values.post_code,
        to: (values) => (values.mode === mode ? values.acting_post_code : null),
        column: 'acting_post_code',
        sentence: (ring, day) => ({
          ja: `代わりの順序が輪になっています(${ring}、${day}現在)。どれかの行の「acting_post_code」を直してください。`,
          en: `The acting order leads back to itself (${ring}, on ${day}). Correct one “acting_post_code”.`,
        }),
      },
      faults,
    );
  }
}
