import { useEffect, useRef, useState } from 'react';
import { Input, type InputRef } from 'antd';
import { isNobodys } from '../../app/keyboard/focus-keeper.ts';
import { isComposing } from '../../app/keyboard/keys.ts';
import { useScanner } from '../../app/keyboard/scanner.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { Tag } from '../../components/tag.tsx';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ScanLine } from './scan-line.tsx';
import { ScanQueue, type Scan } from './scan-queue.ts';

/** How often it is looked whether the focus is nowhere. */
const giveBackMs = 300;

/** The field that every scan goes into, and what became of each, the newest first. */
export function ScanCard({ onShow }: { readonly onShow: (oldPartId: string) => void }) {
  const t = useText();
  const service = useService();
  const [scans, setScans] = useState<readonly Scan[]>([]);
  const [typed, setTyped] = useState('');
  const [store, setStore] = useRemembered('oldParts/store', '');
  const [queue] = useState(() => new ScanQueue((input) => service.oldParts.receive.call(input), setScans));
  const stores = useAsk(service.stock.accounts, { kinds: ['oldParts'] }, { shows: ['stockAccount'] }).data;
  const usable = stores?.filter((account) => account.active) ?? [];
  const storeAccountId = usable.find((account) => account.id === store)?.id ?? null;
  const field = useFocusAlways();
  const take = (code: string) => {
    queue.add(code, storeAccountId);
    setTyped('');
  };
  useScanner((code) => () => take(code));
  const count = scans.filter((scan) => scan.result.kind === 'found').length;

  return (
    <Card
      fill
      title={t('oldParts.scan')}
      tags={count > 0 && <Tag tone="good">{t('oldParts.scanned', { count })}</Tag>}
      end={
        scans.length > 0 && (
          <button type="button" className="link sm" onClick={() => queue.clear()}>
            {t('oldParts.startAnew')}
          </button>
        )
      }
    >
      <div className="inside scan-field" data-scan-field>
        <Input
          ref={field}
          size="large"
          aria-label={t('oldParts.scan')}
          placeholder={t('oldParts.scanHint')}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
            event.preventDefault();
            take(typed);
          }}
        />
        {usable.length > 1 && (
          <SelectInput
            width={130}
            value={storeAccountId}
            emptyLabel={t('oldParts.storeIn')}
            choices={usable.map(({ id, code, findable }) => ({ value: id as string, label: code, findable }))}
            onChange={(id) => setStore(id ?? '')}
          />
        )}
      </div>
      {scans.length === 0 ? (
        <EmptyState>{t('oldParts.nothingScanned')}</EmptyState>
      ) : (
        <div className="scroll" data-testid="scans" role="log" aria-live="polite">
          {scans.map((scan, index) => (
            <ScanLine
              key={scan.id}
              scan={scan}
              isNewest={index === 0}
              onShow={onShow}
              onAgain={() => queue.again(scan.id, storeAccountId)}
            />
          ))}
        </div>
      )}
    </Card>
  );
}

/** Keeps the focus in the field: what is clicked gives it back, and what is typed beside any field goes into it. */
function useFocusAlways() {
  const field = useRef<InputRef>(null);
  useEffect(() => {
    const giveBack = () => {
      if (isNobodys(document)) field.current?.focus();
    };
    const press = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      const isElsewhere = target instanceof HTMLElement && target.closest('input, textarea, select') === null;
      const isText = key.length === 1 || key === 'Process';
      if (isElsewhere && isText && key !== ' ' && !ctrlKey && !altKey && !metaKey) field.current?.focus();
    };
    // Whatever opened the screen, a link that still has the focus too.
    field.current?.focus();
    const timer = setInterval(giveBack, giveBackMs);
    document.addEventListener('keydown', press, true);
    return () => {
      clearInterval(timer);
      document.removeEventListener('keydown', press, true);
    };
  }, []);
  return field;
}
