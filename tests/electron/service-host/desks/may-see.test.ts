import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import {
  paperKinds,
  type PaperKind,
  attachableKinds,
  presets,
  viewOf,
  type AttachableKind,
  type Permission,
} from '#shared/nouns/index.ts';
import { Call } from '#host/api/call.ts';
import type { HostParts } from '#host/api/host-parts.ts';
import { AttachmentStore } from '#host/desks/attachments/attachment-store.ts';
import { attachmentsRoutes } from '#host/desks/attachments/attachments.routes.ts';
import { papersRoutes } from '#host/desks/papers/papers.routes.ts';
import { papers } from '#host/roll/papers.ts';
import { attachments } from '#host/schema/attachments.tables.ts';
import { prints } from '#host/schema/papers.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { samples } from './attachments/files.ts';

/*
 * Who may not see a record is shown nothing that hangs on it. The made-up person below may do everything but see the records
 * of one noun, past the guard, which knows the permissions of the desks alone.
 */
onBothEngines('what hangs on a record', (books) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'may-see-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A call by somebody who may do everything but what is left out. */
  const by = (without?: Permission) => {
    const permissions = new Set(Object.keys(presets) as Permission[]);
    if (without !== undefined) permissions.delete(without);
    const actor: Actor = { ...books().actors.leader, permissions };
    const { database } = books();
    const own = {
      database,
      attachmentStore: new AttachmentStore(folder),
      paperRenderer: { warmUp: () => undefined },
    };
    // Of the parts of a host, these questions use these three.
    const parts = own as unknown as HostParts;
    const context = new Call(parts, { token: undefined, language: 'zh-CN' });
    context.begin(actor, undefined);
    return { context };
  };
  const shut = (permission: Permission) => ({ code: 'NOT_PERMITTED', facts: { permission } });

  describe.each(paperKinds)('the paper %s', (kind) => {
    const permission = viewOf(papers[kind].of);
    const wanted = () => ({ kind, documentId: newId(), language: 'zh-CN' as const });
    const asking: Readonly<Record<string, (caller: ReturnType<typeof by>) => Promise<unknown>>> = {
      preview: (caller) => call(papersRoutes.preview, wanted(), caller),
      missingCharacters: (caller) => call(papersRoutes.missingCharacters, wanted(), caller),
      print: (caller) => call(papersRoutes.print, { operationId: newId<'operation'>(), ...wanted() }, caller),
    };

    test('has a record that takes a permission to be seen', () => {
      expect(permission).toMatch(/\.view$/);
    });

    test.each(Object.keys(asking))('%s is refused without that permission alone', async (name) => {
      const ask = asking[name]!;
      await expect(ask(by(permission))).rejects.toMatchObject(shut(permission!));
      // The document does not exist: who may see such records comes as far as that.
      await expect(ask(by())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('its prints, and each of them, are refused without that permission alone', async () => {
      const print = await countedPrint(kind);
      const list = (caller: ReturnType<typeof by>) =>
        call(papersRoutes.prints, { documentId: print.documentId }, caller);
      const open = (caller: ReturnType<typeof by>) =>
        call(papersRoutes.printed, { printId: print.id }, caller);
      await expect(list(by(permission))).rejects.toMatchObject(shut(permission!));
      await expect(open(by(permission))).rejects.toMatchObject(shut(permission!));
      expect(await list(by())).toMatchObject([{ id: print.id }]);
      await expect(open(by())).rejects.toMatchObject({ code: 'PRINT_NOT_KEPT' });
    });
  });

  test('of the prints of a document those are listed whose papers somebody may see', async () => {
    const slip = await countedPrint('issue-slip');
    const tags = await countedPrint('old-part-tag', slip.documentId);
    const list = (without: Permission) =>
      call(papersRoutes.prints, { documentId: slip.documentId }, by(without));
    expect((await list('oldParts.view')).map(({ id }) => id)).toEqual([slip.id]);
    expect((await list('requisitions.view')).map(({ id }) => id)).toEqual([tags.id]);
  });

  test('a print that was refused for want of the permission is not on record', async () => {
    const documentId = newId();
    const wanted = { kind: 'service-report', documentId, language: 'zh-CN' } as const;
    const asked = call(
      papersRoutes.print,
      { operationId: newId<'operation'>(), ...wanted },
      by('reports.view'),
    );
    await expect(asked).rejects.toMatchObject(shut('reports.view'));
    expect(await call(papersRoutes.prints, { documentId }, by())).toEqual([]);
  });

  describe.each(attachableKinds)('an attachment of a %s', (kind) => {
    const permission = viewOf(kind);

    test('is listed, opened, added and voided by those alone who may see the record', async () => {
      const { id, subjectId } = await attached(kind);
      const subject = { subjectKind: kind, subjectId };
      const operationId = () => newId<'operation'>();
      const file = new File([samples['image/gif']], 'a.gif');
      const list = (caller: ReturnType<typeof by>) => call(attachmentsRoutes.list, subject, caller);
      const doing = [
        list,
        (caller: ReturnType<typeof by>) => call(attachmentsRoutes.content, { id }, caller),
        (caller: ReturnType<typeof by>) =>
          call(
            attachmentsRoutes.add,
            { operationId: operationId(), ...subject, purpose: 'photo', file },
            caller,
          ),
        (caller: ReturnType<typeof by>) =>
          call(attachmentsRoutes.void, { operationId: operationId(), id, reason: '附错了' }, caller),
      ];
      if (permission === undefined) expect(kind).toBe('setting');
      else for (const act of doing) await expect(act(by(permission))).rejects.toMatchObject(shut(permission));
      expect(await list(by())).toMatchObject([{ id, voidedAt: null }]);
      await expect(doing[3]!(by())).resolves.toEqual({});
      expect(await list(by())).toMatchObject([{ id, voidedAt: books().now() }]);
    });
  });

  /** A counted print of which nothing was kept. */
  async function countedPrint(paperKind: PaperKind, documentId: string = newId()) {
    const id = newId<'print'>();
    const { personId, name: personName } = books().actors.clerk;
    await books().write((tx) =>
      tx.db.insert(prints).values({
        id,
        paperKind,
        documentId,
        documentNumber: 'FB202611-0001',
        ordinal: 1,
        refused: false,
        refusedBecause: '',
        contentHash: '',
        language: 'zh-CN',
        personId,
        personName,
        at: tx.now,
      }),
    );
    return { id, documentId };
  }

  /** A file attached to a record of a kind. */
  async function attached(subjectKind: AttachableKind) {
    const id = newId<'attachment'>();
    const subjectId = newId();
    const kept = {
      sha256: 'ab'.repeat(32),
      mediaType: 'image/png' as const,
      sizeBytes: 1,
      fileName: 'a.png',
    };
    await books().write((tx) =>
      tx.db.insert(attachments).values({
        id,
        subjectKind,
        subjectId,
        purpose: 'photo',
        ...kept,
        addedBy: tx.actor.personId,
        addedAt: tx.now,
        voidReason: '',
      }),
    );
    return { id, subjectId };
  }
});
