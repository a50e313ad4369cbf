import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Id } from '#shared/domain/ids.ts';
import { useShortcut } from '../../app/keyboard/use-shortcut.ts';
import { useText } from '../../app/text.ts';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { PdfPages } from '../../components/paper/pdf-pages.tsx';
import { usePrinted } from '../../components/paper/printed-paper.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { troubleOf } from '../../service/trouble.ts';
import type { Verified } from './verdict.ts';

const scale = 0.75;

/** The print as it is kept beside the scan of the paper, or beside a picture of it that is chosen here and kept nowhere. */
export function ComparePaper({
  verified,
  onClose,
}: {
  readonly verified: Verified;
  readonly onClose: () => void;
}) {
  const t = useText();
  const kept = verified.prints.filter((print) => print.kept);
  const [printId, setPrintId] = useState<string>(kept[0]?.id ?? '');
  const [chosen, setChosen] = useState<File | undefined>();
  useShortcut('Escape', onClose, 'common.close');
  return (
    <div className="paper-over">
      <section className="paper-panel compare" role="dialog" aria-label={t('reports.compare')}>
        <header>
          <h2 className="cut">
            {t('reports.compare')} {verified.number}
          </h2>
          <span className="grow" />
          <KeyButton label="common.close" shownKeys="Escape" onPress={onClose} />
        </header>
        <div className="banner soon">{t('reports.compareNote')}</div>
        <div className="compare-sides">
          <Side
            title={t('reports.compareKept')}
            end={
              <SelectInput
                width={240}
                value={printId}
                choices={kept.map(({ id, ordinal, at, personName }) => ({
                  value: id,
                  label: `${t('prints.ordinal', { ordinal })} ${t.moment(at)} ${personName}`,
                }))}
                onChange={(id) => setPrintId(id ?? printId)}
              />
            }
          >
            <Kept key={printId} printId={printId} />
          </Side>
          <Side title={t('reports.compareScan')} end={<ChooseScan onChoose={setChosen} />}>
            {chosen ? (
              <Scan file={chosen} />
            ) : verified.scanId === null ? (
              <p className="empty">{t('reports.compareNoScan')}</p>
            ) : (
              <FiledScan id={verified.scanId} />
            )}
          </Side>
        </div>
      </section>
    </div>
  );
}

function Side({
  title,
  end,
  children,
}: {
  readonly title: string;
  readonly end: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="compare-side">
      <div className="row tight inside">
        <span className="strong grow">{title}</span>
        {end}
      </div>
      {children}
    </div>
  );
}

function Kept({ printId }: { readonly printId: string }) {
  const printed = usePrinted(printId);
  if (printed.error) return <TroubleBanner trouble={troubleOf(printed.error)} />;
  return printed.data ? <PdfPages file={printed.data} scale={scale} onPageCount={ignore} /> : null;
}

function FiledScan({ id }: { readonly id: Id<'attachment'> }) {
  const service = useService();
  const input = { id };
  const { data, error } = useQuery({
    queryKey: service.attachments.content.queryKey({ input }),
    queryFn: ({ signal }) => service.attachments.content.call(input, { signal }),
    meta: { shows: [] },
  });
  if (error) return <TroubleBanner trouble={troubleOf(error)} />;
  return data ? <Scan file={data} /> : null;
}

function Scan({ file }: { readonly file: File }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (file.type === 'application/pdf') return <PdfPages file={file} scale={scale} onPageCount={ignore} />;
  return (
    <div className="paper-pages" tabIndex={0}>
      {address && <img src={address} alt={file.name} />}
    </div>
  );
}

function ChooseScan({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        accept="image/*,application/pdf"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onChoose(file);
          event.target.value = '';
        }}
      />
      <KeyButton label="reports.compareChoose" onPress={() => picker.current?.click()} />
    </>
  );
}

function ignore(): void {}
