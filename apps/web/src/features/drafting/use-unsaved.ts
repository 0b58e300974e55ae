import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useMe } from '../../shared/api/session';
import type { Document } from '../../shared/api/types';
import type { SaveState } from './draft-saver';
import type { DraftValues } from './draft-values';
import { dropUnsaved, keepUnsaved, readUnsaved, type Place } from './unsaved';

interface UnsavedOptions {
  /** What a draft without a document starts from. */
  fresh: string;
  document: Pick<Document, 'id' | 'version'> | null;
  form: UseFormReturn<DraftValues>;
  state: SaveState;
  touch: () => void;
}

/** `restored`: stands in the inputs again. `offered`: the draft was stored from elsewhere since. */
export interface KeptText {
  readonly kind: 'restored' | 'offered';
  readonly at: string;
  readonly use: () => void;
  readonly leave: () => void;
}

/** Keeps every key in the browser until the server has it, so that a closed window, a lost network or session loses nothing. */
export function useUnsaved({ fresh, document, form, state, touch }: UnsavedOptions): KeptText | null {
  const { staffNo } = useMe();
  const place: Place = { staffNo, draft: document?.id ?? fresh };
  const latest = useRef({ place, version: document?.version ?? 0 });
  useEffect(() => {
    latest.current = { place, version: document?.version ?? 0 };
  });
  const [kept] = useState(() => readUnsaved(localStorage, place));
  const [before] = useState(() => form.getValues());
  const [kind, setKind] = useState<KeptText['kind'] | null>(
    kept && (kept.version === (document?.version ?? 0) ? 'restored' : 'offered'),
  );
  const fill = () => {
    if (!kept) return;
    const { fields, attributes } = before;
    form.reset({
      fields: { ...fields, ...kept.values.fields },
      attributes: { ...attributes, ...kept.values.attributes },
    });
    touch();
  };
  const start = useRef(() => kind === 'restored' && fill());
  useEffect(() => {
    start.current();
  }, []);
  useEffect(() => {
    const keep = () => {
      const { place: at, version } = latest.current;
      keepUnsaved(localStorage, at, { version, at: new Date().toISOString(), values: form.getValues() });
    };
    if (state.kind === 'failed' || state.kind === 'kept') keep();
    const subscription = form.watch((_values, { type }) => type === 'change' && keep());
    return () => subscription.unsubscribe();
  }, [form, state]);
  useEffect(() => {
    if (state.kind !== 'saved') return;
    dropUnsaved(localStorage, latest.current.place);
    dropUnsaved(localStorage, { staffNo, draft: fresh });
  }, [state, staffNo, fresh]);
  if (!kept || kind === null) return null;
  return {
    kind,
    at: kept.at,
    use: () => {
      fill();
      setKind('restored');
    },
    leave: () => {
      if (kind === 'restored') form.reset(before);
      touch();
      dropUnsaved(localStorage, latest.current.place);
      setKind(null);
    },
  };
}
