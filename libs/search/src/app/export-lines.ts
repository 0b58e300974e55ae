import { formatWareki, csvLine } from '@fubako/kernel';
import type { ListedHit } from '../data/archive-rows';
import { factLabel, kindLabel, stateLabel } from './facets';

/** The columns of a list, in order. */
export const LIST_HEAD = csvLine([
  '番号',
  '件名',
  '日付',
  '日付(西暦)',
  '状態',
  '文書種別',
  '所属',
  '起案時の所属',
  '起案者',
  '金額',
  '添付',
  '分類',
  '保存期間',
  '満了年度',
  '廃棄保留',
  '公開区分',
  '媒体',
  '区分',
  '発信者',
]);

export function listLine({ kind, card, sortOn, state, amount, facts }: ListedHit): string {
  const named = (name: 'expiryYear' | 'hold' | 'disclosureClass' | 'medium') =>
    facts[name] === undefined ? null : factLabel(name, facts[name]);
  return csvLine([
    card.number,
    card.title,
    formatWareki(sortOn),
    sortOn,
    stateLabel(state),
    card.matterTypeName,
    card.sectionName,
    facts.unitThen ?? null,
    card.drafterName,
    amount,
    card.attachmentCount,
    facts.filingClass ?? null,
    facts.retention ?? null,
    named('expiryYear'),
    named('hold'),
    named('disclosureClass'),
    named('medium'),
    kindLabel(kind),
    card.sender ?? null,
  ]);
}
