import type { LocalDate, UnitCode } from '@fubako/kernel';
import {
  type Faults,
  ORG_UNITS,
  type PackageContents,
  POSTS,
  type Place,
  type Register,
  type Words,
} from '@fubako/organisation';
import { DELEGATION_RULES, type RuleRow, dayInForce, inForce } from './delegation-table';

const POST: Words = { ja: '決裁者の職', en: 'The deciding post' };
const UNIT: Words = { ja: '合議先の組織', en: 'The concurring unit' };

interface Dated {
  readonly valid_from: LocalDate;
  readonly valid_to: LocalDate | null;
}

/** Whoever a rule names must be there when the table comes into force: else the first matter under it finds no route. */
export function checkDeciders(all: PackageContents, faults: Faults): void {
  const day = dayInForce(all);
  const complain = (place: Place, [code, words]: readonly [string, Words]) => faults.add(place, code, words);
  for (const row of all.of(DELEGATION_RULES).rows) {
    const fault = deciderFault(row, all, day);
    if (fault) complain(row.at(row.values.decider_post_code === null ? 'decider_rank' : 'decider_post_code'), fault);
    const paths = row.values.concurrence.flatMap(({ units }) => units);
    for (const unit of paths.flatMap((path) => path.split('/'))) {
      const unknown = presenceFault(all.of(ORG_UNITS), unit as UnitCode, { noun: UNIT, day });
      if (unknown) complain(row.at('concurrence'), unknown);
    }
  }
}

function deciderFault({ values }: RuleRow, all: PackageContents, day: LocalDate): readonly [string, Words] | null {
  const posts = all.of(POSTS);
  const { decider_rank: rank, decider_post_code: post } = values;
  if (post !== null) return presenceFault(posts, post, { noun: POST, day });
  if (rank === null)
    return [
      'package.required',
      {
        ja: '決裁者を、職位か職のどちらかで書いてください。',
        en: 'Write who decides, by rank or by post.',
      },
    ];
  const heads = posts.entries.filter((entry) => entry.values.headship && inForce(entry.values, day));
  if (heads.length === 0 || heads.some((entry) => entry.values.rank >= rank)) return null;
  return [
    'package.no-such-rank',
    {
      ja: `職位${rank}以上の長の職が${day}にはありません。職位を確かめるか、決裁者の職を書いてください。`,
      en: `No head has the rank ${rank} or a higher one on ${day}. Check the ranks, or name the post that decides.`,
    },
  ];
}

function presenceFault<V extends Dated>(
  register: Register<V>,
  key: string,
  { noun, day }: { readonly noun: Words; readonly day: LocalDate },
): readonly [string, Words] | null {
  if (!register.knows(key))
    return [
      'package.unknown-reference',
      {
        ja: `${noun.ja}「${key}」がありません。コードを直すか、先に組織に加えてください。`,
        en: `${noun.en} “${key}” is not there. Correct the code, or add it to the organisation first.`,
      },
    ];
  if (!register.isReadable(key) || register.of(key).some(({ values }) => inForce(values, day))) return null;
  return [
    'package.reference-not-in-force',
    {
      ja: `${noun.ja}「${key}」は${day}には有効ではありません。その期間を直すか、別のコードにしてください。`,
      en: `${noun.en} “${key}” does not hold on ${day}. Correct its days, or choose another code.`,
    },
  ];
}
