import { formatWareki, localDateAt } from '@fubako/kernel';
import type { DocumentCard } from '@fubako/documents';
import type { Passage, SimpleDocument } from '@fubako/rendering';
import type { SeatRow } from '../data/case.row';

export interface CoverFacts {
  readonly municipalityName: string;
  readonly card: DocumentCard;
  readonly className: string;
  readonly seats: readonly SeatRow[];
  readonly printedBy: string;
  readonly printedAt: Date;
}

/** 紙添付送付票 (RULE-11): goes round on top of the papers that belong to an electronic matter. */
export function paperCover(facts: CoverFacts): SimpleDocument {
  const { card, municipalityName, printedAt } = facts;
  return {
    title: card.attributes.medium === 'paper' ? '紙原議送付票' : '紙添付送付票',
    author: municipalityName,
    createdAt: printedAt,
    letterhead: { number: numberOf(card), date: formatWareki(localDateAt(printedAt)) },
    passages: [...matterFields(facts), ...papers(card), ...round(facts), ...foot(facts)],
  };
}

export const numberOf = ({ dispatchNumber, draftNumber }: DocumentCard): string =>
  dispatchNumber ?? draftNumber ?? '(起案前)';

const field = (label: string, value: string): Passage => ({ kind: 'field', label, value });

function matterFields({ card, className }: CoverFacts): Passage[] {
  const { attributes, drafter, section, unit } = card;
  const place = unit.name === section.name ? section.name : `${section.name} ${unit.name}`;
  return [
    field('件名', card.title),
    field('起案者', `${place} ${drafter.postTitle} ${drafter.name}`),
    field('分類', `${attributes.classCode} ${className}`),
    field('紙とする理由', [attributes.paperReason, attributes.paperNote].filter(Boolean).join(' ')),
    ...(attributes.urgent ? [field('至急', attributes.urgencyReason ?? '')] : []),
  ];
}

function papers({ attributes }: DocumentCard): Passage[] {
  const named = attributes.paperAttachments.length > 0 ? attributes.paperAttachments : ['原議一式'];
  return [
    { kind: 'heading', text: `紙の添付(${named.length}点)` },
    {
      kind: 'table',
      columns: [
        { heading: '番号', share: 1, align: 'center' },
        { heading: '名称', share: 9 },
        { heading: '確認', share: 2 },
      ],
      rows: named.map((name, index) => [String(index + 1), name, '']),
    },
  ];
}

const DONE: Partial<Record<SeatRow['state'], string>> = { done: '済', passed: '後閲', skipped: '／' };

/** To whom it goes: the seats of the round, in their order, with room for the day on which the papers came. */
function round({ seats: all }: CoverFacts): Passage[] {
  const seats = all.filter(({ state }) => state !== 'removed');
  if (seats.length === 0) return [];
  return [
    { kind: 'heading', text: '回付先' },
    {
      kind: 'table',
      columns: [
        { heading: '順', share: 1, align: 'center' },
        { heading: '所属・職', share: 6 },
        { heading: '氏名', share: 4 },
        { heading: '受領日', share: 2 },
      ],
      rows: seats.map(({ step_no, unit_name, post_title, principal_name, planned_name, state }) => [
        String(step_no),
        `${unit_name} ${post_title}`,
        principal_name ?? planned_name ?? '',
        DONE[state] ?? '',
      ]),
    },
  ];
}

function foot({ card, printedBy }: CoverFacts): Passage[] {
  return [
    { kind: 'paragraph', text: 'この票は、紙の添付の上に付けて回してください。電子の原議と合わせて保存します。' },
    field('文書ID', card.id),
    field('印刷', printedBy),
  ];
}
