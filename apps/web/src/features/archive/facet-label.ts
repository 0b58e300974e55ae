import type { AskedCondition, Facet, SearchHit, SearchResult } from '../../shared/api/types';
import { stateLabel } from '../../shared/i18n/labels';
import type { PlainKey, Translate } from '../../shared/i18n/translate';
import { formatDay, formatFiscalYear } from '../../shared/wareki/format';
import type { Locale } from '../../shared/i18n/locale';
import { facetNames, type FacetName } from './archive-search';

const RECEIPT_STATES = {
  receipt_open: 'receipt.state.open',
  receipt_read: 'receipt.state.read',
  receipt_drafted: 'receipt.state.drafted',
  receipt_not_needed: 'receipt.state.not_needed',
  receipt_sent_back: 'receipt.state.sent_back',
} as const satisfies Partial<Record<SearchHit['state'], PlainKey>>;

const isOfReceipt = (state: SearchHit['state']): state is keyof typeof RECEIPT_STATES => state in RECEIPT_STATES;

/** How a document or a receipt stands. */
export const hitStateLabel = (state: SearchHit['state']): PlainKey =>
  isOfReceipt(state) ? RECEIPT_STATES[state] : stateLabel(state);

interface Words {
  readonly t: Translate;
  readonly locale: Locale;
}

/** Values that the dictionary names. */
const WORDED: Readonly<Partial<Record<FacetName, readonly string[]>>> = {
  kind: ['document', 'receipt'],
  hold: ['held', 'free'],
  expiryYear: ['none'],
  disclosureClass: ['open', 'partial', 'closed'],
  medium: ['electronic', 'paper', 'hybrid'],
};

/** Facets with few values are worded here, in the reader's language; the others bring their labels. */
export function facetLabel(name: FacetName, { value, label }: Pick<Facet, 'value' | 'label'>, words: Words): string {
  const { t, locale } = words;
  if (name === 'state') return t(hitStateLabel(value as SearchHit['state']));
  if (WORDED[name]?.includes(value)) return t(`facet.${name}.${value}` as PlainKey);
  if ((name === 'expiryYear' || name === 'fiscalYear') && /^\d{4}$/.test(value))
    return formatFiscalYear(Number(value), locale);
  return label;
}

const FIELD_LABELS: Readonly<Partial<Record<AskedCondition['kind'], PlainKey>>> = {
  title: 'search.source.title',
  number: 'search.source.number',
  drafter: 'search.source.drafter',
  decider: 'search.source.decider',
  attachment: 'search.source.attachment',
  counterpart: 'search.source.counterpart',
  file: 'search.file',
  decided: 'search.decided',
  amount: 'search.amount',
  from: 'search.from',
  to: 'search.to',
};

/** A condition as the server understood it, in the reader's words: words as they stand in the box, everything else with its name. */
export function conditionLabel(
  { kind, text, value }: AskedCondition,
  facets: SearchResult['facets'] | undefined,
  { t, locale }: Words,
): string {
  const facet = facetNames.find((name) => name === kind);
  const field = FIELD_LABELS[kind];
  if (facet) {
    const label = (value !== null && facets?.[facet].find((one) => one.value === value)?.label) || text;
    return `${t(`facet.${facet}`)}: ${value === null ? label : facetLabel(facet, { value, label }, { t, locale })}`;
  }
  const isDay = kind === 'from' || kind === 'to';
  if (isDay && value !== null && field) return `${t(field)}: ${formatDay(value, locale)}`;
  return field ? `${t(field)}: ${text}` : text;
}
