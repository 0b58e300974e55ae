import { Injectable } from '@nestjs/common';
import { formatWareki, localDate, localDateAt } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type DrawnPdf, RegisterPdf } from '@fubako/rendering';
import type { RegisterLine } from './disposal.views.dto';

const COLUMNS = [
  { heading: '実行日', share: 8.8 },
  { heading: '所管', share: 5 },
  { heading: '分類', share: 5 },
  { heading: '簿冊', share: 14 },
  { heading: '年度', share: 6 },
  { heading: '冊', share: 3, align: 'right' },
  { heading: '件数', share: 3.6, align: 'right' },
  { heading: '保存期間', share: 5 },
  { heading: '満了日', share: 8.8 },
  { heading: '決裁', share: 12 },
  { heading: '方法', share: 7 },
  { heading: '実行者', share: 6.5 },
] as const;

/** 廃棄簿 and 移管簿 for printing: what, who decided and when, who carried it out, when and how (RULE-88). */
@Injectable()
export class DrawRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: MunicipalitySettings,
    private readonly pdf: RegisterPdf,
  ) {}

  async run(title: string, lines: readonly RegisterLine[], actor: Actor): Promise<DrawnPdf> {
    const { town, at } = await this.uow.read(async () => ({
      town: (await this.settings.municipality()).name,
      at: await this.uow.now(),
    }));
    const documents = lines.reduce((sum, { documentCount }) => sum + documentCount, 0);
    const amount = `${lines.length.toLocaleString('ja-JP')}冊 ${documents.toLocaleString('ja-JP')}件`;
    return this.pdf.draw({
      title,
      notes: [`${town}　${lines.length === 0 ? '該当する簿冊はありません。' : amount}`],
      columns: [...COLUMNS],
      rows: lines.map(cellsOf),
      foot: `${town}　${formatWareki(localDateAt(at))}印刷　${actor.name}`,
      author: town,
      createdAt: at,
    });
  }
}

function cellsOf(line: RegisterLine): string[] {
  return [
    formatWareki(localDate(line.executedOn)),
    line.sectionName,
    line.className,
    line.title,
    line.fiscalYearLabel,
    String(line.volume),
    String(line.documentCount),
    line.retentionLabel,
    formatWareki(localDate(line.expiresOn)),
    `${line.decisionNumber ?? ''} ${formatWareki(localDate(line.decidedOn))}\n${line.decidedByName}`.trim(),
    line.method,
    line.executedName,
  ];
}
