import { Suspense } from 'react';
import { Link } from '@tanstack/react-router';
import { useWhereabouts } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { MasterDetail } from '../../components/master-detail.tsx';
import { Page } from '../../components/page.tsx';
import { settingsSections } from './sections.ts';

/** The settings: their pages on the left, the one chosen on the right. */
export function SettingsPage() {
  const t = useText();
  const may = useMay();
  const { names } = useWhereabouts();
  const shown = settingsSections.filter(({ access }) => may(access));
  const chosen = shown.find(({ key }) => key === names['section']) ?? shown[0];
  if (!chosen) return null;
  const Section = chosen.component;
  return (
    <Page title={t('shell.settings')}>
      <MasterDetail
        listWidth={220}
        list={
          <Card>
            <nav className="places inner">
              {shown.map(({ key, label }) => (
                <Link key={key} to={`/settings/${key}`} className={key === chosen.key ? 'on' : ''}>
                  <span className="cut">{t(label)}</span>
                </Link>
              ))}
            </nav>
          </Card>
        }
        detail={
          <div className="scroll">
            <Suspense fallback={null}>
              <Section key={chosen.key} />
            </Suspense>
          </div>
        }
      />
    </Page>
  );
}
