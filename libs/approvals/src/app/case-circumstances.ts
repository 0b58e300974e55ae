import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { Language } from '@fubako/platform/http';
import { ruleSetWords } from '../core/rule-set-words';
import { RuleSetRows } from '../data/rule-set-rows';
import { SuccessionRows } from '../data/succession-rows';
import type { Approval, QuotedTableView, HandedOverView } from './approvals.views.dto';
import type { LoadedCase } from './case-state-reader';

/** What stands around a case: the table it was planned by, and who had the reader's task before its present holder. */
@Injectable()
export class CaseCircumstances {
  constructor(
    private readonly ruleSets: RuleSetRows,
    private readonly successions: SuccessionRows,
  ) {}

  async of(
    loaded: LoadedCase,
    actor: Actor,
    language: Language,
  ): Promise<Pick<Approval, 'delegationTable' | 'handedOver'>> {
    return {
      delegationTable: await this.delegationTable(loaded.row.rule_set_id, language),
      handedOver: await this.handedOver(loaded, actor),
    };
  }

  /** RULE-104 Which version of the table the matter was planned by. */
  private async delegationTable(id: number, language: Language): Promise<QuotedTableView | null> {
    const set = await this.ruleSets.find(id);
    if (!set || set.version === null || set.validFrom === null) return null;
    const { version, validFrom } = set;
    return { version, validFrom, words: ruleSetWords(version, validFrom, language) };
  }

  /** Somebody who opens an old link learns that the task is a successor's now (S07). */
  private async handedOver({ card, seats }: LoadedCase, { staffNo }: Actor): Promise<HandedOverView | null> {
    if (seats.some(({ state, principal }) => state === 'active' && principal === staffNo)) return null;
    const last = await this.successions.last(card.id, staffNo);
    return last && { postTitle: last.post_title, to: last.to_name, on: localDateAt(last.at) };
  }
}
