import { IsBoolean, IsOptional } from 'class-validator';
import { JpText } from '@fubako/platform/http';
import { InboxConditionsDto } from './inbox-conditions.dto';

export class SaveViewRequest extends InboxConditionsDto {
  @JpText({ max: 40, min: 1 })
  name: string;

  /** For everybody of the section of one's post. */
  @IsOptional()
  @IsBoolean()
  shared?: boolean;
}
