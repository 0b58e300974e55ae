import { type Asking, atOnce } from '../../shared/api/client';
import { hasCode, isProofNeeded } from '../../shared/api/problem';
import type { Document } from '../../shared/api/types';
import type { ReadDraft } from './draft-values';
import { sameContent } from './same-content';

export type SaveState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  /** Kept in the browser until the person stores it and is proven for that (本人確認). */
  | { readonly kind: 'kept' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'conflict' };

type Body = ReadDraft['body'];

/** What the saver needs of the world. */
export interface DraftPorts {
  create(body: Body, ask: Asking): Promise<Document>;
  change(on: Pick<Document, 'id' | 'version'>, body: Body, ask: Asking): Promise<Document>;
  fetch(id: string, ask: Asking): Promise<Document>;
  onState(state: SaveState): void;
  onCreated(document: Document): void;
}

const changedMeanwhile = 'documents.changed-meanwhile';

/**
 * Stores a draft: one request at a time; the first creates the document, the others carry the version they build on, so
 * that a second window is noticed instead of overwritten. In a conflict nothing is stored until the person has chosen.
 */
export class DraftSaver {
  private running: Promise<unknown> = Promise.resolve();
  private saved = '';
  private state: SaveState = { kind: 'clean' };

  constructor(
    private base: Document | null,
    private readonly ports: DraftPorts,
  ) {}

  get inConflict(): boolean {
    return this.state.kind === 'conflict';
  }

  /** What stands in the inputs is what is stored. */
  settle(body: Body): void {
    this.saved = JSON.stringify(body);
  }

  /** Something was typed. */
  touch(): void {
    if (!this.inConflict) this.become({ kind: 'waiting' });
  }

  /** Everything typed until now is stored when this settles; throws what the server refused. */
  save(read: () => Body, ask: Asking = atOnce): Promise<Document> {
    const next = this.running.then(() => this.saveNow(read(), ask));
    this.running = next.catch(() => undefined);
    return next;
  }

  /** A version that came from outside: adopted when it reads the same, else a conflict. */
  meet(stored: Document): void {
    if (!this.base || this.state.kind === 'saving' || stored.version <= this.base.version) return;
    if (sameContent(stored, this.base)) this.base = stored;
    else this.become({ kind: 'conflict' });
  }

  /** Takes over what the other window stored; the caller shows it. */
  async acceptTheirs(): Promise<Document | null> {
    if (this.base) this.base = await this.ports.fetch(this.base.id, atOnce);
    this.become({ kind: 'clean' });
    return this.base;
  }

  /** Stores this window's text over the other's, knowingly. */
  async overwrite(read: () => Body): Promise<Document> {
    if (this.base) this.base = await this.ports.fetch(this.base.id, atOnce);
    this.saved = '';
    this.become({ kind: 'waiting' });
    return this.save(read);
  }

  private become(state: SaveState): void {
    this.state = state;
    this.ports.onState(state);
  }

  private async saveNow(body: Body, ask: Asking): Promise<Document> {
    const text = JSON.stringify(body);
    if (this.base && text === this.saved && !this.inConflict) return this.base;
    this.become({ kind: 'saving' });
    try {
      const created = this.base === null;
      this.base = this.base ? await this.change(this.base, body, ask) : await this.ports.create(body, ask);
      this.saved = text;
      this.become({ kind: 'saved', at: this.base.updatedAt });
      if (created) this.ports.onCreated(this.base);
      return this.base;
    } catch (error) {
      this.become(stateAfter(error));
      throw error;
    }
  }

  /** A version raised by an attachment alone is no conflict: the text is sent again upon it. */
  private async change(now: Document, body: Body, ask: Asking): Promise<Document> {
    try {
      return await this.ports.change(now, body, ask);
    } catch (error) {
      if (!hasCode(error, changedMeanwhile)) throw error;
      const stored = await this.ports.fetch(now.id, ask);
      if (stored.version === now.version || !sameContent(stored, now)) throw error;
      return this.ports.change(stored, body, ask);
    }
  }
}

function stateAfter(error: unknown): SaveState {
  if (hasCode(error, changedMeanwhile)) return { kind: 'conflict' };
  return isProofNeeded(error) ? { kind: 'kept' } : { kind: 'failed', error };
}
