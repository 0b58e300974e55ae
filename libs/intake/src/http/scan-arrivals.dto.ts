import { IsIn, IsOptional } from 'class-validator';
import { PageRequest } from '@fubako/platform/http';
import { ARRIVAL_STATES, type ArrivalState } from '../core/scan-inlet';

export class ListScanArrivalsRequest extends PageRequest {
  @IsOptional()
  @IsIn(ARRIVAL_STATES)
  state?: ArrivalState;
}
