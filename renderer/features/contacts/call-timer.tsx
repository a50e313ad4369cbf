import { useEffect, useState } from 'react';
import type { Moment } from '#shared/domain/days.ts';
import { useText } from '../../app/text.ts';
import { Tag } from '../../components/tag.tsx';

/** How long the call has been going on. */
export function CallTimer({ since }: { readonly since: Moment }) {
  const t = useText();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  return <Tag tone="acc">{t('contacts.elapsed', { time: writtenSpan(now - since) })}</Tag>;
}

/** '00:08', '12:31', '1:02:05'. */
export function writtenSpan(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}
