import type { Receipt, ReceiptFields } from '../../shared/api/receipts';
import { townDay, townTime } from '../../shared/wareki/format';
import { parseDate } from '../../shared/wareki/parse';

/** What stands in the inputs. */
export interface ReceiptValues {
  readonly subject: string;
  readonly sender: string;
  readonly senderNumber: string;
  readonly senderDate: string;
  readonly kind: string;
  readonly channel: string;
  readonly arrivalDay: string;
  readonly arrivalTime: string;
  readonly exact: boolean | null;
  readonly backDatingReason: string;
  readonly replyDueOn: string;
  readonly confidentiality: string;
  readonly confidentialUntil: string;
  readonly note: string;
}

export type ValueName = keyof ReceiptValues;
export type ReceiptFaults = Partial<Record<ValueName, 'required' | 'date'>>;

export const blankValues = (kind: string): ReceiptValues => ({
  subject: '',
  sender: '',
  senderNumber: '',
  senderDate: '',
  kind,
  channel: 'post',
  arrivalDay: '',
  arrivalTime: '',
  exact: null,
  backDatingReason: '',
  replyDueOn: '',
  confidentiality: 'none',
  confidentialUntil: '',
  note: '',
});

export const valuesOf = (receipt: Receipt): ReceiptValues => ({
  subject: receipt.subject,
  sender: receipt.sender,
  senderNumber: receipt.senderNumber ?? '',
  senderDate: receipt.senderDate ?? '',
  kind: receipt.kind,
  channel: receipt.channel,
  arrivalDay: townDay(receipt.arrivalAt),
  arrivalTime: townTime(receipt.arrivalAt),
  exact: receipt.arrivalIsExact,
  backDatingReason: receipt.backDatingReason ?? '',
  replyDueOn: receipt.replyDueOn ?? '',
  confidentiality: receipt.confidentiality,
  confidentialUntil: receipt.confidentialUntil ?? '',
  note: receipt.note ?? '',
});

/** What keeps the form from being sent. */
export function faultsOf(values: ReceiptValues, today: string): ReceiptFaults {
  const faults: ReceiptFaults = {};
  for (const name of ['subject', 'sender'] as const) if (values[name].trim() === '') faults[name] = 'required';
  for (const name of ['senderDate', 'arrivalDay', 'replyDueOn', 'confidentialUntil'] as const)
    if (values[name].trim() !== '' && !parseDate(values[name], today).ok) faults[name] = 'date';
  if (values.arrivalTime !== '' && values.arrivalDay.trim() === '') faults.arrivalDay = 'required';
  if (values.arrivalDay.trim() !== '' && values.arrivalTime === '') faults.arrivalTime = 'required';
  return faults;
}

function dayOf(typed: string, today: string): string | null {
  const reading = typed.trim() === '' ? null : parseDate(typed, today);
  return reading?.ok ? reading.iso : null;
}

const textOf = (typed: string) => (typed.trim() === '' ? null : typed.trim());

/** The body of the request; the town lies nine hours east of Greenwich, without summer time. */
export function fieldsOf(values: ReceiptValues, today: string): ReceiptFields {
  const arrivalDay = dayOf(values.arrivalDay, today);
  return {
    subject: values.subject.trim(),
    sender: values.sender.trim(),
    senderNumber: textOf(values.senderNumber),
    senderDate: dayOf(values.senderDate, today),
    kind: values.kind,
    channel: values.channel as NonNullable<ReceiptFields['channel']>,
    ...(arrivalDay ? { arrivalAt: `${arrivalDay}T${values.arrivalTime}:00+09:00` } : {}),
    ...(values.exact === null ? {} : { arrivalIsExact: values.exact }),
    backDatingReason: textOf(values.backDatingReason),
    replyDueOn: dayOf(values.replyDueOn, today),
    confidentiality: values.confidentiality as NonNullable<ReceiptFields['confidentiality']>,
    confidentialUntil: values.confidentiality === 'none' ? null : dayOf(values.confidentialUntil, today),
    note: textOf(values.note),
  };
}
