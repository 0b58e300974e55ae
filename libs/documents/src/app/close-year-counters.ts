import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { CounterRows } from '../data/counter-rows';
import { NumberRows } from '../data/number-rows';
import { closedNote } from './symbol-succession';
import { fiscalSeriesOf } from './year-counters';

const BY = 'system:numbering';

/** 締切り of a fiscal year's counters (RULE-91): their last numbers stay and none follows; branches and numbers set aside are given still. */
@Injectable()
export class CloseYearCounters {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly numbers: NumberRows,
    private readonly counters: CounterRows,
    private readonly ledger: Ledger,
  ) {}

  /** @param year the fiscal year that is over @returns how many it closed */
  run(year: number): Promise<number> {
    return this.uow.run(async () => {
      const [series, at] = [fiscalSeriesOf(await this.numbers.allSeries()), await this.uow.now()];
      const open = (await this.counters.inYear([year])).filter(
        ({ seriesCode, closedAt }) => closedAt === null && series.has(seriesCode),
      );
      const reason = `年度切替(${year + 1}年度)`;
      for (const { seriesCode, symbol } of open) {
        const closed = await this.counters.close({ seriesCode, symbol, year }, { by: BY, reason, at });
        this.ledger.record(...closed.map((counter) => closedNote(counter, BY, reason)));
      }
      return open.length;
    });
  }
}
