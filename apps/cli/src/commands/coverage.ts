import { parseArgs } from 'node:util';
import { ReadCoverage, coverageView } from '@fubako/approvals';
import { type Command, inProduct, say } from './command';

const USUAL_DAYS = 90;
const MOST_DAYS = 250;

export const coverage: Command = {
  usage:
    '[--days N]  steps of published routes in which nobody may act on the next N open days (90); exit code 1 names some',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { days: { type: 'string' } } });
    const days = Number(values.days ?? USUAL_DAYS);
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
      say(`--days: 1から${MOST_DAYS}までの日数を書いてください。`);
      return 2;
    }
    return inProduct(async (product) => {
      const report = coverageView(await product.get(ReadCoverage).run(days), 'ja');
      say(`${report.from}から${report.until}までの開庁日${report.days}日、経路${report.routes}本を点検しました。`);
      for (const { from, until, seat, reason, routeCount } of report.gaps)
        say(`${from}〜${until} ${seat ? `${seat.unitName} ${seat.postTitle}: ` : ''}${reason}(経路${routeCount}本)`);
      say(report.gaps.length === 0 ? 'どの段にも処理できる人がいます。' : `${report.gaps.length}件あります。`);
      return report.gaps.length === 0 ? 0 : 1;
    });
  },
};
