import { RefusedAct } from '@fubako/platform/http';
import type { InboxSort } from '../data/inbox-orders';
import type { InboxView } from '../data/inbox-rows';

export class SavedConditions {
  view: InboxView;
  q?: string;
  matterType?: string;
  urgent?: boolean;
  amountFrom?: number;
  section?: string;
  from?: string;
  until?: string;
  acting?: boolean;
  sort?: InboxSort;
}

/** A saved view of the inbox. */
export class SavedView {
  id: string;
  name: string;
  conditions: SavedConditions;
  /** Who saved it. */
  ownerName: string;
  /** The section for whose people it is; null: for the owner alone. */
  sectionName: string | null;
  /** How many rows it has for the reader. */
  count: number;
  /** What the reader may do: `remove`. */
  allowed: string[];
  /** Why not. */
  refused: RefusedAct[];
}

export class SavedViewList {
  items: SavedView[];
}
