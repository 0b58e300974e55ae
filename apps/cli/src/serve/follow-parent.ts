/**
 * Preloaded into the API, the worker and the commands that `serve` runs: when the supervisor dies without a word, the channel to it breaks and the process
 * ends in good order, instead of serving on unsupervised.
 */
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
