import { correction, generate } from 'lean-qr';
import type { CodeModules } from '../core/labels/code-marks';

/** Modules of the QR code of a text; a quarter of them may be soiled before it cannot be read any more. */
export function qrCode(text: string): CodeModules {
  const code = generate(text, { minCorrectionLevel: correction.M });
  return Array.from({ length: code.size }, (_, y) => Array.from({ length: code.size }, (__, x) => code.get(x, y)));
}
