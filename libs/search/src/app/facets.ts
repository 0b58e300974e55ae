import { formatFiscalYear } from '@fubako/kernel';
import { FACT_NAMES } from '../core/question';
import type { FacetCount, FacetField } from '../data/archive-rows';
import type { Facet, Facets } from './search-result';

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
};

const DISCLOSURE_LABELS: Readonly<Record<string, string>> = { open: '公開', partial: '部分公開', closed: '非公開' };
const HOLD_LABELS: Readonly<Record<string, string>> = { held: '廃棄保留中', free: '保留なし' };
const MEDIUM_LABELS: Readonly<Record<string, string>> = { electronic: '電子', paper: '紙', hybrid: '電子と紙' };

/** Years in order; everything else by count. */
const YEARS: readonly FacetField[] = ['fiscalYear', 'expiryYear'];

/** Years newest first, everything else by count. */
export function facetsOf(counts: readonly FacetCount[]): Facets {
  const facts = Object.fromEntries(FACT_NAMES.map((name) => [name, listOf(counts, name)]));
  return {
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
    case 'fiscalYear':
    case 'expiryYear':
      return value === 'none' ? '期限なし' : formatFiscalYear(Number(value));
    case 'unit':
      return sample.sectionName;
    case 'matterType':
      return sample.matterTypeName;
    case 'state':
      return STATE_LABELS[value] ?? value;
    case 'disclosureClass':
      return DISCLOSURE_LABELS[value] ?? value;
    case 'hold':
      return HOLD_LABELS[value] ?? value;
    case 'medium':
      return MEDIUM_LABELS[value] ?? value;
    default:
      return label ?? value;
  }
}
