import type { LocalDate, PostCode, StaffNo, UnitCode } from '@fubako/kernel';
import type {
  ActingMode,
  ActingOrder,
  AssignmentKind,
  ChartFacts,
  OrgFunction,
  Person,
  Post,
  RoleGrant,
  Unit,
} from './facts';
import { grouped } from './grouped';

/** Who sits in a post, and by what right. */
export interface Holder {
  readonly person: Person;
  readonly post: Post;
  readonly kind: AssignmentKind;
}

/** The head of one unit on the way up; null when the post is vacant. */
export interface Head {
  readonly post: Post;
  readonly holder: Holder | null;
}

/** 本務 before 事務取扱 before 兼務 (ORG-11). */
const PRECEDENCE: Readonly<Record<AssignmentKind, number>> = { main: 0, acting_holder: 1, concurrent: 2 };

/** 機構図: the organisation as it is on one day (RULE-100). Pure; unknown codes answer null or an empty list. */
export class OrganisationChart {
  readonly date: LocalDate;
  private readonly unitOf: ReadonlyMap<UnitCode, Unit>;
  private readonly childrenOf: ReadonlyMap<UnitCode | null, readonly Unit[]>;
  private readonly postOf: ReadonlyMap<PostCode, Post>;
  private readonly headPostOf: ReadonlyMap<UnitCode, Post>;
  private readonly personOf: ReadonlyMap<StaffNo, Person>;
  private readonly holdersOf: ReadonlyMap<PostCode, readonly Holder[]>;
  private readonly heldBy: ReadonlyMap<StaffNo, readonly Holder[]>;
  private readonly actingOf: ReadonlyMap<PostCode, readonly ActingOrder[]>;
  private readonly rolesOfPerson: ReadonlyMap<StaffNo, readonly RoleGrant[]>;
  private readonly functionOf: ReadonlyMap<string, OrgFunction>;

  constructor(private readonly facts: ChartFacts) {
    this.date = facts.date;
    this.unitOf = new Map(facts.units.map((unit) => [unit.code, unit]));
    this.childrenOf = grouped([...facts.units].sort(bySort), (unit) => unit.parentCode);
    this.postOf = new Map(facts.posts.map((post) => [post.code, post]));
    this.headPostOf = new Map(facts.posts.filter(({ headship }) => headship).map((post) => [post.unitCode, post]));
    this.personOf = new Map(facts.people.map((person) => [person.staffNo, person]));
    const holders = facts.assignments.flatMap((assignment) => this.holder(assignment) ?? []).sort(byPrecedence);
    this.holdersOf = grouped(holders, ({ post }) => post.code);
    this.heldBy = grouped(holders, ({ person }) => person.staffNo);
    this.actingOf = grouped(
      [...facts.actingOrders].sort((a, b) => a.order - b.order),
      ({ postCode }) => postCode,
    );
    this.rolesOfPerson = grouped(facts.roles, ({ staffNo }) => staffNo);
    this.functionOf = new Map(facts.functions.map((item) => [item.code, item]));
  }

  unit(code: UnitCode): Unit | null {
    return this.unitOf.get(code) ?? null;
  }

  /** All units, in the order of the package's `sort`. */
  units(): readonly Unit[] {
    return [...this.facts.units].sort(bySort);
  }

  post(code: PostCode): Post | null {
    return this.postOf.get(code) ?? null;
  }

  posts(): readonly Post[] {
    return this.facts.posts;
  }

  person(staffNo: StaffNo): Person | null {
    return this.personOf.get(staffNo) ?? null;
  }

  people(): readonly Person[] {
    return this.facts.people;
  }

  /** Who acts in the post today; null: vacant (欠けた). */
  holderOf(postCode: PostCode): Holder | null {
    return this.holdersOf.get(postCode)?.[0] ?? null;
  }

  /** Everybody who holds the post, 本務 first. */
  holdersIn(postCode: PostCode): readonly Holder[] {
    return this.holdersOf.get(postCode) ?? [];
  }

  /** The units right below one, or those that stand below none, in the order of the package's `sort`. */
  unitsBelow(unitCode: UnitCode | null): readonly Unit[] {
    return this.childrenOf.get(unitCode) ?? [];
  }

  /** The posts of a person, 本務 first. */
  postsOf(staffNo: StaffNo): readonly Holder[] {
    return this.heldBy.get(staffNo) ?? [];
  }

  rolesOf(staffNo: StaffNo): readonly RoleGrant[] {
    return this.rolesOfPerson.get(staffNo) ?? [];
  }

  function(code: string): OrgFunction | null {
    return this.functionOf.get(code) ?? null;
  }

  functions(): readonly OrgFunction[] {
    return this.facts.functions;
  }

  /** The post that heads the unit; a 担当部長 heads none. */
  headOf(unitCode: UnitCode): Post | null {
    return this.headPostOf.get(unitCode) ?? null;
  }

  /** From the unit itself up to its body. */
  chainOf(unitCode: UnitCode): readonly Unit[] {
    const chain = new Map<UnitCode, Unit>();
    for (
      let unit = this.unit(unitCode);
      unit && !chain.has(unit.code);
      unit = unit.parentCode && this.unit(unit.parentCode)
    ) {
      chain.set(unit.code, unit);
    }
    return [...chain.values()];
  }

  /** 課 of a unit: the nearest section upwards, else the nearest unit that numbers its own documents, else the unit itself (ORG-12). */
  sectionOf(unitCode: UnitCode): Unit | null {
    const chain = this.chainOf(unitCode);
    return (
      chain.find(({ kind }) => kind === 'section') ?? chain.find(({ symbol }) => symbol !== null) ?? chain[0] ?? null
    );
  }

  /** 文書記号 of the unit's section; null when nothing above it has one. */
  symbolOf(unitCode: UnitCode): string | null {
    return this.chainOf(unitCode).find(({ symbol }) => symbol !== null)?.symbol ?? null;
  }

  /** Units of today that took over from the unit, in the order of the package's `sort` (RULE-77). */
  successorsOf(unitCode: UnitCode): readonly Unit[] {
    return this.units().filter(({ succeeds }) => succeeds?.includes(unitCode));
  }

  /** The unit and everything below it, parents before children. */
  subtreeOf(unitCode: UnitCode): readonly UnitCode[] {
    const found = new Set<UnitCode>(this.unitOf.has(unitCode) ? [unitCode] : []);
    for (const code of found) this.childrenOf.get(code)?.forEach((child) => found.add(child.code));
    return [...found];
  }

  /** Who stands in for the post, first come first (RULE-40, RULE-43). */
  actingOrderOf(postCode: PostCode, mode?: ActingMode): readonly ActingOrder[] {
    const orders = this.actingOf.get(postCode) ?? [];
    return mode === undefined ? orders : orders.filter((order) => order.mode === mode);
  }

  /** Heads of the unit and of the units above it, nearest first; units without a head post are passed over. */
  headsUpward(unitCode: UnitCode): readonly Head[] {
    return this.chainOf(unitCode).flatMap((unit) => {
      const post = this.headOf(unit.code);
      return post ? [{ post, holder: this.holderOf(post.code) }] : [];
    });
  }

  /** The most senior head of the municipality: the mayor (町長). */
  topHead(): Post | null {
    return [...this.headPostOf.values()].reduce<Post | null>(
      (top, post) => (top === null || post.rank > top.rank ? post : top),
      null,
    );
  }

  private holder({ staffNo, postCode, kind }: ChartFacts['assignments'][number]): Holder | null {
    const person = this.personOf.get(staffNo);
    const post = this.postOf.get(postCode);
    return person && post ? { person, post, kind } : null;
  }
}

function bySort(a: Unit, b: Unit): number {
  return a.sort - b.sort || (a.code < b.code ? -1 : 1);
}

/** Among equals the more senior post first, then by code and number: always the same answer. */
function byPrecedence(a: Holder, b: Holder): number {
  const byName = `${a.post.code}/${a.person.staffNo}` < `${b.post.code}/${b.person.staffNo}` ? -1 : 1;
  return PRECEDENCE[a.kind] - PRECEDENCE[b.kind] || b.post.rank - a.post.rank || byName;
}
