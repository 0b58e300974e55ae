import { Controller, type MessageEvent, Req, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OpenSessions } from '@fubako/identity';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import type { Request } from 'express';
import { type Observable, map } from 'rxjs';
import { LiveInbox } from '../app/live-inbox';

@ApiTags('approvals')
@Controller('inbox')
export class InboxEventsController {
  constructor(
    private readonly live: LiveInbox,
    private readonly sessions: OpenSessions,
  ) {}

  /** Says `changed` when the inbox of the reader is worth reading anew, and `still-here` now and then. Ends with the session. */
  @Sse('events')
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  events(@CurrentActor() actor: Actor, @Req() request: Request): Observable<MessageEvent> {
    const session = this.sessions.nameOf(request) ?? '';
    return this.live.watch(actor.staffNo, session).pipe(map(({ kind }) => ({ type: kind, data: '' })));
  }
}
