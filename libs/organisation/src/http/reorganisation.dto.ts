import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Lists of what changes; a whole organisation that is larger comes as a package. */
const LONGEST = 80_000;

/** The texts of the lists that change; lines that stay need not be in them. */
export class ReorganisationBody {
  /** `org_units.csv` */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  orgUnits?: string;

  /** `functions.csv` */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  functions?: string;

  /** `posts.csv` */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  posts?: string;

  /** `people.csv` */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  people?: string;

  /** `assignments.csv` */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  assignments?: string;

  /** `roles.csv` */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  roles?: string;

  /** `acting_orders.csv` */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  actingOrders?: string;
}
