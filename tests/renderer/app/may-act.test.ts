import { describe, expect, test } from 'vitest';
import type { Card } from '#shared/nouns/card.ts';
import { cards, documentKinds } from '#shared/nouns/index.ts';
import { permissions } from '#shared/domain/permissions.ts';
import { mayActWith } from '../../../renderer/app/session/may-act.ts';

describe.each(documentKinds)('the acts of %s', (kind) => {
  const card: Card = cards[kind];
  const { acts = {}, states = [] } = card;

  test.each(Object.entries(acts))('%s is offered in the states of its card alone', (act, { from }) => {
    // The acts of a card are named by its own keys.
    expect(states.filter((state) => mayActWith([...permissions], kind, act as never, state))).toEqual(
      states.filter((state) => from.includes(state)),
    );
  });

  test.each(Object.entries(acts))('%s is offered to nobody without its permission', (act, { may }) => {
    const others = permissions.filter((permission) => permission !== may);
    expect(states.filter((state) => mayActWith(others, kind, act as never, state))).toEqual([]);
  });
});

test('a draft is submitted by who may write, and decided on by who may approve once it waits', () => {
  expect(mayActWith(['requisitions.write'], 'requisition', 'submit', 'draft')).toBe(true);
  expect(mayActWith(['requisitions.write'], 'requisition', 'approve', 'submitted')).toBe(false);
  expect(mayActWith(['requisitions.approve'], 'requisition', 'approve', 'submitted')).toBe(true);
  expect(mayActWith(['requisitions.approve'], 'requisition', 'approve', 'approved')).toBe(false);
});
