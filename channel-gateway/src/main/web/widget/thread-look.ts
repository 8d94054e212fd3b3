import { css } from 'lit';

/** What has been said. */
export const threadLook = css`
  .thread {
    flex: 1;
    min-height: 0;
    padding: 16px;
    overflow-y: auto;
    overscroll-behavior: contain;
    background: var(--canvas);
  }
  .thread:focus-visible {
    outline-offset: -3px;
  }
  ol {
    display: grid;
    gap: 8px;
  }
  .line {
    display: flex;
  }
  .own {
    justify-content: flex-end;
  }
  .bubble {
    max-width: 84%;
    padding: 9px 13px;
    border-radius: 4px 14px 14px;
    background: var(--surface);
    border: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .own .bubble {
    border-color: transparent;
    border-radius: 14px 4px 14px 14px;
    background: var(--accent-soft);
  }
  .own .bubble.refused {
    border-color: var(--red);
    background: var(--red-soft);
  }
  .body {
    white-space: pre-wrap;
  }
  .who {
    font-size: 13px;
    font-weight: 600;
  }
  .meta {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 4px;
    margin-top: 2px;
    color: var(--muted);
    font-size: 12px;
  }
  .refused .meta {
    color: var(--red);
  }
  .link {
    padding: 4px;
    border: 0;
    background: none;
    text-decoration: underline;
  }
  .event {
    padding: 4px 12px;
    color: var(--muted);
    font-size: 13px;
    text-align: center;
  }
`;
