import type { LocalDate } from '@fubako/kernel';
import type { Fault, Words } from './fault';
import {
  COUNTS_ONLY,
  type PackageContents,
  type PackageSection,
  type SectionKey,
  type SectionPlan,
  sectionKey,
} from './section';
import { isTakenOver } from './taken-over';
import type { Entry } from './register';
import { ORG_UNITS, type UnitValues } from './sections/org-units';

/** Something under way that belongs to a unit. */
export interface InFlightItem {
  readonly unit: string;
  /** As a clerk knows it: a number, a name. */
  readonly label: string;
  /** 事務分掌 that it follows; null: it has none. */
  readonly functionCode?: string | null;
}

/** One kind of things under way, and how to find those of some units. */
export interface InFlightKind {
  readonly name: string;
  /** 起案中・回議中の文書 */
  readonly noun: Words;
  readonly of: (unitCodes: readonly string[]) => Promise<readonly InFlightItem[]>;
  /** Whether it goes to whoever takes over: what nobody takes over is a fault. */
  readonly isHandedOn?: boolean;
  /** False: another kind lists it already; it is looked at only for what is not handed on. */
  readonly isListed?: boolean;
  /** Its labels are for those who keep files: others learn how many there are. */
  readonly isOffices?: boolean;
}

/** Lists what a reorganisation finds under way in the units that end, so that it is read before anybody says yes (RULE-103). */
export class InFlightSection implements PackageSection<null> {
  readonly key: SectionKey<null>;
  readonly files = [];
  readonly ofReorganisations = true;

  constructor(private readonly kind: InFlightKind) {
    this.key = sectionKey(`in_flight_${kind.name}`);
  }

  async read(): Promise<null> {
    return null;
  }

  crossCheck(): void {}

  async plan(all: PackageContents): Promise<SectionPlan> {
    const ending = endingUnits(all);
    if (ending.size === 0) return { changes: [], notes: [] };
    const items = await this.kind.of([...ending.keys()]);
    const listed = this.kind.isListed === false ? [] : [...ending];
    const notes = listed.flatMap(([code, { name, last }]) => {
      const labels = items.filter(({ unit }) => unit === code).map(({ label }) => label);
      if (labels.length === 0) return [];
      const { noun } = this.kind;
      const told = this.told(labels, all);
      return [
        {
          ja: `${name}(${code}、${last}まで): ${noun.ja}${labels.length}件${told.ja}`,
          en: `${name} (${code}, until ${last}): ${noun.en} ${labels.length}${told.en}`,
        },
      ];
    });
    return { changes: [], notes, questions: this.kind.isHandedOn ? this.unmapped(all, items) : [] };
  }

  /** RULE-103 What follows a function that nobody has any more, out of a unit that nobody succeeds. */
  private unmapped(all: PackageContents, items: readonly InFlightItem[]): Fault[] {
    const units = all.of(ORG_UNITS);
    return [...endingUnits(all)].flatMap(([code, { name, last, entry }]) => {
      const lost = items.filter(
        ({ unit, functionCode = null }) => unit === code && !isTakenOver(all, { unit, functionCode, last }),
      );
      if (lost.length === 0) return [];
      const told = this.told(
        lost.map(({ label }) => label),
        all,
      );
      const { noun } = this.kind;
      const message = `${name}(${code}、${last}まで)の${noun.ja}${lost.length}件を引き継ぐ組織がありません${told.ja}。引き継ぐ組織の succeeds に「${code}」を書くか、事務分掌を別の組織に割り当ててください。`;
      const english = `Nobody takes over what ${name} (${code}, until ${last}) has: ${noun.en} ${lost.length}${told.en}. Write “${code}” into succeeds of the unit that does, or give the function to another unit.`;
      return [{ ...units.placeOf(entry, 'valid_to'), code: 'package.unmapped-in-flight', message, english }];
    });
  }

  /** In brackets behind the number. */
  private told(labels: readonly string[], all: PackageContents): Words {
    const hides = this.kind.isOffices === true && all.of(COUNTS_ONLY);
    return hides ? { ja: '', en: '' } : { ja: `(${labels.join('、')})`, en: ` (${labels.join(', ')})` };
  }

  async apply(): Promise<void> {}
}

interface EndingUnit {
  readonly name: string;
  readonly last: LocalDate;
  readonly entry: Entry<UnitValues>;
}

/** Units that end with this package, or will, and go on under no other row. */
export function endingUnits(all: PackageContents): ReadonlyMap<string, EndingUnit> {
  const { entries } = all.of(ORG_UNITS);
  const lives = new Set(entries.filter(({ values }) => values.valid_to === null).map(({ key }) => key));
  return new Map(
    entries.flatMap((entry) => {
      const { key, row, values } = entry;
      const { name, valid_to: last } = values;
      return row !== null && last !== null && !lives.has(key) ? [[key, { name, last, entry }] as const] : [];
    }),
  );
}
