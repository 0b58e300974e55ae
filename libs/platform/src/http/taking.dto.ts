import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

/** Of what is about to be taken as a file: a link cannot ask for a proof, so that its page asks before. */
export class TakingQuery {
  /** `true`: asks for the proof that taking the file needs. */
  @IsOptional()
  @IsIn(['true', 'false'])
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  taking?: 'true' | 'false';
}
