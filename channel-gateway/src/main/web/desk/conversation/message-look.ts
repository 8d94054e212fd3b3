import { css } from 'lit';

export const messageLook = css`
  :host {
    display: block;
    min-width: 0;
  }
  .bubble {
    display: grid;
    justify-items: start;
    gap: 4px;
    min-width: 160px;
    padding: 10px 14px 11px;
    border: 1px solid var(--line);
    border-radius: 4px 14px 14px;
    background: var(--surface);
  }
  .bubble.out {
    border-color: transparent;
    border-radius: 14px 4px 14px 14px;
    background: var(--accent-soft);
  }
  .bubble.refused {
    border-color: var(--red);
    background: var(--red-soft);
  }
  header {
    display: flex;
    align-items: baseline;
    gap: 8px;
    font-size: 0.8125rem;
  }
  header strong {
    font-weight: 600;
  }
  time {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .body {
    margin: 0;
    max-width: 100%;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .body a {
    color: var(--accent);
  }
  blockquote {
    padding: 2px 0 2px 12px;
    border-left: 3px solid var(--line);
    color: var(--muted);
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    max-width: 100%;
    margin-top: 4px;
  }
  .files li {
    max-width: 100%;
  }
  .file {
    max-width: 100%;
    font-size: 0.8125rem;
  }
  .file span:first-of-type {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .absent {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 0.8125rem;
  }
  .absent.trouble {
    color: var(--red);
  }
  .delivery {
    display: flex;
    align-items: center;
    gap: 5px;
    justify-self: end;
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .delivery.trouble {
    color: var(--red);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 4px;
  }
`;
