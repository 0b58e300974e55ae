import type { INestApplicationContext } from '@nestjs/common';
import { type LocalDate, localDate } from '@fubako/kernel';
import { FollowProposals, ListExpired, PlaceHold, ReadBatches, RegisterPaper, SubmitBatch } from '@fubako/records';
import { SeededRandom } from './random';
import type { TownPeople } from './town-people';

const SEED = 20_250_401;

/** Files that stood in the stacks when the town began with Fubako: their periods are over, or will be next spring. */
interface Shelf {
  readonly section: string;
  readonly classCode: string;
  readonly fiscalYear: number;
  readonly title: string;
  readonly place: string;
  /** What lies in the file, one paper each. */
  readonly papers: readonly string[];
  readonly personalData?: true;
  /** 廃棄保留: a lawsuit about what is in it. */
  readonly lawsuit?: { readonly caseNo: string; readonly since: LocalDate };
}

const SHELVES: readonly Shelf[] = [
  {
    section: 'S31',
    classCode: '20-01-01',
    fiscalYear: 2020,
    title: '福祉会館 維持管理契約',
    place: '庁舎地下書庫 3-2',
    papers: ['清掃業務委託契約書', '空調保守点検契約書', '消防設備点検業務委託契約書'],
  },
  {
    section: 'S31',
    classCode: '60-01-01',
    fiscalYear: 2020,
    title: '障害福祉サービス給付決定',
    place: '庁舎地下書庫 3-3',
    papers: ['給付決定一覧(上期)', '給付決定一覧(下期)'],
    personalData: true,
    lawsuit: { caseNo: '令和7年(行ウ)第31号', since: localDate('2025-11-04') },
  },
  {
    section: 'S31',
    classCode: '10-01-01',
    fiscalYear: 2022,
    title: '県健康福祉部 往復文書',
    place: '庁舎地下書庫 3-4',
    papers: ['民生委員推薦依頼', '社会福祉統計調査回答', '会議開催通知'],
  },
  {
    section: 'S31',
    classCode: '60-01-02',
    fiscalYear: 2021,
    title: '障害者相談記録',
    place: '庁舎地下書庫 3-5',
    papers: ['相談記録(4月から9月)', '相談記録(10月から3月)'],
    personalData: true,
  },
  {
    section: 'S21',
    classCode: '10-01-03',
    fiscalYear: 2020,
    title: '事務引継書',
    place: '庁舎地下書庫 1-1',
    papers: ['令和2年4月異動分', '令和2年10月異動分'],
  },
  {
    section: 'S21',
    classCode: '40-01-02',
    fiscalYear: 2022,
    title: '職員研修',
    place: '庁舎地下書庫 1-2',
    papers: ['新規採用職員研修実施報告', '管理職研修実施報告', '派遣研修復命書'],
  },
  {
    section: 'S21',
    classCode: '40-01-01',
    fiscalYear: 2022,
    title: '出張命令簿',
    place: '庁舎地下書庫 1-2',
    papers: ['出張命令簿 上期', '出張命令簿 下期'],
  },
  {
    section: 'S21',
    classCode: '10-01-01',
    fiscalYear: 2023,
    title: '町村会 往復文書',
    place: '庁舎地下書庫 1-3',
    papers: ['定期総会資料', '要望事項取りまとめ'],
  },
  {
    section: 'S41',
    classCode: '70-01-02',
    fiscalYear: 2015,
    title: '道路占用許可',
    place: '分庁舎書庫 B-4',
    papers: ['占用許可(電柱)', '占用許可(下水道管)', '占用許可(看板)', '占用廃止届'],
  },
  {
    section: 'S41',
    classCode: '20-01-01',
    fiscalYear: 2020,
    title: '町道舗装修繕契約',
    place: '分庁舎書庫 B-2',
    papers: ['舗装修繕工事請負契約書(港町)', '舗装修繕工事請負契約書(松原)'],
  },
];

/** Where the first list has been sent on: it waits for the records office. */
const SUBMITTED = 'S21';

/**
 * The stacks of the town on its first day: its clerks register what stands there, what is over is listed for disposal, one file is held, and
 * one section has chosen and sent its list on.
 */
export async function tellArchive(product: INestApplicationContext, people: TownPeople): Promise<void> {
  const of = <T>(one: abstract new (...given: never[]) => T): T => product.get<T>(one, { strict: false });
  const random = new SeededRandom(SEED);
  for (const shelf of SHELVES) await register(of(RegisterPaper), of(PlaceHold), { shelf, people, random });
  await of(ListExpired).run();
  const head = await people.actor(await people.headOf(SUBMITTED));
  const batch = (await of(ReadBatches).list(head)).find(({ sectionCode }) => sectionCode === SUBMITTED);
  if (!batch) throw new Error(`Nothing of ${SUBMITTED} has expired.`);
  const command = { actor: head, batchId: batch.id, expectedVersion: null };
  await of(FollowProposals).run(command);
  await of(SubmitBatch).run(command);
}

async function register(
  papers: RegisterPaper,
  holds: PlaceHold,
  { shelf, people, random }: { shelf: Shelf; people: TownPeople; random: SeededRandom },
): Promise<void> {
  const { section, classCode, fiscalYear, title, place, personalData = false, lawsuit } = shelf;
  const actor = await people.actor(await people.clerkOf(section));
  const fileId = await papers.file({
    actor,
    classCode,
    sectionCode: section,
    fiscalYear,
    title,
    medium: 'paper',
    personalData,
    secret: false,
    continuing: false,
    place,
  });
  for (const [n, paper] of shelf.papers.entries())
    await papers.record({
      actor,
      fileId,
      title: paper,
      documentNumber: null,
      documentedOn: localDate(`${fiscalYear}-${String(5 + 2 * n).padStart(2, '0')}-${random.between(10, 28)}`),
      pages: random.between(4, 60),
      location: null,
      disposition: false,
      issuedOn: null,
    });
  if (!lawsuit) return;
  const request = {
    fileIds: [fileId],
    documentIds: [],
    ground: 'lawsuit',
    caseNo: lawsuit.caseNo,
    reason: '係争中のため',
    triggeredOn: lawsuit.since,
    decidedOn: null,
  } as const;
  await holds.run(request, await people.actor(await people.recordsOfficer()));
}
