import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ObjectStore } from '../object-store';
import { ProcessHealth } from './process-health';

/** What every process offers: its own health. */
@Global()
@Module({
  providers: [
    {
      provide: ProcessHealth,
      inject: [DataSource, ObjectStore],
      useFactory: (source: DataSource, store: ObjectStore) => new ProcessHealth(source, store),
    },
  ],
  exports: [ProcessHealth],
})
export class ObservabilityModule {}
