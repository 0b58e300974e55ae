import { decidedNotice, type Person, type Town, openTown, submittedNotice } from './town';

/** Everybody whose rights differ, by what they are to the matters of the 福祉係 (S31). */
export const CAST = {
  drafter: 'hara',
  superior: 'goto',
  head: 'fukagawa',
  department: 'eto',
  mayor: 'machida',
  colleague: 's1117',
  clerk: 's1055',
  otherClerk: 's1045',
  stranger: 's1019',
  officer: 's1012',
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
] as const;
export const RECEIPTS = ['letter', 'secretLetter', 'circulatedLetter', 'otherLetter'] as const;
export type StagedName = (typeof DOCUMENTS)[number] | (typeof RECEIPTS)[number];

const ATTRIBUTES: Partial<Record<StagedName, object>> = {
  secretUnderWay: { confidentiality: 'secret' },
  topSecretUnderWay: { confidentiality: 'top_secret' },
  personnelUnderWay: { confidentiality: 'personnel' },
  secretDecided: { confidentiality: 'secret' },
  formerlySecret: { confidentiality: 'secret', confidentialUntil: '2026-05-12' },
  secretForNow: { confidentiality: 'secret', confidentialUntil: '2026-12-31' },
};
const DECIDED: readonly StagedName[] = ['decided', 'secretDecided', 'formerlySecret', 'secretForNow'];

/** A town on 14 May in which one matter stands in every state and confidentiality. */
export async function openStage(): Promise<Stage> {
  const town = await openTown('2026-05-11T00:30:00Z');
  const staged: Partial<Record<StagedName, Staged>> = {};
  for (const [n, name] of DOCUMENTS.entries()) {
    const titleMark = `題標${'甲乙丙丁戊己庚辛壬'[n]}`;
    const bodyMark = `文標${'甲乙丙丁戊己庚辛壬'[n]}`;
    staged[name] = { kind: 'documents', titleMark, bodyMark, id: await stageDocument(town, name, titleMark, bodyMark) };
  }
  for (const [n, name] of RECEIPTS.entries()) {
    const titleMark = `受標${'子丑寅卯'[n]}`;
    const bodyMark = `記標${'子丑寅卯'[n]}`;
    staged[name] = { kind: 'receipts', titleMark, bodyMark, id: await stageReceipt(town, name, titleMark, bodyMark) };
  }
  town.clock.set('2026-05-14T00:30:00Z');
  town.newDay();
  const who = {} as Record<Role, Person>;
  for (const role of ROLES) who[role] = await town.as(CAST[role]);
  return { town, who, staged: staged as Record<StagedName, Staged> };
}

async function stageDocument(town: Town, name: StagedName, titleMark: string, bodyMark: string): Promise<string> {
  const subject = `${titleMark}の通知について`;
  const attributes = ATTRIBUTES[name] ?? {};
  if (name === 'draft') return idOf(await draftOf(town, subject, bodyMark, attributes));
  return (DECIDED.includes(name) ? decidedNotice : submittedNotice)(town, { subject, body: bodyMark, attributes });
}

const draftOf = async (town: Town, subject: string, body: string, attributes: object) =>
  (await town.as('hara')).post('/documents', {
    matterType: 'notice',
    fields: { subject, addressee: '区長', body },
    attributes,
  });

async function stageReceipt(town: Town, name: StagedName, titleMark: string, bodyMark: string): Promise<string> {
  const clerk = await town.as(name === 'otherLetter' ? CAST.otherClerk : CAST.clerk);
  const made = await clerk.post('/receipts', {
    section: name === 'otherLetter' ? 'S23' : 'S31',
    subject: `${titleMark}の照会`,
    sender: '県',
    note: bodyMark,
    confidentiality: name === 'secretLetter' ? 'secret' : 'none',
  });
  const id = idOf(made);
  if (name === 'circulatedLetter') {
    const readers = [{ kind: 'person', code: '1019', required: true }];
    idOf(await clerk.post(`/receipts/${id}/circulations`, { mode: 'reading', readers }));
  }
  return id;
}

function idOf({ status, body }: { status: number; body: any }): string {
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.id;
}
