import { defineJob } from '@fubako/platform/jobs';
import { z } from 'zod';

const payload = z.strictObject({ n: z.int() });
const backoff = { kind: 'fixed', delayMs: 200 } as const;

export const count = defineJob({ name: 'test.count', payload, attempts: 3, backoff });
export const hang = defineJob({ name: 'test.hang', payload, attempts: 1, backoff });
export const heavy = defineJob({ name: 'test.heavy', payload, attempts: 1, lane: 'heavy' });
