import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../authz';
import { type HealthReport, ProcessHealth } from '../observability';

/** For load balancers and container runtimes; outside the API prefix, public, and silent about details. */
@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  constructor(private readonly health: ProcessHealth) {}

  /** The process lives and its event loop turns. */
  @Get('healthz')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Without the database nothing works (503); without files or jobs most work goes on (200, `degraded`). */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthReport> {
    const report = await this.health.report();
    response.status(report.status === 'unavailable' ? 503 : 200).setHeader('Cache-Control', 'no-store');
    return report;
  }
}
