import { css } from 'lit';

export const appLook = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    height: 100dvh;
  }
  top-bar {
    grid-row: 1;
  }
  .strip {
    grid-row: 2;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 6px 16px;
    background: var(--amber-soft);
    color: var(--amber);
  }
  .panes {
    grid-row: 3;
    display: grid;
    grid-template-columns: minmax(260px, 320px) minmax(0, 1fr) minmax(300px, 360px);
    gap: 1px;
    background: var(--line);
    min-height: 0;
  }
  .left {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--surface);
  }
  inbox-list {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
  }
  conversation-view,
  customer-panel {
    min-height: 0;
    min-width: 0;
  }
  .door {
    grid-row: 1 / -1;
    display: grid;
    place-items: center;
    padding: 24px;
  }
  .sheet {
    display: grid;
    justify-items: center;
    gap: 12px;
    width: min(380px, 100%);
    padding: 44px 36px 36px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
    box-shadow: var(--shadow);
    text-align: center;
  }
  .sheet h1 {
    font-size: 1.625rem;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .trouble {
    color: var(--red);
  }
  .trouble:empty {
    display: none;
  }
  .wide {
    width: 100%;
    min-height: 42px;
    margin-top: 12px;
  }
  @media (max-width: 1080px) {
    .panes {
      grid-template-columns: minmax(240px, 300px) minmax(0, 1fr);
    }
    .panes[data-pane='customer'] conversation-view,
    .panes:not([data-pane='customer']) customer-panel {
      display: none;
    }
  }
  @media (max-width: 720px) {
    .panes {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
    }
    .panes[data-pane='inbox'] conversation-view {
      display: none;
    }
    .panes:not([data-pane='inbox']) inbox-list {
      display: none;
    }
    .panes[data-pane='inbox'] {
      grid-template-rows: minmax(0, 1fr);
    }
  }
`;
