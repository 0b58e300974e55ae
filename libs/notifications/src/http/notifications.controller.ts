import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { MarkNoticesRead } from '../app/mark-notices-read';
import { ReadNotices } from '../app/read-notices';
import { ListNotificationsQuery, MarkNoticesReadRequest, NotificationPage } from './notifications.dto';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly readNotices: ReadNotices,
    private readonly markNoticesRead: MarkNoticesRead,
  ) {}

  /** My notices, latest first. */
  @Get()
  async list(
    @Query() query: ListNotificationsQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<NotificationPage> {
    const page = await this.readNotices.run(actor, query.cursor, languageOf(request));
    return { ...page, items: [...page.items] };
  }

  /** Marks my notices as read. */
  @Post('read')
  @HttpCode(204)
  read(@Body() body: MarkNoticesReadRequest, @CurrentActor() actor: Actor): Promise<void> {
    return this.markNoticesRead.run(actor, body.ids);
  }
}
