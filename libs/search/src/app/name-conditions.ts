import { Injectable } from '@nestjs/common';
import { kanjiForms } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { type Asked, wantedTerms } from '../core/condition';
import { SEARCH_FOLDINGS, type SearchFolding } from '../core/query';
import type { FactName, SearchFilter } from '../core/question';
import { ArchiveRows, COUNT_CAP } from '../data/archive-rows';
import { ArchiveHits } from './archive-hits';
import { type Chip, chipsOf } from './chips';
import { FileNames } from './file-names';
import { SearchQuestion, type SearchTerms, type Understood, planOf, understand } from './search-question';
import type { AskedCondition, AskedFolding, ConditionKind, Otherwise } from './search-result';
import { SectionNames } from './section-names';

interface NamedSearch {
  readonly terms: SearchTerms;
  readonly understood: Understood;
  readonly nothingFound: boolean;
}

/** What was not found after so long is not worth waiting for. */
const PATIENCE_MS = 1500;

/**
 * Names the conditions of a search, each removable by itself (SEA-12); when nothing was found, says of each what would be found
 * without it, among what the reader may see.
 */
@Injectable()
export class NameConditions {
  constructor(
    private readonly questions: SearchQuestion,
    private readonly hits: ArchiveHits,
    private readonly sections: SectionNames,
    private readonly files: FileNames,
    private readonly rows: ArchiveRows,
  ) {}

  async run(
    { terms, understood: { asked }, nothingFound }: NamedSearch,
    actor: Actor,
  ): Promise<{ conditions: AskedCondition[]; foldings: AskedFolding[] }> {
    const { text, filter, off = [] } = terms;
    const names = await this.namesIn(filter);
    const chips = chipsOf(text, { asked, filter }, names);
    const until = performance.now() + (nothingFound ? PATIENCE_MS : 0);
    const conditions: AskedCondition[] = [];
    for (const chip of chips) {
      const without =
        chips.length > 1 && performance.now() < until ? await this.otherwise(chip.rest, off, actor) : null;
      conditions.push(viewOf(nothingFound ? await this.named(chip, actor) : chip, without));
    }
    const foldings: AskedFolding[] = [];
    for (const name of SEARCH_FOLDINGS) {
      const on = !off.includes(name);
      const others = off.filter((each) => each !== name);
      const whenOn =
        !on && performance.now() < until
          ? await this.otherwise({ asked: understand({ ...terms, off: others }).asked, filter }, others, actor)
          : null;
      foldings.push({ name, on, forms: name === 'kanji' ? formsIn(asked) : [], whenOn });
    }
    return { conditions, foldings };
  }

  /** Sections by code and files by id, as far as filters name them. */
  private async namesIn({ units, facts, files }: SearchFilter): Promise<Map<string, string>> {
    const sections = units || facts?.unitThen ? await this.sections.all() : [];
    const titles = files ? await this.files.titlesOf(files) : [];
    return new Map([...sections.map(({ code, name }) => [code, name] as const), ...titles]);
  }

  /** Where no facet says how a code is called, a document that the reader finds with it does. */
  private async named(chip: Chip, actor: Actor): Promise<Chip> {
    const alone = chip.value === null ? null : filterOfCode(chip.kind, chip.value);
    if (alone === null) return chip;
    const question = await this.questions.of({ asked: [], filter: alone, plan: planOf([]) }, actor);
    await this.hits.prepare(question);
    const [hit] = await this.rows.listed(await this.hits.page(question, 1));
    const name = alone.facts ? hit?.facts[chip.kind as FactName] : hit?.card.matterTypeName;
    return { ...chip, text: name ?? chip.text };
  }

  private async otherwise(
    { asked, filter }: Chip['rest'],
    off: readonly SearchFolding[],
    actor: Actor,
  ): Promise<Otherwise> {
    const question = await this.questions.of({ asked, filter, plan: planOf(asked, off) }, actor);
    await this.hits.prepare(question);
    const count = await this.hits.count(question, COUNT_CAP + 1);
    return { count: Math.min(count, COUNT_CAP), countCapped: count > COUNT_CAP };
  }
}

/** What is found with a code that says nothing by itself; null for everything else. */
function filterOfCode(kind: ConditionKind, value: string): SearchFilter | null {
  if (kind === 'matterType') return { matterTypes: [value] };
  return kind === 'filingClass' || kind === 'retention' ? { facts: { [kind]: [value] } } : null;
}

function viewOf({ kind, text, span, q, parameter, value }: Chip, without: Otherwise | null): AskedCondition {
  return { kind, text, start: span?.start ?? null, end: span?.end ?? null, q, parameter, value, without };
}

/** Forms of the kanji that the wanted words hold. */
function formsIn(asked: readonly Asked[]): string[] {
  return kanjiForms(
    wantedTerms(asked.map(({ condition }) => condition))
      .map(({ written }) => written)
      .join(' '),
  );
}
