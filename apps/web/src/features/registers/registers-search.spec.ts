import { registerCsvAddress, registersSearch } from './registers-search';

test('a register is an address; what belongs to the other register is left out', () => {
  expect(registersSearch({ kind: 'seal', seal: ' 町長印 ', channel: 'post', from: '2026-11-01', until: 'x' })).toEqual({
    kind: 'seal',
    seal: '町長印',
    from: '2026-11-01',
  });
  expect(registersSearch({ channel: 'post', seal: '町長印' })).toEqual({ kind: 'dispatch', channel: 'post' });
});

test('the file has the lines of the screen', () => {
  expect(registerCsvAddress({ kind: 'dispatch' })).toBe('/api/v1/executions/dispatches.csv');
  expect(registerCsvAddress({ kind: 'seal', from: '2026-11-01' })).toBe('/api/v1/executions/seals.csv?from=2026-11-01');
});
