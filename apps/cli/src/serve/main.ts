import { serve } from './serve';

/** What `npm start` runs: `fubako serve` without the rest of the product in memory, which only its children need. */
serve(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
