import type { FieldError } from '../../shared/form/read-fields';
import type { Translate } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';

/** The same words at the input and in the summary. */
export function errorText(error: Omit<FieldError, 'path'>, t: Translate): string {
  const { code, limit, cell } = error;
  const label = cell ? t('form.cell', { ...cell, column: error.label }) : error.label;
  const bound = formatNumber(limit ?? 0);
  if (code === 'too-long') return t('form.error.too-long', { label, limit: bound });
  if (code === 'too-small') return t('form.error.too-small', { label, limit: bound });
  if (code === 'too-large') return t('form.error.too-large', { label, limit: bound });
  return t(`form.error.${code}`, { label });
}
