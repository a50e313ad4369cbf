import { isFoundBy } from '#shared/domain/found-by.ts';
import { usePerson } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useFieldPlace } from '../../components/form/field-context.ts';
import { ChoiceBox } from '../../components/inputs/choice-box.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

interface Colleague {
  readonly personId: string;
  readonly name: string;
  readonly findable: string;
}

/** Those who are likely to have done the work, and the names of all. */
export interface Technicians {
  readonly likely: readonly Colleague[];
  readonly others: readonly Colleague[];
  readonly nameOf: (personId: string) => string;
}

/** Those with a technician's account and those chosen already come first; everybody else can be found. */
export function useTechnicians(chosen: readonly string[]): Technicians {
  const service = useService();
  const { personId: ownId, roles } = usePerson();
  const people = useAsk(service.session.colleagues, undefined, { shows: ['person'] }).data ?? [];
  const accounts = useAsk(
    service.stock.accounts,
    { kinds: ['technician'] },
    { shows: ['stockAccount'] },
  ).data;
  const withAccount = (accounts ?? []).filter((one) => one.active).map((one) => one.personId ?? '');
  const likelyIds = new Set([...withAccount, ...chosen, ...(roles.includes('technician') ? [ownId] : [])]);
  const names = new Map(people.map((person) => [person.personId as string, person.name]));
  return {
    likely: people.filter((person) => likelyIds.has(person.personId)),
    others: people.filter((person) => !likelyIds.has(person.personId)),
    nameOf: (personId) => names.get(personId) ?? '',
  };
}

/** Who did the work, in the order chosen: the first is in charge. */
export function TechnicianChoice({
  value,
  onChange,
  technicians,
}: {
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly technicians: Technicians;
}) {
  const t = useText();
  const place = useFieldPlace();
  const toggle = (id: string) =>
    onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);
  const find = (text: string) =>
    Promise.resolve(
      technicians.others
        .filter(({ name, findable }) => isFoundBy(text, { label: name, findable }))
        .slice(0, 12),
    );
  return (
    <div className="choices" role="group" aria-labelledby={place?.labelId} aria-invalid={place?.isFaulty}>
      {technicians.likely.map(({ personId, name }) => (
        <ChoiceBox
          key={personId}
          label={value[0] === personId && value.length > 1 ? t('reports.inCharge', { name }) : name}
          isTaken={value.includes(personId)}
          onToggle={() => toggle(personId)}
        />
      ))}
      {technicians.others.length > 0 && (
        <SearchPick
          label=""
          width={120}
          placeholder={t('reports.someoneElse')}
          search={find}
          option={({ personId, name }) => ({ key: personId, title: name })}
          onPick={(person) => person && toggle(person.personId)}
        />
      )}
      {value.length > 1 && <span className="mut sm">{t('reports.technicianHint')}</span>}
    </div>
  );
}
