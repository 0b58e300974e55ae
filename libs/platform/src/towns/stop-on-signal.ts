/** Ends the process when it is asked to, once `stop` has let running work finish. Asking twice changes nothing. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping: Promise<void> | null = null;
  const end = () => {
    stopping ??= stop().finally(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
}
