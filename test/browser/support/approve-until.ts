import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import { type LivingTown, act } from '../../journeys/town';

const ROUNDS = 20;

/** Lets everybody whose turn it is approve over HTTP, until it is the turn of `last`. */
export async function approveUntil(town: LivingTown, id: string, last: string): Promise<void> {
  const logins = new Map(
    readFileSync(join(projectRoot, 'apps/cli/sample-town/people.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .map(([staffNo = '', , , login = '']) => [staffNo, login] as const),
  );
  const hara = await town.as('hara');
  for (let round = 0; round < ROUNDS; round += 1) {
    const { body } = await hara.get(`/documents/${id}/approval`);
    const turn = body.steps
      .flatMap((one: { seats: { state: string; holder: { staffNo: string } }[] }) => one.seats)
      .filter((seat: { state: string }) => seat.state === 'active')
      .map((seat: { holder: { staffNo: string } }) => logins.get(seat.holder.staffNo) ?? '');
    if (turn.includes(last)) return;
    for (const login of turn) {
      const { status, body: refused } = await act(town, login, id);
      if (status !== 201) throw new Error(`${login}: ${status} ${JSON.stringify(refused)}`);
    }
  }
  throw new Error(`It was never the turn of ${last}.`);
}
