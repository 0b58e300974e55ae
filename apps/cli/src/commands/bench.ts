import { parseArgs } from 'node:util';
import { benchApprovals } from '../bench/approvals';
import { benchNumbering } from '../bench/numbering';
import { type Command, say } from './command';

const BENCHES: Readonly<Record<string, (size: number) => Promise<object>>> = {
  approvals: benchApprovals,
  numbering: benchNumbering,
};

export const bench: Command = {
  usage: 'approvals|numbering [--cases 1000]  measure on a throw-away town; table on stderr, one JSON line on stdout',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { cases: { type: 'string', default: '1000' } },
      allowPositionals: true,
    });
    const cases = Number(values.cases);
    const measure = BENCHES[positionals[0] ?? ''];
    if (!measure || !Number.isInteger(cases) || cases < 200 || cases > 100_000) {
      say('Usage: fubako bench approvals|numbering [--cases 200..100000]');
      return 2;
    }
    say(JSON.stringify(await measure(cases)));
    return 0;
  },
};
