import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Settings } from '@fubako/platform/config';
import type { Clock } from '@fubako/platform/database';
import { HealthModule } from '@fubako/platform/health';
import {
  BeatInterceptor,
  Beats,
  IdempotencyInterceptor,
  ProblemCatalogue,
  ProblemFilter,
  requestValidation,
} from '@fubako/platform/http';
import { ProductModule, problems } from '../../product/src';

/** The HTTP process: the product behind guards, validation, idempotency and problems. */
@Module({})
export class ApiModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: ApiModule,
      imports: [ProductModule.with(settings, clock), HealthModule],
      providers: [
        { provide: ProblemCatalogue, useValue: problems },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: requestValidation },
        { provide: Beats, useFactory: ({ values }: Settings) => new Beats(values.ANSWER_BEAT_MS), inject: [Settings] },
        // Outermost: it waits when the unit of work of the other has ended.
        { provide: APP_INTERCEPTOR, useClass: BeatInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
    };
  }
}
