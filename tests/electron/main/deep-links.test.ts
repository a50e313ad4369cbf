import { describe, expect, it } from 'vitest';
import { numberAmongArguments, numberOfCallLink } from '../../../electron/main/deep-links.ts';

describe('the number of a call link', () => {
  it.each([
    ['shouhou://call?number=13812345678', '13812345678'],
    ['shouhou://call/?number=13812345678', '13812345678'],
    ['SHOUHOU://CALL?number=13812345678', '13812345678'],
    ['shouhou://call?number=+8613812345678', '+8613812345678'],
    ['shouhou://call?number=%2B86%20138-1234-5678', '+8613812345678'],
    ['shouhou://call?line=2&number=0571-8888%207777&x=1', '057188887777'],
    ['shouhou://call?number=138+1234', '1381234'],
    ['shouhou://call?number=<script>1</script>2', '12'],
    ['shouhou://call?number=12345678901234567890', '12345678901234567890'],
    ['shouhou://call?number=10086#top', '10086'],
  ])('%s', (link, number) => {
    expect(numberOfCallLink(link)).toBe(number);
  });

  it.each([
    'shouhou://call',
    'shouhou://call?number=',
    'shouhou://call?number=abc',
    'shouhou://call?number=+',
    'shouhou://call?number=123456789012345678901',
    'shouhou://call?number=+12345678901234567890',
    'shouhou://call?number=%zz',
    'shouhou://call?tel=10086',
    'shouhou://open?number=10086',
    'shouhou://callx?number=10086',
    'shouhou://call/case?number=10086',
    'other://call?number=10086',
    'https://example/?shouhou://call?number=10086',
    ` shouhou://call?number=10086`,
    `shouhou://call?number=${'1'.repeat(600)}`,
    '',
  ])('drops %j', (link) => {
    expect(numberOfCallLink(link)).toBeNull();
  });

  it('is found among the arguments of a start', () => {
    const started = ['C:\\Shouhou Desk\\Shouhou Desk.exe', '--', 'shouhou://call?number=10086'];
    expect(numberAmongArguments(started)).toBe('10086');
    expect(numberAmongArguments(started.slice(0, 2))).toBeNull();
  });
});
