import { css } from 'lit';

export const timelineLook = css`
  ol {
    position: relative;
    display: grid;
    gap: 14px;
  }
  ol::before {
    content: '';
    position: absolute;
    inset: 8px auto 8px 13px;
    width: 2px;
    background: var(--line);
  }
  .day {
    position: relative;
    justify-self: start;
    padding: 3px 8px 3px 0;
    background: var(--surface);
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .day span {
    display: inline-block;
  }
  .day span::first-letter {
    text-transform: uppercase;
  }
  .entry {
    position: relative;
    display: grid;
    justify-items: start;
    gap: 2px;
    min-width: 0;
    padding-left: 40px;
  }
  .sign {
    position: absolute;
    top: -3px;
    left: 0;
    display: grid;
    width: 28px;
    height: 28px;
    place-items: center;
    border: 2px solid var(--surface);
    border-radius: 50%;
    background: var(--canvas);
    color: var(--muted);
  }
  .purchase .sign,
  .issue-resolved .sign,
  .promise-kept .sign,
  .message-sent .sign {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .issue-opened .sign,
  .promise-late .sign,
  .promise-broken .sign,
  .issue-reopened .sign {
    background: var(--amber-soft);
    color: var(--amber);
  }
  .head {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    width: 100%;
  }
  .head strong {
    font-weight: 600;
  }
  time {
    color: var(--muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  .title {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .body {
    max-width: 100%;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .body.folded {
    display: -webkit-box;
    white-space: normal;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .warn {
    display: flex;
    align-items: center;
    gap: 4px;
    color: var(--amber);
  }
`;
