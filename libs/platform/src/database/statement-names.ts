/** From this use on, a statement is worth remembering by the database. */
const WORTH_NAMING = 3;
/** Texts that are looked at; those of free filters are many and come once. */
const TEXTS = 2000;
/** Every connection keeps its plans in memory. */
const NAMED = 500;

/**
 * Names under which connections keep the statements that come again and again: a named one is parsed and planned once for each
 * connection, which costs more than running it (ADR 0018). The text decides the name, so a name means one text everywhere; and
 * whoever asks, because Postgres plans anew what row policies guard when another role asks it.
 */
export class StatementNames {
  private readonly uses = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private generation = 1;

  /** The name of this statement of `role`; undefined as long as it is better sent as text. */
  of(statement: string, role: string): string | undefined {
    const text = `${role} ${statement}`;
    const known = this.names.get(text);
    if (known) return known;
    if (this.names.size >= NAMED) return undefined;
    if (this.uses.size >= TEXTS) this.uses.clear();
    const uses = (this.uses.get(text) ?? 0) + 1;
    this.uses.set(text, uses);
    return uses < WORTH_NAMING ? undefined : this.name(text);
  }

  /** After a migration under a running process: plans of the old shape are not asked for again. */
  forget(): void {
    this.generation++;
    this.names.clear();
    this.uses.clear();
  }

  private name(text: string): string {
    const name = `fubako_${this.generation}_${this.names.size + 1}`;
    this.names.set(text, name);
    this.uses.delete(text);
    return name;
  }
}
