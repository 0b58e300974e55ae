import { Global, Module } from '@nestjs/common';
import { EventBus } from './event-bus';
import { OwedWork } from './owed-work';

@Global()
@Module({ providers: [EventBus, OwedWork], exports: [EventBus, OwedWork] })
export class OutboxModule {}
