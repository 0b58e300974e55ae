import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendFile } from '@fubako/scans';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { TakingQuery } from '@fubako/platform/http';
import type { Response } from 'express';
import { TakeTransferPackage } from '../../app/transfer/take-transfer-package';
import { TransferPackages } from '../../app/transfer/transfer-packages';
import { TransferPackageDesk, packageViewOf } from './transfer-packages.dto';

/** 移管資料 of a batch, for the archives */
@ApiTags('disposal')
@Controller('disposal-batches/:id/package')
export class TransferPackagesController {
  constructor(
    private readonly packages: TransferPackages,
    private readonly taking: TakeTransferPackage,
  ) {}

  /** My latest one, and whether I may have one made. */
  @Get()
  async look(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { taking }: TakingQuery,
    @CurrentActor() actor: Actor,
  ): Promise<TransferPackageDesk> {
    if (taking === 'true') await this.taking.ask(id, actor);
    return this.desk(id, actor);
  }

  private async desk(id: string, actor: Actor): Promise<TransferPackageDesk> {
    const { mayOrder, latest } = await this.packages.look(id, actor);
    return { mayOrder, latest: latest && packageViewOf(latest) };
  }

  /** The worker makes one; while one is being made, no other begins. */
  @Post()
  @HttpCode(202)
  async order(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<TransferPackageDesk> {
    await this.packages.order(id, actor);
    return this.desk(id, actor);
  }

  @Get('file')
  async file(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.taking.run(id, actor), 'attachment');
  }
}
