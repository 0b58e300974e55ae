/** Of the line of a field: faults lead to it. */
export const fieldId = (name: string): string => `definition-field-${name}`;
