import type { LocalDate, UnitCode } from '@fubako/kernel';
import { type Faults, ORG_UNITS, type PackageContents, POSTS, type Place, type Register } from '@fubako/organisation';
import { DELEGATION_RULES, type RuleRow, dayInForce, inForce } from './delegation-table';

interface Dated {
  readonly valid_from: LocalDate;
  readonly valid_to: LocalDate | null;
}

/** Whoever a rule names must be there when the table comes into force: else the first matter under it finds no route. */
export function checkDeciders(all: PackageContents, faults: Faults): void {
  const day = dayInForce(all);
  const complain = (place: Place, [code, message]: readonly [string, string]) => faults.add(place, code, message);
  for (const row of all.of(DELEGATION_RULES).rows) {
    const fault = deciderFault(row, all, day);
    if (fault) complain(row.at(row.values.decider_post_code === null ? 'decider_rank' : 'decider_post_code'), fault);
    const paths = row.values.concurrence.flatMap(({ units }) => units);
    for (const unit of paths.flatMap((path) => path.split('/'))) {
      const unknown = presenceFault(all.of(ORG_UNITS), unit as UnitCode, { noun: '合議先の組織', day });
      if (unknown) complain(row.at('concurrence'), unknown);
    }
  }
}

function deciderFault({ values }: RuleRow, all: PackageContents, day: LocalDate): readonly [string, string] | null {
  const posts = all.of(POSTS);
  const { decider_rank: rank, decider_post_code: post } = values;
  if (post !== null) return presenceFault(posts, post, { noun: '決裁者の職', day });
  if (rank === null)
    return ['package.required', '「decider_rank」か「decider_post_code」のどちらかに、決裁者を書いてください。'];
  const heads = posts.entries.filter((entry) => entry.values.headship && inForce(entry.values, day));
  if (heads.length === 0 || heads.some((entry) => entry.values.rank >= rank)) return null;
  return [
    'package.no-such-rank',
    `「decider_rank」${rank} 以上の長の職が${day}にはありません。posts.csv の rank を確かめるか、決裁者の職を書いてください。`,
  ];
}

function presenceFault<V extends Dated>(
  register: Register<V>,
  key: string,
  { noun, day }: { readonly noun: string; readonly day: LocalDate },
): readonly [string, string] | null {
  const { file } = register.table;
  if (!register.knows(key))
    return [
      'package.unknown-reference',
      `${noun}「${key}」が ${file} にありません。コードを直すか、${file} に書き足してください。`,
    ];
  if (!register.isReadable(key) || register.of(key).some(({ values }) => inForce(values, day))) return null;
  return [
    'package.reference-not-in-force',
    `${noun}「${key}」は${day}には有効ではありません。${file} の期間を直すか、別のコードにしてください。`,
  ];
}
