import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { present } from '#shared/domain/assert.ts';
import { keepDraftsOnLeaving } from './app/drafts/draft-places.ts';
import { claimWindowId } from './app/drafts/window-id.ts';
import { places } from './app/places.ts';
import { Program } from './app/program.tsx';
import { takeBooksFromAddress } from './service/books.ts';
import { connectService } from './service/connect-service.ts';
import './styles/base.css';
import './styles/frame.css';
import './styles/components.css';
import './styles/grid.css';

takeBooksFromAddress();
keepDraftsOnLeaving(window);
await claimWindowId();
createRoot(present(document.querySelector('#root'), 'the root of the page')).render(
  <StrictMode>
    <Program client={connectService()} places={places} />
  </StrictMode>,
);
