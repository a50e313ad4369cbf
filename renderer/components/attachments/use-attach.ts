import { useEffect, useRef, useState } from 'react';
import { largestFileBytes } from '#shared/domain/files.ts';
import { newId } from '#shared/domain/ids.ts';
import { announceChanges } from '../../service/changes.ts';
import { useService, type Service } from '../../service/service-context.tsx';
import { troubleOf, type Trouble } from '../../service/trouble.ts';
import { useAct } from '../../service/use-act.ts';

type AddInput = Parameters<Service['attachments']['add']['call']>[0];

/** The record that something is attached to. */
export interface AttachmentSubject {
  readonly subjectKind: AddInput['subjectKind'];
  readonly subjectId: string;
}

/** A file that was not attached, and why. */
export interface NotAdded {
  readonly fileName: string;
  readonly because: 'empty' | 'tooLarge' | Trouble;
}

/** Attaches files to a record, one after the other. */
export function useAttach(subject: AttachmentSubject) {
  const service = useService();
  const [isAdding, setIsAdding] = useState(false);
  const [notAdded, setNotAdded] = useState<readonly NotAdded[]>([]);

  const add = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setIsAdding(true);
    setNotAdded([]);
    setNotAdded(await attachAll(service, subject, files));
    setIsAdding(false);
    announceChanges([{ kind: 'attachment', id: subject.subjectId }]);
  };
  return { add, isAdding, notAdded };
}

/** Attaches all of the files; names each that could not be attached, with what is wrong with it. */
export async function attachAll(
  service: Service,
  subject: AttachmentSubject,
  files: readonly File[],
): Promise<readonly NotAdded[]> {
  const notAdded: NotAdded[] = [];
  for (const file of files) {
    const unfit = unfitFile(file);
    if (unfit) {
      notAdded.push(unfit);
      continue;
    }
    try {
      await service.attachments.add.call({
        operationId: newId<'operation'>(),
        ...subject,
        purpose: purposeOf(file),
        file,
      });
    } catch (error) {
      notAdded.push({ fileName: file.name, because: troubleOf(error) });
    }
  }
  return notAdded;
}

/** Why a file is not even sent: it is empty, or too large; undefined for every other. */
export function unfitFile({ name: fileName, size }: Pick<File, 'name' | 'size'>): NotAdded | undefined {
  if (size === 0) return { fileName, because: 'empty' };
  return size > largestFileBytes ? { fileName, because: 'tooLarge' } : undefined;
}

/** Attaches the one file that a form asks for, as its scan or logo; `done` hears its id. */
export function useAttachOne(
  subject: AttachmentSubject,
  purpose: AddInput['purpose'],
  done: (added: Awaited<ReturnType<Service['attachments']['add']['call']>>) => void,
) {
  const service = useService();
  const [tried, setTried] = useState<File>();
  const act = useAct(service.attachments.add, { done });
  const unfit = tried && unfitFile(tried);
  const failed = tried && act.trouble ? { fileName: tried.name, because: act.trouble } : undefined;
  return {
    add: (file: File | undefined) => {
      if (!file) return;
      setTried(file);
      if (!unfitFile(file)) void act.run({ ...subject, purpose, file });
    },
    pending: act.pending,
    notAdded: [unfit ?? failed].filter((one) => one !== undefined),
  };
}

/** Hears files that are pasted anywhere on the screen; pasted text stays the field's. */
export function usePastedFiles(take: (files: readonly File[]) => void, enabled: boolean): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!enabled) return;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [enabled]);
}

function purposeOf(file: File): AddInput['purpose'] {
  if (file.type.startsWith('audio/')) return 'recording';
  if (file.type.startsWith('image/')) return 'photo';
  return file.type === 'application/pdf' ? 'scan' : 'other';
}
