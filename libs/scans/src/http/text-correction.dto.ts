import { IsInt, Max, Min } from 'class-validator';
import { JpText } from '@fubako/platform/http';

/** The text of a page as a person reads it. */
export class TextCorrection {
  @JpText({ max: 20_000, multiline: true })
  text: string;

  /** The version that was corrected: 0 for what was recognised. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  basedOn: number;
}
