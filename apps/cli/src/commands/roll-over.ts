import { RollOverYear } from '@fubako/records';
import { type Command, inProduct, say } from './command';

export const rollOver: Command = {
  usage: 'carry out what is due of the turn of the fiscal year (年度切替); safe to run again',
  run: () =>
    inProduct(async (product) => {
      const { opened, carried, closed } = await product.get(RollOverYear, { strict: false }).run();
      say(`簿冊を作成: ${opened}冊、継続: ${carried}冊、閉鎖: ${closed}冊`);
      return 0;
    }),
};
