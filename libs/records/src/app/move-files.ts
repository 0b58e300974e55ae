import { Injectable } from '@nestjs/common';
import { type LocalDate, type UnitCode, addDays } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { OrganisationCharts, Successions, movedFunctions } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { type FileGroup, type FileMove, FileSectionRows } from '../data/file-section-rows';

const BY = 'system:records';

/** 簿冊の所管替え: a file belongs to a function, and the function to a section over time (RULE-103). */
@Injectable()
export class MoveFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly successions: Successions,
    private readonly rows: FileSectionRows,
    private readonly ledger: Ledger,
  ) {}

  /** @param since first day of the changes to be followed @returns how many files moved */
  run(since: LocalDate): Promise<number> {
    return this.uow.run(async () => {
      const moves = await this.moves(since, await this.rows.groups());
      if (moves.length === 0) return 0;
      const moved = await this.rows.move(moves);
      this.ledger.record(
        ...moved.map(({ id, ...facts }) => ({
          subject: { kind: 'record-file', id },
          kind: 'records.file-moved',
          actor: BY,
          facts,
        })),
      );
      return moved.length;
    });
  }

  private async moves(since: LocalDate, groups: readonly FileGroup[]): Promise<FileMove[]> {
    const now = await this.charts.today();
    const handed = movedFunctions(await this.charts.on(addDays(since, -1)), now);
    const succession = await this.successions.of(groups.map(({ section }) => section));
    return groups.flatMap((group) => {
      const own = handed.find(
        ({ functionCode, from }) => functionCode === group.functionCode && from.code === group.section,
      );
      const ended = now.unit(group.section as UnitCode) === null;
      const target = own?.to ?? (ended ? succession.sectionFor(group.section, group) : null);
      return target && target.code !== group.section ? [{ ...group, code: target.code, name: target.name }] : [];
    });
  }
}
