import { useEffect, useState } from 'react';
import { AudioOutlined, FileOutlined, FilePdfOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useService, type Service } from '../../service/service-context.tsx';
import { troubleOf } from '../../service/trouble.ts';
import { useAct } from '../../service/use-act.ts';
import { TextInput } from '../inputs/text-input.tsx';
import { showPaper } from '../paper/show-paper.ts';
import { PopOver } from '../pop-over.tsx';
import { saveFile } from '../save-file.ts';
import { sentenceOf, TroubleBanner } from '../trouble-banner.tsx';

type AttachmentRow = Awaited<ReturnType<Service['attachments']['list']['call']>>[number];

/** One attachment: a small picture of it, opened in place by click or Enter. */
export function AttachmentThumb({ attachment }: { readonly attachment: AttachmentRow }) {
  const t = useText();
  const { id, fileName, mediaType, voidedAt, voidReason } = attachment;
  const isPicture = mediaType.startsWith('image/');
  const content = useContent(id, isPicture);
  const address = useAddress(isPicture ? content.data : undefined);
  const [isOpen, setIsOpen] = useState(false);
  const [isDrawn, setIsDrawn] = useState(true);
  const title = [fileName, t.moment(attachment.addedAt), attachment.addedByName].join(' · ');
  return (
    <PopOver
      placement="left"
      destroyOnHidden
      open={isOpen}
      onOpenChange={setIsOpen}
      content={<AttachmentView attachment={attachment} onLeave={() => setIsOpen(false)} />}
    >
      <button
        type="button"
        className={voidedAt === null ? 'thumb' : 'thumb void'}
        title={voidReason || title}
      >
        {address && isDrawn ? (
          <img src={address} alt={fileName} onError={() => setIsDrawn(false)} />
        ) : (
          <KindIcon mediaType={mediaType} />
        )}
        <span className="cut sm">{fileName}</span>
      </button>
    </PopOver>
  );
}

function AttachmentView({
  attachment,
  onLeave,
}: {
  readonly attachment: AttachmentRow;
  readonly onLeave: () => void;
}) {
  const t = useText();
  const may = useMay();
  const { id, fileName, mediaType, voidedAt, voidReason, addedAt, addedByName } = attachment;
  const content = useContent(id, true);
  const address = useAddress(content.data);
  const [isDrawn, setIsDrawn] = useState(true);
  return (
    <div className="attachment-view">
      {address && mediaType.startsWith('image/') && isDrawn && (
        <img src={address} alt={fileName} onError={() => setIsDrawn(false)} />
      )}
      {!isDrawn && <span className="soon sm">{t('attachments.notDrawn')}</span>}
      {address && mediaType.startsWith('audio/') && <audio controls src={address} />}
      <span className="strong">{fileName}</span>
      <span className="mut sm">
        {t.fullMoment(addedAt)} {addedByName}
      </span>
      {voidedAt !== null && (
        <span className="late sm">{t('attachments.isVoid', { reason: voidReason })}</span>
      )}
      {content.error && (
        <span className="late sm" role="alert">
          {t('attachments.unreadable', { because: sentenceOf(troubleOf(content.error), t) })}
        </span>
      )}
      <div className="row tight">
        {mediaType === 'application/pdf' && (
          <Button
            size="small"
            disabled={!content.data}
            onClick={() => {
              if (!content.data) return;
              onLeave();
              showPaper({ kind: 'file', file: content.data, name: fileName });
            }}
          >
            {t('attachments.show')}
          </Button>
        )}
        <Button
          size="small"
          disabled={!content.data}
          onClick={() => content.data && void saveFile(content.data)}
        >
          {t('common.saveFile')}
        </Button>
      </div>
      {voidedAt === null && may('attachments.void') && <VoidAttachment id={id} />}
    </div>
  );
}

function VoidAttachment({ id }: { readonly id: AttachmentRow['id'] }) {
  const t = useText();
  const service = useService();
  const [reason, setReason] = useState('');
  const act = useAct(service.attachments.void);
  return (
    <>
      <div className="row tight">
        <TextInput value={reason} onChange={setReason} placeholder={t('attachments.voidReason')} />
        <Button
          size="small"
          danger
          disabled={reason.trim() === '' || act.pending}
          onClick={() => void act.run({ id, reason })}
        >
          {t('attachments.void')}
        </Button>
      </div>
      <TroubleBanner trouble={act.trouble} />
    </>
  );
}

function KindIcon({ mediaType }: { readonly mediaType: string }) {
  if (mediaType.startsWith('audio/')) return <AudioOutlined />;
  return mediaType === 'application/pdf' ? <FilePdfOutlined /> : <FileOutlined />;
}

/** The file itself never changes, so it is asked for once. */
function useContent(id: AttachmentRow['id'], enabled: boolean) {
  const service = useService();
  const input = { id };
  return useQuery({
    queryKey: service.attachments.content.queryKey({ input }),
    queryFn: ({ signal }) => service.attachments.content.call(input, { signal }),
    meta: { shows: [] },
    enabled,
  });
}

function useAddress(file: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => {
      setAddress(undefined);
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return address;
}
