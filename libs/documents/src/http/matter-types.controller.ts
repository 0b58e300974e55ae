import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MatterTypes } from '../app/matter-types';
import { MatterTypeWithForm, MatterTypesView } from '../app/documents.view.dto';

@ApiTags('documents')
@Controller('matter-types')
export class MatterTypesController {
  constructor(private readonly types: MatterTypes) {}

  /** 事案の種類 that can be drafted. */
  @Get()
  async list(): Promise<MatterTypesView> {
    return { items: await this.types.all() };
  }

  /** One matter type with the form in force. */
  @Get(':code')
  detail(@Param('code') code: string): Promise<MatterTypeWithForm> {
    return this.types.withForm(code);
  }
}
