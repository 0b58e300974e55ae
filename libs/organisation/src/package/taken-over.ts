import { type LocalDate, addDays } from '@fubako/kernel';
import type { PackageContents } from './section';
import { FUNCTIONS } from './sections/functions';
import { ORG_UNITS } from './sections/org-units';

/** Work of a unit that ends. */
export interface EndingWork {
  readonly unit: string;
  /** 事務分掌 that it follows; null: it has none. */
  readonly functionCode: string | null;
  /** Last day of the unit. */
  readonly last: LocalDate;
}

interface Dated {
  readonly valid_from: LocalDate;
  readonly valid_to: LocalDate | null;
}

/** ORG-30 Whether somebody does the work on the day after: a unit that succeeds, or one that has the function of it. */
export function isTakenOver(all: PackageContents, { unit, functionCode, last }: EndingWork): boolean {
  const day = addDays(last, 1);
  const successions = all.of(ORG_UNITS).entries.filter(({ values }) => holdsOn(values, day));
  const heirs = new Set<string>(successions.flatMap(({ values }) => values.succeeds));
  if (chainOf(all, unit).some((code) => heirs.has(code))) return true;
  const own = functionCode === null ? [] : all.of(FUNCTIONS).of(functionCode);
  const before = own.find(({ values }) => holdsOn(values, last))?.values.org_unit_code;
  return before !== undefined && chainOf(all, before).includes(unit) && own.some(({ values }) => holdsOn(values, day));
}

/** The unit and those above it, at most as many as there are. */
function chainOf(all: PackageContents, code: string): string[] {
  const units = all.of(ORG_UNITS);
  const chain: string[] = [];
  for (let at: string | null = code; at !== null && !chain.includes(at);) {
    chain.push(at);
    at = units.of(at).at(-1)?.values.parent_code ?? null;
  }
  return chain;
}

const holdsOn = ({ valid_from: from, valid_to: to }: Dated, day: LocalDate): boolean =>
  from <= day && (to === null || to >= day);
