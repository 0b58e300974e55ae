import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsUUID, Matches } from 'class-validator';
import { DEFINITION_KINDS, type DefinitionKind } from '@fubako/documents';
import { CalendarDay, JpText } from '@fubako/platform/http';

/** As the names of files and codes in a municipality package. */
const CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;

export class DefinitionDraftsQuery {
  /** The decision. */
  @IsUUID()
  documentId: string;
}

export class NewDefinitionDraft {
  @IsIn(DEFINITION_KINDS)
  @ApiProperty({ enum: DEFINITION_KINDS })
  kind: DefinitionKind;

  @Matches(CODE)
  code: string;

  /** The name of a new form or matter type; absent: the next version of one that exists. */
  @IsOptional()
  @JpText({ max: 50, min: 1 })
  name?: string | null;
}

export class DefinitionDraftEdit {
  /** The whole content anew. */
  @IsObject()
  content: Record<string, unknown>;

  /** What the change is for, in the keeper's words. */
  @IsOptional()
  @JpText({ max: 500 })
  note?: string | null;
}

export class DefinitionPublicationRequest {
  /** 施行日: today or later. */
  @CalendarDay()
  validFrom: string;
}
