import { type AnyAbility } from '@casl/ability';
import { rulesToAST } from '@casl/ability/extra';
import { type Sql, joinSql, sql } from '../database';

/**
 * Where the fields of a policy stand in SQL: the whole list of what a condition may name. A field that holds many values
 * in the policy (an array) is given as the condition "one of them is `value`", or for an array "one of them is among `value`".
 */
export type Columns = Readonly<Record<string, Sql | ((value: unknown) => Sql)>>;

interface FieldNode {
  readonly operator: string;
  readonly field: string;
  readonly value: unknown;
}
interface CompoundNode {
  readonly operator: 'and' | 'or' | 'not';
  readonly value: readonly Node[];
}
type Node = FieldNode | CompoundNode;

const isCompound = (node: Node): node is CompoundNode => ['and', 'or', 'not'].includes(node.operator);

/**
 * Whether `id` is one of an array that is made once for a statement, when the first row asks: for questions that look at very many rows,
 * each of which then costs a look into a table of hashes, made for each part of a partitioned table that is looked at. Never null.
 */
export function isOneOf(id: Sql, ids: Sql): Sql {
  return sql`${id} in (select unnest((select ${ids})))`;
}

/** The same for long arrays in order of which few rows ask: each costs a search by halves, and nothing is made for a part. */
export function isOneInOrder(id: Sql, ascending: Sql): Sql {
  return sql`(select a[width_bucket(${id}, a)] from (select (select ${ascending}) as a offset 0) known) is not distinct from ${id}`;
}

/**
 * The list filter of a CASL policy: true for exactly the rows for which `ability.can(action, subject)` is true (ADR 0008).
 * Nothing allowed → `false`. @throws Error for a field or operator that has no SQL twin.
 */
export function scopeOf(
  ability: AnyAbility,
  asked: { readonly action: string; readonly subject: string },
  columns: Columns,
): Sql {
  const ast = rulesToAST(ability, asked.action, asked.subject);
  return ast === null ? sql`false` : conditionOf(ast as unknown as Node, columns);
}

function conditionOf(node: Node, columns: Columns): Sql {
  if (!isCompound(node)) return fieldCondition(node, columns);
  const parts = node.value.map((part) => sql`(${conditionOf(part, columns)})`);
  if (node.operator === 'not') return sql`not coalesce(${joinSql(parts, ' and ', sql`true`)}, false)`;
  return joinSql(parts, node.operator === 'and' ? ' and ' : ' or ', node.operator === 'and' ? sql`true` : sql`false`);
}

function fieldCondition({ operator, field, value }: FieldNode, columns: Columns): Sql {
  const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
  if (!column) throw new Error(`The policy names ${field}, which has no column in this scope.`);
  if (typeof column === 'function') {
    if (operator !== 'eq' && operator !== 'in')
      throw new Error(`The policy uses ${operator} on the many-valued ${field}, which has no SQL twin.`);
    return column(value);
  }
  switch (operator) {
    case 'eq':
      return value === null ? sql`${column} is null` : sql`${column} is not distinct from ${value}`;
    case 'ne':
      return sql`${column} is distinct from ${value}`;
    case 'lt':
      return sql`coalesce(${column} < ${value}, false)`;
    case 'in':
      return sql`coalesce(${column} = any(${value}), false)`;
    case 'nin':
      return sql`not coalesce(${column} = any(${value}), false)`;
    default:
      throw new Error(`The policy uses ${operator}, which has no SQL twin.`);
  }
}
