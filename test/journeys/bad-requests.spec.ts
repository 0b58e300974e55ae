import { expectRefusal, reader } from './refusals';
import { CONTRACT_FIELDS, type Person, type Town, openTown } from './town';

let town: Town;
let hara: Person;
beforeAll(async () => {
  town = await openTown();
  hara = await town.as('hara');
});
afterAll(() => town?.close());

const contract = (fields: object) => ({ matterType: 'contract', fields: { ...CONTRACT_FIELDS, ...fields } });

describe('requests that are no requests of ours', () => {
  const raw =
    (body: string, headers: Record<string, string> = {}) =>
    (l: 'ja' | 'en') =>
      hara.request('POST', '/documents', body, { headers: { ...reader(l).headers, ...headers } });

  it.each([
    ['an unknown property', '{"matterType":"contract","colour":1}', '/colour'],
    ['a nested unknown', '{"matterType":"contract","attributes":{"owner":"x"}}', '/attributes/owner'],
  ])('%s is refused by name', async (_, body, pointer) => {
    await expectRefusal(town, raw(body), { status: 422, code: 'request.invalid', pointers: [pointer] });
  });

  it.each([
    ['__proto__', '{"matterType":"contract","__proto__":{"admin":true}}'],
    ['constructor', '{"matterType":"contract","constructor":{"prototype":{"admin":true}}}'],
    ['a nested __proto__', '{"matterType":"contract","attributes":{"__proto__":{"urgent":true}}}'],
    ['__proto__ among the fields', '{"matterType":"contract","fields":{"__proto__":{"subject":"件名"}}}'],
    ['a number that no reader can hold', '{"matterType":"contract","fields":{"amount":1e400}}'],
  ])('%s is refused and changes nothing about anybody', async (_, body) => {
    await expectRefusal(town, raw(body), { status: 400, code: 'request.malformed' });
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it.each([
    ['broken JSON', '{"matterType":', 400, 'request.malformed'],
    ['JSON that is no object', '"contract"', 400, 'request.malformed'],
    ['an array', '[]', 422, 'request.invalid'],
    ['nothing', '{}', 422, 'request.invalid'],
    ['300 KB', JSON.stringify(contract({ reason: 'あ'.repeat(100_000) })), 413, 'request.too-large'],
    ['an unknown matter type', '{"matterType":"no-such"}', 422, 'documents.unknown-matter-type'],
    [
      'an unknown class',
      '{"matterType":"contract","attributes":{"classCode":"99-99-99"}}',
      422,
      'documents.unknown-class',
    ],
    [
      'a day that no calendar has',
      '{"matterType":"contract","attributes":{"dueOn":"2026-02-30"}}',
      422,
      'request.invalid',
    ],
  ])('%s is refused', async (_, body, status, code) => {
    await expectRefusal(town, raw(body), { status, code });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'a body of type %s is not taken',
    async (type) => {
      await expectRefusal(town, raw('{"matterType":"contract"}', { 'Content-Type': type }), {
        status: 415,
        code: 'request.unsupported-media-type',
      });
    },
  );

  it.each([
    ['missing', ''],
    ['too short', 'short'],
    ['of 129 characters', 'k'.repeat(129)],
    ['with a blank', 'a key with blanks in it'],
  ])('a write whose Idempotency-Key is %s is refused', async (_, key) => {
    await expectRefusal(town, raw('{"matterType":"contract"}', { 'Idempotency-Key': key }), {
      status: 400,
      code: 'request.idempotency-key-missing',
    });
  });

  it.each([undefined, '7', '"x"', 'W/"1"', '*'])('a save with If-Match %s is refused', async (ifMatch) => {
    const { id } = (await hara.post('/documents', contract({}))).body;
    const headers: Record<string, string> = ifMatch === undefined ? {} : { 'If-Match': ifMatch };
    await expectRefusal(
      town,
      (l) => hara.patch(`/documents/${id}`, { fields: {} }, { headers: { ...reader(l).headers, ...headers } }),
      { status: 428, code: 'request.precondition-missing' },
    );
  });

  it('lists within lists are refused where they stand', async () => {
    for (const items of [[[]], [[[]]], [[{}]], [null], ['x'], [{}, []]]) {
      const { status, body } = await hara.post('/bulk-approvals', { items });
      expect({ items, status, pointer: body.errors?.[0]?.pointer }).toEqual({
        items,
        status: 422,
        pointer: expect.stringMatching(/^\/items/),
      });
    }
    expect((await hara.post('/documents', { matterType: 'contract', attributes: [] })).status).toBe(422);
  });

  it('an unknown address is a problem, not a page', async () => {
    for (const path of ['/nothing-here', '/documents/x/y/z', '/%00', '/documents/%E0%A4%A'])
      expect((await hara.get(path)).status).toBeGreaterThanOrEqual(400);
    await expectRefusal(town, (l) => hara.get('/nothing-here', reader(l).headers), {
      status: 404,
      code: 'request.not-found',
    });
  });

  it('refuses cursors and limits that no list gave', async () => {
    for (const path of ['/documents', '/inbox', '/record-files', '/notifications', '/search'])
      for (const query of [
        'limit=0',
        'limit=-1',
        'limit=x',
        'limit=1e9',
        'cursor=%00',
        'cursor=W10',
        'cursor=WyJhIiwiYiIsImMiLCJkIiwiZSJd',
        'cursor=WzEsMiwzLDRd',
        'cursor=WyIyMDI2LTAxLTAxIiwieCJd',
        'nope=1',
      ]) {
        const { status, body } = await hara.get(`${path}?${query}`);
        expect({ path, query, refused: status >= 400 && status < 500, code: typeof body.code }).toEqual({
          path,
          query,
          refused: true,
          code: 'string',
        });
      }
  });
});
