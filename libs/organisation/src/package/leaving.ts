import { type LocalDate, addDays, localDateAt } from '@fubako/kernel';
import type { Words } from './fault';
import type { UnitOfWork } from '@fubako/platform/database';
import { type PackageContents, type PackageSection, type SectionKey, type SectionPlan, sectionKey } from './section';
import { endingUnits } from './in-flight';
import { ASSIGNMENTS } from './sections/assignments';
import { ORG_UNITS } from './sections/org-units';
import { PEOPLE } from './sections/people';
import { POSTS } from './sections/posts';

/** Somebody who leaves a post that goes on without them. */
export interface Leaver {
  readonly staffNo: string;
  readonly postCode: string;
}

export interface LeavingItem extends Leaver {
  /** As a clerk knows it: a number, a name. */
  readonly label: string;
}

/** One kind of things that somebody who is transferred leaves behind. */
export interface LeavingKind {
  readonly name: string;
  /** 処理待ちの席, with what becomes of them. */
  readonly noun: Words;
  readonly of: (leavers: readonly Leaver[]) => Promise<readonly LeavingItem[]>;
}

interface Transfer extends Leaver {
  readonly words: Words;
}

/** PKG-18 人事異動: what those who leave their posts have under way, and who comes after them (RULE-102). */
export class LeavingSection implements PackageSection<null> {
  readonly key: SectionKey<null>;
  readonly files = [];
  readonly ofTransfers = true;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly kind: LeavingKind,
  ) {
    this.key = sectionKey(`leaving_${kind.name}`);
  }

  async read(): Promise<null> {
    return null;
  }

  crossCheck(): void {}

  async plan(all: PackageContents): Promise<SectionPlan> {
    const transfers = transfersOf(all, localDateAt(await this.uow.now()));
    if (transfers.length === 0) return { changes: [], notes: [] };
    const items = await this.kind.of(transfers.map(({ staffNo, postCode }) => ({ staffNo, postCode })));
    const notes = transfers.flatMap(({ staffNo, postCode, words }) => {
      const own = items.filter((item) => item.staffNo === staffNo && item.postCode === postCode);
      if (own.length === 0) return [];
      const labels = own.map(({ label }) => label);
      const { noun } = this.kind;
      return [
        {
          ja: `${words.ja}: ${noun.ja}${own.length}件(${labels.join('、')})`,
          en: `${words.en}: ${noun.en} ${own.length} (${labels.join(', ')})`,
        },
      ];
    });
    return { changes: [], notes };
  }

  async apply(): Promise<void> {}
}

/** Whoever leaves a post from today on; of units that end it is listed with the unit (PKG-17). */
function transfersOf(all: PackageContents, today: LocalDate): Transfer[] {
  const [people, posts, units] = [all.of(PEOPLE), all.of(POSTS), all.of(ORG_UNITS)];
  const ending = endingUnits(all);
  return all
    .of(ASSIGNMENTS)
    .entries.flatMap(({ row, values: { staff_no: staffNo, post_code: postCode, valid_to: last } }) => {
      const post = posts.of(postCode).at(-1)?.values;
      if (row === null || last === null || last < today || !post || ending.has(post.org_unit_code)) return [];
      const next = holdersAfter(all, postCode, last);
      if (next.includes(staffNo)) return [];
      const unit = units.of(post.org_unit_code).at(-1)?.values.name ?? post.org_unit_code;
      const named = (code: string) => people.of(code).at(-1)?.values.name ?? code;
      const after = next.length > 0 ? `後任 ${next.map(named).join('・')}` : '後任なし(空席)';
      const successor = next.length > 0 ? `followed by ${next.map(named).join(', ')}` : 'nobody follows';
      const words = {
        ja: `${named(staffNo)}(${staffNo}、${unit} ${post.title}、${last}まで、${after})`,
        en: `${named(staffNo)} (${staffNo}, ${unit} ${post.title}, until ${last}, ${successor})`,
      };
      return [{ staffNo, postCode, words }];
    });
}

/** Who holds the post on the day after. */
function holdersAfter(all: PackageContents, postCode: string, last: LocalDate): string[] {
  const day = addDays(last, 1);
  const holding = all
    .of(ASSIGNMENTS)
    .entries.filter(({ values }) => values.post_code === postCode && values.valid_from <= day)
    .filter(({ values }) => values.valid_to === null || values.valid_to >= day);
  return holding.map(({ values }) => values.staff_no);
}
