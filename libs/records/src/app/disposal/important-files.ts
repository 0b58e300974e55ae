import { Injectable } from '@nestjs/common';
import { CaseRows } from '@fubako/approvals';
import { MunicipalitySettings } from '@fubako/organisation';
import { isImportant } from '../../core/disposal/important';
import type { FileFacts } from '../../core/disposal/obstacle';

/** 重要文書の廃棄 (setting `importantDisposal`, RULE-88). Call inside a unit of work. */
@Injectable()
export class ImportantFiles {
  constructor(
    private readonly cases: CaseRows,
    private readonly settings: MunicipalitySettings,
  ) {}

  /** @returns the files of which at least one document is important */
  async among(files: readonly { fileId: string; facts: FileFacts }[]): Promise<ReadonlySet<string>> {
    const { importantDisposal } = await this.settings.current();
    const ranks = await this.cases.decisionRanks(
      files.flatMap(({ facts }) => facts.documents.map(({ documentId }) => documentId)),
    );
    const important = files.filter(({ facts: { documents, years } }) =>
      documents.some(({ documentId }) =>
        isImportant({ deciderRank: ranks.get(documentId) ?? null, years }, importantDisposal),
      ),
    );
    return new Set(important.map(({ fileId }) => fileId));
  }
}
