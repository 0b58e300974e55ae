import { documentChanged } from '@fubako/documents/events';
import { sql } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { textExtracted } from '@fubako/scans/events';
import { KeepIndex } from '../src/app/keep-index';
import { type Archive, openArchive } from './corpus/archive';
import { actorOf, idOf, sampleOf } from './corpus/town';

const auditor = actorOf('000009', [], [{ role: 'auditor', unitCode: null }]);
const SHA = 'a'.repeat(64);

let archive: Archive;
let bus: EventBus;
beforeAll(async () => {
  archive = await openArchive();
  bus = new EventBus(archive.uow);
  new KeepIndex(bus, archive.source, archive.changes).onModuleInit();
});
afterAll(() => archive.database.drop());
beforeEach(() => archive.fill([]));

const found = async (text: string) =>
  (await archive.search.run({ text, filter: {}, limit: 50 }, auditor)).items.map(({ documentId }) => documentId);
const announce = (...ids: string[]) =>
  bus.publishAll(
    documentChanged,
    ids.map((documentId) => ({ subject: documentId, payload: { documentId } })),
  );

describe('Keeping the index', () => {
  it('SEA-10 indexes at the end of the unit what it announced, as it then is', async () => {
    await archive.uow.run(async () => {
      await archive.put([sampleOf(1, { title: '最初の件名' })]);
      await announce(idOf(1));
      await archive.put([sampleOf(1, { title: '最後の件名' }), sampleOf(2, { title: '別の件名' })]);
      await announce(idOf(1), idOf(2));
      const { count } = await archive.uow.one<{ count: number }>(
        sql`select count(*) as count from search.indexed_document`,
      );
      expect(count).toBe(0);
    });
    expect([await found('最初の件名'), await found('最後の件名'), await found('別の件名')]).toEqual([
      [],
      [idOf(1)],
      [idOf(2)],
    ]);
  });

  it('SEA-10 is undone with the unit', async () => {
    const refused = archive.uow.run(async () => {
      await archive.put([sampleOf(1, { title: '最初の件名' })]);
      await announce(idOf(1));
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await found('最初の件名')).toEqual([]);
  });

  it('indexes every document that carries a text which became readable', async () => {
    const carriers = [1, 2].map((n) => ({ ...sampleOf(n, { title: `件名${n}番` }), sha256: SHA }));
    await archive.uow.run(async () => {
      await archive.put([...carriers, sampleOf(3, { title: '件名3番' })]);
      await bus.publish(textExtracted, SHA, { sha256: SHA });
    });
    expect(await found('件名')).toEqual([idOf(2), idOf(1)]);
  });
});
