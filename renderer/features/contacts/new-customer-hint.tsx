import { useText } from '../../app/text.ts';
import { Tag } from '../../components/tag.tsx';

/** Says that the name typed becomes a customer when the contact is saved. */
export function NewCustomerHint() {
  const t = useText();
  return (
    <span className="row tight">
      <Tag tone="acc">{t('contacts.newCustomer')}</Tag>
      {t('contacts.newCustomerHint')}
    </span>
  );
}
