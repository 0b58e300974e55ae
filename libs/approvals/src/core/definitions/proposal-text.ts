import { type LocalDate, formatWareki } from '@fubako/kernel';

/** A line of 新旧対照. */
interface Line {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ProposedChange {
  readonly kind: keyof typeof NOUN;
  readonly code: string;
  readonly name: string;
  /** The version that it is compared with; null: it is new. */
  readonly basedOn: number | null;
  readonly note: string | null;
  readonly validFrom: LocalDate;
  readonly changes: readonly Line[];
  readonly openDocuments: number;
  readonly sha256: string;
}

const NOUN = { form: '様式', matter_type: '事案の種類' } as const;
/** A body of a form holds 20,000 characters; the whole definition is one press away. */
const MOST = { lines: 60, characters: 150 } as const;

/** FORM-4 件名, and the words to which the decision is bound. */
export function proposalText(proposed: ProposedChange): { subject: string; body: string } {
  const { kind, code, name, basedOn, note, validFrom, changes, openDocuments, sha256 } = proposed;
  const noun = NOUN[kind];
  const day = formatWareki(validFrom);
  const body = [
    `${noun}「${name}」(${code})を次のとおり${basedOn === null ? '定める' : '改める'}。施行日は${day}(決裁がその後となるときは決裁の日)とする。`,
    ...(note ? [`${basedOn === null ? '制定' : '改正'}の理由: ${note}`] : []),
    `新旧対照(${basedOn === null ? '新規' : `第${basedOn}版と`}、${changes.length}件)`,
    ...changes.slice(0, MOST.lines).map(lineOf),
    ...(changes.length > MOST.lines ? [`・ほか${changes.length - MOST.lines}件`] : []),
    `作成中・進行中の文書${openDocuments}件は、作成したときの版のままとする。`,
    `内容(SHA-256) ${sha256}`,
  ].join('\n');
  return { subject: `${noun}「${name}」の${basedOn === null ? '制定' : '一部改正'}について(${day}施行)`, body };
}

function lineOf({ label, before, after }: Line): string {
  if (before === null) return `・${label}【加える】${short(after ?? '')}`;
  if (after === null) return `・${label}【削る】${short(before)}`;
  return `・${label}【改める】${short(before)} → ${short(after)}`;
}

const short = (text: string): string => (text.length <= MOST.characters ? text : `${text.slice(0, MOST.characters)}…`);
