import { Injectable } from '@nestjs/common';
import type { Confidentiality } from '@fubako/documents';
import type { LocalDate } from '@fubako/kernel';
import { arrivalFault, isBackDated } from '../core/arrival';
import type { Channel } from '../core/words';
import { ReceiptKindRows } from '../data/receipt-kind-rows';
import type { ReceiptContent } from '../data/receipt-rows';
import { refuse } from '../errors';

/** What a clerk enters. Absent members of a correction stay as they are; null empties. */
export interface ReceiptInput {
  readonly kind?: string;
  readonly subject?: string;
  readonly channel?: Channel;
  readonly sender?: string;
  readonly senderNumber?: string | null;
  readonly senderDate?: string | null;
  readonly note?: string | null;
  readonly confidentiality?: Confidentiality;
  /** 時限秘: last day of the secrecy; null: no end. */
  readonly confidentialUntil?: string | null;
  /** ISO instant of 到達. */
  readonly arrivalAt?: string;
  /** The time has legal effect; what the kind says when absent. */
  readonly arrivalIsExact?: boolean;
  readonly backDatingReason?: string | null;
  readonly replyDueOn?: string | null;
}

/** Turns what was entered into what is kept. */
@Injectable()
export class ReceiptContents {
  constructor(private readonly kinds: ReceiptKindRows) {}

  /**
   * @param enteredAt against which the arrival is judged: when it is, or was, entered
   * @throws DomainError intake.unknown-kind, intake.arrival-in-future, intake.back-dating-reason-missing
   */
  async merge(current: ReceiptContent | null, input: ReceiptInput, enteredAt: Date): Promise<ReceiptContent> {
    const code = input.kind ?? current?.kind ?? 'general';
    const kind = await this.kinds.find(code);
    if (!kind) throw refuse('intake.unknown-kind', { kind: code });
    return {
      kind: code,
      ...wordsOf(current, input),
      ...secrecyOf(current, input),
      ...arrivalOf(current, input, enteredAt),
      arrival_is_exact: input.arrivalIsExact ?? current?.arrival_is_exact ?? kind.exactTime,
      reply_due_on: given(input.replyDueOn, current?.reply_due_on) as LocalDate | null,
    };
  }
}

/** What is not secret has no end of secrecy. */
function secrecyOf(current: ReceiptContent | null, input: ReceiptInput) {
  const confidentiality = input.confidentiality ?? current?.confidentiality ?? 'none';
  const until = given(input.confidentialUntil, current?.confidential_until) as LocalDate | null;
  return { confidentiality, confidential_until: confidentiality === 'none' ? null : until };
}

/** RULE-01: a clock that is a little ahead is not the future. */
function arrivalOf(current: ReceiptContent | null, input: ReceiptInput, enteredAt: Date) {
  const arrivalAt = input.arrivalAt === undefined ? (current?.arrival_at ?? enteredAt) : new Date(input.arrivalAt);
  const reason = given(input.backDatingReason, current?.back_dating_reason);
  const fault = arrivalFault(arrivalAt, enteredAt, reason);
  if (fault) throw refuse(fault, {});
  return {
    arrival_at: arrivalAt > enteredAt ? enteredAt : arrivalAt,
    back_dating_reason: isBackDated(arrivalAt, enteredAt) ? reason : null,
  };
}

function wordsOf(current: ReceiptContent | null, input: ReceiptInput) {
  return {
    subject: (input.subject ?? current?.subject ?? '').trim(),
    channel: input.channel ?? current?.channel ?? 'post',
    sender: (input.sender ?? current?.sender ?? '').trim(),
    sender_number: given(input.senderNumber, current?.sender_number),
    sender_date: given(input.senderDate, current?.sender_date) as LocalDate | null,
    note: given(input.note, current?.note),
  } as const;
}

/** Blank text is no text. */
function given(value: string | null | undefined, current: string | null | undefined): string | null {
  const chosen = value === undefined ? (current ?? null) : value;
  return chosen === null || chosen.trim() === '' ? null : chosen.trim();
}
