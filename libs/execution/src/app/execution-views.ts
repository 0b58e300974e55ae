import type { DocumentNumber, IssuedNumber } from '@fubako/documents';
import type { Language } from '@fubako/platform/http';
import type { Entry } from '../core/entries';
import { type ExecutionState, needsSeal } from '../core/execution-state';
import { EXECUTION_ACTS, type Standing, judge } from '../core/judge';
import { refusalWords } from '../core/refusal-words';
import type {
  CleanCopyView,
  DispatchNumberView,
  ExecutionActView,
  ExecutionEntryView,
  PendingExecutionView,
} from './execution.views.dto';

export function issuedView(number: IssuedNumber): DispatchNumberView {
  return numberView({ ...number, kind: '', voidedAt: null, voidReason: null });
}

export function numberView(number: DocumentNumber): DispatchNumberView {
  const { text, seriesCode, symbol, year, serial, branch, addressee, voidReason } = number;
  return {
    text,
    seriesCode,
    symbol,
    year,
    serial,
    branch,
    addressee,
    voidReason,
    issuedAt: number.issuedAt.toISOString(),
    voidedAt: number.voidedAt?.toISOString() ?? null,
  };
}

export function copyView(state: ExecutionState, documentId: string): CleanCopyView | null {
  const { copy, remaining, numbers } = state;
  if (!copy) return null;
  const { digest, documentDate, sealMode, lines } = copy.particulars;
  const waiting = new Set(remaining.map(({ line }) => line));
  return {
    entryId: copy.id,
    digest,
    documentDate,
    sealMode,
    needsSeal: needsSeal(sealMode),
    lines: lines.map((line) => {
      const isVoid = !numbers.includes(line.number);
      return { ...line, void: isVoid, dispatched: !isVoid && !waiting.has(line.line) };
    }),
    pdfUrl: `/api/v1/documents/${documentId}/execution/clean-copy.pdf`,
  };
}

const NOTHING = { channel: null, addressees: [], seal: null, copies: null, label: null, text: null } as const;

/** What an entry says beyond who and when. */
export function particularsView(entry: Entry) {
  const addressees = (lines: readonly { addressee: string }[]) => lines.map(({ addressee }) => addressee);
  switch (entry.kind) {
    case 'clean_copy':
      return { ...NOTHING, addressees: addressees(entry.particulars.lines) };
    case 'seal':
      return { ...NOTHING, addressees: [], seal: entry.particulars.seal, copies: entry.particulars.copies };
    case 'dispatch':
      return {
        ...NOTHING,
        channel: entry.particulars.channel,
        addressees: addressees(entry.particulars.lines),
        text: entry.particulars.note,
      };
    case 'addition':
      return { ...NOTHING, addressees: [], label: entry.particulars.label, text: entry.particulars.text };
    default:
      return { ...NOTHING, addressees: [] };
  }
}

export function entryViews(entries: readonly Entry[]): ExecutionEntryView[] {
  const undone = new Set(entries.map(({ undoes }) => undoes));
  return entries.map((entry) => {
    const { id, no, kind, occurredOn, recordedByName, postTitle, reason, undoes } = entry;
    return {
      id,
      no,
      kind,
      occurredOn,
      recordedByName,
      postTitle,
      reason,
      undoes,
      recordedAt: entry.recordedAt.toISOString(),
      undone: undone.has(id),
      ...particularsView(entry),
    };
  });
}

export function actViews(state: ExecutionState, who: Standing, language: Language): ExecutionActView[] {
  return EXECUTION_ACTS.map((act) => {
    const refusal = judge(state, act, who);
    if (!refusal) return { act, allowed: true, code: null, rule: null, reason: null };
    const [title, detail] = refusalWords[refusal.code][language];
    const reason = language === 'ja' ? `${title}。${detail}` : `${title}. ${detail}`;
    return { act, allowed: false, code: `execution.${refusal.code}`, rule: refusal.rule, reason };
  });
}

/** What comes next for a decided document that is to go out. */
export function nextAct({ numbers, copy, collation, seal }: ExecutionState): PendingExecutionView['next'] {
  if (!copy) return numbers.length === 0 ? 'number' : 'clean_copy';
  if (!collation) return 'collate';
  return needsSeal(copy.particulars.sealMode) && !seal ? 'seal' : 'dispatch';
}
