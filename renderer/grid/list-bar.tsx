import type { ReactNode, Ref } from 'react';
import { DownloadOutlined, ProfileOutlined, SearchOutlined, TableOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Input, type InputRef } from 'antd';
import { type MessageKey, useText } from '../app/text.ts';
import { PopOver } from '../components/pop-over.tsx';
import { saveFile } from '../components/save-file.ts';
import { ListButton } from './list-button.tsx';
import { PrintButton } from './print-button.tsx';
import { usePreparing, type Preparing } from './use-preparing.ts';

/** A column as the chooser shows it. */
export interface ChosenColumn {
  readonly key: string;
  readonly label: MessageKey;
  readonly isShown: boolean;
}

/** Makes the Excel file of a list as it is shown now. */
export type MakeFile = (options: { readonly signal: AbortSignal }) => Promise<File>;

interface ListBarProps {
  /** The quick filter; left out where the list has none. */
  readonly text?: { readonly value: string; readonly onChange: (text: string) => void } | undefined;
  readonly textRef?: Ref<InputRef> | undefined;
  /** Down in the quick filter goes to the rows. */
  readonly onDown: () => void;
  readonly filters?: ReactNode;
  /** Ticks every row that is read; left out where rows have no box. */
  readonly onTickAll?: (() => void) | undefined;
  readonly summary?: ReactNode;
  readonly columns: readonly ChosenColumn[];
  readonly onShowColumn: (key: string, isShown: boolean) => void;
  readonly onResetColumns: () => void;
  readonly exportList?: MakeFile | undefined;
  readonly furtherFile?: { readonly label: MessageKey; readonly make: MakeFile } | undefined;
  /** Left out for those who may not print. */
  readonly paper?: Preparing | undefined;
}

/** The bar over a list: quick filter, filters, a summary, and what can be done with the list as a whole. */
export function ListBar(props: ListBarProps) {
  const {
    text,
    textRef,
    onDown,
    filters,
    onTickAll,
    summary,
    columns,
    onShowColumn,
    onResetColumns,
    exportList,
    furtherFile,
    paper,
  } = props;
  const t = useText();
  const exporting = useExport(exportList);
  const further = useExport(furtherFile?.make);
  const making = exporting.isPending ? exporting : further;
  return (
    <div className="list-bar">
      {text && (
        <Input
          ref={textRef}
          allowClear
          prefix={<SearchOutlined className="mut" />}
          placeholder={t('grid.quickText')}
          aria-label={t('grid.quickText')}
          spellCheck={false}
          maxLength={60}
          style={{ maxWidth: 280 }}
          value={text.value}
          onChange={(event) => text.onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onDown();
          }}
        />
      )}
      {filters}
      {onTickAll && (
        <button type="button" className="link sm" style={{ whiteSpace: 'nowrap' }} onClick={onTickAll}>
          {t('grid.tickAll')}
        </button>
      )}
      <span className="list-acts">
        {making.isPending ? (
          <PendingNote label="grid.exporting" onCancel={making.cancel} />
        ) : paper?.isPending ? (
          <PendingNote label="grid.printing" onCancel={paper.cancel} />
        ) : (
          summary !== undefined && <span className="mut sm">{summary}</span>
        )}
        <PopOver
          placement="bottomRight"
          content={<ColumnChooser columns={columns} onShow={onShowColumn} onReset={onResetColumns} />}
        >
          <Button
            type="text"
            size="small"
            icon={<TableOutlined />}
            aria-label={t('grid.columns')}
            title={t('grid.columns')}
          />
        </PopOver>
        {exportList && (
          <ListButton
            label="grid.export"
            pendingLabel="grid.exporting"
            icon={<DownloadOutlined />}
            preparing={exporting}
          />
        )}
        {furtherFile && (
          <ListButton
            label={furtherFile.label}
            pendingLabel="grid.exporting"
            icon={<ProfileOutlined />}
            preparing={further}
          />
        )}
        {paper && <PrintButton preparing={paper} />}
      </span>
    </div>
  );
}

function ColumnChooser({
  columns,
  onShow,
  onReset,
}: {
  readonly columns: readonly ChosenColumn[];
  readonly onShow: (key: string, isShown: boolean) => void;
  readonly onReset: () => void;
}) {
  const t = useText();
  return (
    <div className="column-chooser">
      {columns.map(({ key, label, isShown }) => (
        <Checkbox key={key} checked={isShown} onChange={(event) => onShow(key, event.target.checked)}>
          {t(label)}
        </Checkbox>
      ))}
      <button type="button" className="link sm" onClick={onReset}>
        {t('grid.resetColumns')}
      </button>
    </div>
  );
}

/** Says that something is being prepared, and lets it be. */
function PendingNote({ label, onCancel }: { readonly label: MessageKey; readonly onCancel: () => void }) {
  const t = useText();
  return (
    <span className="mut sm row tight" role="status">
      {t(label)}
      <button type="button" className="link sm" onClick={onCancel}>
        {t('common.cancel')} <kbd>Esc</kbd>
      </button>
    </span>
  );
}

/** Makes the Excel file and saves it. */
function useExport(exportList: MakeFile | undefined): Preparing {
  const t = useText();
  const { message } = App.useApp();
  return usePreparing(async (signal) => {
    const file = await exportList?.({ signal });
    signal.throwIfAborted();
    if (!file) return;
    const saved = await saveFile(file);
    if (saved.kind === 'saved') void message.success(t('common.fileSaved', { fileName: saved.fileName }));
    if (saved.kind === 'failed') void message.error(t('common.fileNotSaved'));
  });
}
