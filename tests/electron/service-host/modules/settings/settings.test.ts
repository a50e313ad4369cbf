import { call } from '@orpc/server';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { Call } from '#host/api/call.ts';
import type { HostParts } from '#host/api/host-parts.ts';
import { AttachmentStore } from '#host/desks/attachments/attachment-store.ts';
import { attachments } from '#host/schema/attachments.tables.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { settingsRoutes } from '#host/modules/settings/settings.routes.ts';
import { settingsOf } from '#host/modules/settings/settings.queries.ts';
import { png } from '../../printing/pictures.ts';
import { onBothEngines } from '#tests/support/books.ts';

const rare = `𠮷䶮㛃 "'<script> 😀`;
const firm = {
  name: rare,
  department: '售后服务部',
  telephone: '0755-12345678',
  address: '',
  logoAttachmentId: null,
};
const limits = {
  backdateDays: 3,
  holderLimitFen: 100_000,
  holderLimitDays: 10,
  oldPartDueDays: 0,
  draftsBelongToAuthor: true,
};

/** The only content of the store of attachments; undefined for one that cannot be read. */
let picture: Uint8Array | undefined;
class OneContent extends AttachmentStore {
  override read(): Promise<Uint8Array<ArrayBuffer>> {
    return picture ? Promise.resolve(new Uint8Array(picture)) : Promise.reject(new Error('gone'));
  }
}
const store = new OneContent('');

onBothEngines('settings', (books) => {
  const by = (actor: Actor) => {
    // Of the parts of a host, settings use these alone.
    const parts: Partial<HostParts> = { database: books().database, attachmentStore: store };
    const context = new Call(parts as HostParts, { token: undefined, language: 'zh-CN' });
    context.begin(actor, undefined);
    return { context };
  };
  const admin = () => by(books().actors.admin);

  test('what was never saved has version 0 and the defaults', async () => {
    expect(await call(settingsRoutes.limits, undefined, admin())).toEqual({
      values: {
        backdateDays: 7,
        holderLimitFen: 500_000,
        holderLimitDays: 30,
        oldPartDueDays: 30,
        draftsBelongToAuthor: true,
      },
      version: 0,
    });
    expect(await call(settingsRoutes.firm, undefined, admin())).toEqual({
      values: { name: '', department: '', telephone: '', address: '', logoAttachmentId: null },
      version: 0,
    });
    expect(await call(settingsRoutes.papers, undefined, admin())).toMatchObject({
      values: { copyNames: ['存根', '财务', '用户'] },
      version: 0,
    });
  });

  test('the limits are saved as one and read by each module as its own', async () => {
    expect(
      await call(settingsRoutes.saveLimits, { operationId: newId(), version: 0, values: limits }, admin()),
    ).toEqual({ version: 1 });
    expect(await call(settingsRoutes.limits, undefined, admin())).toEqual({ values: limits, version: 1 });
    expect(await books().read((tx) => settingsOf(tx, 'stock'))).toEqual({ backdateDays: 3 });
    expect(await books().read((tx) => settingsOf(tx, 'requisitions'))).toEqual({
      holderLimitFen: 100_000,
      holderLimitDays: 10,
      oldPartDueDays: 0,
    });
    const [entry] = await books().read((tx) =>
      tx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, 'limits')),
    );
    expect(entry).toMatchObject({
      act: 'settings.save',
      subjectKind: 'setting',
      before: { backdateDays: 7 },
      after: limits,
    });
  });

  test('who was faster, and when, is said to whom comes second', async () => {
    const saved = books().now();
    books().pass(60_000);
    const late = call(
      settingsRoutes.saveLimits,
      { operationId: newId(), version: 0, values: { ...limits, backdateDays: 9 } },
      by(books().actors.leader),
    );
    await expect(late).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { by: 'admin', at: saved, current: limits },
    });
    expect(await call(settingsRoutes.limits, undefined, admin())).toEqual({ values: limits, version: 1 });
  });

  test('the firm keeps its time zone, and takes only a picture of ours as its logo', async () => {
    expect(
      await call(settingsRoutes.saveFirm, { operationId: newId(), version: 0, values: firm }, admin()),
    ).toEqual({ version: 1 });
    expect(await call(settingsRoutes.firm, undefined, admin())).toEqual({ values: firm, version: 1 });
    expect(await books().read((tx) => settingsOf(tx, 'firm'))).toMatchObject({ timeZone: 'Asia/Shanghai' });
    const id = newId<'attachment'>();
    const logo = () =>
      call(
        settingsRoutes.saveFirm,
        { operationId: newId(), version: 1, values: { ...firm, logoAttachmentId: id } },
        admin(),
      );
    await expect(logo()).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { issues: [{ path: 'values.logoAttachmentId' }] },
    });
    await books().write((tx) =>
      tx.db.insert(attachments).values({
        id,
        subjectKind: 'setting',
        subjectId: 'firm',
        purpose: 'logo',
        fileName: 'l.png',
        mediaType: 'application/pdf',
        sizeBytes: 1,
        sha256: '',
        addedAt: tx.now,
        voidReason: '',
      }),
    );
    await expect(logo()).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await books().write((tx) =>
      tx.db.update(attachments).set({ mediaType: 'image/png' }).where(eq(attachments.id, id)),
    );
    for (const [content, code] of [
      [png(12_000, 12_000, { lines: 1 }), 'logoTooLarge'],
      [png(30, 20, { lines: 19 }), 'logoDamaged'],
      [undefined, 'logoDamaged'],
    ] as const) {
      picture = content;
      await expect(logo()).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        facts: { issues: [{ path: 'values.logoAttachmentId', code }] },
      });
    }
    picture = png(30, 20);
    expect(await logo()).toEqual({ version: 2 });
  });

  test('bad input is refused and changes nothing', async () => {
    const faulty: [keyof typeof limits, unknown][] = [
      ['backdateDays', 32],
      ['backdateDays', -1],
      ['holderLimitFen', 1.5],
      ['holderLimitDays', '3'],
      ['oldPartDueDays', null],
    ];
    for (const [name, value] of faulty) {
      // What the schema refuses is not of its type.
      const values = { ...limits, [name]: value } as typeof limits;
      await expect(
        call(settingsRoutes.saveLimits, { operationId: newId(), version: 1, values }, admin()),
        name,
      ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
    await expect(
      call(
        settingsRoutes.savePapers,
        { operationId: newId(), version: 0, values: { copyNames: [] } },
        admin(),
      ),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await call(settingsRoutes.limits, undefined, admin())).toEqual({ values: limits, version: 1 });
  });

  test('an operation sent twice saves once', async () => {
    const input = { operationId: newId<'operation'>(), version: 0, values: { copyNames: ['甲', rare] } };
    expect(await call(settingsRoutes.savePapers, input, admin())).toEqual({ version: 1 });
    expect(await call(settingsRoutes.savePapers, input, admin())).toEqual({ version: 1 });
    expect(await call(settingsRoutes.papers, undefined, admin())).toEqual({
      values: { copyNames: ['甲', rare] },
      version: 1,
    });
  });
});
