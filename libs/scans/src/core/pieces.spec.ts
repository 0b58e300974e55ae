import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { bytesOfPiece, digestOfPieces, PIECE_BYTES, piecesOf } from './pieces';

describe('SCN-41 a file in pieces', () => {
  it('the pieces are the file: together its bytes, all but the last alike, none empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * PIECE_BYTES }), (bytes) => {
        const sizes = Array.from({ length: piecesOf(bytes) }, (_, n) => bytesOfPiece(n, bytes) ?? 0);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(bytes);
        expect(sizes.slice(0, -1).every((size) => size === PIECE_BYTES)).toBe(true);
        expect(sizes.every((size) => size > 0)).toBe(true);
        expect(bytesOfPiece(sizes.length, bytes)).toBeNull();
      }),
    );
  });

  it('another piece, or the same in another order, is another file', () => {
    const [a, b] = ['a', 'b'].map((text) => createHash('sha256').update(text).digest('hex')) as [string, string];
    expect(digestOfPieces([a, b])).not.toBe(digestOfPieces([b, a]));
    expect(digestOfPieces([a, b])).not.toBe(digestOfPieces([a, a]));
    expect(digestOfPieces([a, b])).toBe(
      createHash('sha256')
        .update(Buffer.from(a + b, 'hex'))
        .digest('hex'),
    );
  });
});
