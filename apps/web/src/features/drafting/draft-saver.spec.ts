import { type Asking, unasked } from '../../shared/api/client';
import { ProblemError } from '../../shared/api/problem';
import type { Document } from '../../shared/api/types';
import { DraftSaver, type SaveState } from './draft-saver';

const changed = () => new ProblemError({ title: '', status: 412, detail: '', code: 'documents.changed-meanwhile' });
const refused = () => new ProblemError({ title: '', status: 403, detail: '', code: 'identity.proof-needed' });
const body = (subject: string) => ({ fields: { subject }, attributes: {} });

/** A server in memory: one document, guarded by its version. */
function town(initial: { subject: string; version: number } | null) {
  let stored = initial;
  const states: SaveState['kind'][] = [];
  const created: string[] = [];
  let closed = false;
  const asked = (ask: Asking) => {
    if (closed && ask === unasked) throw refused();
  };
  const view = () =>
    ({
      id: 'd1',
      version: stored?.version,
      fields: { subject: stored?.subject },
      attributes: {},
      updatedAt: 'now',
    }) as unknown as Document;
  const saver = new DraftSaver(initial && view(), {
    create: async ({ fields }, ask) => {
      asked(ask);
      stored = { subject: String(fields.subject), version: 1 };
      return view();
    },
    change: async ({ version }, { fields }, ask) => {
      asked(ask);
      if (version !== stored?.version) throw changed();
      stored = { subject: String(fields.subject), version: version + 1 };
      return view();
    },
    fetch: async () => view(),
    onState: (state) => states.push(state.kind),
    onCreated: (document) => created.push(document.id),
  });
  return {
    saver,
    states,
    created,
    view,
    server: () => stored,
    close: () => (closed = true),
    elsewhere: (subject: string) => (stored = { subject, version: (stored?.version ?? 0) + 1 }),
  };
}

test('the first text creates the document, the next changes it', async () => {
  const { saver, server, created } = town(null);
  await saver.save(() => body('a'));
  await saver.save(() => body('b'));
  expect([server(), created]).toEqual([{ subject: 'b', version: 2 }, ['d1']]);
});

test('two saves at once run one after the other', async () => {
  const { saver, server, created } = town(null);
  await Promise.all([saver.save(() => body('a')), saver.save(() => body('b'))]);
  expect([server(), created]).toEqual([{ subject: 'b', version: 2 }, ['d1']]);
});

test('the same text is not sent twice', async () => {
  const { saver, server } = town(null);
  await saver.save(() => body('a'));
  await saver.save(() => body('a'));
  expect(server()?.version).toBe(1);
});

test('a change in another window is a conflict, and nothing is overwritten', async () => {
  const { saver, server, states, elsewhere } = town({ subject: 'a', version: 3 });
  elsewhere('theirs');
  await expect(saver.save(() => body('mine'))).rejects.toThrow();
  saver.touch();
  expect([server()?.subject, states.at(-1), saver.inConflict]).toEqual(['theirs', 'conflict', true]);
});

test('a version raised by an attachment alone is no conflict', async () => {
  const { saver, server, elsewhere } = town({ subject: 'a', version: 3 });
  elsewhere('a');
  await saver.save(() => body('mine'));
  expect(server()).toEqual({ subject: 'mine', version: 5 });
});

test('the person may overwrite, or take theirs', async () => {
  const one = town({ subject: 'a', version: 3 });
  one.elsewhere('theirs');
  await expect(one.saver.save(() => body('mine'))).rejects.toThrow();
  await one.saver.overwrite(() => body('mine'));
  expect(one.server()).toEqual({ subject: 'mine', version: 5 });

  const two = town({ subject: 'a', version: 3 });
  two.elsewhere('theirs');
  await expect(two.saver.save(() => body('mine'))).rejects.toThrow();
  expect((await two.saver.acceptTheirs())?.fields).toEqual({ subject: 'theirs' });
  expect(two.saver.inConflict).toBe(false);
});

test('a fresher reading of the same text is adopted quietly, of another text it is a conflict', () => {
  const { saver, elsewhere, view } = town({ subject: 'a', version: 3 });
  elsewhere('a');
  saver.meet(view());
  expect(saver.inConflict).toBe(false);
  elsewhere('theirs');
  saver.meet(view());
  expect(saver.inConflict).toBe(true);
});

test('ID-24 what is secret waits in the browser where the page saves by itself, and is stored when the person saves', async () => {
  const { saver, server, states, close } = town({ subject: 'a', version: 3 });
  close();
  await expect(saver.save(() => body('typed'), unasked)).rejects.toThrow();
  expect([server()?.subject, states.at(-1)]).toEqual(['a', 'kept']);
  await saver.save(() => body('typed on'));
  expect([server()?.subject, states.at(-1)]).toEqual(['typed on', 'saved']);
});
