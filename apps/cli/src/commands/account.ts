import { createInterface } from 'node:readline/promises';
import type { StaffNo } from '@fubako/kernel';
import { CreateAccount, DisableAccount, SetPassword } from '@fubako/identity';
import { type Command, inProduct, say } from './command';

const BY = 'system:cli';
const USAGE = 'create|set-password|disable STAFF_NO';

export const account: Command = {
  usage: `${USAGE}  accounts of staff; passwords are read from standard input`,
  async run([action, number]) {
    if (!number || !['create', 'set-password', 'disable'].includes(action ?? '')) {
      say(`Usage: fubako account ${USAGE}`);
      return 2;
    }
    const staffNo = number as StaffNo;
    const password = action === 'disable' ? '' : await readPassword();
    return inProduct(async (product) => {
      if (action === 'create') await product.get(CreateAccount).run({ staffNo, password, by: BY });
      else if (action === 'set-password') await product.get(SetPassword).run({ staffNo, password, by: BY });
      else await product.get(DisableAccount).run({ staffNo, by: BY });
      say(`Done: ${action} ${staffNo}.`);
      return 0;
    });
  },
};

/** One line of standard input: never an argument, which other users of the machine could read. */
async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Password: ');
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return '';
}
