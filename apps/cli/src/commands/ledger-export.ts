import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { ExportLedger } from '@fubako/ledger';
import { type Command, inProduct, say } from './command';

export const ledgerExport: Command = {
  usage: 'FILE  the ledger and all protected rows for the independent verifier (apps/verifier)',
  async run([file]) {
    if (file === undefined) return 2;
    return inProduct(async (product) => {
      const out = createWriteStream(file, { flags: 'wx', mode: 0o600 });
      let lines = 0;
      await product.get(ExportLedger, { strict: false }).run(async (some) => {
        lines += some.length;
        if (!out.write(`${some.join('\n')}\n`)) await once(out, 'drain');
      });
      out.end();
      await once(out, 'finish');
      say(`${lines} lines in ${file}.`);
      return 0;
    });
  },
};
