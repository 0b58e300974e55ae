import { Injectable } from '@nestjs/common';
import { canonicalBytes, sha256 } from '@fubako/kernel';
import type { Request } from 'express';
import { UnitOfWork, sql } from '../database';
import { refuse } from './errors';

/** Who asks what under which key. */
export interface KeyClaim {
  readonly actor: string;
  readonly key: string;
  readonly digest: Buffer;
}

export interface StoredAnswer {
  /** Null while the first request is still at work, and for requests that store their answers elsewhere. */
  readonly status: number | null;
  readonly body: string | null;
}

const KEY = /^[\x21-\x7E]{16,128}$/;

/** The key of a request that needs one. @throws DomainError request.idempotency-key-missing */
export function idempotencyKeyOf(request: Request): string {
  const key = request.get('Idempotency-Key') ?? '';
  if (!KEY.test(key)) throw refuse('request.idempotency-key-missing', {});
  return key;
}

export function claimOf(request: Request, actor: string): KeyClaim {
  const ifMatch = request.get('If-Match') ?? null;
  const body: unknown = request.body ?? null;
  const digest = sha256(canonicalBytes({ method: request.method, path: request.path, ifMatch, body }));
  return { actor, key: idempotencyKeyOf(request), digest };
}

/** Keys of writing requests and the answers they got (reliability 4.2). Within a unit of work. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Takes the key for this request; waits when the same one is at work.
   * @returns null for a new key, otherwise what the first request was answered
   * @throws DomainError request.idempotency-key-reused when the first request asked for something else
   */
  async claim({ actor, key, digest }: KeyClaim): Promise<StoredAnswer | null> {
    // Whoever writes asks what time it is, sooner or later.
    const [claimed] = await Promise.all([
      this.uow.change(sql`
      insert into platform.idempotency (actor, key, request_sha256) values (${actor}, ${key}, ${digest}) on conflict do nothing`),
      this.uow.now(),
    ]);
    if (claimed === 1) return null;
    const stored = await this.uow.one<StoredAnswer & { request_sha256: Buffer }>(sql`
      select request_sha256, status, body from platform.idempotency where actor = ${actor} and key = ${key}`);
    if (!stored.request_sha256.equals(digest)) throw refuse('request.idempotency-key-reused', {});
    return stored;
  }

  store({ actor, key }: KeyClaim, answer: StoredAnswer): void {
    this.uow.send(sql`
      update platform.idempotency set status = ${answer.status}, body = ${answer.body} where actor = ${actor} and key = ${key}`);
  }
}
