import { css } from 'lit';
import { tokens } from '../look/tokens.ts';
import './desk-app.ts';

const page = css`
  html,
  body {
    height: 100%;
    margin: 0;
  }
  body {
    background: var(--canvas);
    color: var(--ink);
    font: 0.9375rem/1.45 var(--font);
    -webkit-font-smoothing: antialiased;
  }
`;

document.adoptedStyleSheets = [tokens.styleSheet!, page.styleSheet!];
