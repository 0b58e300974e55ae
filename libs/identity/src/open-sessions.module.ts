import { Module } from '@nestjs/common';
import { OpenSessions } from './app/open-sessions';
import { SessionRows } from './data/session-rows';

/** Which sessions stand, for libs that ask; brings no guard with it. */
@Module({ providers: [OpenSessions, SessionRows], exports: [OpenSessions, SessionRows] })
export class OpenSessionsModule {}
