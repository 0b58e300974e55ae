/** What can keep the embedded database from running; `message` is one or two sentences for the person at the terminal. */
export type EmbeddedPostgresFault =
  | 'platform-unsupported'
  | 'binaries-missing'
  | 'no-unprivileged-user'
  | 'folder-unreachable'
  | 'wrong-owner'
  | 'wrong-version'
  | 'init-failed'
  | 'start-failed'
  | 'stop-failed'
  | 'japanese-unsupported';

export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly fault: EmbeddedPostgresFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
