import { ApiProperty } from '@nestjs/swagger';
import { JpText } from '@fubako/platform/http';
import { ArrayMaxSize, IsArray, IsISO8601, IsOptional } from 'class-validator';

export class EmergencyBody {
  /** Why it cannot wait; kept in the ledger and shown to those who are told. */
  @JpText({ min: 1, max: 1000, multiline: true })
  reason: string;

  /** When it ends; within the hours of the municipality. */
  @IsISO8601({ strict: true, strictSeparator: true })
  @ApiProperty({ format: 'date-time' })
  until: string;

  /** Numbers of documents and receipts, as they are written. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @JpText({ min: 1, max: 100 }, { each: true })
  numbers?: string[];

  /** Instead of numbers: a section, of which everything opens that is not secret. */
  @IsOptional()
  @JpText({ min: 1, max: 64 })
  unitCode?: string;
}

export class EmergencyAsked {
  id: string;
}

/** 緊急閲覧 */
export class EmergencyView {
  id: string;
  state: 'waiting' | 'open' | 'over';
  askerName: string;
  reason: string;
  askedAt: string;
  until: string;
  /** Of single matters; none where a section was opened. */
  numbers: string[];
  unitName: string | null;
  confirmedName: string | null;
  confirmedAt: string | null;
  endedName: string | null;
  endedAt: string | null;
  allowed: ('read' | 'confirm' | 'end')[];
}

export class EmergenciesView {
  mayAsk: boolean;
  mostHours: number;
  /** How many people could confirm one. */
  confirmers: number;
  items: EmergencyView[];
}
