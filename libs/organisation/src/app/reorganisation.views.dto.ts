import { ApiProperty } from '@nestjs/swagger';
import { StaffFaultView } from './staff-lists.views.dto';
import { type ListName, listNames } from '../package/organisation-lists';

/** Each list as a package has it, for a spreadsheet. */
export class OrganisationListsView {
  /** `org_units.csv` */
  orgUnits: string;
  /** `functions.csv`: 事務分掌. */
  functions: string;
  /** `posts.csv` */
  posts: string;
  /** `people.csv` */
  people: string;
  /** `assignments.csv` */
  assignments: string;
  /** `roles.csv` */
  roles: string;
  /** `acting_orders.csv` */
  actingOrders: string;
}

/** A line of a list that adds, changes or ends something. */
export class ReorganisationChangeView {
  @ApiProperty({ enum: listNames })
  list: ListName;
  /** Line of the list, from 1. */
  line: number;
  @ApiProperty({ enum: ['added', 'changed', 'ended'] })
  change: 'added' | 'changed' | 'ended';
  /** What it is about, as the list names it: `S31`. */
  key: string;
  /** The same by its name. */
  name: string;
  /** The unit that it belongs to. */
  unitName: string | null;
  from: string | null;
  /** Last day. */
  to: string | null;
}

/** What a reorganisation would do. Nothing is written. */
export class ReorganisationReportView {
  changes: ReorganisationChangeView[];
  /** One of them keeps it from being brought in: what nobody takes over is among them. */
  faults: StaffFaultView[];
  /** What is under way in the units that end, and what people leave behind. */
  notes: string[];
}
