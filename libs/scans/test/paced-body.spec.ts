import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { watchPace } from '../src/http/paced-body';

describe('the pace of a sender', () => {
  it('that trickles for longer than the grace is ended with an error', async () => {
    const body = new PassThrough();
    const stop = watchPace(body, 0.05, 10);
    const reading = (async () => {
      for await (const chunk of body.iterator({ destroyOnReturn: false })) expect(chunk).toBeDefined();
    })();
    const trickle = setInterval(() => body.write('x'), 5);
    await expect(reading).rejects.toThrow('too slow');
    clearInterval(trickle);
    stop();
  });

  it('that sends enough is left alone, and every byte still arrives', async () => {
    const body = new PassThrough();
    const stop = watchPace(body, 0.05, 10);
    const flow = setInterval(() => body.write(Buffer.alloc(8 * 1024)), 5);
    setTimeout(() => {
      clearInterval(flow);
      body.end();
    }, 200);
    let bytes = 0;
    for await (const chunk of body.iterator({ destroyOnReturn: false })) bytes += (chunk as Buffer).length;
    stop();
    expect(bytes % (8 * 1024)).toBe(0);
    expect(bytes).toBeGreaterThan(0);
  });

  it('is not watched any longer once the body was read', async () => {
    const body = new PassThrough();
    watchPace(body, 0.01, 5)();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(body.destroyed).toBe(false);
    body.end();
    body.resume();
    await once(body, 'end');
  });
});
