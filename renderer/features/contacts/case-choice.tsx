import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Picked } from './contact-draft.ts';

/** A case that may be joined. */
export interface Joinable {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly symptom: string;
  readonly openedAt: number;
  readonly unitPlate: string;
}

/** Chooses the case to join: one of those offered, or any other by number, customer or plate. */
export function CaseChoice({
  offered,
  chosen,
  onChoose,
  takesFocus = false,
  anyOther = true,
}: {
  readonly offered: readonly Joinable[];
  readonly chosen: Picked | null;
  readonly onChoose: (picked: Picked | null) => void;
  readonly takesFocus?: boolean | undefined;
  /** Offers to look for a case that is not in the list. */
  readonly anyOther?: boolean | undefined;
}) {
  const t = useText();
  const service = useService();
  const list = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (takesFocus) list.current?.querySelector<HTMLElement>('tr')?.focus();
  }, [takesFocus]);

  const press = (event: KeyboardEvent<HTMLTableRowElement>, picked: Picked) => {
    const beside = {
      ArrowDown: event.currentTarget.nextElementSibling,
      ArrowUp: event.currentTarget.previousElementSibling,
    }[event.key];
    if (beside instanceof HTMLElement) beside.focus();
    else if (event.key === 'Enter' || event.key === ' ') onChoose(picked);
    else return;
    event.preventDefault();
  };
  const isOther = chosen !== null && !offered.some(({ id }) => id === chosen.id);
  return (
    <div className="stack tight case-choice">
      {offered.length === 0 && <span className="mut">{t('contacts.joinNothing')}</span>}
      <table className="lines bare" ref={list}>
        <tbody role="radiogroup">
          {offered.map((one) => (
            <tr
              key={one.id}
              data-opens=""
              role="radio"
              aria-checked={one.id === chosen?.id}
              className={one.id === chosen?.id ? 'on' : undefined}
              tabIndex={0}
              onClick={() => onChoose({ id: one.id, name: one.number })}
              onKeyDown={(event) => press(event, { id: one.id, name: one.number })}
            >
              <td className="acc">{one.number}</td>
              <td>{one.unitPlate}</td>
              <td style={{ maxWidth: 220 }}>{one.symptom}</td>
              <td>
                <Tag>{stateWord(t, 'caseState', one.state)}</Tag>
              </td>
              <td className="mut num">{t.moment(one.openedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {anyOther && (
        <SearchPick
          label={isOther ? chosen.name : ''}
          placeholder={t('contacts.joinOther')}
          search={(text, signal) => service.search.all.call({ text, kinds: ['case'], limit: 12 }, { signal })}
          option={({ id, title, subtitle }) => ({ key: id, title, detail: subtitle })}
          onPick={(hit) => onChoose(hit && { id: hit.id, name: hit.title })}
        />
      )}
    </div>
  );
}
