import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MunicipalitySettings } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { PaperReasons } from '../app/documents.view.dto';

@ApiTags('documents')
@Controller('paper-reasons')
export class PaperReasonsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: MunicipalitySettings,
  ) {}

  /** Reasons for which a matter may go on paper (RULE-11); the last one asks for words. */
  @Get()
  list(): Promise<PaperReasons> {
    return this.uow.read(async () => ({ items: [...(await this.settings.current()).paperReasons] }));
  }
}
