import { Injectable } from '@nestjs/common';
import { formatWareki, localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { MunicipalitySettings } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import type { RegisterSheet } from '@fubako/rendering';
import { INTERNAL_COLUMNS, PUBLIC_COLUMNS, registerCsv } from '../../core/registers/file-register';
import { ReadRegister, type RegisterQuery } from './read-register';

/** ファイル管理簿 on paper and as a spreadsheet. */
@Injectable()
export class PrintRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly register: ReadRegister,
    private readonly settings: MunicipalitySettings,
  ) {}

  async csv(query: RegisterQuery, actor: Actor): Promise<string> {
    const { lines } = await this.register.run(query, actor);
    return registerCsv(query.edition === 'public' ? PUBLIC_COLUMNS : INTERNAL_COLUMNS, lines);
  }

  sheet(query: RegisterQuery, actor: Actor): Promise<RegisterSheet> {
    return this.uow.read(async () => {
      const { asOf, lines } = await this.register.run(query, actor);
      const columns = query.edition === 'public' ? PUBLIC_COLUMNS : INTERNAL_COLUMNS;
      const at = await this.uow.now();
      const { name } = await this.settings.municipality();
      const left =
        query.edition === 'public' ? '保存期間1年未満のものと、不開示情報に当たるものは載せていません。' : '';
      return {
        title: query.edition === 'public' ? 'ファイル管理簿' : 'ファイル管理簿(庁内用)',
        notes: [`${name}　${formatWareki(asOf)}現在　${lines.length}冊　${left}`.trimEnd()],
        columns: columns.map(({ heading, printed = heading, share }) => ({ heading: printed, share })),
        rows: lines.map((line) => columns.map(({ cell }) => cell(line))),
        foot: `${name}　${formatWareki(localDateAt(at))}印刷　${actor.name}`,
        author: name,
        createdAt: at,
      };
    });
  }
}
