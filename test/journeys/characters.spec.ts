import { pdfText, squashed } from './pdf-text';
import { expectRefusal, reader } from './refusals';
import { CONTRACT_FIELDS, type Person, type Town, openTown } from './town';

/** 葛 with its first variation selector: the name of a person who writes it so (U+845B U+E0100). */
const KATSU = '\u845B\u{E0100}';
const NABE = '\u908A\u{E0101}';

let town: Town;
let hara: Person;
beforeAll(async () => {
  town = await openTown();
  hara = await town.as('hara');
});
afterAll(() => town?.close());

const contract = (fields: object) => ({ matterType: 'contract', fields: { ...CONTRACT_FIELDS, ...fields } });

async function drafted(login: string, fields: object): Promise<{ person: Person; id: string }> {
  const person = await town.as(login);
  const { status, body } = await person.post('/documents', contract(fields));
  expect(status).toBe(201);
  const { status: submitted, body: approval } = await person.post(`/documents/${body.id}/submissions`, {
    expectedVersion: body.version,
  });
  expect({ submitted, code: approval.code }).toEqual({ submitted: 201, code: undefined });
  return { person, id: body.id };
}

describe('characters that cannot be kept for thirty years', () => {
  it.each([
    ['NUL', '契約\0書', 'control-character'],
    ['a lone surrogate', '契約\ud800書', 'broken-surrogate'],
    ['a bidi override', '契約\u202E書', 'bidi-control'],
    ['a line break in a title', '契約\n書', 'control-character'],
    ['a noncharacter', '契約\uFFFE書', 'noncharacter'],
    ['fifty marks on one letter', `契約${'\u0301'.repeat(50)}書`, 'stacked-marks'],
  ])('a title with %s is refused where it stands', async (_, subject) => {
    await expectRefusal(town, (l) => hara.post('/documents', contract({ subject }), reader(l)), {
      status: 422,
      code: 'documents.invalid-fields',
      pointers: ['/fields/subject'],
    });
  });

  it.each(['a\0b', '\ud800', 'x\u202Ey'])('an attribute with %j is refused where it stands', async (urgencyReason) => {
    const attributes = { urgent: true, urgencyReason };
    await expectRefusal(town, (l) => hara.post('/documents', { matterType: 'contract', attributes }, reader(l)), {
      status: 422,
      code: 'request.invalid',
      pointers: ['/attributes/urgencyReason'],
    });
  });

  it.each(['a\0b', '\ud800', 'x\u202Ey'])('a search for %j and a preview of it do not fall over', async (bad) => {
    const query = encodeURIComponent(bad.toWellFormed());
    expect((await hara.get(`/search?q=${query}`)).status).toBeLessThan(500);
    expect((await hara.get(`/documents?q=${query}`)).status).toBeLessThan(500);
    expect((await hara.post('/route-previews', { ...contract({ subject: bad }), attributes: {} })).status).toBeLessThan(
      500,
    );
    const login = await fetch(`${town.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify({ login: bad, password: bad }),
    });
    expect([401, 422]).toContain(login.status);
  });
});

describe('names as people write them', () => {
  it('葛 with its selector goes through draft, database, sheet and search letter by letter', async () => {
    const fields = {
      counterparty: `${KATSU}城工務店`,
      reason: `${KATSU}城 恵 氏と渡${NABE} 智子 氏の申請による。\n以上`,
    };
    const { person, id } = await drafted('hara', fields);
    const { body } = await person.get(`/documents/${id}`);
    expect(body.fields).toMatchObject(fields);
    const [stored] = await town.database.dataSource.query(
      `select encode(convert_to(fields->>'counterparty', 'UTF8'), 'hex') as hex,
              (select position(convert_to($2, 'UTF8') in r.canonical) from documents.revision r where r.document_id = $1) as at
       from documents.document where id = $1`,
      [id, fields.counterparty],
    );
    expect(stored.hex).toBe(Buffer.from(fields.counterparty).toString('hex'));
    expect(stored.at).toBeGreaterThan(0);
    const sheet = await person.bytes(`/documents/${id}/sheet.pdf`);
    expect(squashed(await pdfText(sheet.bytes))).toContain(`${KATSU}城工務店`);
    for (const words of ['葛城', `${KATSU}城`, '渡辺 智子', '渡邊']) {
      const found = await person.get(`/search?q=${encodeURIComponent(words)}`);
      expect({ words, ids: found.body.items.map((i: any) => i.documentId) }).toEqual({ words, ids: [id] });
    }
  });

  it.each([
    ['s1097', `${KATSU}城 恵`, '葛城 恵'],
    ['s1078', `渡${NABE} 智子`, '渡辺智子'],
  ])('%s drafts as %s, in the list, the history and on paper', async (login, name, plain) => {
    const { person, id } = await drafted(login, { subject: `${login}の起案` });
    expect((await person.get('/session')).body.name).toBe(name);
    expect((await person.get(`/documents/${id}`)).body.drafter.name).toBe(name);
    const { body } = await person.get(`/documents/${id}/approval`);
    expect(body.history[0].actorName).toBe(name);
    const sheet = await person.bytes(`/documents/${id}/sheet.pdf`);
    expect(squashed(await pdfText(sheet.bytes))).toContain(squashed(name));
    const found = await person.get(`/search?q=${encodeURIComponent(plain)}`);
    expect(found.body.items.map((i: any) => i.documentId)).toContain(id);
  });
});
