import { ApiProperty } from '@nestjs/swagger';
import { Allow, IsOptional } from 'class-validator';
import { CalendarDay, JpText } from '@fubako/platform/http';
import { VALUE_SCHEMA } from '@fubako/organisation';

export class SettingBody {
  /** What it is to be; the check of the package says whether it may. */
  @Allow()
  @ApiProperty({ ...VALUE_SCHEMA, required: true })
  value: unknown;

  /** Day from which it holds; today without it. */
  @IsOptional()
  @CalendarDay()
  validFrom?: string | null;

  @JpText({ min: 1, max: 500 })
  reason: string;
}
