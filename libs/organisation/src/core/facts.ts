import type { LocalDate, PostCode, StaffNo, UnitCode } from '@fubako/kernel';

export const UNIT_KINDS = ['body', 'department', 'section', 'unit', 'committee'] as const;
/** 執行機関, 部, 課, 係, 委員会 */
export type UnitKind = (typeof UNIT_KINDS)[number];

/** 組織, as it is on one day. */
export interface Unit {
  readonly code: UnitCode;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentCode: UnitCode | null;
  /** 文書記号, e.g. 浜福. */
  readonly symbol: string | null;
  readonly sort: number;
  /** Units that this one took over from. */
  readonly succeeds?: readonly UnitCode[];
  /** Reading of the name, by which pickers find it. */
  readonly kana?: string | null;
}

/** 職: a seat in the organisation, whoever sits in it. */
export interface Post {
  readonly code: PostCode;
  readonly title: string;
  readonly unitCode: UnitCode;
  /** 職位: higher is more senior. */
  readonly rank: number;
  /** Head of the unit; a 担当部長 is none. */
  readonly headship: boolean;
}

/** 職員; the name keeps its exact code points. */
export interface Person {
  readonly staffNo: StaffNo;
  readonly name: string;
  readonly kana: string;
  readonly login: string;
  readonly email: string | null;
}

export const ASSIGNMENT_KINDS = ['main', 'concurrent', 'acting_holder'] as const;
/** 本務, 兼務, 事務取扱 */
export type AssignmentKind = (typeof ASSIGNMENT_KINDS)[number];

/** 配置 */
export interface Assignment {
  readonly staffNo: StaffNo;
  readonly postCode: PostCode;
  readonly kind: AssignmentKind;
}

export const ACTING_MODES = ['acting_decision', 'statutory_deputy'] as const;
/** 代決, 職務代理 */
export type ActingMode = (typeof ACTING_MODES)[number];

/** 代決・職務代理の順序: who stands in for a post, first by `order`. */
export interface ActingOrder {
  readonly postCode: PostCode;
  readonly order: number;
  readonly actingPostCode: PostCode;
  readonly mode: ActingMode;
  /** Empty: for all matter types. */
  readonly matterTypes: readonly string[];
}

export interface RoleGrant {
  readonly staffNo: StaffNo;
  /** One of the roles of the municipality package. */
  readonly role: string;
  /** Null: the whole municipality. */
  readonly unitCode: UnitCode | null;
}

/** 事務分掌: files belong to functions, functions to units over time (RULE-103). */
export interface OrgFunction {
  readonly code: string;
  readonly name: string;
  readonly unitCode: UnitCode;
}

/** Everything that holds on `date`. */
export interface ChartFacts {
  readonly date: LocalDate;
  readonly units: readonly Unit[];
  readonly posts: readonly Post[];
  readonly people: readonly Person[];
  readonly assignments: readonly Assignment[];
  readonly actingOrders: readonly ActingOrder[];
  readonly roles: readonly RoleGrant[];
  readonly functions: readonly OrgFunction[];
}
