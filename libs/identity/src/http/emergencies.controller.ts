import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { AskEmergency } from '../app/emergencies/ask-emergency';
import { type EmergencyLine, ListEmergencies } from '../app/emergencies/list-emergencies';
import { SettleEmergency } from '../app/emergencies/settle-emergency';
import { EmergenciesView, EmergencyAsked, EmergencyBody, EmergencyView } from './emergencies.dto';
import { NeedsProof } from './session-request';

/** 緊急閲覧: two persons open a matter that neither could read alone, for some hours. */
@Controller('emergency-readings')
export class EmergenciesController {
  constructor(
    private readonly emergencies: ListEmergencies,
    private readonly asking: AskEmergency,
    private readonly settling: SettleEmergency,
  ) {}

  /** Those that concern the person, the latest first. */
  @Get()
  @Header('Cache-Control', 'no-store')
  async list(@CurrentActor() actor: Actor): Promise<EmergenciesView> {
    const { lines, ...rest } = await this.emergencies.run(actor);
    return { ...rest, items: lines.map(viewOf) };
  }

  /** Opens nothing until another person has confirmed it. */
  @Post()
  async ask(
    @Body() { reason, until, numbers, unitCode }: EmergencyBody,
    @CurrentActor() actor: Actor,
  ): Promise<EmergencyAsked> {
    const wanted = { reason, until: new Date(until), numbers: numbers ?? [] };
    return { id: await this.asking.run({ ...wanted, unitCode: (unitCode as UnitCode) ?? null }, actor) };
  }

  /** The second person confirms, having been proven a moment ago: from here on the asker may look. */
  @Post(':id/confirmation')
  @HttpCode(204)
  @NeedsProof('emergency_reading')
  confirm(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.settling.confirm(id, actor);
  }

  /** Ends it, or what is asked for, before its time. */
  @Post(':id/end')
  @HttpCode(204)
  end(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.settling.end(id, actor);
  }
}

function viewOf({ emergency, state, allowed }: EmergencyLine): EmergencyView {
  const { id, askerName, reason, askedAt, until, numbers, unitName, confirmedName, confirmedAt, endedName, endedAt } =
    emergency;
  return {
    id,
    state,
    askerName,
    reason,
    askedAt: askedAt.toISOString(),
    until: until.toISOString(),
    numbers: [...numbers],
    unitName,
    confirmedName,
    confirmedAt: confirmedAt?.toISOString() ?? null,
    endedName,
    endedAt: endedAt?.toISOString() ?? null,
    allowed: [...allowed],
  };
}
