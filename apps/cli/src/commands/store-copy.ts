import { loadSettings } from '@fubako/platform/config';
import { secondStoreFor } from '@fubako/platform/object-store';
import { CopyStore } from '@fubako/scans';
import { type Command, inProduct, say } from './command';

const MB = 1_000_000;

export const storeCopy: Command = {
  usage:
    'copies every object that the second copy (COPY_FOLDER or COPY_S3_ENDPOINT) lacks, read back and compared; run it again when it broke off; exit code 1 names what is damaged',
  async run() {
    const to = secondStoreFor(loadSettings().values);
    if (!to) {
      say('No second copy is set: COPY_FOLDER or COPY_S3_ENDPOINT.');
      return 2;
    }
    await to.check();
    return inProduct(async (product) => {
      const { copied, copiedBytes, present, damaged } = await product
        .get(CopyStore)
        .run(to, ({ seen, copiedBytes: bytes }) => say(`  ${seen} objects, ${Math.round(bytes / MB)} MB copied …`));
      say(`${copied} objects copied (${Math.round(copiedBytes / MB)} MB), ${present} were there already.`);
      for (const { sha256, fault } of damaged)
        say(`  ${sha256}: ${fault}, not copied: restore it, then run this again`);
      return damaged.length === 0 ? 0 : 1;
    });
  },
};
