import { Injectable } from '@nestjs/common';
import { formatWareki, localDate, startOfDay } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { type DrawnPdf, SimpleDocumentPdf } from '@fubako/rendering';
import type { RegisterLine } from './disposal.views.dto';

const COLUMNS = [
  { heading: '実行日', share: 6.6 },
  { heading: '簿冊', share: 7 },
  { heading: '年度', share: 4.2 },
  { heading: '冊', share: 1.8, align: 'right' },
  { heading: '件数', share: 2.4, align: 'right' },
  { heading: '保存', share: 3 },
  { heading: '決裁', share: 6.4 },
  { heading: '実行者', share: 4.6 },
] as const;

/** 廃棄簿 and 移管簿 for printing. */
@Injectable()
export class DrawRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: MunicipalitySettings,
    private readonly pdf: SimpleDocumentPdf,
  ) {}

  async run(title: string, lines: readonly RegisterLine[]): Promise<DrawnPdf> {
    const town = await this.uow.read(async () => (await this.settings.municipality()).name);
    const last = lines.at(-1);
    const documents = lines.reduce((sum, { documentCount }) => sum + documentCount, 0);
    return this.pdf.draw({
      title,
      author: town,
      createdAt: last ? startOfDay(localDate(last.executedOn)) : new Date(0),
      letterhead: { sender: [town] },
      passages: [
        { kind: 'field', label: '数量', value: `${lines.length}冊 ${documents.toLocaleString('ja-JP')}件` },
        lines.length === 0
          ? { kind: 'paragraph', text: '該当する簿冊はありません。' }
          : { kind: 'table', columns: [...COLUMNS], rows: lines.map(cellsOf) },
      ],
    });
  }
}

function cellsOf(line: RegisterLine): string[] {
  return [
    formatWareki(localDate(line.executedOn)),
    `${line.title}\n${line.sectionName}`,
    line.fiscalYearLabel,
    String(line.volume),
    String(line.documentCount),
    line.retentionLabel,
    `${line.decisionNumber ?? ''}\n${line.decidedByName}`.trim(),
    line.executedName,
  ];
}
