import type { KeyboardEvent } from 'react';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { Card, CardPart } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { focusField } from '../../components/form/field-order.ts';
import { formatCount } from '../../components/inputs/parse-count.ts';
import { OpenRow } from '../../components/open-row.tsx';
import { Tag } from '../../components/tag.tsx';
import { VerdictTag } from '../../components/warranty/warranty-light.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { pickedUnit } from './contact-draft.ts';
import type { CallerCard } from './contact-draft.ts';
import { HistoryCard } from './history-card.tsx';
import type { ContactCard } from './use-contact-card.ts';

/** Everything the books know of the caller, filled while the number is typed. */
export function CallerSide({ contact }: { readonly contact: ContactCard }) {
  const { card, draft } = contact;
  if (!card?.customer || draft.value.newCustomerName !== null) return <NobodyCard contact={contact} />;
  return (
    <div className="stack caller-side" data-testid="caller-card">
      <SameNumber contact={contact} card={card} />
      <CustomerCard contact={contact} card={card} />
      <OpenCard contact={contact} card={card} />
      <HistoryCard card={card} unitId={contact.parties.unitId} />
    </div>
  );
}

/** A number that several customers have says nobody for sure: one is chosen, and the others stay a key away. */
function SameNumber({ contact, card }: { readonly contact: ContactCard; readonly card: CallerCard }) {
  const t = useText();
  const { customer, sameNumber } = card;
  const { isUndecided } = contact.parties;
  if (!customer || sameNumber.length === 0) return null;
  const take = (chosen: CallerCard['sameNumber'][number]) => {
    contact.set({
      customer: { id: chosen.id, name: chosen.name },
      unknownCaller: false,
      callerName: null,
      unit: null,
      newUnit: null,
      joinedCase: null,
    });
    goOn();
  };
  const takeNone = () => {
    contact.set({ customer: null, unknownCaller: true, unit: null, newUnit: null, joinedCase: null });
    goOn();
  };
  /** The button that was pressed goes; typing goes on where it has led to. */
  const goOn = () => {
    if (contact.place.element.current) focusField(contact.place.element.current, 'customerId');
  };
  return (
    <div className="banner soon same-number" data-testid="same-number">
      <span>{t(isUndecided ? 'contacts.whoseNumber' : 'contacts.sameNumber')}</span>
      {[...(isUndecided ? [customer] : []), ...sameNumber].map((one) => (
        <button key={one.id} type="button" className="link" onClick={() => take(one)}>
          {one.name}
        </button>
      ))}
      {isUndecided && (
        <button type="button" className="link" onClick={takeNone}>
          {t('contacts.noneOfThem')}
        </button>
      )}
    </div>
  );
}

function CustomerCard({ contact, card }: { readonly contact: ContactCard; readonly card: CallerCard }) {
  const t = useText();
  const open = useOpen();
  const { customer, units } = card;
  if (!customer) return null;
  return (
    <Card
      title={
        <button
          type="button"
          className="link plain"
          onClick={() => open(pathOfRecord('customer', customer.id))}
        >
          {customer.name}
        </button>
      }
      tags={
        <>
          {customer.importance !== 'normal' && (
            <Tag tone={customer.importance === 'watched' ? 'soon' : 'acc'}>
              {stateWord(t, 'importance', customer.importance)}
            </Tag>
          )}
          <Tag>
            {[
              stateWord(t, 'distanceClass', customer.distanceClass),
              customer.distanceKm === null ? '' : `${customer.distanceKm} km`,
            ]
              .filter(Boolean)
              .join(' ')}
          </Tag>
        </>
      }
      end={
        <span className="mut sm">
          {t('contacts.unitsAndOpen', { units: customer.unitCount, cases: customer.openCaseCount })}
        </span>
      }
    >
      {customer.notes !== '' && <p className="inside sm soon customer-note">{customer.notes}</p>}
      {units.length === 0 && <p className="inside mut">{t('contacts.noUnits')}</p>}
      <div className="scroll units-of-caller">
        <table className="lines">
          <tbody>
            {units.map((unit) => (
              <UnitRow key={unit.id} unit={unit} contact={contact} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function UnitRow({
  unit,
  contact,
}: {
  readonly unit: CallerCard['units'][number];
  readonly contact: ContactCard;
}) {
  const isPicked = unit.id === contact.parties.unitId;
  const pick = () =>
    contact.set({
      unit: pickedUnit(unit),
      newUnit: null,
      ...(isPicked ? {} : { mileageKm: null, operatingHours: null }),
    });
  const press = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.key === 'Enter' || event.key === ' ') pick();
    else {
      const beside = {
        ArrowDown: event.currentTarget.nextElementSibling,
        ArrowUp: event.currentTarget.previousElementSibling,
      }[event.key];
      if (!(beside instanceof HTMLElement)) return;
      beside.focus();
    }
    event.preventDefault();
  };
  return (
    <tr
      className={isPicked ? 'on' : undefined}
      data-opens=""
      aria-selected={isPicked}
      tabIndex={0}
      onClick={pick}
      onKeyDown={press}
    >
      <td>{unit.plate || unit.serialNumber}</td>
      <td className="mut">{unit.productCode}</td>
      <td>
        <VerdictTag verdict={unit.verdict} />
      </td>
      <td className="num">{unit.mileageKm === null ? '' : `${formatCount(unit.mileageKm)} km`}</td>
    </tr>
  );
}

function OpenCard({ contact, card }: { readonly contact: ContactCard; readonly card: CallerCard }) {
  const t = useText();
  const { unitId } = contact.parties;
  const shown = unitId === null ? card.openCases : card.openCases.filter((one) => one.unitId === unitId);
  return (
    <Card
      title={t(unitId === null ? 'contacts.openOfCustomer' : 'contacts.openOfUnit')}
      tags={shown.length > 0 && <Tag tone="soon">{shown.length}</Tag>}
    >
      {shown.length === 0 && <p className="inside mut">{t('contacts.nothingOpen')}</p>}
      <div className="scroll open-of-caller">
        <table className="lines">
          <tbody>
            {shown.map((one) => (
              <OpenRow key={one.id} path={pathOfRecord('case', one.id)}>
                <td className="acc">{one.number}</td>
                <td style={{ maxWidth: 150 }}>{one.symptom}</td>
                <td>
                  <Tag>{stateWord(t, 'caseState', one.state)}</Tag>
                </td>
                <td className="mut">{one.ownerName}</td>
              </OpenRow>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** Nobody is known yet: how to go on, and whose numbers contain the digits typed so far. */
function NobodyCard({ contact }: { readonly contact: ContactCard }) {
  const t = useText();
  const service = useService();
  const { telephone, newCustomerName } = contact.draft.value;
  const digits = telephone.replaceAll(/\D/g, '');
  const isUnknown = contact.card !== undefined && digits.length >= 3 && newCustomerName === null;
  const maybe = useAsk(
    service.search.all,
    { text: digits, kinds: ['customer'], limit: 8 },
    { shows: ['customer'], enabled: isUnknown, keepLast: true },
  );
  const found = isUnknown ? (maybe.data?.rows ?? []) : [];
  return (
    <Card fill>
      <EmptyState>{t(isUnknown ? 'contacts.unknownNumber' : 'contacts.nobodyYet')}</EmptyState>
      {isUnknown && maybe.data?.isUnfinished && (
        <div className="inside soon sm" role="status">
          {t('common.searchUnfinished')}
        </div>
      )}
      {found.length > 0 && (
        <CardPart title={t('contacts.maybe')}>
          <table className="lines">
            <tbody>
              {found.map(({ id, title, subtitle }) => (
                <tr
                  key={id}
                  data-opens=""
                  tabIndex={0}
                  onClick={() => contact.set({ customer: { id, name: title } })}
                  onKeyDown={(event) =>
                    event.key === 'Enter' && contact.set({ customer: { id, name: title } })
                  }
                >
                  <td>{title}</td>
                  <td className="mut">{subtitle}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </CardPart>
      )}
    </Card>
  );
}
