import { Injectable } from '@nestjs/common';
import { FOLDINGS, type FiscalYear, type Folding } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { Asked } from '../core/condition';
import { type SearchPlan, planForOlderEntries, planQuery } from '../core/plan';
import { MOST_CHARACTERS, MOST_TERMS, QueryFault, type SearchFolding, parseQuery } from '../core/query';
import type { SearchFilter, Sort } from '../core/question';
import type { ReadersQuestion } from '../data/hits.sql';
import { refuse } from '../errors';
import { FileNames } from './file-names';
import { IndexMake } from './index-make';
import { SearchSubjects } from './search-subjects';
import { SectionNames } from './section-names';

/** What is searched for: the same for hits, counts, and everything else that asks the archive. */
export interface SearchTerms {
  /** What stands in the search box; empty lists everything the filters leave. */
  readonly text: string;
  readonly filter: SearchFilter;
  /** Foldings that are switched off. */
  readonly off?: readonly SearchFolding[];
  /** The newest day first, when absent. */
  readonly sort?: Sort;
  /** The list begins with this fiscal year. */
  readonly startYear?: FiscalYear;
}

/** The terms, read. */
export interface Understood {
  readonly asked: readonly Asked[];
  readonly plan: SearchPlan;
  readonly filter: SearchFilter;
  readonly sort?: Sort;
  readonly startYear?: FiscalYear;
}

/** Makes a reader's question of what was asked. Call inside a unit of work. */
@Injectable()
export class SearchQuestion {
  constructor(
    private readonly sections: SectionNames,
    private readonly files: FileNames,
    private readonly makes: IndexMake,
    private readonly subjects: SearchSubjects,
  ) {}

  async of({ asked: _, ...understood }: Understood, actor: Actor): Promise<ReadersQuestion> {
    const { conditions } = understood.plan;
    const unitCodes = await this.sections.codesOf(conditions);
    const fileIds = await this.files.idsOf(conditions);
    const plan = (await this.makes.hasPlaces()) ? understood.plan : planForOlderEntries(understood.plan);
    return { ...understood, plan, unitCodes, fileIds, visible: this.subjects.readable(actor) };
  }
}

/** The plan of some of the conditions. */
export function planOf(asked: readonly Asked[], off: readonly SearchFolding[] = []): SearchPlan {
  return planQuery(asked, off.filter(isLetterFolding));
}

function isLetterFolding(folding: SearchFolding): folding is Folding {
  return (FOLDINGS as readonly string[]).includes(folding);
}

/** @throws DomainError search.query-too-long, search.too-many-words, search.only-exclusions, search.query-unreadable, search.period-reversed */
export function understand({ text, off, ...others }: SearchTerms): Understood {
  const { from, to } = others.filter;
  if (from && to && from > to) throw refuse('search.period-reversed', { from, to });
  try {
    const { asked } = parseQuery(text, off);
    return { ...others, asked, plan: planOf(asked, off) };
  } catch (error) {
    throw error instanceof QueryFault ? refusalOf(error) : error;
  }
}

function refusalOf({ code, at, text }: QueryFault) {
  switch (code) {
    case 'too-long':
      return refuse('search.query-too-long', { limit: MOST_CHARACTERS });
    case 'too-many-words':
      return refuse('search.too-many-words', { limit: MOST_TERMS });
    case 'only-exclusions':
      return refuse('search.only-exclusions', {});
    default:
      return refuse('search.query-unreadable', { fault: code, at, text });
  }
}
