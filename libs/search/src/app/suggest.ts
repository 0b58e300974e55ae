import { Injectable } from '@nestjs/common';
import { foldKey } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ArchiveRows } from '../data/archive-rows';
import { ArchiveHits } from './archive-hits';
import { SearchQuestion, understand } from './search-question';

export const SUGGESTION_KINDS = ['person', 'number', 'filingClass', 'matterType'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly text: string;
}

/** Hits that are looked at; suggestions are a help, not an index. */
const LOOKED_AT = 200;
const SHOWN_OF_A_KIND = 4;

/**
 * Names, numbers, classes and kinds that hold what is being typed, from the newest documents that the reader finds with it:
 * nothing is suggested that the reader could not read anyway (SEA-35).
 */
@Injectable()
export class Suggest {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ArchiveRows,
    private readonly questions: SearchQuestion,
    private readonly hits: ArchiveHits,
  ) {}

  run(text: string, actor: Actor): Promise<Suggestion[]> {
    const needle = foldKey(text);
    return this.uow.read(async () => {
      if (needle === '') return [];
      const understood = understand({ text: `"${text.replace(/["“”„＂〝〟]/gu, '')}"`, filter: {} });
      const question = await this.questions.of(understood, actor);
      await this.hits.prepare(question);
      const hits = await this.rows.listed(await this.hits.page(question, LOOKED_AT));
      const found: Readonly<Record<SuggestionKind, readonly (string | null | undefined)[]>> = {
        person: hits.flatMap(({ card }) => [card.drafterName, card.sender]),
        number: hits.map(({ card }) => card.number),
        filingClass: hits.map(({ facts }) => facts.filingClass),
        matterType: hits.map(({ card }) => card.matterTypeName),
      };
      return SUGGESTION_KINDS.flatMap((kind) => {
        const fitting = found[kind].filter((one): one is string => !!one && foldKey(one).includes(needle));
        return [...new Set(fitting)].slice(0, SHOWN_OF_A_KIND).map((one) => ({ kind, text: one }));
      });
    });
  }
}
