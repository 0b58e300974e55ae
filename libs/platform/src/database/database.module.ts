import {
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config';
import { Clock, PostgresClock } from './clock';
import { createDataSource } from './data-source';
import { UnitOfWork } from './unit-of-work';

/** Connects when the application starts, so that documents about it (OpenAPI) can be made without a database. */
@Injectable()
class DatabaseConnection implements OnModuleInit, OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    await this.dataSource.initialize();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [Settings],
      useFactory: ({ values }: Settings) =>
        createDataSource({ url: values.DATABASE_URL, pool: values.DATABASE_POOL, applicationName: 'fubako' }),
    },
    { provide: Clock, useClass: PostgresClock },
    {
      provide: UnitOfWork,
      inject: [DataSource, Clock],
      useFactory: (source: DataSource, clock: Clock) => new UnitOfWork(source, clock),
    },
    DatabaseConnection,
  ],
  exports: [DataSource, UnitOfWork, Clock],
})
export class DatabaseModule {
  /** With another clock than the database's: for tests and for telling the past of the sample town. */
  static withClock(clock: Clock): DynamicModule {
    return { module: DatabaseModule, providers: [{ provide: Clock, useValue: clock }] };
  }
}
