import { css } from 'lit';

/** A page may set --saumaton-accent (and --saumaton-on-accent) to its own colour. */
export const chatLook = css`
  :host {
    all: initial;
  }
  .root {
    --tint: var(--saumaton-accent, var(--accent));
    --on-tint: var(--saumaton-on-accent, var(--on-accent));
    position: fixed;
    z-index: 2147483000;
    right: 20px;
    bottom: 20px;
    color: var(--ink);
    font: 15px/1.45 var(--font);
    text-align: start;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  h2,
  p,
  ol {
    margin: 0;
    padding: 0;
  }
  ol {
    list-style: none;
  }
  button,
  textarea,
  input {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  .icon {
    display: block;
    flex: none;
  }
  :focus-visible {
    outline: 2px solid var(--tint);
    outline-offset: 2px;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .launcher {
    position: relative;
    display: grid;
    width: 60px;
    height: 60px;
    margin-left: auto;
    place-items: center;
    border: 0;
    border-radius: 50%;
    background: var(--tint);
    color: var(--on-tint);
    box-shadow: var(--shadow);
    transition: transform 0.15s;
  }
  .launcher:hover {
    transform: scale(1.04);
  }
  .launcher:focus-visible {
    outline-offset: 3px;
  }
  .badge {
    position: absolute;
    top: -4px;
    right: -4px;
    min-width: 24px;
    padding: 0 6px;
    border: 2px solid var(--surface);
    border-radius: 999px;
    background: var(--red);
    color: var(--surface);
    font-size: 13px;
    font-weight: 700;
    line-height: 20px;
    text-align: center;
  }
  .panel {
    display: flex;
    flex-direction: column;
    width: 376px;
    height: min(620px, calc(100vh - 120px));
    margin-bottom: 14px;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
    box-shadow: var(--shadow);
    animation: rise 0.18s ease-out;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 14px 12px 14px 18px;
    background: var(--saumaton-accent, var(--banner));
    color: var(--saumaton-on-accent, var(--on-banner));
  }
  h2 {
    font-size: 17px;
    font-weight: 650;
  }
  .status {
    font-size: 13px;
  }
  .plain {
    display: grid;
    width: 36px;
    height: 36px;
    place-items: center;
    border: 0;
    border-radius: 8px;
    background: none;
  }
  header :focus-visible {
    outline-color: currentcolor;
  }
  .notice {
    padding: 8px 16px;
    background: var(--amber-soft);
    color: var(--amber);
    font-size: 13px;
  }
  .aside {
    padding: 10px 16px;
    border-top: 1px solid var(--line);
    color: var(--muted);
    font-size: 13px;
  }
  .email {
    display: grid;
    gap: 5px;
  }
  .email label {
    color: var(--ink);
    font-weight: 500;
  }
  .row {
    display: flex;
    gap: 8px;
  }
  input,
  textarea {
    flex: 1;
    min-width: 0;
    padding: 8px 11px;
    border: 1px solid var(--line-strong);
    border-radius: 10px;
    background: var(--surface);
    color: var(--ink);
    font-size: 15px;
  }
  input:focus-visible,
  textarea:focus-visible {
    outline-offset: -1px;
  }
  .second {
    padding: 0 12px;
    border: 1px solid var(--line-strong);
    border-radius: 10px;
    background: var(--surface);
    color: var(--ink);
    font-weight: 500;
  }
  .wrong {
    color: var(--red);
  }
  .composer {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    padding: 12px;
    border-top: 1px solid var(--line);
  }
  .composer textarea {
    min-height: 42px;
    max-height: 140px;
    resize: none;
    field-sizing: content;
    line-height: 1.4;
  }
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .send {
    display: grid;
    flex: none;
    width: 42px;
    height: 42px;
    place-items: center;
    border: 0;
    border-radius: 10px;
    background: var(--tint);
    color: var(--on-tint);
  }
  @media (max-width: 480px) {
    .root:has(.panel) {
      inset: 0;
    }
    .root:has(.panel) .launcher {
      display: none;
    }
    .panel {
      width: 100%;
      height: 100dvh;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
    input,
    textarea {
      font-size: 16px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
