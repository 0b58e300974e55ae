import type { Confidentiality, DisclosureClass, DocumentState, StepKind } from '../api/types';
import type { PlainKey } from './translate';

/** Dictionary keys of coded values. */
export const stateLabel = (state: DocumentState): PlainKey => `state.${state}`;
export const disclosureLabel = (value: DisclosureClass): PlainKey => `disclosure.${value}`;
export const confidentialityLabel = (value: Confidentiality): PlainKey => `confidentiality.${value}`;
export const stepLabel = (kind: StepKind): PlainKey => `step.${kind}`;
