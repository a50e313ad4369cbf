import { translateAny } from '#shared/messages/translate.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { TodayMark, TodayRow } from '#shared/contract/today.contract.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { timeOfRow } from './row-times.ts';

/** The cells of a row, of whatever noun it is. In a narrow column the spare ones give way. */
export function RowCells({ row }: { readonly row: TodayRow }) {
  const t = useText();
  const time = timeOfRow(row, useNow(), t);
  const about = row.about === '' ? [] : row.about.split(' · ');
  const texts = row.summary === '' ? about : [row.summary, ...about];
  return (
    <>
      <td className="acc">{row.number}</td>
      <td className="rest" title={texts.join(' · ')}>
        <div className="today-texts">
          {texts.map((text, index) => (
            <span key={text} className={index === 0 ? undefined : 'mut'}>
              {index === 0 ? text : `· ${text}`}
            </span>
          ))}
        </div>
      </td>
      <td className="spare">
        {row.marks.map((mark) => (
          <Mark key={mark.word} mark={mark} />
        ))}
      </td>
      <td className={row.kind === 'case' && row.who === '' ? 'late spare' : 'mut spare'}>
        {row.who || (row.kind === 'case' ? t('today.noOwner') : '')}
      </td>
      <td className="num spare">{row.amountFen === null ? '' : `¥${formatMoney(row.amountFen)}`}</td>
      <td className={['num', time.tone].filter(Boolean).join(' ')}>{time.text}</td>
    </>
  );
}

function Mark({ mark: { word, tone } }: { readonly mark: TodayMark }) {
  const t = useText();
  return (
    <span className={`today-mark ${tone === 'plain' ? 'mut' : tone}`}>
      {translateAny(t.language, word) ?? word}
    </span>
  );
}
