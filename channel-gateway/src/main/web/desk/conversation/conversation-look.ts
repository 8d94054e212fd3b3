import { css } from 'lit';

export const conversationLook = css`
  :host {
    display: block;
    background: var(--canvas);
    overflow: hidden;
  }
  section {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px 12px;
    padding: 11px 20px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .what {
    flex: 1;
    min-width: 0;
  }
  h2 {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: 1.0625rem;
    font-weight: 600;
    line-height: 1.35;
  }
  h2 span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  h2 .icon {
    color: var(--muted);
  }
  .actions {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .back,
  .customer {
    display: none;
  }
  .thread {
    flex: 1;
    min-height: 0;
    padding: 16px 20px 20px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .thread:focus-visible {
    outline-offset: -3px;
  }
  ol {
    display: flex;
    flex-direction: column;
    gap: 12px;
    max-width: 860px;
    margin: 0 auto;
  }
  li {
    display: flex;
  }
  li.out {
    justify-content: flex-end;
  }
  message-item,
  pending-reply {
    max-width: min(640px, 88%);
  }
  .day {
    justify-content: center;
    padding: 4px 0;
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .day span::first-letter {
    text-transform: uppercase;
  }
  .empty {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 8px;
    height: 100%;
    padding: 24px;
    text-align: center;
  }
  .empty .icon {
    margin-bottom: 4px;
    color: var(--line-strong);
  }
  .empty .button .icon {
    margin: 0;
    color: inherit;
  }
  @media (max-width: 1080px) {
    .customer {
      display: inline-flex;
    }
  }
  @media (max-width: 720px) {
    header {
      flex-wrap: wrap;
      padding: 8px 12px;
    }
    .back {
      display: inline-flex;
    }
    .actions {
      flex-basis: 100%;
    }
    .actions .button {
      flex: 1;
    }
    .thread {
      padding: 12px;
    }
  }
`;
