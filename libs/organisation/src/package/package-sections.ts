import { Injectable } from '@nestjs/common';
import type { PackageSection } from './section';

/** The libs that take something from a package, in the order in which it is written. */
const FLOORS = ['organisation', 'documents', 'approvals', 'records', 'intake'] as const;
export type PackageFloor = (typeof FLOORS)[number];

/** What every lib takes from a municipality package: each hands its part over when its module is made. */
@Injectable()
export class PackageSections {
  private readonly parts = new Map<PackageFloor, readonly PackageSection<unknown>[]>();

  add(floor: PackageFloor, sections: readonly PackageSection<unknown>[]): void {
    this.parts.set(floor, sections);
  }

  all(): PackageSection<unknown>[] {
    return FLOORS.flatMap((floor) => this.parts.get(floor) ?? []);
  }

  /** 組織改正: the organisation, and of every lib what is under way in units that end, or with people who leave their posts. */
  ofReorganisations(): PackageSection<unknown>[] {
    return this.withOrganisation(({ ofReorganisations, ofTransfers }) => Boolean(ofReorganisations ?? ofTransfers));
  }

  /** 人事異動: the organisation, and of every lib what people have under way who leave their posts. */
  ofTransfers(): PackageSection<unknown>[] {
    return this.withOrganisation(({ ofTransfers }) => ofTransfers === true);
  }

  private withOrganisation(counts: (section: PackageSection<unknown>) => boolean): PackageSection<unknown>[] {
    const beside = FLOORS.slice(1).flatMap((floor) => this.parts.get(floor) ?? []);
    return [...(this.parts.get('organisation') ?? []), ...beside.filter(counts)];
  }
}
