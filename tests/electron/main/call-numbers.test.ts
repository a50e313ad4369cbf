import { expect, it } from 'vitest';
import { CallNumbers } from '../../../electron/main/call-numbers.ts';

function callNumbers() {
  const told: string[] = [];
  return { told, numbers: new CallNumbers<string>((page, number) => told.push(`${page}: ${number}`)) };
}

it('hands a number to the page in front', () => {
  const { told, numbers } = callNumbers();
  numbers.listens('first');
  numbers.listens('second');
  numbers.arrived('10086', 'first');
  expect(told).toEqual(['first: 10086']);
});

it('hands it to another page while the one in front does not listen yet', () => {
  const { told, numbers } = callNumbers();
  numbers.listens('first');
  numbers.listens('second');
  numbers.arrived('10086', 'third');
  numbers.arrived('10000', null);
  expect(told).toEqual(['second: 10086', 'second: 10000']);
});

it('keeps the last number until a page listens, and hands it over once', () => {
  const { told, numbers } = callNumbers();
  numbers.arrived('10086', null);
  numbers.arrived('10000', 'first');
  expect(told).toEqual([]);
  numbers.listens('first');
  numbers.listens('first');
  expect(told).toEqual(['first: 10000']);
});

it('keeps a number that comes while the page is being loaded again', () => {
  const { told, numbers } = callNumbers();
  numbers.listens('first');
  numbers.left('first');
  numbers.arrived('10086', 'first');
  expect(told).toEqual([]);
  numbers.listens('first');
  expect(told).toEqual(['first: 10086']);
});
