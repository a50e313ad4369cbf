import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { PlusOutlined } from '@ant-design/icons';
import { useText } from '../../app/text.ts';
import { useMay } from '../../app/session/session.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { CardPart } from '../card.tsx';
import { NotAddedBanner } from './not-added-banner.tsx';
import { AttachmentThumb } from './attachment-thumb.tsx';
import type { AttachmentSubject } from './use-attach.ts';
import { useAttach, usePastedFiles } from './use-attach.ts';
import './attachments.css';

/** What is attached to a record, with what adds to it: a button, dropping, pasting. */
export function Attachments({
  subject,
  title,
}: {
  readonly subject: AttachmentSubject;
  readonly title: string;
}) {
  const t = useText();
  const may = useMay();
  const service = useService();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const listed = useAsk(service.attachments.list, subject, { shows: ['attachment'] });
  const attach = useAttach(subject);
  const mayAdd = may('attachments.add');
  usePastedFiles((files) => void attach.add(files), mayAdd);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (mayAdd) void attach.add([...event.dataTransfer.files]);
  };

  return (
    <CardPart
      title={title}
      end={
        mayAdd && (
          <button
            type="button"
            className="link sm"
            disabled={attach.isAdding}
            onClick={() => picker.current?.click()}
          >
            {attach.isAdding ? (
              t('attachments.adding')
            ) : (
              <>
                <PlusOutlined /> {t('attachments.add')}
              </>
            )}
          </button>
        )
      }
    >
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        data-testid="attachment-picker"
        accept="image/*,application/pdf,audio/*"
        onChange={(event) => {
          void attach.add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <NotAddedBanner notAdded={attach.notAdded} />
      <div
        className={isOver ? 'attachments over' : 'attachments'}
        data-testid="attachments"
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(mayAdd);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        {listed.data?.map((row) => (
          <AttachmentThumb key={row.id} attachment={row} />
        ))}
        {listed.data?.length === 0 && (
          <span className="mut sm">{t(mayAdd ? 'attachments.none' : 'common.none')}</span>
        )}
      </div>
    </CardPart>
  );
}
