import type { ConsoleMessage, Page } from 'playwright-core';

const SIGNED_OUT = /^error: Failed to load resource: .* 401 .*\/api\/v1\/session\)$/;

/** What a browser complains about while people work. Nothing of it is tolerated. */
export class Faults {
  private readonly seen: string[] = [];
  private signedOut = 0;

  watch(page: Page): void {
    page.on('console', (message) => {
      if (isComplaint(message)) this.seen.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.seen.push(`uncaught: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 500) this.seen.push(`${response.status()} ${response.url()}`);
    });
  }

  /** Chromium reports the refusal by which the web learns, once for each opening, that nobody is signed in. */
  expectSignedOut(): void {
    this.signedOut += 1;
  }

  /** Everything since the last call. */
  take(): string[] {
    const signedOut = this.seen.filter((fault) => SIGNED_OUT.test(fault));
    const others = this.seen.splice(0).filter((fault) => !SIGNED_OUT.test(fault));
    const expected = this.signedOut;
    this.signedOut = 0;
    return signedOut.length === expected
      ? others
      : [...others, `signed out ${signedOut.length} times, not ${expected}`];
  }
}

/** Errors, and every word about the content security policy or trusted types, report-only or not. */
function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' || /content security policy|trusted ?(type|script|html)/i.test(message.text());
}
