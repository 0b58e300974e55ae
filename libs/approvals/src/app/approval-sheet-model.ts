import { type LocalDate, formatStampDate, formatWareki, localDate, localDateAt } from '@fubako/kernel';
import type { AttachmentRow, DocumentCard, LabelledText } from '@fubako/documents';
import type { ApprovalSheet, Passage, SheetBox, SheetRemark } from '@fubako/rendering';
import type { ActKind } from '../core/act-table';
import { actWords, outcomeWords } from '../core/words';
import { actNote } from './act-note';
import type { ActRow, SeatRow } from '../data/case.row';
import { tablePassages } from './table-passages';

/** Everything the sheet of one document says, as it is in the database. */
export interface SheetFacts {
  readonly municipalityName: string;
  readonly card: DocumentCard;
  readonly decisionLabel: string;
  readonly seats: readonly SeatRow[];
  readonly acts: readonly ActRow[];
  readonly texts: readonly LabelledText[];
  readonly attachments: readonly Pick<
    AttachmentRow,
    'file_name' | 'pages' | 'addition' | 'added_at' | 'added_by_name'
  >[];
  readonly filing: {
    readonly className: string;
    readonly retentionLabel: string;
    readonly expiresOn: LocalDate | null;
  };
  readonly printedBy: string;
  readonly printedAt: Date;
}

/** 起案用紙: the acts as stamps, the fields as the body, opinions as remarks. Pure. */
export function approvalSheet(facts: SheetFacts): ApprovalSheet {
  const { card, seats, acts } = facts;
  const bySeat = new Map(acts.map((act) => [act.id, act]));
  const shown = seats.filter(
    ({ skip, state }) => state !== 'removed' && (skip !== 'same-person' || seats.length <= 12),
  );
  const inLine = shown.filter(
    ({ step_kind }) => step_kind === 'line' || step_kind === 'decision' || step_kind === 'review',
  );
  const asked = shown.filter(({ step_kind, skip }) => step_kind === 'concurrence' && skip !== 'own-section');
  return {
    municipalityName: facts.municipalityName,
    title: '起案用紙',
    dispatchNumber: card.dispatchNumber,
    draftNumber: card.draftNumber ?? '(提出時に採番)',
    decisionLabel: facts.decisionLabel,
    decisionBoxes: [drafterBox(card), ...inLine.map((seat) => boxOf(seat, bySeat, lineHeading(seat)))],
    concurrenceBoxes: asked.map((seat) => boxOf(seat, bySeat, concurrenceHeading(seat))),
    particulars: particularsOf(facts),
    subject: card.title,
    body: bodyOf(facts.texts),
    attachments: facts.attachments.map((file) => ({ name: listedName(file), pages: file.pages })),
    remarks: acts.flatMap(remarksOf),
    footer: footerOf(facts),
  };
}

/** `検査調書.pdf(決裁後に追加 令和8年5月20日 上田 久美子)` (RULE-61) */
function listedName({ file_name, addition, added_at, added_by_name }: SheetFacts['attachments'][number]): string {
  return addition ? `${file_name}(決裁後に追加 ${day(added_at)} ${added_by_name})` : file_name;
}

function drafterBox({ drafter, submittedAt }: DocumentCard): SheetBox {
  const stamp = submittedAt
    ? { top: drafter.postTitle, date: stampDate(submittedAt), name: familyName(drafter.name) }
    : null;
  return { heading: drafter.postTitle, stamp, mark: null };
}

function boxOf(seat: SeatRow, acts: ReadonlyMap<string, ActRow>, heading: string): SheetBox {
  const act = seat.act_id === null ? undefined : acts.get(seat.act_id);
  const stands = act && act.outcome !== 'returned' && act.outcome !== 'rejected';
  const top = act && INSTEAD.has(act.capacity) ? `代 ${act.post_title}` : heading;
  const stamp = stands ? { top, date: stampDate(act.acted_at), name: familyName(act.actor_name) } : null;
  const mark = seat.skip !== null ? 'not-applicable' : seat.state === 'active' ? 'waiting' : null;
  return { heading, stamp, mark };
}

/** Marked on the stamp: 代決 and 代理. */
const INSTEAD = new Set(['acting', 'proxy']);

/** 審査 stands in the line under its own name. */
function lineHeading({ step_kind, post_title }: SeatRow): string {
  return step_kind === 'review' ? '審査' : post_title;
}

/** `財政課長`: a concurring head is named with the unit, since several sections stand side by side. */
function concurrenceHeading({ unit_name, post_title }: SeatRow): string {
  return unit_name.endsWith('課') && post_title === '課長' ? `${unit_name}長` : `${unit_name}${post_title}`;
}

/** People of a municipality write family and given name with a space between; a name without one is printed whole. */
function familyName(name: string): string {
  return name.split(/[ 　]/u)[0] ?? name;
}

const stampDate = (at: Date): string => formatStampDate(localDateAt(at));
const day = (at: Date | null): string => (at ? formatWareki(localDateAt(at)) : '');

const DISCLOSURE = { open: '公開', partial: '部分公開', closed: '非公開' } as const;
const CONFIDENTIALITY = { none: null, secret: '秘', top_secret: '極秘', personnel: '人事' } as const;

/** `秘(令和9年3月31日まで)`; null when it is not secret. */
function secrecyWords({ confidentiality, confidentialUntil }: DocumentCard['attributes']): string | null {
  const kind = CONFIDENTIALITY[confidentiality];
  return kind && confidentialUntil ? `${kind}(${formatWareki(localDate(confidentialUntil))}まで)` : kind;
}

function particularsOf({ card, filing }: SheetFacts) {
  const { attributes, drafter, unit, section } = card;
  const secrecy = secrecyWords(attributes);
  const disclosure =
    DISCLOSURE[attributes.disclosureClass] + (attributes.disclosureReason ? `(${attributes.disclosureReason})` : '');
  const expiry = filing.expiresOn ? `(${formatWareki(filing.expiresOn)}満了)` : '';
  const place = unit.name === section.name ? section.name : `${section.name} ${unit.name}`;
  return [
    { label: '起案', value: day(card.submittedAt ?? card.draftedAt) },
    { label: '決裁', value: day(card.decidedAt) },
    { label: '分類', value: `${attributes.classCode} ${filing.className}` },
    { label: '保存期間', value: `${filing.retentionLabel}${expiry}` },
    { label: '公開区分', value: disclosure },
    { label: '起案者', value: `${place} ${drafter.postTitle} ${drafter.name}` },
    ...(secrecy ? [{ label: '秘密区分', value: secrecy }] : []),
    ...(attributes.medium === 'electronic' ? [] : [{ label: '媒体', value: mediumWords(attributes) }]),
    ...(attributes.urgent ? [{ label: '至急', value: attributes.urgencyReason ?? '' }] : []),
  ];
}

/** RULE-11 `電子・紙併用(秘密文書) 紙の添付: 図面、契約書原本` */
function mediumWords({ medium, paperReason, paperNote, paperAttachments }: DocumentCard['attributes']): string {
  const why = [paperReason, paperNote].filter((text) => text !== null && text !== '').join(' ');
  const papers = paperAttachments.length === 0 ? '' : ` 紙の添付: ${paperAttachments.join('、')}`;
  return `${medium === 'paper' ? '紙' : '電子・紙併用'}(${why})${papers}`;
}

const OPENING: Passage = { kind: 'paragraph', text: '次のとおり処理してよろしいか伺います。' };

function bodyOf(texts: SheetFacts['texts']): Passage[] {
  return [OPENING, ...texts.filter(({ name }) => name !== 'subject').flatMap(passagesOf)];
}

function passagesOf({ label, text, multiline, table }: LabelledText): Passage[] {
  if (table) return tablePassages(label, table);
  if (!multiline) return [{ kind: 'field', label, value: text }];
  return [
    { kind: 'heading', text: label },
    { kind: 'paragraph', text },
  ];
}

/** What was said, and in whose stead somebody acted (RULE-44). */
function remarksOf(act: ActRow): SheetRemark[] {
  const note = INSTEAD.has(act.capacity) ? actNote(act, 'ja') : null;
  const text = [note, act.comment].filter((part) => part !== null).join('。');
  return text === '' ? [] : [remarkOf(act, text)];
}

function remarkOf(act: ActRow, text: string): SheetRemark {
  const label =
    INSTEAD.has(act.capacity) || act.outcome === null
      ? actWords(act.kind as ActKind, 'ja')
      : outcomeWords(act.outcome, 'ja');
  return {
    label,
    who: `${act.unit_name} ${act.post_title} ${act.actor_name}`,
    date: day(act.acted_at),
    text,
  };
}

const STATES: Record<DocumentCard['state'], string> = {
  drafting: '起案中',
  circulating: '回議中',
  returned: '差戻し',
  pulled_back: '引戻し',
  decided: '決裁済',
  executed: '施行済',
  rejected: '否決',
  withdrawn: '取下げ',
  abandoned: '廃案',
  closed: '完結',
};

function footerOf({ card, printedAt, printedBy }: SheetFacts): ApprovalSheet['footer'] {
  const time = printedAt.toLocaleTimeString('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });
  const number = card.dispatchNumber ?? card.draftNumber ?? '';
  return { number, state: STATES[card.state], printedAt, printedAtText: `${day(printedAt)} ${time}`, printedBy };
}
