import { useRef } from 'react';
import type { DragEvent } from 'react';
import { PlusOutlined } from '@ant-design/icons';
import { useText } from '../../app/text.ts';
import { usePastedFiles } from '../../components/attachments/use-attach.ts';
import { Tag } from '../../components/tag.tsx';
import type { ContactCard } from './use-contact-card.ts';

/** The scans of a letter: chosen, dropped or pasted now, attached when the letter is recorded. */
export function LetterScans({ contact: { files, setFiles } }: { readonly contact: ContactCard }) {
  const t = useText();
  const picker = useRef<HTMLInputElement>(null);
  usePastedFiles((pasted) => setFiles([...files, ...pasted]), true);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setFiles([...files, ...event.dataTransfer.files]);
  };
  return (
    <div
      className="fields"
      data-testid="letter-scans"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <span className="field-label mut scans-label">{t('contacts.scans')}</span>
      <div className="row scans">
        {files.map((file, index) => (
          <Tag key={`${file.name}/${index}`}>
            {file.name}{' '}
            <button
              type="button"
              className="link"
              aria-label={t('common.remove')}
              onClick={() => setFiles(files.filter((other) => other !== file))}
            >
              ×
            </button>
          </Tag>
        ))}
        <button type="button" className="link" onClick={() => picker.current?.click()}>
          <PlusOutlined /> {t('contacts.addScan')}
        </button>
        <span className="mut sm cut">{t('attachments.dropHere')}</span>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          data-testid="scan-picker"
          accept="image/*,application/pdf,audio/*"
          onChange={(event) => {
            setFiles([...files, ...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}
