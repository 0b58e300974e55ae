import { Injectable } from '@nestjs/common';
import { fiscalYearOf, formatFiscalYear, formatWareki, localDate, localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type RegisterSheet } from '@fubako/rendering';
import { type HandedFile, type HandoverRow, HandoverRows } from '../../data/paper/handover-rows';
import { refusePaper } from '../../paper-errors';
import { readableFiles } from '../record-file-policy';
import { SectionKeepers } from '../section-keepers';
import { yearDueForStacks } from './hand-over';
import type { HandedFileView, HandoverView } from './paper.views.dto';

const LIST_LIMIT = 200;

/** 引継ぎ: the lists, what is on them, what could be, and the list to print. */
@Injectable()
export class ReadHandovers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: HandoverRows,
    private readonly keepers: SectionKeepers,
  ) {}

  list(actor: Actor): Promise<HandoverView[]> {
    return this.uow.read(async () => {
      const views: HandoverView[] = [];
      for (const row of await this.rows.list(readableFiles(actor, sql`h.section_code`), LIST_LIMIT))
        views.push({ ...viewOf(row), allowed: await this.acts(row, actor) });
      return views;
    });
  }

  /** Files of a section that may be handed over now. */
  candidates(section: string, actor: Actor): Promise<HandedFileView[]> {
    return this.uow.read(async () => {
      if (!(await this.keepers.keeps(actor, section))) return [];
      const year = yearDueForStacks(fiscalYearOf(localDateAt(await this.uow.now())));
      return (await this.rows.candidates(section, year)).map(fileView);
    });
  }

  /** @throws DomainError records.no-such-handover */
  files(id: string, actor: Actor): Promise<HandedFileView[]> {
    return this.uow.read(async () => {
      await this.seen(id, actor);
      return (await this.rows.filesOf(id)).map(fileView);
    });
  }

  /** The list to sign. @throws DomainError records.no-such-handover */
  sheet(id: string, actor: Actor): Promise<RegisterSheet> {
    return this.uow.read(async () => {
      const row = await this.seen(id, actor);
      return sheetOf(row, await this.rows.filesOf(id), { name: actor.name, at: await this.uow.now() });
    });
  }

  private async seen(id: string, actor: Actor): Promise<HandoverRow> {
    const row = await this.rows.find(id);
    if (!row || !this.keepers.sees(actor)(row.sectionCode)) throw refusePaper('records.no-such-handover', {});
    return row;
  }

  private async acts(row: HandoverRow, actor: Actor): Promise<string[]> {
    if (row.receivedAt || row.withdrawnAt) return [];
    const mine = await this.keepers.keeps(actor, row.sectionCode);
    return [...(this.keepers.isOffice(actor) ? ['receive'] : []), ...(mine ? ['withdraw'] : [])];
  }
}

function viewOf({
  id,
  fiscalYear,
  sectionCode,
  sectionName,
  proposedByName,
  receivedByName,
  files,
  ...row
}: HandoverRow): Omit<HandoverView, 'allowed'> {
  return {
    id,
    fiscalYear,
    sectionCode,
    sectionName,
    proposedByName,
    receivedByName,
    files,
    state: row.receivedAt ? 'received' : row.withdrawnAt ? 'withdrawn' : 'proposed',
    proposedAt: row.proposedAt.toISOString(),
    receivedAt: row.receivedAt?.toISOString() ?? null,
  };
}

function fileView({ returnedAt, ...file }: HandedFile): HandedFileView {
  return { ...file, returnedAt: returnedAt?.toISOString() ?? null };
}

const MEDIA: Readonly<Record<string, string>> = { paper: '紙', hybrid: '紙・電子', electronic: '電子' };

const takenOff = ({ takenOffReason }: HandedFile): string =>
  takenOffReason === null ? '' : `一覧から除外 ${takenOffReason}`;

function sheetOf(row: HandoverRow, files: readonly HandedFile[], printed: { name: string; at: Date }): RegisterSheet {
  const day = (at: Date) => formatWareki(localDateAt(at));
  const received = row.receivedAt
    ? `受領 ${day(row.receivedAt)} ${row.receivedByName ?? ''}`
    : '受領 (未了)　　　　　　印';
  return {
    title: '書庫引継目録',
    notes: [`${row.sectionName}　${row.files}冊`, `引継 ${day(row.proposedAt)} ${row.proposedByName}　　${received}`],
    columns: [
      { heading: '番号', share: 0.6, align: 'right' },
      { heading: '年度', share: 1.2 },
      { heading: '分類', share: 1.2 },
      { heading: '簿冊', share: 4 },
      { heading: '冊', share: 0.5, align: 'right' },
      { heading: '媒体', share: 1 },
      { heading: '保存期間', share: 1 },
      { heading: '満了日', share: 1.5 },
      { heading: '場所', share: 1.4 },
      { heading: '返還・除外', share: 1.6 },
    ],
    rows: files.map((file, index) => [
      String(index + 1),
      formatFiscalYear(file.fiscalYear),
      file.classCode,
      file.title,
      String(file.volume),
      MEDIA[file.medium] ?? file.medium,
      file.retentionLabel,
      file.expiresOn ? formatWareki(localDate(file.expiresOn)) : '',
      file.placeCode ?? '',
      file.returnedAt ? `${day(file.returnedAt)} ${file.returnReason ?? ''}` : takenOff(file),
    ]),
    foot: `${day(printed.at)} 印刷 ${printed.name}`,
    author: printed.name,
    createdAt: printed.at,
  };
}
