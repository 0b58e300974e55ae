import type { UnitCode } from '@fubako/kernel';
import type { Post, Unit } from './facts';
import type { OrganisationChart } from './organisation-chart';

/** What tells which of several successors takes a piece of work over. */
export interface WorkOfUnit {
  /** 事務分掌 that the work belongs to; null when it is of none. */
  readonly functionCode: string | null;
  /** Units that have to do with it otherwise: of several successors, the one among them or above them. */
  readonly near?: readonly string[];
}

/**
 * 承継: which unit of today does the work of a unit that has ended (RULE-103, ORG-30). The work follows its function; else
 * the sole successor; else the successor that the people near to it went to.
 */
export class Succession {
  /** @param last for each ended unit, the chart of its last day */
  constructor(
    readonly now: OrganisationChart,
    private readonly last: ReadonlyMap<string, OrganisationChart>,
  ) {}

  /** The unit itself while it exists; null when nobody is known to have taken over. */
  unitFor(code: string, work: WorkOfUnit): Unit | null {
    const own = this.now.unit(code as UnitCode);
    if (own) return own;
    const successors = this.now.successorsOf(code as UnitCode);
    const inCharge = this.inChargeOf(work.functionCode);
    const byFunction = successors.find((unit) => this.within(inCharge, unit));
    if (byFunction) return byFunction;
    if (successors.length > 1) return successors.find((unit) => this.isNear(unit, work)) ?? null;
    return successors[0] ?? this.withoutSuccessor(code as UnitCode, work, inCharge);
  }

  /** 課 that the work of a section belongs to now; where nothing tells its successors apart, the first: nothing stays with nobody. */
  sectionFor(code: string, work: WorkOfUnit): Unit | null {
    const unit = this.unitFor(code, work) ?? this.now.successorsOf(code as UnitCode)[0];
    return unit ? this.now.sectionOf(unit.code) : null;
  }

  /** The post in `unit` that answers to one that ended: of the same title and rank; in a successor otherwise its head. */
  postFor(like: Pick<Post, 'title' | 'rank'>, unit: Unit, endedUnit: boolean): Post | null {
    const posts = this.now.posts().filter(({ unitCode }) => unitCode === unit.code);
    const same = posts.filter(({ title, rank }) => title === like.title && rank === like.rank);
    const [first] = [...same.filter(({ headship }) => headship), ...same];
    return first ?? (endedUnit ? this.now.headOf(unit.code) : null);
  }

  /** A part goes where the whole goes; a section that nobody succeeds is followed by whoever has its function. */
  private withoutSuccessor(code: UnitCode, work: WorkOfUnit, inCharge: UnitCode | null): Unit | null {
    const before = this.last.get(code);
    const unit = before?.unit(code);
    if (!before || !unit) return null;
    if (unit.kind === 'unit' && unit.parentCode) return this.unitFor(unit.parentCode, work);
    const former = work.functionCode === null ? null : before.function(work.functionCode);
    const wasHere = former !== null && before.subtreeOf(code).includes(former.unitCode);
    return wasHere && inCharge ? this.now.sectionOf(inCharge) : null;
  }

  private inChargeOf(functionCode: string | null): UnitCode | null {
    return functionCode === null ? null : (this.now.function(functionCode)?.unitCode ?? null);
  }

  private within(unit: UnitCode | null, above: Unit): boolean {
    return unit !== null && this.now.chainOf(unit).some(({ code }) => code === above.code);
  }

  private isNear(unit: Unit, { near = [] }: WorkOfUnit): boolean {
    return near.some((code) => {
      const today = this.now.unit(code as UnitCode) ? [code as UnitCode] : this.heirsOf(code as UnitCode);
      return today.some((one) => this.within(one, unit));
    });
  }

  private heirsOf(code: UnitCode): UnitCode[] {
    return this.now.successorsOf(code).map((unit) => unit.code);
  }
}

/** A function that another section has now than before. */
export interface MovedFunction {
  readonly functionCode: string;
  readonly from: Unit;
  readonly to: Unit;
}

/** Functions whose section is another on the later chart, both sections being there: files follow them (RULE-103). */
export function movedFunctions(before: OrganisationChart, now: OrganisationChart): MovedFunction[] {
  return before.functions().flatMap(({ code, unitCode }) => {
    const from = before.sectionOf(unitCode);
    const current = now.function(code);
    const to = current && now.sectionOf(current.unitCode);
    return from && to && from.code !== to.code ? [{ functionCode: code, from, to }] : [];
  });
}
