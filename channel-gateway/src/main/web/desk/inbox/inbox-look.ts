import { css } from 'lit';

export const inboxLook = css`
  :host {
    display: block;
  }
  h2 {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 14px 16px 8px;
    background: var(--surface);
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--muted);
  }
  .count {
    padding: 0 7px;
    border-radius: 999px;
    background: var(--canvas);
    font-size: 0.75rem;
    line-height: 1.25rem;
  }
  ul {
    display: grid;
    gap: 2px;
    padding: 0 8px 12px;
  }
  a {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    align-items: center;
    gap: 2px 10px;
    padding: 10px 10px;
    border-radius: 10px;
    color: inherit;
    text-decoration: none;
  }
  a:hover {
    background: var(--raised);
  }
  a[aria-current] {
    background: var(--accent-soft);
  }
  a:focus-visible {
    outline-offset: -2px;
  }
  .channel {
    color: var(--muted);
  }
  a[aria-current] .channel {
    color: var(--accent);
  }
  .name {
    overflow: hidden;
    font-weight: 550;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .unread .name {
    font-weight: 700;
  }
  time {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .line {
    grid-column: 2 / -1;
    overflow: hidden;
    color: var(--muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .unread .line {
    grid-column: 2;
    color: var(--ink);
  }
  .badge {
    grid-column: 3;
    justify-self: end;
    min-width: 20px;
    padding: 0 6px;
    border-radius: 999px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.75rem;
    font-weight: 700;
    line-height: 20px;
    text-align: center;
  }
  .state {
    grid-column: 2 / -1;
    display: flex;
    align-items: center;
    gap: 5px;
    font-size: 0.8125rem;
  }
  .due {
    color: var(--amber);
    font-weight: 550;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 6px;
    padding: 48px 24px;
    text-align: center;
  }
  .empty .icon {
    margin-bottom: 6px;
    color: var(--line-strong);
  }
`;
