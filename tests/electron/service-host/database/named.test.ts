import { expect, test } from 'vitest';
import { peopleNamed } from '#host/modules/people/people.named.queries.ts';
import { createPerson } from '#host/modules/people/people.service.ts';
import { onBothEngines } from '#tests/support/books.ts';

onBothEngines('names by id', (books) => {
  test('however many are asked for: once each, and the blank name for nobody and for an unknown id', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 131; count += 1) {
      const person = { name: `王${count}`, roles: ['clerk' as const], active: count % 2 === 0 };
      const { id } = await books().write((tx) =>
        createPerson(tx, 'none', { ...person, signInName: `w${count}` }),
      );
      ids.push(id);
    }
    for (const size of [0, 1, 2, 5, 64, 100, 128, 129, 131]) {
      const some = ids.slice(0, size);
      const person = await books().read((tx) =>
        peopleNamed(tx, [...some, null, undefined, 'nobody', ...some]),
      );
      expect(some.map((id) => person(id).name)).toEqual(some.map((_, index) => `王${index}`));
      expect(some.map((id) => person(id).active)).toEqual(some.map((_, index) => index % 2 === 0));
      for (const nobody of [null, undefined, 'nobody', ids[size] ?? ''])
        expect(person(nobody)).toEqual({ name: '', active: false });
    }
  });
});
