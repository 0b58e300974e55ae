import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';

/** For processes that speak HTTP. The global prefix must leave out `healthz` and `readyz`. */
@Module({ controllers: [HealthController] })
export class HealthModule {}
