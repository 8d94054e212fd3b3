import { css } from 'lit';

/** Buttons, fields and other things that look the same everywhere. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  textarea,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.55;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .icon {
    flex: none;
    display: block;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 34px;
    padding: 5px 12px;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--surface);
    font-weight: 500;
    white-space: nowrap;
  }
  .button:hover:not(:disabled) {
    background: var(--raised);
    border-color: var(--ink);
  }
  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .button.primary:hover:not(:disabled) {
    border-color: var(--accent-hover);
    background: var(--accent-hover);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--muted);
  }
  .button.quiet:hover:not(:disabled) {
    background: var(--canvas);
    color: var(--ink);
  }
  .button.square {
    width: 34px;
    padding: 0;
  }
  .link {
    padding: 2px 0;
    border: 0;
    background: none;
    color: var(--accent);
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .field {
    width: 100%;
    padding: 8px 10px;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--surface);
  }
  .field:focus-visible {
    outline-offset: -1px;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: 0.8125rem;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--canvas);
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 500;
    white-space: nowrap;
  }
  .pill.good {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .pill.warn {
    background: var(--amber-soft);
    color: var(--amber);
  }
  .pill.bad {
    background: var(--red-soft);
    color: var(--red);
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
