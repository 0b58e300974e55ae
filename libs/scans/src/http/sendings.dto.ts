import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

const SHA256 = /^[0-9a-f]{64}$/;

export class StartSendingRequest {
  /** As the person named it, letter by letter. */
  @IsString()
  @MaxLength(1000)
  fileName: string;

  /** Size of the whole file. */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  bytes: number;
}

export class EndSendingRequest {
  /** SHA-256 of the SHA-256s of all pieces in order, in lower-case hexadecimal; absent from a sender that cannot hash. */
  @IsOptional()
  @Matches(SHA256)
  digest?: string | null;
}
