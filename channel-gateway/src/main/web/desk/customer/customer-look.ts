import { css } from 'lit';

export const customerLook = css`
  :host {
    display: block;
    background: var(--surface);
    overflow-y: auto;
  }
  aside {
    display: grid;
    gap: 18px;
    padding: 16px 18px 28px;
  }
  .back {
    display: none;
    justify-self: start;
  }
  .who {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    justify-items: start;
    column-gap: 12px;
  }
  .face {
    grid-row: span 2;
    display: grid;
    width: 46px;
    height: 46px;
    place-items: center;
    border-radius: 50%;
    background: var(--canvas);
    color: var(--muted);
    font-weight: 650;
  }
  h2 {
    max-width: 100%;
    font-size: 1.1875rem;
    font-weight: 650;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  h3 {
    margin-bottom: 8px;
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .caution {
    display: flex;
    gap: 8px;
    padding: 9px 12px;
    border-radius: 10px;
    background: var(--amber-soft);
    color: var(--amber);
  }
  .caution .icon {
    margin-top: 2px;
  }
  .traits {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: -6px;
  }
  .traits .pill::first-letter {
    text-transform: uppercase;
  }
  .claims {
    padding: 12px 14px;
    border: 1px dashed var(--amber-line);
    border-radius: 10px;
  }
  .claims > p {
    margin: 8px 0 4px;
  }
  .claims > ul > li,
  .handles li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    padding: 3px 0;
  }
  .handles li {
    align-items: flex-start;
  }
  .claims > ul > li > .icon,
  .handles li > .icon {
    color: var(--muted);
  }
  .handles {
    display: grid;
    gap: 2px;
    margin-top: -6px;
  }
  .handles p {
    min-width: 0;
    line-height: 1.3;
  }
  .value {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .claimed {
    display: grid;
    gap: 16px;
    margin-top: 10px;
    padding-top: 12px;
    border-top: 1px dashed var(--amber-line);
  }
  .proven,
  .unproven {
    display: block;
    font-size: 0.8125rem;
  }
  .proven {
    color: var(--accent);
  }
  .unproven {
    color: var(--amber);
  }
  .facts {
    display: grid;
    gap: 6px;
  }
  .facts li {
    display: flex;
    gap: 8px;
  }
  .facts .icon {
    margin-top: 3px;
    color: var(--muted);
  }
  .facts .value {
    flex: 1;
  }
  .facts strong {
    font-weight: 550;
  }
  .facts time {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .issues {
    display: grid;
    gap: 8px;
  }
  .issues li {
    padding: 9px 12px;
    border: 1px solid var(--line);
    border-radius: 10px;
  }
  .issues li.current {
    border-color: var(--amber-line);
    background: var(--amber-soft);
  }
  .issues .current .muted {
    color: var(--amber);
  }
  .issues .title {
    display: flex;
    gap: 8px;
    font-weight: 550;
  }
  .issues .title .icon {
    margin-top: 3px;
    color: var(--amber);
  }
  .empty {
    display: grid;
    height: 100%;
    place-items: center;
    color: var(--line);
  }
  @media (max-width: 1080px) {
    .back {
      display: inline-flex;
    }
  }
`;
