// Jest globalTeardown: ends what services.mjs started.
export default async function stopServices() {
  await globalThis[Symbol.for('fubako.test-services')]?.();
}
