import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeedsProof } from '@fubako/identity';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { WithoutIdempotencyKey } from '@fubako/platform/http';
import { DisposalLock } from '../../app/disposal/disposal-lock';
import { DisposalLockView } from '../../app/disposal/disposal.views.dto';
import { ReleaseRequest } from './disposal.dto';

/** 廃棄の停止: after a restore from an older backup. */
@ApiTags('disposal')
@Controller('disposal-lock')
export class DisposalLockController {
  constructor(private readonly lock: DisposalLock) {}

  /** Whether a witness elsewhere holds what the database does not. */
  @Get()
  async read(@CurrentActor() actor: Actor): Promise<DisposalLockView> {
    const gaps = await this.lock.look();
    const isOffice = this.lock.mayRelease(actor);
    const isAhead = gaps.some(({ kind }) => kind === 'ahead');
    return {
      locked: gaps.length > 0,
      witnesses: isOffice
        ? gaps.map((gap) => ({ name: gap.name, kind: gap.kind, more: gap.kind === 'ahead' ? gap.more : null }))
        : [],
      allowed: isOffice && isAhead ? ['release'] : [],
    };
  }

  /** The holds have been placed again: disposals go on. What a witness holds is released once; asking it belongs in no unit of work. */
  @Post('release')
  @NeedsProof('disposal_release')
  @WithoutIdempotencyKey()
  @HttpCode(200)
  async release(@Body() { reason }: ReleaseRequest, @CurrentActor() actor: Actor): Promise<DisposalLockView> {
    await this.lock.release(reason, actor);
    return this.read(actor);
  }
}
