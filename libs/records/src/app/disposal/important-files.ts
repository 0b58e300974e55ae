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
    // Who decided what is on paper is not known.
    const ranksIn = ({ documents, papers, medium }: FileFacts) => [
      ...documents.map(({ documentId }) => ranks.get(documentId) ?? null),
      ...(papers.length > 0 || medium === 'paper' ? [null] : []),
    ];
    const important = files.filter(({ facts }) =>
      ranksIn(facts).some((deciderRank) => isImportant({ deciderRank, years: facts.years }, importantDisposal)),
    );
    return new Set(important.map(({ fileId }) => fileId));
  }
}
