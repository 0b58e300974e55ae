import type { LocalDate } from '@fubako/kernel';
import { type SectionKey, type SectionPlan, type PackageContents, type PackageSection, sectionKey } from './section';
import { ORG_UNITS } from './sections/org-units';

/** Something under way that belongs to a unit. */
export interface InFlightItem {
  readonly unit: string;
  /** As a clerk knows it: a number, a name. */
  readonly label: string;
}

/** One kind of things under way, and how to find those of some units. */
export interface InFlightKind {
  readonly name: string;
  /** 起案中・回議中の文書 */
  readonly noun: string;
  readonly of: (unitCodes: readonly string[]) => Promise<readonly InFlightItem[]>;
}

/** Lists what a reorganisation finds under way in the units that end, so that it is read before anybody says yes (RULE-103). */
export class InFlightSection implements PackageSection<null> {
  readonly key: SectionKey<null>;
  readonly files = [];

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
    const notes = [...ending].flatMap(([code, { name, last }]) => {
      const labels = items.filter(({ unit }) => unit === code).map(({ label }) => label);
      if (labels.length === 0) return [];
      return [`${name}(${code}、${last}まで): ${this.kind.noun}${labels.length}件(${labels.join('、')})`];
    });
    return { changes: [], notes };
  }

  async apply(): Promise<void> {}
}

/** Units that end with this package, or will, and go on under no other row. */
function endingUnits(all: PackageContents): Map<string, { readonly name: string; readonly last: LocalDate }> {
  const { entries } = all.of(ORG_UNITS);
  const lives = new Set(entries.filter(({ values }) => values.valid_to === null).map(({ key }) => key));
  return new Map(
    entries.flatMap(({ key, row, values: { name, valid_to: last } }) =>
      row !== null && last !== null && !lives.has(key) ? [[key, { name, last }] as const] : [],
    ),
  );
}
