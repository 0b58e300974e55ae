import { Reindex, RenewIndex } from '@fubako/search';
import { type Command, inProduct, say } from './command';

/** Documents between two lines of progress. */
const TOLD_EVERY = 2000;

export const reindex: Command = {
  usage:
    'build the search index anew, while the product runs; with --progress: how far the worker is with it after an upgrade',
  run: (args) => (args.includes('--progress') ? progress() : anew()),
};

function anew(): Promise<number> {
  return inProduct(async (product) => {
    const report = (done: { documents: number }) => {
      if (done.documents % TOLD_EVERY === 0) say(`${done.documents} documents …`);
    };
    const { documents } = await product.get(Reindex).run({ report });
    say(`${documents} documents indexed.`);
    return 0;
  });
}

function progress(): Promise<number> {
  return inProduct(async (product) => {
    const renewal = await product.get(RenewIndex).progress();
    if (renewal === null) say('The worker has not begun yet; it does within a minute of its start.');
    else if (renewal.finishedAt) say(`The index is of this version since ${renewal.finishedAt.toISOString()}.`);
    else say(`${renewal.documents} of about ${renewal.total} documents, last ${renewal.updatedAt.toISOString()}.`);
    return 0;
  });
}
