import { serialOf } from './serial';

describe('Serials of document numbers', () => {
  it.each([
    ['8二総第120号', 120],
    ['８二総第１２０号', 120],
    ['8二総第120号の2', 120],
    ['8総-000873', 873],
    ['8二総収第41号', 41],
    ['令和8年告示第7号', 7],
    ['8総ー000873', 873],
    ['番号なし', null],
    ['', null],
    ['第99999999999号', null],
  ])('SEA-5 of %s is %p (RULE-71, RULE-74)', (number, serial) => {
    expect(serialOf(number)).toBe(serial);
  });
});
