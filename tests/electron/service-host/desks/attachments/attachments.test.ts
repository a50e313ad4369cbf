import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { Call } from '#host/api/call.ts';
import type { HostParts } from '#host/api/host-parts.ts';
import { AttachmentStore } from '#host/desks/attachments/attachment-store.ts';
import { attachmentsRoutes } from '#host/desks/attachments/attachments.routes.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { insertCustomer } from '#tests/support/plain-rows.ts';
import { samples, strangers } from './files.ts';

onBothEngines('attachments', (books) => {
  let folder: string;
  let subject: { subjectKind: 'customer'; subjectId: string };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'attached-'));
    const id = await books().write((tx) => insertCustomer(tx));
    subject = { subjectKind: 'customer', subjectId: id };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A call by somebody, past the guard. */
  const by = (actor: Actor) => {
    const { database } = books();
    const own = {
      database,
      attachmentStore: new AttachmentStore(folder),
    };
    // Of the parts of a host, attachments use these two.
    const parts = own as HostParts;
    const context = new Call(parts, { token: undefined, language: 'zh-CN' });
    context.begin(actor, undefined);
    return { context };
  };
  const add = (content: Uint8Array<ArrayBuffer>, name: string, over: object = {}) =>
    call(
      attachmentsRoutes.add,
      {
        operationId: newId(),
        ...subject,
        purpose: 'photo',
        file: new File([content], name, { type: 'text/html' }),
        ...over,
      },
      by(books().actors.clerk),
    );
  const list = () => call(attachmentsRoutes.list, subject, by(books().actors.clerk));

  test('a picture is attached, listed, shown and in the audit trail, under a plain name and its own type', async () => {
    const { id } = await add(samples['image/png'], '..\\𠮷䶮㛃 "旧泵"\u202e.exe');
    const [row] = await list();
    expect(row).toMatchObject({
      id,
      fileName: '𠮷䶮㛃 _旧泵_.exe.png',
      mediaType: 'image/png',
      purpose: 'photo',
      addedByName: 'clerk',
      voidedAt: null,
      sizeBytes: samples['image/png'].length,
    });
    const file = await call(attachmentsRoutes.content, { id }, by(books().actors.auditor));
    expect([file.name, file.type]).toEqual([row!.fileName, 'image/png']);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(samples['image/png']);
    const [entry] = await books().read((tx) =>
      tx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)),
    );
    expect(entry).toMatchObject({
      act: 'attachments.add',
      subjectKind: 'attachment',
      after: { fileName: row!.fileName, subjectId: subject.subjectId },
    });
  });

  test('the same operation twice attaches once', async () => {
    const operationId = newId<'operation'>();
    const before = (await list()).length;
    const first = await add(samples['image/gif'], 'a.gif', { operationId });
    expect(await add(samples['image/gif'], 'a.gif', { operationId })).toEqual(first);
    expect(await list()).toHaveLength(before + 1);
  });

  test('refuses what is no picture, PDF or recording, and records that do not exist', async () => {
    const before = (await list()).length;
    await expect(add(strangers['page']!, '照片.png')).rejects.toMatchObject({
      code: 'FILE_NOT_ACCEPTED',
      facts: { fileName: '照片.png' },
    });
    for (const over of [
      { subjectId: newId() },
      { subjectKind: 'report' },
      { subjectKind: 'setting', subjectId: 'nothing' },
      { subjectKind: 'setting', subjectId: '__proto__' },
    ]) {
      await expect(add(samples['image/gif'], 'a.gif', over), JSON.stringify(over)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    await expect(add(samples['image/gif'], 'a.gif', { subjectKind: 'person' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(add(new Uint8Array(20_000_001), 'large.png')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(
      call(attachmentsRoutes.content, { id: newId() }, by(books().actors.clerk)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await list()).toHaveLength(before);
  });

  test('a voided one stays in the list with its reason, and cannot be voided again', async () => {
    const { id } = await add(samples['application/pdf'], '扫描.pdf', { purpose: 'scan' });
    const voiding = () =>
      call(
        attachmentsRoutes.void,
        { operationId: newId(), id, reason: '附错了 <b>' },
        by(books().actors.leader),
      );
    await voiding();
    expect((await list()).find((row) => row.id === id)).toMatchObject({
      voidedAt: books().now(),
      voidReason: '附错了 <b>',
    });
    await expect(voiding()).rejects.toMatchObject({ code: 'WRONG_STATE', facts: { number: '扫描.pdf' } });
  });
});
