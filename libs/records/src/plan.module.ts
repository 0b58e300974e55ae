import { Module } from '@nestjs/common';
import { LedgerModule } from '@fubako/ledger';
import { EnterFilingPlans } from './app/plan/enter-filing-plans';
import { PlannedClasses } from './app/plan/planned-classes';
import { PlanClassRows } from './data/plan/plan-class-rows';
import { PlanVersionRows } from './data/plan/plan-version-rows';

const parts = [EnterFilingPlans, PlanClassRows, PlannedClasses, PlanVersionRows];

/** The filing plan of any day, and how a version comes into force: what filing and the turn of the year stand on. */
@Module({ imports: [LedgerModule], providers: parts, exports: parts })
export class PlanModule {}
