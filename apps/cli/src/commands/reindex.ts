import { Reindex } from '@fubako/search';
import { type Command, inProduct, say } from './command';

export const reindex: Command = {
  usage: 'build the search index anew, while the product runs',
  run: () =>
    inProduct(async (product) => {
      const { documents } = await product.get(Reindex).run();
      say(`${documents} documents indexed.`);
      return 0;
    }),
};
