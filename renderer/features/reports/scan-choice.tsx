import { useRef, useState, type DragEvent } from 'react';
import { useText } from '../../app/text.ts';
import { AttachmentThumb } from '../../components/attachments/attachment-thumb.tsx';
import { NotAddedBanner } from '../../components/attachments/not-added-banner.tsx';
import { useAttachOne, usePastedFiles } from '../../components/attachments/use-attach.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

/** The scan of the signed paper: one that is attached already, or a file that is chosen, dropped or pasted now. */
export function ScanChoice({
  reportId,
  printedAt,
  value,
  onChange,
}: {
  readonly reportId: string;
  /** When the paper was first printed; what was attached before is not the signed one. */
  readonly printedAt: number;
  readonly value: string | null;
  readonly onChange: (scanId: string) => void;
}) {
  const t = useText();
  const service = useService();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const subject = { subjectKind: 'report', subjectId: reportId } as const;
  const listed = useAsk(service.attachments.list, subject, { shows: ['attachment'] });
  const act = useAttachOne(subject, 'scan', ({ id }) => onChange(id));
  const add = ([file]: readonly File[]) => act.add(file);
  usePastedFiles(add, true);
  const scans = (listed.data ?? []).filter(
    ({ purpose, addedAt, mediaType, voidedAt }) =>
      purpose === 'scan' &&
      addedAt >= printedAt &&
      voidedAt === null &&
      /^image\/|^application\/pdf$/.test(mediaType),
  );
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setIsOver(false);
    add([...event.dataTransfer.files]);
  };

  return (
    <div
      className={isOver ? 'scan-box over' : 'scan-box'}
      data-testid="scan-box"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {scans.map((scan) => (
        <span key={scan.id} className="row tight">
          <input
            type="radio"
            name="scan"
            aria-label={scan.fileName}
            checked={value === scan.id}
            onChange={() => onChange(scan.id)}
          />
          <AttachmentThumb attachment={scan} />
        </span>
      ))}
      <button type="button" className="choice" disabled={act.pending} onClick={() => picker.current?.click()}>
        {t('reports.chooseScan')}
      </button>
      <span className="mut sm">{t('reports.scanHint')}</span>
      <input
        ref={picker}
        type="file"
        hidden
        data-testid="scan-picker"
        accept="image/*,application/pdf"
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <NotAddedBanner notAdded={act.notAdded} />
    </div>
  );
}
