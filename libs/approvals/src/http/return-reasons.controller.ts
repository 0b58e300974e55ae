import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MunicipalitySettings } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { ReturnReasons } from './return-reasons.dto';

@ApiTags('approvals')
@Controller('return-reasons')
export class ReturnReasonsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: MunicipalitySettings,
  ) {}

  /** 差戻しの定型文 in the order of their keys 1 to 9. */
  @Get()
  list(): Promise<ReturnReasons> {
    return this.uow.read(async () => ({ items: [...(await this.settings.current()).returnReasons] }));
  }
}
