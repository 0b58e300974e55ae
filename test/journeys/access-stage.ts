import { type Answer, type Person, type Town, act, decidedNotice, execute, openTown, submittedNotice } from './town';

/** Everybody whose rights differ, by what they are to the matters of the 福祉係 (S31). */
export const CAST = {
  drafter: 'hara',
  superior: 'goto',
  head: 'fukagawa',
  department: 'eto',
  mayor: 'machida',
  viceMayor: 'fukui',
  superintendent: 'mori',
  sisterUnit: 's1122',
  colleague: 's1117',
  clerk: 's1055',
  otherClerk: 's1045',
  otherHead: 's1014',
  financeHead: 'takarabe',
  stranger: 's1019',
  officer: 'chiba',
  auditor: 's1125',
  archivist: 's1096',
  systemAdmin: 's1011',
  orgAdmin: 's1027',
  sealKeeper: 's1101',
} as const;
export type Role = keyof typeof CAST;
export const ROLES = Object.keys(CAST) as Role[];

/** A matter with two marks: one stands in its title, the other in its body alone. */
export interface Staged {
  readonly kind: 'documents' | 'receipts';
  readonly id: string;
  readonly titleMark: string;
  readonly bodyMark: string;
}

export interface Stage {
  readonly town: Town;
  readonly who: Readonly<Record<Role, Person>>;
  readonly staged: Readonly<Record<StagedName, Staged>>;
}

export const DOCUMENTS = [
  'draft',
  'underWay',
  'decided',
  'secretUnderWay',
  'topSecretUnderWay',
  'personnelUnderWay',
  'secretDecided',
  'formerlySecret',
  'secretForNow',
  'topSecretDecided',
  'personnelDecided',
  'secretDraft',
  'returned',
  'secretReturned',
  'pulledBack',
  'secretPulledBack',
  'withdrawn',
  'secretWithdrawn',
  'executed',
] as const;
export const RECEIPTS = [
  'letter',
  'secretLetter',
  'circulatedLetter',
  'otherLetter',
  'personnelLetter',
  'secretOtherLetter',
] as const;
export type StagedName = (typeof DOCUMENTS)[number] | (typeof RECEIPTS)[number];

export const NAMES: readonly StagedName[] = [...DOCUMENTS, ...RECEIPTS];
export const stagedOf = (kind: string): readonly StagedName[] => (kind === 'documents' ? DOCUMENTS : RECEIPTS);
/** `npm run test:deep -- --access` asks of every matter. */
export const isWhole = process.env.ACCESS === 'all';
const ONE_OF = 5;
/** Of these matters those that are asked about in this turn: one of five, others in the next, so that each is asked about; null: all. */
export const inTurn = (names: readonly StagedName[], turn: number | null): readonly StagedName[] =>
  names.filter((_, at) => isWhole || turn === null || (at + turn) % ONE_OF === 0);

const SUPERIORS = ['superior', 'head', 'department', 'mayor'] as const satisfies readonly Role[];
const OVERSEERS = ['officer', 'auditor', 'archivist'] as const satisfies readonly Role[];
/** What is not confidential: the section, whoever stands over it, and who looks over the municipality. */
const OPEN = [
  'drafter',
  ...SUPERIORS,
  'colleague',
  'sisterUnit',
  'clerk',
  ...OVERSEERS,
] as const satisfies readonly Role[];

/**
 * Who reads what, as the town has decided; nobody else may learn of it. What is confidential only those whose turn it is or was;
 * administrators nothing by being that.
 */
export const READERS: Readonly<Record<StagedName, readonly Role[]>> = {
  draft: ['drafter'],
  underWay: OPEN,
  decided: OPEN,
  secretUnderWay: ['drafter', 'superior'],
  topSecretUnderWay: ['drafter', 'superior'],
  personnelUnderWay: ['drafter', 'superior'],
  secretDecided: ['drafter', 'superior', 'head'],
  formerlySecret: OPEN,
  secretForNow: ['drafter', 'superior', 'head'],
  topSecretDecided: ['drafter', 'superior', 'head'],
  personnelDecided: ['drafter', 'superior', 'head'],
  secretDraft: ['drafter'],
  returned: OPEN,
  secretReturned: ['drafter', 'superior'],
  pulledBack: OPEN,
  secretPulledBack: ['drafter', 'superior'],
  withdrawn: OPEN,
  secretWithdrawn: ['drafter', 'superior'],
  executed: OPEN,
  letter: OPEN,
  secretLetter: ['clerk'],
  circulatedLetter: [...OPEN, 'stranger'],
  otherLetter: ['mayor', 'otherClerk', 'otherHead', ...OVERSEERS],
  personnelLetter: ['clerk'],
  secretOtherLetter: ['otherClerk'],
};

const CONFIDENTIAL: readonly (readonly [RegExp, string])[] = [
  [/^topSecret/, 'top_secret'],
  [/^personnel/, 'personnel'],
  [/^(?:secret|formerlySecret)/, 'secret'],
];
const confidentialityOf = (name: StagedName) => CONFIDENTIAL.find(([pattern]) => pattern.test(name))?.[1] ?? 'none';
const UNTIL: Partial<Record<StagedName, string>> = { formerlySecret: '2026-05-12', secretForNow: '2026-12-31' };

/** A town on 14 May in which one matter stands in every state and confidentiality. */
export async function openStage(): Promise<Stage> {
  const town = await openTown('2026-05-11T00:30:00Z');
  const staged: Partial<Record<StagedName, Staged>> = {};
  for (const [n, name] of NAMES.entries()) {
    const kind = (DOCUMENTS as readonly string[]).includes(name) ? 'documents' : 'receipts';
    // Private signs of ours would not be words: each mark is a character of its own.
    const mark = String.fromCodePoint(0x6b21 + n);
    const [titleMark, bodyMark] = [`題標${mark}`, `文標${mark}`];
    const stageOne = kind === 'documents' ? stageDocument : stageReceipt;
    staged[name] = { kind, titleMark, bodyMark, id: await stageOne(town, name, { titleMark, bodyMark }) };
  }
  town.clock.set('2026-05-14T00:30:00Z');
  town.newDay();
  const who = {} as Record<Role, Person>;
  for (const role of ROLES) who[role] = await town.as(CAST[role]);
  return { town, who, staged: staged as Record<StagedName, Staged> };
}

type Marks = Pick<Staged, 'titleMark' | 'bodyMark'>;

async function stageDocument(town: Town, name: StagedName, { titleMark, bodyMark }: Marks): Promise<string> {
  const subject = `${titleMark}の通知について`;
  const attributes = { confidentiality: confidentialityOf(name), confidentialUntil: UNTIL[name] ?? null };
  if (/draft$/i.test(name)) return idOf(await draftOf(town, subject, bodyMark, attributes));
  const isDecided = /decided$|executed|formerly|ForNow/i.test(name);
  const id = await (isDecided ? decidedNotice : submittedNotice)(town, { subject, body: bodyMark, attributes });
  if (/returned$/i.test(name)) okay(await act(town, CAST.superior, id, 'return', { comment: '直すこと' }));
  if (/pulledBack$|withdrawn$/i.test(name)) okay(await act(town, CAST.drafter, id, 'pull_back'));
  if (/withdrawn$/i.test(name)) okay(await act(town, CAST.drafter, id, 'withdraw'));
  if (name === 'executed') okay(await execute(town, id));
  return id;
}

const draftOf = async (town: Town, subject: string, body: string, attributes: object) =>
  (await town.as('hara')).post('/documents', {
    matterType: 'notice',
    fields: { subject, addressee: '区長', body },
    attributes,
  });

async function stageReceipt(town: Town, name: StagedName, { titleMark, bodyMark }: Marks): Promise<string> {
  const isOther = /other/i.test(name);
  const clerk = await town.as(isOther ? CAST.otherClerk : CAST.clerk);
  const made = await clerk.post('/receipts', {
    section: isOther ? 'S23' : 'S31',
    subject: `${titleMark}の照会`,
    sender: '県',
    note: bodyMark,
    confidentiality: confidentialityOf(name),
  });
  const id = idOf(made);
  if (name === 'circulatedLetter') {
    const readers = [{ kind: 'person', code: '1019', required: true }];
    idOf(await clerk.post(`/receipts/${id}/circulations`, { mode: 'reading', readers }));
  }
  return id;
}

function okay({ status, body }: Answer): void {
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
}

function idOf(answer: Answer): string {
  okay(answer);
  return answer.body.id;
}
