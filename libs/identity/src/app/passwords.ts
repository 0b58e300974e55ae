import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { normalPassword } from '../core/password-rules';

/** Argon2id (the library's algorithm by default) with the first choice of the OWASP cheat sheet: 19 MiB, two passes. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** Makes and checks password hashes. Costs about 30 ms of a processor: never inside a unit of work. */
@Injectable()
export class Passwords {
  private dummy: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return hash(normalPassword(password), PARAMETERS);
  }

  /** Without a hash it works just as long and says no, so that time does not tell which logins exist. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    this.dummy ??= this.hash(randomBytes(24).toString('base64'));
    const matches = await verify(passwordHash ?? (await this.dummy), normalPassword(password));
    return passwordHash !== null && matches;
  }

  /** Whether the hash was made with weaker parameters than today's. */
  isOutdated(passwordHash: string): boolean {
    const { memoryCost, timeCost } = parseOptions(passwordHash);
    return memoryCost < PARAMETERS.memoryCost || timeCost < PARAMETERS.timeCost;
  }
}
