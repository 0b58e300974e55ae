import { parseArgs } from 'node:util';
import { benchApprovals } from '../bench/approvals';
import { type Command, say } from './command';

export const bench: Command = {
  usage: 'approvals [--cases 1000]  measure on a throw-away town; table on stderr, one JSON line on stdout',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { cases: { type: 'string', default: '1000' } },
      allowPositionals: true,
    });
    const cases = Number(values.cases);
    if (positionals[0] !== 'approvals' || !Number.isInteger(cases) || cases < 200 || cases > 100_000) {
      say('Usage: fubako bench approvals [--cases 200..100000]');
      return 2;
    }
    say(JSON.stringify(await benchApprovals(cases)));
    return 0;
  },
};
