import { parseArgs } from 'node:util';
import { loadTowns } from '@fubako/platform/config';
import { addTown } from '../town/add-town';
import { partLogins } from '../town/part-logins';
import { type Command, say } from './command';

const USAGE = 'add NAME --url ADDRESS --package DIR [--server URL] | logins NAME [--server URL] | list';

export const town: Command = {
  usage: `${USAGE}  further municipalities of this deployment, each with database, bucket and keys of its own`,
  async run([action, ...args]) {
    if (action === 'list' && args.length === 0) return list();
    const parting = action === 'logins' ? partingOf(args) : null;
    if (parting) return partLogins(parting);
    const request = action === 'add' ? requestOf(args) : null;
    if (request) return addTown(request);
    say(`Usage: fubako town ${USAGE}`);
    return 2;
  },
};

/** Of a role that may create databases and roles. */
const serverOf = (given?: string) => given ?? process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL'];

function partingOf(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { server: { type: 'string' } },
    allowPositionals: true,
  });
  const [name, ...others] = positionals;
  const server = serverOf(values.server);
  return name && server && others.length === 0 ? { name, server } : null;
}

function requestOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { url: text, package: text, server: text },
    allowPositionals: true,
  });
  const [name, ...others] = positionals;
  const { url, package: folder } = values;
  const server = serverOf(values.server);
  if (!name || !url || !folder || !server || others.length > 0) return null;
  return { name, url, folder, server };
}

function list(): number {
  const { towns, faults } = loadTowns();
  for (const { name, hosts } of towns) say(`${name}  ${hosts.join(' ')}`);
  for (const fault of faults.values()) say(fault);
  return faults.size === 0 ? 0 : 1;
}
