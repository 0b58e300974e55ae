import { type DynamicModule, Module } from '@nestjs/common';
import type { Settings } from '@fubako/platform/config';
import { JobHostModule, JobsModule } from '@fubako/platform/jobs';
import { ObservabilityModule } from '@fubako/platform/observability';
import { RelayModule } from '@fubako/platform/relay';
import { ProductModule } from '../../product/src';
import { Heartbeat } from './heartbeat';

/** The background process: the product's own modules, with somebody to deliver what they owe and to run their jobs. */
@Module({})
export class WorkerModule {
  /** @param product what to compose; tests give less than the whole */
  static with(settings: Settings, product: DynamicModule = ProductModule.with(settings)): DynamicModule {
    return {
      module: WorkerModule,
      imports: [product, ObservabilityModule, JobsModule, JobHostModule, RelayModule],
      providers: [Heartbeat],
    };
  }
}
