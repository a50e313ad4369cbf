import {
  CheckCircleFilled,
  CloseCircleFilled,
  ExclamationCircleFilled,
  LoadingOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { sentenceOf } from '../../components/trouble-banner.tsx';
import type { Scan } from './scan-queue.ts';

/** What became of one scan, in a mark that is seen from across the table. */
export function ScanLine({
  scan: { code, result },
  isNewest,
  onShow,
  onAgain,
}: {
  readonly scan: Scan;
  readonly isNewest: boolean;
  readonly onShow: (oldPartId: string) => void;
  readonly onAgain: () => void;
}) {
  const t = useText();
  const part = result.kind === 'found' || result.kind === 'alreadyIn' ? result.part : undefined;
  const again = (
    <button type="button" className="link sm" onClick={onAgain}>
      {t('oldParts.again')}
    </button>
  );
  return (
    <div className={['scan-line', result.kind, isNewest ? 'newest' : ''].join(' ')} data-result={result.kind}>
      <span className="mark">{marks[result.kind]}</span>
      <div className="grow">
        <div className="row tight">
          <span className="strong">{t(`oldParts.${result.kind}`)}</span>
          {part ? (
            <button type="button" className="link" onClick={() => onShow(part.id)}>
              {part.number}
            </button>
          ) : (
            <span className="cut">{code}</span>
          )}
          {result.kind === 'failed' && again}
        </div>
        {part && (
          <div className="mut sm cut">
            {[part.partName, part.partNumber, part.holderName, part.unitPlate].filter(Boolean).join(' · ')}
          </div>
        )}
        {result.kind === 'failed' && <div className="sm">{sentenceOf(result.trouble, t)}</div>}
      </div>
    </div>
  );
}

const marks: Readonly<Record<Scan['result']['kind'], ReactNode>> = {
  waiting: <LoadingOutlined />,
  found: <CheckCircleFilled />,
  alreadyIn: <ExclamationCircleFilled />,
  unknown: <CloseCircleFilled />,
  failed: <CloseCircleFilled />,
};
