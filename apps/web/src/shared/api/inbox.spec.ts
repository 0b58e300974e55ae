import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { inboxQuery, sharedRows } from './inbox';
import type { InboxItem } from './types';

const row = (name: string, unread = false) => ({ documentId: name, seatId: 's', title: name, unread }) as InboxItem;
const list = (...pages: InboxItem[][]) => ({
  pages: pages.map((items) => ({ items, nextCursor: null })),
  pageParams: pages.map(() => undefined),
});
const rowsOf = ({ pages }: ReturnType<typeof list>) => pages.flatMap(({ items }) => items);

describe('the rows of the inbox', () => {
  it('are the same ones when one above them has left', () => {
    const before = list([row('a'), row('b')], [row('c')]);
    expect(rowsOf(sharedRows(before, list([row('b')], [row('c')])))).toEqual([row('b'), row('c')]);
    const [b, c] = rowsOf(sharedRows(before, list([row('b')], [row('c')])));
    expect(b).toBe(before.pages[0]?.items[1]);
    expect(c).toBe(before.pages[1]?.items[0]);
  });

  it('are the same ones when one has arrived above them, or they were read in pages of another length', () => {
    const before = list([row('a')], [row('b')]);
    const [, a, b] = rowsOf(sharedRows(before, list([row('new'), row('a'), row('b')])));
    expect([a, b]).toEqual([row('a'), row('b')]);
    expect(a).toBe(before.pages[0]?.items[0]);
    expect(b).toBe(before.pages[1]?.items[0]);
  });

  it('are new where they have changed', () => {
    const before = list([row('a'), row('b', true)]);
    const [b] = rowsOf(sharedRows(before, list([row('b', false)])));
    expect(b).toEqual(row('b', false));
  });

  it('are the same list when they were read again and nothing has changed', () => {
    const before = list([row('a')], [row('b')]);
    expect(sharedRows(before, list([row('a')], [row('b')]))).toBe(before);
  });

  it('keep this when one is taken out before the server has answered', () => {
    const client = new QueryClient();
    const query = inboxQuery({ view: 'all' });
    const leave = new InfiniteQueryObserver(client, { ...query, enabled: false }).subscribe(() => undefined);
    const before = list([row('a'), row('b')]);
    client.setQueryData(query.queryKey, before as never);
    client.setQueryData(query.queryKey, list([row('b')]) as never);
    expect(client.getQueryData(query.queryKey)?.pages[0]?.items[0]).toBe(before.pages[0]?.items[1]);
    leave();
  });
});
