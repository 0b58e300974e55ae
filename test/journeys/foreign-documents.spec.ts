import { randomUUID } from 'node:crypto';
import { expectRefusal, reader, rowCounts } from './refusals';
import { CONTRACT_FIELDS, type Answer, type Person, type Town, approveBy, openTown, submitContract } from './town';

let town: Town;
let stranger: Person;
let secret: string;
let draft: string;
beforeAll(async () => {
  town = await openTown();
  stranger = await town.as('s1019');
  secret = await submitContract(town, { attributes: { confidentiality: 'secret' } });
  await approveBy(town, secret, 'goto', 'fukagawa', 'takarabe', 'eto');
  const hara = await town.as('hara');
  draft = (await hara.post('/documents', { matterType: 'contract', fields: CONTRACT_FIELDS })).body.id;
});
afterAll(() => town?.close());

type Send = (id: string, headers: Record<string, string>) => Promise<Answer>;

const writing = (method: string, path: string, body: object, more: Record<string, string> = {}): Send => {
  return (id, headers) =>
    stranger.request(method, `/documents/${id}${path}`, JSON.stringify(body), { headers: { ...headers, ...more } });
};
const reading =
  (path: string): Send =>
  (id, headers) =>
    stranger.get(`/documents/${id}${path}`, headers);

/** Everything that can be asked of one document. */
const QUESTIONS: readonly (readonly [string, Send])[] = [
  ['GET', reading('')],
  ['GET approval', reading('/approval')],
  ['GET sheet.pdf', reading('/sheet.pdf')],
  ['GET filing', reading('/filing')],
  ['GET revisions', reading('/revisions')],
  ['GET changes', reading('/changes?from=1&to=1')],
  ['GET attachment original', reading(`/attachments/${randomUUID()}/original`)],
  ['GET attachment pdf', reading(`/attachments/${randomUUID()}/pdf`)],
  ['PATCH', writing('PATCH', '', { fields: {} }, { 'If-Match': '"1"' })],
  ['POST submissions', writing('POST', '/submissions', { expectedVersion: 1 })],
  ['POST acts approve', writing('POST', '/acts', { kind: 'approve', seatId: randomUUID() })],
  ['POST acts withdraw', writing('POST', '/acts', { kind: 'withdraw' })],
  ['POST acts pull_back', writing('POST', '/acts', { kind: 'pull_back' })],
  ['POST attachments', writing('POST', '/attachments', { uploadId: randomUUID() })],
  ['PUT attachments order', writing('PUT', '/attachments/order', { ids: [] })],
  ['DELETE attachment', writing('DELETE', `/attachments/${randomUUID()}`, {})],
  ['POST read-marks', writing('POST', '/read-marks', { attachmentIds: [] })],
  ['POST redrafts', writing('POST', '/redrafts', {})],
  ['POST closure', writing('POST', '/closure', {})],
];

describe('documents that a person may not know of', () => {
  it.each(QUESTIONS)('%s answers alike for a secret one, a draft, and one that nobody has', async (_, ask) => {
    const answers = [];
    for (const id of [secret, draft, randomUUID()]) {
      const refusal = { status: 404, code: 'documents.not-found' };
      const { body } = await expectRefusal(town, (l) => ask(id, reader(l).headers), refusal);
      expect(JSON.stringify(body)).not.toContain(CONTRACT_FIELDS.subject);
      answers.push({ title: body.title, detail: body.detail, facts: Object.keys(body).sort() });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it.each(QUESTIONS)('%s of an id that is none is refused without asking the database', async (_, ask) => {
    for (const id of [
      'x',
      '1',
      "'; drop table documents.document; --",
      '0'.repeat(36),
      '%00',
      'NaN',
      randomUUID().slice(1),
    ]) {
      const { status, body } = await ask(encodeURIComponent(id), {});
      expect({ id, refused: status >= 400 && status < 500, detail: typeof body.detail }).toEqual({
        id,
        refused: true,
        detail: 'string',
      });
    }
  });

  it('lists, search, facets and counts are silent about them', async () => {
    const q = encodeURIComponent('高齢者見守り');
    for (const path of ['/documents?view=unit', '/documents?view=mine', '/inbox', '/notifications', `/search?q=${q}`]) {
      const { status, body } = await stranger.get(path);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(CONTRACT_FIELDS.subject);
    }
    const { body } = await stranger.get(`/search?q=${q}`);
    expect({ count: body.count, facets: Object.values(body.facets).flat() }).toEqual({ count: 0, facets: [] });
  });

  it('a colleague of the section sees that secrecy too', async () => {
    const insider = await town.as('s1025');
    for (const path of ['', '/approval', '/sheet.pdf', '/filing', '/revisions'])
      expect((await insider.get(`/documents/${secret}${path}`)).status).toBe(404);
  });

  it('bulk approval of foreign seats changes nothing and tells nothing', async () => {
    const seats: { id: string }[] = await town.database.dataSource.query(
      'select id from approvals.seat where document_id = $1',
      [secret],
    );
    const items = seats.map(({ id }) => ({
      documentId: secret,
      seatId: id,
      version: 1,
      contentDigest: 'a'.repeat(64),
    }));
    const before = await rowCounts(town);
    const { body: preview } = await stranger.post('/bulk-approvals/preview', { items });
    expect(JSON.stringify(preview)).not.toContain(CONTRACT_FIELDS.subject);
    expect(preview.count).toBe(0);
    expect(await rowCounts(town)).toBe(before);
    const { body: result } = await stranger.post('/bulk-approvals', { items });
    expect(JSON.stringify(result)).not.toContain(CONTRACT_FIELDS.subject);
    expect(result.applied).toBe(0);
  });
});
