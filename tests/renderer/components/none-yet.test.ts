import { expect, test } from 'vitest';
import { places } from '../../../renderer/app/places.ts';
import { noneYetKinds } from '../../../renderer/components/form/none-yet-kinds.ts';

test.each(Object.entries(noneYetKinds))(
  'who has no %s to choose is led to an address that the same right opens',
  (_kind, { path, access }) => {
    const asked = Object.assign({}, ...places.map((place) => place.asks)) as Record<string, string>;
    expect(asked[path]).toBe(access);
  },
);
