import { type MongoAbility, AbilityBuilder, createMongoAbility } from '@casl/ability';
import { type Actor, scopeOf } from '@fubako/platform/authz';
import { type Sql } from '@fubako/platform/database';

const SUBJECT = 'RecordFile';
/** Roles that look over the files of the municipality, or of the unit they are given for. */
const KEEPERS: readonly string[] = ['records_officer', 'archivist', 'auditor'];

/** Who may see a file in the list: the section it belongs to, and who keeps or audits the archive. */
export function recordFileAbility(actor: Actor): MongoAbility {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  if (actor.units.length > 0) can('read', SUBJECT, { section: { $in: [...actor.units] } });
  for (const { role, unitCode } of actor.roles) {
    if (!KEEPERS.includes(role)) continue;
    if (unitCode === null) can('read', SUBJECT);
    else can('read', SUBJECT, { section: unitCode });
  }
  return build();
}

/** The SQL twin of {@link recordFileAbility}. */
export function readableFiles(actor: Actor, section: Sql): Sql {
  return scopeOf(recordFileAbility(actor), { action: 'read', subject: SUBJECT }, { section });
}
