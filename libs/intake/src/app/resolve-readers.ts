import { Injectable } from '@nestjs/common';
import type { PostCode, StaffNo, UnitCode } from '@fubako/kernel';
import { type Holder, type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import { refuse } from '../errors';

/** Whom to ask: a person, whoever holds a post, or everybody of a section. */
export interface ReaderWish {
  readonly kind: 'person' | 'post' | 'section';
  readonly code: string;
  readonly required: boolean;
}

export interface ResolvedReader {
  readonly staffNo: string;
  readonly name: string;
  readonly postCode: string;
  readonly postTitle: string;
  readonly unitName: string;
  readonly required: boolean;
}

/** Names the readers of a 供覧 by today's organisation; the list then stays as it is (RULE-03). */
@Injectable()
export class ResolveReaders {
  constructor(private readonly charts: OrganisationCharts) {}

  /** Each person once, in the order given; whoever is required anywhere is required. @throws DomainError intake.unknown-reader, intake.vacant-post */
  async run(wishes: readonly ReaderWish[]): Promise<ResolvedReader[]> {
    const chart = await this.charts.today();
    const found = new Map<string, ResolvedReader>();
    for (const wish of wishes) {
      for (const holder of holdersOf(chart, wish)) {
        const known = found.get(holder.person.staffNo);
        const required = wish.required || known?.required === true;
        found.set(holder.person.staffNo, { ...(known ?? readerOf(chart, holder)), required });
      }
    }
    return [...found.values()];
  }

  /** Everybody who has a post in these sections, or in any. */
  async peopleOf(sectionCodes: readonly string[] | 'all'): Promise<string[]> {
    const chart = await this.charts.today();
    const units =
      sectionCodes === 'all' ? null : new Set(sectionCodes.flatMap((code) => chart.subtreeOf(code as UnitCode)));
    const belongs = ({ post }: Holder) => units === null || units.has(post.unitCode);
    return chart.people().flatMap(({ staffNo }) => (chart.postsOf(staffNo).some(belongs) ? [staffNo] : []));
  }
}

function holdersOf(chart: OrganisationChart, { kind, code }: ReaderWish): readonly Holder[] {
  if (kind === 'section') return membersOf(chart, code);
  const holder = kind === 'person' ? chart.postsOf(code as StaffNo)[0] : chart.holderOf(code as PostCode);
  if (holder) return [holder];
  const post = kind === 'post' ? chart.post(code as PostCode) : null;
  throw post ? refuse('intake.vacant-post', { post: titleOf(chart, post) }) : refuse('intake.unknown-reader', { code });
}

function membersOf(chart: OrganisationChart, code: string): readonly Holder[] {
  const units = new Set(chart.subtreeOf(code as UnitCode));
  if (units.size === 0) throw refuse('intake.unknown-reader', { code });
  return chart
    .people()
    .flatMap(({ staffNo }) => chart.postsOf(staffNo).find(({ post }) => units.has(post.unitCode)) ?? []);
}

function readerOf(chart: OrganisationChart, { person, post }: Holder): Omit<ResolvedReader, 'required'> {
  const unitName = chart.unit(post.unitCode)?.name ?? '';
  return { staffNo: person.staffNo, name: person.name, postCode: post.code, postTitle: post.title, unitName };
}

function titleOf(chart: OrganisationChart, post: { title: string; unitCode: UnitCode }): string {
  return `${chart.unit(post.unitCode)?.name ?? ''} ${post.title}`;
}
