import type { Town } from './town';

/** Whether the first wall stands. Switched off, every policy allows everything and its SQL twin is `true`; nothing of ours is replaced. */
export const walls = { casl: true };

type Casl = typeof import('@casl/ability');
type CaslExtra = typeof import('@casl/ability/extra');

export function switchableAbility(real: Casl): Casl {
  return {
    ...real,
    createMongoAbility: ((...rules: Parameters<Casl['createMongoAbility']>) => {
      const ability = real.createMongoAbility(...rules);
      const asked = ability.can.bind(ability);
      return Object.assign(ability, { can: (...what: Parameters<typeof asked>) => !walls.casl || asked(...what) });
    }) as Casl['createMongoAbility'],
  };
}

export function switchableExtra(real: CaslExtra): CaslExtra {
  return {
    ...real,
    rulesToAST: ((...asked: Parameters<CaslExtra['rulesToAST']>) =>
      walls.casl ? real.rulesToAST(...asked) : { operator: 'and', value: [] }) as CaslExtra['rulesToAST'],
  };
}

/** The second wall: row policies, and the conditions of the views. */
export async function switchRows(town: Town, on: boolean): Promise<void> {
  await town.database.dataSource.query(`
    create or replace function platform.is_office() returns boolean language sql stable parallel safe as $$ select ${on ? "current_user <> 'fubako_api'" : 'true'} $$;
    do $do$ declare t text; begin
      for t in select p.polrelid::regclass::text from pg_policy p group by 1 loop
        execute format('alter table %s ${on ? 'enable' : 'disable'} row level security', t::regclass);
      end loop; end $do$`);
}
