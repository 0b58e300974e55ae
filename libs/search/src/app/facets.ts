import { formatFiscalYear } from '@fubako/kernel';
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
  closed: '完結',
};

/** Years newest first, everything else by count. */
export function facetsOf(counts: readonly FacetCount[]): Facets {
  return {
    fiscalYear: listOf(counts, 'fiscalYear').sort((a, b) => Number(b.value) - Number(a.value)),
    unit: listOf(counts, 'unit'),
    matterType: listOf(counts, 'matterType'),
    state: listOf(counts, 'state'),
  };
}

function listOf(counts: readonly FacetCount[], field: FacetField): Facet[] {
  return counts
    .filter((facet) => facet.field === field)
    .map((facet) => ({ value: facet.value, label: labelOf(facet), count: facet.count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function labelOf({ field, value, sample }: FacetCount): string {
  if (field === 'fiscalYear') return formatFiscalYear(Number(value));
  if (field === 'unit') return sample.sectionName;
  return field === 'matterType' ? sample.matterTypeName : (STATE_LABELS[value] ?? value);
}
