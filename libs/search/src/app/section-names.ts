import { Injectable } from '@nestjs/common';
import { foldKey } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import { type Condition, needlesOf } from '../core/condition';

/** Names of sections at any time: what 所属 in the box means. */
export abstract class SectionNames {
  /** Every name that a section has borne, the latest of each code last. */
  abstract all(): Promise<readonly { code: string; name: string }[]>;

  /** Codes by needle, for every 所属 in the conditions: sections whose name, then or now, holds it, or whose code it is. */
  async codesOf(conditions: readonly Condition[]): Promise<Map<string, string[]>> {
    const needles = needlesOf(conditions, 'unit');
    if (needles.length === 0) return new Map();
    const names = (await this.all()).map(({ code, name }) => ({ code, key: foldKey(name), codeKey: foldKey(code) }));
    return new Map(
      needles.map((needle) => [
        needle,
        [
          ...new Set(
            names.filter(({ key, codeKey }) => key.includes(needle) || codeKey === needle).map(({ code }) => code),
          ),
        ],
      ]),
    );
  }
}

@Injectable()
export class OrganisationSectionNames extends SectionNames {
  constructor(private readonly charts: OrganisationCharts) {
    super();
  }

  all(): Promise<readonly { code: string; name: string }[]> {
    return this.charts.unitNames();
  }
}
