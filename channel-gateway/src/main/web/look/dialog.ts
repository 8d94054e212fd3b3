import { css } from 'lit';

export const dialogLook = css`
  dialog {
    width: min(460px, calc(100vw - 32px));
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow);
  }
  dialog::backdrop {
    background: rgb(8 16 14 / 45%);
  }
  dialog form {
    display: grid;
    gap: 16px;
    padding: 22px 24px 20px;
  }
  dialog h2 {
    font-size: 1.125rem;
    font-weight: 600;
  }
  dialog label {
    display: grid;
    gap: 6px;
  }
  dialog .row {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  dialog input[type='radio'],
  dialog input[type='checkbox'] {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--accent);
  }
  dialog fieldset {
    display: grid;
    gap: 10px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  dialog legend {
    padding: 0 0 10px;
  }
  dialog .actions {
    display: flex;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 4px;
  }
`;
