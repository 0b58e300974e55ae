import { SealLedger } from '@fubako/ledger';
import { scannedPage } from '../../libs/scans/test/scanned-page';
import { POLICY } from './access-policy';
import { deliverOwed } from './deliver';
import { type OpenApi, type Operation, operationsOf } from './open-api-operations';
import { PASSWORD, type Person, type Town, approveBy, openSeat, openTown } from './town';

/**
 * ID-24, LOG-6: what is 極秘 is handed out, by whatever door, to who was proven a moment ago. The doors come from the contract and
 * the table of rights: a new one is asked here, or fails this test until somebody says what it hands out.
 */
const WORDS = '沈船の引揚げ';
const FILE = '第三橋脚に損傷は認められませんでした';

/** Lists and figures that name what the address says: titles, and nothing that stands in a matter. */
const WITHOUT_CONTENT = [
  'GET /absences',
  'GET /sendings/{id}',
  'GET /matter-types/{code}',
  'GET /forms/{name}/versions/{version}',
  'GET /numbers/ledger',
  'GET /numbers/ledger.csv',
  'GET /search/suggestions',
  'GET /stand-ins',
  'GET /stand-ins/preview',
  'GET /acting-orders/{postCode}',
  'GET /delegation-tables/{id}',
  'GET /definition-drafts',
  'GET /definition-drafts/{id}',
  'GET /disposal-batches/{id}',
  'GET /disposal-batches/{id}/items/{itemId}/documents',
  'GET /disposal-batches/{id}/certificate.pdf',
  'GET /disposal-batches/{id}/inventory.csv',
  'GET /disposal-batches/{id}/inventory.pdf',
  'GET /disposal-register',
  'GET /disposal-register.csv',
  'GET /disposal-register.pdf',
  'GET /disposal-batches/{id}/package',
  'GET /records/attention',
  'GET /holds/{id}',
  'GET /records/extensions/{id}',
  'GET /records/extensions/{id}/items',
  'GET /record-files/{id}',
  'GET /record-files/{id}/documents',
  'GET /record-files/{id}/event-preview',
  'GET /record-files/{id}/closing-preview',
  'GET /record-files/{id}/retention-preview',
  'GET /record-files/{id}/paper',
  'GET /approval-reports/matters',
  'GET /handovers/candidates',
  'GET /handovers/{id}/files',
  'GET /handovers/{id}/list.pdf',
  'GET /file-labels.pdf',
  'GET /registers/files/issues/{id}/list.csv',
  'GET /years/{year}',
  'GET /years/{year}/lines',
  'GET /filing-plans/{id}',
  'GET /filing-plans/{id}/list.csv',
  'GET /filing-plans/{id}/plan.csv',
  'GET /filing-plans/{id}/plan.pdf',
  'GET /search/exports/{id}',
];
/** Content under a number that is not the matter’s: asked one by one below. */
const OTHERWISE = [
  'GET /circulations/{id}',
  'GET /search/openings/{id}',
  'GET /search/openings/{id}/attachments/{attachmentId}',
  'GET /search/exports/{id}/file',
  'GET /disposal-batches/{id}/package/file',
];

let town: Town;
let operations: readonly Operation[];
let hara: Person;
let clerk: Person;
/** A 極秘 document and its file, one under way, and a receipt with its file. */
let top: string;
let file: string;
let underWay: string;
let letter: string;
let letterFile: string;
let paper: Buffer;

const proof = async (ago: string) =>
  town.database.dataSource.query(`update identity.session set proven_at = $1::timestamptz - $2::interval`, [
    await town.clock.now(),
    ago,
  ]);
const prove = () => proof('0 minutes');
const forget = () => proof('6 minutes');
const codeOf = (text: string): string => /"code":"(identity\.proof-needed)"/.exec(text)?.[1] ?? '';

async function draft(body: string): Promise<{ id: string; attachment: string; version: number }> {
  const { body: made } = await hara.post('/documents', {
    matterType: 'notice',
    fields: { subject: '調査の通知について', addressee: '区長', body },
    attributes: { confidentiality: 'top_secret', medium: 'paper', paperReason: 'その他', paperNote: '相手方の求め' },
  });
  const { body: upload } = await hara.upload('海図.png', paper);
  await hara.post(`/documents/${made.id}/attachments`, { uploadId: upload.id });
  const { body: seen } = await hara.get(`/documents/${made.id}`);
  return { id: made.id, attachment: seen.attachments[0].id, version: seen.version };
}

async function submitted(): Promise<{ id: string; attachment: string }> {
  const { id, attachment, version } = await draft(WORDS);
  expect((await hara.post(`/documents/${id}/submissions`, { expectedVersion: version })).status).toBe(201);
  return { id, attachment };
}

beforeAll(async () => {
  town = await openTown('2026-05-11T00:30:00Z');
  operations = operationsOf((await (await fetch(`${town.url}/api/openapi.json`)).json()) as OpenApi);
  hara = await town.as('hara');
  clerk = await town.as('s1055');
  paper = await scannedPage(['橋りょう点検結果の報告について', FILE]);
  ({ id: top, attachment: file } = await submitted());
  await approveBy(town, top, 'goto', 'fukagawa');
  underWay = (await submitted()).id;
  const { body: upload } = await clerk.upload('海図.png', paper);
  const asked = { section: 'S31', subject: '調査の照会', sender: '県', note: WORDS, confidentiality: 'top_secret' };
  letter = (await clerk.post('/receipts', asked)).body.id;
  const { body } = await clerk.post(`/receipts/${letter}/attachments`, { uploadId: upload.id });
  letterFile = body.attachments[0].id;
  await deliverOwed(town, 'scans.', 'search.');
  expect((await hara.post(`/documents/${top}/execution/clean-copies`)).status).toBe(201);
  await (await town.worker()).get(SealLedger, { strict: false }).run();
});
afterAll(() => town?.close());

const doors = (rule: string) =>
  operations.filter(({ method, name, streams }) => {
    const own = name.replace('/api/v1', '');
    return method === 'GET' && !streams && POLICY[own] === rule;
  });
const nameOf = ({ name }: Operation) => name.replace('/api/v1', '');

function addressOf({ path }: Operation): string {
  const isDocument = path.startsWith('/api/v1/documents/');
  return path
    .replace('/api/v1', '')
    .replace('{id}', isDocument ? top : letter)
    .replace('{attachmentId}', isDocument ? file : letterFile)
    .replace('{page}', '1');
}

/** What the addresses ask for beside their path. */
const QUERIES: Readonly<Record<string, string>> = {
  'GET /documents/{id}/changes': '?from=1&to=1',
  'GET /documents/{id}/as-of': '?day=2026-05-11',
  'GET /documents/{id}/event-preview': '?eventOn=2026-05-01',
  'GET /documents/{id}/refiling-preview': '?fileId=01234567-89ab-7def-8123-456789abcdef',
};
/** Days of the record, for its keeper alone, who is not the drafter. */
const OF_KEEPERS = ['GET /documents/{id}/event-preview', 'GET /documents/{id}/refiling-preview'];

describe('ID-24 the doors to a matter', () => {
  const ask = async (person: Person, operation: Operation) => {
    const { status, bytes } = await person.bytes(addressOf(operation) + (QUERIES[nameOf(operation)] ?? ''));
    return { status, text: bytes.toString('utf8') };
  };
  const readerOf = ({ path }: Operation) => (path.includes('/receipts/{id}') ? clerk : hara);

  it('each asks for a proof, hands out nothing without, and opens after it', async () => {
    const found: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const operation of doors('readers')) {
      await forget();
      const closed = await ask(readerOf(operation), operation);
      await prove();
      const open = await ask(readerOf(operation), operation);
      expect(closed.text).not.toMatch(new RegExp(`${WORDS}|${FILE}`));
      found[nameOf(operation)] = [closed.status, codeOf(closed.text), open.status];
      wanted[nameOf(operation)] = OF_KEEPERS.includes(nameOf(operation))
        ? [403, '', 403]
        : [403, 'identity.proof-needed', 200];
    }
    expect(Object.keys(found).length).toBeGreaterThan(25);
    expect(found).toEqual(wanted);
  });

  it('whoever may not read hears the same with and without a proof', async () => {
    const stranger = await town.as('s1019');
    for (const operation of doors('readers')) {
      await forget();
      const closed = await ask(stranger, operation);
      await prove();
      const open = await ask(stranger, operation);
      expect([nameOf(operation), closed.status, codeOf(closed.text)]).toEqual([nameOf(operation), open.status, '']);
      expect(open.status).toBe(404);
    }
  });

  it('a refused reading is not in the ledger; the one after the proof is', async () => {
    const entries = async () =>
      (await town.database.dataSource.query(`select 1 from ledger.reading where staff_no = '1026'`)).length;
    const chiba = await town.as('chiba');
    const { body: opening } = await chiba.post('/search/openings', { documentId: top, reason: '開示請求第3号' });
    await forget();
    const before = await entries();
    for (const path of [`/search/openings/${opening.id}`, `/search/openings/${opening.id}/attachments/${file}`]) {
      const { status, bytes } = await chiba.bytes(path);
      expect([path, status, codeOf(bytes.toString('utf8'))]).toEqual([path, 403, 'identity.proof-needed']);
    }
    expect(await entries()).toBe(before);
    await prove();
    expect((await chiba.get(`/search/openings/${opening.id}`)).status).toBe(200);
    expect((await chiba.bytes(`/search/openings/${opening.id}/attachments/${file}`)).bytes).toEqual(paper);
    expect(await entries()).toBe(before + 2);
  });
});

describe('ID-24 what stands in no line of a matter', () => {
  it('every door under another number is asked here or hands out no content', () => {
    const later = doors('later').map(nameOf);
    expect(later.toSorted()).toEqual([...WITHOUT_CONTENT, ...OTHERWISE].toSorted());
  });

  it('lists stay as they are and show no words of it', async () => {
    await forget();
    const asked: string[] = [];
    for (const operation of [...doors('everybody'), ...doors('later')].filter(({ path }) => !path.includes('{'))) {
      const path = operation.path.replace('/api/v1', '');
      for (const person of [hara, clerk]) {
        const { status, bytes } = await person.bytes(`${path}?q=${encodeURIComponent('調査')}&limit=50`);
        if (status === 200) asked.push(path);
        expect([path, codeOf(bytes.toString('utf8'))]).toEqual([path, '']);
        expect([path, new RegExp(`${WORDS}|${FILE}`).test(bytes.toString('utf8'))]).toEqual([path, false]);
      }
    }
    expect(asked.length).toBeGreaterThan(10);
    const { body } = await hara.get('/documents?view=mine');
    expect(body.items.map(({ id }: { id: string }) => id)).toContain(top);
  });

  it('a search finds it and shows its words after the proof alone; what is not 極秘 stays as it is', async () => {
    const { body: open } = await hara.post('/documents', {
      matterType: 'notice',
      fields: { subject: '会議の通知について', addressee: '区長', body: `${WORDS}の会議` },
      attributes: { confidentiality: 'secret' },
    });
    const words = async (q: string) => {
      const { status, body } = await hara.get(`/search?q=${encodeURIComponent(q)}`);
      expect(status).toBe(200);
      return Object.fromEntries(body.items.map((hit: any) => [hit.documentId, hit.snippet?.text ?? null]));
    };
    await forget();
    expect(await words(WORDS)).toEqual({
      [top]: null,
      [underWay]: null,
      [open.id]: expect.stringContaining(WORDS),
    });
    expect(await words('第三橋脚')).toEqual({ [top]: null, [underWay]: null });
    await prove();
    for (const text of Object.values(await words(WORDS))) expect(text).toContain(WORDS);
    for (const text of Object.values(await words('第三橋脚'))) expect(text).not.toBeNull();
  });

  it('a circulation of it is as closed as it is, for its readers too', async () => {
    await prove();
    const readers = [{ kind: 'person', code: '1019', required: true }];
    const { body } = await hara.post(`/documents/${top}/circulations`, { mode: 'reading', readers, note: WORDS });
    const reader = await town.as('s1019');
    await forget();
    for (const person of [hara, reader]) {
      const asked = await person.get(`/circulations/${body.id}`);
      expect([asked.status, asked.body.code]).toEqual([403, 'identity.proof-needed']);
      expect(JSON.stringify(asked.body)).not.toContain(WORDS);
    }
    const key = crypto.randomUUID();
    const mark = () => reader.post(`/circulations/${body.id}/read-marks`, { comment: '見た' }, { key });
    expect((await mark()).body.code).toBe('identity.proof-needed');
    await prove();
    expect((await mark()).status).toBe(201);
    expect((await reader.get(`/circulations/${body.id}`)).body.note).toBe(WORDS);
  });

  it.each(['list', 'package'] as const)(
    'an export (%s) that holds it is made, and taken after the proof',
    async (kind) => {
      await forget();
      const order = await hara.post('/search/exports', { kind, conditions: { q: '調査' }, reason: '引継ぎ' });
      await deliverOwed(town, 'search.');
      const path = `/search/exports/${order.body.id}`;
      expect((await hara.get(path)).body.state).toBe('ready');
      for (const taking of [`${path}/file`, `${path}?taking=true`]) {
        const { status, bytes } = await hara.bytes(taking);
        expect([taking, status, codeOf(bytes.toString('utf8'))]).toEqual([taking, 403, 'identity.proof-needed']);
      }
      const taken = async () =>
        (
          await town.database.dataSource.query(
            `select 1 from ledger.entry where kind = 'search.export-taken' and subject_id = $1`,
            [order.body.id],
          )
        ).length;
      expect(await taken()).toBe(0);
      await prove();
      expect((await hara.bytes(`${path}?taking=true`)).status).toBe(200);
      expect((await hara.bytes(`${path}/file`)).status).toBe(200);
      expect(await taken()).toBe(1);
    },
  );

  it('whoever looks in an emergency is asked too', async () => {
    await prove();
    const [asker, confirmer] = [await town.as('s1011'), await town.as('s1004')];
    const number = (await hara.get(`/documents/${underWay}`)).body.draftNumber;
    const until = new Date((await town.clock.now()).getTime() + 3_600_000).toISOString();
    const { body } = await asker.post('/emergency-readings', { numbers: [number], reason: '救助', until });
    expect((await confirmer.post(`/emergency-readings/${body.id}/confirmation`)).status).toBe(204);
    await forget();
    expect((await asker.get(`/documents/${underWay}`)).body.code).toBe('identity.proof-needed');
    await prove();
    expect((await asker.get(`/documents/${underWay}`)).status).toBe(200);
    expect((await asker.post(`/emergency-readings/${body.id}/end`)).status).toBe(204);
  });
});

describe('ID-24 writes, whose answers show the matter', () => {
  it('are asked too, do nothing without, and are done once under the same key', async () => {
    await prove();
    const goto = await town.as('goto');
    const seat = await openSeat(goto, underWay);
    const { body: receipt } = await clerk.get(`/receipts/${letter}`);
    const own = await draft(WORDS);
    const writes: readonly (readonly [Person, string, string, object, number?])[] = [
      [hara, 'PATCH', `/documents/${own.id}`, {}, own.version],
      [hara, 'PATCH', `/documents/${own.id}`, { attributes: { confidentiality: 'none' } }, own.version],
      [hara, 'POST', `/documents/${own.id}/submissions`, { expectedVersion: own.version }],
      [hara, 'POST', `/documents/${top}/redrafts`, {}],
      [hara, 'POST', `/documents/${top}/read-marks`, { attachmentIds: [file] }],
      [goto, 'POST', `/documents/${underWay}/acts`, { kind: 'approve', ...seat }],
      [clerk, 'PATCH', `/receipts/${letter}`, { note: '別の注記' }, receipt.version],
      [clerk, 'PATCH', `/receipts/${letter}`, { confidentiality: 'none' }, receipt.version],
    ];
    const state = () =>
      town.database.dataSource.query(
        `select (select sum(version) from documents.document) as documents, (select sum(version) from intake.receipt) as receipts,
          (select count(*) from approvals.act) as acts`,
      );
    const before = await state();
    await forget();
    for (const [person, method, path, body, ifMatch] of writes) {
      const answer = await person.request(method, path, JSON.stringify(body), ifMatch === undefined ? {} : { ifMatch });
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'identity.proof-needed']);
    }
    expect(await state()).toEqual(before);
    const key = crypto.randomUUID();
    const approve = () => goto.post(`/documents/${underWay}/acts`, { kind: 'approve', ...seat }, { key });
    expect((await approve()).body.code).toBe('identity.proof-needed');
    const proven = await goto.post('/session/proof', { password: PASSWORD });
    const again = Object.assign(Object.create(goto), {
      cookie: proven.headers.get('set-cookie')?.split(';')[0],
    }) as Person;
    const done = () => again.post(`/documents/${underWay}/acts`, { kind: 'approve', ...seat }, { key });
    expect([(await done()).status, (await done()).status]).toEqual([201, 201]);
  });
});

describe('ID-24 the setting', () => {
  it('names what asks, and for how long a proof holds', async () => {
    const other = await openTown('2026-05-11T00:30:00Z', {
      access: { stepUp: { readings: ['personnel'], withinMinutes: 30 } },
    });
    try {
      const drafter = await other.as('hara');
      const make = async (confidentiality: string) =>
        (
          await drafter.post('/documents', {
            matterType: 'notice',
            fields: { subject: '通知', addressee: '区長', body: '次のとおり。' },
            attributes: { confidentiality },
          })
        ).body.id;
      const ids = [await make('top_secret'), await make('personnel'), await make('secret')];
      const after = async (minutes: number) => {
        await other.database.dataSource.query(
          `update identity.session set proven_at = $1::timestamptz - make_interval(mins => $2)`,
          [await other.clock.now(), minutes],
        );
        return Promise.all(ids.map(async (id) => (await drafter.get(`/documents/${id}`)).status));
      };
      expect(await after(29)).toEqual([200, 200, 200]);
      expect(await after(31)).toEqual([200, 403, 200]);
    } finally {
      await other.close();
    }
  });
});
