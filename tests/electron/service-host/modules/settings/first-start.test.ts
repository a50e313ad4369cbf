import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { Call } from '#host/api/call.ts';
import type { HostParts } from '#host/api/host-parts.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { useCheapHashes } from '#host/modules/people/passwords.ts';
import { sessionRoutes } from '#host/modules/people/sessions.routes.ts';
import { policyInForce } from '#host/modules/warranty/policies.queries.ts';

test('a new firm has its first admin and a warranty policy to judge by; it is set up once', async () => {
  useCheapHashes();
  const folder = mkdtempSync(join(tmpdir(), 'first-start-'));
  const database = await openDatabase({ engine: 'sqlite', file: join(folder, 'shouhou.db') });
  // Of the parts of a host, the first start uses these two.
  const context = new Call({ database, programVersion: '1' } as HostParts, {
    token: undefined,
    language: 'zh-CN',
  });
  context.begin(theProgram, undefined);
  const input = () => ({
    operationId: newId<'operation'>(),
    firm: { name: '一家公司', department: '', telephone: '', address: '' },
    admin: { signInName: 'admin', name: '王晓梅', password: 'correct horse' },
  });
  expect(await call(sessionRoutes.status, undefined, { context })).toMatchObject({ setUp: false });
  await call(sessionRoutes.setUp, input(), { context });
  expect(await call(sessionRoutes.status, undefined, { context })).toMatchObject({
    setUp: true,
    firmName: '一家公司',
  });
  const policy = await database.read(theProgram, (tx) =>
    policyInForce(tx, { productCode: 'X', productLine: '', saleDay: null, faultDay: '2026-11-01' }),
  );
  expect(policy?.terms.length).toBeGreaterThan(3);
  await expect(call(sessionRoutes.setUp, input(), { context })).rejects.toMatchObject({
    code: 'ALREADY_SET_UP',
  });
  await database.close();
  rmSync(folder, { recursive: true });
});
