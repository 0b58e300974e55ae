import { formatFiscalYear } from '@fubako/kernel';
import { FACT_NAMES, type FactName } from '../core/question';
import type { FacetCount, FacetField } from '../data/archive-rows';
import type { Facet, Facets } from './search-result';

/** 区分 in a clerk's words. */
const KIND_LABELS: Readonly<Record<string, string>> = { document: '文書', receipt: '収受' };

/** States in a clerk's words. */
const STATE_LABELS: Readonly<Record<string, string>> = {
  drafting: '起案中',
  circulating: '回議中',
  returned: '差戻し',
  pulled_back: '引戻し',
  decided: '決裁済み',
  rejected: '否決',
  withdrawn: '取下げ',
  abandoned: '廃案',
  executed: '施行済み',
  closed: '完結',
  receipt_open: '未処理',
  receipt_read: '供覧完結',
  receipt_drafted: '起案に引継',
  receipt_not_needed: '不要',
  receipt_sent_back: '返戻',
};

const FACT_LABELS: Readonly<Partial<Record<FactName, Readonly<Record<string, string>>>>> = {
  disclosureClass: { open: '公開', partial: '部分公開', closed: '非公開' },
  hold: { held: '廃棄保留中', free: '保留なし' },
  medium: { electronic: '電子', paper: '紙', hybrid: '電子と紙' },
};

/** Years in order; everything else by count. */
const YEARS: readonly FacetField[] = ['fiscalYear', 'expiryYear'];

/** Years newest first, everything else by count. */
export function facetsOf(counts: readonly FacetCount[]): Facets {
  const facts = Object.fromEntries(FACT_NAMES.map((name) => [name, listOf(counts, name)]));
  return {
    kind: listOf(counts, 'kind'),
    fiscalYear: listOf(counts, 'fiscalYear'),
    unit: listOf(counts, 'unit'),
    matterType: listOf(counts, 'matterType'),
    state: listOf(counts, 'state'),
    ...(facts as Record<(typeof FACT_NAMES)[number], Facet[]>),
  };
}

function listOf(counts: readonly FacetCount[], field: FacetField): Facet[] {
  const byYear = YEARS.includes(field);
  return counts
    .filter((facet) => facet.field === field)
    .map((facet) => ({ value: facet.value, label: labelOf(facet), count: facet.count }))
    .sort((a, b) => (byYear ? yearOf(b) - yearOf(a) : b.count - a.count) || (a.value < b.value ? -1 : 1));
}

/** What has no year stands first. */
function yearOf({ value }: Facet): number {
  return Number.isNaN(Number(value)) ? Infinity : Number(value);
}

function labelOf({ field, value, label, sample }: FacetCount): string {
  switch (field) {
    case 'kind':
      return kindLabel(value);
    case 'fiscalYear':
      return formatFiscalYear(Number(value));
    case 'unit':
      return sample.sectionName;
    case 'matterType':
      return sample.matterTypeName;
    case 'state':
      return stateLabel(value);
    default:
      return label ?? factLabel(field, value);
  }
}

export function kindLabel(kind: string): string {
  return KIND_LABELS[kind] ?? kind;
}

export function stateLabel(state: string): string {
  return STATE_LABELS[state] ?? state;
}

/** A fact of filing in a clerk's words. */
export function factLabel(fact: FactName, value: string): string {
  if (fact === 'expiryYear')
    return value === 'none' ? '期限なし' : /^\d{4}$/.test(value) ? formatFiscalYear(Number(value)) : value;
  return FACT_LABELS[fact]?.[value] ?? value;
}
