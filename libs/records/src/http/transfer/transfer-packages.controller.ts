import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendFile } from '@fubako/documents';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import type { Response } from 'express';
import { TransferPackages } from '../../app/transfer/transfer-packages';
import { TransferPackageDesk, packageViewOf } from './transfer-packages.dto';

/** 移管資料 of a batch, for the archives */
@ApiTags('disposal')
@Controller('disposal-batches/:id/package')
export class TransferPackagesController {
  constructor(private readonly packages: TransferPackages) {}

  /** My latest one, and whether I may have one made. */
  @Get()
  async look(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<TransferPackageDesk> {
    const { mayOrder, latest } = await this.packages.look(id, actor);
    return { mayOrder, latest: latest && packageViewOf(latest) };
  }

  /** The worker makes one; while one is being made, no other begins. */
  @Post()
  @HttpCode(202)
  async order(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<TransferPackageDesk> {
    await this.packages.order(id, actor);
    return this.look(id, actor);
  }

  @Get('file')
  async file(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.packages.file(id, actor), 'attachment');
  }
}
