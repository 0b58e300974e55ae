import { Injectable, Logger } from '@nestjs/common';
import { type FiscalYear, type LocalDate, firstDayOf, fiscalYearOf, localDateAt, startOfDay } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { RollOverRows, type TurnedFile } from '../../data/years/roll-over-rows';
import { YearPlanRows } from '../../data/years/year-plan-rows';
import { EnterFilingPlans } from '../plan/enter-filing-plans';
import { YearTurn } from './year-turn';

/** Files of one unit of work: bounded, so that a kill loses little and no lock is held for long. */
const CHUNK = 500;
/** A unit that began before midnight may still take a number of the old year; nobody's takes so long. */
const COUNTER_GRACE_MS = 10 * 60_000;
const BY = 'system:roll-over';

export interface RollOverReport {
  readonly opened: number;
  readonly carried: number;
  readonly closed: number;
}

/**
 * 年度切替 itself, from 00:00 on 1 April (YEAR-7 to YEAR-10). It carries out what is due, chunk by chunk, each in a unit of its
 * own; run again, by the clock or after a kill, it goes on where it stopped and does nothing twice.
 */
@Injectable()
export class RollOverYear {
  private readonly logger = new Logger('records');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: RollOverRows,
    private readonly plans: YearPlanRows,
    private readonly counters: YearTurn,
    private readonly filingPlans: EnterFilingPlans,
    private readonly ledger: Ledger,
  ) {}

  async run(): Promise<RollOverReport> {
    await this.filingPlans.run();
    const now = await this.uow.read(() => this.uow.now());
    const today = localDateAt(now);
    const year = fiscalYearOf(today);
    const report = { opened: 0, carried: 0, closed: 0 };
    for (const due of await this.uow.read(() => this.rows.due(year))) {
      await this.begin(due);
      report.opened += await this.inChunks((at) => this.rows.open(due, CHUNK, at), 'records.file-opened', due);
      report.carried += await this.inChunks((at) => this.rows.carry(due, CHUNK, at), 'records.file-carried', due);
      await this.finish(due, now);
    }
    report.closed = await this.close(today, year);
    if (report.opened + report.carried + report.closed > 0)
      this.logger.log({ message: 'roll-over of the year', ...report });
    return report;
  }

  private begin(year: FiscalYear): Promise<void> {
    return this.uow.run(async () => {
      const head = await this.plans.lock(year);
      if (head.begunAt) return;
      const counters = await this.counters.begin(year);
      await this.rows.mark(year, 'begun', await this.uow.now());
      const subject = { kind: 'year-plan', id: String(year) };
      this.ledger.record({ subject, kind: 'records.year-begun', actor: BY, facts: { counters } });
    });
  }

  private async inChunks(turn: (at: Date) => Promise<TurnedFile[]>, kind: string, year: FiscalYear): Promise<number> {
    for (let total = 0; ;) {
      const turned = await this.uow.run(async () => {
        const files = await turn(await this.uow.now());
        this.ledger.record(...files.map((file) => turnedNote(file, kind, year)));
        return files.length;
      });
      total += turned;
      if (turned === 0) return total;
    }
  }

  private finish(year: FiscalYear, now: Date): Promise<void> {
    return this.uow.run(async () => {
      const head = await this.plans.lock(year);
      const { lines, done } = await this.plans.progress(year);
      if (done < lines) return;
      const at = await this.uow.now();
      if (!head.openedAt) await this.rows.mark(year, 'opened', at);
      if (head.countersClosedAt || now.getTime() < startOfDay(firstDayOf(year)).getTime() + COUNTER_GRACE_MS) return;
      const counters = await this.counters.close(year - 1);
      await this.rows.mark(year, 'countersClosed', at);
      const subject = { kind: 'year-plan', id: String(year) };
      this.ledger.record({ subject, kind: 'records.year-done', actor: BY, facts: { files: lines, counters } });
    });
  }

  private async close(today: LocalDate, year: FiscalYear): Promise<number> {
    for (let total = 0; ;) {
      if (!(await this.uow.read(() => this.rows.hasToClose(today, year)))) return total;
      const closed = await this.uow.run(async () => {
        const files = await this.rows.close(today, year, CHUNK);
        this.ledger.record(
          ...files.map(({ id, closedOn }) => ({
            subject: { kind: 'record-file', id },
            kind: 'records.file-closed',
            actor: BY,
            facts: { closedOn },
          })),
        );
        return files.length;
      });
      total += closed;
      if (closed === 0) return total;
    }
  }
}

function turnedNote({ id, classCode, sectionCode, retentionClass }: TurnedFile, kind: string, fiscalYear: FiscalYear) {
  const facts = { class: classCode, section: sectionCode, fiscalYear, retention: retentionClass };
  return { subject: { kind: 'record-file', id }, kind, actor: BY, facts };
}
