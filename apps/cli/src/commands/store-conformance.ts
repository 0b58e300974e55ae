import { parseArgs } from 'node:util';
import { loadSettings } from '@fubako/platform/config';
import {
  type DutyExamined,
  examineStore,
  judgeStore,
  objectStoreFor,
  secondStoreFor,
  type StoreDuty,
  type StoreVerdict,
} from '@fubako/platform/object-store';
import { type Command, say } from './command';

/** What each duty means for the operator. */
const WORDS: Readonly<Record<StoreDuty, string>> = {
  'put-if-absent': 'A second writer cannot overwrite an object.',
  'one-of-many': 'Of ten writers at the same moment one wins, and its object is whole.',
  'read-after-write': 'What was written is read back at once, byte for byte.',
  ranges: 'Parts of an object are the right parts.',
  'refuses-altered': 'Bytes that do not fit their SHA-256 are refused by the store itself.',
  listing: 'A new object is listed at once with its size.',
  deletion: 'A removed object is gone with all its versions.',
  'lock-refuses-deletion': 'A locked object cannot be removed, not even with the keys of Fubako.',
  'lock-cannot-be-shortened': 'A lock cannot be made shorter.',
  'hold-refuses-deletion': 'An object under legal hold cannot be removed.',
  'lock-ends': 'When lock and hold have ended, a lawful disposal can remove the object.',
};

const VERDICTS: Readonly<Record<StoreVerdict, string>> = {
  trusted: 'This store can be trusted with originals. Set S3_LOCK_DAYS to lock what documents carry.',
  usable:
    'This store can be used: what it does not offer itself, Fubako finds by reading back and by its nightly checks. It does not protect originals from somebody who has its keys.',
  unfit: 'Do not use this store: originals could be lost or overwritten.',
};

const SIGNS: Readonly<Record<DutyExamined['outcome'], string>> = { holds: 'yes', fails: 'NO', absent: 'not offered' };

export const storeConformance: Command = {
  usage:
    '[--copy] [--lock-seconds 20]  whether the object store (or the second copy) can be trusted; exit code 1: do not use it',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { copy: { type: 'boolean' }, 'lock-seconds': { type: 'string', default: '20' } },
    });
    const settings = loadSettings().values;
    const store = values.copy ? secondStoreFor(settings) : objectStoreFor(settings);
    const seconds = Number(values['lock-seconds']);
    if (!store || !(seconds >= 2 && seconds <= 600)) {
      say(store ? '--lock-seconds is between 2 and 600.' : 'No second copy is set: COPY_FOLDER or COPY_S3_ENDPOINT.');
      return 2;
    }
    await store.check();
    const examined = await examineStore(store, seconds);
    for (const { duty, outcome, detail } of examined)
      say(`${SIGNS[outcome].padEnd(12)} ${WORDS[duty]}${detail ? ` (${detail})` : ''}`);
    const verdict = judgeStore(examined);
    say(VERDICTS[verdict]);
    return verdict === 'unfit' ? 1 : 0;
  },
};
