import { RenewIndex, TellMatches } from '@fubako/search';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { unzipSync } from 'fflate';
import { scannedPage } from '../../libs/scans/test/scanned-page';
import { deliverOwed } from './deliver';
import { type Answer, type Person, type Town, decidedNotice, openTown } from './town';

/** SEA-40, SEA-41: 収受 and what was written in 供覧・回覧, in the archive search. */
const CAST = {
  clerk: 's1055',
  head: 'fukagawa',
  member: 'hara',
  otherClerk: 's1045',
  otherHead: 's1014',
  officer: 'chiba',
  auditor: 's1125',
};
let town: Town;
const who = {} as Record<keyof typeof CAST, Person>;
beforeAll(async () => {
  town = await openTown('2026-05-11T00:30:00Z');
  await everybody();
});
afterAll(() => town?.close());

/** Everybody at their desks; again after a new day. */
async function everybody(): Promise<void> {
  for (const [name, login] of Object.entries(CAST)) who[name as keyof typeof CAST] = await town.as(login);
}

const LETTER = {
  section: 'S31',
  kind: 'inquiry',
  subject: '髙齢者施設の実態調査について(照会)',
  sender: '神奈川県福祉局長',
  senderNumber: '福第１２３４号',
  note: '至急の扱い。別紙に記入要領あり。',
};
function ok<T>({ status, body }: Answer<T>, expected = 201): T {
  if (status !== expected) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
const register = async (more: object = {}): Promise<any> =>
  ok(await who.clerk.post('/receipts', { ...LETTER, ...more }));
const search = async (by: Person, q: string, more = ''): Promise<any> =>
  ok(await by.get(`/search?q=${encodeURIComponent(q)}${more}`), 200);
const found = async (by: Person, q: string, more = ''): Promise<string[]> =>
  (await search(by, q, more)).items.map(({ documentId }: { documentId: string }) => documentId);
const person = (code: string) => ({ kind: 'person', code, required: true });
const circulate = async (path: string, readers: object[], more: object = {}): Promise<any> =>
  ok(await who.clerk.post(`${path}/circulations`, { mode: 'reading', readers, ...more }));
const mark = async (by: Person, id: string, comment: string) =>
  ok(await by.post(`/circulations/${id}/read-marks`, { comment }));

describe('A receipt in the archive search', () => {
  it('SEA-40 is found at once by subject, numbers, sender and note, in any spelling, and leads to itself', async () => {
    const receipt = await register();
    const serial = /第(\d+)号/.exec(receipt.receiptNumber)![1]!;
    for (const q of [
      '高齢者施設',
      '福祉局長',
      '福第1234号',
      '第1234号',
      '記入要領',
      '番号:1234',
      receipt.receiptNumber,
    ])
      expect([q, await found(who.member, q)]).toEqual([q, [receipt.id]]);
    expect(await found(who.member, `第${serial}号 実態調査`)).toEqual([receipt.id]);
    expect(await found(who.member, '起案者:福祉局長')).toEqual([]);
    const [hit] = (await search(who.member, '実態調査')).items;
    expect(hit).toMatchObject({
      kind: 'receipt',
      documentId: receipt.id,
      number: receipt.receiptNumber,
      state: 'receipt_open',
      sender: '神奈川県福祉局長',
      drafterName: '',
      date: '2026-05-11',
      sectionName: '福祉課',
    });
    const { body: people } = await who.member.get(`/search/suggestions?q=${encodeURIComponent('福祉局')}`);
    expect(people).toContainEqual({ kind: 'person', text: '神奈川県福祉局長' });
  });

  it('SCN-25 the text of its scanned pages is corrected by who handles it, and found at once', async () => {
    const { id } = await register({ subject: '水門の報告について' });
    const paper = await scannedPage(['河川巡視の結果の報告について', '第三水門に損傷は認められませんでした']);
    const upload: any = ok(await who.clerk.upload('報告.png', paper));
    const attached: any = ok(await who.clerk.post(`/receipts/${id}/attachments`, { uploadId: upload.id }));
    await deliverOwed(town, 'scans.', 'search.');
    const path = `/receipts/${id}/attachments/${attached.attachments.at(-1).id}/pages/1/text`;
    const { text, allowed }: any = ok(await who.clerk.get(path), 200);
    expect([allowed, (await who.member.get(path)).body.allowed]).toEqual([['correct'], []]);
    const corrected = { text: `${text}\n訂正済標識`, basedOn: 0 };
    expect((await who.member.post(path, corrected)).body.code).toBe('scans.not-yours-to-correct');
    expect((await who.otherClerk.post(path, corrected)).status).toBe(404);
    expect(await found(who.member, '訂正済標識')).toEqual([]);
    expect(ok<any>(await who.clerk.post(path, corrected), 200).version).toBe(1);
    expect(await found(who.member, '訂正済標識')).toEqual([id]);
    expect(await found(who.otherClerk, '訂正済標識')).toEqual([]);
  });

  it('SEA-40 follows its corrections and its ending, also when no draft comes of it', async () => {
    const receipt = await register({ subject: '物品の案内について' });
    const corrected = await who.clerk.patch(
      `/receipts/${receipt.id}`,
      { subject: '備品の案内について' },
      { ifMatch: receipt.version },
    );
    expect(corrected.status).toBe(200);
    expect([await found(who.clerk, '物品の案内'), await found(who.clerk, '備品の案内')]).toEqual([[], [receipt.id]]);
    const act = ok(
      await who.clerk.post(`/receipts/${receipt.id}/endings`, { kind: 'not_needed', reason: '売込みの広告のため' }),
    );
    expect(act).toBeDefined();
    const answer = await search(who.clerk, '売込みの広告');
    expect(answer.items).toMatchObject([
      { documentId: receipt.id, state: 'receipt_not_needed', snippet: { source: 'comment' } },
    ]);
    expect(await found(who.clerk, '備品の案内', '&state=receipt_not_needed')).toEqual([receipt.id]);
    expect(await found(who.clerk, '備品の案内', '&state=receipt_open')).toEqual([]);
  });

  it('SEA-41 is found by what was written in its circulation, and so is a decided document', async () => {
    const receipt = await register({ subject: '研修会の開催について(通知)' });
    const { id } = await circulate(`/receipts/${receipt.id}`, [person('1016')], { note: '日程を確認のこと。' });
    await mark(who.head, id, '係から二名出席させる。');
    for (const q of ['日程を確認', '二名出席']) expect([q, await found(who.member, q)]).toEqual([q, [receipt.id]]);
    expect((await search(who.member, '二名出席')).items[0].state).toBe('receipt_read');
    const notice = await decidedNotice(town, { subject: '敬老会の案内について' });
    const { id: second } = ok<any>(
      await who.member.post(`/documents/${notice}/circulations`, { mode: 'reading', readers: [person('1016')] }),
    );
    await mark(who.head, second, '会場の下見を忘れずに。');
    expect(await found(who.member, '会場の下見')).toEqual([notice]);
    expect(await found(who.otherHead, '会場の下見')).toEqual([]);
  });

  it('LOG-2 a confidential one is not shown while the ledger cannot say who reads it', async () => {
    const { id } = await register({ subject: '児童に係る通報', confidentiality: 'personnel' });
    const source = town.database.dataSource;
    await source.query(
      `create function ledger.blocked() returns trigger language plpgsql as $$ begin raise exception 'blocked'; end $$`,
    );
    for (const table of ['ledger.reading', 'ledger.entry']) {
      await source.query(
        `create trigger blocked before insert on ${table} for each row execute function ledger.blocked()`,
      );
      const { status, bytes } = await who.clerk.bytes(`/receipts/${id}`);
      expect(status).toBe(503);
      expect(bytes.toString('utf8')).toContain('ledger.reading-not-entered');
      expect(bytes.toString('utf8')).not.toContain('児童');
      await source.query(`drop trigger blocked on ${table}`);
    }
    await source.query('drop function ledger.blocked()');
    expect((await who.clerk.bytes(`/receipts/${id}`)).status).toBe(200);
  });

  it('SEA-7 is counted, listed and narrowed for those alone who may read it, whenever that changes', async () => {
    const secret = await register({ subject: '虐待通報の照会', confidentiality: 'secret' });
    const all = [who.clerk, who.member, who.otherClerk, who.auditor, who.officer];
    const counts = async () =>
      Promise.all(all.map(async (one) => (await search(one, '虐待通報', '&kind=receipt')).count));
    expect(await counts()).toEqual([1, 0, 0, 0, 0]);
    for (const one of [who.member, who.otherClerk]) {
      const { facets, items } = await search(one, '虐待通報');
      expect([facets.kind, facets.state, items]).toEqual([[], [], []]);
      expect((await one.get(`/search/count?q=${encodeURIComponent('虐待通報')}`)).body).toEqual({
        count: 0,
        exact: true,
      });
      expect((await one.get(`/search/suggestions?q=${encodeURIComponent('虐待通報')}`)).body).toEqual([]);
    }
    await circulate(`/receipts/${secret.id}`, [person('1118')]);
    expect(await counts()).toEqual([1, 1, 0, 0, 0]);
    const routed = await register({ subject: '家屋評価の照会', confidentiality: 'secret' });
    expect(await found(who.otherClerk, '家屋評価')).toEqual([]);
    ok(await who.clerk.post(`/receipts/${routed.id}/routings`, { toSection: 'S23', reason: '所管のため' }));
    expect(await found(who.otherClerk, '家屋評価')).toEqual([routed.id]);
  });

  it('SEA-30 is never known by title only', async () => {
    const { body } = await who.officer.get(`/search/titles?q=${encodeURIComponent('虐待通報')}`);
    expect(body).toMatchObject({ isOffered: true, items: [] });
  });

  it('SEA-21 has a facet beside documents, a chip, and orders like them', async () => {
    const answer = await search(who.auditor, '案内について');
    expect(answer.facets.kind).toEqual([
      { value: 'document', label: '文書', count: 1 },
      { value: 'receipt', label: '収受', count: 1 },
    ]);
    for (const sort of ['date', 'number', 'relevance'])
      expect(await found(who.auditor, '案内について', `&sort=${sort}`)).toHaveLength(2);
    const narrowed = await search(who.auditor, '案内について', '&kind=receipt');
    expect(narrowed.items.map(({ kind }: any) => kind)).toEqual(['receipt']);
    expect(narrowed.facets.kind.map(({ count }: any) => count)).toEqual([1, 1]);
    expect(narrowed.conditions).toContainEqual(
      expect.objectContaining({ kind: 'kind', parameter: 'kind', value: 'receipt', text: '収受' }),
    );
  });

  it('SEA-32 is news to those who subscribe, and the news leads to it', async () => {
    const { body: saved } = await who.head.post('/search/saved', {
      name: '調査',
      conditions: { q: '耐震調査', kind: ['receipt'] },
    });
    expect((await who.head.post(`/search/saved/${saved.id}/subscription`)).status).toBe(204);
    const receipt = await register({ subject: '耐震調査の依頼について' });
    await town.app.get(TellMatches).run();
    await deliverOwed(town, 'notifications.');
    const { body } = await who.head.get('/notifications');
    expect(body.items.filter(({ kind }: any) => kind === 'search_matched')).toMatchObject([
      { subjectKind: 'receipt', documentId: receipt.id },
    ]);
  });

  it('SEA-32 is found and told of by itself when its secrecy ends (時限秘), with what was said in its circulation', async () => {
    const conditions = { q: '内部通報' };
    const { body: saved } = await who.member.post('/search/saved', { name: '通報', conditions });
    expect((await who.member.post(`/search/saved/${saved.id}/subscription`)).status).toBe(204);
    const secrecy = { confidentiality: 'secret', confidentialUntil: '2026-05-12' };
    const receipt = await register({ subject: '内部通報の取扱い', ...secrecy });
    expect(receipt).toMatchObject(secrecy);
    const { id } = await circulate(`/receipts/${receipt.id}`, [person('1016')], { note: '調査班で共有のこと。' });
    await mark(who.head, id, '聴取は来週行う。');
    const told = async () => {
      await town.app.get(TellMatches).run();
      await deliverOwed(town, 'notifications.');
      const { body } = await (await town.as(CAST.member)).get('/notifications');
      return body.items.filter(({ documentId }: any) => documentId === receipt.id);
    };
    const seen = async (q: string) => found(await town.as(CAST.member), q);
    town.clock.set('2026-05-12T03:00:00Z');
    expect([await told(), await seen('聴取は来週'), await seen('内部通報')]).toEqual([[], [], []]);
    town.clock.set('2026-05-13T00:30:00Z');
    town.newDay();
    expect([await seen('聴取は来週'), await seen('調査班で共有'), await seen('内部通報')]).toEqual([
      [receipt.id],
      [receipt.id],
      [receipt.id],
    ]);
    expect(await told()).toMatchObject([{ subjectKind: 'receipt', kind: 'search_matched' }]);
    expect(await told()).toHaveLength(1);
    expect((await (await town.as(CAST.member)).get(`/receipts/${receipt.id}`)).status).toBe(200);
    await everybody();
  });

  it('SEA-34 goes into packages with its file, and into lists', async () => {
    const receipt = await register({ subject: '橋りょう点検の依頼について' });
    const upload = ok<any>(await who.clerk.upload('依頼文.txt', Buffer.from('点検の依頼\n')));
    ok(await who.clerk.post(`/receipts/${receipt.id}/attachments`, { uploadId: upload.id }));
    expect(await found(who.member, '添付:依頼文')).toEqual([receipt.id]);
    const order = async (kind: string) => {
      const { body } = await who.member.post('/search/exports', {
        kind,
        conditions: { q: '橋りょう点検' },
        reason: '確認のため',
      });
      await deliverOwed(town, 'search.');
      return (await who.member.bytes(`/search/exports/${body.id}/file`)).bytes;
    };
    const files = unzipSync(new Uint8Array(await order('package')));
    const manifest = JSON.parse(Buffer.from(files['manifest.json']!).toString('utf8'));
    expect(manifest.documents).toMatchObject([
      { kind: 'receipt', documentId: receipt.id, number: receipt.receiptNumber },
    ]);
    const paths: string[] = manifest.documents[0].files.map(({ path }: any) => path);
    expect(paths.map((path) => path.split('/').at(-1))).toEqual(['本文.txt', '01_依頼文.txt']);
    expect(Buffer.from(files[paths[0]!]!).toString('utf8')).toContain('【発信者】\n神奈川県福祉局長');
    const [head, line] = (await order('list')).toString('utf8').split('\r\n');
    expect([head!.endsWith('区分,発信者'), line!.endsWith('収受,神奈川県福祉局長')]).toEqual([true, true]);
  });

  it('SEA-17 comes into an index that an earlier version left without receipts', async () => {
    const uow = town.app.get(UnitOfWork);
    await uow.run(async () => {
      await uow.change(
        sql`delete from search.indexed_document p using search.search_document d where d.kind = 'receipt' and d.document_id = p.document_id`,
      );
      await uow.change(sql`delete from search.search_document where kind = 'receipt'`);
      await uow.change(sql`delete from search.renewal where make > 4`);
    });
    expect(await found(who.auditor, '実態調査')).toEqual([]);
    const documents = await found(who.auditor, '', '&kind=document');
    await town.app.get(RenewIndex).run({ chunk: 3 });
    expect(await found(who.auditor, '実態調査')).toHaveLength(1);
    expect(await found(who.auditor, '', '&kind=document')).toEqual(documents);
  });
});
