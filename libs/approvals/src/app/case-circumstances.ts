import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { Language } from '@fubako/platform/http';
import { ruleSetWords } from '../core/rule-set-words';
import { CaseRows } from '../data/case-rows';
import { SuccessionRows } from '../data/succession-rows';
import type { Approval, QuotedTableView } from './approvals.views.dto';
import type { LoadedCase } from './case-state-reader';

type Circumstances = Pick<Approval, 'delegationTable' | 'handedOver'>;

/** What stands around a case: the table it was planned by, and who had the reader's task before its present holder. */
@Injectable()
export class CaseCircumstances {
  constructor(
    private readonly cases: CaseRows,
    private readonly successions: SuccessionRows,
  ) {}

  /** Asked beside the case itself. @returns what they are once the case is there too */
  async look(
    documentId: string,
    { staffNo }: Actor,
    language: Language,
  ): Promise<(loaded: LoadedCase) => Circumstances> {
    const [table, last] = await Promise.all([
      this.cases.ruleSetOf(documentId),
      this.successions.last(documentId, staffNo),
    ]);
    const handedOver = last && { postTitle: last.post_title, to: last.to_name, on: localDateAt(last.at) };
    return ({ seats }) => {
      // Whoever has a task is told nothing of who had it: somebody who opens an old link is (S07).
      const hasTask = seats.some(({ state, principal }) => state === 'active' && principal === staffNo);
      return { delegationTable: table && quoted(table, language), handedOver: hasTask ? null : handedOver };
    };
  }
}

/** RULE-104 Which version of the table the matter was planned by. */
function quoted(
  { version, validFrom }: { readonly version: number; readonly validFrom: LocalDate },
  language: Language,
): QuotedTableView {
  return { version, validFrom, words: ruleSetWords(version, validFrom, language) };
}
