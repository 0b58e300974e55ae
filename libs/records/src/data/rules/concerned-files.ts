import { type Sql, joinSql, sql } from '@fubako/platform/database';
import type { ChangedRules, ClassChange } from '../../core/keeping/rule-change';

/**
 * FIL-7 Condition on files `f`: those that are there and that the rules concern, whatever the tables of rules say by now. What was
 * settled for one file, or pinned, is concerned by a statutory period alone.
 */
export function concernedBy({ terms, classes }: ChangedRules): Sql {
  const all = [...classes.values()];
  const moved = all.filter(({ from, to }) => from !== to);
  const underLaw = all.filter(({ floorChanges }) => floorChanges);
  const ways = [
    sql`f.kept_basis is null and f.retention_class = any(${[...terms.keys()]})`,
    sql`f.kept_basis is null and (f.class_code, f.retention_class) in (
      select * from unnest(${codesOf(moved)}::text[], ${moved.map(({ from }) => from)}::text[]))`,
    sql`f.class_code = any(${codesOf(underLaw)})`,
  ];
  return sql`f.state in ('open', 'closed') and (${joinSql(ways, ' or ', sql`false`)})`;
}

const codesOf = (changes: readonly ClassChange[]): string[] => changes.map(({ code }) => code);
