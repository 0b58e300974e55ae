import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { SealLedger, TellWitnesses, TimestampLedger } from '@fubako/ledger';
import { type Command, inProduct, say } from './command';

export const seal: Command = {
  usage:
    '[--every SECONDS]  sign what was written to the ledger; a process and a user of its own may run it (SEALER=off)',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { every: { type: 'string' } } });
    const seconds = Number(values.every ?? 0);
    return inProduct(async (product) => {
      for (;;) {
        const { added, size } = await product.get(SealLedger, { strict: false }).run();
        await product.get(TellWitnesses, { strict: false }).run();
        await product.get(TimestampLedger, { strict: false }).run();
        if (added > 0 || seconds === 0) say(`Sealed: ${added} leaves, ${size} in all.`);
        if (!(seconds > 0)) return 0;
        await wait(seconds * 1000);
      }
    });
  },
};
