import { IsOptional, IsString, MaxLength } from 'class-validator';

/** A list of three thousand people; what is larger comes as a package. */
const LONGEST = 100_000;

export class StaffListsBody {
  /** The text of `people.csv`: the people who are new or have changed. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  people?: string;

  /** The text of `assignments.csv`: the assignments that begin, end or change. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  assignments?: string;
}
