import { type AddressInfo } from 'node:net';
import { type Server, createServer } from 'node:http';

/** A server that has every request proven anew while `closed`; what stands on it counts up with each answer. */
let server: Server;
let closed = false;
let asked: string[] = [];

const refusal = {
  title: '',
  status: 403,
  detail: '',
  code: 'identity.proof-needed',
  by: ['password'],
  act: 'secret_reading',
};

/** The parts of a browser that the page asks of, and the page itself. */
async function openPage() {
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  class PageRequest extends Request {
    constructor(at: string | Request, init?: RequestInit) {
      super(typeof at === 'string' ? `${home}${at}` : at, init);
    }
  }
  const store = { getItem: () => null, setItem: () => undefined };
  const events = { addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.assign(
    globalThis,
    { Request: PageRequest, localStorage: store, window: globalThis, document: events },
    events,
  );
  const { watchRequests, wantedProof } = await import('./proof-request');
  const { queryClient } = await import('./query-client');
  const { QueryObserver } = await import('@tanstack/react-query');
  const { approvalQuery, whileStaged } = await import('../shared/api/approval');
  const { api, unasked, unwrap } = await import('../shared/api/client');
  watchRequests();
  return { wantedProof, queryClient, QueryObserver, approvalQuery, whileStaged, api, unasked, unwrap };
}
let page: Awaited<ReturnType<typeof openPage>>;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(closed ? 403 : 200, { 'content-type': 'application/json' });
    const body = { title: `${asked.length}`, staged: { remainingSeconds: -57.5 } };
    response.end(JSON.stringify(closed ? refusal : body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  page = await openPage();
});
afterAll(() => {
  page.queryClient.clear();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [closed, asked] = [false, []];
  page.queryClient.clear();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (is: () => boolean) => {
  for (let n = 0; n < 300 && !is(); n++) await pause(20);
  expect(is()).toBe(true);
};
const watch = (id: string, more: object = {}) => {
  const observer = new page.QueryObserver(page.queryClient, { ...page.approvalQuery(id), ...more });
  const close = observer.subscribe(() => undefined);
  return { close, now: () => observer.getCurrentResult() };
};

test('ID-24 who opens it is asked; who leaves the question is not asked again until they try again', async () => {
  closed = true;
  const { now, close } = watch('d1');
  await until(() => page.wantedProof() !== null);
  expect(page.wantedProof()).toMatchObject({ by: ['password'], act: 'secret_reading' });
  page.wantedProof()?.settle(false);
  await until(() => now().isError);
  void now().refetch();
  await until(() => page.wantedProof() !== null);
  page.wantedProof()?.settle(false);
  await until(() => now().fetchStatus === 'idle');
  close();
});

test('ID-24 a decision in its grace time is asked after quietly: the page stays as it is, and the asking ends', async () => {
  const { now, close } = watch('d2', { refetchInterval: page.whileStaged });
  await until(() => now().isSuccess);
  const shown = now().data;
  closed = true;
  asked = [];
  await until(() => asked.length >= 2);
  expect(page.wantedProof()).toBeNull();
  expect(now()).toMatchObject({ isError: false, data: shown });
  await pause(1_200);
  const told = asked.length;
  await pause(1_200);
  expect(asked.length).toBe(told);
  close();
});

test('ID-24 who comes back to it later is asked once, though the page still remembers it', async () => {
  const first = watch('d3');
  await until(() => first.now().isSuccess);
  first.close();
  closed = true;
  const again = watch('d3', { staleTime: 0, refetchInterval: page.whileStaged });
  await until(() => page.wantedProof() !== null);
  page.wantedProof()?.settle(false);
  await until(() => again.now().isError);
  await pause(1_200);
  expect(page.wantedProof()).toBeNull();
  again.close();
});

test('ID-24 what stayed as it was is asked for again after the proof', async () => {
  const { now, close } = watch('d4');
  await until(() => now().isSuccess);
  const before = now().data;
  closed = true;
  await page.queryClient.refetchQueries();
  expect([page.wantedProof(), now().data]).toEqual([null, before]);
  const other = watch('d5');
  await until(() => page.wantedProof() !== null);
  closed = false;
  page.wantedProof()?.settle(true);
  await until(() => now().data !== before);
  other.close();
  close();
});

test('ID-24 what the page stores by itself asks nobody and is refused; what a person stores asks', async () => {
  closed = true;
  const store = () => page.api.POST('/api/v1/absences', { body: {} as never });
  const { response } = await page.unasked(store);
  expect([response.status, page.wantedProof()]).toEqual([403, null]);
  const stored = store();
  await until(() => page.wantedProof() !== null);
  closed = false;
  page.wantedProof()?.settle(true);
  expect((await stored).response.status).toBe(200);
});
