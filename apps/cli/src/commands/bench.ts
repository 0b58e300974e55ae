import { parseArgs } from 'node:util';
import { benchApprovals } from '../bench/approvals';
import { benchHandover } from '../bench/handover';
import { benchInbox } from '../bench/inbox';
import { benchLedger } from '../bench/ledger';
import { benchNumbering } from '../bench/numbering';
import { benchOcr } from '../bench/ocr';
import { benchRecords } from '../bench/records';
import { benchSearch } from '../bench/search';
import { benchUpload } from '../bench/upload';
import { type Command, say } from './command';

/** What is measured, and on how many cases or documents. */
interface Bench {
  readonly of: 'cases' | 'docs' | 'files' | 'people' | 'seats' | 'largest' | 'pages' | 'entries';
  readonly from: number;
  readonly to: number;
  readonly measure: (size: number, manner: Manner) => Promise<object>;
}

interface Manner {
  readonly minutes: number;
  /** How often each generated document stands in the archive. */
  readonly times: number;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  approvals: { of: 'cases', from: 200, to: 100_000, measure: (size, { minutes }) => benchApprovals(size, minutes) },
  handover: { of: 'people', from: 20, to: 5000, measure: (size) => benchHandover(size) },
  inbox: { of: 'seats', from: 20_000, to: 2_000_000, measure: (size, { minutes }) => benchInbox(size, minutes) },
  ledger: { of: 'entries', from: 1000, to: 10_000_000, measure: (size, { minutes }) => benchLedger(size, minutes) },
  numbering: { of: 'cases', from: 200, to: 100_000, measure: benchNumbering },
  ocr: { of: 'pages', from: 1, to: 1000, measure: benchOcr },
  records: { of: 'files', from: 10_000, to: 1_000_000, measure: (size, { minutes }) => benchRecords(size, minutes) },
  search: { of: 'docs', from: 2000, to: 10_000_000, measure: benchSearch },
  upload: { of: 'largest', from: 1, to: 200, measure: benchUpload },
};

export const bench: Command = {
  usage:
    'approvals [--cases 1000] [--minutes 4], handover [--people 250], inbox [--seats 1000000] [--minutes 4], ledger [--entries 200000], numbering [--cases 1000], ocr [--pages 10], records [--files 50000] [--minutes 4], search [--docs 200000] [--times 1] or upload [--largest 20]  measure on a throw-away town; table on stderr, one JSON line on stdout',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        cases: { type: 'string', default: '1000' },
        docs: { type: 'string', default: '200000' },
        entries: { type: 'string', default: '200000' },
        files: { type: 'string', default: '50000' },
        largest: { type: 'string', default: '20' },
        pages: { type: 'string', default: '10' },
        people: { type: 'string', default: '250' },
        seats: { type: 'string', default: '1000000' },
        minutes: { type: 'string', default: '4' },
        times: { type: 'string', default: '1' },
      },
      allowPositionals: true,
    });
    const chosen = BENCHES[positionals[0] ?? ''];
    const size = Number(chosen ? values[chosen.of] : NaN);
    const manner = { minutes: Number(values.minutes), times: Number(values.times) };
    if (!chosen || !isManner(manner) || !isSize(size, chosen)) {
      say(
        `Usage: ${Object.entries(BENCHES)
          .map(([name, { of, from, to }]) => `fubako bench ${name} [--${of} ${from}..${to}]`)
          .join(', ')}; approvals, inbox and records also [--minutes 4], search [--times 1]`,
      );
      return 2;
    }
    say(JSON.stringify(await chosen.measure(size, manner)));
    return 0;
  },
};

const isManner = ({ minutes, times }: Manner): boolean =>
  minutes > 0 && Number.isInteger(times) && times >= 1 && times < 4096;

const isSize = (size: number, { from, to }: Bench): boolean => Number.isInteger(size) && size >= from && size <= to;
