import type { ConsoleMessage, Page } from 'playwright-core';

/** What a browser complains about while people work. Nothing of it is tolerated. */
export class Faults {
  private readonly seen: string[] = [];

  watch(page: Page): void {
    page.on('console', (message) => {
      if (isComplaint(message)) this.seen.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.seen.push(`uncaught: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 500) this.seen.push(`${response.status()} ${response.url()}`);
    });
  }

  /** Everything since the last call. */
  take(): string[] {
    return this.seen.splice(0);
  }
}

/** Errors, and every word about the content security policy or trusted types, report-only or not. */
function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' || /content security policy|trusted ?(type|script|html)/i.test(message.text());
}
