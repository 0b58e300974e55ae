import { withoutNetwork } from './no-network';

/** The child's side: reads the request from standard input, answers on standard output, and ends. */
export async function answer<Request, Answer>(work: (request: Request) => Promise<Answer>): Promise<void> {
  withoutNetwork();
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  const reply = JSON.stringify(await work(JSON.parse(Buffer.concat(chunks).toString()) as Request));
  process.stdout.write(reply, () => process.exit(0));
}
