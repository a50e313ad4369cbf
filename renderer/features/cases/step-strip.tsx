import { translateAny } from '#shared/messages/translate.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import type { CaseFacts } from './case-page.tsx';

type Step = CaseFacts['steps'][number];

const marks: Readonly<Record<Step['state'], string>> = { done: '✓', current: '●', open: '○', notNeeded: '–' };
const tones: Readonly<Record<Step['state'], string>> = {
  done: 'good',
  current: 'acc',
  open: 'mut',
  notNeeded: 'mut',
};

/** How far the main job is, step by step. */
export function StepStrip({ facts }: { readonly facts: CaseFacts }) {
  const t = useText();
  return (
    <ol className="steps" aria-label={t('cases.timeline')}>
      {facts.steps.map((step) => (
        <li
          key={step.step}
          className={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className={`sm ${tones[step.state]}`}>
            {marks[step.state]} {t(`cases.step_${step.step}`)}
          </span>
          <span className="sm mut cut">{detailOf(step, facts, t)}</span>
        </li>
      ))}
    </ol>
  );
}

function detailOf({ step, state, detail, at }: Step, facts: CaseFacts, t: Text): string {
  if (state === 'notNeeded') return t('cases.stepNotNeeded');
  const time = at === null ? '' : t.moment(at);
  switch (step) {
    case 'registered':
      return [time, detail].filter(Boolean).join(' ');
    case 'judged':
      if (detail !== '') return stateWord(t, 'verdict', detail);
      return facts.unit ? '' : t('cases.stepNeedsUnit');
    case 'requisition':
    case 'report': {
      const document = facts.documents.find(({ number }) => number === detail);
      const word = document && translateAny(t.language, `states.${step}State_${document.state}`);
      return [shortNumber(detail), word].filter(Boolean).join(' ');
    }
    case 'oldParts':
    case 'cleared':
      return detail;
    default:
      return time;
  }
}

/** LL202611-0096 is LL…0096 where there is little room. */
function shortNumber(number: string): string {
  return number.replace(/^(\p{Lu}{2})\d{6}-/u, '$1…');
}
