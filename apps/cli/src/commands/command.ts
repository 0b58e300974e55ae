import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Settings, loadSettings } from '@fubako/platform/config';
import { ProductModule } from '../../../product/src';

/** One operator command. `run` answers the exit code; faults an operator can mend are sentences on stderr. */
export interface Command {
  readonly usage: string;
  run(args: readonly string[]): Promise<number>;
}

/** Runs `work` in the composed product, without HTTP, and closes it again. */
export async function inProduct<T>(
  work: (product: INestApplicationContext, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = loadSettings().ofOperator;
  const product = await NestFactory.createApplicationContext(ProductModule.with(settings), {
    logger: ['error', 'warn'],
  });
  try {
    return await work(product, settings);
  } finally {
    await product.close();
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
