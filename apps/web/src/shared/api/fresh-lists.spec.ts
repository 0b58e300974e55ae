import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { actKey, refreshSoon } from './fresh-lists';
import { queryKeys } from './keys';

const inbox = [queryKeys.inbox];

/** A list that stands on the screen, and how often it has been read. */
async function shownList() {
  const client = new QueryClient();
  const read = jest.fn(() => Promise.resolve('rows'));
  const leave = new QueryObserver(client, { queryKey: queryKeys.inbox, queryFn: read }).subscribe(() => undefined);
  await jest.advanceTimersByTimeAsync(1);
  read.mockClear();
  return { client, read, leave };
}

describe('lists that acts change', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are read once for acts that follow each other and for the news of them', async () => {
    const { client, read, leave } = await shownList();
    for (let act = 0; act < 5; act += 1) {
      refreshSoon(client, inbox);
      await jest.advanceTimersByTimeAsync(100);
    }
    refreshSoon(client, inbox);
    expect(read).toHaveBeenCalledTimes(0);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(read).toHaveBeenCalledTimes(1);
    leave();
  });

  it('are read every two seconds however long a series goes on', async () => {
    const { client, read, leave } = await shownList();
    for (let act = 0; act < 50; act += 1) {
      refreshSoon(client, inbox);
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(read).toHaveBeenCalledTimes(2);
    leave();
  });

  it('are not read while an act is under way: its row would come back', async () => {
    const { client, read, leave } = await shownList();
    let answer: (value: string) => void = () => undefined;
    const sent = new Promise<string>((resolve) => (answer = resolve));
    const act = client.getMutationCache().build(client, { mutationKey: actKey, mutationFn: () => sent });
    const done = act.execute(undefined);
    refreshSoon(client, inbox);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(read).toHaveBeenCalledTimes(0);
    answer('approved');
    await done;
    await jest.advanceTimersByTimeAsync(100);
    expect(read).toHaveBeenCalledTimes(1);
    leave();
  });
});
